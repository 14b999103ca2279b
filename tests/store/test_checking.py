"""A check finds what is wrong with a register and changes nothing."""

import sqlite3
import zlib
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

import minutes_cli
from minutes_cli.errors import RegisterError
from minutes_cli.model.minutes import Minutes
from minutes_cli.store.checking import check
from minutes_cli.store.database import opened
from minutes_cli.store.saving import Addition, save
from tests.store.damages import DAMAGES, foreign, newer

FIXTURES = Path(__file__).parents[2] / "fixtures"


def test_a_sound_register(filled: Path) -> None:
    found = check(filled)
    assert found is not None
    assert (found.meetings, found.actions, found.changes, found.version) == (1, 2, 2, 1)
    assert found.size >= filled.stat().st_size
    assert found.findings == ()


def test_a_register_of_real_documents_is_sound(register: Path) -> None:
    with opened(register, write=True) as connection:
        for path in sorted(FIXTURES.glob("harrowvale-pcc-*.pdf")):
            for minutes in minutes_cli.parse_all(path):
                save(connection, Addition(minutes, str(path), "2024-03-18T09:30:00+00:00", path.read_bytes()))
        found = check(register)
    assert found is not None
    assert found.findings == ()
    assert found.meetings == 3


def test_no_register_yet(register: Path) -> None:
    assert check(register) is None
    assert not register.parent.exists()
    register.parent.mkdir()
    register.touch()
    assert check(register) is None


ODD = {
    "UPDATE meeting SET n_items = 9": "meeting wrenshire-2022-11-02 says 9 items and has 1",
    "DELETE FROM seat": "meeting wrenshire-2022-11-02 says 1 attendees and has 0",
    "UPDATE entry SET struck = 0": "meeting wrenshire-2022-11-02 says 2 actions and has 3",
    "UPDATE meeting SET version = 3": "meeting wrenshire-2022-11-02 has no version 3",
    "UPDATE entry SET action_id = NULL WHERE id = 2": "entry a2 of meeting wrenshire-2022-11-02 belongs to no action",
    "UPDATE action SET merged_into = 4 WHERE id = 9": "action A4 is merged into itself",
    "UPDATE sqlite_sequence SET seq = 1 WHERE seq = 8": "the numbers of changes begin again at 2, and 8 is given",
    "UPDATE version SET data = x'00' WHERE number = 1": "version 1 of meeting wrenshire-2022-11-02 cannot be unpacked",
    "UPDATE version SET copy = x'00'": "version 1 of meeting wrenshire-2022-11-02 cannot be unpacked",
    "UPDATE action SET body_id = 99 WHERE id = 4": "action 4 refers to a body that is not there",
    "UPDATE passage SET text = 'other words'": "the index for search does not fit the passages",
}


@pytest.mark.parametrize(("statement", "finding"), ODD.items())
def test_what_does_not_fit_is_found(filled: Path, statement: str, finding: str) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute(statement)
        connection.commit()
    found = check(filled)
    assert found is not None
    assert finding in found.findings


def test_data_that_is_no_minutes_is_found(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as connection:
        connection.execute("UPDATE version SET data = ? WHERE number = 2", (zlib.compress(b'{"a": 1}'),))
        connection.commit()
    found = check(filled)
    assert found is not None
    assert len(found.findings) == 1
    assert "version 2 of meeting wrenshire-2022-11-02: not the data of minutes" in found.findings[0]


@pytest.mark.parametrize("damaged", DAMAGES)
def test_a_damaged_file_is_told(filled: Path, damaged: Callable[[Path], None]) -> None:
    damaged(filled)
    content = filled.read_bytes()
    try:
        found = check(filled)
    except RegisterError as error:
        assert "damaged" in error.reason
    else:
        assert found is not None
        assert found.findings
    assert filled.read_bytes() == content


def test_what_is_no_register_of_ours_is_not_touched(filled: Path, tmp_path: Path) -> None:
    theirs = foreign(tmp_path / "theirs.db", 77)
    ours = newer(filled)
    for path in (tmp_path / "theirs.db", filled):
        with pytest.raises(RegisterError):
            check(path)
    assert (tmp_path / "theirs.db").read_bytes() == theirs
    assert filled.read_bytes() == ours


def test_a_check_does_not_wait_for_who_is_writing(filled: Path) -> None:
    with opened(filled, write=True) as connection:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("DELETE FROM seat")
        found = check(filled)
        connection.execute("ROLLBACK")
    assert found is not None
    assert found.findings == ()


def test_a_register_whose_making_was_cut_off_is_none_yet(register: Path, wrenshire: Minutes) -> None:
    register.parent.mkdir()
    with closing(sqlite3.connect(register, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")  # pages go to the file before the end
        connection.execute("BEGIN")
        connection.execute("CREATE TABLE t (x)")
        connection.executemany("INSERT INTO t VALUES (?)", [("x" * 3000,)] * 200)
        half, journal = register.read_bytes(), Path(f"{register}-journal").read_bytes()
    register.write_bytes(half)
    Path(f"{register}-journal").write_bytes(journal)
    assert check(register) is None
    with opened(register, write=True) as connection:
        save(connection, Addition(wrenshire, "notes.pdf", "2024-03-18T09:30:00+00:00"))
    found = check(register)
    assert found is not None
    assert found.meetings == 1
