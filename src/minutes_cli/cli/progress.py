"""How a long run goes on, on standard error: a bar for people, a line now and then for logs."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Protocol

from minutes_cli.cli.messages import tell

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

# a line for logs comes no sooner than this after the last
_SECONDS_BETWEEN = 10.0


class Progress(Protocol):
    """Is told of each document as it is finished."""

    def step(self, pages: int, failed: bool) -> None: ...


@contextmanager
def progress(documents: int) -> Iterator[Progress]:
    """Shows the progress of a run over so many documents while the block lasts."""
    if sys.stderr is not None and sys.stderr.isatty():
        with _bar() as bar:
            yield _Shown(bar, documents)
    else:
        yield _Told(documents)


class _Counted:
    def __init__(self, documents: int) -> None:
        self.documents, self.done, self.pages, self.failed = documents, 0, 0, 0
        self.began = time.monotonic()

    def count(self, pages: int, failed: bool) -> None:
        self.done += 1
        self.pages += pages
        self.failed += failed

    def rate(self) -> str:
        """Pages a second, of documents that have none documents a second; with the failures, if any."""
        seconds = max(time.monotonic() - self.began, 1e-3)
        rate = f"{self.pages / seconds:.0f} pages/s" if self.pages else f"{self.done / seconds:.0f} documents/s"
        return f"{rate}, {self.failed} failed" if self.failed else rate


class _Told(_Counted):
    """Lines without a terminal."""

    def __init__(self, documents: int) -> None:
        super().__init__(documents)
        self._last = self.began

    def step(self, pages: int, failed: bool) -> None:
        self.count(pages, failed)
        now = time.monotonic()
        if now - self._last >= _SECONDS_BETWEEN and self.done < self.documents:
            self._last = now
            left = (now - self.began) / self.done * (self.documents - self.done)
            tell(f"{self.done} of {self.documents} documents", f"{self.rate()}, about {_time(left)} left")


class _Shown(_Counted):
    """A bar in a terminal."""

    def __init__(self, bar: Bar, documents: int) -> None:
        super().__init__(documents)
        self._bar, self._task = bar, bar.add_task("", total=documents, rate="")

    def step(self, pages: int, failed: bool) -> None:
        self.count(pages, failed)
        self._bar.update(self._task, completed=self.done, rate=self.rate())


def _bar() -> Bar:
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("documents"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
        TextColumn("left"),
        console=Console(stderr=True),
        transient=True,
    )


def _time(seconds: float) -> str:
    if seconds < 100:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 6000 else f"{seconds / 3600:.1f} h"
