"""What the DOCX reader makes of the pieces of a Word document."""

from __future__ import annotations

import pytest

from minutes_cli.model.document import Document
from minutes_cli.readers.docx import read
from minutes_cli.readers.options import Options
from tests.readers.office_files import (
    STRICT,
    W,
    cell,
    docx,
    p,
    relationships,
    row,
    run,
    sdt,
    shown,
    table,
    word_part,
    zipped,
)


def document(body: str, **parts: str) -> Document:
    return read(docx(body, **parts), "a.docx", Options())


def field(*code: str, result: str = "") -> str:
    mark = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return mark.format("begin") + "".join(code) + mark.format("separate") + result + mark.format("end")


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


BOX = '<w14:checkbox><w14:checked w14:val="{}"/></w14:checkbox>'
OLD_BOX = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox>{}</w:checkBox></w:ffData></w:fldChar></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
TEXT_BOX = (
    "<w:r><mc:AlternateContent>"
    "<mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></w:drawing>"
    "</mc:Choice>"
    "<mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}</w:txbxContent></v:textbox></w:pict></mc:Fallback>"
    "</mc:AlternateContent></w:r>"
)

PARAGRAPHS = {
    "empty ones are left out and counted": (p("One") + p() + p("Three"), ["p[1] One", "p[3] Three"]),
    "tabs stay, line and page breaks part lines": (
        p("<w:r><w:t>Ann</w:t><w:tab/><w:t>Chair</w:t><w:br/><w:t>Bob</w:t><w:br w:type='page'/><w:t>Cy</w:t></w:r>"),
        ["p[1] Ann\tChair / Bob / Cy"],
    ),
    "hyphens": (
        p("<w:r><w:t>co</w:t><w:noBreakHyphen/><w:t>op</w:t><w:softHyphen/><w:t>ted</w:t></w:r>"),
        ["p[1] co-opted"],
    ),
    "blanks, zero width, composition": (p("A\u00a0b\u200bc\u00ad cafe", "\u0301"), ["p[1] A bc café"]),
    "joiners": (p("A\u200db می\u200cخ 👩\u200d👧"), ["p[1] Ab می\u200cخ 👩\u200d👧"]),
    "bold and underlined are strong, blanks between join": (
        p(run("Action:", "<w:b/>"), " ", run("Ann ", '<w:u w:val="single"/>'), "to write"),
        ["p[1] **Action: Ann** to write"],
    ),
    "bold switched off, underline none": (
        p(run("a", '<w:b w:val="0"/>'), run("b", '<w:u w:val="none"/>')),
        ["p[1] ab"],
    ),
    "struck": (p("keep ", run("drop", "<w:strike/>"), run("too", "<w:dstrike/>")), ["p[1] keep ~~droptoo~~"]),
    "a link is not strong for its underline": (
        p('<w:hyperlink r:id="rId9">' + run("here", '<w:u w:val="single"/>') + "</w:hyperlink>"),
        ["p[1] here"],
    ),
    "a field shows its result": (p("Page ", field(code(" PAGE "), result=run("3"))), ["p[1] Page 3"]),
    "a field in a field's code": (
        p(field(code(" IF "), field(code("DATE"), result=run("1 May")), code(" = x"), result=run("yes")), "!"),
        ["p[1] yes!"],
    ),
    "a field over two paragraphs": (
        "<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>TOC</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType='separate'/></w:r>"
        + run("One")
        + "</w:p>"
        + p("Two", '<w:r><w:fldChar w:fldCharType="end"/></w:r>', " end"),
        ["p[1] One", "p[2] Two end"],
    ),
    "a field that never ends hides nothing after its paragraph": (
        p('<w:r><w:fldChar w:fldCharType="begin"/></w:r>', code("PAGE")) + p("Text"),
        ["p[2] Text"],
    ),
    "simple field, smart tag, math": (
        p(
            '<w:fldSimple w:instr="DATE">' + run("1 May") + "</w:fldSimple>",
            "<w:smartTag>" + run(" at noon ") + "</w:smartTag>",
            "<m:oMath><m:r><m:t>n=5</m:t></m:r></m:oMath>",
        ),
        ["p[1] 1 May at noon n=5"],
    ),
    "content controls of blocks and runs": (
        sdt(p("In a block") + sdt(p("nested"))) + p("In ", sdt(run("a run"))),
        ["p[1] In a block", "p[2] nested", "p[3] In a run"],
    ),
    "tick boxes": (
        p(sdt(run("☒"), BOX.format(1)), " Done")
        + p(sdt(run("☐"), BOX.format(0)), " Not done")
        + p("☐ Typed")
        + p('<w:r><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>', " Symbol")
        + p(OLD_BOX.format("<w:checked/>"), " Form")
        + p(OLD_BOX.format('<w:default w:val="0"/>'), " Form"),
        ["p[1] (x) Done", "p[2] ( ) Not done", "p[3] ( ) Typed", "p[4] (x) Symbol", "p[5] (x) Form", "p[6] ( ) Form"],
    ),
    "of several boxes none is the paragraph's": (p("☐ Yes ☒ No"), ["p[1] ☐ Yes ☒ No"]),
    "text typed in a symbol font": (
        p(run("\uf0fc", '<w:rFonts w:ascii="Wingdings"/>'), " present"),
        ["p[1] ✓ present"],
    ),
    "text boxes once, after their paragraph": (
        p("Anchor", TEXT_BOX.format(p("Inside") + p("too"))) + p("Next"),
        ["p[1] Anchor", "textbox[1]/p[1] Inside", "textbox[1]/p[2] too", "p[2] Next"],
    ),
    "a paragraph whose end is deleted runs on in the next": (
        f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Ann will ')}</w:p>" + p("write"),
        ["p[2] Ann will write"],
    ),
    "ruby text leaves out the reading": (
        p("<w:r><w:ruby><w:rt>" + run("kan") + "</w:rt><w:rubyBase>" + run("漢") + "</w:rubyBase></w:ruby></w:r>"),
        ["p[1] 漢"],
    ),
}


