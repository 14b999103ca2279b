"""The heading that names the meeting, and the body that met."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from minutes_cli.parser.draft import Fact, fact, preferred
from minutes_cli.parser.head import Head
from minutes_cli.parser.passages import Text
from minutes_cli.parser.tables import fold
from minutes_cli.parser.when import is_date_line, leading_time
from minutes_cli.profiles import Profile
from minutes_cli.text.dates import find_dates
from minutes_cli.text.later import later
from minutes_cli.text.prose import heading_likeness

_MOST_LINES = 30
TITLE_LINES = 14
_NUMBERED = later(r"^\d{1,2}[.)]\s")
_LEAST_POINTS = 0.45
# What the file says of itself is believed where no line is as sure as this.
_SURE_POINTS = 0.7
ADDRESS = later(
    r"https?:|www\.|@|\bTel\b|\bPhone\b|\bFax\b|\b[A-Z]{2}\s+\d{5}\b|\b[A-Z]{1,2}\d{1,2}\s?\d[A-Z]{2}\b|"
    r"^\W*\d+\s+(?:[\w.]+\s+){1,4}(?:St|Street|Road|Rd|Ave|Avenue|Drive|Dr|Lane)\b|\bCharity (?:Number|"
    r"No)|\bP\.?O\.? Box\b",
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
        "weekly",
        "quarterly",
        "annual",
        "general",
        "ordinary",
        "extraordinary",
        "committee",
        "open",
        "public",
        "work",
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
# More of them make a list of people.
_MOST_COMMAS = 6
# Extraction may put one word of a title a line.
_EXPLODED = 14


def find_title(head: Head, profile: Profile) -> Fact | None:
    """The line at the top that best names the meeting, with the lines that belong to it."""
    words = set(profile.words("meeting.title_words"))
    lines = [line for line in top_lines(head) if fold(str(line)) not in profile.words("meeting.marking")]
    points = [_points(line, number, words, profile) for number, line in enumerate(lines[:TITLE_LINES])]
    best = max(range(len(points)), key=lambda n: (points[n], -n), default=-1)
    printed = head.metadata.get("title", "")
    unsure = best < 0 or points[best] < _SURE_POINTS or not words & _tokens(str(lines[best])) - _WEAK_WORDS
    if printed and words & _tokens(printed) - _WEAK_WORDS and unsure:
        return Fact(printed, (), "derived", rule="meeting.title.metadata")
    if best < 0 or points[best] <= _LEAST_POINTS:
        return None
    chosen = _with_neighbours(lines, best, words, profile)
    chosen = [_until_label(line, profile) for line in chosen]
    rule = "meeting.title.heading"
    found = Fact(" ".join(" ".join(str(line).split()) for line in chosen), tuple(chosen), rule=rule)
    others = sorted((-p, n) for n, p in enumerate(points) if p > _LEAST_POINTS and str(lines[n]) not in found.value)
    return preferred(found, (fact(lines[n], rule=rule) for _, n in others))


def top_lines(head: Head) -> list[Text]:
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
        lines.extend(_title_lines(passage.text))
        if len(lines) > _MOST_LINES:
            break
    return lines


def _title_lines(text: Text) -> Iterator[Text]:
    """A paragraph's lines; a large heading that only wraps is one."""
    lines = list(text.lines())
    large = text.paragraph.size >= _LARGE and heading_likeness(str(text)) >= 0.5
    wraps = len(lines) in (2, 3) and (large or (text.strong and _breaks_inside(lines)))
    yield from (text,) if wraps else lines


def _breaks_inside(lines: Sequence[Text]) -> bool:
    """Whether every line break falls where no clerk would put one: behind "on" or "6", in front of "at" or "May"."""
    return all(
        _OPEN_END.search(str(a)) or (str(b)[:1].islower() and not _OPEN_END.search(str(b)))
        for a, b in itertools.pairwise(lines)
    )


_OPEN_END = later(r"(?:\b(?:of|the|and|for|at|in|on|to|held)|\b\d{1,2}(?:st|nd|rd|th)?|[,&–-])\W?$", re.IGNORECASE)
_LABELLED = later(r"^[A-Z]\w+:")
# Points from which a paragraph of several lines is a display heading and not a block of lines.
_LARGE = 18.0


def _tokens(value: str) -> set[str]:
    """The words of a line; "8th" and "2.00pm" are figures."""
    return set(re.findall(r"(?<![a-z0-9])[a-z]+", re.sub(r"https?:\S{1,300}", " ", value.lower())))


def _points(line: Text, number: int, words: set[str], profile: Profile) -> float:
    """How well a line would do as the title."""
    value = str(line)
    tokens = _tokens(value)
    hits = (
        len(tokens & words)
        + sum(1 for phrase in words if " " in phrase and phrase in value.lower())
        - 0.7 * len(tokens & _WEAK_WORDS & words)
    )
    keys = ("meeting.date", "meeting.time", "meeting.venue", "meeting.chair", "meeting.minute_taker")
    label = rf"^(?:{profile.alternatives(*keys)})\s*:"
    if (
        hits <= 0
        or leading_time(line)
        or _NUMBERED.match(value)
        or _NO_TITLE.search(value[:_LONGEST_START])
        or len(value) > 600
        or value.count(",") > _MOST_COMMAS
        or re.match(label, value, re.IGNORECASE)
    ):
        return 0.0
    points = 0.5 + 0.15 * hits - 0.05 * number + 0.4 * (heading_likeness(value) - 0.5)
    points += 0.25 if "minutes" in tokens else 0
    points += 0.2 if tokens & {"minutes", "meeting"} and not _is_bare(tokens, words) else 0
    points += 0.3 if line.paragraph.heading else 0
    points += 0.1 if line.strong else 0
    points -= 0.5 if ADDRESS.search(value) or "\ufffd" in value else 0
    return points


