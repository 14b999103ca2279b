"""What is done with some documents of a run, wherever that is: each is read, and its results are written."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from minutes_cli.errors import CrashError, MinutesError
from minutes_cli.isolation.pool import Ask
from minutes_cli.isolation.protocol import Result, Settings
from minutes_cli.runs.parts import write_parts
from minutes_cli.runs.report import Entry
from minutes_cli.runs.storage import Storage, read_document
from minutes_cli.text.file_names import is_url, numbered, unnumbered

# The form in which `minutes parse` of a run gives tables and no documents.
PARTS = "parquet"


def told_name(file: str) -> str:
    """The name of a file as JSON can hold it."""
    return file.encode("utf-8", "backslashreplace").decode()


class Job(NamedTuple):
    """A document of a run.

    file    as the user named it
    target  the path of its result below the folder
    given   its bytes where it is no file
    place   where the file is for processes that stand in other folders
    """

    file: str
    target: str
    given: bytes | None = None
    place: str | None = None

    @property
    def told(self) -> str:
        """The file's name in reports."""
        return told_name(self.file)


class Chunk(NamedTuple):
    """Documents that one worker does one after the other, the `number`-th of the run.

    known  what an earlier run reported of each that it may have done
    way    digest of how they are read
    """

    number: int
    jobs: tuple[Job, ...]
    known: tuple[Entry | None, ...]
    way: str


class Step(NamedTuple):
    """A document that is finished, with what it failed of.

    is_known  an earlier run had done it
    """

    entry: Entry
    failure: MinutesError | CrashError | None = None
    is_known: bool = False


@dataclass(frozen=True)
class Work:
    """What holds for all documents of a run.

    form       of the results: one of exporters.EXPORTERS, a file a document, or `PARTS`
    fail_fast  nothing is done after a document that failed
    version    of the program, which must be the same wherever it runs
    """

    settings: Settings
    form: str
    storage: Storage
    version: str
    fail_fast: bool = False


def finish(chunk: Chunk, work: Work, ask: Ask) -> list[Step]:
    """Do the documents of a chunk; those after a failure are left out where the run is to end with it."""
    if work.form == PARTS:
        return _finish_parts(chunk, work, ask)
    steps: list[Step] = []
    for job, known in zip(chunk.jobs, chunk.known, strict=True):
        before = known if known and all(job.target in (name, unnumbered(name)) for name in known.written) else None
        step = _earlier(job, before, chunk.way, work) or _kept(job, _asked(job, work, ask), chunk.way, work, before)
        steps.append(step)
        if work.fail_fast and step.failure:
            break
    return steps


def _finish_parts(chunk: Chunk, work: Work, ask: Ask) -> list[Step]:
    """All of the chunk anew, or nothing: its documents share their files."""
    earlier = [_earlier(job, known, chunk.way, work) for job, known in zip(chunk.jobs, chunk.known, strict=True)]
    if all(earlier):
        return [step for step in earlier if step]
    results: list[Result] = []
    for job in chunk.jobs:
        results.append(_asked(job, work, ask))
        if work.fail_fast and (results[-1].failure or results[-1].bug):
            return [_step(job, results[-1], chunk.way, ())]
    names = write_parts(chunk.number, [content.data for one in results for content in one.contents], work.storage)
    return [_step(job, one, chunk.way, names) for job, one in zip(chunk.jobs, results, strict=True)]


def _earlier(job: Job, entry: Entry | None, way: str, work: Work) -> Step | None:
    """What was reported of a document that is the same, was read the same way, and whose results are there."""
    if entry is None or entry.status != "done" or entry.way != way:
        return None
    try:
        data = read_document(job.place or job.file, work.settings.options) if job.given is None else job.given
    except MinutesError:
        return None
    same = hashlib.sha256(data).hexdigest() == entry.sha256
    return Step(entry, is_known=True) if same and all(map(work.storage.has, entry.written)) else None


def _asked(job: Job, work: Work, ask: Ask) -> Result:
    """A worker reads files that stand where it does; it is given what is elsewhere."""
    place, given = job.place or job.file, job.given
    if given is None and (job.place or is_url(job.file)):
        try:
            given = read_document(place, work.settings.options)
        except MinutesError as error:
            return Result(job.file, failure=type(error)(job.file, error.reason, error.hint))
    return ask(job.file, given)


def _kept(job: Job, result: Result, way: str, work: Work, before: Entry | None) -> Step:
    """Write the results of a document, a file a meeting, in place of those of the document as it was before."""
    names = tuple(numbered(job.target, content.part) for content in result.contents)
    for name, content in zip(names, result.contents, strict=True):
        work.storage.write(name, content.data)
    for name in before.written if before and names else ():
        if name not in names:
            work.storage.remove(name)
    return _step(job, result, way, names)


def _step(job: Job, result: Result, way: str, names: Sequence[str]) -> Step:
    failure = result.failure or result.bug
    status: Literal["done", "failed"] = "failed" if failure else "done"
    entry = Entry(
        file=job.told,
        sha256=result.sha256,
        status=status,
        reason=_reason(failure),
        seconds=result.seconds,
        pages=result.pages,
        written=() if failure else tuple(names),
        way=way,
    )
    return Step(entry, failure)


def failed(job: Job, failure: MinutesError, way: str) -> Step:
    """A document that could not even be begun."""
    return _step(job, Result(job.file, failure=failure), way, ())


def _reason(failure: MinutesError | CrashError | None) -> str | None:
    if isinstance(failure, CrashError):
        return f"an internal error ({failure.kind})"
    return failure.reason if failure else None
