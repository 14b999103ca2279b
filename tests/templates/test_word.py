"""A blank Word document is one that everybody can use: real headings, repeated table heads, no blank lines as space."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml.ns import qn

from minutes_cli.templates import SHIPPED
from tests.templates.blanks import blank

HEADINGS = ("Title", "Heading 1", "Heading 2", "Agenda item", "Agenda sub-item", "Item title")


@pytest.fixture(params=SHIPPED)
def document(request: pytest.FixtureRequest) -> docx.document.Document:
    return docx.Document(io.BytesIO(blank(request.param, ".docx")))


def test_no_paragraph_is_empty(document: docx.document.Document) -> None:
    body = document.element.body
    empty = [p for p in body.iter(qn("w:p")) if not "".join(t.text or "" for t in p.iter(qn("w:t"))).strip()]
    assert empty == []


def test_titles_are_in_the_styles_of_headings(document: docx.document.Document) -> None:
    styles = [paragraph.style.name for paragraph in document.paragraphs if paragraph.style]
    assert styles[0] == "Title"
    assert sum(style in HEADINGS for style in styles) > 1


def test_tables_repeat_their_head(document: docx.document.Document) -> None:
    for table in document.tables:
        assert table.rows[0]._tr.find(qn("w:trPr")).find(qn("w:tblHeader")) is not None


def test_title_and_language_are_set(document: docx.document.Document) -> None:
    assert document.core_properties.title
    languages = {element.get(qn("w:val")) for element in document.styles.element.iter(qn("w:lang"))}
    assert languages == {document.core_properties.language} == {"en-GB"}


def test_each_place_to_write_is_a_control_of_its_own(document: docx.document.Document) -> None:
    numbers = [element.get(qn("w:val")) for element in document.element.iter(qn("w:id"))]
    assert len(numbers) == len(set(numbers)) > 5
    assert "[" not in "".join(paragraph.text for paragraph in document.paragraphs)


def test_its_parts_bear_one_time() -> None:
    with zipfile.ZipFile(io.BytesIO(blank("pcc", ".docx"))) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
