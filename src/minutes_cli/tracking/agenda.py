"""What is left of earlier meetings for the agenda of the next one."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from itertools import groupby

from minutes_cli.model.agenda import Matter, MattersArising
from minutes_cli.model.records import HeldMeeting
from minutes_cli.model.tracking import UNSETTLED, Change, Sitting, TrackedAction
from minutes_cli.text.days import day_of, short_date

_CHANGES = {"reopen": "opened again", "assign": "given to {}", "due": "moved to {} on"}


def matters_arising(
    meetings: Sequence[HeldMeeting], actions: Iterable[TrackedAction], on: datetime.date
) -> MattersArising:
    """The unsettled actions of one body, in the order in which they were raised.

    meetings   of the body, by date; the last one with a date tells of the next
    on         the day to which overdue ones are counted
    """
    dated = [meeting for meeting in meetings if meeting.date]
    last = next(reversed(dated or meetings), None)
    left = [action for action in actions if action.state in UNSETTLED]
    following = last.next_date if last and last.next_date and last.next_date > (last.date or "") else None
    return MattersArising(
        body=next((meeting.body for meeting in reversed(meetings) if meeting.body), None),
        date=following,
        time=last.next_time if last and following else None,
        venue=last.next_venue if last and following else None,
        kind=last.next_kind if last and following else None,
        last=_sitting(last) if last else None,
        on=on.isoformat(),
        matters=tuple(_matter(action, place, on) for place, action in enumerate(left, start=1)),
    )


def history(action: TrackedAction) -> str:
    """What became of an action, with dates: "raised 6 Mar 2024, carried 9 Apr 2024 and 8 May 2024"."""
    steps = [(m.date or "", str(m.how), short_date(m.date) or m.file) for m in action.mentions]
    steps += [(c.on, _changed(c), short_date(c.on)) for c in action.changes if c.kind in _CHANGES]
    if not action.mentions:
        steps.insert(0, (action.raised.date or "", "raised", short_date(action.raised.date) or action.raised.file))
    told = []
    # what has no date keeps its place: the first step is always the first
    for words, same in groupby([steps[0], *sorted(steps[1:], key=lambda step: step[0])], key=lambda step: step[1]):
        dates = list(dict.fromkeys(when for _, _, when in same))
        told.append(f"{words} {' and '.join([', '.join(dates[:-1]), dates[-1]] if dates[1:] else dates)}")
    return ", ".join(told)


def due_in_words(action: TrackedAction, on: datetime.date) -> str:
    """'28 Mar 2024, 12 days overdue', '28 Mar 2024', the term as printed, or 'no date'."""
    due = day_of(action.due)
    if due is None:
        return action.due_text or "no date"
    late = (on - due).days
    return (
        f"{short_date(action.due)}, {late} {'day' if late == 1 else 'days'} overdue"
        if late > 0
        else short_date(action.due)
    )


def _matter(action: TrackedAction, place: int, on: datetime.date) -> Matter:
    due = day_of(action.due)
    return Matter(
        number=action.number or str(place),
        text=action.text,
        owners=tuple(owner.name or owner.as_written for owner in action.owners),
        due=due_in_words(action, on),
        overdue=due is not None and due < on,
        history=history(action),
    )


def _changed(change: Change) -> str:
    value = change.value or ""
    return _CHANGES[change.kind].format(short_date(value) if change.kind == "due" else value)


def _sitting(meeting: HeldMeeting) -> Sitting:
    return Sitting(meeting=meeting.title or meeting.body, date=meeting.date, file=meeting.file, key=meeting.key)
