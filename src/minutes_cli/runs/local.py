"""A folder of this machine."""

from __future__ import annotations

import os
import re
import stat
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from minutes_cli.atomic import new_file, telling

_UNFINISHED = re.compile(r"\.minutes-[0-9a-f]{16}\.tmp")


class LocalFolder:
    """A `Storage`."""

    def __init__(self, name: str, path: Path | None = None) -> None:
        self.name, self._path = name, path or Path(name)
        self._made: set[Path] = set()

    def anywhere(self) -> LocalFolder:
        return LocalFolder(self.name, self._path.absolute())

    def begin(self) -> None:
        self._make(self._path)

    def read(self, path: str) -> bytes:
        try:
            return (self._path / path).read_bytes()
        except OSError:
            return b""

    def has(self, path: str) -> bool:
        try:
            state = (self._path / path).stat()
        except OSError:
            return False
        return stat.S_ISREG(state.st_mode) and state.st_size > 0

    def write(self, path: str, data: bytes) -> None:
        target = self._path / path
        self._make(target.parent)
        with new_file(target) as stream:
            stream.write(data)

    def within(self, folder: str) -> list[str]:
        try:
            return sorted(f"{folder}/{one.name}" for one in (self._path / folder).iterdir())
        except OSError:
            return []

    def remove(self, path: str) -> None:
        with telling(str(self._path / path)):
            (self._path / path).unlink(missing_ok=True)

    def sweep(self) -> None:
        for place, _, names in os.walk(self._path):
            for name in names:
                if _UNFINISHED.fullmatch(name):
                    with suppress(OSError):
                        Path(place, name).unlink()

    def journal(self, name: str) -> LocalJournal:
        return LocalJournal(self._path / name)

    def _make(self, folder: Path) -> None:
        if folder not in self._made:
            with telling(str(folder)):
                folder.mkdir(parents=True, exist_ok=True)
            self._made.add(folder)


class LocalJournal:
    """A file to which lines are added."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stream: BinaryIO | None = None

    def read(self) -> bytes:
        try:
            return self._path.read_bytes()
        except OSError:
            return b""

    def begin(self, resumed: bool) -> None:
        with telling(str(self._path)):
            self._stream = self._path.open("ab" if resumed else "wb")
        # a line that was cut off stays by itself
        self.add(b"\n")

    def add(self, data: bytes) -> None:
        assert self._stream is not None
        with telling(str(self._path)):
            self._stream.write(data)
            self._stream.flush()

    def pause(self) -> None:
        if self._stream is not None:
            with suppress(OSError):
                self._stream.close()
            self._stream = None

    def remove(self) -> None:
        self.pause()
        with telling(str(self._path)):
            self._path.unlink(missing_ok=True)
