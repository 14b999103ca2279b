"""What the DOCX reader makes of tables."""

from __future__ import annotations

from minutes_cli.model.document import Document, Paragraph, Table
from minutes_cli.readers.docx import read
from minutes_cli.readers.options import Options
from tests.readers.office_files import cell, docx, p, row, sdt, shown, table


def document(body: str, **parts: str) -> Document:
    return read(docx(body, **parts), "a.docx", Options())


def only_table(body: str, **parts: str) -> Table:
    (block,) = document(body, **parts).blocks
    assert isinstance(block, Table)
    return block


def test_a_table_has_rows_headers_and_empty_cells() -> None:
    found = only_table(table(row(cell("No"), cell("Item"), header=True), row(cell(p()), cell("x", "y"))))
    assert (found.columns, found.headers, found.block) == (2, 1, "table[1]")
    assert [[c.text for c in r] for r in found.rows] == [["No", "Item"], ["", "x\ny"]]
    assert found.rows[1][0].paragraphs == ()
    assert found.rows[1][1].paragraphs[1].block == "table[1]/row[2]/cell[2]/p[2]"


def test_merged_cells_span_rows_and_columns() -> None:
    found = only_table(
        table(
            row(cell("wide", properties='<w:gridSpan w:val="2"/>'), cell("c")),
            row(cell("tall", properties='<w:vMerge w:val="restart"/>'), cell("b"), cell("c")),
            row(cell(p(), properties="<w:vMerge/>"), cell("b"), cell("c")),
            row(cell("shifted"), more='<w:gridBefore w:val="1"/>'),
        )
    )
    assert [[(c.text, c.row, c.column, c.rowspan, c.colspan) for c in r] for r in found.rows] == [
        [("wide", 1, 1, 1, 2), ("c", 1, 3, 1, 1)],
        [("tall", 2, 1, 2, 1), ("b", 2, 2, 1, 1), ("c", 2, 3, 1, 1)],
        [("b", 3, 2, 1, 1), ("c", 3, 3, 1, 1)],
        [("shifted", 4, 2, 1, 1)],
    ]


def test_a_span_is_bounded() -> None:
    found = only_table(table(row(cell("a", properties='<w:gridSpan w:val="999999999"/>'), cell("b"))))
    assert found.rows[0][0].colspan == Options().limits.table_span


def test_rows_and_cells_in_content_controls_are_read() -> None:
    found = only_table(table(sdt(row(sdt(cell("a")), cell(sdt(p("b")))))))
    assert [c.text for c in found.rows[0]] == ["a", "b"]


def test_a_table_in_a_cell_is_read_in_order() -> None:
    inner = table(row(cell("1"), cell("2")), row(cell("3"), cell("4")))
    found = only_table(table(row(cell("before", inner, "after"), cell("x"))))
    assert found.rows[0][0].text == "before\n1\n2\n3\n4\nafter"
    assert found.rows[0][0].paragraphs[1].block == "table[1]/row[1]/cell[1]/table[1]/row[1]/cell[1]/p[1]"


def test_a_table_of_one_cell_is_a_frame() -> None:
    inner = table(row(cell("1"), cell("2")))
    blocks = document(p("a") + table(row(cell("framed", inner)))).blocks
    assert [type(block) for block in blocks] == [Paragraph, Paragraph, Table]
    assert [block.block for block in blocks] == [
        "p[1]",
        "table[1]/row[1]/cell[1]/p[1]",
        "table[1]/row[1]/cell[1]/table[1]",
    ]


STYLE = (
    '<w:style w:type="table" w:styleId="Grid"><w:name w:val="Grid"/>'
    '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr></w:style>'
)


def test_a_table_style_makes_its_first_row_strong() -> None:
    look = '<w:tblStyle w:val="Grid"/><w:tblLook w:val="{}"/>'
    rows = row(cell("a"), cell("b")), row(cell("c"), cell("d"))
    with_look = only_table(table(*rows, properties=look.format("04A0")), styles=STYLE)
    assert [bool(c.paragraphs[0].strong) for r in with_look.rows for c in r] == [True, True, False, False]
    without = only_table(table(*rows, properties=look.format("0480")), styles=STYLE)
    assert not any(c.paragraphs[0].strong for r in without.rows for c in r)


def test_a_deleted_row_is_left_out() -> None:
    found = document(table(row(cell("a"), cell("b")), row(cell("c"), cell("d"), more="<w:del/>")))
    assert [line.split()[-1] for line in shown(found)] == ["a", "b"]
    assert found.problems[0].code == "tracked-changes"
