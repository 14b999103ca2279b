"""The folder that takes the results of a run, and the journal that is kept in it until the report is complete."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from minutes_cli.atomic import new_file, telling
from minutes_cli.runs.report import REPORT, Entry, read_entries

_JOURNAL = ".minutes-run.jsonl"
_UNFINISHED = re.compile(r"\.minutes-[0-9a-f]{16}\.tmp")


class Folder:
    """Results are whole or not there; an entry is in the journal only after its results are there.

    report  where the report goes
    """

    def __init__(self, path: Path, report: Path | None = None) -> None:
        self.path, self.report = path, report or path / REPORT
        self._journal_path = path / _JOURNAL
        self._journal: BinaryIO | None = None
        self._made: set[Path] = set()

    def known(self) -> dict[str, Entry]:
        """What earlier runs reported, by file: also one that was cut off."""
        return {entry.file: entry for path in (self.report, self._journal_path) for entry in read_entries(path)}

    def begin(self, resumed: bool) -> None:
        """Make the folder; OutputError where that cannot be. What a run left unfinished goes, unless it is resumed."""
        with telling(str(self.path)):
            self.path.mkdir(parents=True, exist_ok=True)
            self._made.add(self.path)
            if resumed:
                self._sweep()
            self._journal = self._journal_path.open("ab" if resumed else "wb")
            # a line that was cut off stays by itself
            self._journal.write(b"\n")

    def has(self, name: str) -> bool:
        return (self.path / name).is_file()

    def write(self, name: str, data: bytes) -> None:
        path = self.path / name
        if path.parent not in self._made:
            with telling(str(path.parent)):
                path.parent.mkdir(parents=True, exist_ok=True)
            self._made.add(path.parent)
        with new_file(path) as stream:
            stream.write(data)

    def note(self, entry: Entry) -> None:
        """Keep an entry, should the run be cut off."""
        assert self._journal is not None
        with telling(str(self._journal_path)):
            self._journal.write(entry.line())
            self._journal.flush()

    def pause(self) -> None:
        """The run is cut off: the journal stays for the next."""
        if self._journal is not None:
            with suppress(OSError):
                self._journal.close()
            self._journal = None

    def end(self, lines: Iterable[bytes]) -> None:
        """Write the report of a run that came to its end."""
        with new_file(self.report) as stream:
            stream.writelines(lines)
        self.pause()
        self._journal_path.unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Remove what a run that was killed left half written."""
        for place, _, names in os.walk(self.path):
            for name in names:
                if _UNFINISHED.fullmatch(name):
                    with suppress(OSError):
                        Path(place, name).unlink()
