"""Folders that fsspec reaches: object stores, servers, the memory of this process."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from minutes_cli.errors import InputError, MinutesError, OutputError, UsageError
from minutes_cli.readers.files import larger_than

# File systems that would show a file before all of it is there, and can rename one. A store of objects shows none
# before it has it whole, and its renaming is a second copy.
_RENAMING = frozenset(("hdfs", "arrow_hdfs", "webhdfs", "sftp", "ssh", "ftp", "smb", "file", "local", "dbfs"))
_UNFINISHED = ".minutes-"
# A store of objects cannot add to one: lines are kept back until they are so many bytes, or so old.
_PIECE_BYTES = 64 * 1024
_PIECE_SECONDS = 10.0


def _opened(url: str) -> tuple[Any, str]:
    """The file system of a URL, and the path in it."""
    try:
        from fsspec.core import url_to_fs
    except ImportError as error:
        raise UsageError(url, "needs fsspec", 'pip install "minutes-data[cluster]"') from error
    try:
        system, path = url_to_fs(url)
    except ImportError as error:
        raise UsageError(url, f"cannot be reached ({_told(error)})", "fsspec takes a library for each kind") from error
    except ValueError as error:
        raise UsageError(url, f"cannot be reached ({_told(error)})", "check the address") from error
    return system, path.rstrip("/")


def _renames(system: Any) -> bool:
    return not _RENAMING.isdisjoint((system.protocol,) if isinstance(system.protocol, str) else system.protocol)


def _told(error: Exception) -> str:
    reason = getattr(error, "strerror", None) or str(error) or type(error).__name__
    return " ".join(str(reason).split())[:200]


@contextmanager
def _writing(url: str) -> Iterator[None]:
    try:
        yield
    except MinutesError:
        raise
    except Exception as error:  # each file system has its own
        raise OutputError(url, f"cannot be written ({_told(error)})", "check the address and your rights") from error


@contextmanager
def _reading(url: str) -> Iterator[None]:
    try:
        yield
    except MinutesError:
        raise
    except FileNotFoundError as error:
        raise UsageError(url, "no such file", "check the address") from error
    except Exception as error:  # each file system has its own
        raise InputError(url, f"cannot be read ({_told(error)})", "check the address and your rights") from error


def read(url: str, most: int) -> bytes:
    """The bytes of a file, of which there are at most so many."""
    system, path = _opened(url)
    with _reading(url), system.open(path, "rb") as stream:
        data: bytes = stream.read(most + 1)
    if len(data) > most:
        raise larger_than(most, url)
    return data


def files(url: str) -> list[tuple[str, str]]:
    """The URL of each file of that name, in a folder of it, or that a pattern names; and its path below the folder."""
    system, path = _opened(url)
    with _reading(url):
        if any(mark in path for mark in "*?["):
            found = [one for one in system.glob(path) if system.isfile(one)]
            return [(str(system.unstrip_protocol(one)), one.rpartition("/")[2]) for one in sorted(found)]
        if system.isfile(path):
            return [(url, path.rpartition("/")[2])]
        places = [one[len(path) :].lstrip("/") for one in system.find(path)]
        return [(f"{url.rstrip('/')}/{one}", one) for one in sorted(places, key=lambda place: place.split("/"))]


class RemoteFolder:
    """A `Storage`."""

    def __init__(self, name: str) -> None:
        self.name = name
        _opened(name)

    def anywhere(self) -> RemoteFolder:
        if self.name.lower().startswith("memory:"):
            raise UsageError(self.name, "is seen by one process alone", "name a folder that all of a cluster see")
        return self

    def begin(self) -> None:
        system, path = self._at("")
        if _renames(system):  # a store of objects has no folders, and would make a bucket of what was mistyped
            with _writing(self.name):
                system.makedirs(path, exist_ok=True)

    def read(self, path: str) -> bytes:
        system, place = self._at(path)
        try:
            return bytes(system.cat_file(place))
        except FileNotFoundError:
            return b""
        except Exception as error:  # each file system has its own
            raise OutputError(self._told(path), f"cannot be read ({_told(error)})", "check your rights") from error

    def has(self, path: str) -> bool:
        system, place = self._at(path)
        with _writing(self._told(path)):
            return bool(system.isfile(place)) and bool(system.size(place))

    def write(self, path: str, data: bytes) -> None:
        system, place = self._at(path)
        with _writing(self._told(path)):
            if not _renames(system):
                system.pipe_file(place, data)
                return
            folder = place.rpartition("/")[0]
            system.makedirs(folder, exist_ok=True)
            unfinished = f"{folder}/{_UNFINISHED}{secrets.token_hex(8)}.tmp"
            system.pipe_file(unfinished, data)
            if system.exists(place):
                system.rm_file(place)
            system.mv(unfinished, place)

    def within(self, folder: str) -> list[str]:
        system, place = self._at(folder)
        with _writing(self._told(folder)):
            try:
                found = system.ls(place, detail=False, refresh=True)
            except FileNotFoundError:
                return []
        return sorted(f"{folder}/{one.rpartition('/')[2]}" for one in found)

    def remove(self, path: str) -> None:
        system, place = self._at(path)
        with _writing(self._told(path)), suppress(FileNotFoundError):
            system.rm(place, recursive=True)

    def sweep(self) -> None:
        system, path = self._at("")
        if not _renames(system):
            return
        with suppress(Exception):  # what stays is hidden, and harms nobody
            for one in system.find(path):
                name = one.rpartition("/")[2]
                if name.startswith(_UNFINISHED) and name.endswith(".tmp"):
                    system.rm_file(one)

    def journal(self, name: str) -> RemoteJournal:
        return RemoteJournal(self, name)

    def _told(self, path: str) -> str:
        return f"{self.name.rstrip('/')}/{path}"

    def _at(self, path: str) -> tuple[Any, str]:
        return _opened(self._told(path) if path else self.name)


class RemoteJournal:
    """A folder of pieces."""

    def __init__(self, folder: RemoteFolder, name: str) -> None:
        self._folder, self._name = folder, name
        self._kept: list[bytes] = []
        self._since = 0.0
        self._pieces = 0
        self._begun = False

    def read(self) -> bytes:
        return b"\n".join(self._folder.read(one) for one in self._folder.within(self._name))

    def begin(self, resumed: bool) -> None:
        if not resumed:
            self._folder.remove(self._name)
        names = (one.rpartition("/")[2] for one in self._folder.within(self._name))
        self._pieces = max((int(name) for name in names if name.isdecimal()), default=0)
        self._begun, self._since = True, time.monotonic()

    def add(self, data: bytes) -> None:
        self._kept.append(data)
        if sum(map(len, self._kept)) > _PIECE_BYTES or time.monotonic() - self._since > _PIECE_SECONDS:
            self._put()

    def pause(self) -> None:
        if self._begun:
            with suppress(OutputError):
                self._put()
        self._begun = False

    def remove(self) -> None:
        self._begun = False
        self._folder.remove(self._name)

    def _put(self) -> None:
        if self._kept:
            self._pieces += 1
            self._folder.write(f"{self._name}/{self._pieces:08}", b"".join(self._kept))
        self._kept, self._since = [], time.monotonic()
