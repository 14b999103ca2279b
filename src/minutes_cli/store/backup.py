"""A backup of the register, whole or not at all, and back again."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from minutes_cli.errors import RegisterError, UsageError
from minutes_cli.store.copying import copy, damage, is_damage, looked_at
from minutes_cli.store.database import MAGIC, PATIENCE, check_header, opened, telling
from minutes_cli.store.places import INDEX, companions, has_content, log_of, put, put_new, same, scratch
from minutes_cli.store.schema import APPLICATION_ID

_RESTORE = "restore a backup: `minutes restore BACKUP`"
_OTHER = "use another backup"
# Bytes 18 and 19 of the header: 2 where it is written through a log, as a register is and a backup is not.
_LOGGED = b"\2\2"


def back_up(register: Path, path: Path, force: bool) -> None:
    """Write a copy of the register to `path`.

    force   whether it may take the place of a file that is no backup
    Raises UsageError for a `path` that must not be written over, RegisterError for all else that fails.
    """
    if same(register, path) or any(same(name, path) for name in companions(register)):
        raise UsageError(str(path), "is the register itself", "name another file")
    with opened(register) as source, telling(path):
        target = Path(os.path.realpath(path))
        _check_target(path, target, force)
        with scratch(target) as temporary:
            copy(source, register, temporary, _RESTORE)
            put(temporary, target)


def restore(register: Path, path: Path, now: datetime) -> Path | None:
    """Put what the backup at `path` holds into the register; returns where the one that was there is kept.

    now   names the kept one, as in register.db.before-20240318T093000
    Raises UsageError where there is no backup, RegisterError where it or the register cannot be used; then nothing has
    changed.
    """
    if same(register, path):
        raise UsageError(str(path), "is the register itself", "name a backup of it")
    if not path.exists():
        raise UsageError(str(path), "no such file", "check the path")
    _check_backup(path)
    register = Path(os.path.realpath(register))
    with telling(register):
        register.parent.mkdir(parents=True, exist_ok=True)
        sound = _check_present(register)
        with scratch(register) as temporary:
            with looked_at(path) as source:
                copy(source, path, temporary, _OTHER)
            kept = _free(register.with_name(f"{register.name}.before-{now:%Y%m%dT%H%M%S}"))
            if not register.exists():
                _set_log_aside(register, kept)
                put_new(temporary, register)
                return None
            if not has_content(register):
                _write_into(register, temporary, None)
                return None
            if not (sound and _write_into(register, temporary, kept)):
                os.link(register, kept)
                _set_log_aside(register, kept)
                put(temporary, register)
            return kept


def _write_into(register: Path, temporary: Path, kept: Path | None) -> bool:
    """Replace the content of a register in one transaction, after a copy to `kept`; False where it is damaged.

    Its file stays the same one: another program that has it open, or waits for it, sees the new content. Renaming would
    leave that program with a file that nobody finds again, and with the log of another.
    """
    with closing(sqlite3.connect(register, timeout=PATIENCE, isolation_level=None)) as present:
        try:
            present.execute("PRAGMA locking_mode = EXCLUSIVE").fetchone()  # nothing is written between copy and change
            present.execute("BEGIN EXCLUSIVE")
            present.execute("COMMIT")
            if any(damage(present)):
                return False
        except sqlite3.DatabaseError as error:
            if not is_damage(error):
                raise
            return False
        present.execute("PRAGMA synchronous = FULL")
        if kept is not None:
            with scratch(kept) as copied:
                copy(present, register, copied, _OTHER)
                put_new(copied, kept)
        with closing(sqlite3.connect(temporary, isolation_level=None)) as source:
            source.backup(present)
    return True


def _set_log_aside(register: Path, kept: Path) -> None:
    """Give the log of a register that cannot be used to its kept file: SQLite would write it into the next one."""
    for name, other in zip(companions(register), companions(kept), strict=True):
        if has_content(name) and not name.name.endswith(INDEX):
            name.replace(other)
        else:
            name.unlink(missing_ok=True)


def _check_target(path: Path, target: Path, force: bool) -> None:
    if target.is_dir():
        raise UsageError(str(path), "is a folder", "name a file in it")
    if not target.exists():
        return
    if not target.is_file():
        raise UsageError(str(path), "is not a regular file", "name another file")
    if has_content(log_of(target)):
        raise UsageError(str(path), "is a database in use", "name another file")
    if force:
        return
    try:
        check_header(target)
        head = _head(target)
    except RegisterError:
        head = b""
    if not head or head[18:20] == _LOGGED:
        raise UsageError(str(path), "is there and no backup", "name another file, or write over it with --force")


def _check_backup(path: Path) -> None:
    """Raise RegisterError where the first bytes are not those of a register that this version can read."""
    if path.is_file():
        head = _head(path)
        if not _is_database(head) or int.from_bytes(head[68:72], "big") != APPLICATION_ID or not any(head[60:64]):
            raise RegisterError(str(path), "no backup of a register, or damaged in its first bytes", _OTHER)
    check_header(path)


def _check_present(register: Path) -> bool:
    """Whether the first bytes of the register are sound; what is another program's or a newer version's stays."""
    if register.is_file() and has_content(register) and not _is_database(_head(register)):
        return False
    check_header(register)
    return True


def _head(path: Path) -> bytes:
    with telling(path), path.open("rb") as stream:
        return stream.read(100)


def _is_database(head: bytes) -> bool:
    return len(head) == 100 and head.startswith(MAGIC)


def _free(path: Path) -> Path:
    """The path, numbered where two restores within a second want the same."""
    count, free = 1, path
    while free.exists():
        count += 1
        free = path.with_name(f"{path.name}-{count}")
    return free
