"""Who was there."""

from __future__ import annotations

from collections.abc import Iterator

from rapidfuzz import fuzz

from minutes_cli.comparing.folding import folded
from minutes_cli.comparing.pairing import Pairs, paired
from minutes_cli.comparing.values import added, removed, short
from minutes_cli.model.differences import Difference
from minutes_cli.model.minutes import Attendee, Minutes

# A misspelt name keeps most of its letters; with the same initials or role printed beside it fewer will do.
_RESPELT, _BESIDE = 80, 60
_FIELDS = ("name", "role", "abbreviation", "status", "note")


def people(old: Minutes, new: Minutes) -> Pairs:
    return paired(
        old.attendees,
        new.attendees,
        (lambda one: (folded(one.name), one.status), lambda one: folded(one.name)),
        _likeness,
    )


def attendance(old: Minutes, new: Minutes, pairs: Pairs) -> Iterator[Difference]:
    for i, j in pairs.in_order():
        if i is not None and j is not None:
            before, after = old.attendees[i], new.attendees[j]
            fields = tuple(
                change for field in _FIELDS for change in short(field, getattr(before, field), getattr(after, field))
            )
            if fields:
                yield Difference(
                    part="attendee",
                    how="changed",
                    what=after.name,
                    fields=fields,
                    old_path=f"/attendees/{i}",
                    new_path=f"/attendees/{j}",
                )
        elif i is not None:
            yield removed("attendee", f"/attendees/{i}", old.attendees[i].name, _values(old.attendees[i]))
        elif j is not None:
            yield added("attendee", f"/attendees/{j}", new.attendees[j].name, _values(new.attendees[j]))


def _values(person: Attendee) -> Iterator[tuple[str, str | None]]:
    return ((field, getattr(person, field)) for field in _FIELDS if field != "name")


def _likeness(one: Attendee, two: Attendee) -> float:
    mine, yours = folded(one.name), folded(two.name)
    alike = fuzz.ratio(mine, yours)
    beside = any(
        first and folded(first) == folded(second)
        for first, second in ((one.abbreviation, two.abbreviation), (one.role, two.role))
    )
    if _initialled(mine, yours):
        alike = max(alike, _RESPELT)
    return alike + 10 * beside if alike >= (_BESIDE if beside else _RESPELT) else 0.0


def _initialled(one: str, two: str) -> bool:
    """Whether one gives the first name in full and the other its first letter: "Jane Roe", "J Roe"."""
    mine, yours = one.split(), two.split()
    if len(mine) < 2 or len(yours) < 2 or mine[-1] != yours[-1] or mine[0][0] != yours[0][0]:
        return False
    return min(len(mine[0]), len(yours[0])) == 1
