"""The database, read back by sqlite-utils, on which Datasette builds, and by SQLite's own checks."""

from __future__ import annotations

import io
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from hypothesis import HealthCheck, given, settings
from sqlite_utils import Database

from minutes_cli.exporters import to_sqlite
from minutes_cli.exporters.tidy import TABLES
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes
from minutes_cli.tracking.follow import follow
from tests.exporters.generated import collections
from tests.exporters.test_tidy import records


def written(collection: Collection) -> bytes:
    stream = io.BytesIO()
    to_sqlite.write(collection, stream)
    return stream.getvalue()


@contextmanager
def opened(collection: Collection) -> Iterator[Database]:
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(written(collection))
        yield Database(connection)


def assert_same(collection: Collection) -> None:
    """Every row is there as it was read, and every reference leads to one."""
    with opened(collection) as database:
        for name, table in TABLES.items():
            assert list(database[name].rows) == records(collection, name)
            assert database[name].pks == list(table.key)
            keys = {(key.column, (key.other_table, key.other_column)) for key in database[name].foreign_keys}
            assert keys == set(table.links)
        assert database.execute("PRAGMA foreign_key_check").fetchall() == []
        assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_every_row_is_there_as_it_was_read_and_every_reference_leads_to_one(collection: Collection) -> None:
    assert_same(collection)


def test_words_are_found_in_what_was_read(wrenshire: Minutes) -> None:
    with opened(Collection(meetings=(wrenshire,), actions=tuple(follow([wrenshire])))) as database:
        assert database["actions"].detect_fts() == "actions_fts"
        assert [row["text"] for row in database["actions"].search("surveys")] == ["Share the estates survey."]
        assert [row["title"] for row in database["items"].search("estate")] == ["Estates"]


def test_open_actions_are_a_view_of_their_own(wrenshire: Minutes) -> None:
    with opened(Collection(meetings=(wrenshire,), actions=tuple(follow([wrenshire])))) as database:
        assert [row["owners"] for row in database["open_actions"].rows] == [
            "Natasha Noor-Hayward",
            "Pat Mills; Facilities",
        ]


def test_columns_need_no_quotes_and_say_what_they_hold(wrenshire: Minutes) -> None:
    with opened(Collection(meetings=(wrenshire,))) as database:
        for table in TABLES.values():
            database.execute(f"SELECT {', '.join(column.name for column in table.columns)} FROM {table.name}")
            assert all(column.about in database[table.name].schema for column in table.columns)


def test_the_same_data_gives_the_same_file(wrenshire: Minutes) -> None:
    collection = Collection(meetings=(wrenshire,), actions=tuple(follow([wrenshire])))
    assert written(collection) == written(collection)