# What is said of other minutes, and who came, names no meeting.
_NO_TITLE = later(
    r"^\W*(?:approval of|approve|adoption of|adopt|motion|moved|to (?:approve|receive|confirm|sign)|present:|"
    r"apologies)\b|"
    r"\b(?:was|were)\s+(?:(?:then|duly|unanimously|previously)\s+)?(?:accepted|approved|agreed|signed|confirmed|read|"
    r"adopted|taken|circulated|received|noted)\b",
    re.IGNORECASE,
)
_LONGEST_START = 200


def _with_neighbours(lines: Sequence[Text], best: int, words: set[str], profile: Profile) -> list[Text]:
    """The title's line with those around it that go on with it.

    A line that says no more than "Minutes of the meeting" needs the body's name beside it; other lines join only where
    they are set alike.
    """
    bodies = later(rf"\b(?:{profile.alternatives('meeting.body_words')})s?\b", re.IGNORECASE)
    core = lines[best]
    bare = _is_bare(_tokens(str(core)), words)
    short = bare or len(str(core).split()) <= _SHORT_TITLE
    needs_body = _MEETING_OF.match(str(core)) or (best == 1 and _MINUTES_OF.match(str(core)))
    first = last = best
    skipped: set[int] = set()
    at = best - 1
    while at >= 0 and best - at <= 3:
        line = lines[at]
        if ADDRESS.search(str(line)):
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
        elif not _alike(line, core, loose=bodies.search(str(line)) and (short or needs_body)):
            break
        else:
            first = at
        at -= 1
    while last + 1 < len(lines) and last - best < (_EXPLODED if len(str(lines[last]).split()) <= 4 else 3):
        line = lines[last + 1]
        if ADDRESS.search(str(line)) or (is_date_line(lines[last]) and last > best):
            break
        if is_date_line(line):
            if not bare or len(str(line)) > 60 or _LABELLED.match(str(line)):
                break
        elif not (
            _goes_on(lines[last], line)
            or (bare and first == best and bodies.search(str(line)) and _alike(line, core, loose=True))
        ):
            break
        last += 1
    between = range(first + 1, best)
    skipped |= {n for n in between if _is_date(str(lines[n])) or _PLACE.search(str(lines[n]))}
    return [lines[n] for n in range(first, last + 1) if n not in skipped]


def _is_date(value: str) -> bool:
    """Whether a line is a date and nothing else."""
    for found in reversed(find_dates(value, default_year=2000)):
        value = value[: found.start] + value[found.end :]
    return not value.strip(" ,.")


# A line between the body's name and "Minutes" that says where they met.
_PLACE = later(r"\b(?:room|hall|chambers?|offices?|building|centre|center|library|school)\b", re.IGNORECASE)


def _is_bare(tokens: set[str], words: set[str]) -> bool:
    """Whether a line says only that these are minutes of a meeting, not of whom."""
    return not (tokens - words - _FILLER)


# "Minutes of the Autumn Term Meeting": the body stands above.
_MEETING_OF = later(r"^\W*(?:draft )?minutes of (?:the |a |an )?(?:\w+ ){1,4}meeting\W*$", re.IGNORECASE)


# The first line of all is whose minutes they are.
_MINUTES_OF = later(r"^\W*(?:draft |approved |confirmed )?minutes of\b", re.IGNORECASE)


def _alike(line: Text, core: Text, loose: object) -> bool:
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
    open_end = re.search(r"(?:\b(?:of|the|and|for|at|in|on|to)|[,&–-])$", value, re.IGNORECASE)
    if not open_end and _APART.match(after):
        return False
    if re.match(r"(?:at|in|on|via|from|commencing|starting)\s", after):
        return _PLACED.search(value) is not None
    if open_end or re.match(r"^(?:of|the|and|for|held)\b", after, re.IGNORECASE):
        return heading_likeness(after) >= 0.35
    return _alike(following, line, loose=False)


# "Held at the offices…" begins a sentence of its own; "…held on 9 March / at 9.30 a.m. in the hall" goes on.
_APART = later(r"Held\s+(?:at|on|in|via)\b")
_PLACED = later(r"\b(?:held|meeting)\b", re.IGNORECASE)


def _until_label(line: Text, profile: Profile) -> Text:
    """A line of collapsed minutes ends where the attendance begins."""
    found = re.search(
        rf"\s(?:{profile.alternatives('attendance.present', 'attendance.in_attendance')})\s*:", str(line), re.IGNORECASE
    )
    line = line[: found.start()] if found and found.start() > 20 else line
    return line[re.match(r"^\W*?(?=[\"“‘(\[]*\w|=\w|$)(?:page \d+ of \d+\s+)?", str(line), re.IGNORECASE).end() :]  # type: ignore[union-attr]  # it always matches
