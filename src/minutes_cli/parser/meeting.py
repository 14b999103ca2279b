"""The meeting's own facts: title, body, date, times, venue, chair, minute taker."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from minutes_cli.model.document import Paragraph, Problem
from minutes_cli.parser.draft import Draft, Fact, fact
from minutes_cli.parser.fields import Field
from minutes_cli.parser.passages import Passage, Text, whole
from minutes_cli.parser.tables import fold
from minutes_cli.profiles import Profile
from minutes_cli.text.dates import DateFound, find_dates
from minutes_cli.text.names import looks_like_name, split_entry, strip_office, strip_title
from minutes_cli.text.prose import heading_likeness
from minutes_cli.text.times import find_times

# The heading of minutes ends within this many passages, whether or not an item has begun.
_HEADING_PASSAGES = 30
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True)
class Head:
    """The beginning of the document, up to the first item."""

    passages: Sequence[Passage]
    furniture: Sequence[Paragraph]
    fields: Sequence[Field]
    metadata: Mapping[str, str]
    day_first: bool

    def labelled(self, *keys: str) -> Iterator[Text]:
        for wanted in keys:
            for found in self.fields:
                if found.key == wanted:
                    yield from found.values[:1]


def add_meeting(draft: Draft, head: Head, profile: Profile) -> None:
    """Fill `draft.meeting`."""
    meeting = draft.meeting
    title = _title(head, profile)
    if title:
        meeting["title"] = title
    _add_date(draft, head)
    _add_times(draft, head, profile)
    for key, found in (("body", _body(head, title, profile)), ("venue", _venue(head, profile))):
        if found:
            meeting[key] = found
    _add_officers(draft, head, profile)


# --- title and body ---------------------------------------------------------------------------------------------------


def _title_lines(head: Head) -> list[Text]:
    """The lines at the top that may be the title, each as printed."""
    lines: list[Text] = []
    for passage in head.passages[:_HEADING_PASSAGES]:
        if passage.tabular and passage.view is not None and passage.view.kind != "data":
            continue
        if len(passage.text) > 400:
            break
        lines.extend(passage.text.lines())
        if len(lines) > 30:
            break
    return lines


def _title(head: Head, profile: Profile) -> Fact | None:
    words = set(profile.words("meeting.title_words"))
    marking = set(profile.words("meeting.marking"))
    lines = [line for line in _title_lines(head) if fold(str(line)) not in marking]
    best, score = -1, 0.45
    for number, line in enumerate(lines[:14]):
        value = str(line)
        tokens = set(re.findall(r"[a-z]+", value.lower()))
        hits = len(tokens & words)
        if not hits or len(value) > 260:
            continue
        if re.match(rf"^(?:{profile.alternatives('meeting.date', 'meeting.time', 'meeting.venue', 'meeting.chair', 'meeting.minute_taker')})\s*[:]", value, re.I):
            continue
        points = 0.5 + 0.15 * hits - 0.05 * number + 0.4 * (heading_likeness(value) - 0.5)
        if "minutes" in tokens:
            points += 0.25
        if line.paragraph.heading:
            points += 0.3
        if line.strong:
            points += 0.1
        if re.search(r"https?:|www\.|@", value):
            points -= 0.5
        if points > score:
            best, score = number, points
    if best < 0:
        printed = head.metadata.get("title", "")
        if printed and words & set(re.findall(r"[a-z]+", printed.lower())):
            return Fact(printed, (), "derived", 0.6)
        return None
    first, last = best, best
    while first > 0 and _continues(lines[first - 1], lines[first]) and not _is_date_line(lines[first - 1]):
        first -= 1
    while last + 1 < len(lines) and _continues(lines[last], lines[last + 1]) and last - best < 3:
        if _is_date_line(lines[last + 1]) and not (last + 2 < len(lines) and _has(lines[last + 2], words)):
            break
        last += 1
    chosen = lines[first : last + 1]
    if chosen[0].paragraph.heading and chosen[0].paragraph is not lines[best].paragraph:
        chosen = lines[best : last + 1]
    text = " ".join(" ".join(str(line).split()) for line in chosen)
    return Fact(text, tuple(chosen), "exact", 0.75)


def _has(line: Text, words: set[str]) -> bool:
    return bool(set(re.findall(r"[a-z]+", str(line).lower())) & words) and len(str(line)) < 120


def _continues(one: Text, two: Text) -> bool:
    """Whether two neighbouring lines belong to one heading."""
    a, b = str(one), str(two)
    if re.search(r"https?:|www\.|@|\bTel\b|\d{4,5}\s*$|^\W*\d+\s+\w+\s+(?:St|Street|Road|Ave|Avenue|Drive)\b", f"{a}\n{b}") and not _YEAR.search(a + b):
        return False
    if ":" in b[:30] or ":" in a[:25] or max(len(a), len(b)) > 140:
        return False
    if heading_likeness(b) < 0.5 or heading_likeness(a) < 0.5:
        return False
    if one.paragraph is two.paragraph:
        return True
    if (one.paragraph.heading or 0) != (two.paragraph.heading or 0):
        return False
    size = abs(one.paragraph.size - two.paragraph.size) <= 0.15 * max(one.paragraph.size, two.paragraph.size, 1)
    return size and one.strong == two.strong and bool(one.paragraph.lines[0].words or one.strong or a.isupper() == b.isupper())


def _is_date_line(line: Text) -> bool:
    value = str(line)
    dates = find_dates(value, default_year=2000)
    return bool(dates) and sum(len(d.text) for d in dates) > 0.5 * len(value.strip())


_MEETING_OF = re.compile(
    r"\b(?:meeting|minutes|proceedings|telecon|call)s?\s+of\s+(?:the\s+)?(?:meeting\s+of\s+(?:the\s+)?)?(?P<body>[A-Z][^,.;:\n]{3,100}?)"
    r"(?=\s+(?:was|were|is|on|held|at|met|convened|in|commenced|took|started|began|dated|from)\b|[,.;:–]|\s+-\s|$)"
)
_MET = re.compile(r"\b[Tt]he\s+(?P<body>[A-Z][^,.;:\n]{3,90}?)\s+(?:met|convened|held)\b")
_STRIP = re.compile(
    r"\b(?:draft|minutes|meeting|notes|record|of|the|monthly|weekly|annual|regular|ordinary|special|quarterly|public|agenda|held|on|at|"
    r"telecon|call|summary|proceedings|general|virtual|extraordinary|online|approved|unapproved|scheduled)\b",
    re.IGNORECASE,
)


def _body(head: Head, title: Fact | None, profile: Profile) -> Fact | None:
    words = re.compile(rf"\b(?:{profile.alternatives('meeting.body_words')})s?\b", re.IGNORECASE)
    for value in head.labelled("body"):
        if words.search(str(value)) and len(str(value)) < 120:
            return fact(value, confidence=0.8)
    lines = _title_lines(head)
    for line in lines:
        printed = str(line)
        if words.search(printed) and heading_likeness(printed) >= 0.5 and len(printed) < 110 and ":" not in printed:
            rest = _STRIP.sub(" ", _without_dates(printed))
            if words.search(rest) and len(rest.split()) >= 0.75 * len(printed.split()):
                if not re.search(r"\b(?:minutes|meeting|notes|agenda)\b", printed, re.IGNORECASE):
                    return fact(line, confidence=0.7)
    for passage in head.passages[:_HEADING_PASSAGES]:
        value = str(passage.text)[:1500]
        for pattern in (_MEETING_OF, _MET):
            for found in pattern.finditer(value):
                if words.search(found["body"]) and len(found["body"].split()) <= 14:
                    return fact(passage.text[found.start("body") : found.end("body")], confidence=0.7)
    for text in title.quotes if title else ():
        span = _body_in_title(str(text), words)
        if span:
            return fact(text[span[0] : span[1]], confidence=0.6)
    for line in lines:
        span = _body_in_title(str(line), words) if len(str(line)) < 160 and ":" not in str(line) else None
        if span:
            return fact(line[span[0] : span[1]], confidence=0.5)
    return None


def _without_dates(value: str) -> str:
    for found in reversed(find_dates(value, default_year=2000)):
        value = value[: found.start] + value[found.end :]
    return value


_CUT = re.compile(
    r"\b(?:draft|approved|unapproved|minutes|meetings?|notes|telecon|teleconference|call|agenda|monthly|weekly|annual general|annual|regular|"
    r"ordinary|special|quarterly|agm|virtual|of the|of|the|for)\b|[|–—]|\s-\s|#\s?\d+|,",
    re.IGNORECASE,
)


def _body_in_title(value: str, words: re.Pattern[str]) -> tuple[int, int] | None:
    """The longest stretch of a title between words like "minutes of the meeting" and dates that names a body."""
    cuts = [(m.start(), m.end()) for m in _CUT.finditer(value) if m.group().lower() not in ("of", "the", "for", "of the", ",")]
    for found in find_dates(value, default_year=2000):
        cuts.append((found.start, found.end))
    bounds = sorted(cuts)
    pieces, at = [], 0
    for start, end in [*bounds, (len(value), len(value))]:
        pieces.append((at, start))
        at = max(at, end)
    best = None
    for start, end in pieces:
        piece = value[start:end]
        lead = re.match(r"[\s,:.–—-]*(?:(?:of|the|for|on|at|held)\b\s*)*", piece, re.IGNORECASE)
        start += lead.end() if lead else 0
        piece = value[start:end]
        trail = re.search(r"[\s,:.–—-]*(?:\b(?:on|held|at|of|the)\b\s*)*$", piece)
        end -= len(piece) - trail.start() if trail else 0
        piece = value[start:end]
        if words.search(piece) and (best is None or len(piece) > best[1] - best[0]):
            best = (start, end)
    return best


# --- date and times ---------------------------------------------------------------------------------------------------


def _add_date(draft: Draft, head: Head) -> None:
    year, year_text = _year_hint(head)
    for text, confidence in _date_sources(head, draft):
        found = next((d for d in find_dates(str(text), default_year=year, day_first=head.day_first) if d.value), None)
        if found and found.value:
            quote = text[found.start : found.end]
            if found.inferred_year and year_text is not None:
                draft.meeting["date"] = Fact(found.value.isoformat(), (quote, year_text), "derived", confidence - 0.05)
                draft.problems.append(_note("date-year-inferred", "the year of the meeting's date stands elsewhere", quote))
            else:
                draft.meeting["date"] = Fact(found.value.isoformat(), (quote,), "normalised", confidence)
            _check_weekday(draft, found, quote)
            return
    printed = head.metadata.get("date", "")
    found = next((d for d in find_dates(printed) if d.value), None)
    if found and found.value:
        draft.meeting["date"] = Fact(found.value.isoformat(), (), "derived", 0.5)


def _note(code: str, message: str, text: Text) -> Problem:
    place = text.places[0] if text.places else None
    return Problem(code, message, "info" if code.endswith("inferred") else "warning", *(place[1:2] if place else (None,)), line=place.line if place else None)


def _check_weekday(draft: Draft, found: DateFound, quote: Text) -> None:
    if found.value and found.weekday is not None and found.value.weekday() != found.weekday and not found.inferred_year:
        draft.problems.append(_note("weekday-mismatch", f"{found.value.isoformat()} is a {found.value:%A}, not as printed", quote))


def _date_sources(head: Head, draft: Draft) -> Iterator[tuple[Text, float]]:
    """Texts that may hold the meeting's date, the likeliest first."""
    for value in head.labelled("date", "time"):
        yield value, 0.95
    title = draft.meeting.get("title")
    for quote in title.quotes if title else ():
        yield quote, 0.92
    held = re.compile(r"\b(?:held|met|convened|meeting|minutes|on|date)\b", re.IGNORECASE)
    prose: list[Text] = []
    for passage in head.passages[:_HEADING_PASSAGES]:
        for line in passage.text.lines() if len(passage.text) < 200 else (passage.text,):
            value = str(line)
            if _is_date_line(line) or (len(value) < 100 and not re.search(r"previous|last meeting|next meeting|approv", value, re.I)):
                yield line, 0.85
            elif held.search(value):
                prose.append(line)
    for line in prose:
        yield line, 0.75
    for paragraph in head.furniture:
        yield whole(paragraph), 0.5


