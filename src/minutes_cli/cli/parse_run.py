"""`minutes parse` of many documents into a folder."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from minutes_cli import __version__, exporters
from minutes_cli.cli.batch import file_or_input
from minutes_cli.cli.documents import Document
from minutes_cli.cli.messages import print_lines, tell, tell_bug, tell_error
from minutes_cli.cli.output import require_others
from minutes_cli.cli.progress import progress
from minutes_cli.errors import ExitCode
from minutes_cli.isolation import supervision
from minutes_cli.isolation.protocol import Settings
from minutes_cli.runs.folder import Folder
from minutes_cli.runs.report import REPORT, Entry
from minutes_cli.runs.running import Job, Run
from minutes_cli.text.file_names import target_names


@dataclass(frozen=True)
class Wishes:
    """What a user wants of a run.

    jobs       processes at once
    resume     what an earlier run did is not done again
    fail_fast  the first document that fails ends the run
    """

    jobs: int
    resume: bool = False
    fail_fast: bool = False


def parse_into(folder: Path, documents: Sequence[Document], settings: Settings, wishes: Wishes) -> ExitCode:
    """Parse documents into files of a folder; a failed one is named, and keeps none of the others."""
    targets = target_names((one.place for one in documents), exporters.EXPORTERS[settings.form].suffix)
    require_others([folder / target for target in targets], [one.name for one in documents])
    jobs = [
        Job(one.name, target, file_or_input("-", settings.options) if one.name == "-" else None)
        for one, target in zip(documents, targets, strict=True)
    ]
    isolated = supervision.is_on() and settings.options.isolated
    run = Run(jobs, settings, Folder(folder), wishes.jobs if isolated else 0, __version__)
    told = _Summary(len(jobs))
    try:
        with closing(run.steps(wishes.resume)) as steps, progress(len(jobs)) as shown:
            for entry, result in steps:
                told.count(entry, is_new=result is not None)
                if result and result.failure:
                    tell_error(result.failure)
                elif result and result.bug:
                    tell_bug(result.bug, entry.file)
                shown.step(entry.pages or 0, entry.status == "failed")
                if wishes.fail_fast and entry.status == "failed":
                    tell(str(folder), "stopped at the first failure", "--resume goes on")
                    break
    except KeyboardInterrupt:
        tell(str(folder), f"interrupted, {told.finished} of {len(jobs)} documents are finished", "--resume goes on")
        raise
    told.tell(folder)
    return ExitCode.PROBLEMS if told.failures else ExitCode.DONE


# so many reasons stand in the summary, the most frequent first; the report has them all
_MOST_REASONS = 8


class _Summary:
    def __init__(self, documents: int) -> None:
        self._documents, self._began = documents, time.monotonic()
        self.failures: Counter[str] = Counter()
        self.finished = self._known = self._pages = self._meetings = 0

    def count(self, entry: Entry, is_new: bool) -> None:
        self.finished += 1
        self._known += not is_new
        self._pages += entry.pages or 0
        self._meetings += len(entry.written)
        if entry.status == "failed":
            self.failures[entry.reason or ""] += 1

    def tell(self, folder: Path) -> None:
        """Print a table of what became of the documents."""
        seconds = max(time.monotonic() - self._began, 1e-3)
        failed = self.failures.total()
        done = self.finished - failed
        rows = [(done - self._known, "done"), (self._known, "done by an earlier run"), (failed, "failed")]
        rows.append((self._documents - self.finished, "not begun"))
        lines = [f"{self._documents} documents, {self._pages} pages, {seconds:.1f} s"]
        lines += [f"{count:8} {what}" for count, what in rows if count]
        lines += [f"{count:12} {reason}" for reason, count in self.failures.most_common(_MOST_REASONS)]
        lines.append(f"the report is {folder / REPORT}")
        print_lines(lines)
