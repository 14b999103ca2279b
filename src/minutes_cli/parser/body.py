"""The body that met."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.parser.draft import Fact, fact
from minutes_cli.parser.head import Head
from minutes_cli.parser.passages import Text, whole
from minutes_cli.parser.title import ADDRESS, TITLE_LINES, top_lines
from minutes_cli.parser.when import is_date_line
from minutes_cli.profiles import Profile
from minutes_cli.text.dates import find_dates
from minutes_cli.text.prose import heading_likeness

_MEETING_OF = re.compile(
    r"\b(?:meeting|minutes|proceedings|telecon|"
    r"call)s?\s+of\s+(?:the\s+)?(?:meeting\s+of\s+(?:the\s+)?)?(?P<body>[A-Z][^.;:\n]{3,110}?)"
    r"(?=,?\s+(?:was|were|is|on|HELD|held|at|met|convened|in|commenced|took|started|began|dated|from)\b|"
    r",\s+(?:held|on|at)\b|[.;:–]|\s+-\s|$)"
)
_MET = re.compile(r"\b[Tt]he\s+(?P<body>[A-Z][^,.;:\n]{3,90}?)\s+(?:met|convened|held)\b")
_MEETING_WORD = re.compile(r"\b(?:minutes|meeting|notes|agenda|report|record)\b", re.IGNORECASE)


def find_body(head: Head, title: Fact | None, profile: Profile) -> Fact | None:
    """The likeliest of the phrases that name a body; one that holds another is preferred to it."""
    words = re.compile(rf"\b(?:{profile.alternatives('meeting.body_words')})s?\b", re.IGNORECASE)
    found = [(points, f) for points, f in _bodies(head, title, words) if len(f.value) < 130]
    if not found:
        return None
    most, best = max(found, key=lambda pair: pair[0])
    longer = [
        f
        for points, f in found
        if heading_likeness(f.value) >= 0.5
        and best.value.lower() in f.value.lower()
        and len(f.value) > len(best.value)
        and points >= most - _NEARLY
    ]
    return max(longer, key=lambda f: len(f.value)) if longer else best


# A longer phrase is preferred where its place is hardly worse by so many points.
_NEARLY = 0.25


def _bodies(head: Head, title: Fact | None, words: re.Pattern[str]) -> Iterator[tuple[float, Fact]]:
    """The phrases that may name the body, each with points for its place."""
    for stated in head.labelled("body"):
        if words.search(str(stated)):
            yield 0.85, fact(stated, rule="meeting.body.label")
    for passage in head.beginning:
        value = str(passage.text)[:1500]
        for pattern in (_MEETING_OF, _MET):
            for found in pattern.finditer(value):
                if (
                    words.search(found["body"])
                    and not re.fullmatch(r"(?:[Tt]he )?[Bb]oard [Mm]embers|BOARD MEMBERS", found["body"].strip())
                    and len(found["body"].split()) <= 14
                    and heading_likeness(found["body"]) >= 0.4
                ):
                    yield 0.78, fact(passage.text.group(found, "body"), rule="meeting.body.sentence")
    lines = [whole(p) for p in head.furniture if p.role == "header" and p.page in (None, 1)] + top_lines(head)
    for number, line in enumerate(lines[:TITLE_LINES]):
        value = str(line)
        if len(value) > 140 or ADDRESS.search(value) or ":" in value or value.startswith("("):
            continue
        if (
            words.search(value)
            and heading_likeness(value) >= 0.5
            and not re.search(r"\b(?:held|via|met)\b|\d{4}", value)
            and not _MEETING_WORD.search(value)
            and not is_date_line(line)
        ):
            following = lines[number + 1] if number + 1 < len(lines) else None
            if following is not None and _one_name(line, following, words):
                both = (line, following)
                yield 0.74, Fact(" ".join(str(t) for t in both), both, rule="meeting.body.two_lines")
            yield 0.72 - 0.01 * number, fact(line, rule="meeting.body.line")
    for text in [*(title.quotes if title else ()), *lines[:TITLE_LINES]]:
        if re.search(r"\b(?:via|zoom|teams)\b", str(text), re.IGNORECASE):
            continue
        span = _stretch(str(text), words) if ":" not in str(text) and len(str(text)) < 260 else None
        if span:
            yield 0.6, fact(text[span[0] : span[1]], rule="meeting.body.title")


# Words that name no body by themselves: "Executive Committee" needs whose.
_GENERIC = frozenset(
    (
        *("the", "of", "board", "committee", "commission", "council", "executive", "working", "group"),
        *("directors", "trustees", "members", "management", "team", "section"),
    )
)


def _one_name(line: Text, following: Text, words: re.Pattern[str]) -> bool:
    """Whether the line below belongs to the same name: it goes on with it, or one of the two says only "Board"."""
    one, two = str(line), str(following)
    if following.paragraph.page != line.paragraph.page:
        return False
    if _unfinished(one, two):
        return True
    if (
        ADDRESS.search(two)
        or ":" in two
        or is_date_line(following)
        or _MEETING_WORD.search(two)
        or heading_likeness(two) < 0.5
    ):
        return False
    generic = [not set(re.findall(r"[a-z]+", v.lower())) - _GENERIC for v in (one, two)]
    return generic[0] != generic[1] and abs(line.paragraph.size - following.paragraph.size) <= 0.4 * max(
        line.paragraph.size, 1
    )


def _unfinished(value: str, following: str) -> bool:
    return bool(
        re.search(r"\b(?:of|the|and|for)$", value, re.IGNORECASE) or re.match(r"^(?:of|the|and|for)\b", following)
    )


_CUT = re.compile(
    r"\b(?:draft|approved|unapproved|minutes|meetings?|notes|telecon|teleconference|call|agenda|monthly|"
    r"weekly|annual general|annual|regular|"
    r"ordinary|special|quarterly|agm|virtual|proceedings|first|second|third|\d+(?:st|nd|rd|th)|report|"
    r"summary|voting)\b|[|–—]|\s-\s|#\s?\d+",
    re.IGNORECASE,
)


def _stretch(value: str, words: re.Pattern[str]) -> tuple[int, int] | None:
    """The longest stretch of a title between words like "minutes of the meeting" and dates that names a body."""
    cuts = [(m.start(), m.end()) for m in _CUT.finditer(value)]
    cuts += [(d.start, d.end) for d in find_dates(value, default_year=2000)]
    best: tuple[int, int] | None = None
    at = 0
    for start, end in [*sorted(cuts), (len(value), len(value))]:
        first, last = _trim(value, at, start)
        if last - first > 2 and words.search(value[first:last]) and (best is None or last - first > best[1] - best[0]):
            best = (first, last)
        at = max(at, end)
    return best


def _trim(value: str, start: int, end: int) -> tuple[int, int]:
    """Leave out joining words and punctuation at both ends."""
    small = frozenset(("of", "the", "on", "held", "at", "for", "in", "a", "an", "to"))
    while True:
        piece = value[start:end]
        stripped = piece.strip(" ,:.–—-\t\n")
        start += piece.find(stripped) if stripped else len(piece)
        end = start + len(stripped)
        parts = stripped.split()
        if parts and parts[0].lower() in small:
            start += len(parts[0])
        elif parts and parts[-1].lower() in small:
            end -= len(parts[-1])
        else:
            return start, end
