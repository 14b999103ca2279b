"""`minutes parse` of many documents into a folder."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AbstractContextManager, closing, nullcontext
from dataclasses import dataclass
from pathlib import Path

from minutes_cli import __version__, exporters
from minutes_cli.cli.batch import file_or_input
from minutes_cli.cli.documents import Document
from minutes_cli.cli.messages import print_lines, tell, tell_bug, tell_error
from minutes_cli.cli.output import require_others
from minutes_cli.cli.progress import progress
from minutes_cli.errors import CrashError, ExitCode, MinutesError, UsageError
from minutes_cli.exporters.formats import require_extra
from minutes_cli.isolation import supervision
from minutes_cli.isolation.protocol import Settings
from minutes_cli.readers.options import Options
from minutes_cli.runs.folder import Folder
from minutes_cli.runs.names import result_names
from minutes_cli.runs.report import REPORT, Entry
from minutes_cli.runs.running import Engine, Here, Run
from minutes_cli.runs.storage import storage_at
from minutes_cli.runs.work import PARTS, Job, Work, told_name
from minutes_cli.text.counting import counted
from minutes_cli.text.file_names import is_url


@dataclass(frozen=True)
class Wishes:
    """What a user wants of a run.

    form       of the results: of exporters.EXPORTERS, or tables in parts
    jobs       processes at once
    resume     what an earlier run did is not done again
    fail_fast  the first document that fails ends the run
    engine     "local" or "dask"
    scheduler  of a cluster that is there
    chunk      documents that are done together
    """

    form: str
    jobs: int
    resume: bool = False
    fail_fast: bool = False
    engine: str = "local"
    scheduler: str | None = None
    chunk: int | None = None


def parse_into(folder: str, documents: Sequence[Document], settings: Settings, wishes: Wishes) -> ExitCode:
    """Parse documents into files of a folder; a failed one is named, and keeps none of the others."""
    options = settings.options
    if wishes.form == PARTS:
        require_extra(PARTS)
    suffix = "" if wishes.form == PARTS else exporters.EXPORTERS[wishes.form].suffix
    storage = storage_at(folder)
    if wishes.engine == "dask":
        storage = storage.anywhere()
    known = Folder(storage).known() if wishes.resume else None
    targets = result_names([(told_name(one.name), one.place) for one in documents], suffix, known or {})
    _require_others(folder, targets, [one.name for one in documents])
    work = Work(settings, wishes.form, storage, __version__, wishes.fail_fast)
    jobs = [
        Job(one.name, target, file_or_input("-", options) if one.name == "-" else None)
        for one, target in zip(documents, targets, strict=True)
    ]
    told = _Summary(len(jobs))
    failure: MinutesError | CrashError | None = None
    with _engine(wishes, options, len(jobs)) as engine, progress(len(jobs)) as shown:
        run = Run(jobs, work, engine, known, wishes.chunk)
        try:
            with closing(run.steps()) as steps:
                for entry, failure, is_known in steps:
                    told.count(entry, is_known)
                    if isinstance(failure, MinutesError):
                        tell_error(failure)
                    elif failure:
                        tell_bug(failure, entry.file)
                    shown.step(entry.pages or 0, failure is not None)
                    if wishes.fail_fast and failure:
                        tell(folder, "stopped at the first failure", "--resume goes on")
                        break
        except KeyboardInterrupt:
            tell(folder, f"interrupted, {told.finished} of {len(jobs)} documents are finished", "--resume goes on")
            raise
    told.tell(None if wishes.fail_fast and told.failures else folder)
    if told.failures and len(jobs) == 1 and isinstance(failure, MinutesError):
        return failure.exit_code  # its own, as without a folder
    return ExitCode.PROBLEMS if told.failures else ExitCode.DONE


def _engine(wishes: Wishes, options: Options, documents: int) -> AbstractContextManager[Engine]:
    if wishes.engine == "dask":
        from minutes_cli.runs.on_dask import cluster

        return cluster(wishes.scheduler, wishes.jobs)
    if wishes.scheduler:
        raise UsageError("--scheduler", "is of a cluster", "add --engine dask")
    isolated = supervision.is_on() and options.isolated
    return nullcontext(Here(min(wishes.jobs, documents) if isolated else 0))


def _require_others(folder: str, targets: Sequence[str], inputs: Sequence[str]) -> None:
    """UsageError where a result would be written over what is read."""
    if not is_url(folder):
        require_others([Path(folder, target) for target in targets], inputs)
        return
    written = {f"{folder.rstrip('/')}/{target}" for target in targets}
    for name in inputs:
        if name in written:
            raise UsageError(name, "is one of the files to read", "name another folder with -o")


# so many reasons stand in the summary, the most frequent first; the report has them all
_MOST_REASONS = 8


class _Summary:
    def __init__(self, documents: int) -> None:
        self._documents, self._began = documents, time.monotonic()
        self.failures: Counter[str] = Counter()
        self.finished = self._known = self._pages = 0

    def count(self, entry: Entry, is_known: bool) -> None:
        self.finished += 1
        self._known += is_known
        self._pages += entry.pages or 0
        if entry.status == "failed":
            self.failures[entry.reason or ""] += 1

    def tell(self, folder: str | None) -> None:
        """Print a table of what became of the documents, and where the report is, if the run came to its end."""
        seconds = max(time.monotonic() - self._began, 1e-3)
        failed = self.failures.total()
        done = self.finished - failed
        rows = [(done - self._known, "done"), (self._known, "done by an earlier run"), (failed, "failed")]
        rows.append((self._documents - self.finished, "not begun"))
        pages = [counted(self._pages, "page")] if self._pages else []
        lines = [", ".join([counted(self._documents, "document"), *pages, f"{seconds:.1f} s"])]
        lines += [f"{count:8} {what}" for count, what in rows if count]
        lines += [f"{count:12} {reason}" for reason, count in self.failures.most_common(_MOST_REASONS)]
        if folder is not None:
            lines.append(f"the report is {folder.rstrip('/')}/{REPORT}")
        print_lines(lines)
