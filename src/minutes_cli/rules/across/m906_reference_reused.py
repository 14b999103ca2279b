"""A running number is given to another action, or another item, than before.

Why: "Action 52/25" in a letter or a later report then means two things.
Flags: Action 52/25 is the jetty in March and the insurance in April.
Passes: The insurance has the number 53/25.
Fix: Give what is new the next number that is free.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from minutes_cli.rules.across.meetings import Chain, Meeting, Series, Told, telling
from minutes_cli.rules.base import Flag, Rule
from minutes_cli.text.days import short_date

# Below this two texts that share no telling word are not one that was reworded.
_ALIKE = 60
_LONGEST = 60


def across(series: Series) -> Iterator[tuple[int, Flag]]:
    for chain in series.chains:
        yield from _actions(chain)
        yield from _items(chain)


def _actions(chain: Chain) -> Iterator[tuple[int, Flag]]:
    from minutes_cli.tracking.numbers import running_number

    first: dict[str, Told] = {}
    for _, told in chain.followed:
        for one in told:
            number = running_number(one.action.reference)
            known = first.setdefault(number, one) if number else one
            if known is one or known.meeting.at >= one.meeting.at:
                continue
            if _differ(known.action.text, one.action.text):
                place = one.meeting.subject.place(f"{one.path}/reference", f"{one.path}/text")
                message = _message("action", one.action.reference, known.meeting, known.action.text)
                yield one.meeting.at, Flag(message, place, one.path)


def _items(chain: Sequence[Meeting]) -> Iterator[tuple[int, Flag]]:
    from minutes_cli.tracking.numbers import running_number

    first: dict[str, tuple[Meeting, str]] = {}
    for meeting in chain:
        for position, item in enumerate(meeting.subject.minutes.items):
            number = running_number(item.number)
            if not number:
                continue
            known, title = first.setdefault(number, (meeting, item.title))
            if known is not meeting and _differ(title, item.title):
                path = f"/items/{position}"
                place = meeting.subject.place(f"{path}/number", f"{path}/title")
                yield meeting.at, Flag(_message("item", item.number, known, title), place, path)


def _differ(one: str, two: str) -> bool:
    from minutes_cli.tracking.likeness import text_likeness

    return not telling(one) & telling(two) and text_likeness(one, two) < _ALIKE


def _message(kind: str, number: str | None, known: Meeting, text: str) -> str:
    short = text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()} …"
    return f"{kind} {number} was “{short}” on {short_date(known.subject.minutes.meeting.date)}"


RULE = Rule("M906", "reference-reused", "warning", across=across)
