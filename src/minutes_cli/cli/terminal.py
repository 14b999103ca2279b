"""Printing for people."""

from __future__ import annotations

import sys
from io import StringIO
from typing import NoReturn, TextIO

from rich.console import Console, RenderableType

from minutes_cli.cli.output import standard_output
from minutes_cli.text.safe import told_line

# Longer lines are hard to read; on a wider terminal the rest stays empty.
WIDEST = 120


class _Console(Console):
    def on_broken_pipe(self) -> NoReturn:
        raise BrokenPipeError  # rich would end the process; `main` does that


def _console(file: TextIO | None = None) -> Console:
    console = _Console(file=file or sys.stdout, markup=False, emoji=False, highlight=False)
    console.width = min(console.width, WIDEST)
    return console


def is_terminal() -> bool:
    """Whether standard output is a terminal, or is to be taken for one."""
    return sys.stdout is not None and _console().is_terminal


def has_colour() -> bool:
    """Whether what is printed there can be told apart by its colour."""
    console = _console()
    return console.is_terminal and console.color_system is not None and not console.no_color


def width() -> int:
    """Cells in a line."""
    return _console().width


def show(view: RenderableType) -> None:
    """Print a view to standard output, in colour where that is a terminal and NO_COLOR is not set."""
    with standard_output() as stream:
        if not is_terminal():
            stream.write(in_text(view))
            return
        if hasattr(sys.stdout, "reconfigure"):
            sys.stdout.reconfigure(errors="backslashreplace")  # a terminal without UTF-8 lacks some characters
        _console().print(view)


def in_text(view: RenderableType) -> bytes:
    """A view as text for a file or another program: no colour, and no line is filled up with blanks."""
    console = _console(StringIO())
    with console.capture() as printed:
        console.print(view)
    lines = "\n".join(told_line(line.rstrip(" ")) for line in printed.get().split("\n"))
    return lines.encode(getattr(sys.stdout, "encoding", None) or "utf-8", "backslashreplace")
