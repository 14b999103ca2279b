"""Nothing is lost: whatever is added, corrected, changed and undone, entries, numbers and changes stay."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from minutes_cli.errors import UsageError
from minutes_cli.store.changes import Wish, find_action, link, log, read_action, record, undo, unlink
from minutes_cli.store.database import nothing_recorded, transaction
from minutes_cli.store.saving import save
from minutes_cli.store.series import refollow
from tests.store.made import AT, BODY, actions_in, addition, minutes, told
from tests.store.runs import listed, windows

OTHER = "Saltmere Allotment Society"

adding = st.tuples(st.just("add"), st.integers(0, 7), listed, st.sampled_from([BODY, BODY, BODY, OTHER]))
# the same document read otherwise than before, as by a later version
rereading = st.tuples(st.just("reread"), st.integers(0, 7), listed, st.sampled_from([BODY, BODY, OTHER, None]))
picks = st.tuples(st.integers(0, 99), st.integers(0, 99))
changing = st.tuples(st.sampled_from(["close", "reopen", "due", "assign", "note", "tag", "untag"]), picks)
tying = st.tuples(st.sampled_from(["link", "link", "unlink", "unlink", "undo"]), picks)
steps = st.lists(st.one_of(adding, adding, rereading, changing, tying), min_size=1, max_size=16)
VALUES = {"due": "2021-12-01", "assign": "Cy Marsh", "tag": "urgent", "untag": "urgent"}


class Story:
    """A register and what was done to it."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.added: list[Any] = []
        self.numbers: set[int] = set()
        self.entries: set[tuple[str, str]] = set()
        self.changes: set[int] = set()

    def step(self, number: int, kind: str, *given: Any) -> None:
        if kind == "add":
            day, rows, body = given
            self.added.append(addition(minutes(day, rows, body, number)))
            save(self.connection, self.added[-1])
        elif kind == "reread":
            if self.added:
                day, rows, body = given
                before = self.added[day % len(self.added)].minutes
                again = minutes(day, rows, body).model_copy(update={"source": before.source})
                self.added.append(addition(again))
                save(self.connection, self.added[-1])
        else:
            with suppress(UsageError):  # of one meeting, of two bodies, or nothing to undo
                self._change(number, kind, *given[0])
        self.look()

    def _change(self, number: int, kind: Any, one: int, two: int) -> None:
        at = f"2022-01-01T00:00:{number:02}+00:00"
        wish = Wish(kind, at, "ann", f"2021-01-{two % 28 + 1:02}", VALUES.get(kind))
        names = [f"A{action}" for action in sorted(self.numbers)]
        if kind == "undo":
            undo(self.connection, at, "bo")
        elif not names:
            return
        elif kind == "link":
            link(self.connection, names[one % len(names)], names[two % len(names)], wish)
        elif kind == "unlink":
            name = names[one % len(names)]
            mentions = read_action(self.connection, find_action(self.connection, name)).mentions
            unlink(self.connection, name, mentions[two % len(mentions)].key or "", wish)
        else:
            record(self.connection, names[one % len(names)], wish)

    def look(self) -> None:
        """Everything that was ever there still is; every entry stands in the action it belongs to, and in no other."""
        execute = self.connection.execute
        self.numbers |= {one for (one,) in execute("SELECT id FROM action")}
        for one in self.numbers:
            found = find_action(self.connection, f"A{one}")
            assert execute("SELECT merged_into FROM action WHERE id = ?", (found,)).fetchone() == (None,)
        entries = set(execute("SELECT key, name FROM entry JOIN meeting ON meeting.id = meeting_id"))
        assert entries >= self.entries
        self.entries = entries
        mentioned = [(mention.key, mention.id) for action in actions_in(self.connection) for mention in action.mentions]
        assert sorted(mentioned) == sorted((key, f"{key}#{name}") for key, name in entries)
        crossed = (
            "SELECT count(*) FROM entry JOIN meeting ON meeting.id = meeting_id JOIN action ON action.id = action_id"
        )
        assert execute(f"{crossed} WHERE action.body_id <> meeting.body_id").fetchone() == (0,)
        changes = {logged.number for logged in log(self.connection)}
        assert changes >= self.changes
        self.changes = changes


def assert_followed_whole(connection: sqlite3.Connection) -> None:
    """Following all meetings of each body from the first one on gives what following from meeting to meeting gave."""
    before = told(actions_in(connection))
    for (body,) in connection.execute("SELECT id FROM body").fetchall():
        with transaction(connection):
            refollow(connection, body, "")
    assert told(actions_in(connection)) == before


GATE = {"text": "Clerk to obtain three quotes for the cemetery gate"} | dict.fromkeys(("reference", "update", "due"))
ANYBODYS, CLERKS = ({**GATE, "state": "open", "owners": owners} for owners in ((), ("Clerk",)))


@given(steps, windows)
@settings(max_examples=60, deadline=None)
# an action that was closed, taken for another, and then of another body after all
@example(
    [
        ("add", 0, [ANYBODYS], BODY),
        ("add", 1, [ANYBODYS, ANYBODYS, CLERKS], BODY),
        ("close", (1, 0)),
        ("reread", 1, [ANYBODYS], BODY),
        ("reread", 1, [], OTHER),
    ],
    1,
)
# two that turned out to be one, and go together
@example(
    [("add", 0, [ANYBODYS, ANYBODYS, CLERKS], BODY), ("reread", 0, [], BODY), ("reread", 0, [], OTHER)],
    1,
)
def test_nothing_is_lost_and_undoing_all_leaves_what_documents_say(run: list[Any], window: int) -> None:
    with patch("minutes_cli.tracking.threads.WINDOW", window), patch("minutes_cli.store.series.WINDOW", window):
        with nothing_recorded() as connection:
            story = Story(connection)
            for number, step in enumerate(run):
                story.step(number, *step)
            assert_followed_whole(connection)
            while any(logged.undone_at is None for logged in log(connection)):
                undo(connection, AT, "bo")
            story.look()
            left = told(actions_in(connection))
        with nothing_recorded() as connection:
            for one in story.added:
                save(connection, one)
            assert left == told(actions_in(connection))


def test_there_is_nothing_to_undo_at_first() -> None:
    with nothing_recorded() as connection, pytest.raises(UsageError, match="no change"):
        undo(connection, AT, "bo")
