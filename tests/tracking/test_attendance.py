"""Who came to what: the tables in cases/ say what is made of seats."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli.model.attendance import Matrix
from minutes_cli.model.records import Seat, TakenDecision
from minutes_cli.model.tracking import Sitting
from minutes_cli.tracking.attendance import matrices
from minutes_cli.tracking.presence import presence_of
from minutes_cli.tracking.same_people import settled
from minutes_cli.tracking.six_months import absences

CASES = Path(__file__).parent / "cases"
LETTERS = {
    "present": "P",
    "part": "H",
    "substitute": "S",
    "in_attendance": "A",
    "apologies": "-",
    "absent": "x",
    "unnamed": "?",
    None: ".",
}


def cases(name: str) -> list[Any]:
    rows = yaml.safe_load((CASES / f"{name}.yml").read_text(encoding="utf-8"))
    return [pytest.param(row, id=row["why"][:60]) for row in rows]


def sitting(date: object) -> Sitting:
    return Sitting(meeting="Council", date=str(date) if date else None, file="a.pdf")


def seats(meetings: dict[Any, list[str]], body: str | None = "Council") -> list[Seat]:
    found = []
    for date, people in meetings.items():
        for person in people:
            name, _, rest = person.partition("=")
            status, _, note = rest.partition("/")
            row = {"sitting": sitting(date), "body": body, "name": name, "status": status, "note": note or None}
            found.append(Seat.model_validate(row))
    return found


@pytest.mark.parametrize("case", cases("presence"))
def test_how_somebody_was_there(case: dict[str, Any]) -> None:
    seat = Seat.model_validate({"name": "Jane Roe", "sitting": sitting("2024-01-10"), **case["given"]})
    found = presence_of(seat).model_dump()
    assert {key: found[key] for key in case["expect"]} == case["expect"]


@pytest.mark.parametrize("case", cases("people"))
def test_who_is_who(case: dict[str, Any]) -> None:
    assert settled((n, number) for number, names in enumerate(case["given"]) for n in names) == case["expect"]


@pytest.mark.parametrize("case", cases("attendance"))
def test_the_matrix(case: dict[str, Any]) -> None:
    found = matrices(seats(case["given"]))
    rows = [
        [person.name, person.capacity, letters(matrix, person.name), person.came, person.expected, person.rate]
        for matrix in found
        for person in matrix.people
    ]
    assert rows == case["expect"]


def letters(matrix: Matrix, name: str) -> str:
    (person,) = (person for person in matrix.people if person.name == name)
    marks = {mark.sitting: mark.presence for mark in person.meetings}
    return " ".join(LETTERS[marks.get(turnout.sitting)] for turnout in matrix.meetings)


@pytest.mark.parametrize("case", cases("six_months"))
def test_the_six_months(case: dict[str, Any]) -> None:
    decisions = [
        TakenDecision(id=f"d{number}", text=text, taken=sitting(date))
        for number, (date, text) in enumerate(case.get("decisions", {}).items())
    ]
    found = absences(matrices(seats(case["given"])), decisions, case["day"])
    rows = [[row.name, day(row.last), day(row.ends), row.days_left, row.state, row.missed] for row in found]
    assert rows == case["expect"]
    if "approvals" in case:
        assert [text for row in found for text in row.approvals] == case["approvals"]


def day(iso: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(iso) if iso else None


def test_each_body_has_its_matrix_and_a_committee_stops_the_clock() -> None:
    council = seats({"2024-01-15": ["Ann Lee=present"], "2024-07-15": ["Ann Lee=apologies"]}, "Town Council")
    committee = seats({"2024-06-15": ["Cllr A Lee=present"]}, "Planning Committee")
    found = matrices(sorted([*council, *committee], key=lambda seat: seat.sitting.date or ""))
    assert [matrix.body for matrix in found] == ["Town Council", "Planning Committee"]
    (row,) = absences(found, [], datetime.date(2024, 7, 20))
    assert (row.bodies, row.last, row.state, row.missed) == (
        ("Planning Committee", "Town Council"),
        "2024-06-15",
        "running",
        1,
    )


def test_the_turnout_of_a_meeting_is_that_of_its_members() -> None:
    given = {"2024-01-10": ["Ann Lee=present", "Bo Poe=absent", "Guy Vane=present/sub", "Tom Hill=in_attendance"]}
    (turnout,) = matrices(seats(given))[0].meetings
    assert (turnout.came, turnout.expected, turnout.rate) == (1, 2, 0.5)
