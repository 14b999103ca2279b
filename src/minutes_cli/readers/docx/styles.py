"""The styles of a file (styles.xml), each resolved through those it is based on."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from minutes_cli.readers.docx.looks import Layout, is_filled, read_layout, read_look
from minutes_cli.readers.docx.names import Element, W, child, value
from minutes_cli.readers.office.looks import Look

# Word itself follows some ten; the bound ends circles too.
MOST_BASES = 30
# Built-in styles keep their English names in files of every language.
_HEADING_NAME = re.compile(r"heading ([1-9])")


@dataclass(frozen=True, slots=True)
class Style:
    """One style as the file states it; `first_row` is what a table style says of a table's first row."""

    style_id: str
    name: str
    base: str | None
    look: Look
    layout: Layout
    first_row: Look


@dataclass(slots=True)
class Styles:
    """Every style by id."""

    by_id: dict[str, Style] = field(default_factory=dict)
    default_look: Look = field(default_factory=Look)
    default_paragraph: str | None = None
    _looks: dict[str | None, Look] = field(default_factory=dict)

    def chain(self, style_id: str | None) -> list[Style]:
        """A style and those it is based on, the nearest first; no more than `MOST_BASES`."""
        found: list[Style] = []
        while len(found) < MOST_BASES and style_id is not None and (style := self.by_id.get(style_id)):
            found.append(style)
            style_id = style.base
        return found

    def look(self, style_id: str | None) -> Look:
        if style_id not in self._looks:
            look = Look()
            for style in reversed(self.chain(style_id)):
                look = style.look.over(look)
            self._looks[style_id] = look
        return self._looks[style_id]

    def first_row(self, style_id: str | None) -> Look:
        """What a table style says of the first row of a table."""
        look = Look()
        for style in self.chain(style_id):
            look = look.over(style.first_row)
        return look

    def outline(self, style_id: str | None) -> int | None:
        """The outline level that a paragraph style gives, from 0; its title counts as the highest heading."""
        for style in self.chain(style_id):
            if style.layout.outline is not None:
                return style.layout.outline
            if match := _HEADING_NAME.fullmatch(style.name):
                return int(match[1]) - 1
            if style.name == "title":
                return 0
        return None


def read_styles(root: Element | None) -> Styles:
    """The styles of a styles.xml; without one, none."""
    styles = Styles()
    if root is None:
        return styles
    defaults = child(child(root, "docDefaults"), "rPrDefault")
    styles.default_look = read_look(child(defaults, "rPr"))
    for element in root.iterchildren(W + "style"):
        style_id = element.get(W + "styleId", "")
        styles.by_id[style_id] = Style(
            style_id,
            (value(element, "name") or "").lower(),
            value(element, "basedOn"),
            _look(element),
            read_layout(child(element, "pPr")),
            _first_row(element),
        )
        if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
            styles.default_paragraph = style_id
    return styles


def _look(style: Element) -> Look:
    """What a style says of its characters; where it fills their ground, they can be seen."""
    look = read_look(child(style, "rPr"))
    return replace(look, faint=False) if look.faint and is_filled(child(style, "pPr")) else look


def _first_row(style: Element) -> Look:
    for part in style.iterchildren(W + "tblStylePr"):
        if part.get(W + "type") == "firstRow":
            return replace(read_look(child(part, "rPr")), faint=None)
    return Look()
