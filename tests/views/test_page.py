"""The page of `minutes explain --html`: complete in itself, harmless, and true to the places of the source."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import lxml.html
import pytest

from minutes_cli.pipeline import trace_bytes
from minutes_cli.text.safe import CONTROL
from minutes_cli.tracing.explanation import explain
from minutes_cli.views.page import page
from tests.corpus import FIXTURES
from tests.tracing.documents import DOCUMENTS, NOTES, read

HOSTILE = NOTES.replace("Roads", '<script>alert("1")</script> & \x1b[31m \u202e roads').replace(
    "Ann Rowe", "Ann <b onclick='x'>Rowe"
)


@pytest.fixture(params=DOCUMENTS, ids=lambda path: path.name, scope="module")
def made(request: pytest.FixtureRequest) -> tuple[Path, str, lxml.html.HtmlElement]:
    path: Path = request.param
    text = page(explain(trace_bytes(path.read_bytes(), path.name)))
    return path, text, lxml.html.document_fromstring(text)


def test_it_loads_and_runs_nothing(made: tuple[Path, str, lxml.html.HtmlElement]) -> None:
    _, text, tree = made
    policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy == ["default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"]
    assert tree.xpath("//script | //link | //img | //iframe | //object | //*[@src] | //form") == []
    assert all(href.startswith("#") for href in tree.xpath("//@href"))
    assert not re.search(r"url\(|@import", text)


def test_every_link_leads_somewhere_and_every_id_is_one(made: tuple[Path, str, lxml.html.HtmlElement]) -> None:
    _, _, tree = made
    ids = Counter(tree.xpath("//@id"))
    assert [name for name, count in ids.items() if count > 1] == []
    assert sorted({href[1:] for href in tree.xpath("//@href")} - set(ids)) == []


def test_every_value_is_listed_with_its_words(made: tuple[Path, str, lxml.html.HtmlElement]) -> None:
    path, _, tree = made
    minutes = trace_bytes(path.read_bytes(), path.name).minutes
    listed = tree.xpath("//*[@id='values']//li[starts-with(@id, 'v')]")
    assert len(listed) == len(minutes.evidence)


def test_it_can_be_used_without_a_mouse_and_without_colours(made: tuple[Path, str, lxml.html.HtmlElement]) -> None:
    _, _, tree = made
    marks = tree.xpath("//a[contains(@class, 'mark')]")
    assert marks
    assert all(mark.get("aria-label") for mark in marks)
    assert any(mark.get("tabindex") is None for mark in marks)
    assert len(tree.xpath("//h1")) == 1
    assert tree.xpath("//main//h2")
    assert tree.xpath("//html/@lang") == ["en"]


@pytest.mark.parametrize("name", ["harrowvale-pcc-2024-03.pdf", "quillback-township-2024-09.pdf"])
def test_words_of_a_pdf_are_drawn_in_place(name: str) -> None:
    reading = trace_bytes((FIXTURES / name).read_bytes(), name)
    tree = lxml.html.document_fromstring(page(explain(reading)))
    drawn = {(t.text, t.get("x"), t.get("textlength")) for t in tree.iter("text")}
    words = [w for p in reading.document.paragraphs() for line in p.lines for w in line.words]
    expected = {(w.text, f"{w.x0:.1f}", f"{max(w.x1 - w.x0, 0.1):.1f}") for w in words}
    assert expected == drawn
    boxes = [svg.get("viewbox") for svg in tree.iter("svg")]
    assert boxes == [f"0 0 {width:g} {height:g}" for width, height in reading.document.sizes]


def test_colours_lie_over_the_words_of_the_evidence() -> None:
    name = "harrowvale-pcc-2024-03.pdf"
    reading = trace_bytes((FIXTURES / name).read_bytes(), name)
    tree = lxml.html.document_fromstring(page(explain(reading)))
    proof = next(e for e in reading.minutes.evidence if e.path == "/meeting/chair")
    (value,) = tree.xpath("//*[@id='values']//li[.//a[text()='chair']]")
    (mark,) = tree.xpath(f"//*[@id='{value.find('a').get('href')[1:]}']")
    left, top, width, height = (float(number) for number in re.findall(r":([\d.]+)%", mark.get("style")))
    page_width, page_height = reading.document.sizes[0]
    box = (left * page_width, top * page_height, (left + width) * page_width, (top + height) * page_height)
    assert proof.bbox is not None
    assert all(abs(a / 100 - b) < 1.5 for a, b in zip(box, proof.bbox, strict=True))


@pytest.mark.parametrize("name", ["notes.txt", "notes.md"])
def test_markup_and_controls_in_a_document_stay_text(name: str) -> None:
    text = page(explain(read(HOSTILE, name)))
    tree = lxml.html.document_fromstring(text)
    assert CONTROL.search(text.replace("\n", "")) is None
    assert "<script" not in text
    assert tree.xpath("//@onclick") == []
    if name == "notes.txt":
        assert 'alert("1")' in tree.text_content()


def test_what_is_worth_a_look_comes_first() -> None:
    tree = lxml.html.document_fromstring(page(explain(read())))
    first = tree.xpath("//aside/section")[0].text_content()
    assert first.startswith("Worth a look")
    assert "Reedham Parish Council" in first
    assert "“Clerk:” is no label of the profile" in first


def test_a_value_tells_what_else_was_weighed() -> None:
    reading = trace_bytes((FIXTURES / "quillback-township-2024-09.pdf").read_bytes(), "quillback.pdf")
    (proof,) = [e for e in reading.minutes.evidence if e.path == "/meeting/body"]
    tree = lxml.html.document_fromstring(page(explain(reading)))
    (value,) = tree.xpath("//*[@id='values']//li[.//a[text()='body']]")
    assert proof.alternatives
    assert all(f"not “{other.value}”" in value.text_content() for other in proof.alternatives)


def test_a_page_is_the_same_each_time() -> None:
    assert page(explain(read())) == page(explain(read()))
