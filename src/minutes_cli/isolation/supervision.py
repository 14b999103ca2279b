"""A command that reads documents runs in a child process, and this one waits: it can end what will not end by itself.

The child says which document it begins and when it is done with it. Where a document takes too long, or takes the
child down with it, the command starts anew in another child that knows of it and refuses to read it: what it says of
that file, and what it returns, is then as for any other that cannot be read.
"""

from __future__ import annotations

import json
import os
import select
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from types import FrameType

from minutes_cli.errors import InputError
from minutes_cli.isolation.bounds import bounded
from minutes_cli.isolation.deaths import of_death, too_slow
from minutes_cli.isolation.orphans import die_with_parent
from minutes_cli.readers import waiting
from minutes_cli.readers.options import Limits

# How often the parent looks whether a signal came, and how long a child that was told to stop has for it.
_LOOK_SECONDS = 0.1
_STOP_SECONDS = 0.8
# What shells add to a signal's number; SIGINT gives 130, which the exit codes name.
_SIGNALLED = 128
_MOST_LINE = 64 * 1024
_TO_FORWARD = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]


class _Child:
    """What a child knows.

    on       documents are isolated
    report   where it says what it does
    refused  documents that ended children before it
    told     documents of whose failure the user knows
    """

    on = False
    report: int | None = None
    refused: dict[str, InputError] = {}  # noqa: RUF012 (one process has one)
    told: set[str] = set()  # noqa: RUF012

    @classmethod
    def tell(cls, **told: object) -> None:
        if cls.report is not None:
            with suppress(OSError):  # a parent that is gone
                os.write(cls.report, json.dumps(told).encode() + b"\n")


def is_on() -> bool:
    """Whether this process is the command `minutes` itself, and not one that uses parts of it."""
    return _Child.on


@contextmanager
def reading(name: str, limits: Limits) -> Iterator[None]:
    """The block reads a document: within the limits where the command is supervised, else as it is.

    Raises InputError for a document that ended a child before.
    """
    if name in _Child.refused:
        raise _Child.refused[name]
    if _Child.report is None:
        yield
        return
    _Child.tell(document=name, seconds=limits.seconds)
    try:
        with bounded(limits), waiting.heard_by(lambda seconds: _Child.tell(more=seconds)):
            yield
    finally:
        _Child.tell(document=None)


def is_news(name: str) -> bool:
    """Whether the user is yet to be told of the failure of a document; from now on, that was done."""
    if name in _Child.told:
        return False
    _Child.tell(told=name)
    return True


def supervised(command: Callable[[], int]) -> int:
    """Run a command in a child process, and return what it returned; in the child, this returns too.

    Where the system cannot fork, the command runs here.
    """
    _Child.on = True
    if not hasattr(os, "fork"):
        return command()
    refused: dict[str, InputError] = {}
    told: set[str] = set()
    while True:
        reader, writer = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(reader)
            die_with_parent()
            for number in (signal.SIGINT, *_TO_FORWARD):
                signal.signal(number, _end_once)
            _Child.report, _Child.refused, _Child.told = writer, refused, told
            return command()
        os.close(writer)
        watch = _Watch(child, reader, told)
        status = watch.wait()
        if watch.stopped is not None:
            return _SIGNALLED + watch.stopped
        if watch.document is None or watch.document in refused:
            return status if status >= 0 else _SIGNALLED - status
        document, seconds = watch.document, watch.seconds
        refused[document] = too_slow(document, seconds) if watch.late else of_death(document, status, seconds)


def _end_once(number: int, frame: FrameType | None) -> None:
    """End the child, and let it tidy up: Ctrl-C comes from the terminal and again from the parent."""
    for other in (signal.SIGINT, *_TO_FORWARD):
        signal.signal(other, signal.SIG_IGN)
    raise KeyboardInterrupt


class _Watch:
    """One child, from its start to its end.

    document  what it is reading
    seconds   what that may take
    late      it took longer
    told      documents of whose failure the user knows
    stopped   the signal by which this process was told to end
    """

    def __init__(self, child: int, reader: int, told: set[str]) -> None:
        self._child, self._reader, self._told, self._unread = child, reader, told, b""
        self.document: str | None = None
        self.seconds = 0
        self.late = False
        self.stopped: int | None = None
        self._deadline: float | None = None

    def wait(self) -> int:
        """Its exit status, or the negative number of the signal that ended it."""
        before = {number: signal.signal(number, self._on_signal) for number in (signal.SIGINT, *_TO_FORWARD)}
        before[signal.SIGCONT] = signal.signal(signal.SIGCONT, self._on_continue)
        try:
            while self._hear():
                if self._deadline is not None and time.monotonic() > self._deadline:
                    self.late = self.stopped is None
                    os.kill(self._child, signal.SIGKILL)
                    break
            return os.waitstatus_to_exitcode(os.waitpid(self._child, 0)[1])
        finally:
            os.close(self._reader)
            for number, handler in before.items():
                signal.signal(number, handler)

    def _hear(self) -> bool:
        """Take in what the child says; False once it has ended."""
        if not select.select([self._reader], [], [], _LOOK_SECONDS)[0]:
            return True
        more = os.read(self._reader, _MOST_LINE)
        *lines, self._unread = (self._unread + more).split(b"\n")
        for line in lines:
            self._take(json.loads(line))
        return bool(more)

    def _take(self, told: dict[str, object]) -> None:
        if self.stopped is not None:
            return
        match told:
            case {"told": str(name)}:
                self._told.add(name)
            case {"more": float() | int() as seconds}:
                self._deadline = (self._deadline or time.monotonic()) + seconds
            case {"document": str(name), "seconds": int(seconds)}:
                self.document, self.seconds, self._deadline = name, seconds, time.monotonic() + seconds
            case _:
                self.document = self._deadline = None

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        if self.stopped is None:
            self.stopped, self._deadline = number, time.monotonic() + _STOP_SECONDS
            os.kill(self._child, number)

    def _on_continue(self, number: int, frame: FrameType | None) -> None:
        """The time that both were stopped for does not count."""
        if self._deadline is not None and self.stopped is None:
            self._deadline = time.monotonic() + self.seconds
