"""Bytes of a text file -> clean text.

The text is in NFC and has a line feed at the end of every line, so that lines count as an editor counts them: CR LF,
LF and a lone CR each end one. A form feed stays, for it separates pages within a line. Characters that nobody can see
are dropped: they would part words that look whole.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import dataclass

from charset_normalizer import from_bytes

from minutes_cli.errors import CorruptInputError
from minutes_cli.model.document import Problem
from minutes_cli.readers.cleaning import BIDI_CONTROLS, CARRIERS, cleaned
from minutes_cli.readers.encodings import is_binary, marked_encoding
from minutes_cli.readers.options import Limits

# how much is looked at to tell an encoding: plenty of evidence, and quick on huge files
_SAMPLE_BYTES = 64 * 1024
# a Western guess is believed when three in four of its special characters make sense
_PLAUSIBLE_SHARE = 0.75

# punctuation of Western word processors
_WESTERN_SIGNS = frozenset("‘’“”‚„–—…•·€£¥§©®™°º²³½¼¾×÷±¿¡«»†‡ª\u00a0")


@dataclass(frozen=True, slots=True)
class SourceText:
    """A file's text and what was odd about its bytes."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes, name: str, limits: Limits, declared: str | None = None, *, in_lines: bool = True) -> SourceText:
    """The text of `data`; lines over the limit are cut.

    declared   an encoding that the file itself names; used when the bytes are not UTF-8
    in_lines   the text is cut where a line is too long; without, whoever reads the markup cuts what it shows
    Raises CorruptInputError for bytes that are no text in any encoding.
    """
    encoding = encoding_of(data, name, declared)
    try:
        text = data.decode(encoding, errors="replace")
    except ValueError:
        # a few codecs of Python's know no replacement
        text = data.decode("cp1252", errors="replace")
    problems: list[Problem] = []
    if "\ufffd" in text:
        problems.append(
            Problem("bad-characters", f"some bytes are not valid {encoding}", line=_line_of("\ufffd", text))
        )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    bidi = next((c for c in BIDI_CONTROLS if c in text), None)
    if bidi:
        message = "characters that reorder text on screen were dropped: the file may look different in an editor"
        problems.append(Problem("bidi-controls", message, line=_line_of(bidi, text)))
    steering = next((c for c in "\x1b\x9b" if c in text), None)
    if steering:
        message = "characters that steer a terminal were dropped: the file may look different in one"
        problems.append(Problem("bad-characters", message, line=_line_of(steering, text)))
    if not text.isascii() and (carrier := CARRIERS.search(text)):
        message = "characters that nobody sees and that can carry a text were dropped"
        problems.append(Problem("unseen-text", message, line=text.count("\n", 0, carrier.start()) + 1))
    text = unicodedata.normalize("NFC", cleaned(text))
    if in_lines and len(text) > limits.line_characters:
        text = _cut_lines(text, limits.line_characters, problems)
    return SourceText(text, tuple(problems))


def _line_of(character: str, text: str) -> int:
    return len(re.findall(r"\r\n|\r|\n", text[: text.index(character)])) + 1


def _cut_lines(text: str, most: int, problems: list[Problem]) -> str:
    kept: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if len(line) > most:
            problems.append(Problem("line-cut", f"line {number} is longer than {most} characters: cut", line=number))
        kept.append(line[:most])
    return "\n".join(kept)


def encoding_of(data: bytes, name: str, declared: str | None = None) -> str:
    """The name of the encoding that `decode` reads the bytes in."""
    sample = data[:_SAMPLE_BYTES]
    marked = marked_encoding(sample)
    if marked:
        return marked
    if is_binary(sample):
        raise CorruptInputError(name, "binary data, not text", "save it as plain text, PDF or DOCX")
    if _is_utf8(data):
        return "utf-8"
    if declared and _known(declared):
        return declared
    return _western(sample) or _guessed(sample)


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        text = data[:_SAMPLE_BYTES].decode("utf-8", errors="replace")
        broken = text.count("\ufffd")
        # a few damaged bytes do not make it another encoding, in which hardly any sequence would be sound
        return sum(character > "\x7f" for character in text) > 2 * broken
    return True


def _known(encoding: str) -> bool:
    try:
        # one of Python's own that is none of text, such as "hex", fails on bytes, and on none at all it would not
        return bool(codecs.lookup(encoding)) and isinstance(bytes(4).decode(encoding), str)
    except (LookupError, UnicodeError, ValueError):
        return False


def _western(sample: bytes) -> str | None:
    """cp1252 or Mac Roman, whichever makes better sense of the bytes above ASCII, or None."""
    best, encoding = max(((_plausibility(sample, e), e) for e in ("cp1252", "mac_roman")), key=lambda found: found[0])
    return encoding if best >= _PLAUSIBLE_SHARE else None


def _plausibility(sample: bytes, encoding: str) -> float:
    text = sample.decode(encoding, errors="replace")
    special = sensible = 0
    for before, character, after in zip(" " + text, text, text[1:] + " ", strict=False):
        if character <= "\x7f":
            continue
        special += 1
        if character in _WESTERN_SIGNS:
            sensible += 1
        elif character.isalpha() and not (character.isupper() and before.islower()):
            # letters of their own stand alone or among plain ones, a capital never within a word
            sensible += _is_plain(before) or _is_plain(after) or not (before.isalpha() or after.isalpha())
    return sensible / special if special else 1.0


def _is_plain(character: str) -> bool:
    return character.isascii() and character.isalpha()


def _guessed(sample: bytes) -> str:
    match = from_bytes(sample).best()
    return match.encoding if match and _known(match.encoding) else "cp1252"
