"""What the steps that fill a blank document share."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, field

from minutes_cli.model.document import Place
from minutes_cli.model.template import Section, Template
from minutes_cli.model.trial import Asked
from minutes_cli.templates.expected import Expected, Part
from minutes_cli.templates.sheet import Line
from minutes_cli.templates.words import Words


@dataclass
class Work:
    """The state of one filling.

    found      what of the heading and the rest has a place: "date", "people", "apologies", "next", "marker"
    sections   those of the template that were met, in order
    used       lines that were filled or are fixed
    """

    words: Words
    template: Template
    expected: list[Expected] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)
    found: set[str] = field(default_factory=set)
    sections: list[tuple[Section, Line]] = field(default_factory=list)
    used: set[Line] = field(default_factory=set)
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def expect(self, part: Part, key: str, value: str, wrote: str, place: Place, record: str = "") -> None:
        self.expected.append(Expected(part, key, record, value, wrote, place))

    def ask(self, part: str, name: str, place: Place | None = None) -> None:
        self.asked.append(Asked(part, name, place))
