"""A run: documents in chunks go to what does them, entries come back and are kept."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Mapping, Sequence
from itertools import count, islice
from typing import Protocol

from minutes_cli.isolation.parsing import parse
from minutes_cli.isolation.pool import shared
from minutes_cli.kept.keys import digest, reading
from minutes_cli.runs.folder import Folder
from minutes_cli.runs.parts import remove_others
from minutes_cli.runs.report import Entry
from minutes_cli.runs.work import PARTS, Chunk, Job, Step, Work, finish

# Documents of a part, however many processes there are: the same run gives the same parts.
_IN_A_PART = 100


class Engine(Protocol):
    """What does the documents of a run."""

    def documents_a_chunk(self, documents: int) -> int:
        """How many of so many it should be given at a time."""

    def finished(self, chunks: Iterator[Chunk], work: Work) -> Iterator[list[Step]]:
        """The documents of each chunk as it is finished, in any order; closing the iterator ends it."""


class Here:
    """The `Engine` that is this machine.

    processes  at once; 0 for this one alone, without limits of time and memory
    """

    def __init__(self, processes: int) -> None:
        self._processes = processes

    def documents_a_chunk(self, documents: int) -> int:
        return 1

    def finished(self, chunks: Iterator[Chunk], work: Work) -> Iterator[list[Step]]:
        if self._processes:
            yield from shared(chunks, lambda chunk, ask: finish(chunk, work, ask), work.settings, self._processes)
        else:
            for chunk in chunks:
                yield finish(chunk, work, lambda name, given: parse(name, given, work.settings))


class Run:
    """Some documents and what is to be done with them.

    known       what earlier runs did that this one goes on with, by file; None for a run that begins anew
    in_a_chunk  documents that are done together; None for as many as suits
    """

    def __init__(
        self,
        jobs: Sequence[Job],
        work: Work,
        engine: Engine,
        known: Mapping[str, Entry] | None = None,
        in_a_chunk: int | None = None,
    ) -> None:
        self._jobs, self._work, self._engine, self._known = jobs, work, engine, known
        usual = _IN_A_PART if work.form == PARTS else engine.documents_a_chunk(len(jobs))
        self._in_a_chunk = in_a_chunk or usual
        self._folder = Folder(work.storage)
        settings = work.settings
        self._way = digest([work.version, *reading(settings.options, settings.profile), work.form])

    def steps(self) -> Generator[Step]:
        """Each document as it is finished, in any order; after the last the report is written.

        What an earlier run has done, and nobody changed, is not done again; what it did of documents that are not of
        this run stays in the folder and in the report.
        Raises OutputError where results cannot be written. Closing the iterator ends the run: what is done stays.
        """
        known = self._known or {}
        lines = dict.fromkeys((job.told for job in self._jobs), b"")
        if self._work.form != PARTS:
            lines |= {file: one.line() for file, one in known.items() if one.written and file not in lines}
        self._folder.begin(resumed=self._known is not None)
        written: set[str] = set()
        try:
            for steps in self._engine.finished(self._chunks(known), self._work):
                self._folder.note(step.entry for step in steps if not step.is_known)
                for step in steps:
                    lines[step.entry.file] = step.entry.line()
                    written.update(step.entry.written if self._work.form == PARTS else ())
                yield from steps
            if self._work.form == PARTS:
                remove_others(written, self._work.storage)
            self._folder.end(lines.values())
        finally:
            self._folder.pause()

    def _chunks(self, known: Mapping[str, Entry]) -> Iterator[Chunk]:
        left = iter(self._jobs)
        for number in count():
            jobs = tuple(islice(left, self._in_a_chunk))
            if not jobs:
                return
            way = digest([self._way, number, [job.told for job in jobs]]) if self._work.form == PARTS else self._way
            yield Chunk(number, jobs, tuple(known.get(job.told) for job in jobs), way)
