"""What the parts of one file share while they are read: styles, lists, notes met, things left out."""

from __future__ import annotations

from dataclasses import dataclass, field

from minutes_cli.readers.docx.styles import Styles
from minutes_cli.readers.office.notices import Notices
from minutes_cli.readers.office.numbering import Numbering
from minutes_cli.readers.options import Limits


@dataclass(slots=True)
class Reading:
    """The state of reading one file; `notes` holds the ids of the foot- and endnotes met, in order."""

    styles: Styles
    numbering: Numbering
    limits: Limits
    notices: Notices = field(default_factory=Notices)
    notes: dict[str, list[str]] = field(default_factory=lambda: {"footnote": [], "endnote": []})
    text_boxes: int = 0
