"""Runs the program `tesseract`: a picture in, words with boxes out.

It is found on PATH and started without a shell; picture and result go through pipes, so there are no files to clean
up. It never outlives its page: when the time is over, or anything goes wrong here, it is killed with what it started.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import threading
from collections.abc import Sequence
from contextlib import suppress

from minutes_cli.errors import NoTextError, UsageError, over

PROGRAM = "tesseract"
# a page of the smallest print has some 20,000 words of 60 bytes each
_MOST_OUTPUT = 8 * 1024 * 1024
# what it says of itself comes at once
_SECONDS_TO_ANSWER = 20.0
# how it parts a page: by itself, or as one block of lines whatever stands on them
_PAGE, _BLOCK = "3", "6"
# "eng", "deu+fra", "chi_sim", "script/Latin"
_LANGUAGES = re.compile(r"[A-Za-z]\w{0,40}(?:/[A-Za-z]\w{0,40})?(?:\+[A-Za-z]\w{0,40}(?:/[A-Za-z]\w{0,40})?){0,9}")
_VERSION = re.compile(r"tesseract v?(\d[\w.+-]{0,40})")


def is_installed() -> bool:
    return shutil.which(PROGRAM) is not None


class Tesseract:
    """The installed program, set to some languages."""

    def __init__(self, languages: str, name: str, seconds: float) -> None:
        """Find the program and ask for its version and languages.

        name     the document that it is wanted for: for messages
        seconds  given to each page
        Raises NoTextError where it is missing or does not work, UsageError for a language that it does not have.
        """
        self._name, self._languages, self._seconds = name, languages, seconds
        self._running: set[subprocess.Popen[bytes]] = set()
        self._stopped = False
        self._path = shutil.which(PROGRAM)
        if self._path is None:
            raise NoTextError(name, "scanned pages, and no tesseract to read them", "install tesseract and run again")
        found = _VERSION.search(self._answer("--version"))
        if found is None:
            raise self._failure("does not work")
        self.version = found[1]
        installed = self._answer("--list-langs").split("\n")[1:]
        missing = [part for part in languages.split("+") if part not in map(str.strip, installed)]
        if not _LANGUAGES.fullmatch(languages) or missing:
            hint = "install its data, or name one that `tesseract --list-langs` lists"
            raise UsageError(f"--ocr-language {languages}", "not a language that tesseract has", hint)

    def table(self, width: int, height: int, dots: bytes, dots_per_inch: float, whole: bool = True) -> str:
        """What it reads in a grey picture, as tab-separated values; raises LimitError when it takes too long.

        whole  a page, of which it leaves out what looks like dirt; False for single words, which do
        """
        arguments = ["stdin", "stdout", "-l", self._languages, "--psm", _PAGE if whole else _BLOCK]
        arguments += ["--dpi", str(round(dots_per_inch)), "-c", "tessedit_create_tsv=1"]
        return self._run(arguments, b"P5\n%d %d\n255\n" % (width, height) + dots, self._seconds)

    def stop(self) -> None:
        """Kill what still runs; nothing is started any more."""
        self._stopped = True
        for process in tuple(self._running):
            if process.poll() is None:
                _kill(process)

    def _answer(self, question: str) -> str:
        return self._run([question], b"", _SECONDS_TO_ANSWER)

    def _run(self, arguments: Sequence[str], given: bytes, seconds: float) -> str:
        assert self._path is not None
        if self._stopped:
            raise self._failure("was stopped")
        try:
            process = subprocess.Popen(
                [self._path, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                # one thread is hardly slower than several, and leaves the other cores to others
                env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            )
        except OSError as error:
            raise self._failure("cannot be started") from error
        assert process.stdin is not None and process.stdout is not None
        self._running.add(process)
        if self._stopped:
            _kill(process)  # it was started as all were being stopped
        late = threading.Event()

        def stop() -> None:
            late.set()
            _kill(process)

        watch = threading.Timer(seconds, stop)
        feed = threading.Thread(target=_feed, args=(process, given), daemon=True)
        try:
            watch.start()
            feed.start()
            printed = process.stdout.read(_MOST_OUTPUT + 1)
            if len(printed) <= _MOST_OUTPUT:
                process.wait()
        finally:
            watch.cancel()
            if process.returncode is None:
                _kill(process)
                process.wait()
            self._running.discard(process)
            feed.join()
            process.stdout.close()
        if late.is_set():
            hint = "try it without OCR (--ocr never)"
            raise over(self._name, f"a page that takes OCR more than {seconds:g} seconds", "ocr-seconds", hint)
        if process.returncode or len(printed) > _MOST_OUTPUT:
            raise self._failure(f"fails (exit status {process.returncode})")
        return printed.decode("utf-8", "replace")

    def _failure(self, what: str) -> NoTextError:
        hint = f"see what `{PROGRAM} --version` says, or run with --ocr never"
        return NoTextError(self._name, f"OCR is not possible, {PROGRAM} {what}", hint)


def _feed(process: subprocess.Popen[bytes], given: bytes) -> None:
    assert process.stdin is not None
    # it may end before it has read all: its exit status tells
    with suppress(OSError):
        process.stdin.write(given)
    with suppress(OSError):
        process.stdin.close()


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End the process and what it started, if any of it still runs."""
    with suppress(OSError):  # all ended by itself
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
