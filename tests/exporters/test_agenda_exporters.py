"""Matters arising as Markdown and as a Word document."""

from __future__ import annotations

import io

import docx
import pytest

from minutes_cli.exporters.agenda import AGENDA_EXPORTERS, write_agenda
from minutes_cli.model.agenda import Matter, MattersArising
from minutes_cli.model.tracking import Sitting

FOUND = MattersArising(
    body="Harrowvale Town Council",
    date="2024-07-10",
    time="19:00",
    venue="Town Hall",
    last=Sitting(meeting="Council", date="2024-06-12", file="june.pdf"),
    on="2024-06-30",
    matters=(
        Matter(
            number="A3",
            text="Clerk to mend the gate | and *paint* it.",
            owners=("Ann Lee", "Bo Poe"),
            due="18 Jun 2024, 12 days overdue",
            overdue=True,
            history="raised 6 Mar 2024, carried 9 Apr 2024",
        ),
        Matter(number="A4", text="Write \x1b[31m\x00 to the school.", due="no date", history="raised 9 Apr 2024"),
    ),
)


def written(found: MattersArising, name: str) -> bytes:
    stream = io.BytesIO()
    write_agenda(found, stream, name)
    return stream.getvalue()


def test_markdown_is_ready_to_paste() -> None:
    assert written(FOUND, "markdown").decode() == (
        "# Harrowvale Town Council\n\n"
        "Wednesday 10 July 2024, 19:00, Town Hall\n\n"
        "## Matters arising\n\n"
        "2 open actions on 30 Jun 2024, 1 overdue; last met 12 Jun 2024.\n\n"
        "| No. | Action | Owner | Due | So far |\n"
        "| --- | --- | --- | --- | --- |\n"
        "| A3 | Clerk to mend the gate \\| and \\*paint\\* it. | Ann Lee, Bo Poe | **18 Jun 2024, 12 days overdue**"
        " | raised 6 Mar 2024, carried 9 Apr 2024 |\n"
        "| A4 | Write \\\\x1b\\[31m\\\\x00 to the school. | nobody named | no date | raised 9 Apr 2024 |\n"
    )


def test_word_has_its_own_headings_and_a_table_with_a_head_on_each_page() -> None:
    document = docx.Document(io.BytesIO(written(FOUND, "docx")))
    styles = [(p.style.name, p.text) for p in document.paragraphs if p.style]
    assert styles[:3] == [
        ("Title", "Harrowvale Town Council"),
        ("Subtitle", "Wednesday 10 July 2024, 19:00, Town Hall"),
        ("Heading 1", "Matters arising"),
    ]
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows][:2] == [
        ["No.", "Action", "Owner", "Due", "So far"],
        [
            "A3",
            "Clerk to mend the gate | and *paint* it.",
            "Ann Lee, Bo Poe",
            "18 Jun 2024, 12 days overdue",
            "raised 6 Mar 2024, carried 9 Apr 2024",
        ],
    ]
    assert "tblHeader" in table.rows[0]._tr.xml
    assert table.rows[1].cells[3].paragraphs[0].runs[0].bold


@pytest.mark.parametrize("name", AGENDA_EXPORTERS)
def test_the_same_data_gives_the_same_bytes(name: str) -> None:
    assert written(FOUND, name) == written(FOUND, name)


@pytest.mark.parametrize("name", AGENDA_EXPORTERS)
def test_nothing_known_is_a_whole_document(name: str) -> None:
    content = written(MattersArising(on="2024-06-30"), name)
    text = content.decode() if name == "markdown" else paragraphs(content)
    assert "Next meeting" in text
    assert "to be set" in text
    assert "No action is open." in text


def paragraphs(content: bytes) -> str:
    return "\n".join(paragraph.text for paragraph in docx.Document(io.BytesIO(content)).paragraphs)
