"""What a view looks like in a terminal, and what it looked like before."""

from __future__ import annotations

import io
import os
from pathlib import Path

from rich.console import Console, RenderableType

SNAPSHOTS = Path(__file__).parent / "snapshots"
HOSTILE = "evil \x1b[31m [bold]name[/bold] \u202e :smile: \x9b2J"


def shown(view: RenderableType, width: int = 80, colour: bool = False) -> str:
    stream = io.StringIO()
    system = "truecolor" if colour else None
    Console(file=stream, width=width, force_terminal=colour, color_system=system, markup=False).print(view)
    return "".join(line.rstrip() + "\n" for line in stream.getvalue().splitlines())


def same_as_snapshot(view: RenderableType, name: str, width: int) -> None:
    """After a wanted change run with UPDATE_SNAPSHOTS=1 and read the difference."""
    snapshot = SNAPSHOTS / f"{name}-{width}.txt"
    text = shown(view, width)
    if "UPDATE_SNAPSHOTS" in os.environ:
        snapshot.parent.mkdir(exist_ok=True)
        snapshot.write_text(text, encoding="utf-8")
    assert text == snapshot.read_text(encoding="utf-8")
