"""When, where and what kind the next meeting is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from minutes_cli.parser.draft import Draft, Fact, fact, preferred
from minutes_cli.parser.fields import Field
from minutes_cli.parser.head import Head
from minutes_cli.parser.passages import Text
from minutes_cli.parser.tables import fold
from minutes_cli.parser.when import meeting_day
from minutes_cli.profiles import Profile
from minutes_cli.text.dates import DateFound, find_dates
from minutes_cli.text.prose import heading_likeness, mentions
from minutes_cli.text.times import find_times

_ITEM = "next_meeting.date.item"
_LABEL = "next_meeting.date.label"
# Text behind a label that is longer than this is rather a discussion than a date.
_LONGEST_LABELLED = 300
# A next meeting lies at most this many days ahead; a date further on is another thing's.
_FARTHEST_DAYS = 420
_SENTENCE = re.compile(
    r"\b(?:next|following|future)\b(?:\s+\w+){0,6}?\s+(?:meetings?|telecon|call|session|teleconference|"
    r"board)\b|\bmeet(?:ing)? again\b|\breconvene\b|\bnext\b.{0,40}\bwill (?:be|take place|meet)\b",
    re.IGNORECASE,
)
_HINTS = ("next", "following", "future", "again", "reconvene")
_REPORT = re.compile(
    r"\b(?:report|update|bring|discuss(?:ed)?|agenda|review|present|circulate|consider|follow|"
    r"approve[ds]?|provide|deferred|table[ds]?)\b[^.;]{0,80}\b(?:at|to|for|until|by|before|in)\s+(?:the|"
    r"our)\s+next\b",
    re.IGNORECASE,
)
_KIND = re.compile(
    r"(?P<kind>(?:(?<![\w&’'-])[A-Z][\w&’'-]*+\s+){0,5}(?:[Mm]eeting(?:\s+#?\d+)?|[Rr]eview|[Bb]oard|[Tt]elecon|"
    r"[Cc]ommittee|[Cc]onference [Cc]all|AGM|[Pp]anel|[Aa]ssembly|[Ss]ession|BOD)\b(?:\s+#\d+)?)"
)
_PLAIN_KIND = re.compile(
    r"^(?:the\s+)?(?:date|dates|time|venue|next|future|following|of|confirmation|upcoming|meetings?|and|"
    r"type|/|\s|our|this|a|-|–|:|,|is|scheduled|for)+$",
    re.IGNORECASE,
)


def add_next_meeting(draft: Draft, head: Head, fields: Sequence[Field], profile: Profile) -> None:
    """Fill `draft.next_meeting` from the likeliest place that names a date after this meeting's."""
    day = meeting_day(draft)
    best: dict[str, Fact] = {}
    score = 0.0
    dates: list[Fact] = []
    for texts, weight, rule in _places(draft, head, profile):
        found = _read(texts, day, head.day_first, profile, rule)
        dates.extend(found[key] for key in ("date",) if key in found)
        points = weight + (0.5 if "date" in found else 0) + 0.05 * len(found) if found else 0.0
        if points > score:
            best, score = found, points
    if "date" not in best:
        best, score = _not_ahead(draft, head, day, profile) or best, max(score, 1.0)
    if best and ("date" in best or score >= 1.0):
        draft.next_meeting = best
    if "date" in best:
        best["date"] = preferred(best["date"], dates)


def _places(draft: Draft, head: Head, profile: Profile) -> Iterator[tuple[list[Text], float, str]]:
    """Texts that speak of the next meeting, with how much each is to be believed and the rule for a date in it."""
    label = re.compile(rf"^\W{{0,40}}(?:{profile.alternatives('next.labels')})\b", re.IGNORECASE)
    for item in draft.items:
        title = item.title.value
        if label.match(title) or (_SENTENCE.search(title) and len(title) < 120):
            yield [*(q for q in item.title.quotes[:1]), *item.paragraphs[:4]], 1.0, _ITEM
    for position, passage in enumerate(draft.passages):
        value = str(passage.text)
        if label.match(value) and len(value) < 400:
            texts = [passage.text]
            if not find_dates(value, default_year=2000):
                texts += [p.text for p in draft.passages[position + 1 : position + 3]]
            yield texts, 0.9, _LABEL
        elif len(value) < 5000 and not passage.tabular and mentions(value, _HINTS) and _SENTENCE.search(value):
            for sentence in passage.text.sentences():
                said = str(sentence)
                if _SENTENCE.search(said) and not _REPORT.search(said):
                    yield [sentence], 0.5 + 0.3 * position / max(1, len(draft.passages)), "next_meeting.date.sentence"


def _read(texts: list[Text], day: date | None, day_first: bool, profile: Profile, rule: str) -> dict[str, Fact]:
    """Date, time, venue and kind as the texts print them."""
    found: dict[str, Fact] = {}
    for number, text in enumerate(texts):
        value = str(text)
        if len(value) > 1500:
            continue
        for when in find_dates(value, after=day, default_year=day.year if day else None, day_first=day_first):
            if _ahead(when, day):
                quote = text[when.start : when.end]
                assert when.value is not None
                found["date"] = Fact(
                    when.value.isoformat(), (quote,), "derived" if when.inferred_year else "normalised", rule=rule
                )
                _read_around(found, text, when, profile)
                if "agenda" in str(texts[0]).lower():
                    return found  # what follows is to be talked about there
                if rule == _ITEM:
                    beside = texts[max(0, number - 1) : number] + texts[number + 1 : number + 3]
                    _read_neighbours(found, beside, texts[0], profile)
                for other in texts[number + 1 :] + texts[:number]:
                    if "kind" not in found and len(str(other)) < 160 and (other is not texts[0] or number):
                        _read_kind(found, other, None)
                        if (
                            "kind" in found
                            and other is not texts[0]
                            and heading_likeness(str(other)) >= 0.45
                            and not find_dates(str(other))
                        ):
                            found["kind"] = fact(other.strip(" ."), rule="next_meeting.kind.line")
                return found
    return found


