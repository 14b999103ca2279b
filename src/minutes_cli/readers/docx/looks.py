"""Formatting of characters and paragraphs, as one element states it."""

from __future__ import annotations

from dataclasses import dataclass

from minutes_cli.readers.docx.names import Element, W, child, number, points, switch, value
from minutes_cli.readers.office.looks import Look, is_faint

HALF_POINT, TWIP = 0.5, 0.05
BODY_TEXT_LEVEL = 9
_UNFILLED = frozenset((None, "auto", "FFFFFF"))


@dataclass(frozen=True, slots=True)
class Layout:
    """What a style or a paragraph says of the paragraph; None where it says nothing.

    outline     level of heading from 0, 9 for body text
    list_id     0 takes the paragraph out of its style's list
    """

    outline: int | None = None
    list_id: int | None = None
    list_level: int | None = None
    indent: float | None = None


def read_look(properties: Element | None) -> Look:
    """The look of a w:rPr."""
    if properties is None or not len(properties):
        return Look()
    underline = child(properties, "u")
    strikes = (switch(properties, "strike"), switch(properties, "dstrike"))
    fonts = child(properties, "rFonts")
    return Look(
        switch(properties, "b"),
        None if underline is None else underline.get(W + "val", "single") != "none",
        True if True in strikes else False if False in strikes else None,
        switch(properties, "vanish"),
        points(value(properties, "sz"), HALF_POINT),
        None if fonts is None else fonts.get(W + "ascii"),
        _is_faint(properties),
    )


def _is_faint(properties: Element) -> bool | None:
    """Whether these characters cannot be seen; where they bring a ground of their own, they can."""
    size = points(value(properties, "sz"), HALF_POINT)
    faint = is_faint(value(properties, "color"), size)
    return faint and not (child(properties, "highlight") is not None or is_filled(properties))


def is_filled(properties: Element | None) -> bool:
    """Whether what has these properties stands on a ground that is not white."""
    return value(properties, "shd", "fill") not in _UNFILLED


def read_layout(properties: Element | None) -> Layout:
    """The layout of a w:pPr."""
    if properties is None:
        return Layout()
    numbering = child(properties, "numPr")
    indent = child(properties, "ind")
    left = None if indent is None else indent.get(W + "left", indent.get(W + "start"))
    return Layout(
        number(value(properties, "outlineLvl")),
        number(value(numbering, "numId")),
        number(value(numbering, "ilvl")),
        points(left, TWIP),
    )
