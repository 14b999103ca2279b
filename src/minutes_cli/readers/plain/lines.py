"""Lines of a text file with their numbers, and what can be seen of a line by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutes_cli.model.document import Line

# a tab stop of terminals and old word processors
_TAB_COLUMNS = 8

# bullets of Word's symbol fonts, which have no characters of their own
_FONT_BULLETS = "\uf0b7\uf0a7\uf0d8"
# these are nothing but bullets, even alone on a line; a dash alone says "none"
_DOTS = "•·◦●○■▪▫□‣⁃∙" + _FONT_BULLETS
_BULLET = re.compile(rf"(?P<label>[-*+–—➢►▶➤❖{_DOTS}]|--|o(?=\s+[A-Z(\[]))(?:\s+|$)")
_NUMBER = re.compile(
    r"(?:\(?(?:\d{1,4}|[A-Za-z]|[ivxlIVXL]{1,5})[.)]|\d{1,3}(?:\.\d{1,3}){1,4}\.?[a-z]?\)?|\d{1,4}[a-z][.)]?)(?=\s)"
)
_BOX = re.compile(r"(?:\[(?P<mark>[ xX✓✔]?)\]|(?P<box>[☐☑☒✅]))(?:\s+|$)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Cllr|Co|No|St|Prof|Rev|Sgt|Supt|Insp|Hon|e\.g|i\.e|vs|etc))\.$", re.I
)
# a line that ends in one of these cannot be whole (function words of English, no matter what the text is about)
_UNFINISHED = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|between|but|by|for|from|in|into|nor|of|on|or|than|that|the|their|to|under|upon|was|were"
    r"|which|who|will|with))$",
    re.I,
)
# "Venue: …", "Minutes taken by: …"
_LABEL = re.compile(r"[A-Z][\w&'’./()-]{0,30}(?: [\w&'’./()-]{1,30}){0,4} ?:(?:\s|$)")
_ADDRESS = re.compile(r"<?(?:https?|ftp)://\S+$")
_RULE = re.compile(r"([-=_*~^#+.–—])(?:\s?\1){2,}\s*$")
_PAGE_NUMBER = re.compile(
    r"(?:page\s+\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?|\d{1,4}\s+of\s+\d{1,4}|[-–—]\s?\d{1,4}\s?[-–—])$", re.I
)


class SourceLine(NamedTuple):
    """A line as it stands in the source, or the part of it between two form feeds."""

    number: int
    text: str

    @property
    def indent(self) -> int:
        """Columns of white space in front, tabs expanded."""
        blank = self.text[: len(self.text) - len(self.text.lstrip())]
        return len(blank.expandtabs(_TAB_COLUMNS))

    @property
    def is_blank(self) -> bool:
        return not self.text.strip()

    def as_line(self) -> Line:
        return line_of(self.text, self.number)


def line_of(text: str, number: int | None) -> Line:
    """A document's line: white space runs are single blanks."""
    return Line(" ".join(text.split()), number=number)


def source_lines(text: str) -> Iterator[SourceLine]:
    """The lines of `text`, numbered from 1; a form feed stands as a blank line that counts for nothing."""
    for number, whole in enumerate(text.split("\n"), start=1):
        for part, piece in enumerate(whole.split("\f")):
            if part:
                yield SourceLine(number, "")
            yield SourceLine(number, piece.rstrip())


def split_bullet(text: str) -> tuple[str | None, str]:
    """("•", "text") of "• text"; None without a bullet."""
    match = _BULLET.match(text)
    if not match or (match.end() == len(text) and match["label"] not in _DOTS):
        return None, text
    label = "•" if match["label"] in _FONT_BULLETS else match["label"]
    return label, text[match.end() :]


def split_box(text: str) -> tuple[bool | None, str]:
    """(True, "text") of "[x] text"; None without a tick box."""
    match = _BOX.match(text)
    if not match:
        return None, text
    ticked = match["box"] in ("☑", "☒", "✅") if match["box"] else bool((match["mark"] or "").strip())
    return ticked, text[match.end() :]


def starts_with_number(text: str) -> bool:
    return bool(_NUMBER.match(text))


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does; an abbreviation's full stop is none."""
    return bool(_SENTENCE_END.search(text[-20:])) and not _ABBREVIATED.search(text[-10:])


def is_unfinished(text: str) -> bool:
    """Whether `text` breaks off where no phrase can end: after a comma, an article or a preposition."""
    return bool(_UNFINISHED.search(text[-20:]))


def is_address(text: str) -> bool:
    """Whether `text` is nothing but a web address."""
    return bool(_ADDRESS.match(text))


def is_label(text: str) -> bool:
    """Whether `text` begins with a few words and a colon."""
    return bool(_LABEL.match(text))


def begins_lower(text: str) -> bool:
    return text[:1].islower()


def is_rule(text: str) -> bool:
    """Whether the line is drawn, not written: "-----", "* * *"."""
    return bool(_RULE.match(text.strip()[:200])) and not any(c.isalnum() for c in text)


def is_page_number(text: str) -> bool:
    """Whether the line is nothing but "Page 3 of 6", "3 of 6" or "- 3 -"."""
    text = text.strip()
    return len(text) <= 20 and bool(_PAGE_NUMBER.match(text))
