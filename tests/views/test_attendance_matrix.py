"""Attendance over meetings as a terminal shows it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

import pytest
from rich.console import RenderableType

from minutes_cli.model.minutes import Status
from minutes_cli.model.records import Seat
from minutes_cli.model.tracking import Sitting
from minutes_cli.text.safe import CONTROL
from minutes_cli.tracking.attendance import matrices
from minutes_cli.tracking.six_months import absences
from minutes_cli.views.attendance_matrix import attendance_matrix
from minutes_cli.views.six_months import six_months
from tests.views.shown import HOSTILE, same_as_snapshot, shown

FIRST = datetime.date(2022, 11, 2)
LONG = "Bartholomew Featherstonehaugh-Cholmondeley Fitzwilliam Roe"


def seats(count: int, names: Iterable[str] = ("Ann Lee", "Bo Poe", LONG)) -> list[Seat]:
    """Meetings four weeks apart; everybody comes but for one in turn, and somebody stands in now and then."""
    found = []
    people = list(names)
    for number in range(count):
        date = (FIRST + number * datetime.timedelta(28)).isoformat()
        sitting = Sitting(meeting="Council", date=date, file=f"{number}.pdf")
        away: Status = "apologies" if number % 2 else "absent"
        for place, name in enumerate(people):
            status: Status = away if place == number % (len(people) + 2) else "present"
            note = "until item 4" if status == "present" and (number + place) % 5 == 0 else None
            found.append(Seat(sitting=sitting, body="Council", name=name, status=status, note=note))
        if number % 4 == 0:
            found.append(
                Seat(sitting=sitting, body="Council", name="Guy Vane", status="present", note="substitute for Ann Lee")
            )
        found.append(Seat(sitting=sitting, body="Council", name="Tom Hill", role="Clerk", status="in_attendance"))
    return found


@pytest.mark.parametrize("width", [80, 120])
def test_the_matrix_looks_as_it_did(width: int) -> None:
    same_as_snapshot(attendance_matrix(matrices(seats(14))), "attendance", width)


@pytest.mark.parametrize("width", [80, 120])
def test_the_six_months_look_as_they_did(width: int) -> None:
    found = absences(matrices([*seats(3), *seats(8, ["Bo Poe", "Cy Marsh"])]), [], datetime.date(2023, 7, 1))
    same_as_snapshot(six_months(found, "2023-07-01"), "six-months", width)


@pytest.mark.parametrize(("width", "count"), [(40, 300), (80, 1), (80, 300), (120, 300)])
def test_the_newest_meetings_are_kept_and_the_others_told(width: int, count: int) -> None:
    text = shown(attendance_matrix(matrices(seats(count))), width)
    assert max(map(len, text.splitlines())) <= width
    assert "…" not in text
    last = FIRST + (count - 1) * datetime.timedelta(28)
    assert f"{last:%b}" in text
    assert ("left out here but counted" in " ".join(text.split())) == (count > 1)
    assert all(word in text for word in ("Members", "In attendance", "members there"))


def test_a_meeting_without_a_date_has_a_column() -> None:
    sitting = Sitting(meeting="Council", file="a.pdf")
    text = shown(attendance_matrix(matrices([Seat(sitting=sitting, name="Ann Lee", status="present")])))
    assert [line.split()[0] for line in text.splitlines()[:3]] == ["no", "da-", "te"]


def test_text_of_documents_is_harmless() -> None:
    sitting = Sitting(meeting=HOSTILE, date=HOSTILE, file=HOSTILE)
    rows = [Seat(sitting=sitting, body=HOSTILE, name=HOSTILE + "x", status="present", note="sub " + HOSTILE)]
    rows += [Seat(sitting=sitting, body="Other", name=HOSTILE + "y", status="present")]
    found = matrices(rows)
    views: list[RenderableType] = [
        attendance_matrix(found),
        six_months(absences(found, [], FIRST), FIRST.isoformat()),
    ]
    for view in views:
        text = shown(view, 120)
        assert CONTROL.search(text.replace("\n", "")) is None
        assert "\\x1b" in text
