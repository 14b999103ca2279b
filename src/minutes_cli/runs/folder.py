"""The folder that takes the results of a run, with its report and the journal that is kept until that is complete."""

from __future__ import annotations

from collections.abc import Iterable

from minutes_cli.runs.report import REPORT, Entry, entries
from minutes_cli.runs.storage import Storage

_JOURNAL = ".minutes-run.jsonl"


class Folder:
    """Results are whole or not there; an entry is in the journal only after its results are there."""

    def __init__(self, storage: Storage) -> None:
        self.storage = storage
        self._journal = storage.journal(_JOURNAL)

    def known(self) -> dict[str, Entry]:
        """What earlier runs reported, by file: also one that was cut off."""
        told = (self.storage.read(REPORT), self._journal.read())
        return {entry.file: entry for data in told for entry in entries(data)}

    def begin(self, resumed: bool) -> None:
        """Make the folder; OutputError where that cannot be. What a run left unfinished goes, unless it is resumed."""
        self.storage.begin()
        if resumed:
            self.storage.sweep()
        else:
            self.storage.remove(REPORT)
        self._journal.begin(resumed)

    def note(self, found: Iterable[Entry]) -> None:
        """Keep entries, should the run be cut off."""
        self._journal.add(b"".join(entry.line() for entry in found))

    def pause(self) -> None:
        """The run is cut off: the journal stays for the next."""
        self._journal.pause()

    def end(self, lines: Iterable[bytes]) -> None:
        """Write the report of a run that came to its end."""
        self.storage.write(REPORT, b"".join(lines))
        self._journal.remove()
