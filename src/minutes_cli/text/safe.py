"""Text of a document made harmless for people to look at: the one gate before a terminal."""

from __future__ import annotations

import re

from minutes_cli.text.joiners import JOINERS, STRAY
from minutes_cli.text.later import later

# Blanks that would break the line a text is shown in.
_BREAKS = "\t\n\v\f\r\u2028\u2029"
# C0, DEL, C1, the lone surrogates, and Unicode's format controls (category Cf: bidirectional overrides and isolates,
# zero-width characters, invisible operators, tags), and the two that XML has no form for. Stray joiners come to these.
_CONTROLS = (
    "\x00-\x1f\x7f-\x9f\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f\ud800-\udfff"
)
_CONTROL = f"[{_CONTROLS}\u2028\u2029]|{STRAY}"
CONTROL = later(_CONTROL)
# the same but for line feeds, of which text that is laid out in lines is full
CONTROL_IN_LINE = later(_CONTROL.replace("\x00-\x1f", "\x00-\t\x0b-\x1f"))
# at least these
_ANY = later(f"[{_CONTROLS}\u2028\u2029{JOINERS}]")
_PLAIN = bytes([0x0A, *range(0x20, 0x7F)])
_BREAK = later(f"[{_BREAKS}]+")
_LINE_BREAK = later("\r\n|[\n\v\f\r\x85\u2028\u2029]")
# where GitHub and Azure see a command in what a job prints, also behind blanks
_COMMAND = later(r"^(\s*)(:(?=:)|#(?=#(?:vso)?\[))")
_OTHER = later(f"[{_CONTROLS}]|{STRAY}")


def safe(text: str) -> str:
    r"""`text` on one line, each control or invisible format character written out (`\x1b`, `\u202e`)."""
    return _OTHER.sub(_written_out, _BREAK.sub(" ", text))


def may_hold_controls(encoded: bytes) -> bool:
    """False where long text, as UTF-8 with surrogates, surely has no `CONTROL_IN_LINE`; much faster than to look."""
    rest = encoded.translate(None, _PLAIN)
    return bool(rest) and _ANY.search(rest.decode("utf-8", "surrogatepass")) is not None


def _written_out(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def told_line(line: str) -> str:
    r"""A line for programs that read along: one that a CI would take for a command begins with `\x3a` or `\x23`."""
    return _COMMAND.sub(lambda found: f"{found[1]}\\x{ord(found[2]):02x}", line)


def safe_lines(text: str) -> str:
    r"""As `safe`, on as many lines as it has: every break is one line feed, and tabs stay."""
    if not CONTROL_IN_LINE.search(text):
        return text  # most
    return "\n".join(
        "\t".join(_OTHER.sub(_written_out, part) for part in line.split("\t")) for line in _LINE_BREAK.split(text)
    )
