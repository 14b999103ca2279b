"""One file that was checked: what was found, and what of it may be wanted later."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from minutes_cli.model.findings import Finding
from minutes_cli.model.source_text import Fix, SourceText
from minutes_cli.rules.base import Kind, Subject


class Found(NamedTuple):
    """A finding and what would mend it."""

    finding: Finding
    fix: Fix | None = None


class Told(NamedTuple):
    """What was found in a file, and how much more a comment in it silences."""

    found: tuple[Found, ...] = ()
    suppressed: int = 0


class Head(NamedTuple):
    """What tells to which series of meetings one belongs; `when` puts them in order."""

    kind: Kind
    body: str | None
    when: tuple[bool, str, str, str]


@dataclass(frozen=True)
class Checked:
    """One file and what was found in it; of what was remembered the file itself is read only where that is asked for.

    path          its name for the user
    heads         of each meeting in it
    read          gives the meetings in it
    read_source   gives its text as it is stored
    remarks       what is odd about the comments in it that are for the checker
    key           what it is remembered by; "" where it is not
    """

    path: str
    media_type: str
    told: Told
    heads: tuple[Head, ...]
    read: Callable[[], tuple[Subject, ...]]
    read_source: Callable[[], SourceText]
    remarks: tuple[str, ...] = ()
    key: str = ""

    @property
    def found(self) -> tuple[Found, ...]:
        return self.told.found

    @property
    def suppressed(self) -> int:
        return self.told.suppressed

    @cached_property
    def subjects(self) -> tuple[Subject, ...]:
        return self.read()

    @cached_property
    def source(self) -> SourceText:
        return self.read_source()
