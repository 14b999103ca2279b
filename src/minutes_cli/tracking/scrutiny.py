"""Pillars over time: which meetings touched them, how much was said, and when last."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from minutes_cli.model.records import DiscussedItem, HeldMeeting
from minutes_cli.model.scrutiny import Period, PillarHistory
from minutes_cli.model.tracking import Sitting
from minutes_cli.tracking.each_body import each_body

# More meetings than this are told by quarters.
MOST_MEETINGS = 12


@dataclass(slots=True)
class _Touched:
    """What one meeting gave to one pillar."""

    items: int = 0
    exchanges: int = 0


@dataclass(slots=True)
class _Meeting:
    date: str | None
    file: str
    pillars: dict[str, _Touched] = field(default_factory=dict)


def pillar_histories(items: Iterable[DiscussedItem], meetings: Iterable[HeldMeeting]) -> list[PillarHistory]:
    """One row for each pillar of each body that tags any, the longest untouched first.

    items, meetings   by date; the items of a meeting in their order
    """
    held = dict(each_body(meetings, lambda one: one.body))
    found: list[PillarHistory] = []
    for body, rows in each_body(items, lambda one: one.body):
        if any(item.pillars for item in rows):
            found.extend(_of_body(body, rows, held.get(body, [])))
    return found


def _of_body(body: str | None, items: Sequence[DiscussedItem], held: Sequence[HeldMeeting]) -> list[PillarHistory]:
    names: Counter[str] = Counter()
    by_sitting: dict[Sitting, list[DiscussedItem]] = {}
    for item in items:
        by_sitting.setdefault(item.sitting, []).append(item)
        names.update(item.pillars)
    # a pillar is called what it is called most often: "Secure" and "SECURE" are one
    called = {name.casefold(): name for name, _ in reversed(names.most_common())}
    meetings = [_Meeting(s.date, s.file, _touched(of_meeting)) for s, of_meeting in by_sitting.items()]
    known = {(meeting.date, meeting.file) for meeting in meetings}
    meetings += [_Meeting(one.date, one.file) for one in held if (one.date, one.file) not in known]
    meetings.sort(key=lambda meeting: (meeting.date is None, meeting.date or ""))
    rows = [_history(body, key, name, meetings) for key, name in called.items()]
    return sorted(rows, key=lambda row: (-row.untouched, row.pillar.casefold()))


def _touched(items: Sequence[DiscussedItem]) -> dict[str, _Touched]:
    """What each pillar got; an item without one counts for the nearest above it that is tagged."""
    found: dict[str, _Touched] = {}
    above: list[DiscussedItem] = []
    for item in items:
        while above and above[-1].level >= item.level:
            above.pop()
        holder = item if item.pillars else next((one for one in reversed(above) if one.pillars), item)
        for pillar in {pillar.casefold() for pillar in holder.pillars}:
            got = found.setdefault(pillar, _Touched())
            got.items += holder is item
            got.exchanges += item.exchanges
        above.append(item)
    return found


def _history(body: str | None, key: str, name: str, meetings: Sequence[_Meeting]) -> PillarHistory:
    touching = [place for place, meeting in enumerate(meetings) if key in meeting.pillars]
    periods: dict[str, Period] = {}
    for meeting in meetings:
        label = meeting.date or meeting.file
        if len(meetings) > MOST_MEETINGS and meeting.date:
            label = f"{meeting.date[:4]} Q{(int(meeting.date[5:7]) + 2) // 3}"
        got = meeting.pillars.get(key, _Touched())
        before = periods.get(label, Period(name=label, meetings=0))
        periods[label] = Period(
            name=label,
            meetings=before.meetings + 1,
            items=before.items + got.items,
            exchanges=before.exchanges + got.exchanges,
        )
    return PillarHistory(
        body=body,
        pillar=name,
        scrutinised=len(touching),
        meetings=len(meetings),
        last=meetings[touching[-1]].date,
        untouched=len(meetings) - 1 - touching[-1],
        items=sum(period.items for period in periods.values()),
        exchanges=sum(period.exchanges for period in periods.values()),
        periods=tuple(periods.values()),
    )
