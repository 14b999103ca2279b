"""Backups of a register are whole or not there; restoring one loses nothing."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from minutes_cli.errors import RegisterError, UsageError
from minutes_cli.store import backup, database
from minutes_cli.store.backup import back_up, restore
from minutes_cli.store.database import opened, transaction
from tests.store.damages import DAMAGES, foreign, newer

NOW = datetime(2024, 3, 18, 9, 30, 5)
KEPT = "register.db.before-20240318T093005"


def day_of(path: Path, count: int = 1) -> str:
    with opened(path) as connection:
        days = connection.execute("SELECT day FROM meeting").fetchall()
    assert len(days) == count
    return str(days[0][0])


def set_day(path: Path, day: str) -> None:
    with opened(path, write=True) as connection, transaction(connection):
        connection.execute("UPDATE meeting SET day = ?, date = ?", (day, day))


EACH_DAMAGE = pytest.mark.parametrize("damaged", DAMAGES)


def files(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_backup_is_one_file_with_all_that_was_saved(filled: Path, tmp_path: Path) -> None:
    with opened(filled, write=True) as connection:  # what it writes is still in the log
        connection.execute("UPDATE meeting SET day = '2022-11-03', date = '2022-11-03'")
        with transaction(connection):  # and what others are about to write is not saved yet
            connection.execute("UPDATE meeting SET day = '2022-11-04', date = '2022-11-04'")
            back_up(filled, tmp_path / "one.bak", force=False)
    assert files(tmp_path) == ["home", "one.bak"]
    assert day_of(tmp_path / "one.bak") == "2022-11-03"


def test_a_backup_replaces_an_older_one(filled: Path, tmp_path: Path) -> None:
    target = tmp_path / "one.bak"
    back_up(filled, target, force=False)
    set_day(filled, "2022-11-04")
    back_up(filled, target, force=False)
    assert day_of(target) == "2022-11-04"


@pytest.mark.parametrize("content", [b"", b"my notes", b"SQLite format 3\0" + b"\0" * 200])
def test_another_file_is_written_over_only_by_force(filled: Path, tmp_path: Path, content: bytes) -> None:
    target = tmp_path / "one.bak"
    target.write_bytes(content)
    with pytest.raises(UsageError):
        back_up(filled, target, force=False)
    assert target.read_bytes() == content
    back_up(filled, target, force=True)
    assert day_of(target) == "2022-11-02"


def test_another_register_is_no_backup(filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with opened(other, write=True):
        pass
    before = other.read_bytes()
    with pytest.raises(UsageError):
        back_up(filled, other, force=False)
    with opened(other, write=True) as connection:
        connection.execute("INSERT INTO body (name, label) VALUES ('B', 'B')")
        with pytest.raises(UsageError, match="in use"):
            back_up(filled, other, force=True)
    assert len(other.read_bytes()) == len(before)


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm"])
def test_a_backup_never_goes_over_the_register(filled: Path, tmp_path: Path, suffix: str) -> None:
    link = tmp_path / "link"
    link.symlink_to(f"{filled}{suffix}")
    for target in (Path(f"{filled}{suffix}"), link):
        with pytest.raises(UsageError, match="the register itself"):
            back_up(filled, target, force=True)
    assert day_of(filled) == "2022-11-02"


@EACH_DAMAGE
def test_of_a_damaged_register_there_is_no_backup(
    filled: Path, tmp_path: Path, damaged: Callable[[Path], None]
) -> None:
    damaged(filled)
    content = filled.read_bytes()
    with pytest.raises(RegisterError, match="damaged"):
        back_up(filled, tmp_path / "one.bak", force=False)
    assert files(tmp_path) == ["home"]
    assert filled.read_bytes() == content


def test_without_a_register_there_is_no_backup(register: Path, tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="no register there"):
        back_up(register, tmp_path / "one.bak", force=False)
    assert files(tmp_path) == []


def test_a_folder_that_is_not_there(filled: Path, tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match="cannot be used"):
        back_up(filled, tmp_path / "nowhere" / "one.bak", force=False)


def test_a_failure_half_way_leaves_the_older_backup(
    filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "one.bak"
    back_up(filled, target, force=False)
    set_day(filled, "2022-11-04")
    before = target.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backup, "put", full)
    with pytest.raises(RegisterError, match="no space left"):
        back_up(filled, target, force=False)
    assert target.read_bytes() == before
    assert files(tmp_path) == ["home", "one.bak"]


def test_restoring_brings_back_what_was_saved_and_keeps_what_was_there(filled: Path, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "one.bak", force=False)
    saved = (tmp_path / "one.bak").read_bytes()
    set_day(filled, "2022-11-05")
    kept = restore(filled, tmp_path / "one.bak", NOW)
    assert kept == filled.with_name(KEPT)
    assert day_of(filled) == "2022-11-02"
    assert day_of(kept) == "2022-11-05"
    assert (tmp_path / "one.bak").read_bytes() == saved
    assert files(tmp_path) == ["home", "one.bak"]


def test_two_restores_in_a_second_keep_both(filled: Path, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "one.bak", force=False)
    assert restore(filled, tmp_path / "one.bak", NOW) != restore(filled, tmp_path / "one.bak", NOW)


@pytest.mark.parametrize("empty", [True, False])
def test_restoring_where_there_is_no_register(filled: Path, tmp_path: Path, empty: bool) -> None:
    back_up(filled, tmp_path / "one.bak", force=False)
    other = tmp_path / "new" / "register.db"
    if empty:
        other.parent.mkdir()
        other.touch()
    assert restore(other, tmp_path / "one.bak", NOW) is None
    assert day_of(other) == "2022-11-02"


def test_the_log_of_a_register_that_is_gone_is_not_written_into_the_restored_one(filled: Path, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "one.bak", force=False)
    with opened(filled, write=True) as connection:
        connection.execute("UPDATE meeting SET day = '2022-11-09', date = '2022-11-09'")
        log = Path(f"{filled}-wal").read_bytes()
    filled.unlink()
    Path(f"{filled}-wal").write_bytes(log)
    assert restore(filled, tmp_path / "one.bak", NOW) is None
    assert day_of(filled) == "2022-11-02"
    assert filled.with_name(f"{KEPT}-wal").read_bytes() == log


@EACH_DAMAGE
def test_a_damaged_register_is_kept_and_replaced(filled: Path, tmp_path: Path, damaged: Callable[[Path], None]) -> None:
    back_up(filled, tmp_path / "one.bak", force=False)
    for name in (f"{filled}-wal", f"{filled}-shm"):
        Path(name).unlink(missing_ok=True)
    damaged(filled)
    content = filled.read_bytes()
    kept = restore(filled, tmp_path / "one.bak", NOW)
    assert kept is not None
    assert kept.read_bytes() == content
    assert day_of(filled) == "2022-11-02"


@EACH_DAMAGE
def test_a_damaged_backup_changes_nothing(filled: Path, tmp_path: Path, damaged: Callable[[Path], None]) -> None:
    back_up(filled, tmp_path / "one.bak", force=False)
    damaged(tmp_path / "one.bak")
    before = files(filled.parent)
    with pytest.raises(RegisterError, match="damaged"):
        restore(filled, tmp_path / "one.bak", NOW)
    assert files(filled.parent) == before
    assert day_of(filled) == "2022-11-02"


def test_what_is_no_backup_changes_nothing(filled: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.touch()
    for number in (None, 0, 77):
        if number is not None:
            foreign(other, number)
        with pytest.raises(RegisterError, match="no backup"):
            restore(filled, other, NOW)
    with pytest.raises(UsageError, match="no such file"):
        restore(filled, tmp_path / "nowhere", NOW)
    with pytest.raises(UsageError, match="itself"):
        restore(filled, filled, NOW)
    assert day_of(filled) == "2022-11-02"


def test_a_newer_backup_and_a_newer_register_stay(filled: Path, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "one.bak", force=False)
    back_up(filled, tmp_path / "new.bak", force=False)
    newer(tmp_path / "new.bak")
    with pytest.raises(RegisterError, match="newer version"):
        restore(filled, tmp_path / "new.bak", NOW)
    assert day_of(filled) == "2022-11-02"
    content = newer(filled)
    with pytest.raises(RegisterError, match="newer version"):
        restore(filled, tmp_path / "one.bak", NOW)
    assert filled.read_bytes() == content


@pytest.mark.parametrize("number", [0, 77])
def test_the_database_of_another_program_stays(filled: Path, tmp_path: Path, number: int) -> None:
    back_up(filled, tmp_path / "one.bak", force=False)
    content = foreign(tmp_path / "theirs.db", number)
    with pytest.raises(RegisterError, match="another program"):
        restore(tmp_path / "theirs.db", tmp_path / "one.bak", NOW)
    assert (tmp_path / "theirs.db").read_bytes() == content


def test_restoring_waits_for_others_and_gives_up(filled: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup, "PATIENCE", 0.1)
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    back_up(filled, tmp_path / "one.bak", force=False)
    with opened(filled, write=True) as connection, transaction(connection):
        connection.execute("UPDATE body SET name = 'B'")
        with pytest.raises(RegisterError, match="in use by another program"):
            restore(filled, tmp_path / "one.bak", NOW)
    assert files(filled.parent) == ["register.db"]
    assert day_of(filled) == "2022-11-02"


def test_a_program_that_opened_the_register_before_sees_what_was_restored(filled: Path, tmp_path: Path) -> None:
    back_up(filled, tmp_path / "one.bak", force=False)
    set_day(filled, "2022-11-05")
    with closing(sqlite3.connect(filled)) as early:  # opened, and nothing read yet
        restore(filled, tmp_path / "one.bak", NOW)
        assert early.execute("SELECT day FROM meeting").fetchone() == ("2022-11-02",)
