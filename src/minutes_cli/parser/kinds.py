"""Files that record no meeting: an agenda announces one, a template waits for one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from minutes_cli.model.minutes import Diagnostic
from minutes_cli.parser.passages import Text
from minutes_cli.parser.slips.record import Record, quoted, slip
from minutes_cli.text.blanks import find_blanks
from minutes_cli.text.numbering import find_number

AGENDA, TEMPLATE = "agenda", "template"

# What an agenda is called stands among the first passages.
_HEAD = 12
_CALLED = re.compile(
    r"^\W*(?:draft\s+|public\s+|voting\s+)?agenda\b|\bagenda\W*$|\bnotice of (?:the |a |an )?[\w\s]{0,40}meeting\b|"
    r"\b(?:you are|members are) (?:hereby )?(?:summoned|invited|requested)\b|\bhereby (?:summoned|given)\b|"
    r"\bagenda (?:for|of)\b|\bmeeting agenda\b",
    re.IGNORECASE,
)
_MINUTES = re.compile(r"\bminutes\b|\bnotes of\b|\bmeeting notes\b", re.IGNORECASE)
# What items of an agenda begin with; so many of them make one that is not called so.
_TO_DO = re.compile(
    r"^\W*to (?:receive|consider|approve|note|agree|discuss|confirm|adopt|review|resolve|decide)\b", re.I
)
_MOSTLY = 0.6
_LEAST_ITEMS = 3
# Verbs in the past tell what happened; a few stand in an agenda too ("the minutes of the meeting held in May").
_TOLD = re.compile(
    r"\b(?:was|were|had|said|asked|reported|noted|agreed|resolved|approved|discussed|explained|thanked|welcomed|advised|"
    r"confirmed|presented|gave|proposed|seconded|carried|moved|decided|raised|updated|stated|commented|suggested|"
    r"opened|closed|attended|joined|left)\b",
    re.IGNORECASE,
)
_FEW = 0.15
_LEAST_WORDS = 4

# Where a form's sentence has a place that nobody has written in: "RESOLVED that . Proposed by , seconded by ."
_GAP = re.compile(r"\b(?:that|by) {0,3}[.,;]", re.IGNORECASE)
_FIELDS = ("meeting.date", "meeting.time", "meeting.venue", "meeting.chair", "meeting.minute_taker")
_PEOPLE = ("attendance.present", "attendance.apologies", "attendance.in_attendance", "attendance.absent")
# Nothing, dots or a line to write on.
_BLANK = r"[\s._…:–-]{0,200}"
_LEAST_PLACEHOLDERS = 3
_LEAST_EMPTY = 3
# The heading of a form ends within so many passages; a line that calls something an agenda is no longer than this.
_FORM = 40
_LONGEST_LINE = 160


def is_unheld(diagnostics: Iterable[Diagnostic]) -> bool:
    """Whether minutes are those of no meeting: an agenda or a template."""
    return any(one.code in (AGENDA, TEMPLATE) for one in diagnostics)


def without_wonder(diagnostics: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The diagnostics of a file; that nobody came and nothing is dated is no wonder where no meeting was held."""
    missing = ("no-date", "no-attendance", "no-items") if is_unheld(diagnostics) else ()
    return tuple(one for one in diagnostics if one.code not in missing)


def find_kind(record: Record) -> Iterator[Diagnostic]:
    """One diagnostic for a file that records no meeting, or else one for each field that was left open."""
    left_open = [passage.text.group(found) for passage in record.passages for found in find_blanks(str(passage.text))]
    if _is_template(record, len(left_open)):
        yield slip(TEMPLATE, "a template that nobody has filled in: it records no meeting", severity="info")
    elif called := _agenda(record):
        yield slip(AGENDA, "an agenda: it announces a meeting and records none", called, severity="info")
    else:
        for text in left_open:
            yield slip("placeholder", f"{quoted(text)} was never filled in", text)


def _is_template(record: Record, placeholders: int) -> bool:
    if record.day is not None or _tells_of_more(record, 1):
        return False
    return placeholders >= _LEAST_PLACEHOLDERS or placeholders + _empty_fields(record) >= _LEAST_EMPTY


def _agenda(record: Record) -> Text | None:
    """The words that call it an agenda, or its first item, which says what is to be done; None for anything else."""
    items = record.draft.items
    if len(items) < _LEAST_ITEMS or _tells_of_more(record, max(1, _FEW * len(items))) or _has_outcome(record):
        return None
    title = record.draft.meeting.get("title")
    for text in title.quotes if title else ():
        if _CALLED.search(str(text)) and not _MINUTES.search(title.value if title else ""):
            return text
    if any(person.status != "apologies" for person in record.draft.people):
        return None
    for passage in record.passages[:_HEAD]:
        if _CALLED.search(str(passage.text)[:_LONGEST_LINE]):
            return passage.text[:_LONGEST_LINE]
    to_do = sum(bool(_TO_DO.match(item.title.value)) for item in items)
    return items[0].title.quotes[0] if to_do >= _MOSTLY * len(items) and items[0].title.quotes else None


def _has_outcome(record: Record) -> bool:
    """Whether anything was answered, carried, done or moved by somebody."""
    minutes = record.minutes
    return (
        any(one.mover or one.votes or (one.outcome and not _TO_DO.match(one.text)) for one in minutes.decisions)
        or any(action.state == "closed" for action in minutes.actions)
        or any(one.kind == "answer" for item in minutes.items for one in item.exchanges)
        or minutes.meeting.end_time is not None
    )


def _tells_of_more(record: Record, most: float) -> bool:
    """Whether more than `most` passages from the first item on say what happened."""
    first = record.draft.items[0].first if record.draft.items else 0
    told = 0
    for passage in record.passages[first:]:
        value = str(passage.text)
        if len(value.split()) < _LEAST_WORDS or _TO_DO.match(value) or not _TOLD.search(value):
            continue
        # a sentence that waits for its words tells nothing
        told += not (_GAP.search(value) or any(find_blanks(value)))
        if told > most:
            return True
    return False


def _empty_fields(record: Record) -> int:
    """How many labels of the heading have nothing behind them: a label or an item follows, or the end."""
    words = record.profile.alternatives(*_FIELDS, *_PEOPLE)
    label = re.compile(rf"^\W{{0,5}}(?:{words})\s{{0,3}}(?::|$)", re.IGNORECASE)
    blank = re.compile(rf"^\W{{0,5}}(?:{words})\s{{0,3}}:?{_BLANK}$", re.IGNORECASE)
    lines = [str(line) for passage in record.passages[:_FORM] for line in passage.text.lines()]
    followed = [*lines[1:], ""]
    return sum(
        bool(blank.match(line)) and (not after or bool(label.match(after) or find_number(after)))
        for line, after in zip(lines, followed, strict=False)
    )
