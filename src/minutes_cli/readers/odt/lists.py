"""Lists of OpenDocument text: their styles, and which list a paragraph counts in."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from minutes_cli.readers.odt.names import FO, LIBRE_OFFICE, STYLE, TEXT, XML, Element, number, points
from minutes_cli.readers.office.numbering import LEVELS, MOST_LABEL, Level, Numbered, Numbering

# the style of headings that stand in no list; no style can have this name
OUTLINE = "#outline"
_KINDS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman", "": "none"}
_BULLET = TEXT + "list-level-style-bullet"
_LEVEL_STYLES = (
    TEXT + "list-level-style-number",
    _BULLET,
    TEXT + "list-level-style-image",
    TEXT + "outline-level-style",
)


@dataclass(slots=True)
class ListPlace:
    """Where in a list the reader is; `count` numbers the lists that count on together, `label_due` an item's start."""

    style: str
    count: int
    level: int
    label_due: bool = False
    restart: int | None = None


@dataclass(slots=True)
class Lists:
    """All lists of a file: opens them in order and gives the labels of their items."""

    styles: dict[str, dict[int, Level]]
    _numbering: Numbering = field(default_factory=Numbering)
    _counts_by_id: dict[str, int] = field(default_factory=dict)
    _counts_by_style: dict[str, int] = field(default_factory=dict)
    _lists: dict[tuple[str, int], int] = field(default_factory=dict)
    _opened: int = 0

    def enter(self, element: Element, outer: ListPlace | None) -> ListPlace:
        """The place in a text:list, which stands in `outer`."""
        style = element.get(TEXT + "style-name", outer.style if outer else "")
        if outer is not None:
            return ListPlace(style, outer.count, min(outer.level + 1, LEVELS - 1))
        key, continued = element.get(XML + "id"), element.get(TEXT + "continue-list")
        count = self._counts_by_id.get(continued) if continued else None
        if count is None and element.get(TEXT + "continue-numbering") == "true":
            count = self._counts_by_style.get(style)
        if count is None:
            self._opened += 1
            count = self._opened
        if key is not None:
            self._counts_by_id[key] = count
        self._counts_by_style[style] = count
        return ListPlace(style, count, 0)

    def definition(self, place: ListPlace) -> Level | None:
        return self.styles.get(place.style, {}).get(place.level)

    def label(self, place: ListPlace) -> str | None:
        """Count an item and give its label."""
        key = (place.style, place.count)
        if key not in self._lists:
            self._lists[key] = len(self._lists)
            levels = self.styles.get(place.style, {})
            self._numbering.lists[self._lists[key]] = Numbered(str(place.count), levels, {})
        return self._numbering.label(self._lists[key], place.level, place.restart)


def read_list_styles(*roots: Element | None) -> dict[str, dict[int, Level]]:
    """The levels of the list styles in some elements, by name; that of headings is `OUTLINE`."""
    found: dict[str, dict[int, Level]] = {}
    for root in roots:
        for style in () if root is None else root.iterchildren(TEXT + "list-style", TEXT + "outline-style"):
            name = OUTLINE if style.tag == TEXT + "outline-style" else style.get(STYLE + "name", "")
            levels = found[name] = {}
            for element in style.iterchildren(*_LEVEL_STYLES):
                at = number(element.get(TEXT + "level"))
                if at is not None and 1 <= at <= LEVELS:
                    levels[at - 1] = _read_level(element, at)
    return found


def _read_level(element: Element, at: int) -> Level:
    layout = element.find(STYLE + "list-level-properties")
    label = None if layout is None else layout.find(STYLE + "list-level-label-alignment")
    indent = points(None if label is None else label.get(FO + "margin-left"))
    if indent is None and layout is not None:
        indent = (points(layout.get(TEXT + "space-before")) or 0) + (points(layout.get(TEXT + "min-label-width")) or 0)
    if element.tag == _BULLET or element.tag == TEXT + "list-level-style-image":
        return Level("bullet", element.get(TEXT + "bullet-char", "•"), indent=indent)
    shape = element.get(STYLE + "num-format", "")
    start = number(element.get(TEXT + "start-value"))
    kind, text = _KINDS.get(shape, "decimal"), _pattern(element, shape, at)[:MOST_LABEL]
    return Level(kind, text, 1 if start is None else start, indent=indent)


def _pattern(element: Element, shape: str, at: int) -> str:
    """The label as a pattern like "%1.%2)"."""
    stated = element.get(LIBRE_OFFICE + "num-list-format")
    if stated is not None:
        return re.sub(r"%(\d+)%", r"%\1", stated)
    if not shape:
        return ""
    shown = min(number(element.get(TEXT + "display-levels")) or 1, at)
    numbers = ".".join(f"%{level}" for level in range(at - shown + 1, at + 1))
    return element.get(STYLE + "num-prefix", "") + numbers + element.get(STYLE + "num-suffix", "")
