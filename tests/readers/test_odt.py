"""What the OpenDocument reader makes of the pieces of a text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.errors import CorruptInputError, InputError, LimitError, LockedInputError, NoTextError
from minutes_cli.model.document import Document, Paragraph, Table
from minutes_cli.readers.from_odt import read
from minutes_cli.readers.options import Limits, Options
from tests.readers.office_files import odt, shown, zipped


def document(text: str, automatic: str = "", styles: str = "", masters: str = "", meta: str = "") -> Document:
    return read(odt(text, automatic, styles, masters, meta), "a.odt", Options())


def p(content: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{content}</text:p>'


def style(name: str, family: str, text: str = "", more: str = "", parent: str = "") -> str:
    based = f' style:parent-style-name="{parent}"' if parent else ""
    return (
        f'<style:style style:name="{name}" style:family="{family}"{based}>'
        f"{more}<style:text-properties {text}/></style:style>"
    )


BOLD = 'fo:font-weight="bold"'
AUTOMATIC = (
    style("T1", "text", BOLD)
    + style("T2", "text", 'style:text-line-through-style="solid"')
    + style("T3", "text", 'style:text-underline-style="solid"')
    + style("T4", "text", 'text:display="none"')
    + style("T5", "text", 'fo:font-weight="normal"')
    + style("P1", "paragraph", BOLD, parent="Standard")
    + style("P2", "paragraph", more='<style:paragraph-properties fo:margin-left="1in"/>', parent="P1")
    + style("P3", "paragraph", parent="Title")
    + style("A", "paragraph", parent="B")
    + style("B", "paragraph", parent="A")
)
COMMON = (
    '<style:default-style style:family="paragraph"><style:text-properties fo:font-size="11pt"/></style:default-style>'
    + style("Standard", "paragraph")
    + style("Title", "paragraph", 'fo:font-size="20pt"')
)


def span(name: str, text: str) -> str:
    return f'<text:span text:style-name="{name}">{text}</text:span>'


PARAGRAPHS = {
    "headings and text": (
        '<text:h text:outline-level="2">Items</text:h>' + p("Text") + p("Minutes", "P3"),
        ["p[1] H2 Items", "p[2] Text", "p[3] H1 Minutes"],
    ),
    "empty ones are counted": (p("a") + p("") + p("b"), ["p[1] a", "p[3] b"]),
    "blanks count once, text:s as stated": (
        p('  a \n  b<text:s text:c="2"/>c<text:s/>d<text:tab/>e<text:line-break/> f'),
        ["p[1] a b  c d\te / f"],
    ),
    "a million blanks are bounded": (p('a<text:s text:c="999999999"/>b'), ["p[1] a" + " " * 200 + "b"]),
    "strong and struck": (
        p(f"a {span('T1', 'b')} {span('T2', 'c')} {span('T3', 'd')}"),
        ["p[1] a **b** ~~c~~ **d**"],
    ),
    "strong by the paragraph's style": (p(f"a {span('T5', 'b')}", "P1"), ["p[1] **a** b"]),
    "a link is not strong for its underline": (p(f"<text:a>{span('T3', 'd')}</text:a>"), ["p[1] d"]),
    "styles in a circle": (p("a", "A"), ["p[1] a"]),
    "fields show their text": (p("Page <text:page-number>3</text:page-number>"), ["p[1] Page 3"]),
    "tick boxes": (p("☒ Done") + p("☐ Open"), ["p[1] (x) Done", "p[2] ( ) Open"]),
    "sections and indexes": (
        f"<text:section>{p('a')}<text:section>{p('b')}</text:section></text:section>"
        f"<text:table-of-content><text:index-body>{p('c')}</text:index-body></text:table-of-content>",
        ["p[1] a", "p[2] b", "p[3] c"],
    ),
    "text boxes and shapes after their paragraph": (
        p(f"Anchor<draw:frame><draw:text-box>{p('Inside')}</draw:text-box></draw:frame>")
        + f"<draw:g><draw:rect>{p('Shape')}</draw:rect><draw:frame><draw:image/></draw:frame></draw:g>"
        + p("Next"),
        ["p[1] Anchor", "textbox[1]/p[1] Inside", "textbox[2]/p[1] Shape", "p[2] Next"],
    ),
    "notes last, with their numbers": (
        p(
            'Ann<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
            f"<text:note-body>{p('by phone')}</text:note-body></text:note> Bob"
        ),
        ["p[1] Ann Bob", "footnote[1]/p[1] [1] by phone"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert shown(document(text, AUTOMATIC, COMMON)) == expected


def test_sizes_and_indents() -> None:
    plain, indented, title = document(p("a") + p("b", "P2") + p("c", "P3"), AUTOMATIC, COMMON).paragraphs()
    assert (plain.size, plain.indent) == (11, 0)
    assert (indented.size, indented.indent) == (11, 72)
    assert title.size == 20


LIST_STYLE = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix=".">'
    '<style:list-level-properties text:space-before="0.25in" text:min-label-width="0.25in"/>'
    "</text:list-level-style-number>"
    '<text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>'
    '<text:list-level-style-number text:level="3" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="4" text:bullet-char="\uf0b7"/>'
    "</text:list-style>"
)


def listed(*items: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{''.join(f'<text:list-item>{item}</text:list-item>' for item in items)}</text:list>"


LISTS = {
    "levels": (
        listed(
            p("a"), p("b") + listed(p("c"), p("d") + listed(p("e") + listed(p("f"), more=""), more=""), more=""), p("g")
        ),
        ["1.", "2.", "2.1", "2.2", "(a)", "•", "3."],
    ),
    "only the first paragraph of an item has a label": (listed(p("a") + p("b"), p("c")), ["1.", None, "2."]),
    "each list starts anew": (listed(p("a")) + p("-") + listed(p("b")), ["1.", None, "1."]),
    "unless it says that it goes on": (
        listed(p("a")) + listed(p("b"), more='text:style-name="L" text:continue-numbering="true"'),
        ["1.", "2."],
    ),
    "or with which list": (
        listed(p("a"), more='text:style-name="L" xml:id="x"')
        + listed(p("b"))
        + listed(p("c"), more='text:style-name="L" text:continue-list="x"'),
        ["1.", "1.", "2."],
    ),
    "an item may state its number": (
        listed(p("a"), p("b")).replace("<text:list-item>", '<text:list-item text:start-value="579">', 1),
        ["579.", "580."],
    ),
    "an item that holds a list only is not counted": (listed(listed(p("a"), p("b"), more="")), ["1.1", "1.2"]),
    "a header has no label": (
        listed(p("a")).replace("list-item", "list-header") + listed(p("b")),
        [None, "1."],
    ),
}


@pytest.mark.parametrize(("text", "labels"), LISTS.values(), ids=LISTS)
def test_list_labels(text: str, labels: list[str | None]) -> None:
    assert [paragraph.label for paragraph in document(text, LIST_STYLE).paragraphs()] == labels


def test_lists_nest_and_indent() -> None:
    outer, inner = document(listed(p("a") + listed(p("b"), more="")), LIST_STYLE).paragraphs()
    assert (outer.level, outer.indent) == (0, 36)
    assert inner.level == 1


def test_headings_are_numbered_by_the_outline() -> None:
    outline = (
        '<text:outline-style><text:outline-level-style text:level="1" style:num-format="1"/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/></text:outline-style>'
    )
    heading = '<text:h text:outline-level="{}">{}</text:h>'.format
    text = heading(1, "a") + heading(2, "b") + heading(2, "") + heading(2, "c") + heading(1, "d")
    found = document(text, styles=outline).paragraphs()
    assert [(paragraph.label, paragraph.heading) for paragraph in found] == [("1", 1), ("1.1", 2), ("1.2", 2), ("2", 1)]


def cell(content: str, more: str = "") -> str:
    return f"<table:table-cell {more}>{content}</table:table-cell>"


def test_tables_have_spans_headers_and_empty_cells() -> None:
    (found,) = document(
        "<table:table><table:table-header-rows><table:table-row>"
        + cell(p("wide"), 'table:number-columns-spanned="2"')
        + "<table:covered-table-cell/>"
        + cell(p("c"))
        + "</table:table-row></table:table-header-rows><table:table-row>"
        + cell(p("tall"), 'table:number-rows-spanned="2"')
        + cell("")
        + cell(p("x") + listed(p("y")))
        + "</table:table-row><table:table-row><table:covered-table-cell/>"
        + cell(p("b"), 'table:number-columns-repeated="999999999"')
        + "</table:table-row></table:table>",
        LIST_STYLE,
    ).blocks
    assert isinstance(found, Table)
    assert (found.columns, found.headers, found.block) == (3, 1, "table[1]")
    assert [[(c.text, c.row, c.column, c.rowspan, c.colspan) for c in r] for r in found.rows] == [
        [("wide", 1, 1, 1, 2), ("c", 1, 3, 1, 1)],
        [("tall", 2, 1, 2, 1), ("", 2, 2, 1, 1), ("x\ny", 2, 3, 1, 1)],
        [("b", 3, 2, 1, 1)],
    ]
    assert found.rows[1][1].paragraphs == ()
    assert found.rows[1][2].paragraphs[1].block == "table[1]/row[2]/cell[3]/p[2]"


def test_a_table_of_one_cell_is_a_frame() -> None:
    (block,) = document(f"<table:table><table:table-row>{cell(p('a'))}</table:table-row></table:table>").blocks
    assert isinstance(block, Paragraph)
    assert block.block == "table[1]/row[1]/cell[1]/p[1]"


def test_headers_and_footers_of_the_pages_in_use() -> None:
    margin = "<style:{0}><text:p>{1}</text:p></style:{0}>".format
    masters = (
        '<style:master-page style:name="Later">' + margin("header", "Minutes") + "</style:master-page>"
        '<style:master-page style:name="Unused">' + margin("header", "Never") + "</style:master-page>"
        '<style:master-page style:name="First" style:next-style-name="Later">'
        + margin("header", "Cover")
        + margin("header-left", "Cover")
        + margin("footer", "Page 1")
        + "</style:master-page>"
    )
    used = '<style:style style:name="P1" style:family="paragraph" style:master-page-name="First"/>'
    found = document(p("a", "P1"), used, masters=masters)
    assert shown(found) == ["header[1]/p[1] Cover", "header[2]/p[1] Minutes", "p[1] a", "footer[1]/p[1] Page 1"]
    assert [block.role for block in found.blocks] == ["header", "header", "body", "footer"]  # type: ignore[union-attr]


LEFT_OUT = {
    "tracked-changes": (
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion>"
        "</text:changed-region><text:changed-region><text:insertion/></text:changed-region></text:tracked-changes>"
        + p('a<text:change text:change-id="c1"/>'),
        "tracked changes: 1 insertion read, 1 deletion left out",
    ),
    "hidden-text": (p(f"a{span('T4', 'unseen')}"), "hidden text left out: 1"),
    "comments": (p(f"a<office:annotation>{p('why?')}</office:annotation>"), "comments not read: 1"),
    "placeholder": (
        p("a<text:placeholder>Click here</text:placeholder>"),
        "form fields left out that nobody filled in: 1",
    ),
}


@pytest.mark.parametrize(("code", "case"), LEFT_OUT.items(), ids=LEFT_OUT)
def test_what_is_left_out_is_told(code: str, case: tuple[str, str]) -> None:
    found = document(case[0], AUTOMATIC)
    assert shown(found) == ["p[1] a"]
    assert [(problem.code, problem.message) for problem in found.problems] == [(code, case[1])]


def test_properties_become_metadata() -> None:
    meta = "<dc:title>May</dc:title><dc:creator>Bob</dc:creator><meta:creation-date>2024-05-01</meta:creation-date>"
    found = document(p("a"), meta=meta)
    assert found.metadata == {"title": "May", "author": "Bob", "date": "2024-05-01"}
    assert found.media_type == "application/vnd.oasis.opendocument.text"


CONTENT = '<a xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><o:body>{}</o:body></a>'
REFUSED = {
    "no zip": (b"PK\x03\x04", CorruptInputError),
    "no content": (zipped({"mimetype": "application/vnd.oasis.opendocument.text"}), CorruptInputError),
    "a spreadsheet": (zipped({"content.xml": CONTENT.format("<o:spreadsheet/>")}), CorruptInputError),
    "broken XML": (zipped({"content.xml": "<a>"}), CorruptInputError),
    "a DTD": (zipped({"content.xml": "<!DOCTYPE a>" + CONTENT.format("<o:text/>")}), CorruptInputError),
    "no text": (odt(p(" ")), NoTextError),
    "a password": (
        zipped({"content.xml": b"\x8f", "META-INF/manifest.xml": "<m:encryption-data/>"}),
        LockedInputError,
    ),
    "deep lists": (odt("<text:list><text:list-item>" * 200 + "</text:list-item></text:list>" * 200), LimitError),
}


@pytest.mark.parametrize(("data", "error"), REFUSED.values(), ids=REFUSED)
def test_refusals_name_the_file_and_say_what_to_do(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error) as raised:
        read(data, "minutes.odt", Options())
    assert raised.value.name == "minutes.odt"
    assert raised.value.hint


def test_deep_lists_within_the_limit_are_read() -> None:
    found = document("<text:list><text:list-item>" * 120 + p("a") + "</text:list-item></text:list>" * 120)
    assert shown(found) == ["p[1] a"]


def test_a_long_line_is_cut_and_told() -> None:
    found = read(odt(p("long " * 100)), "a.odt", Options(limits=Limits(line_characters=10)))
    assert shown(found) == ["p[1] long long"]
    assert [problem.code for problem in found.problems] == ["line-cut"]


TAGS = ("text:p", "text:h", "text:span", "text:list", "text:list-item", "text:s", "text:note", "text:note-body")
TAGS += ("table:table", "table:table-row", "table:table-cell", "draw:frame", "draw:text-box", "text:section")
TREES = st.recursive(
    st.sampled_from(("Text", " ", "é", "☒")),
    lambda inner: st.builds(
        lambda tag, content: f"<{tag}>{''.join(content)}</{tag}>", st.sampled_from(TAGS), st.lists(inner, max_size=4)
    ),
    max_leaves=25,
)


@settings(deadline=None)
@given(st.lists(TREES, max_size=4).map("".join))
def test_elements_in_any_order_are_read(text: str) -> None:
    assert document(p("a") + text) == document(p("a") + text)
