"""One worker, seen by who asks it: it can be late, die, or say what it should not; each costs only its document."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from minutes_cli.errors import CorruptInputError, LimitError
from minutes_cli.isolation.deaths import of_death, too_much, too_slow
from minutes_cli.isolation.protocol import MOST_LINE, Content, Result, Settings, encoded, result_of, sizes_of

# What it may take to start: imports from a slow disk.
_SECONDS_TO_START = 60.0
# Without -P, modules in the folder that a user stands in would be taken for those of Python.
_COMMAND = (sys.executable, "-P", "-m", "minutes_cli.isolation.worker")


class Worker:
    """A process that parses one document at a time; started when it is asked, and anew after each that ended it."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._process: subprocess.Popen[bytes] | None = None
        self._starting = threading.Lock()
        self._closed = False

    def ask(self, name: str, given: bytes | None = None) -> Result:
        """What became of a document; `given` are the bytes of one that is no file.

        Nothing is raised: where no process can be started, that is the failure of the document.
        """
        began = time.monotonic()
        result = self._ask(name, given)
        return result if result.seconds else replace(result, seconds=round(time.monotonic() - began, 3))

    def stop(self) -> None:
        """End the process at once, whatever it does; it does not start again. Any thread may say so."""
        with self._starting:
            self._closed = True
            if self._process is not None:
                _kill(self._process)

    def close(self) -> None:
        """As `stop`, by the thread that asks."""
        self.stop()
        if self._process is not None:
            _bury(self._process)

    def _ask(self, name: str, given: bytes | None) -> Result:
        seconds = self._settings.options.limits.seconds
        try:
            process = self._running()
        except OSError:
            return Result(
                name, failure=LimitError(name, "no process could be started to read it", "close other programs")
            )
        watch = _Watch(seconds, lambda: _kill(process))
        try:
            result = self._answer(process, name, given, watch)
        except OSError:
            result = None  # it ended before it had heard all
        except ValueError:
            _kill(process)
            result = Result(
                name, failure=CorruptInputError(name, "breaks its reader", "open it and save it anew, or as PDF")
            )
        finally:
            watch.end()
        if result is None:
            _kill(process)
            status = _bury(process)
            failure = too_slow(name, seconds) if watch.late else of_death(name, status, seconds)
            return Result(name, failure=failure)
        return result

    def _answer(self, process: subprocess.Popen[bytes], name: str, given: bytes | None, watch: _Watch) -> Result | None:
        """The result; None where the process ended without one. Raises ValueError where it says anything else."""
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(encoded({"name": name} if given is None else {"name": name, "size": len(given)}))
        process.stdin.write(given or b"")
        process.stdin.flush()
        while True:
            line = process.stdout.readline(MOST_LINE)
            if not line:
                return None
            told = json.loads(line)
            if not isinstance(told, dict):
                raise ValueError("no header")
            if "more" not in told:
                break
            watch.allow_more(float(told["more"]))
        sizes, most = sizes_of(told), self._settings.options.limits.result_bytes
        if sum(size for _, size in sizes) > most:
            _kill(process)
            _bury(process)
            return Result(name, failure=too_much(name, most))
        contents = [Content(part, process.stdout.read(size)) for part, size in sizes]
        if any(len(content.data) < size for content, (_, size) in zip(contents, sizes, strict=True)):
            return None
        if told.get("last"):
            _bury(process)
        return result_of(name, told, contents)

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, ready to be asked; OSError where there is none."""
        with self._starting:
            if self._closed:
                raise OSError("the run has ended")
            if self._process is not None and self._process.returncode is None:
                return self._process
            process = self._process = subprocess.Popen(
                _COMMAND,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,  # Ctrl-C is for who asks; and all that it starts ends with it
            )
        watch = _Watch(_SECONDS_TO_START, lambda: _kill(process))
        try:
            assert process.stdin is not None and process.stdout is not None
            process.stdin.write(self._settings.encoded())
            process.stdin.flush()
            if process.stdout.readline(MOST_LINE) != b"\n":
                raise OSError("it ended before it was ready")
        except OSError:
            _kill(process)
            _bury(process)
            raise
        finally:
            watch.end()
        return process


class _Watch:
    """Calls `end_it` once the seconds are over, unless it is ended before."""

    def __init__(self, seconds: float, end_it: Callable[[], None]) -> None:
        self.late = False
        self._end_it = end_it
        self._deadline = time.monotonic() + seconds
        self._timer = self._start(seconds)

    def allow_more(self, seconds: float) -> None:
        self._deadline += seconds

    def end(self) -> None:
        self._timer.cancel()

    def _start(self, seconds: float) -> threading.Timer:
        timer = threading.Timer(seconds, self._look)
        timer.daemon = True
        timer.start()
        return timer

    def _look(self) -> None:
        left = self._deadline - time.monotonic()
        if left > 0:
            self._timer = self._start(left)
        else:
            self.late = True
            self._end_it()


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and what it started."""
    if process.poll() is None:
        with suppress(OSError):  # it ended by itself
            if hasattr(os, "killpg"):
                os.killpg(process.pid, signal.SIGKILL)
            else:
                process.kill()


def _bury(process: subprocess.Popen[bytes]) -> int:
    """Wait for the end of a process that is to end, and return its status."""
    for stream in (process.stdin, process.stdout):
        if stream is not None:
            with suppress(OSError):  # what it was never told
                stream.close()
    return process.wait()
