"""The heading that names the meeting, and the body that met."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from minutes_cli.parser.draft import Fact, fact
from minutes_cli.parser.head import Head
from minutes_cli.parser.passages import Text, whole
from minutes_cli.parser.tables import fold
from minutes_cli.parser.when import is_date_line
from minutes_cli.profiles import Profile
from minutes_cli.text.dates import find_dates
from minutes_cli.text.prose import heading_likeness

_MOST_LINES = 30
_TITLE_LINES = 14
_LEAST_POINTS = 0.45
# What the file says of itself is believed where no line is as sure as this.
_SURE_POINTS = 0.7
_ADDRESS = re.compile(
    r"https?:|www\.|@|\bTel\b|\bPhone\b|\bFax\b|\b[A-Z]{2}\s+\d{5}\b|\b[A-Z]{1,2}\d{1,2}\s?\d[A-Z]{2}\b|"
    r"^\W*\d+\s+(?:[\w.]+\s+){1,4}(?:St|Street|Road|Rd|Ave|Avenue|Drive|Dr|Lane)\b|\bCharity (?:Number|No)|\bP\.?O\.? Box\b",
    re.IGNORECASE,
)
_FILLER = frozenset(
    [
        "of",
        "the",
        "a",
        "an",
        "for",
        "on",
        "at",
        "in",
        "held",
        "and",
        "to",
        "official",
        "draft",
        "approved",
        "regular",
        "special",
        "monthly",
        "members",
        "board",
        "voting",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
# These words stand in titles of minutes, but in many other headings too.
_WEAK_WORDS = frozenset(
    ["report", "summary", "record", "session", "conference", "call", "assembly", "proceedings", "board"]
)
_SHORT_TITLE = 3
# Extraction may put one word of a title a line.
_EXPLODED = 14


def find_title(head: Head, profile: Profile) -> Fact | None:
    """The line at the top that best names the meeting, with the lines that belong to it."""
    words = set(profile.words("meeting.title_words"))
    lines = [line for line in _lines(head) if fold(str(line)) not in profile.words("meeting.marking")]
    points = [_points(line, number, words, profile) for number, line in enumerate(lines[:_TITLE_LINES])]
    best = max(range(len(points)), key=lambda n: (points[n], -n), default=-1)
    printed = head.metadata.get("title", "")
    if printed and words & _tokens(printed) - _WEAK_WORDS and (best < 0 or points[best] < _SURE_POINTS):
        return Fact(printed, (), "derived", 0.6)
    if best < 0 or points[best] <= _LEAST_POINTS:
        return None
    chosen = _with_neighbours(lines, best, words, profile)
    chosen = [_until_label(line, profile) for line in chosen]
    return Fact(" ".join(" ".join(str(line).split()) for line in chosen), tuple(chosen), "exact", 0.75)


def _lines(head: Head) -> list[Text]:
    """The lines at the top that may be title or body, each as printed."""
    lines: list[Text] = []
    for passage in head.beginning:
        if passage.tabular and passage.view is not None and passage.view.kind != "data":
            continue
        if len(passage.text) > 400:
            first = next(passage.text.sentences(), passage.text)
            if not lines and len(first) < 600:
                lines.append(first)
            break
        lines.extend(passage.text.lines())
        if len(lines) > _MOST_LINES:
            break
    return lines


def _tokens(value: str) -> set[str]:
    return set(re.findall(r"[a-z]+", value.lower()))


def _points(line: Text, number: int, words: set[str], profile: Profile) -> float:
    """How well a line would do as the title."""
    value = str(line)
    tokens = _tokens(value)
    hits = len(tokens & words) - 0.7 * len(tokens & _WEAK_WORDS & words)
    label = rf"^(?:{profile.alternatives('meeting.date', 'meeting.time', 'meeting.venue', 'meeting.chair', 'meeting.minute_taker')})\s*:"
    if hits <= 0 or len(value) > 600 or re.match(label, value, re.IGNORECASE):
        return 0.0
    points = 0.5 + 0.15 * hits - 0.05 * number + 0.4 * (heading_likeness(value) - 0.5)
    points += 0.25 if "minutes" in tokens else 0
    points += 0.2 if tokens & {"minutes", "meeting"} and not _is_bare(tokens, words) else 0
    points += 0.3 if line.paragraph.heading else 0
    points += 0.1 if line.strong else 0
    points -= 0.5 if _ADDRESS.search(value) else 0
    return points


def _with_neighbours(lines: Sequence[Text], best: int, words: set[str], profile: Profile) -> list[Text]:
    """The title's line with those around it that go on with it.

    A line that says no more than "Minutes of the meeting" needs the body's name beside it; other lines join only where
    they are set alike.
    """
    bodies = re.compile(rf"\b(?:{profile.alternatives('meeting.body_words')})s?\b", re.IGNORECASE)
    core = lines[best]
    bare = _is_bare(_tokens(str(core)), words)
    short = bare or len(str(core).split()) <= _SHORT_TITLE
    first = last = best
    skipped: set[int] = set()
    at = best - 1
    while at >= 0 and best - at <= 3:
        line = lines[at]
        if _ADDRESS.search(str(line)):
            if (
                at - 1 < 0
                or not (bodies.search(str(lines[at - 1])) and _alike(lines[at - 1], core, loose=bare))
                or skipped
            ):
                break
            skipped.add(at)
        elif is_date_line(line):
            if not (at > 0 and bodies.search(str(lines[at - 1])) and bare):
                break
        elif not (_alike(line, core, loose=short and bool(bodies.search(str(line))))):
            break
        else:
            first = at
        at -= 1
    while last + 1 < len(lines) and last - best < (_EXPLODED if len(str(lines[last]).split()) <= 4 else 3):
        line = lines[last + 1]
        if _ADDRESS.search(str(line)) or (is_date_line(lines[last]) and last > best):
            break
        if is_date_line(line):
            if not (bare or core.paragraph is line.paragraph) or len(str(line)) > 60:
                break
        elif not (
            _goes_on(lines[last], line)
            or (bare and first == best and bodies.search(str(line)) and _alike(line, core, loose=True))
        ):
            break
        last += 1
    return [lines[n] for n in range(first, last + 1) if n not in skipped]


def _is_bare(tokens: set[str], words: set[str]) -> bool:
    """Whether a line says only that these are minutes of a meeting, not of whom."""
    return not (tokens - words - _FILLER)


def _alike(line: Text, core: Text, loose: bool) -> bool:
    """Whether a line may belong to the same heading as the core."""
    value = str(line)
    if heading_likeness(value) < 0.5 or ":" in value or len(value) > 140:
        return False
    if line.paragraph is core.paragraph:
        return True
    if loose:
        return True
    if (line.paragraph.heading or 0) != (core.paragraph.heading or 0) or line.strong != core.strong:
        return False
    size = abs(line.paragraph.size - core.paragraph.size) <= 0.15 * max(line.paragraph.size, core.paragraph.size, 1)
    return (
        size
        and (line.strong or value.isupper() == str(core).isupper())
        and bool(core.paragraph.lines[0].words or line.strong or core.paragraph.heading)
    )


def _goes_on(line: Text, following: Text) -> bool:
    """Whether the following line continues an unfinished one."""
    value, after = str(line), str(following)
    if ":" in after[:30] or len(after) > 140:
        return False
    if line.paragraph is following.paragraph and heading_likeness(after) >= 0.4:
        return True
    if re.search(r"(?:\b(?:of|the|and|for|at|in|on|to)|[,&–-])$", value, re.IGNORECASE) or re.match(
        r"^(?:of|the|and|for|held)\b", after, re.IGNORECASE
    ):
        return heading_likeness(after) >= 0.35
    return _alike(following, line, loose=False)


def _until_label(line: Text, profile: Profile) -> Text:
    """A line of collapsed minutes ends where the attendance begins."""
    found = re.search(
        rf"\s(?:{profile.alternatives('attendance.present', 'attendance.in_attendance')})\s*:", str(line), re.IGNORECASE
    )
    line = line[: found.start()] if found and found.start() > 20 else line
    return line[re.match(r"^\W*(?:page \d+ of \d+\s+)?", str(line), re.IGNORECASE).end() :]  # type: ignore[union-attr]  # it always matches


# --- the body ---------------------------------------------------------------------------------------------------------

_MEETING_OF = re.compile(
    r"\b(?:meeting|minutes|proceedings|telecon|call)s?\s+of\s+(?:the\s+)?(?:meeting\s+of\s+(?:the\s+)?)?(?P<body>[A-Z][^.;:\n]{3,110}?)"
    r"(?=,?\s+(?:was|were|is|on|HELD|held|at|met|convened|in|commenced|took|started|began|dated|from)\b|,\s+(?:held|on|at)\b|[.;:–]|\s+-\s|$)"
)
_MET = re.compile(r"\b[Tt]he\s+(?P<body>[A-Z][^,.;:\n]{3,90}?)\s+(?:met|convened|held)\b")
_MEETING_WORD = re.compile(r"\b(?:minutes|meeting|notes|agenda|report|record)\b", re.IGNORECASE)


def find_body(head: Head, title: Fact | None, profile: Profile) -> Fact | None:
    """The likeliest of the phrases that name a body; one that holds another is preferred to it."""
    words = re.compile(rf"\b(?:{profile.alternatives('meeting.body_words')})s?\b", re.IGNORECASE)
    found = [f for f in _bodies(head, title, words) if len(f.value) < 130]
    if not found:
        return None
    best = max(found, key=lambda f: f.confidence)
    longer = [
        f
        for f in found
        if heading_likeness(f.value) >= 0.5
        and best.value.lower() in f.value.lower()
        and len(f.value) > len(best.value)
        and f.confidence >= best.confidence - 0.25
    ]
    return max(longer, key=lambda f: len(f.value)) if longer else best


def _bodies(head: Head, title: Fact | None, words: re.Pattern[str]) -> Iterator[Fact]:
    for value in head.labelled("body"):
        if words.search(str(value)):
            yield fact(value, confidence=0.85)
    for passage in head.beginning:
        value = str(passage.text)[:1500]
        for pattern in (_MEETING_OF, _MET):
            for found in pattern.finditer(value):
                if (
                    words.search(found["body"])
                    and len(found["body"].split()) <= 14
                    and heading_likeness(found["body"]) >= 0.4
                ):
                    yield fact(passage.text[found.start("body") : found.end("body")], confidence=0.78)
    lines = [whole(p) for p in head.furniture if p.role == "header" and p.page in (None, 1)] + _lines(head)
    for number, line in enumerate(lines[:_TITLE_LINES]):
        value = str(line)
        if len(value) > 140 or _ADDRESS.search(value) or ":" in value or value.startswith("("):
            continue
        if (
            words.search(value)
            and heading_likeness(value) >= 0.5
            and not re.search(r"\b(?:held|via|met)\b|\d{4}", value)
            and not _MEETING_WORD.search(value)
            and not is_date_line(line)
        ):
            following = lines[number + 1] if number + 1 < len(lines) else None
            if (
                following is not None
                and _unfinished(value, str(following))
                and following.paragraph.page == line.paragraph.page
            ):
                both = (line, following)
                yield Fact(" ".join(str(t) for t in both), both, "exact", 0.74)
            yield fact(line, confidence=0.72 - 0.01 * number)
    for text in [*(title.quotes if title else ()), *lines[:_TITLE_LINES]]:
        if re.search(r"\b(?:via|zoom|teams)\b", str(text), re.IGNORECASE):
            continue
        span = _stretch(str(text), words) if ":" not in str(text) and len(str(text)) < 260 else None
        if span:
            yield fact(text[span[0] : span[1]], confidence=0.6)


def _unfinished(value: str, following: str) -> bool:
    return bool(
        re.search(r"\b(?:of|the|and|for)$", value, re.IGNORECASE) or re.match(r"^(?:of|the|and|for)\b", following)
    )


_CUT = re.compile(
    r"\b(?:draft|approved|unapproved|minutes|meetings?|notes|telecon|teleconference|call|agenda|monthly|weekly|annual general|annual|regular|"
    r"ordinary|special|quarterly|agm|virtual|proceedings|first|second|third|\d+(?:st|nd|rd|th)|report|summary|voting)\b|[|–—]|\s-\s|#\s?\d+",
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
