"""Bullets and tick boxes that a markup's author typed as characters -> the paragraph's fields."""

from __future__ import annotations

from dataclasses import replace

from minutes_cli.model.document import Line, Paragraph
from minutes_cli.readers.markup.inline import shifted
from minutes_cli.readers.plain.lines import split_box, split_bullet


def marked(paragraph: Paragraph) -> Paragraph:
    """The paragraph with a leading bullet as `label` and a leading tick box as `checked`, both out of its text."""
    if paragraph.heading or not paragraph.lines:
        return paragraph
    first = paragraph.lines[0]
    label, rest = (None, first.text) if paragraph.label else split_bullet(first.text)
    checked, rest = split_box(rest)
    if not rest or len(rest) == len(first.text):
        # a mark alone is the text: "●" in a table says something
        return paragraph
    cut = len(first.text) - len(rest)
    return replace(
        paragraph,
        lines=(Line(rest, number=first.number), *paragraph.lines[1:]),
        label=paragraph.label or label,
        checked=paragraph.checked if checked is None else checked,
        strong=shifted(paragraph.strong, -cut),
        struck=shifted(paragraph.struck, -cut),
    )
