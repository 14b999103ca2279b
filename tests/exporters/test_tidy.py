"""Tidy tables over made-up meetings: keys are unique, references lead to a row, cells are of their column's kind."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from minutes_cli.errors import UsageError
from minutes_cli.exporters.tidy import TABLES, table_called
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes
from minutes_cli.tracking.follow import follow
from tests.exporters.generated import collections

_FITS: dict[str, Callable[[Any], bool]] = {
    "string": lambda cell: isinstance(cell, str) and cell != "",
    "integer": lambda cell: type(cell) is int,
    "number": lambda cell: isinstance(cell, int | float),
    "boolean": lambda cell: isinstance(cell, bool),
    "date": lambda cell: datetime.date.fromisoformat(cell).isoformat() == cell,
    "time": lambda cell: datetime.time.fromisoformat(cell).isoformat("minutes") == cell,
}


def records(collection: Collection, name: str) -> list[dict[str, Any]]:
    table = TABLES[name]
    names = [column.name for column in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(collection)]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_keys_are_unique_references_lead_to_rows_and_cells_fit(collection: Collection) -> None:
    for table in TABLES.values():
        rows = records(collection, table.name)
        keys = [tuple(row[name] for name in table.key) for row in rows]
        assert len(set(keys)) == len(keys)
        for column, (other, key) in table.links:
            there = {row[key] for row in records(collection, other)} | {None}
            assert {row[column] for row in rows} <= there
        for column in table.columns:
            assert all(_FITS[column.kind](row[column.name]) for row in rows if row[column.name] is not None)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_nothing_is_left_out(collection: Collection) -> None:
    meetings = collection.meetings
    counts = {
        "meetings": len(meetings),
        "attendance": sum(len(one.attendees) for one in meetings),
        "items": sum(len(one.items) for one in meetings),
        "exchanges": sum(len(item.exchanges) for one in meetings for item in one.items),
        "decisions": sum(len(one.decisions) for one in meetings),
        "commitments": sum(len(one.commitments) for one in meetings),
        "evidence": sum(len(one.evidence) for one in meetings),
        "actions": len(collection.actions),
        "owners": sum(len(one.owners) for one in collection.actions),
        "mentions": sum(len(one.mentions) for one in collection.actions),
        "changes": sum(len(one.changes) for one in collection.actions),
    }
    assert {name: len(records(collection, name)) for name in counts} == counts


def test_what_refers_to_another_thing_names_its_row(wrenshire: Minutes) -> None:
    collection = Collection(meetings=(wrenshire,), actions=tuple(follow([wrenshire])))
    (meeting,) = records(collection, "meetings")
    items = {row["id"]: row for row in records(collection, "items")}
    decisions = records(collection, "decisions")
    assert {row["meeting"] for row in decisions} == {meeting["id"]}
    assert [row["item"] and items[row["item"]]["title"] for row in decisions] == [
        "Welcome and apologies",
        "Car park",
        None,
        "Car park",
    ]
    assert items[f"{meeting['id']}/i3"]["parent"] == f"{meeting['id']}/i2"
    assert [(row["pillar"], items[row["item"]]["number"]) for row in records(collection, "pillars")] == [
        ("Secure", "2.1"),
        ("Reassured", "2.1"),
        ("Reformed", "2.2"),
    ]
    assert [row["owners"] for row in records(collection, "actions")] == [
        "Natasha Noor-Hayward",
        "Pat Mills; Facilities",
        None,
    ]


def test_a_table_stands_behind_those_it_refers_to() -> None:
    order = list(TABLES)
    for table in TABLES.values():
        assert all(order.index(other) <= order.index(table.name) for _, (other, _) in table.links)


def test_another_table_is_refused_with_the_names_of_those_there_are() -> None:
    with pytest.raises(UsageError, match="no such table: one of meetings, attendance"):
        table_called("people")
