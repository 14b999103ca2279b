"""Which lines and words of a PDF make up tables, and which do not."""

from __future__ import annotations

import pytest

from minutes_cli.model.document import Paragraph
from tests.readers.pdf_pages import BOLD, HEIGHT, LEFT, Sheet, body, rows, tables

XS = (72, 120, 300, 400, 523)


def test_a_ruled_table() -> None:
    sheet = Sheet().lines("Actions")
    sheet.table(XS, 100, [["No", "Action", "Owner", "Due"], ["1", "Ring the\ncounty", "AR", ""]])
    sheet.lines("Closed at nine.")
    document = sheet.read()
    (table,) = tables(document)
    assert rows(table) == [["No", "Action", "Owner", "Due"], ["1", "Ring the\ncounty", "AR", ""]]
    assert (table.columns, table.ruled) == (4, True)
    assert [block.text if isinstance(block, Paragraph) else "table" for block in document.blocks] == [
        "Actions",
        "table",
        "Closed at nine.",
    ]


def test_merged_cells() -> None:
    sheet = Sheet()
    sheet.rule(72, 100, 400, 100).rule(72, 120, 400, 120).rule(200, 140, 400, 140).rule(72, 160, 400, 160)
    sheet.rule(72, 100, 72, 160).rule(200, 120, 200, 160).rule(300, 120, 300, 140).rule(400, 100, 400, 160)
    sheet.at(80, 114, "Attendance").at(80, 134, "Present").at(210, 134, "Ann").at(310, 134, "Chair").at(210, 154, "Ben")
    (table,) = tables(sheet.read())
    assert [[(cell.text, cell.row, cell.column, cell.rowspan, cell.colspan) for cell in row] for row in table.rows] == [
        [("Attendance", 1, 1, 1, 3)],
        [("Present", 2, 1, 2, 1), ("Ann", 2, 2, 1, 1), ("Chair", 2, 3, 1, 1)],
        [("Ben", 3, 2, 1, 2)],
    ]


def test_lines_may_be_thin_rectangles_pieces_or_double() -> None:
    sheet = Sheet()
    for y in (100, 120, 140):
        sheet.bar(72, y, 172, y + 0.5).bar(172.5, y, 300, y + 0.5).bar(72, y + 1.5, 300, y + 2)
    for x in (72, 172, 300):
        sheet.bar(x, 100, x + 0.5, 120).bar(x, 120.5, x + 0.5, 142)
    sheet.at(80, 116, "Name").at(180, 116, "Office").at(80, 136, "Ann").at(180, 136, "Clerk")
    assert [rows(table) for table in tables(sheet.read())] == [[["Name", "Office"], ["Ann", "Clerk"]]]


def test_columns_of_ticks_are_kept() -> None:
    sheet = Sheet().table((72, 200, 260, 320), 100, [["Name", "In", "Out"], ["Ann", "X", ""], ["Ben", "", "X"]])
    assert [rows(table) for table in tables(sheet.read())] == [
        [["Name", "In", "Out"], ["Ann", "X", ""], ["Ben", "", "X"]]
    ]


def test_sides_may_be_open() -> None:
    sheet = Sheet()
    for y in (100, 120, 140):
        sheet.rule(72, y, 400, y)
    sheet.rule(200, 100, 200, 140)
    sheet.at(80, 114, "Name").at(210, 114, "Office").at(80, 134, "Ann").at(210, 134, "Clerk")
    assert [rows(table) for table in tables(sheet.read())] == [[["Name", "Office"], ["Ann", "Clerk"]]]


ITEM = (
    "The commissioner asked how the force would recruit the posts that the budget had paid for since last April and "
    "was told that all of them would be filled by January, with the exceptions that the report names in its annex."
)


def _item_table(sheet: Sheet, parts: list[tuple[str, list[str]]]) -> Sheet:
    """A table of "No." and "Item", its cells holding paragraphs."""
    ys = [80.0]
    for number, paragraphs in parts:
        sheet.y = ys[-1] + 2
        if number:
            sheet.at(77, ys[-1] + 16, number)
        sheet.y = ys[-1] + 2
        for paragraph in paragraphs:
            sheet.prose(paragraph, x=125, right=515).gap(8)
        ys.append(sheet.y)
    return sheet.grid((72, 120, 523), ys)


def test_a_cell_holds_paragraphs() -> None:
    document = _item_table(Sheet(), [("No.", ["Item"]), ("1.", ["Budget", ITEM, "Action: AR to report."])]).read()
    (table,) = tables(document)
    assert [p.text for p in table.rows[1][1].paragraphs] == ["Budget", ITEM, "Action: AR to report."]


