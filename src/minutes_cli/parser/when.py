"""The meeting's date and times."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from minutes_cli.model.document import Problem
from minutes_cli.model.minutes import Grade
from minutes_cli.parser.draft import Draft, Fact, preferred
from minutes_cli.parser.head import Head
from minutes_cli.parser.passages import Passage, Text, whole
from minutes_cli.profiles import Profile
from minutes_cli.text.dates import DateFound, find_dates
from minutes_cli.text.prose import mentions
from minutes_cli.text.times import find_times

YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def add_date(draft: Draft, head: Head) -> None:
    year, year_text = _year_hint(head)
    read: list[Fact] = []
    for text, rule in _date_sources(head, draft):
        found = next((d for d in find_dates(str(text), default_year=year, day_first=head.day_first) if d.value), None)
        if found and found.value:
            quote = text[found.start : found.end]
            elsewhere = found.inferred_year and year_text is not None
            grade: Grade = "derived" if elsewhere else _grade(found, head)
            quotes = (quote, year_text) if elsewhere and year_text is not None else (quote,)
            if elsewhere and not read:
                draft.problems.append(
                    _note("date-year-inferred", "the year of the meeting's date stands elsewhere", quote)
                )
            one = Fact(found.value.isoformat(), quotes, grade, rule=rule)
            read.append(one if grade != "ambiguous" else preferred(one, _swapped(one, head)))
    printed = _from_title(head)
    if read:
        draft.meeting["date"] = _compared(read)
    elif printed:
        draft.meeting["date"] = printed


def _grade(found: DateFound, head: Head) -> Grade:
    """Ambiguous where nothing tells which number is the day: neither the document nor the weekday."""
    told = head.order_told or (found.value is not None and found.weekday == found.value.weekday())
    return "normalised" if told or not _NUMBERS_ONLY.fullmatch(found.text) else "ambiguous"


_NUMBERS_ONLY = re.compile(r"(?P<one>0?[1-9]|1[0-2])[/.-](?!(?P=one)[/.-])(?:0?[1-9]|1[0-2])[/.-](?:\d{2}|\d{4})")


def _swapped(read: Fact, head: Head) -> Iterator[Fact]:
    for other in find_dates(str(read.quotes[0]), day_first=not head.day_first):
        if other.value:
            yield Fact(other.value.isoformat(), read.quotes, rule=read.rule)


def _compared(read: list[Fact]) -> Fact:
    """The first date with the others; where a label and the title name different days, neither is sure."""
    first = preferred(read[0], read[1:])
    titled = next((f for f in read if f.rule == "meeting.date.title"), first)
    if first.rule == "meeting.date.label" and titled.value != first.value and titled.grade == first.grade:
        return replace(first, grade="ambiguous")
    return first


def is_date_line(line: Text) -> bool:
    """Whether a line says hardly more than a date."""
    value = str(line)
    dates = find_dates(value, default_year=2000)
    return bool(dates) and sum(len(d.text) for d in dates) > 0.5 * len(value.strip())


def leading_time(line: Text) -> int:
    """Where a time of day at the beginning of a line ends ("7.30 pm, Village Hall"); 0 where there is none."""
    found = find_times(str(line)[:40], bare=True)
    return found[0].end if found and found[0].start == 0 and found[0].precise else 0


def _note(code: str, message: str, text: Text) -> Problem:
    place = text.places[0] if text.places else None
    return Problem(
        code,
        message,
        "info" if code.endswith("inferred") else "warning",
        *(place[1:2] if place else (None,)),
        line=place.line if place else None,
    )


def _from_title(head: Head) -> Fact | None:
    """A date in the title that the file gives of itself, where its text has none."""
    found = next((d for d in find_dates(head.metadata.get("title", ""), day_first=head.day_first) if d.value), None)
    return Fact(found.value.isoformat(), (), "derived", rule="meeting.date.metadata") if found and found.value else None


def _date_sources(head: Head, draft: Draft) -> Iterator[tuple[Text, str]]:
    """Texts that may hold the meeting's date, the likeliest first, each with its rule."""
    for stated in head.labelled("date", "time"):
        yield stated, "meeting.date.label"
    title = draft.meeting.get("title")
    for quote in title.quotes if title else ():
        yield quote, "meeting.date.title"
    held = re.compile(r"\b(?:held|met|convened|meeting|minutes|on|date)\b", re.IGNORECASE)
    prose: list[Text] = []
    for passage in head.beginning:
        for line in passage.text.lines() if len(passage.text) < 200 else (passage.text,):
            value = str(line)
            if _OTHER_DATE.match(value):
                continue
            if is_date_line(line) or (
                len(value) < 160 and not re.search(r"previous|last meeting|next meeting|approv", value, re.I)
            ):
                yield line, "meeting.date.line"
            elif held.search(value):
                prose.append(line)
    for line in prose:
        yield line, "meeting.date.sentence"
    for paragraph in head.furniture:
        yield whole(paragraph), "meeting.date.page_header"


_OTHER_DATE = re.compile(
    r"^\W*(?:version|(?:last )?(?:updated|modified|revised)|published|printed|posted|issued?|created|"
    r"approved|adopted|draft|identifier|effective)\b",
    re.IGNORECASE,
)


