"""The columns of attendance: a person a row and a meeting a column, and the six months of members."""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.exporters.records.tables import Table
from minutes_cli.model.attendance import Absence, Attender, Matrix
from minutes_cli.model.tracking import Sitting

ABSENCES = Table[Absence](
    columns=("name", "bodies", "last", "ends", "days_left", "state", "missed", "approvals"),
    cells=lambda row: (
        *(row.name, "; ".join(row.bodies), row.last or "", row.ends or ""),
        *("" if row.days_left is None else str(row.days_left), row.state, str(row.missed), "; ".join(row.approvals)),
    ),
    header=("Member", "Last attendance", "Six months end", "Days left", "State"),
    brief=lambda row: (
        *(row.name, row.last or "", row.ends or ""),
        *("" if row.days_left is None else str(row.days_left), row.state),
    ),
)


def attendance_table(found: Sequence[Matrix]) -> Table[Attender]:
    """The columns for these meetings, named by their dates, or files where they have none."""
    sittings = list(dict.fromkeys(turnout.sitting for matrix in found for turnout in matrix.meetings))
    sittings.sort(key=lambda sitting: (sitting.date is None, sitting.date or ""))
    names = tuple(sitting.date or sitting.file for sitting in sittings)

    def cells(person: Attender) -> tuple[str, ...]:
        return (
            *(person.body or "", person.name, person.role or "", person.capacity),
            *(str(person.came), str(person.expected), "" if person.rate is None else f"{person.rate:.3f}"),
            *_marks(person, sittings),
        )

    def brief(person: Attender) -> tuple[str, ...]:
        rate = f"{person.came}/{person.expected}" if person.rate is not None else str(person.came)
        return (person.name, person.capacity.replace("_", " "), rate, *_marks(person, sittings))

    return Table(
        columns=("body", "name", "role", "capacity", "came", "expected", "rate", *names),
        cells=cells,
        header=("Name", "As", "Came", *names),
        brief=brief,
    )


def _marks(person: Attender, sittings: Sequence[Sitting]) -> tuple[str, ...]:
    found = {mark.sitting: mark.presence.replace("_", " ") for mark in person.meetings}
    return tuple(found.get(sitting, "") for sitting in sittings)
