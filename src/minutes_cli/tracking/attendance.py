"""Who came to what: the seats of many meetings as one matrix a body."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from minutes_cli.model.attendance import CAME, Attended, Attender, Capacity, Matrix, Turnout
from minutes_cli.model.records import Seat
from minutes_cli.model.tracking import Sitting
from minutes_cli.text.names import surname
from minutes_cli.tracking.each_body import each_body
from minutes_cli.tracking.presence import bare_name, presence_of
from minutes_cli.tracking.same_people import settled

_ORDER: tuple[Capacity, ...] = ("member", "substitute", "in_attendance")


def matrices(seats: Iterable[Seat]) -> list[Matrix]:
    """One matrix for each body, in the order in which they first met.

    seats   in the order of the meetings' dates; members come first, by name
    """
    return [_matrix(body, held) for body, held in each_body(seats, lambda seat: seat.body)]


def _matrix(body: str | None, seats: Sequence[Seat]) -> Matrix:
    sittings = list(dict.fromkeys(seat.sitting for seat in seats))
    names = settled((bare_name(seat.name), seat.sitting) for seat in seats)
    of_person: dict[str, list[Seat]] = {}
    for seat in seats:
        of_person.setdefault(names[bare_name(seat.name)], []).append(seat)
    order = {sitting: number for number, sitting in enumerate(sittings)}
    people = [_attender(name, body, held, order) for name, held in of_person.items()]
    people.sort(key=lambda person: (_ORDER.index(person.capacity), surname(person.name).casefold(), person.name))
    marks: dict[Sitting, list[Attended]] = {sitting: [] for sitting in sittings}
    for member in people:
        for mark in member.meetings if member.capacity == "member" else ():
            marks[mark.sitting].append(mark)
    turnouts = tuple(_turnout(sitting, at) for sitting, at in marks.items())
    return Matrix(body=body, meetings=turnouts, people=tuple(people))


def _attender(name: str, body: str | None, seats: Sequence[Seat], order: Mapping[Sitting, int]) -> Attender:
    """One person's row; `seats` and `order` are in the order of the meetings."""
    attended = {seat.sitting: presence_of(seat) for seat in seats}
    capacity = _capacity(list(attended.values()))
    if capacity == "member":
        first, last = order[seats[0].sitting], order[seats[-1].sitting]
        for sitting in list(order)[first:last]:
            attended.setdefault(sitting, Attended(sitting=sitting, presence="unnamed"))
    marks = tuple(sorted(attended.values(), key=lambda mark: order[mark.sitting]))
    came = sum(mark.presence in CAME for mark in marks)
    spellings = {bare_name(seat.name) for seat in seats} - {name}
    return Attender(
        body=body,
        name=name,
        also=tuple(sorted(spellings)),
        role=next((seat.role for seat in reversed(seats) if seat.role), None),
        capacity=capacity,
        came=came,
        expected=len(marks),
        rate=round(came / len(marks), 3) if capacity == "member" else None,
        meetings=marks,
    )


def _capacity(marks: Sequence[Attended]) -> Capacity:
    """A member is one whom the minutes list so at least as often as among those in attendance."""
    count = {kind: sum(mark.presence == kind for mark in marks) for kind in CAME}
    own = count["present"] + count["part"]
    if count["in_attendance"] > own:
        return "in_attendance"
    return "substitute" if count["substitute"] and not own else "member"


def _turnout(sitting: Sitting, marks: Sequence[Attended]) -> Turnout:
    """The turnout of the members whose `marks` these are."""
    came = sum(mark.presence in CAME for mark in marks)
    return Turnout(sitting=sitting, came=came, expected=len(marks), rate=round(came / len(marks), 3) if marks else None)
