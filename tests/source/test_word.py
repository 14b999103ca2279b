"""Word files: paragraphs under the paths of the reader, and edits that keep formatting and every other byte."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from minutes_cli.model.source_text import Edit, Fix
from minutes_cli.pipeline import read_parts
from minutes_cli.readers.options import Limits
from minutes_cli.source import read_source
from minutes_cli.source.edits import resolve
from minutes_cli.source.rewrite import rewrite
from tests.readers.office_files import STRICT, W, cell, docx, p, relationships, row, run, sdt, table, word_part, zipped

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FIXTURES = Path(__file__).parents[2] / "fixtures"


def units(data: bytes) -> dict[int | str, str]:
    return read_source(data, "n.docx", WORD, Limits()).by_address


def edited(data: bytes, *edits: Edit) -> bytes | None:
    changes = resolve(read_source(data, "n.docx", WORD, Limits()), Fix(edits))
    return None if changes is None else rewrite(data, "n.docx", WORD, changes, Limits())


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {entry.filename: archive.read(entry) for entry in archive.infolist()}


def main_part(data: bytes | None) -> str:
    assert data is not None
    return parts(data)["word/document.xml"].decode()


def test_a_value_over_three_runs_keeps_the_formatting_of_the_first_that_changes() -> None:
    data = docx(p(run("Held on "), run("Tue", "<w:b/>"), run("sd", "<w:i/>"), run("ay 5"), run(" March")))
    after = edited(data, Edit("p[1]", "Tuesday 5 March", "Friday 5 March"))
    assert units(after or b"") == {"p[1]": "Held on Friday 5 March"}
    wanted = p(run("Held on "), run("Fri", "<w:b/>"), run("d", "<w:i/>"), run("ay 5"), run(" March"))
    assert main_part(after) == main_part(docx(wanted)).replace(run("d", "<w:i/>"), run("d", "<w:i/>"))


def test_blanks_at_the_edge_of_a_run_are_kept() -> None:
    data = docx("<w:p><w:r><w:t>At</w:t></w:r><w:r><w:t>2pm</w:t></w:r></w:p>")
    after = edited(data, Edit("p[1]", "At2pm", "At 2pm"))
    assert units(after or b"") == {"p[1]": "At 2pm"}
    assert '<w:t xml:space="preserve">At </w:t>' in main_part(after)


@pytest.mark.parametrize(
    ("why", "content", "edit", "text"),
    [
        ("signs of XML", p("Ayes &amp; noes: a &lt; b"), ("noes", "<nays> & co"), "Ayes & <nays> & co: a < b"),
        ("a character reference", p("caf&#233; 2pm"), ("2pm", "14:00"), "café 14:00"),
        ("beside a tab", p("<w:r><w:t>Time</w:t><w:tab/><w:t>2pm</w:t></w:r>"), ("2pm", "14:00"), "Time\t14:00"),
        ("in a content control", p(sdt(run("2pm"))), ("2pm", "14:00"), "14:00"),
        ("in an insertion", p(f"<w:ins>{run('2pm')}</w:ins>"), ("2pm", "14:00"), "14:00"),
        (
            "around deleted text",
            p(run("2"), "<w:del><w:r><w:delText>x</w:delText></w:r></w:del>", run("pm")),
            ("2pm", "14:00"),
            "14:00",
        ),
        ("nothing left of it", p(run("now "), run("2pm")), ("now 2pm", "now"), "now"),
        ("at the start", p("2pm"), ("2pm", "At 2pm"), "At 2pm"),
        ("at the end", p(run("2"), run("pm")), ("2pm", "2pm sharp"), "2pm sharp"),
    ],
)
def test_an_edit_of_a_paragraph(why: str, content: str, edit: tuple[str, str], text: str) -> None:
    after = edited(docx(content), Edit("p[1]", *edit))
    assert after is not None
    assert units(after) == {"p[1]": text}, why


@pytest.mark.parametrize(
    ("why", "content"),
    [
        ("a field is made anew", p('<w:fldSimple w:instr="DATE">' + run("2pm") + "</w:fldSimple>")),
        (
            "a field in marks, too",
            p(
                '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>TIME</w:instrText>'
                '<w:fldChar w:fldCharType="separate"/></w:r>',
                run("2pm"),
                '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
            ),
        ),
        ("a bound control is filled anew", p(sdt(run("2pm"), "<w:dataBinding/>"))),
        (
            "a text box is stored in two forms",
            p(f"<mc:AlternateContent><mc:Choice>{run('2pm')}</mc:Choice></mc:AlternateContent>"),
        ),
        ("a tab is no letter", p("<w:r><w:t>2</w:t><w:tab/><w:t>pm</w:t></w:r>")),
    ],
)
def test_what_no_edit_reaches(why: str, content: str) -> None:
    data = docx(content)
    old = next(iter(units(data).values()))
    assert "pm" in old
    assert edited(data, Edit("p[1]", old, "14:00")) is None, why


def test_no_edit_joins_what_stands_around_an_empty_form_field() -> None:
    hint = sdt(run("[Name]", '<w:rStyle w:val="Hint"/>'), "<w:showingPlcHdr/>")
    style = '<w:style w:type="character" w:styleId="Hint"><w:name w:val="Placeholder Text"/></w:style>'
    data = docx(p(run("Action: "), hint, run(" to write")), styles=style)
    assert units(data) == {"p[1]": "Action:  to write"}
    assert edited(data, Edit("p[1]", "Action:  to", "Action: to")) is None
    assert edited(data, Edit("p[1]", "write", "call")) is not None


def test_cells_headers_and_notes_have_the_paths_of_the_reader() -> None:
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    section = '<w:sectPr><w:headerReference w:type="default" r:id="rId1"/></w:sectPr>'
    data = docx(
        p("Title", note) + table(row(cell("a"), cell("b", table(row(cell("c"), cell("d")))))) + section,
        header1=p("Page head 2pm"),
        footnotes=f'<w:footnote w:id="2">{p("a note")}</w:footnote>',
    )
    assert units(data) == {
        "header[1]/p[1]": "Page head 2pm",
        "p[1]": "Title",
        "table[1]/row[1]/cell[1]/p[1]": "a",
        "table[1]/row[1]/cell[2]/p[1]": "b",
        "table[1]/row[1]/cell[2]/table[1]/row[1]/cell[1]/p[1]": "c",
        "table[1]/row[1]/cell[2]/table[1]/row[1]/cell[2]/p[1]": "d",
        "footnote[1]/p[1]": "a note",
    }
    after = edited(data, Edit("header[1]/p[1]", "2pm", "14:00"), Edit("p[1]", "Title", "Minutes"))
    assert after is not None
    changed = {name for name, content in parts(after).items() if content != parts(data)[name]}
    assert changed == {"word/header1.xml", "word/document.xml"}


def test_strict_files_and_main_parts_of_another_name() -> None:
    body = f'<x:document xmlns:x="{STRICT}"><x:body><x:p><x:r><x:t>At 2pm</x:t></x:r></x:p></x:body></x:document>'
    data = zipped({"_rels/.rels": relationships({"other/main.xml": "officeDocument"}), "other/main.xml": body})
    after = edited(data, Edit("p[1]", "2pm", "14:00"))
    assert parts(after or b"")["other/main.xml"].decode() == body.replace("2pm", "14:00")


def test_declaration_remarks_and_layout_of_the_xml_stay() -> None:
    body = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<!-- made by hand -->'
        f"<w:document  xmlns:w='{W}'\n><w:body>\n <w:p\t><w:r><w:t  xml:space='preserve'>2pm</w:t ></w:r></w:p>"
        "<w:p></w:p><w:p/></w:body></w:document>"
    )
    data = zipped({"_rels/.rels": relationships({"word/document.xml": "officeDocument"}), "word/document.xml": body})
    assert main_part(edited(data, Edit("p[1]", "2pm", "14:00"))) == body.replace("2pm", "14:00")


def test_a_signed_file_is_not_changed() -> None:
    data = zipped({**parts(docx(p("2pm"))), "_xmlsignatures/origin.sigs": b""})
    assert edited(data, Edit("p[1]", "2pm", "14:00")) is None


def test_a_part_in_wide_characters_is_not_changed() -> None:
    body = '<?xml version="1.0" encoding="UTF-16"?>' + word_part("document", f"<w:body>{p('2pm')}</w:body>")
    data = zipped({**parts(docx(p("x"))), "word/document.xml": body.encode("utf-16")})
    assert units(data) == {"p[1]": "2pm"}
    assert edited(data, Edit("p[1]", "2pm", "14:00")) is None


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.docx")), ids=lambda path: path.name)
def test_every_quote_of_a_fixture_stands_in_the_unit_of_its_block(path: Path) -> None:
    data = path.read_bytes()
    found = units(data)
    for document, minutes in read_parts(data, path.name)[1]:
        assert {paragraph.block for paragraph in document.paragraphs()} <= set(found)
        for piece in minutes.evidence:
            if piece.block != "metadata":
                assert " ".join(piece.quote.split()) in " ".join(found[piece.block or ""].split())
