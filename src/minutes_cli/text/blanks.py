"""Places that were to be filled in and were not: "[insert date]", "{{venue}}", "Cllr ____ said", "xx/xx/2025"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.text.later import later
from minutes_cli.text.prose import mentions

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
_BLANK = later(
    r"\[(?:insert|enter|add|type|your|name|names|date|time|venue|location|place|chair|title|organisation|organization|"
    r"company|body|topic|subject|owner|action|text|role|summary|number|list|"
    r"task|decision|initials|pillar|priority|proposer|mover|seconder)\b[^\]\n]{0,80}\]|"
    r"\[to be (?:added|completed|inserted|filled|supplied|provided|written|determined)\b[^\]\n]{0,60}\]|"
    r"<(?:insert|enter|add|type|your|names?|date|time|venue|location|chair|title|topic|owner|action|text|role)\b"
    r"[^>=\n]{0,60}>|"
    r"\{\{[^{}\n]{1,60}\}\}|"
    r"\b(?:click|tap)(?: or tap)? (?:here )?to (?:enter|add|choose)\b|\bchoose an item\b|\blorem ipsum\b|"
    r"\b(?:dd|mm)[/.-](?:mm|dd)[/.-]yy(?:yy)?\b|\bXX[/.-]XX[/.-](?:XX(?:XX)?|\d{2}(?:\d{2})?)\b|"
    rf"\bXX(?:st|nd|rd|th)?\s{_MONTH}\b|\b(?:XX|HH):(?:XX|MM)\b|"
    r"\b(?:cllr|councillor|mrs?|ms|miss|dr|rev|revd)\.?\sXX\b|\bX{4,12}\b|"
    r"(?<![\w?!])\?{3,60}(?![\w?!])",
    re.IGNORECASE,
)
# One of these stands in every one of them.
_SIGNS = (
    *("[", "<", "{{", "???", "xx", "hh:", "click", "tap", "choose", "lorem"),
    *(f"{one}{sign}{two}" for one in ("dd", "mm") for sign in "/.-" for two in ("dd", "mm")),
)
# A line to write on within a sentence: it goes on behind it.
_LINE = later(r"(?<!\w)_{3,200}(?=,?\s[a-z])")
# These are signed by hand when the minutes are approved.
_BY_HAND = later(
    r"\b(?:sign|signed|signature|signatory|day of|witness(?:ed)?|attest(?:ed)?|approved|adopted|confirmed|dated?|"
    r"initials?)\b",
    re.IGNORECASE,
)


def find_blanks(text: str) -> Iterator[re.Match[str]]:
    """Every place that waits for its words, in order of kind; the lines that people sign on are none."""
    if mentions(text, _SIGNS):
        yield from _BLANK.finditer(text)
    if "___" in text and not _BY_HAND.search(text):
        yield from _LINE.finditer(text)


def is_blank(text: str) -> bool:
    """Whether a text is nothing else than one of them."""
    bare = text.strip()
    return any(found[0] == bare for found in find_blanks(bare))