def _year_hint(head: Head) -> tuple[int | None, Text | None]:
    for passage in head.beginning:
        found = YEAR.search(str(passage.text))
        if found:
            return int(found[0]), passage.text[found.start() : found.end()]
    found = YEAR.search(head.metadata.get("title", "") + " " + head.metadata.get("date", ""))
    return (int(found[0]), None) if found else (None, None)


def add_times(draft: Draft, head: Head, profile: Profile) -> None:
    meeting = draft.meeting
    timed = list(head.labelled("time"))
    for stated in head.labelled("time", "date"):
        times = find_times(str(stated), bare=stated in timed)
        if times:
            meeting["start_time"] = Fact(
                times[0].value, (stated[times[0].start : times[0].end],), "normalised", rule="meeting.time.label"
            )
            until = times[0].until or (
                times[1].value if len(times) > 1 and re.search(r"\bto\b|[-–]", str(stated)) else None
            )
            if until:
                meeting["end_time"] = Fact(
                    until, (stated[times[0].start : times[-1].end],), "normalised", rule="meeting.time.label_until"
                )
            break
    for stated in head.labelled("end_time"):
        times = find_times(str(stated))
        if times:
            meeting["end_time"] = Fact(
                times[0].value, (stated[times[0].start : times[0].end],), "normalised", rule="meeting.time.label"
            )
    _time_near(draft, profile, "opened", "start_time", draft.passages)
    _time_near(draft, profile, "closed", "end_time", draft.passages[len(draft.passages) // 4 :][::-1])
    if "start_time" in meeting:
        return
    for passage in head.beginning:
        value = str(passage.text)[:600]
        times = find_times(value) or [t for t in find_times(value[:60], bare=True) if not t.start and t.precise]
        if times and (find_dates(value, default_year=2000) or len(value) < 60 or re.search(r"\bheld|met\b", value)):
            meeting["start_time"] = Fact(
                times[0].value,
                (passage.text[times[0].start : times[0].end],),
                "normalised",
                rule="meeting.time.beginning",
            )
            if times[0].until and "end_time" not in meeting:
                meeting["end_time"] = Fact(
                    times[0].until,
                    (passage.text[times[0].start : times[0].end],),
                    "normalised",
                    rule="meeting.time.beginning",
                )
            return


# A time without am or pm; one that begins with 0 is of the 24 hours.
_HALF_OPEN = re.compile(r"(?P<hour>[1-9]|1[01])[:.]\d{2}")
_NEAR_MINUTES = 60


def add_halves(draft: Draft, head: Head) -> None:
    """A time printed without am or pm is of the afternoon where the head's time, or the start, says so.

    "5:00 pm … called to order at 5:05", "called to order at 7:00 pm … adjourned at 8:30"
    """
    meeting = draft.meeting
    stated = [t.value for p in head.beginning for t in find_times(str(p.text)[:600]) if "p" in t.text.lower()]
    start, end = meeting.get("start_time"), meeting.get("end_time")
    if (
        start
        and _half_open(start)
        and any(abs(_minutes(start.value) + 720 - _minutes(t)) <= _NEAR_MINUTES for t in stated)
    ):
        meeting["start_time"] = start = _afternoon(start)
    if start and end and _half_open(end) and start.value >= "12:00" and end.value < start.value:
        meeting["end_time"] = _afternoon(end)


def _half_open(time: Fact) -> bool:
    return bool(time.quotes) and _HALF_OPEN.fullmatch(str(time.quotes[0]).strip()) is not None


def _minutes(value: str) -> int:
    return int(value[:2]) * 60 + int(value[3:])


def _afternoon(time: Fact) -> Fact:
    value = f"{int(time.value[:2]) + 12:02d}{time.value[2:]}"
    return Fact(value, time.quotes, "derived", rule="meeting.time.same_half")


# What every time of day holds; passages without it need not be searched for longer patterns.
_CLOCK = ("noon", "midnight", "midday", "o'clock", "o’clock", "half past")
_DIGIT = re.compile(r"\d")


def _time_near(draft: Draft, profile: Profile, cues: str, key: str, passages: Sequence[Passage]) -> None:
    """A time in the same sentence as a cue of the meeting; called to order wins over a scheduled start."""
    cue = re.compile(rf"\b(?:{profile.alternatives(f'meeting.{cues}')})\b", re.IGNORECASE)
    signs = profile.first_words(f"meeting.{cues}")
    for passage in passages:
        if passage.tabular and passage.view is not None and passage.view.kind == "attendance":
            continue
        value = str(passage.text)
        if not (_DIGIT.search(value) or mentions(value, _CLOCK)) or not (mentions(value, signs) and cue.search(value)):
            continue
        sentences = list(passage.text.sentences())
        for number, sentence in enumerate(sentences):
            found = cue.search(str(sentence))
            if not found:
                continue
            times = find_times(str(sentence))
            if not times and number + 1 < len(sentences) and str(sentences[number + 1]).startswith("Time"):
                sentence = sentences[number + 1]
                times = find_times(str(sentence))
                found = re.match("", str(sentence))
            if not times or found is None:
                continue
            time = min(times, key=lambda t: abs(t.start - found.end()) + (40 if t.end <= found.start() else 0))
            if abs(time.start - found.end()) > 140:
                continue
            quotes = (sentence[time.start : time.end],)
            draft.meeting[key] = Fact(time.value, quotes, "normalised", rule=f"meeting.time.{cues}")
            return


def meeting_day(draft: Draft) -> date | None:
    found = draft.meeting.get("date")
    return date.fromisoformat(found.value) if found else None
