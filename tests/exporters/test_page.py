"""The page and the PDF made of it: each value leads to its place, nothing of the content is markup."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from lxml import html

from fixtures.snapshots import documents
from minutes_cli import pipeline
from minutes_cli.cli import main
from minutes_cli.errors import ExitCode, UsageError
from minutes_cli.exporters import to_html, to_pdf
from minutes_cli.model.document import Document
from minutes_cli.model.minutes import Minutes
from minutes_cli.text.safe import CONTROL, safe
from tests.browser import violations, wider_by
from tests.corpus import FIXTURES as DOCUMENTS
from tests.exporters.generated import minutes as made_up


def page(minutes: Minutes, document: Document | None = None) -> html.HtmlElement:
    stream = io.BytesIO()
    to_html.write(minutes, stream, document)
    return html.document_fromstring(stream.getvalue().decode())


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def place_of(found: html.HtmlElement, value: str) -> str:
    """The words of the source that the value with these words leads to."""
    link = next(a for a in found.xpath("//main//a[@class='value']") if words(a) == value)
    return words(found.get_element_by_id(link.get("href").removeprefix("#")))


@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_every_value_with_evidence_leads_to_a_place_of_the_source_that_is_there(document: Path) -> None:
    for reading in pipeline.trace_all_bytes(document.read_bytes(), document.name):
        for source in (reading.document, None):
            found = page(reading.minutes, source)
            ids = found.xpath("//@id")
            assert len(ids) == len(set(ids))
            assert {href.removeprefix("#") for href in found.xpath("//a/@href")} <= set(ids)
            linked = {words(a) for a in found.xpath("//main//a[@class='value']")}
            proved = {one.path for one in reading.minutes.evidence}
            for number, action in enumerate(reading.minutes.actions):
                assert f"/actions/{number}/text" in proved
                assert " ".join(safe(action.text).split()) in linked


def test_a_value_leads_to_its_line_and_the_line_back_to_it() -> None:
    data = b"# Board minutes\n\nDate: 4 May 2023\n\n## Drains\n\nACTION: Ada Roe to write to the county.\n"
    (reading,) = pipeline.trace_all_bytes(data, "minutes.md")
    found = page(reading.minutes, reading.document)
    assert place_of(found, "Thursday 4 May 2023") == "3 Date: 4 May 2023 ↩"
    assert place_of(found, "Ada Roe to write to the county.").startswith("7 ACTION: Ada Roe to write")
    assert [words(h) for h in found.xpath("//h2")] == ["Items", "Actions", "Source"]


def test_without_the_document_the_words_that_were_quoted_are_beside(wrenshire: Minutes) -> None:
    found = page(wrenshire)
    assert place_of(found, "Wednesday 2 November 2022").startswith("Wednesday 2nd November")
    assert words(found.get_element_by_id("source-title")) == "Words of the source"


@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=50, deadline=None)
@given(minutes=made_up())
def test_any_words_stand_on_the_page_as_text(minutes: Minutes) -> None:
    found = page(minutes)
    text = words(found)
    for action in minutes.actions:
        assert " ".join(safe(action.text).split()) in text
    assert {element.tag for element in found.iter(html.etree.Element)} <= {
        "html", "head", "meta", "title", "style", "body", "main", "aside", "h1", "h2", "h3", "h4", "h5", "h6", "a", "p",
        "dl", "div", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "ol", "li", "span",
    }  # fmt: skip
    assert all(href.startswith("#") for href in found.xpath("//@href"))
    assert not found.xpath("//@src | //@style | //@onclick")
    assert CONTROL.search(html.tostring(found, encoding="unicode").replace("\n", "")) is None


def test_a_page_has_landmarks_one_title_and_heads_of_columns(wrenshire: Minutes) -> None:
    found = page(wrenshire)
    assert found.get("lang") == "en"
    assert [words(h) for h in found.xpath("//h1")] == [words(found.xpath("//title")[0])]
    assert len(found.xpath("//main")) == len(found.xpath("//aside[@aria-labelledby]")) == 1
    assert all(table.xpath(".//th[@scope='col']") for table in found.xpath("//table"))


def test_an_accessibility_checker_finds_nothing(tmp_path: Path, wrenshire: Minutes) -> None:
    text = (DOCUMENTS / "harrowvale-pcc-2024-03.pdf").read_bytes()
    (reading,) = pipeline.trace_all_bytes(text, "notes.pdf")
    assert violations(to_html.page(reading.minutes, reading.document), tmp_path) == []
    assert violations(to_html.page(wrenshire), tmp_path) == []


@pytest.mark.parametrize("name", ["harrowvale-pcc-2024-03.pdf", "quillback-township-2024-09.pdf"])
def test_on_paper_no_heading_label_or_row_is_parted_from_what_follows(name: str) -> None:
    pytest.importorskip("weasyprint", exc_type=(ImportError, OSError))  # type: ignore[arg-type]
    import pypdfium2

    (reading,) = pipeline.trace_all_bytes((DOCUMENTS / name).read_bytes(), name)
    stream = io.BytesIO()
    to_pdf.write(reading.minutes, stream)
    sheets = [sheet.get_textpage().get_text_range() for sheet in pypdfium2.PdfDocument(stream.getvalue())]
    titles = {f"{item.number}. {item.title}" for item in reading.minutes.items}
    for sheet in sheets[:-1]:
        lines = [line for line in sheet.splitlines() if line.strip() and not line.startswith("page ")]
        assert lines[-1] not in titles | {"Items", "Decisions", "Actions", "Next meeting"}
        assert not lines[-1].startswith("Pillars")
    # two actions: the table of them goes whole onto the next page
    assert not sheets[-1].startswith("Action Owner")


@pytest.mark.parametrize("kind", ["<b>bold</b>", "x" * 900, "https://example.org/" + "abc/" * 60, "يجب أن تكتب تقريرا"])
def test_on_a_phone_too_nothing_is_cut_off_and_the_checker_finds_nothing(kind: str, tmp_path: Path) -> None:
    data = f"# Board minutes\n\nDate: 4 May 2023\n\n## Drains\n\nACTION: Ada Roe to {kind} by 1 June 2023.\n".encode()
    (reading,) = pipeline.trace_all_bytes(data, "minutes.md")
    text = to_html.page(reading.minutes, reading.document)
    assert wider_by(text, tmp_path, 390) == 0
    assert violations(text, tmp_path, width=390) == []


def test_export_shows_the_lines_of_the_file_itself(tmp_path: Path) -> None:
    source, target = tmp_path / "notes.md", tmp_path / "notes.html"
    source.write_text("# Board minutes, 4 May 2023\n\n## Drains\n\nThey smell.\n", encoding="utf-8")
    assert main(["export", str(source), "--to", "html", "-o", str(target)]) == ExitCode.DONE
    found = html.parse(str(target)).getroot()
    assert [words(li) for li in found.xpath("//aside//li[not(@class)]")] == ["5 They smell."]


def test_the_pdf_says_what_the_page_says_and_has_the_same_bytes_each_time(wrenshire: Minutes) -> None:
    pytest.importorskip("weasyprint", exc_type=(ImportError, OSError))  # type: ignore[arg-type]
    import pypdfium2

    first, second = io.BytesIO(), io.BytesIO()
    to_pdf.write(wrenshire, first)
    to_pdf.write(wrenshire, second)
    assert first.getvalue() == second.getvalue()
    document = pypdfium2.PdfDocument(first.getvalue())
    text = " ".join(" ".join(page.get_textpage().get_text_range() for page in document).split())
    for said in ("Assurance and Accountability Meeting", "Ann Rowe", "Share the estates survey.", "5 for, 1 against"):
        assert said in text
    assert "Words of the source" not in text
    assert document.get_metadata_dict()["Title"] == wrenshire.meeting.title


def test_a_pdf_without_its_library_is_refused_in_one_line(wrenshire: Minutes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "weasyprint", None)
    with pytest.raises(UsageError, match="needs WeasyPrint"):
        to_pdf.write(wrenshire, io.BytesIO())
