"""What the parts of one file share while they are read: styles, lists, notes met, things left out."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from minutes_cli.readers.docx.names import Element
from minutes_cli.readers.docx.styles import Styles
from minutes_cli.readers.office.notices import Notices
from minutes_cli.readers.office.numbering import Numbering
from minutes_cli.readers.options import Limits


class Piece(NamedTuple):
    """Some text of a paragraph as it is stored.

    text     "" where something stands that is not read: a form field that nobody filled in
    element  the w:t that holds just this text; None for what is stored otherwise: a tab, a symbol, a field's result
    """

    text: str
    element: Element | None = None


class Origin(NamedTuple):
    """What a paragraph was read from: its w:p, and all that it shows in order, lines ended by line feeds."""

    paragraph: Element
    pieces: list[Piece]


@dataclass(slots=True)
class Origins:
    """Where in the package the text of a document is: of each paragraph by its block, and the root of each part."""

    paragraphs: dict[str, Origin] = field(default_factory=dict)
    parts: dict[str, Element] = field(default_factory=dict)


@dataclass(slots=True)
class Reading:
    """The state of reading one file; `notes` holds the ids of the foot- and endnotes met, in order."""

    styles: Styles
    numbering: Numbering
    limits: Limits
    notices: Notices = field(default_factory=Notices)
    notes: dict[str, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    text_boxes: int = 0
    origins: Origins = field(default_factory=Origins)
