"""The ways in which one word of a name is written: with this apostrophe or hyphen, with that one, or with none."""

from __future__ import annotations

import re
import unicodedata

APOSTROPHES, HYPHENS = "'’‘‛ʼʻʹ`´′＇", "‐‑‒–—−-"  # the plain hyphen last: in a class it is a range elsewhere
MARKS = f"[{APOSTROPHES}{HYPHENS}]"
_BETWEEN = re.compile(rf"(?<=\w){MARKS}(?=\w)")


def pieces(word: str) -> list[str]:
    """What stands between apostrophes and hyphens: O'Neill is O and Neill."""
    return _BETWEEN.split(word)


def bare(text: str) -> str:
    """The text without apostrophes and hyphens inside its words."""
    return _BETWEEN.sub("", text)


def plain_hyphens(text: str) -> str:
    """The text with hyphens of one kind, and without apostrophes inside its words."""
    return _BETWEEN.sub(lambda mark: "-" if mark[0] in HYPHENS else "", text)


def spelled(word: str) -> str:
    """An expression for the word, with whatever mark, a blank or nothing between its pieces."""
    return rf"(?:{MARKS}|\s){{0,2}}".join(map(re.escape, pieces(word)))


def cased(word: str) -> set[str]:
    """Expressions for the word as it stands in running text: O'Neill, O’NEILL, o'neill, Oneill, but not oneill."""
    parts = pieces(word)
    forms = {spelled(word), spelled(word.upper())}
    if len(parts) > 1:
        forms |= {f"(?i:{MARKS.join(map(re.escape, parts))})", re.escape(bare(word).capitalize())}
    return forms


def without_accents(name: str) -> str:
    parted = unicodedata.normalize("NFD", name)
    return "".join(character for character in parted if not unicodedata.combining(character))
