"""What a reader of word processor files leaves out or finds odd: counted while it reads, told once each at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_cli.model.document import Problem, Severity
from minutes_cli.readers.office.runs import Runs

# code of a problem -> how serious it is, what to say before the count
_TOLD: dict[str, tuple[Severity, str]] = {
    "hidden-text": ("warning", "hidden text left out"),
    "unseen-text": ("warning", "runs in white or tiny letters, which a page does not show but which are read"),
    "placeholder": ("info", "form fields left out that nobody filled in"),
    "unread-part": ("warning", "embedded documents not read"),
    "unread-format": ("warning", "damaged tables of formatting, without which only text is read"),
    "unknown-symbol": ("info", "characters left out that have no known meaning"),
    "bidi-controls": ("warning", "paragraphs that show text in another order than it is stored"),
    "line-cut": ("warning", "lines cut that are longer than allowed"),
    "comments": ("info", "comments not read"),
}


@dataclass(slots=True)
class Notices:
    """Counts by code, each with the first block that it was met in."""

    _insertions: int = 0
    _deletions: int = 0
    _met: Counter[str] = field(default_factory=Counter)
    _first: dict[str, str] = field(default_factory=dict)

    def tell(self, code: str, block: str | None = None, count: int = 1) -> None:
        self._met[code] += count
        if block is not None:
            self._first.setdefault(code, block)

    def tell_inserted(self, block: str | None = None, count: int = 1) -> None:
        """Note tracked insertions, whose text is read."""
        self._changed(block, inserted=count)

    def tell_deleted(self, block: str | None = None, count: int = 1) -> None:
        """Note tracked deletions, whose text is left out."""
        self._changed(block, deleted=count)

    def _changed(self, block: str | None, *, inserted: int = 0, deleted: int = 0) -> None:
        self._insertions += inserted
        self._deletions += deleted
        if block is not None and (inserted or deleted):
            self._first.setdefault("tracked-changes", block)

    def tell_of(self, runs: Runs, block: str) -> None:
        """Note what was odd in the runs of a paragraph."""
        if runs.cut:
            self.tell("line-cut", block)
        if runs.turned:
            self.tell("bidi-controls", block)

    def problems(self) -> Iterator[Problem]:
        if self._insertions or self._deletions:
            read, left_out = _counted(self._insertions, "insertion"), _counted(self._deletions, "deletion")
            message = f"tracked changes: {read} read, {left_out} left out"
            yield Problem("tracked-changes", message, block=self._first.get("tracked-changes"))
        for code, count in self._met.items():
            severity, message = _TOLD[code]
            yield Problem(code, f"{message}: {count}", severity, block=self._first.get(code))


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'}"
