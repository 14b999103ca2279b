"""Runs on a Dask cluster: chunks of documents are its tasks, and each task has a worker process of its own."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from dataclasses import replace
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

from minutes_cli import __version__
from minutes_cli.errors import LimitError, MinutesError, OutputError, UsageError
from minutes_cli.isolation.parsing import parse
from minutes_cli.isolation.workers import Worker
from minutes_cli.runs.work import Chunk, Job, Step, Work, failed, finish
from minutes_cli.text.file_names import is_url

# A task costs some milliseconds, and a worker that is lost all that it has not handed over.
_FEWEST, _MOST = 50, 200
# Tasks for each worker, so that all end at about the same time.
_TASKS = 4
# Tasks that wait at the scheduler: enough for a cluster to see that it should grow.
_AHEAD = 500
_CONNECT_SECONDS = 20
# What one machine wrote, others may see later.
_SEEN_SECONDS = 60
_NAME = "--engine dask"


@contextmanager
def cluster(scheduler: str | None, jobs: int) -> Iterator[Cluster]:
    """The cluster of a scheduler, by its address or file, or else one of so many processes that ends with the block.

    Raises UsageError where there is none. A cluster of our own listens on the loopback interface alone.
    """
    try:
        import distributed
    except ImportError as error:
        raise UsageError(_NAME, "needs distributed", 'pip install "minutes-data[cluster]"') from error
    # what matters of its messages comes as an exception
    logging.getLogger("distributed").setLevel(logging.CRITICAL)
    with _own(distributed, jobs) if scheduler is None else _connected(scheduler, distributed) as client:
        yield Cluster(client, jobs, is_here=scheduler is None)


@contextmanager
def _own(distributed: Any, jobs: int) -> Iterator[Any]:
    """The client of a cluster of so many processes here, which ends with the block."""
    import dask

    with ExitStack() as stack:
        scratch = stack.enter_context(TemporaryDirectory(prefix="minutes-", ignore_cleanup_errors=True))
        with dask.config.set({"temporary-directory": scratch}):
            own = distributed.LocalCluster(
                n_workers=jobs,
                threads_per_worker=1,
                processes=True,
                host="127.0.0.1",
                memory_limit=0,
                # its pages of figures cannot be left out, its usual port may be another's
                scheduler_kwargs={"dashboard": False, "dashboard_address": "127.0.0.1:0"},
                worker_dashboard_address=None,
                silence_logs=logging.CRITICAL,
            )
        stack.callback(own.close)
        stack.callback(_end_workers, own)
        yield stack.enter_context(distributed.Client(own, set_as_default=False))


def _end_workers(own: Any) -> None:
    """End its processes at once: asked to go, they would first finish what nobody wants any more."""
    for nanny in own.workers.values():
        nanny.auto_restart = False
        if nanny.process is not None and nanny.process.pid:
            with suppress(OSError):  # it ended by itself
                os.kill(nanny.process.pid, getattr(signal, "SIGKILL", signal.SIGTERM))


def _connected(scheduler: str, distributed: Any) -> Any:
    where = "scheduler_file" if scheduler.endswith(".json") else "address"
    try:
        if where == "address":
            distributed.comm.resolve_address(scheduler)
        else:
            Path(scheduler).read_bytes()  # for which a client would wait
        return distributed.Client(**{where: scheduler}, timeout=_CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        hint = "name its address, as tcp://host:8786, or its scheduler file"
        raise UsageError(scheduler, "no scheduler answers", hint) from error


class Cluster:
    """The `Engine` that is a Dask cluster.

    What is not done when the client goes is forgotten by the scheduler.
    jobs     processes that a cluster without workers is taken to get
    is_here  it runs on this machine alone
    """

    def __init__(self, client: Any, jobs: int, is_here: bool) -> None:
        self._client, self._jobs, self._is_here = client, jobs, is_here

    def documents_a_chunk(self, documents: int) -> int:
        workers = sum(self._client.nthreads().values()) or self._jobs
        usual = min(max(documents // (workers * _TASKS), _FEWEST), _MOST)
        # few documents are shared by all
        return max(min(usual, -(-documents // workers)), 1)

    def finished(self, chunks: Iterator[Chunk], work: Work) -> Iterator[list[Step]]:
        import distributed

        work = _anywhere(work)
        if not self._is_here:  # what is kept from run to run is on this machine
            work = replace(work, settings=replace(work.settings, kept=None))
        run = uuid4().hex[:8]
        waiting: dict[str, Chunk] = {}
        done = distributed.as_completed(loop=self._client.loop)

        def submit(most: int) -> None:
            for chunk in islice(chunks, most):
                key = f"minutes-{run}-{chunk.number}"
                waiting[key] = chunk
                there = chunk._replace(jobs=tuple(map(_job_anywhere, chunk.jobs)))
                done.add(self._client.submit(_do, there, work, key=key, pure=False))

        is_seen = self._is_here
        submit(_AHEAD)
        for future in done:
            steps = _steps(future, waiting.pop(future.key))
            is_seen = is_seen or _require_seen(steps, work)
            yield steps
            future.release()
            submit(1)
        work.storage.sweep()  # workers may have been lost that were writing


def _do(chunk: Chunk, work: Work) -> list[Step]:
    """A task, where the cluster does it."""
    if work.version != __version__:
        hint = "install the same version of minutes-data on all its machines"
        raise UsageError(_NAME, f"the cluster has version {__version__}, this is {work.version}", hint)
    settings = work.settings
    if not settings.options.isolated:
        return finish(chunk, work, lambda name, given: parse(name, given, settings))
    with closing(Worker(settings)) as worker:
        return finish(chunk, work, worker.ask)


def _steps(future: Any, chunk: Chunk) -> list[Step]:
    from distributed import KilledWorker

    error = future.exception() if future.status == "error" else None
    if error is None and future.status == "finished":
        steps: list[Step] = future.result()
        return steps
    if isinstance(error, MinutesError):
        raise error
    if isinstance(error, KilledWorker):
        return [failed(job, _of_killed(job), chunk.way) for job in chunk.jobs]
    if error is None:
        raise OutputError(_NAME, "the scheduler is gone", "start it again; --resume goes on")
    reason = f"its workers cannot do it ({type(error).__name__}: {str(error)[:200]})"
    raise UsageError(_NAME, reason, "install minutes-data[cluster] on all its machines")


def _require_seen(steps: list[Step], work: Work) -> bool:
    """Whether there is a result and it is here too; OutputError where the cluster wrote it to a place of its own."""
    names = [name for step in steps for name in step.entry.written]
    deadline = time.monotonic() + _SEEN_SECONDS
    while names and not work.storage.has(names[0]):
        if time.monotonic() > deadline:
            hint = "name one that all of them see, or a URL"
            raise OutputError(work.storage.name, "is another folder on the machines of the cluster", hint)
        time.sleep(0.5)
    return bool(names)


def _of_killed(job: Job) -> LimitError:
    return LimitError(job.file, "the machines of the cluster that were to read it went away", "--resume tries again")


def _anywhere(work: Work) -> Work:
    profile = work.settings.profile
    if profile and Path(profile).is_file():
        return replace(work, settings=replace(work.settings, profile=str(Path(profile).absolute())))
    return work


def _job_anywhere(job: Job) -> Job:
    if job.given is not None or is_url(job.file):
        return job
    return job._replace(place=str(Path(job.file).absolute()))
