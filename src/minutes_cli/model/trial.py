"""What became of a blank document when it was filled with made-up data and read back."""

from __future__ import annotations

from typing import NamedTuple

from minutes_cli.model.document import Place


class Asked(NamedTuple):
    """Something that a template demands and the blank document lacks.

    part   what it is of: "field", "section", "headers", "heading", "marker"
    name   in words: "the venue"
    place  where it should have been; None where nowhere in particular
    """

    part: str
    name: str
    place: Place | None = None


class Lost(NamedTuple):
    """A value that was written into the blank document and did not come back.

    name    in words: "the date of the meeting"
    wrote   as it stood in the filled document
    read    what was read instead; None for nothing
    place   where in the blank document it was written
    path    JSON Pointer of the value that should have been read
    """

    name: str
    wrote: str
    read: str | None
    place: Place | None
    path: str


class Trial(NamedTuple):
    """All that the trial of one blank document told."""

    asked: tuple[Asked, ...] = ()
    lost: tuple[Lost, ...] = ()
