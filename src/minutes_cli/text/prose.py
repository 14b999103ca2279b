"""Whether some words are a heading, running prose, or say that there is nothing to say."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Finite verbs of reports: a line that holds one is a sentence more often than a heading.
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|said|says|asked|noted|reported|stated|explained|"
    r"advised|gave|told|thanked|informed|confirmed|agreed|suggested|added|discussed|presented|welcomed|received|"
    r"proposed|seconded|moved|made|went|came|took|opened|closed|met|did|does|do|been|be|may|might|must|wants?|needs?|"
    r"thinks?|feels?|updated|highlighted|raised|provided|outlined|commented|requested|expressed|declared|attended|"
    r"introduced|approved|isn['’]t|wasn['’]t|don['’]t|didn['’]t|hasn['’]t|won['’]t|can['’]t)\b"
)
# Words that stay small in a heading that has its words in capitals.
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
        "via",
        "vs",
        "per",
        "be",
        "is",
        "are",
        "his",
        "her",
        "its",
        "their",
        "our",
    ]
)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SENTENCE_BREAK = re.compile(r"[.!?]\s+[A-Z]")
_OPENING_MARKS = "“‘\"'(["
# What is longer is a sentence, whatever it looks like.
_LONGEST_HEADING_WORDS = 22
_LONGEST_HEADING = 220

NOTHING = r"(?:none|nil|n/?a)"
"""The short answers that say "there is nothing here", as a part of a regular expression."""
_NOTHING = re.compile(rf"^\W*(?:{NOTHING}\W*)?$", re.IGNORECASE)


def says_nothing(text: str) -> bool:
    """Whether `text` is empty or "None", "Nil", "N/A"."""
    return _NOTHING.match(text) is not None


def mentions(text: str, words: Iterable[str]) -> bool:
    """Whether any of some words in lower case, or parts of words, stands in the text: tells quickly what is no case."""
    return any(map(text.lower().__contains__, words))


def heading_likeness(text: str) -> float:
    """How much `text` looks like a heading, from 0 (prose) to 1; numbers and labels are to be cut off first."""
    value = text.strip()
    count = value.count(" ") + 1
    if len(value) > _LONGEST_HEADING or count > _LONGEST_HEADING_WORDS:
        return 0.0
    words = _WORD.findall(value)
    if not words:
        return 0.0
    large = [w for w in words if w.lower() not in _SMALL and len(w) > 1]
    capital = sum(w[0].isupper() for w in large) / len(large) if large else 1.0
    score = 0.55 + (0.35 if capital > 0.5 else 0.16) * (capital - 0.5)
    score -= 0.02 * max(0, count - 5)
    letters = sum(map(str.isalpha, value))
    if letters > 3 and sum(map(str.isupper, value)) > 0.85 * letters:
        score += 0.25
    elif _VERB.search(value):
        score -= 0.22 if count > 3 else 0.1
    if value.endswith((".", ";", ",")):
        score -= 0.12 if count <= 6 else 0.3
    if value.endswith(":"):
        score += 0.05
    if not value[0].isupper() and not value[0].isdigit() and value[0] not in _OPENING_MARKS:
        score -= 0.3
    if _SENTENCE_BREAK.search(value) and count > 6:
        score -= 0.3
    return min(1.0, max(0.0, score))
