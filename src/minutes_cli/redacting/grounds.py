"""The words by which minutes mark what is not for the public, and the ground that they cite.

Whatever is doubtful counts as marked: an item too few in a publication copy is mended in a minute.
"""

from __future__ import annotations

import re
from typing import NamedTuple

PARAGRAPH = "exempt under {} of Schedule 12A"


class Mark(NamedTuple):
    """What a text says of itself or of what follows.

    ground  in words of ours, never of the document
    opens   whether what follows is restricted too, until the public is back
    end     where in the text it ends
    """

    ground: str
    opens: bool
    end: int = 0


class _Cue(NamedTuple):
    pattern: re.Pattern[str]
    mark: Mark


def _cue(pattern: str, ground: str, *, opens: bool = False) -> _Cue:
    return _Cue(re.compile(pattern, re.IGNORECASE), Mark(ground, opens))


# Anywhere in a text.
_ANYWHERE = (
    _cue(
        r"\bexclu(?:de|ded|des|ding|sion)\b.{0,80}\b(?:press|public)\b"
        r"|\b(?:press|public)\b.{0,80}\b(?:excluded|to leave|to withdraw|withdrew|left the (?:meeting|room))\b",
        "taken after the exclusion of the press and public",
        opens=True,
    ),
    _cue(
        r"\bin\s(?:private|closed|confidential|executive)\ssession\b|\binto\s(?:private|closed|executive)\ssession\b"
        r"|\b(?:closed|executive)\ssession\b|\bin\scamera\b",
        "taken in closed session",
        opens=True,
    ),
    _cue(r"\bnot\s(?:for|to\sbe)\s(?:publication|published|publicly)\b", "marked not for publication"),
    _cue(
        r"\bschedule\s12\s?a\b|\bexempt\s(?:information|items?|business|reports?|append\w{1,5}|minutes?|session|part)\b"
        r"|\bpublic\sbodies\s\(admission\sto\smeetings\)",
        "marked exempt",
    ),
    _cue(r"[(\[]\s?(?:strictly\s)?confidential\s?[)\]]", "marked confidential"),
    _cue(r"[(\[]\s?(?:exempt|restricted)\s?[)\]]", "marked exempt"),
)
# In a title, or at the beginning of a passage that is hardly more than the mark.
_HEADINGS = (
    _cue(r"\bpart\s(?:2|b|ii|two)\b", "in the part of the meeting that is not public", opens=True),
    _cue(
        r"\b(?:confidential|private|restricted)\s(?:items|business|matters|session|part)\b",
        "marked confidential",
        opens=True,
    ),
    _cue(r"\bexempt\b", "marked exempt"),
    _cue(r"\b(?:confidential|restricted)\b", "marked confidential"),
)
_SHORT = 60
_LEADING = re.compile(r"\W{0,3}(?:strictly\s)?(?:confidential|exempt|restricted|part\s(?:2|b|ii|two))\b", re.IGNORECASE)
_MARKER = re.compile(_LEADING.pattern + r"\s?[:–—-]", re.IGNORECASE)
_BACK = re.compile(
    r"\bre-?admit|\bre-?join(?:ed|ing)\b.{0,40}\bmeeting\b|\b(?:returned|return|back)\s(?:in)?to\s(?:open|public)\ssession\b"
    r"|\b(?:open|public)\ssession\s(?:was\s)?(?:resumed|reconvened)\b|\bre-?opened?\sto\sthe\s(?:press|public)\b"
    r"|\A\W{0,3}part\s(?:1|a|i|one)\b",
    re.IGNORECASE,
)
# The same told of in the passage that tells of the closed session; a plan to come back is none.
_RETURNED = re.compile(
    r"\b(?:returned|came\sback)\s(?:in)?to\s(?:open|public)\ssession\b|\b(?:open|public)\ssession\s(?:was\s)?"
    r"(?:resumed|reconvened)\b|\bresumed\s(?:in\s)?(?:open|public)\ssession\b",
    re.IGNORECASE,
)
_CITED = re.compile(
    r"\bparagraphs?\s(?P<numbers>\d{1,2}(?:\s?(?:,|and|&|or|to|-|–)\s?(?:paragraphs?\s)?\d{1,2}){0,8})\b"
    r"(?=.{0,120}\bschedule\s12\s?a\b)|\bschedule\s12\s?a\b.{0,120}?\bparagraphs?\s"
    r"(?P<after>\d{1,2}(?:\s?(?:,|and|&|or|to|-|–)\s?\d{1,2}){0,8})\b",
    re.IGNORECASE,
)


def mark_of(text: str, *, heading: bool = False) -> Mark | None:
    """What a title or passage marks; None for a text that is for everybody. The mark that reaches furthest counts."""
    short = (
        heading
        or (len(text) <= _SHORT and bool(_LEADING.match(text)))
        or bool(re.match(_LEADING.pattern + r"\s?[:–—-]", text, re.IGNORECASE))
    )
    cues = (*_ANYWHERE, *_HEADINGS) if short else _ANYWHERE
    found = [cue.mark._replace(end=at.end()) for cue in cues if (at := cue.pattern.search(text))]
    return next((mark for mark in found if mark.opens), found[0] if found else None)


def public_is_back(text: str) -> bool:
    return bool(_BACK.search(text))


def returned_after(text: str, mark: Mark) -> bool:
    """Whether the passage itself says that the public came back."""
    return bool(_RETURNED.search(text, mark.end))


def cited(text: str) -> str | None:
    """'exempt under paragraphs 1 and 3 of Schedule 12A', where the text cites such; only its numbers are the text's."""
    found = _CITED.search(text)
    if not found:
        return None
    numbers = " ".join((found["numbers"] or found["after"]).split())
    return PARAGRAPH.format(f"paragraph {numbers}" if numbers.isdigit() else f"paragraphs {numbers}")