def test_a_table_over_pages_is_one_and_its_header_is_read_once() -> None:
    sheet = _item_table(Sheet(), [("No.", ["Item"]), ("1.", [ITEM])])
    sheet.at(280, 810, "Page 1 of 2").page().at(280, 810, "Page 2 of 2")
    _item_table(sheet, [("No.", ["Item"]), ("2.", ["Next meeting"])])
    document = sheet.read()
    (table,) = tables(document)
    assert rows(table) == [["No.", "Item"], ["1.", ITEM], ["2.", "Next meeting"]]
    assert body(document) == []


@pytest.mark.parametrize(
    ("above", "below", "why"),
    [
        (ITEM[:150].rpartition(" ")[0], ITEM[:150].rpartition(" ")[2] + ITEM[150:], "the sentence runs on"),
        (f"{ITEM}", "Members noted this.", "a new paragraph, but no new number"),
    ],
)
def test_a_row_over_a_page_break_is_one(above: str, below: str, why: str) -> None:
    sheet = _item_table(Sheet(), [("No.", ["Item"]), ("1.", ["Budget"]), ("2.", [above])]).page()
    document = _item_table(sheet, [("", [below]), ("3.", ["Next meeting"])]).read()
    (table,) = tables(document)
    assert [row[0].text for row in table.rows] == ["No.", "1.", "2.", "3."], why
    assert table.rows[2][1].text.replace("\n", " ") == f"{above} {below}"
    assert {line.page for p in table.rows[2][1].paragraphs for line in p.lines} == {1, 2}


def test_rows_without_a_number_stay_rows_where_others_lack_it_too() -> None:
    sheet = _item_table(Sheet(), [("1.", ["Budget"]), ("", [ITEM])]).page()
    document = _item_table(sheet, [("", ["Members noted this."]), ("2.", ["Next meeting"])]).read()
    assert [len(table.rows) for table in tables(document)] == [4]


def test_spanned_cells_run_on_over_a_page_break() -> None:
    sheet = Sheet().at(80, 716, "3.").at(130, 716, "Roads were discussed and it").at(310, 716, "Assured")
    sheet.at(310, 736, "PL to count letters")
    sheet.rule(72, 700, 523, 700).rule(300, 720, 523, 720).rule(72, 740, 523, 740)
    for x in (72, 120, 300, 523):
        sheet.rule(x, 700, x, 740)
    sheet.page().at(130, 94, "was like shouting.").grid((72, 120, 300, 523), (80, 100, 120)).at(80, 114, "4.")
    (table,) = tables(sheet.read())
    assert rows(table) == [
        ["3.", "Roads were discussed and it was like shouting.", "Assured"],
        ["PL to count letters"],
        ["4.", "", ""],
    ]


def test_tables_with_other_columns_stay_apart() -> None:
    sheet = Sheet().table((72, 200, 523), 100, [["Name", "Office"], ["Ann", "Clerk"]]).page()
    sheet.table((72, 300, 523), 80, [["Action", "Owner"], ["Ring", "Ann"]])
    assert len(tables(sheet.read())) == 2


def _roster(sheet: Sheet) -> Sheet:
    sheet.lines("Attendees")
    for row in (
        ["Ann Roe", "Chair", "Harbour Trust"],
        ["Benjamin Doe", "Clerk", "County"],
        ["Cy Poe", "Member", "Parish"],
    ):
        sheet.y += 14
        for x, text in zip((LEFT, 220, 360), row, strict=True):
            sheet.at(x, sheet.y, text)
    return sheet


def test_aligned_columns_are_a_table_without_lines() -> None:
    document = _roster(Sheet()).read()
    (table,) = tables(document)
    assert not table.ruled
    assert rows(table) == [
        ["Ann Roe", "Chair", "Harbour Trust"],
        ["Benjamin Doe", "Clerk", "County"],
        ["Cy Poe", "Member", "Parish"],
    ]
    assert body(document) == ["Attendees"]


def test_columns_of_narrow_gaps_are_told_apart_where_all_rows_leave_them_blank() -> None:
    sheet = Sheet().at(LEFT, 100, "Name").at(220, 100, "Present").at(272, 100, "Absent")
    for y, name, x in ((114, "Ann Roe", 236), (128, "Benjamin Doe", 286), (142, "Cy Poe", 236)):
        sheet.at(LEFT, y, name).at(x, y, "X")
    (table,) = tables(sheet.read())
    assert rows(table) == [
        ["Name", "Present", "Absent"],
        ["Ann Roe", "X", ""],
        ["Benjamin Doe", "", "X"],
        ["Cy Poe", "X", ""],
    ]


