"""Runs documents through workers and keeps what comes of them."""

from __future__ import annotations

import hashlib
from collections.abc import Generator, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from minutes_cli.errors import MinutesError
from minutes_cli.isolation.parsing import parse
from minutes_cli.isolation.pool import Task, parsed
from minutes_cli.isolation.protocol import Result, Settings
from minutes_cli.kept.keys import digest, reading
from minutes_cli.readers.files import read_bytes
from minutes_cli.runs.folder import Folder
from minutes_cli.runs.report import Entry
from minutes_cli.text.file_names import numbered


class Job(NamedTuple):
    """A document of a run: a file or `given` bytes, and the path of its result below the folder."""

    file: str
    target: str
    given: bytes | None = None

    @property
    def told(self) -> str:
        """The file's name as JSON can hold it."""
        return self.file.encode("utf-8", "backslashreplace").decode()


class Step(NamedTuple):
    """A document that is finished; without a result one that an earlier run had done."""

    entry: Entry
    result: Result | None = None


class Run:
    """Some documents, how they are read, and where their results go.

    processes  at once; 0 for this one alone, without limits of time and memory
    version    of the program: what another did is done again
    """

    def __init__(self, jobs: Sequence[Job], settings: Settings, folder: Folder, processes: int, version: str) -> None:
        self._jobs, self._settings, self._folder, self._processes = jobs, settings, folder, processes
        self._way = digest([version, *reading(settings.options, settings.profile), settings.form])
        self._lines: list[bytes] = [b""] * len(jobs)

    def steps(self, resume: bool) -> Generator[Step]:
        """Each document as it is finished, in any order; after the last the report is written.

        resume  what an earlier run has done, and nobody changed, is not done again
        Raises OutputError where results cannot be written. Closing the iterator ends the run: what is done stays.
        """
        known = self._folder.known() if resume else {}
        self._folder.begin(resume)
        try:
            left: list[int] = []
            for number, job in enumerate(self._jobs):
                if (entry := self._done(job, known)) is None:
                    left.append(number)
                else:
                    self._lines[number] = entry.line()
                    yield Step(entry)
            for number, result in self._results(left):
                entry = self._keep(self._jobs[number], result)
                self._lines[number] = entry.line()
                self._folder.note(entry)
                yield Step(entry, result)
            self._folder.end(self._lines)
        finally:
            self._folder.pause()

    def _results(self, numbers: Sequence[int]) -> Iterator[tuple[int, Result]]:
        tasks = (Task(at, self._jobs[number].file, self._jobs[number].given) for at, number in enumerate(numbers))
        if self._processes:
            for done in parsed(tasks, self._settings, min(self._processes, len(numbers))):
                yield numbers[done.task.number], done.result
        else:
            for task in tasks:
                yield numbers[task.number], parse(task.name, task.given, self._settings)

    def _done(self, job: Job, known: Mapping[str, Entry]) -> Entry | None:
        """What was reported of a document that is the same, was read the same way, and whose results are there."""
        entry = known.get(job.told)
        if entry is None or entry.status != "done" or entry.way != self._way:
            return None
        try:
            data = read_bytes(Path(job.file), self._settings.options) if job.given is None else job.given
        except MinutesError:
            return None
        same = hashlib.sha256(data).hexdigest() == entry.sha256
        return entry if same and all(map(self._folder.has, entry.written)) else None

    def _keep(self, job: Job, result: Result) -> Entry:
        """Write the results of a document, and say what became of it."""
        told = Entry(
            file=job.told,
            sha256=result.sha256,
            status="failed",
            seconds=result.seconds,
            pages=result.pages,
            way=self._way,
        )
        if result.failure:
            return told.model_copy(update={"reason": result.failure.reason})
        if result.bug:
            return told.model_copy(update={"reason": f"an internal error ({result.bug.kind})"})
        names = [numbered(job.target, content.part) for content in result.contents]
        for name, content in zip(names, result.contents, strict=True):
            self._folder.write(name, content.data)
        return told.model_copy(update={"status": "done", "written": tuple(names)})
