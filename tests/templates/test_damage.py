"""A blank document that somebody changed: the finding names the very thing that was changed, and nothing else."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx
import pytest
from docx.document import Document

from tests.templates.blanks import blank, findings

Change = Callable[[Document], None]

# template, what is written instead of what, code, words of the message
IN_MARKDOWN = [
    ("parish-council", "- **Venue:** [Venue or link]\n", "", "T001", "nothing asks for the venue"),
    ("parish-council", "**Venue:**", "**Spot:**", "T002", "the venue did not survive"),
    ("parish-council", "- **Present:**", "- **Faces:**", "T001", "nothing asks for who was present"),
    ("project", "- **Apologies:** [Names, or none]\n", "", "T001", "nothing asks for who sent apologies"),
    ("pcc", "**Minutes:** [Name of the minute taker]", "Minutes are taken", "T001", "the minute taker"),
    ("pcc", ", [Venue] |", " |", "T001", "the venue of the next meeting"),
    ("board", "## 2. Conflicts of interest", "## 2. Who gains what", "T003", "Conflicts of interest"),
    ("board", "| Name | Position |", "| Surname | Position |", "T004", "Surname | Position"),
    ("pcc", "| No. | Item |", "| Rank | Item |", "T004", "Rank | Item"),
    ("pcc", "**Action:**", "**Task:**", "T005", "“Action:”"),
    ("board", "**RESOLVED that**", "It was felt that", "T005", "“RESOLVED that”"),
    ("board", "## 6. Finance", "6. Finance", "T006", "“Finance”"),
    ("board", "## 6. Finance", "**Finance**", "T006", "“Finance”"),
]


@pytest.mark.parametrize(("name", "old", "new", "code", "told"), IN_MARKDOWN)
def test_a_change_of_markdown_is_named(name: str, old: str, new: str, code: str, told: str) -> None:
    text = blank(name, ".md").decode()
    assert old in text
    found = findings(text.replace(old, new).encode(), name, ".md")
    assert [one.code for one in found] == [code], [one.message for one in found]
    assert told in found[0].message


def _text(old: str, new: str) -> Change:
    def change(document: Document) -> None:
        cells = (cell for table in document.tables for row in table.rows for cell in row.cells)
        paragraphs = [*document.paragraphs, *(p for cell in cells for p in cell.paragraphs)]
        for run in (run for paragraph in paragraphs for run in paragraph.runs):
            run.text = run.text.replace(old, new)

    return change


def _style(text: str, style: str) -> Change:
    def change(document: Document) -> None:
        paragraph = next(paragraph for paragraph in document.paragraphs if paragraph.text == text)
        paragraph.style = document.styles[style]

    return change


def _without(start: str) -> Change:
    def change(document: Document) -> None:
        for paragraph in document.paragraphs:
            if paragraph.text.startswith(start):
                paragraph._p.getparent().remove(paragraph._p)

    return change


IN_WORD = [
    ("parish-council", _without("Venue:"), "T001", "nothing asks for the venue"),
    ("parish-council", _text("Venue:", "Spot:"), "T002", "the venue did not survive"),
    ("board", _text("Conflicts of interest", "Who gains what"), "T003", "Conflicts of interest"),
    ("pcc", _text("Capacity", "Standing"), "T004", "Name | Standing"),
    ("pcc", _text("No.", "Rank"), "T004", "Rank | Item"),
    ("pcc", _text("Action:", "Task:"), "T005", "“Action:”"),
    ("board", _style("Finance", "Normal"), "T006", "“Finance”"),
]


@pytest.mark.parametrize(("name", "change", "code", "told"), IN_WORD)
def test_a_change_of_a_word_file_is_named(name: str, change: Change, code: str, told: str) -> None:
    document = docx.Document(io.BytesIO(blank(name, ".docx")))
    change(document)
    changed = io.BytesIO()
    document.save(changed)
    found = findings(changed.getvalue(), name, ".docx")
    assert [one.code for one in found] == [code], [one.message for one in found]
    assert told in found[0].message
