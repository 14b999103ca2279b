"""The labels that word processors show before list paragraphs and do not store: "2.1", "a)", "•"."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_cli.readers.numerals import format_number
from minutes_cli.readers.office.runs import TICKED, UNTICKED, clean

LEVELS = 9
BULLET = "•"
# A longer pattern is no number but an attack: it is shown again with every paragraph.
MOST_LABEL = 100


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list.

    text     the pattern of its label, "%1.%2"
    restart  the level, from 1, that sets it back to its start; 0 if none does, None if every higher level does
    legal    show the numbers of all levels in decimals
    width    fill up numbers with zeros to so many digits
    style    the paragraph style that is linked to the level
    """

    kind: str = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    width: int = 0
    indent: float | None = None
    style: str | None = None


@dataclass(slots=True)
class Numbered:
    """A list as paragraphs name it; lists of one `abstract` definition count on together."""

    abstract: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(slots=True)
class Numbering:
    """Counts through a document: ask for each paragraph's label once, in order."""

    lists: dict[int, Numbered] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)
    _begun: set[tuple[int, int]] = field(default_factory=set)

    def level(self, list_id: int, level: int) -> Level | None:
        numbered = self.lists.get(list_id)
        return None if numbered is None else numbered.levels.get(level)

    def level_of_style(self, list_id: int, style_id: str | None) -> int:
        """The level of the list that is linked to a paragraph style, else the first."""
        numbered = self.lists.get(list_id)
        for at, level in () if numbered is None else numbered.levels.items():
            if style_id is not None and level.style == style_id:
                return at
        return 0

    def label(self, list_id: int, level: int, restart: int | None = None) -> str | None:
        """Count one paragraph (or set its count to `restart`) and give its label; None where nothing is shown."""
        numbered = self.lists.get(list_id)
        if numbered is None or level not in numbered.levels:
            return None
        counts = self._counts.setdefault(numbered.abstract, {})
        self._count(counts, numbered, list_id, level, restart)
        shown = numbered.levels[level]
        if shown.kind == "bullet":
            return BULLET if shown.text.strip() else None

        def render(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            part = numbered.levels.get(at, Level())
            count = counts.get(at, numbered.starts.get(at, part.start))
            return format_number(count, "decimal" if shown.legal else part.kind, part.width)

        return clean(re.sub(r"%([1-9])", render, shown.text)).strip() or None

    def _count(self, counts: dict[int, int], numbered: Numbered, list_id: int, level: int, restart: int | None) -> None:
        start = numbered.starts.get(level)
        first = (list_id, level) not in self._begun
        self._begun.add((list_id, level))
        if restart is not None:
            counts[level] = restart
        elif start is not None and first:
            counts[level] = start
        elif level in counts:
            counts[level] += 1
        else:
            counts[level] = numbered.levels[level].start if start is None else start
        for deeper in range(level + 1, LEVELS):
            after = numbered.levels[deeper].restart if deeper in numbered.levels else None
            if after is None or level < after:
                counts.pop(deeper, None)


def is_tick_box(level: Level) -> bool | None:
    """The state of a tick box that serves as a bullet, None for other levels."""
    glyph = level.text.strip()
    if level.kind != "bullet" or len(glyph) != 1 or glyph not in UNTICKED + TICKED:
        return None
    return glyph in TICKED
