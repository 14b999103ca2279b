"""The clock of English councils: who attends no meeting for six months ceases to be a member.

Local Government Act 1972, section 85: it runs from the last attendance, at any meeting of the authority or of its
committees, and stops where the authority approves the reason before the six months are over.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from dateutil.relativedelta import relativedelta

from minutes_cli.model.attendance import CAME, Absence, Clock, Matrix
from minutes_cli.model.records import TakenDecision
from minutes_cli.model.tracking import Sitting
from minutes_cli.text.days import day_of
from minutes_cli.text.names import surname
from minutes_cli.tracking.presence import bare_name
from minutes_cli.tracking.same_people import settled

SIX_MONTHS = relativedelta(months=6)
# From here on there are two ordinary monthly meetings left at which to come.
WARNING = relativedelta(months=4)

_APPROVAL = re.compile(r"\b(?:absence|six[- ]months?|6[- ]months?|section 85|s\.? ?85|dispensation)\b", re.IGNORECASE)
_URGENT: tuple[Clock, ...] = ("over", "warning", "unknown", "running")


def absences(attendance: Sequence[Matrix], decisions: Iterable[TakenDecision], on: datetime.date) -> list[Absence]:
    """One row for each member of any of the bodies, the most urgent first.

    on   the day for which the clock is read; what happened after it does not count
    A member is known over the bodies by name, since attendance at a committee counts as well.
    """
    day = on.isoformat()
    rows = [(matrix, person) for matrix in attendance for person in matrix.people if person.capacity == "member"]
    names = settled((bare_name(person.name), matrix.body) for matrix, person in rows)
    bodies: dict[str, set[str]] = {}
    came: dict[str, set[str]] = {}
    missed: dict[str, dict[Sitting, str]] = {}
    for matrix, person in rows:
        name = names[bare_name(person.name)]
        bodies.setdefault(name, set()).update([matrix.body] if matrix.body else [])
        dated = {mark.sitting: mark for mark in person.meetings if mark.sitting.date and mark.sitting.date <= day}
        came.setdefault(name, set()).update(
            sitting.date for sitting, mark in dated.items() if sitting.date and mark.presence in CAME
        )
        known = missed.setdefault(name, {})
        known.update({s: s.date for s, mark in dated.items() if s.date and mark.presence not in CAME})
        # meetings after the last that names the member: nobody says that the person is none any more
        last = max((s.date for s in dated if s.date), default="")
        later = (turnout.sitting for turnout in matrix.meetings)
        known.update({s: s.date for s in later if s.date and last < s.date <= day})
    texts = [
        (d.taken.date or "", d.text) for d in decisions if _APPROVAL.search(d.text) and (d.taken.date or "") <= day
    ]
    found = [
        _absence(name, sorted(bodies[name]), max(came[name], default=None), list(missed[name].values()), texts, on)
        for name in bodies
    ]
    return sorted(found, key=lambda row: (_URGENT.index(row.state), row.ends or "", row.name))


def _absence(
    name: str,
    bodies: Sequence[str],
    last: str | None,
    missed: Sequence[str],
    decisions: Sequence[tuple[str, str]],
    on: datetime.date,
) -> Absence:
    since = last or ""
    state: Clock = "unknown"
    ends = None
    if attended := day_of(last):
        ends = attended + SIX_MONTHS
        state = "over" if on > ends else "warning" if on >= attended + WARNING else "running"
    called = surname(name)
    return Absence(
        name=name,
        bodies=tuple(bodies),
        last=last,
        ends=ends.isoformat() if ends else None,
        days_left=(ends - on).days if ends else None,
        state=state,
        missed=sum(date > since for date in missed),
        approvals=tuple(
            text for date, text in decisions if date >= since and re.search(rf"\b{re.escape(called)}\b", text)
        ),
    )
