"""Blank documents that bodies made themselves, in Word and Markdown: what they ask for is filled and read back."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.text.paragraph import Paragraph

from minutes_cli.model.minutes import Minutes
from minutes_cli.pipeline import parse_bytes
from tests.templates.blanks import filled, findings

FIXTURES = Path(__file__).parents[2] / "fixtures"
EMPTY_ROWS = 4


def _control(paragraph: Paragraph, hint: str) -> None:
    """A content control as Word makes it, which shows its hint."""
    paragraph._p.append(
        parse_xml(
            f"<w:sdt {nsdecls('w')}><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr>"
            f'<w:rStyle w:val="PlaceholderText"/></w:rPr><w:t>{hint}</w:t></w:r></w:sdtContent></w:sdt>'
        )
    )


def _table(document: Document, heads: tuple[str, ...], rows: int) -> None:
    table = document.add_table(rows + 1, len(heads))
    for cell, head in zip(table.rows[0].cells, heads, strict=True):
        cell.text = head


def _saved(document: Document) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _club() -> bytes:
    document = docx.Document()
    document.add_heading("Ashmere Sailing Club", 0)
    document.add_heading("Minutes of the Committee Meeting", 1)
    labels = {"Date:": "Click or tap to enter a date.", "Time:": "Click or tap here to enter text.", "Venue:": ""}
    table = document.add_table(len(labels) + 1, 2)
    for row, (label, hint) in zip(table.rows, [*labels.items(), ("Chair", "Choose an item.")], strict=True):
        row.cells[0].text = label
        if hint:
            _control(row.cells[1].paragraphs[0], hint)
    document.add_heading("Attendance", 1)
    _table(document, ("Name", "Role", "Initials"), EMPTY_ROWS)
    document.add_paragraph("Apologies: ")
    for number, title in enumerate(("Minutes of the last meeting", "Sailing programme", "Date of next meeting"), 1):
        document.add_heading(f"{number}. {title}", 1)
        document.add_paragraph("")
        if number == 2:
            document.add_paragraph("Action: ")
    return _saved(document)


def _rows() -> bytes:
    document = docx.Document()
    document.add_heading("Board minutes", 0)
    for label in ("Date", "Time", "Venue", "Chair"):
        document.add_paragraph(f"{label}: ……………………")
    _table(document, ("Name", "Present / apologies"), EMPTY_ROWS)
    _table(document, ("No.", "Item"), EMPTY_ROWS)
    _table(document, ("Action", "Owner", "Due date"), EMPTY_ROWS)
    document.add_paragraph("Next meeting: [date]")
    return _saved(document)


BRACES = b"""---
layout: minutes
---

# {{committee}} - Minutes

**Date:** {{date}}
**Time:** {{time}}
**Location:** {{location}}
**Chair:** {{chair}}

## Present

- {{name}}
- {{name}}

## Apologies

- {{name}}

## 1. Welcome

{{text}}

## 2. Business

{{text}}

**Action:** {{owner}} to {{task}}

## Next meeting

{{next date}} at {{time}}
"""
FORMS = [pytest.param(_club(), ".docx", id="club"), pytest.param(BRACES, ".md", id="braces")]


def _read(data: bytes, suffix: str) -> Minutes:
    return parse_bytes(filled(data, "general", suffix), f"notes{suffix}")


@pytest.mark.parametrize(("data", "suffix"), [*FORMS, pytest.param(_rows(), ".docx", id="rows")])
def test_what_a_form_asks_for_comes_back(data: bytes, suffix: str) -> None:
    assert findings(data, "general", suffix) == []
    minutes = _read(data, suffix)
    assert (minutes.meeting.date, minutes.meeting.start_time) == ("2025-03-05", "14:30")
    assert (minutes.meeting.venue, minutes.meeting.chair) == ("Meadow Hall", "Ada Merriweather")
    present = {person.name for person in minutes.attendees if person.status == "present"}
    assert {"Ada Merriweather", "Ben Tarrant", "Clara Hobday"} <= present
    assert [person.name for person in minutes.attendees if person.status == "apologies"] == ["Ewan Sykes"]
    assert len(minutes.actions) == 1
    assert minutes.next_meeting and minutes.next_meeting.date == "2025-04-09"


@pytest.mark.parametrize(("data", "suffix"), FORMS)
def test_labels_keep_their_looks_and_places_are_empty_no_more(data: bytes, suffix: str) -> None:
    written = filled(data, "general", suffix)
    if suffix == ".md":
        assert b"**Date:** Wednesday 5 March 2025\n" in written
        assert b"{{" not in written
        return
    document = docx.Document(io.BytesIO(written))
    assert document.tables[0].rows[0].cells[0].text == "Date:"
    assert "showingPlcHdr" not in document.element.xml


@pytest.mark.parametrize(
    "path", sorted(FIXTURES.glob("*.docx")) + sorted(FIXTURES.glob("*-2*.md")), ids=lambda p: p.name
)
def test_whatever_is_filled_stays_a_document(path: Path) -> None:
    written = filled(path.read_bytes(), "general", path.suffix)
    assert parse_bytes(written, path.name).items