def _not_ahead(draft: Draft, head: Head, day: date | None, profile: Profile) -> dict[str, Fact]:
    """A date printed in full behind a label that is not after this meeting: a slip, but what the minutes say."""
    for texts, _, rule in _places(draft, head, profile):
        for text in texts[:2] if rule in (_ITEM, _LABEL) and day is not None else ():
            dates = find_dates(str(text), day_first=head.day_first) if len(text) <= _LONGEST_LABELLED else []
            if dates and dates[0].value and not dates[0].inferred_year:
                quote = text[dates[0].start : dates[0].end]
                found = {
                    "date": Fact(dates[0].value.isoformat(), (quote,), "normalised", rule="next_meeting.date.slip")
                }
                _read_around(found, text, dates[0], profile)
                return found
    return {}


def _read_neighbours(found: dict[str, Fact], texts: list[Text], label: Text, profile: Profile) -> None:
    """Short lines beside the date: the place if they name one, else the kind of the meeting."""
    words = re.compile(rf"\b(?:{profile.alternatives('meeting.venue_words')})\b", re.IGNORECASE)
    for text in texts:
        value = str(text)
        if (
            text is label
            or len(value) > _LONGEST_NEIGHBOUR
            or heading_likeness(value) < 0.45
            or not value[:1].isupper()
            or value.endswith(":")
            or _APART.match(value)
        ):
            continue
        if (
            find_dates(value, default_year=2000)
            or find_times(value)
            or re.search(r"\b(?:clos|end|adjourn|sign|tbc|n/a)", value, re.I)
        ):
            continue
        key = "venue" if words.search(value) and not re.search(r"\b(?:meeting|review|board)\b", value, re.I) else "kind"
        found.setdefault(key, fact(text.strip(" ."), rule=f"next_meeting.{key}.line"))


_LONGEST_NEIGHBOUR = 70
_APART = re.compile(r"(?:appendix|annex|attachment|signed|distribution|agenda|minutes|notes|action)\b", re.IGNORECASE)


def _ahead(when: DateFound, day: date | None) -> bool:
    return when.value is not None and (day is None or 0 < (when.value - day).days <= _FARTHEST_DAYS)


def _read_around(found: dict[str, Fact], text: Text, when: DateFound, profile: Profile) -> None:
    """Time, venue and kind in the sentence that holds the date."""
    for sentence in text.sentences():
        if not sentence.start <= text.start + when.start < sentence.end:
            continue
        value = str(sentence)
        at = text.start + when.start - sentence.start
        times = find_times(value) or [t for t in find_times(value[:_LONGEST_NEIGHBOUR], bare=True) if t.precise]
        behind = [t for t in times if t.start >= at] or times
        if behind:
            found["time"] = Fact(
                behind[0].value,
                (sentence[behind[0].start : behind[0].end],),
                "normalised",
                rule="next_meeting.time.sentence",
            )
        _read_venue(found, sentence, max(at + len(when.text), behind[0].end if behind else 0), profile)
        named = re.match(r"^(?P<kind>[A-Z][^:]{5,60}):\s", value[: at + 1])
        if named and not _PLAIN_KIND.match(named["kind"]):
            found["kind"] = fact(sentence[: named.end("kind")], rule="next_meeting.kind.label")
        else:
            _read_kind(found, sentence, at)
        return


def _read_venue(found: dict[str, Fact], sentence: Text, start: int, profile: Profile) -> None:
    value = str(sentence)
    words = re.compile(rf"\b(?:{profile.alternatives('meeting.venue_words')})\b", re.IGNORECASE)
    for pattern in (
        r"\b(?:at|in|via|by|on|over)\s+(?:the\s+)?(?P<venue>[A-Z][^.;]{2,80})",
        r"^\s*[,–-]\s*(?P<venue>[A-Z][^.;,]{2,60}(?:,\s*[A-Z][^.;,]{2,40})?)",
    ):
        for hit in re.finditer(pattern, value[start:]):
            venue = sentence[start + hit.start("venue") : start + hit.end("venue")].strip(" ,.;")
            printed = str(venue)
            if (find_times(printed) and find_times(printed)[0].start < 3) or find_dates(printed, default_year=2000):
                continue
            if words.search(printed) or "’s" in printed or pattern.startswith("^"):
                found["venue"] = fact(venue, rule="next_meeting.venue.sentence")
                return


def _read_kind(found: dict[str, Fact], text: Text, before: int | None) -> None:
    """The name of that meeting, where more is printed than "next meeting"."""
    value = str(text)
    for hit in _KIND.finditer(value):
        kind = hit["kind"]
        words = re.sub(r"^(?:The\s+|Our\s+|Next\s+|Date\s+of\s+)+", "", kind)
        if _PLAIN_KIND.match(words) or fold(words) in ("meeting", "board", "committee"):
            continue
        start = hit.start("kind") + kind.find(words)
        found["kind"] = fact(text[start : start + len(words)], rule="next_meeting.kind.sentence")
        return
    plain = re.search(
        r"\bnext\s+(?P<kind>(?:regular|ordinary|special|monthly|annual|full council|board|committee|quarterly|"
        r"parish council|council)\s+(?:\w+\s+)?meeting|telecon|AGM)\b",
        value,
        re.IGNORECASE,
    )
    if plain:
        found["kind"] = fact(text.group(plain, "kind"), rule="next_meeting.kind.sentence")
