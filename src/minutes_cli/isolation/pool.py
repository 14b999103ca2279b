"""Several workers that share the documents of a run."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Iterable, Iterator
from contextlib import closing
from typing import NamedTuple

from minutes_cli.isolation.protocol import Result, Settings
from minutes_cli.isolation.workers import Worker

# So many documents a worker may be ahead of who takes the results.
_AHEAD = 16


class Task(NamedTuple):
    """A document to parse: a file, or `given` bytes; `number` is its place in the run."""

    number: int
    name: str
    given: bytes | None = None


class Done(NamedTuple):
    """A task and what became of it."""

    task: Task
    result: Result


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def parsed(tasks: Iterable[Task], settings: Settings, jobs: int, ordered: bool = False) -> Iterator[Done]:
    """The results of at most `jobs` processes at once, as they come or in the order of the tasks.

    tasks  numbered from 0 without gaps; taken as there is room, so that few results wait at a time
    Closing the iterator ends the workers at once.
    """
    with closing(_Pool(tasks, settings, jobs)) as pool:
        yield from pool.results(ordered)


class _Pool:
    def __init__(self, tasks: Iterable[Task], settings: Settings, jobs: int) -> None:
        self._tasks = iter(tasks)
        self._taking = threading.Lock()
        self._closing = False
        self._workers = [Worker(settings) for _ in range(jobs)]
        self._results: queue.Queue[Done | BaseException | None] = queue.Queue()
        self._room = threading.Semaphore(jobs * _AHEAD)
        self._threads = [threading.Thread(target=self._work, args=(worker,), daemon=True) for worker in self._workers]

    def results(self, ordered: bool) -> Iterator[Done]:
        for thread in self._threads:
            thread.start()
        for one in _in_order(self._arriving()) if ordered else self._arriving():
            yield one
            self._room.release()

    def _arriving(self) -> Iterator[Done]:
        left = len(self._threads)
        while left:
            found = self._results.get()
            if found is None:
                left -= 1
            elif isinstance(found, BaseException):
                raise found
            else:
                yield found

    def close(self) -> None:
        self._closing = True
        for worker in self._workers:
            worker.stop()
            self._room.release()
        for thread in self._threads:
            if thread.is_alive():
                thread.join()

    def _work(self, worker: Worker) -> None:
        try:
            while (task := self._next()) is not None:
                self._results.put(Done(task, worker.ask(task.name, task.given)))
            self._results.put(None)
        except BaseException as error:  # what the tasks themselves raise is for who wants the results
            self._results.put(error)
        finally:
            worker.close()

    def _next(self) -> Task | None:
        self._room.acquire()
        with self._taking:
            return None if self._closing else next(self._tasks, None)


def _in_order(done: Iterable[Done]) -> Iterator[Done]:
    waiting: dict[int, Done] = {}
    wanted = 0
    for one in done:
        waiting[one.task.number] = one
        while wanted in waiting:
            yield waiting.pop(wanted)
            wanted += 1
