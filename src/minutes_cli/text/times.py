"""Times of day as minutes print them: 24 or 12 hours, colon, dot or nothing between, in words, and as ranges."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

_WORDS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_HOUR_OF = {word: number for number, word in enumerate(_WORDS, 1)}
_MINUTES_OF = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}
_MONTH_STEMS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
# What stands before a number that is a time though it prints neither am nor pm; weak ones precede sums and years too.
_CUES = (
    "at|time|start|starts|started|begin|begins|began|begun|commenced|commencing|open|opened|close|closed|finish|finished"
    "|end|ended|adjourned|concluded|arrived|left|joined|rejoined|departed|convened"
)
_WEAK_CUES = "by|from|until|till|since|between"
# Characters that scanners put for digits.
_UNSCAN = str.maketrans("OolI", "0011")
# How far before a number its cue is looked for: "commencing at about ".
_CUE_REACH = 24
# After a weak cue or none, dotted numbers below this hour ("by 2.10") are as likely sums or sections.
_EARLIEST_DOTTED = 7
# Four digits that begin so are rather a year.
_CENTURIES = ("19", "20")

_Kind = Literal["colon", "dot", "joined", "lone", "word"]
_Half = Literal["am", "pm", ""]


@dataclass(frozen=True, slots=True)
class TimeFound:
    """A time of day in a text, or a range of them.

    value     "HH:MM"
    precise   printed with am or pm, a colon or a dot, or by name (noon)
    until     the end of a range ("6-8 p.m."), else None
    """

    start: int
    end: int
    text: str
    value: str
    precise: bool
    until: str | None = None


@dataclass(frozen=True, slots=True)
class _Clock:
    """What may be a time: how it is printed decides what else it needs. A lone number is an hour only in a range."""

    start: int
    end: int
    hour: int
    minute: int
    kind: _Kind
    half: _Half = ""
    marked: bool = False
    zero: bool = False

    @property
    def certain(self) -> bool:
        return self.marked or self.kind in {"colon", "word"}

    @property
    def precise(self) -> bool:
        return bool(self.half) or self.kind in {"colon", "dot", "word"}

    @property
    def halved(self) -> bool:
        """May be meant as am or pm though it does not say so."""
        return not self.half and self.kind in {"colon", "dot", "lone"} and 1 <= self.hour <= 12 and not self.zero

    def written(self) -> str:
        """Write "HH:MM"; "14:30pm" is 14:30."""
        hour = self.hour
        if self.half == "pm" and hour < 12:
            hour += 12
        elif self.half == "am" and hour == 12:
            hour = 0
        return f"{hour % 24:02d}:{self.minute:02d}"


def find_times(text: str, *, bare: bool = False) -> list[TimeFound]:
    """All times in a text, in order, not overlapping; "7.30pm to 9pm" is one.

    bare   the text is known to hold times (a cell under "Time"), so 19.30 and 0930 need no word before them
    """
    found: list[TimeFound] = []
    clocks = list(_clocks(text))
    index = 0
    while index < len(clocks):
        clock = clocks[index]
        later = clocks[index + 1] if index + 1 < len(clocks) else None
        if later is not None and (ends := _as_range(text, clock, later, bare)):
            first, last = ends
            precise = first.precise or last.precise
            found.append(_found(text, first, last.end, precise, last.written()))
            index += 1
        elif clock.certain or _is_cued(text, clock, bare):
            found.append(_found(text, clock, clock.end, clock.precise, None))
        index += 1
    return found


def _found(text: str, clock: _Clock, end: int, precise: bool, until: str | None) -> TimeFound:
    return TimeFound(clock.start, end, text[clock.start : end], clock.written(), precise, until)


@cache
def _in_digits() -> re.Pattern[str]:
    start = r"(?<![\w£$€#+])(?<!\d[.:,/])"
    dotted = r"(?P<hour>[012lIO]?\d|[12lI][Oo])\s?(?P<sign>[:.])\s?(?P<minute>[0-5Oo][\dOolI])(?::[0-5]\d)?"
    joined = r"(?P<joined>[0-2]\d[0-5]\d|[1-9][0-5]\d(?=\s?[ap]\.?m))"
    half = r"(?P<half>[ap]\.\s?m\b\.?|[ap]\s?m\b)"
    zone = r"(?P<zone>(?-i:UTC|GMT|BST|CES?T|[ECMP][SD]?T|IST|Z))"
    return re.compile(
        rf"(?i){start}(?:{dotted}|{joined}|(?P<french>[0-2]?\dh[0-5]\d)|(?P<lone>[01]?\d|2[0-4])(?![.:]\d))"
        rf"(?:(?:\s{{0,3}}|\s?\n\s{{0,12}})(?:{half}|(?P<mark>hrs?\b\.?|hours\b|h\b)))?(?:\s?{zone})?(?![\w%])(?![.:]\d)"
    )


@cache
def _in_words() -> re.Pattern[str]:
    number = "|".join(_WORDS)
    named = r"(?:12(?:[.:]00)?\s{0,2}|twelve\s)?(?P<named>noon|midday|mid-day|midnight)"
    past = rf"(?P<minutes>{'|'.join(_MINUTES_OF)})[\s-](?P<side>past|to)[\s-](?P<past>{number}|1[0-2]|[1-9])"
    oclock = rf"(?P<oclock>{number}|1[0-2]|[1-9])\s?o\s?['’‘]\s?clock"
    part = r"(?:\sin\sthe\s(?P<part>morning|afternoon|evening)|\s?(?P<half>[ap]\.\s?m\b\.?|[ap]m\b))?"
    return re.compile(rf"(?i)(?<![\w£$€.:])(?:{named}|(?:{past}|{oclock}){part})(?!\w)")


@cache
def _around() -> dict[str, re.Pattern[str]]:
    lead = r"[\s:.,]{0,3}(?:at\s)?(?:about\s|around\s|approximately\s|approx\.?\s|c\.\s?)?\Z"
    amount = (
        r"%|per\s?cent|million|billion|bn\b|k\b|miles?|km|kg|tons?\b|tonnes?|feet|ft\b|points?|metres|pounds|people"
    )
    return {
        "cue": re.compile(rf"(?i)(?:(?<![^\W_])(?:{_CUES})|@){lead}"),
        "weak": re.compile(rf"(?i)(?:(?<![^\W_])(?:{_WEAK_CUES})|:){lead}"),
        "amount": re.compile(rf"(?i)\s?(?:{amount})"),
        "month": re.compile(rf"(?i)\b(?:{_MONTH_STEMS})[a-z]{{0,6}}\.?\s{{0,3}}\Z"),
        "between": re.compile(r"(?i)\bbetween\b[^.;]{0,20}\Z"),
        "clause_end": re.compile(r"(?i)\s?(?:\Z|[.,;)\n]|on\b)"),
        "join": re.compile(r"(?i)\s{0,12}(?:[-–—‑]|to|until|till|(?P<also>and))\s{0,12}"),
    }


def _clocks(text: str) -> Iterator[_Clock]:
    """Everything that may be a time, in order; where words and digits overlap ("12 noon") the words win."""
    words = [_from_words(hit) for hit in _in_words().finditer(text)]
    taken = {place for clock in words for place in range(clock.start, clock.end)}
    digits = (_from_digits(hit) for hit in _in_digits().finditer(text) if hit.start() not in taken)
    yield from sorted([*words, *(clock for clock in digits if clock)], key=lambda clock: clock.start)


def _from_words(hit: re.Match[str]) -> _Clock:
    if hit["named"]:
        return _Clock(hit.start(), hit.end(), 0 if hit["named"].casefold() == "midnight" else 12, 0, "word")
    half = _half(hit["half"])
    if hit["part"]:
        half = "am" if hit["part"].casefold() == "morning" else "pm"
    word = (hit["past"] or hit["oclock"]).casefold()
    total = 60 * (_HOUR_OF.get(word) or int(word))
    if hit["past"]:
        minutes = _MINUTES_OF[hit["minutes"].casefold()]
        total += minutes if hit["side"].casefold() == "past" else -minutes
    return _Clock(hit.start(), hit.end(), total // 60, total % 60, "word", half)


def _from_digits(hit: re.Match[str]) -> _Clock | None:
    """Read a match; None where no clock shows it, and for durations ("1.30 hours")."""
    half, kind = _half(hit["half"]), _kind(hit)
    joined = hit["joined"] or (hit["french"] or "").replace("h", "").replace("H", "")
    hour = _number(joined[:-2] or hit["hour"] or hit["lone"])
    minute = _number(joined[-2:] or hit["minute"] or "0")
    zero = hit[0][0] in "0Oo"
    if hour > 24 or (hour == 24 and minute) or minute > 59 or (kind == "lone" and half and not 1 <= hour <= 23):
        return None
    if hit["mark"] and (kind == "lone" or (kind in {"colon", "dot"} and len(hit["hour"]) < 2)):
        return None
    # "1500 hours" is often an amount of work; "0930 hours" is not.
    mark = hit["mark"] and (zero or kind != "joined" or hit["mark"].casefold() != "hours")
    zone = hit["zone"] and kind != "lone"
    return _Clock(hit.start(), hit.end(), hour, minute, kind, half, bool(half or mark or zone), zero)


def _kind(hit: re.Match[str]) -> _Kind:
    if hit["joined"]:
        return "joined"
    if hit["french"] or hit["sign"] == ":":
        return "colon"
    return "dot" if hit["sign"] else "lone"


def _half(letters: str | None) -> _Half:
    if not letters:
        return ""
    return "am" if letters[0] in "aA" else "pm"


def _number(digits: str) -> int:
    return int(digits.translate(_UNSCAN))


def _is_cued(text: str, clock: _Clock, bare: bool) -> bool:
    """Whether a number without am, pm or colon is a time by what stands around it."""
    if clock.kind == "lone" or _around()["amount"].match(text, clock.end):
        return False
    if bare:
        return True
    before = text[max(0, clock.start - _CUE_REACH) : clock.start]
    strong, weak = _around()["cue"].search(before), _around()["weak"].search(before)
    if clock.kind == "dot":
        return bool(strong) or (bool(weak) and clock.hour >= _EARLIEST_DOTTED)
    if text[clock.start : clock.start + 2] in _CENTURIES and not _around()["clause_end"].match(text, clock.end):
        return False
    return bool(strong) or (bool(weak) and clock.zero)


def _as_range(text: str, first: _Clock, last: _Clock, bare: bool) -> tuple[_Clock, _Clock] | None:
    """Both ends of a range with am and pm shared out; None where the two are not one."""
    join = _around()["join"].fullmatch(text, first.end, last.start)
    if not join or _around()["amount"].match(text, last.end):
        return None
    before = text[max(0, first.start - _CUE_REACH) : first.start]
    if join["also"] and not _around()["between"].search(before):
        return None
    lone_date = first.kind == "lone" and not first.half and _around()["month"].search(before)
    if lone_date or (last.kind == "lone" and not last.half):
        return None
    if first.kind == "lone" and not first.half and not (last.half and first.halved):
        return None
    if not (first.certain or last.certain or bare or _is_plain_range(text, first, last)):
        return None
    if (first.kind == "joined") != (last.kind == "joined") and not (first.certain and last.certain):
        return None
    return _shared(first, last)


def _is_plain_range(text: str, first: _Clock, last: _Clock) -> bool:
    """Two numbers without a mark: 09.30 – 11.15, 0930 to 1230; not years, sums or sections."""
    if first.written() >= last.written() or first.kind != last.kind:
        return False
    if first.kind == "dot":
        return first.hour >= _EARLIEST_DOTTED or _is_cued(text, first, False)
    years = all(text[clock.start : clock.start + 2] in _CENTURIES for clock in (first, last))
    return not years and (first.zero or _is_cued(text, first, False))


def _shared(first: _Clock, last: _Clock) -> tuple[_Clock, _Clock]:
    """Give one end of a range the am or pm of the other, or its opposite where the range would run backwards."""
    if last.half and first.halved:
        first = replace(first, half=last.half)
        if first.written() >= last.written():
            first = replace(first, half="pm" if last.half == "am" else "am")
    elif first.half and last.halved:
        last = replace(last, half=first.half)
        if last.written() <= first.written():
            last = replace(last, half="pm" if first.half == "am" else "am")
    return first, last