def test_upright_headings_of_narrow_columns_are_read() -> None:
    sheet = Sheet().grid((72, 200, 225, 250), (100, 180, 200)).at(80, 170, "Name").at(80, 194, "Ann")
    sheet.at(205, 194, "X")
    for x, text in ((216, "Present"), (241, "Absent")):
        sheet.canvas.saveState()
        sheet.canvas.translate(x, HEIGHT - 170)
        sheet.canvas.rotate(90)
        sheet.canvas.drawString(0, 0, text)
        sheet.canvas.restoreState()
    (table,) = tables(sheet.read())
    assert rows(table) == [["Name", "Present", "Absent"], ["Ann", "X", ""]]


def _frame(sheet: Sheet) -> None:
    sheet.grid((60, 535), (60, 200)).at(80, 90, "NOTICE").at(80, 130, "The hall is closed in May.")


def _chart(sheet: Sheet) -> None:
    sheet.grid([100 + 30 * step for step in range(11)], [100 + 20 * step for step in range(11)])
    sheet.at(90, 320, "Jan").at(240, 320, "Jun").at(390, 320, "Dec").at(160, 146, "Burglary")


def _underlined(sheet: Sheet) -> None:
    for y, text in ((100, "Budget"), (130, "Grounds"), (160, "Lamps")):
        sheet.at(72, y, text).rule(72, y + 2, 110, y + 2)


def _labels(sheet: Sheet) -> None:
    for y, label, value in ((100, "Date:", "2 March"), (114, "Time:", "7 pm"), (128, "Place:", "The Hall")):
        sheet.at(72, y, label).at(180, y, value)


def _numbered(sheet: Sheet) -> None:
    for y, number, text in ((100, "1.", "Apologies"), (114, "2.", "Minutes"), (128, "3.", "Budget")):
        sheet.at(72, y, number).at(110, y, text)


def _lozenges(sheet: Sheet) -> None:
    for y, name, width in ((100, "Ann Roe", 50), (114, "Benjamin Doe", 76), (128, "Cy Poe", 44), (142, "Di Loe", 46)):
        sheet.at(74, y + 10, name).grid((72, 72 + width), (y, y + 14))


def _tags(sheet: Sheet) -> None:
    sheet.grid((72, 120, 170), (100, 116)).at(75, 112, "Ann Roe").at(123, 112, "Ben Doe").at(
        174, 112, "to ring the county"
    )


def _justified(sheet: Sheet) -> None:
    for y, words in ((100, "The members  asked"), (114, "about    lamps and"), (128, "were    told    that")):
        x = 72.0
        for part in words.split(" "):
            sheet.at(x, y, part) if part else None
            x += 12 + 6 * len(part)


NO_TABLES = {
    "a frame round text": (_frame, ["NOTICE", "The hall is closed in May."]),
    "a chart": (_chart, ["Burglary", "Jan Jun Dec"]),
    "underlined headings": (_underlined, ["Budget", "Grounds", "Lamps"]),
    "labels and values": (_labels, ["Date: 2 March", "Time: 7 pm", "Place: The Hall"]),
    "numbered lines": (_numbered, ["1. Apologies", "2. Minutes", "3. Budget"]),
    "boxes of several widths": (_lozenges, ["Ann Roe", "Benjamin Doe", "Cy Poe", "Di Loe"]),
    "boxes inside a sentence": (_tags, ["Ann Roe Ben Doe to ring the county"]),
    "prose with uneven gaps": (_justified, ["The members asked", "about lamps and", "were told that"]),
}


@pytest.mark.parametrize("case", NO_TABLES)
def test_what_is_no_table(case: str) -> None:
    draw, expected = NO_TABLES[case]
    sheet = Sheet()
    draw(sheet)
    document = sheet.read()
    assert tables(document) == []
    assert body(document) == expected


def test_bold_cells_are_strong() -> None:
    sheet = Sheet().grid((72, 200, 400), (100, 120, 140)).at(80, 114, "Action", font=BOLD).at(210, 114, "Due")
    (table,) = tables(sheet.at(80, 134, "Ring").read())
    assert [cell.paragraphs[0].strong for cell in table.rows[0]] == [((0, 6),), ()]
