"""Characters as a PDF stores them to characters as a reader expects them."""

from __future__ import annotations

import re
import unicodedata

from minutes_cli.text.joiners import STRAY

# Symbol fonts put their glyphs into the private use area, at U+F000 plus the font's own code. These are the codes of
# Wingdings and Symbol that word processors use in lists; what has no likeness here becomes a bullet.
_SYMBOLS = {
    0xF06F: "☐", 0xF071: "☐", 0xF072: "☐", 0xF0A8: "☐", 0xF0FE: "☑", 0xF052: "☑", 0xF0FD: "☒", 0xF053: "☒",
    0xF0FC: "✓", 0xF050: "✓", 0xF0FB: "✗", 0xF04F: "✗", 0xF0E0: "→", 0xF0AE: "→", 0xF0DF: "←", 0xF02D: "-",
}  # fmt: skip
BULLET = "•"

_PRIVATE = re.compile("[\ue000-\uf8ff]")
# a line-end hyphen: pdfium writes U+0002 or U+FFFE, others the soft hyphen itself
_LINE_END_HYPHENS = "\u0002\ufffe\u00ad"
_CHARACTERS = str.maketrans(
    dict.fromkeys("\u2010\u2011" + _LINE_END_HYPHENS, "-")
    | {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
)
# zero-width characters, marks of direction, control characters: the eye does not see them
_UNSEEN = re.compile(
    "[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]|" + STRAY
)
# a word ends at a blank and behind a line-end hyphen: pdfium runs the two halves together
WORD = re.compile(f"[^\\s{_LINE_END_HYPHENS}]+[{_LINE_END_HYPHENS}]?|[{_LINE_END_HYPHENS}]")

_BOLD_NAMES = ("bold", "black", "heavy", "demi")


def clean(word: str) -> str:
    """The word in NFC: ligatures spelt out, hyphens "-", symbols of private fonts as their likeness; may be empty."""
    if word.isascii() and word.isprintable():
        return word
    word = word.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")  # pairs up surrogates
    word = _UNSEEN.sub("", word.translate(_CHARACTERS))
    private = len(_PRIVATE.findall(word))
    if private == 1:
        word = _PRIVATE.sub(_likeness, word)
    elif private:
        word = _PRIVATE.sub(_letter, word)
    return unicodedata.normalize("NFC", word)


def _likeness(match: re.Match[str]) -> str:
    code = ord(match.group())
    if 0xF000 <= code <= 0xF0FF:
        return _SYMBOLS.get(code, BULLET)
    return match.group()


def _letter(match: re.Match[str]) -> str:
    """A font may also keep plain text at U+F000 plus ASCII; words of several such characters are that."""
    code = ord(match.group())
    return chr(code - 0xF000) if 0xF021 <= code <= 0xF07E else _likeness(match)


def is_bold(font: str) -> bool:
    """Whether a font's name says that it is bold."""
    name = font.lower()
    return any(word in name for word in _BOLD_NAMES)
