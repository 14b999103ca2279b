"""Several workers that share the tasks of a run."""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from typing import Generic, NamedTuple, TypeVar

from minutes_cli.isolation.protocol import Result, Settings
from minutes_cli.isolation.workers import Worker

Task = TypeVar("Task")
Made = TypeVar("Made")
# What becomes of a document: of the file of that name, or of bytes.
Ask = Callable[[str, bytes | None], Result]

# So many tasks a worker may be ahead of who takes the results.
_AHEAD = 16


class _Ended(Exception):
    """Nobody wants the results any more."""


class _Done(NamedTuple, Generic[Made]):
    number: int
    made: Made


def cores() -> int:
    """How many this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def parsed(names: Iterable[str], settings: Settings, jobs: int) -> Iterator[Result]:
    """The results of files in their order, by at most `jobs` processes at once."""
    return shared(names, lambda name, ask: ask(name, None), settings, jobs, ordered=True)


def shared(
    tasks: Iterable[Task], do: Callable[[Task, Ask], Made], settings: Settings, jobs: int, ordered: bool = False
) -> Iterator[Made]:
    """What `do` makes of each task, as it comes or in the order of the tasks; `jobs` are done at once.

    tasks  taken as there is room, so that little that was made waits at a time
    do     called in a thread, with who can be asked for documents; what it raises is raised here
    Closing the iterator ends the workers at once; what is made of a document that nobody waits for is never kept.
    """
    with closing(_Pool(tasks, do, settings, jobs)) as pool:
        yield from pool.results(ordered)


class _Pool(Generic[Task, Made]):
    def __init__(self, tasks: Iterable[Task], do: Callable[[Task, Ask], Made], settings: Settings, jobs: int) -> None:
        self._tasks, self._do = enumerate(tasks), do
        self._taking = threading.Lock()
        self._closing = False
        self._workers = [Worker(settings) for _ in range(jobs)]
        self._results: queue.Queue[_Done[Made] | BaseException | None] = queue.Queue()
        self._room = threading.Semaphore(jobs * _AHEAD)
        self._threads = [threading.Thread(target=self._work, args=(worker,), daemon=True) for worker in self._workers]

    def results(self, ordered: bool) -> Iterator[Made]:
        for thread in self._threads:
            thread.start()
        for one in _in_order(self._arriving()) if ordered else self._arriving():
            yield one.made
            self._room.release()

    def _arriving(self) -> Iterator[_Done[Made]]:
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
        def ask(name: str, given: bytes | None) -> Result:
            result = worker.ask(name, given)
            if self._closing:
                raise _Ended
            return result

        try:
            while (task := self._next()) is not None:
                self._results.put(_Done(task[0], self._do(task[1], ask)))
            self._results.put(None)
        except BaseException as error:  # what the tasks themselves raise is for who wants the results
            self._results.put(error)
        finally:
            worker.close()

    def _next(self) -> tuple[int, Task] | None:
        self._room.acquire()
        with self._taking:
            return None if self._closing else next(self._tasks, None)


def _in_order(done: Iterable[_Done[Made]]) -> Iterator[_Done[Made]]:
    waiting: dict[int, _Done[Made]] = {}
    wanted = 0
    for one in done:
        waiting[one.number] = one
        while wanted in waiting:
            yield waiting.pop(wanted)
            wanted += 1
