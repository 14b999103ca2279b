"""Results that are kept from one run to the next: a folder of small files that only the user can read.

Nothing here fails a run: what cannot be read is not there, what cannot be written is not kept.
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

Value = TypeVar("Value", bound=BaseModel)

FOLDER_MODE, FILE_MODE = 0o700, 0o600
MOST_BYTES = 500 * 2**20
# a look at all values takes longer than to write one
_LOOKING = ("0", "8")
# files that were being written when a run was cut off
_LEFT_SECONDS = 3600


class Cache:
    """Values by key, a hexadecimal digest."""

    def __init__(self, folder: Path, most_bytes: int = MOST_BYTES) -> None:
        self.folder, self._most = folder, most_bytes
        self._is_due = False

    def get(self, key: str, kind: type[Value]) -> Value | None:
        """The value, None where there is none of this kind that can be read."""
        try:
            return kind.model_validate_json(zlib.decompress(self._path(key).read_bytes()))
        except (OSError, ValueError, zlib.error):
            return None

    def put(self, key: str, value: BaseModel) -> None:
        path = self._path(key)
        temporary = path.with_name(f".{os.urandom(8).hex()}.tmp")
        try:
            # the quickest level: it makes JSON a tenth as large
            data = zlib.compress(value.model_dump_json(exclude_defaults=True, by_alias=True).encode(), 1)
            self._make(path.parent)
            handle = os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), FILE_MODE)
            with os.fdopen(handle, "wb") as stream:
                stream.write(data)
            temporary.replace(path)
            self._is_due |= key.startswith(_LOOKING)
        except (OSError, ValueError):
            with suppress(OSError):
                temporary.unlink(missing_ok=True)

    def trim(self, always: bool = False) -> None:
        """Drop the oldest values where there are too many; one in some values that came has that looked into."""
        if not (self._is_due or always):
            return
        kept = sorted(self._files(), reverse=True)
        size = 0
        for _, length, path in kept:
            size += length
            if size > self._most:
                with suppress(OSError):
                    path.unlink()

    def size(self) -> tuple[int, int]:
        """How many values there are, and their bytes."""
        sizes = [length for _, length, _ in self._files()]
        return len(sizes), sum(sizes)

    def clear(self) -> None:
        """Drop all values; what cannot be removed stays."""
        for _, _, path in list(self._files()):
            with suppress(OSError):
                path.unlink()

    def _files(self) -> Iterator[tuple[int, int, Path]]:
        """Time of writing, size and path of each."""
        now = time.time()
        for folder, _, names in os.walk(self.folder):
            for name in names:
                path = Path(folder, name)
                with suppress(OSError):
                    state = path.stat()
                    if name.endswith(".json.z"):
                        yield state.st_mtime_ns, state.st_size, path
                    elif name.endswith(".tmp") and now - state.st_mtime > _LEFT_SECONDS:
                        path.unlink()

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / f"{key}.json.z"

    def _make(self, folder: Path) -> None:
        if not folder.is_dir():
            self.folder.mkdir(mode=FOLDER_MODE, parents=True, exist_ok=True)
            folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