@pytest.mark.parametrize(("body", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(body: str, expected: list[str]) -> None:
    assert shown(document(body)) == expected


STYLES = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="heading 2"/><w:basedOn w:val="Normal"/>'
    '<w:pPr><w:ind w:left="400"/></w:pPr><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Item"/><w:basedOn w:val="berschrift2"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="Plain"><w:name w:val="Plain"/><w:basedOn w:val="Item"/>'
    '<w:pPr><w:outlineLvl w:val="9"/></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="A"><w:name w:val="A"/><w:basedOn w:val="B"/></w:style>'
    '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/><w:basedOn w:val="A"/></w:style>'
    '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:u/></w:rPr></w:style>'
    '<w:style w:type="character" w:styleId="Ghost"><w:name w:val="Placeholder Text"/></w:style>'
)
STYLED = {
    "built-in heading by its name": (p("a", style="berschrift2"), "p[1] H2 **a**"),
    "heading through the base style": (p("a", style="Item"), "p[1] H2 **a**"),
    "outline level 9 is body text": (p("a", style="Plain"), "p[1] **a**"),
    "title": (p("a", style="Title"), "p[1] H1 a"),
    "outline level of the paragraph itself": (
        f'<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr>{run("a")}</w:p>',
        "p[1] H3 a",
    ),
    "character style": (p("a ", run("b", '<w:rStyle w:val="Strong"/>')), "p[1] a **b**"),
    "bold in bold is plain": (p(run("a", '<w:rStyle w:val="Strong"/>'), style="berschrift2"), "p[1] H2 a"),
    "link style is not strong": (p(run("a", '<w:rStyle w:val="Hyperlink"/>')), "p[1] a"),
    "styles in a circle": (p("a", style="A"), "p[1] a"),
    "unknown style": (p("a", style="Gone"), "p[1] a"),
}


@pytest.mark.parametrize(("body", "expected"), STYLED.values(), ids=STYLED)
def test_styles(body: str, expected: str) -> None:
    assert shown(document(body, styles=STYLES)) == [expected]


def test_sizes_and_indents() -> None:
    plain, heading, own = document(
        p("a")
        + p("b", style="Item")
        + '<w:p><w:pPr><w:ind w:start="0.5in"/></w:pPr><w:r><w:tab/></w:r>'
        + run("big", '<w:sz w:val="40"/>')
        + "</w:p>",
        styles=STYLES,
    ).paragraphs()
    assert (plain.size, plain.indent) == (11, 0)
    assert (heading.size, heading.indent) == (14, 20)
    assert (own.size, own.indent) == (20, 72), "the leading tab counts as half an inch"


LEFT_OUT = {
    "tracked-changes": (
        p("<w:ins>" + run("new ") + "</w:ins>", "<w:del><w:r><w:delText>old</w:delText></w:r></w:del>", "text")
        + p("<w:moveFrom>" + run("gone") + "</w:moveFrom>", "<w:moveTo>" + run("come") + "</w:moveTo>"),
        ["p[1] new text", "p[2] come"],
        "tracked changes: 2 insertions read, 2 deletions left out",
    ),
    "hidden-text": (p("seen", run(" unseen", "<w:vanish/>")), ["p[1] seen"], "hidden text left out: 1"),
    "placeholder": (
        p("Date: ", sdt(run("Click here", '<w:rStyle w:val="Ghost"/>'), "<w:showingPlcHdr/>")),
        ["p[1] Date:"],
        "form fields left out that nobody filled in: 1",
    ),
    "unread-part": (p("a") + '<w:altChunk r:id="rId7"/>', ["p[1] a"], "embedded documents not read: 1"),
    "unknown-symbol": (
        p("a", '<w:r><w:sym w:font="Wingdings" w:char="F021"/><w:sym w:char="zz"/></w:r>'),
        ["p[1] a"],
        "characters left out that have no known meaning: 2",
    ),
    "bidi-controls": (
        p("a\u202eb"),
        ["p[1] ab"],
        "paragraphs that show text in another order than it is stored: 1",
    ),
}


@pytest.mark.parametrize(("code", "case"), LEFT_OUT.items(), ids=LEFT_OUT)
def test_what_is_left_out_is_told(code: str, case: tuple[str, list[str], str]) -> None:
    body, expected, message = case
    read_document = document(body, styles=STYLES)
    assert shown(read_document) == expected
    assert [(problem.code, problem.message) for problem in read_document.problems] == [(code, message)]


WHITE = '<w:color w:val="FFFFFF"/>'
UNSEEN = {
    "white": (p("a ", run("b", WHITE)), True),
    "tiny": (p("a ", run("b", '<w:sz w:val="2"/>')), True),
    "white, its paragraph filled": (
        f'<w:p><w:pPr><w:shd w:fill="203040"/></w:pPr>{run("a b", WHITE)}</w:p>',
        False,
    ),
    "white, highlighted": (p("a ", run("b", WHITE + '<w:highlight w:val="black"/>')), False),
    "white, its cell filled": (
        table(row(cell(p("a ", run("b", WHITE)), properties='<w:shd w:fill="203040"/>'))),
        False,
    ),
    "white, its cell not filled": (
        table(row(cell(p("a ", run("b", WHITE)), properties='<w:shd w:fill="auto"/>'))),
        True,
    ),
    "white in a table with a style": (
        table(row(cell(p(run("a b", WHITE)))), properties='<w:tblStyle w:val="Grid"/>'),
        False,
    ),
}


@pytest.mark.parametrize(("body", "is_told"), UNSEEN.values(), ids=UNSEEN)
def test_text_that_nobody_sees_is_read_and_told(body: str, is_told: bool) -> None:
    found = document(body)
    assert [paragraph.text for paragraph in found.paragraphs()] == ["a b"]
    assert [problem.code for problem in found.problems] == ["unseen-text"] * is_told


def test_comments_are_counted() -> None:
    (problem,) = document(p("a"), comments='<w:comment w:id="1"/><w:comment w:id="2"/>').problems
    assert (problem.code, problem.severity, problem.message) == ("comments", "info", "comments not read: 2")


def test_notes_come_last_in_the_order_of_their_references() -> None:
    reference = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
    note = '<w:footnote w:id="{}"><w:p><w:r><w:footnoteRef/></w:r>' + run(" {}") + "</w:p></w:footnote>"
    found = document(
        p("Ann", reference.format(5), " Bob", reference.format(4)),
        footnotes='<w:footnote w:id="0" w:type="separator">'
        + p("---")
        + "</w:footnote>"
        + note.format(4, "left early")
        + note.format(5, "by phone")
        + note.format(6, "never referred to"),
    )
    assert shown(found) == ["p[1] Ann Bob", "footnote[1]/p[1] [1] by phone", "footnote[2]/p[1] [2] left early"]
    assert found.blocks[1].role == "footnote"  # type: ignore[union-attr]


def test_headers_come_first_footers_last_each_text_once() -> None:
    references = "".join(
        f'<w:{kind}Reference w:type="{which}" r:id="rId{at}"/>'
        for kind, which, at in (
            ("header", "default", 1),
            ("header", "first", 2),
            ("header", "even", 3),
            ("footer", "default", 4),
        )
    )
    parts = {"header1": p("Draft"), "header2": p("Cover"), "header3": p("Even"), "footer4": p("Page 1")}
    plain = document(p("a") + f"<w:sectPr>{references}</w:sectPr>", **parts)
    assert shown(plain) == ["header[1]/p[1] Draft", "p[1] a", "footer[1]/p[1] Page 1"]
    assert [block.role for block in plain.blocks] == ["header", "body", "footer"]  # type: ignore[union-attr]
    with_title = document(
        p("a") + f"<w:sectPr>{references}<w:titlePg/></w:sectPr>" * 2,
        **parts,
        settings="<w:evenAndOddHeaders/>",
    )
    assert [line for line in shown(with_title) if line.startswith("header")] == [
        "header[1]/p[1] Draft",
        "header[2]/p[1] Cover",
        "header[3]/p[1] Even",
    ]


def test_properties_become_metadata() -> None:
    data = zipped(
        {
            "_rels/.rels": relationships({"word/document.xml": "officeDocument", "core.xml": "core-properties"}),
            "word/document.xml": word_part("document", f"<w:body>{p('a')}</w:body>"),
            "core.xml": '<c xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:t="http://purl.org/dc/terms/">'
            "<dc:title>Minutes of\n May</dc:title><dc:creator/><t:created>2024-05-01T10:00:00Z</t:created></c>",
        }
    )
    found = read(data, "a.docx", Options())
    assert found.metadata == {"title": "Minutes of May", "date": "2024-05-01T10:00:00Z"}
    assert found.media_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@pytest.mark.parametrize("target", ["/text/main.xml", "text/main.xml", "./word/../text/main.xml"])
def test_the_main_part_is_found_by_its_relationship(target: str) -> None:
    data = zipped(
        {
            "_rels/.rels": relationships({target: "officeDocument"}),
            "Text/main.xml": word_part("document", f"<w:body>{p('a')}</w:body>"),
        }
    )
    assert shown(read(data, "a.docx", Options())) == ["p[1] a"]


def test_strict_files_are_read() -> None:
    xml = word_part("document", f"<w:body>{p(run('a', '<w:b/>'))}</w:body>").replace(W, STRICT)
    assert shown(read(zipped({"word/document.xml": xml}), "a.docx", Options())) == ["p[1] **a**"]