def _year_hint(head: Head) -> tuple[int | None, Text | None]:
    for passage in head.passages[:_HEADING_PASSAGES]:
        found = passage.text.search(_YEAR)
        if found:
            return int(found[0]), passage.text[found.start() : found.end()]
    found = _YEAR.search(head.metadata.get("title", "") + " " + head.metadata.get("date", ""))
    return (int(found[0]), None) if found else (None, None)


def _add_times(draft: Draft, head: Head, profile: Profile) -> None:
    meeting = draft.meeting
    for value in head.labelled("time", "date"):
        times = find_times(str(value))
        if times:
            meeting["start_time"] = Fact(times[0].value, (value[times[0].start : times[0].end],), "normalised", 0.92)
            until = times[0].until or (times[1].value if len(times) > 1 and re.search(r"\bto\b|[-–]", str(value)) else None)
            if until:
                meeting["end_time"] = Fact(until, (value[times[0].start : times[-1].end],), "normalised", 0.85)
            break
    for value in head.labelled("end_time"):
        times = find_times(str(value))
        if times:
            meeting["end_time"] = Fact(times[0].value, (value[times[0].start : times[0].end],), "normalised", 0.9)
    opened = re.compile(rf"\b(?:{profile.alternatives('meeting.opened')})\b", re.IGNORECASE)
    closed = re.compile(rf"\b(?:{profile.alternatives('meeting.closed')})\b", re.IGNORECASE)
    _time_near(draft, opened, "start_time", draft.passages, first=True)
    _time_near(draft, closed, "end_time", draft.passages[len(draft.passages) // 4 :], first=False)
    if "start_time" in meeting:
        return
    for passage in head.passages[:_HEADING_PASSAGES]:
        value = str(passage.text)[:600]
        times = find_times(value)
        if times and (find_dates(value, default_year=2000) or len(value) < 60 or re.search(r"\bheld|met\b", value)):
            meeting["start_time"] = Fact(times[0].value, (passage.text[times[0].start : times[0].end],), "normalised", 0.8)
            if times[0].until and "end_time" not in meeting:
                meeting["end_time"] = Fact(times[0].until, (passage.text[times[0].start : times[0].end],), "normalised", 0.8)
            return


def _time_near(draft: Draft, cue: re.Pattern[str], key: str, passages: Sequence[Passage], first: bool) -> None:
    """A time in the same sentence as the cue; called to order wins over a scheduled start."""
    for passage in passages if first else reversed(passages):
        if passage.tabular and passage.view is not None and passage.view.kind == "attendance":
            continue
        if not passage.text.search(cue):
            continue
        for sentence in passage.text.sentences():
            found = cue.search(str(sentence))
            if not found:
                continue
            times = find_times(str(sentence))
            if not times:
                continue
            time = min(times, key=lambda t: abs(t.start - found.end()) + (40 if t.end <= found.start() else 0))
            if abs(time.start - found.end()) > 140:
                continue
            draft.meeting[key] = Fact(time.value, (sentence[time.start : time.end],), "normalised", 0.9)
            return


# --- venue ------------------------------------------------------------------------------------------------------------

_HELD = re.compile(
    r"\b(?:held|met|meeting(?: was)?|convened|took place|conducted|gathered|hosted)\b[^.;]{0,80}?\b(?P<word>at|in|via|over|through|on|by)\s+(?P<venue>(?:the\s+)?[^.;]{3,120})",
    re.IGNORECASE,
)


def _venue(head: Head, profile: Profile) -> Fact | None:
    words = re.compile(rf"\b(?:{profile.alternatives('meeting.venue_words')})\b", re.IGNORECASE)
    for value in head.labelled("venue"):
        text = _clean_venue(value, head)
        if text and not re.fullmatch(r"https?://\S+", str(text)):
            return fact(text, confidence=0.92)
    for passage in head.passages[:_HEADING_PASSAGES]:
        if passage.tabular or len(passage.text) > 1500:
            continue
        for sentence in passage.text.sentences():
            value = str(sentence)
            at = 0
            while (found := _HELD.search(value, at)) is not None:
                text = _clean_venue(sentence[found.start("venue") : found.end("venue")], head)
                if text and words.search(str(text)) and not _starts_with_time(str(text)):
                    return fact(text, confidence=0.75)
                at = found.start("venue")
    for passage in head.passages[:_HEADING_PASSAGES]:
        if passage.tabular:
            continue
        for line in passage.text.lines():
            value = str(line)
            if len(value) < 110 and words.search(value) and heading_likeness(value) >= 0.45:
                if re.search(r"\b(?:minutes|meeting|present|committee|council|board of|apolog|chair|clerk|officer|notes)\b|:\s", value, re.IGNORECASE):
                    continue
                text = _clean_venue(line, head)
                if text:
                    return fact(text, confidence=0.6)
    return None


def _starts_with_time(value: str) -> bool:
    times = find_times(value)
    return bool(times) and times[0].start <= 3


def _clean_venue(text: Text, head: Head) -> Text:
    """A venue without the date and time that stand before or behind it."""
    value = str(text)
    cuts = [(d.start, d.end) for d in find_dates(value, default_year=2000)] + [(t.start, t.end) for t in find_times(value)]
    begin, end = 0, len(value)
    for start, stop in sorted(cuts):
        if not value[begin:start].strip(" ,;.–-:") or re.fullmatch(r"[\s,;.–-]*(?:on|at|from|in)?\s*", value[begin:start], re.IGNORECASE):
            begin = stop
        else:
            end = start
            break
    text = text[begin:end].strip(" ,;.–-:")
    for word in ("on", "at", "from", "in", "starting at", "commencing at", "beginning at", "starting", "and was", "with"):
        value = str(text)
        if value.lower().endswith(f" {word}"):
            text = text[: len(value) - len(word) - 1].strip(" ,;.–-:")
        if value.lower().startswith(f"{word} "):
            text = text[len(word) + 1 :].strip(" ,;.–-:")
    return text


# --- chair and minute taker -------------------------------------------------------------------------------------------


def _add_officers(draft: Draft, head: Head, profile: Profile) -> None:
    for key in ("chair", "minute_taker"):
        for value in head.labelled(key):
            person = _person(value)
            if person:
                draft.meeting[key] = person
                break
    if "chair" not in draft.meeting:
        found = _chair_in_text(draft, profile)
        if found:
            draft.meeting["chair"] = found
    if "minute_taker" not in draft.meeting:
        found = _minute_taker_in_text(draft, profile)
        if found:
            draft.meeting["minute_taker"] = found


def _person(text: Text) -> Fact | None:
    """The person that a short text names first, without title."""
    value = str(text)[:120]
    entry = split_entry(value)
    if entry is None:
        return None
    name = text[entry.name[0] : entry.name[1]]
    bare = strip_office(strip_title(str(name))[0])[0] or str(name)
    if looks_like_name(bare) < 0.45:
        return None
    at = str(name).find(bare)
    return fact(name[at : at + len(bare)] if at >= 0 else name, confidence=0.88)


_NAME = r"(?:[A-Z][\w.’'-]*\.?\s+){0,4}[A-Z][\w’'-]+"
_COURTESY = r"(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr|Mayor|Supervisor|President|Chairman|Chairperson|Chair|Chairwoman|Acting|Vice|Sir|Ald|Alderman)\.?\s+)*"


def _chair_in_text(draft: Draft, profile: Profile) -> Fact | None:
    role = re.compile(r"\b(?:chair(?:man|person|woman)?|presiding|cathaoirleach|convener)\b", re.IGNORECASE)
    for passage in draft.passages[:60]:
        value = str(passage.text)[:1500]
        for pattern, confidence in (
            (rf"(?P<who>{_COURTESY}{_NAME})[^.;:]{{0,40}}?\s+(?:was |is )?in the [Cc]hair\b", 0.85),
            (rf"\b(?:called to order|chaired|led|presided over|opened)\b[^.;]{{0,40}}?\bby\s+(?:the\s+)?(?P<who>{_COURTESY}{_NAME})", 0.85),
            (rf"\b[Tt]he [Cc]hair(?:man|person|woman)?(?: was|,| is)\s+(?P<who>{_COURTESY}{_NAME})", 0.85),
            (rf"(?P<who>{_COURTESY}{_NAME}),?[^.;:]{{0,60}}?\s+(?:called the|opened the|convened (?:a|the)|presided|chaired|took the [Cc]hair|calls? the)", 0.75),
        ):
            found = re.search(pattern, value)
            if found:
                person = _person(passage.text[found.start("who") : found.end("who")])
                if person:
                    return Fact(person.value, person.quotes, person.grade, confidence)
    marked = [p for p in draft.people if p.role and role.search(p.role.value) and not re.search(r"vice|deputy|former", p.role.value, re.IGNORECASE)]
    marked = [p for p in marked if p.status in ("present", "in_attendance")]
    if marked:
        name = marked[0].name
        return Fact(name.value, (*name.quotes, *(marked[0].role.quotes if marked[0].role else ())), "derived", 0.75)
    return None


def _minute_taker_in_text(draft: Draft, profile: Profile) -> Fact | None:
    patterns = (
        rf"\b(?:[Mm]inutes|[Nn]otes)\s+(?:were\s+)?(?:taken|recorded|prepared|written|kept|produced|submitted|compiled|transcribed)\s+by:?\s+(?P<who>{_COURTESY}{_NAME})",
        rf"\b[Rr]espectfully\s+[Ss]ubmitted(?:\s+by)?\W{{0,6}}(?P<who>{_COURTESY}{_NAME})",
        rf"\b(?:[Rr]ecorded|[Tt]ranscribed|[Mm]inuted|[Ss]ubmitted)\s+by:?\s+(?P<who>{_COURTESY}{_NAME})",
        rf"(?P<who>{_NAME})\s+(?:took|will take|takes|was taking|recorded|agreed to take|volunteered to take)\s+(?:the\s+)?(?:minutes|notes)",
        rf"\b(?:[Mm]inute[- ]?taker|[Ss]cribe|[Nn]ote[- ]?taker|[Ss]ecretary of the meeting)\W{{1,4}}(?P<who>{_COURTESY}{_NAME})",
    )
    for position, passage in enumerate(draft.passages):
        value = str(passage.text)
        for pattern in patterns:
            found = re.search(pattern, value[:3000])
            if found:
                person = _person(passage.text[found.start("who") : found.end("who")])
                if person:
                    return person
        if re.match(r"^\W*respectfully\s+submitted(?:\s+by)?\W*$", value, re.IGNORECASE):
            for following in draft.passages[position + 1 : position + 3]:
                person = _person(following.text)
                if person:
                    return person
    role = re.compile(r"^(?:minutes?|notes?|scribe|minute[- ]?taker|note[- ]?taker|minutes? secretary|recording secretary|recorder)\b|\(minutes\)|\bminute[- ]taker|\bminutes\)?$", re.IGNORECASE)
    for person_found in draft.people:
        if (person_found.role and role.search(person_found.role.value)) or role.search(person_found.note):
            name = person_found.name
            return Fact(name.value, name.quotes, "derived", 0.8)
    return None


def meeting_day(draft: Draft) -> date | None:
    found = draft.meeting.get("date")
    return date.fromisoformat(found.value) if found else None
