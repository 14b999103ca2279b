"""The body that met."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.parser.draft import Fact, fact, preferred
from minutes_cli.parser.head import Head
from minutes_cli.parser.passages import Text, whole
from minutes_cli.parser.title import ADDRESS, TITLE_LINES, top_lines
from minutes_cli.parser.when import is_date_line, leading_time
from minutes_cli.profiles import Profile
from minutes_cli.text.dates import find_dates
from minutes_cli.text.later import later
from minutes_cli.text.names import looks_like_name, strip_title
from minutes_cli.text.numbering import find_number
from minutes_cli.text.prose import heading_likeness

_MEETING_OF = later(
    r"\b(?i:(?:meeting|minutes|proceedings|telecon|call|conference|session)s?\s+of\s+(?:the\s+)?)"
    r"(?:(?:[A-Z]\w+\s+){0,4}(?i:(?:meeting|call|session|conference|assembly)\s+of\s+(?:the\s+)?))?"
    r"(?P<body>[A-Z](?:[^.;:\n]|(?<=\bSt)\.){3,110}?)"
    r"(?=,?\s+(?:was|were|is|on|HELD|held|at|met|convened|in|commenced|took|started|began|dated|from)\b|"
    r",\s+(?:held|on|at)\b|[.;:–]|\s+-\s|,?\s\((?=[a-z])|$)"
)
_MET = later(
    r"\b[Tt]he\s+(?:(?:[A-Z]\w+\s+){0,4}(?i:meeting|call|session|conference|assembly)\s+of\s+(?:the\s+)?)?"
    r"(?P<body>[A-Z][^,.;:()\n]{3,90}?)\s+(?:met|convened|held)\b"
)
_MEETING_WORD = later(r"\b(?:minutes|meeting|notes|agenda|report|record)\b", re.IGNORECASE)


def find_body(head: Head, title: Fact | None, profile: Profile) -> Fact | None:
    """The likeliest of the phrases that name a body; one that holds another is preferred to it."""
    words = later(rf"\b(?:{profile.alternatives('meeting.body_words')})s?\b", re.IGNORECASE)
    found = [(n, f) for n, f in _bodies(head, title, words) if len(f.value) < 130 and not _is_person(f.value)]
    if not found:
        return None
    most, best = max(found, key=lambda pair: pair[0])
    if _is_generic(best.value):
        whose = next((f for points, f in found if not _is_generic(f.value) and points >= _LEAST_OWNER), None)
        if whose is not None and best.value.lower() not in whose.value.lower():
            return Fact(f"{whose.value} {best.value}", (*whose.quotes, *best.quotes), rule="meeting.body.two_lines")
    longer = [
        f
        for points, f in found
        if heading_likeness(f.value) >= 0.5
        and best.value.lower() in f.value.lower()
        and len(f.value) > len(best.value)
        and points >= most - _NEARLY
    ]
    chosen = max(longer, key=lambda f: len(f.value)) if longer else best
    return preferred(chosen, (f for _, f in sorted(found, key=lambda pair: -pair[0])))


# A longer phrase is preferred where its place is hardly worse by so many points.
_NEARLY = 0.25
# A "Board of Directors" is that of the organisation named beside it, where a line does so as surely as this.
_LEAST_OWNER = 0.6


def _is_generic(value: str) -> bool:
    return not set(re.findall(r"[a-z]+", value.lower())) - _GENERIC


def _is_person(value: str) -> bool:
    """A line of an attendance list: "Dr Ann Roe, Parish Council", "Ann Roe (AR)"."""
    name = re.split(r"[,(–]", value, maxsplit=1)[0].strip()
    return strip_title(name)[0] != name or (name != value and looks_like_name(name) >= 0.8)


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
                    named = passage.text[found.start("body") : _without_meeting(found)]
                    named = _without_date(named)
                    inner = _INNER.match(str(named))
                    named = named[inner.end() :] if inner else named
                    yield 0.78, fact(named, rule="meeting.body.sentence")
    lines = [whole(p) for p in head.furniture if p.role == "header" and p.page in (None, 1)] + top_lines(head)
    for number, line in enumerate(lines[:TITLE_LINES]):
        value = str(line)
        if len(value) > 140 or ADDRESS.search(value) or ":" in value or value.startswith("("):
            continue
        if leading_time(line):
            continue
        if words.fullmatch(value) or find_number(value):
            continue  # "Panel" says whose only in company; a number heads an item
        if (
            words.search(value)
            and heading_likeness(value) >= 0.5
            and not re.search(r"\b(?:held|via|met)\b|\d{4}", value, re.IGNORECASE)
            and not _MEETING_WORD.search(value)
            and not is_date_line(line)
            and (not _NO_BODY.search(value) or _OF_IT.search(value))
        ):
            before = lines[number - 1] if number else None
            if before is not None and _is_generic(value) and _HOUSE.search(str(before)) and ":" not in str(before):
                yield 0.76, Fact(f"{before} {value}", (before, line), rule="meeting.body.two_lines")
            following = lines[number + 1] if number + 1 < len(lines) else None
            if following is not None and _one_name(line, following, words):
                both = (line, following)
                yield 0.74, Fact(" ".join(str(t) for t in both), both, rule="meeting.body.two_lines")
            yield 0.72 - 0.01 * number, fact(_named_part(line, words), rule="meeting.body.line")
    for text in [*(title.quotes if title else ()), *lines[:TITLE_LINES]]:
        if re.search(r"\b(?:via|zoom|teams)\b", str(text), re.IGNORECASE) or _is_person(str(text)):
            continue
        if text.paragraph.label or _SAYS.search(str(text)):
            continue  # an entry of a list, or a sentence
        span = _stretch(str(text), words) if ":" not in str(text) and len(str(text)) < 260 else None
        if span and (not _NO_BODY.search(str(text)[slice(*span)]) or _OF_IT.search(str(text)[slice(*span)])):
            yield 0.6, fact(text[span[0] : span[1]], rule="meeting.body.title")


def _named_part(line: Text, words: re.Pattern[str]) -> Text:
    """The line up to a dash, where only what stands before it names a body: "Larkmoor Trust – Spring Term"."""
    dash = re.search(r"\s[–—|-]\s", str(line))
    before = line[: dash.start()] if dash else line
    line = before if dash and words.search(str(before)) and not words.search(str(line)[dash.end() :]) else line
    tail = _MEETING_TAIL.search(str(line))
    return line[: tail.start()] if tail else line


def _without_meeting(found: re.Match[str]) -> int:
    """Where the body ends: "Joint Audit Committee Meeting" is the meeting of the Joint Audit Committee."""
    tail = _MEETING_TAIL.search(found["body"])
    return found.start("body") + (tail.start() if tail else len(found["body"]))


# "the 125th Annual Meeting of the Parish Council"
_INNER = later(r"[^.;:]{0,80}\b(?:meeting|session|assembly)s? of (?:the )?(?=[A-Z])", re.IGNORECASE)


def _without_date(named: Text) -> Text:
    """The name before a date that stands right behind it: "Parish Council 22 November 2023"."""
    dates = find_dates(str(named), default_year=2000)
    ends = bool(dates) and dates[-1].start > 0 and not str(named)[dates[-1].end :].strip(" ,.")
    return named[: dates[-1].start].strip(" ,–-") if ends else named


_MEETING_TAIL = later(
    r"(?:\s+(?:general|regular|ordinary|special|monthly|weekly|open|public))?\s+"
    r"(?:meetings?|tele-?conference|conference call|weekly call|monthly call)$",
    re.IGNORECASE,
)


_SAYS = later(r"\b(?:has|have|had|will|would|joined|to (?:reach|write|send|ask|check|make|add|do|find|follow))\b")

# Words that name no body by themselves: "Executive Committee" needs whose.
_GENERIC = frozenset(
    (
        *("the", "of", "board", "committee", "commission", "council", "executive", "working", "group"),
        *("directors", "trustees", "members", "management", "team", "section", "governors", "governing", "body"),
        *("parochial", "church", "parish"),
    )
)


def _one_name(line: Text, following: Text, words: re.Pattern[str]) -> bool:
    """Whether the line below belongs to the same name: it goes on with it, or one of the two says only "Board"."""
    one, two = str(line), str(following)
    if following.paragraph.page != line.paragraph.page:
        return False
    if _unfinished(one, two) or (
        _ORGANISATION.search(one) and _OF_IT.search(two) and not _MEETING_WORD.search(two) and ":" not in two
    ):
        return True
    if (
        ADDRESS.search(two)
        or ":" in two
        or is_date_line(following)
        or _MEETING_WORD.search(two)
        or heading_likeness(two) < 0.5
    ):
        return False
    return _is_generic(one) != _is_generic(two) and abs(line.paragraph.size - following.paragraph.size) <= 0.4 * max(
        line.paragraph.size, 1
    )


# A council's committee, a city's commission: the organisation above, what met of it below.
_ORGANISATION = later(
    r"\b(?:council|county|borough|district|township|university|college|constabulary|trust|authority|school district)$|"
    r"^(?:the )?(?:city|town|county|village|township|borough|municipality|state|university) of\b",
    re.IGNORECASE,
)
_OF_IT = later(
    r"\b(?:committee|sub-?committee|commission|board|panel|cabinet|executive|forum|governors|directors|trustees|"
    r"selectmen|aldermen|adjustment|appeals)$",
    re.IGNORECASE,
)
# A house whose board, governors or friends meet; by itself it may be only where they met.
_HOUSE = later(r"^[^.:]{0,60}\b(?:library|school|academy|hospital|museum|church|cemetery)\b[^.:]{0,30}$", re.IGNORECASE)
# Where they meet, or who came, is not who met.
_NO_BODY = later(r"\b(?:chambers?|rooms?|hall|present|absent|apologies|attendance)\b", re.IGNORECASE)


def _unfinished(value: str, following: str) -> bool:
    return bool(
        re.search(r"\b(?:of|the|and|for)$", value, re.IGNORECASE) or re.match(r"^(?:of|the|and|for)\b", following)
    )


_CUT = later(
    r"\b(?:draft|approved|unapproved|minutes|(?:work |study |working )?sessions?|"
    r"(?:spring|summer|autumn|fall|winter) term|open meeting|extraordinary|meetings?|notes|telecon|teleconference|"
    r"call|agenda|monthly|weekly|annual general|general|annual|regular|ordinary|special|quarterly|agm|virtual|"
    r"proceedings|first|second|third|\d+(?:st|nd|rd|th)|report|summary|voting|held)\b|\((?=[a-z])|[|–—]|\s-\s|#\s?\d+",
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


def _without_odd_ends(piece: str) -> str:
    """Without quotes and brackets at its ends whose other half is cut off: `" Parish Council`, `) Parish Council`."""
    for opening, closing in ("()", "[]", "“”", "‘’", "«»", '""'):
        odd = piece.count(opening) % 2 if opening == closing else piece.count(opening) != piece.count(closing)
        if odd:
            piece = piece.removeprefix(closing).removesuffix(opening)
    return piece


def _trim(value: str, start: int, end: int) -> tuple[int, int]:
    """Leave out joining words and punctuation at both ends."""
    small = frozenset(("of", "the", "on", "held", "at", "for", "in", "a", "an", "to"))
    while True:
        piece = value[start:end]
        stripped = _without_odd_ends(piece.strip(" ,;:.–—-\t\n"))
        start += piece.find(stripped) if stripped else len(piece)
        end = start + len(stripped)
        parts = stripped.split()
        if stripped != piece:
            continue
        if parts and parts[0].lower() in small:
            start += len(parts[0])
        elif parts and parts[-1].lower() in small:
            end -= len(parts[-1])
        else:
            return start, end
