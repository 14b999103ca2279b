"""What the reader of Word 97-2003 files makes of text, marks and formatting."""

from __future__ import annotations

import random
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.errors import (
    CorruptInputError,
    InputError,
    LockedInputError,
    MinutesError,
    NoTextError,
    UnsupportedInputError,
)
from minutes_cli.model.document import Document, Paragraph, Table
from minutes_cli.readers.from_doc import read
from minutes_cli.readers.options import Limits, Options
from tests.readers.office_files import shown
from tests.readers.word97_files import (
    BOLD,
    DELETED,
    HIDDEN,
    IN_TABLE,
    INSERTED,
    STRIKE,
    Part,
    cell,
    compound,
    level,
    modifier,
    row_end,
    style,
    word97,
)


def document(*parts: Part, **more: object) -> Document:
    return read(word97(*parts, **more), "a.doc", Options())  # type: ignore[arg-type]


def text(content: str) -> list[Part]:
    return [Part(content)]


PARAGRAPHS: dict[str, tuple[list[Part], list[str]]] = {
    "paragraphs, narrow and wide": (
        [Part("Caf\u00e9 \u2013 \u201cone\u201d\r"), Part("Ł\u00f3d\u017a\r", wide=True), Part("\r"), Part("four\r")],
        ["p[1] Café – “one”", "p[2] Łódź", "p[4] four"],
    ),
    "one paragraph in several pieces": (
        [Part("Ann "), Part("will ", wide=True), Part("write\r")],
        ["p[1] Ann will write"],
    ),
    "tabs, line ends, page ends, hyphens": (
        text("a\tb\x0bc\x1ed\x1fe\xa0f\x0cg\r"),
        ["p[1] a\tb / c-de f", "p[2] g"],
    ),
    "fields show their result": (text('Page \x13 PAGE \x143\x15 of \x13 REF "x" \x15x\r'), ["p[1] Page 3 of x"]),
    "a field that never ends": (text("a\x13 PAGE\rb\r"), ["p[1] a", "p[2] b"]),
    "strong and struck runs": (
        [Part("a "), Part("b ", BOLD), Part("c", STRIKE), Part("\r")],
        ["p[1] a **b** ~~c~~"],
    ),
    "text without an end": (text("a\rb"), ["p[1] a", "p[2] b"]),
    "pictures and other marks have no text": (text("a\x01\x08\x03b\r"), ["p[1] ab"]),
    "a symbol": ([Part("(", modifier(0x6A09, b"\0\0\xfe\xf0")), Part(" done\r")], ["p[1] (x) done"]),
}


@pytest.mark.parametrize(("parts", "expected"), PARAGRAPHS.values(), ids=PARAGRAPHS)
def test_paragraphs(parts: list[Part], expected: list[str]) -> None:
    assert shown(document(*parts)) == expected


STYLES = (
    style(0, run=modifier(0x4A43, b"\x18\0")),
    style(2, base=0, run=BOLD + modifier(0x4A43, b"\x20\0")),
    style(4094, base=1),
    style(62),
    style(4094, base=4),
    style(4094, base=0, paragraph=modifier(0x460B, b"\1\0") + modifier(0x260A, b"\0")),
)


def test_styles_make_headings_sizes_and_strong_text() -> None:
    found = document(
        Part("plain\r"),
        Part("built in\r", style=1),
        Part("based on it\r", style=2),
        Part("bold turned round\r", modifier(0x0835, b"\x81"), style=1),
        Part("title\r", style=3),
        Part("in a circle\r", style=4),
        Part("outline\r", paragraph=modifier(0x2640, b"\2")),
        styles=STYLES,
    )
    assert shown(found) == [
        "p[1] plain",
        "p[2] H2 **built in**",
        "p[3] H2 **based on it**",
        "p[4] H2 bold turned round",
        "p[5] H1 title",
        "p[6] in a circle",
        "p[7] H3 outline",
    ]
    assert [paragraph.size for paragraph in found.paragraphs()][:3] == [12, 16, 16]


def test_lists_are_numbered() -> None:
    def item(at: int, list_id: int = 1) -> Part:
        numbering = modifier(0x260A, bytes((at,))) + modifier(0x460B, struct.pack("<H", list_id))
        return Part("x\r", paragraph=numbering)

    lists = (
        (level("\0."), level("\0.\1", left=720), *[level("(\2)", kind=4)] * 7),
        (level("\uf0b7", kind=23),),
    )
    found = list(
        document(item(0), item(1), item(1), item(2), item(0), item(0, 2), Part("x\r", style=5), item(0, 9),
                 lists=lists, styles=STYLES).paragraphs()
    )  # fmt: skip
    assert [paragraph.label for paragraph in found] == ["1.", "1.1", "1.2", "(a)", "2.", "•", "3.", None]
    assert [(p.level, p.indent) for p in found[:2]] == [(0, 18), (1, 36)]


def only_table(*parts: Part, **more: object) -> Table:
    (block,) = document(*parts, **more).blocks
    assert isinstance(block, Table)
    return block


def test_tables_come_from_cell_marks() -> None:
    found = only_table(
        *(cell("No"), cell("Item"), row_end((0, 1000, 5000), header=True)),
        *(Part("1\r", paragraph=IN_TABLE), cell("more"), cell(""), row_end((0, 1000, 5000))),
    )
    assert (found.columns, found.headers, found.block) == (2, 1, "table[1]")
    assert [[c.text for c in r] for r in found.rows] == [["No", "Item"], ["1\nmore", ""]]
    assert found.rows[1][0].paragraphs[1].block == "table[1]/row[2]/cell[1]/p[2]"
    assert found.rows[1][1].paragraphs == ()


def test_columns_come_from_the_edges_of_all_rows() -> None:
    found = only_table(
        *(cell("a"), cell("b"), cell("c"), row_end((0, 1000, 5000, 6000))),
        *(cell("wide"), cell("d"), row_end((10, 5010, 6000))),
    )
    assert found.columns == 3
    assert [[(c.text, c.column, c.colspan) for c in r] for r in found.rows] == [
        [("a", 1, 1), ("b", 2, 1), ("c", 3, 1)],
        [("wide", 1, 2), ("d", 3, 1)],
    ]


def test_merged_cells() -> None:
    edges = (0, 1000, 2000, 3000)
    found = only_table(
        *(cell("tall"), cell("a"), cell("b"), row_end(edges, (0x60,))),
        *(cell(""), cell("wide"), cell(""), row_end(edges, (0x20, 0x1, 0x2))),
    )
    assert [[(c.text, c.column, c.rowspan, c.colspan) for c in r] for r in found.rows] == [
        [("tall", 1, 2, 1), ("a", 2, 1, 1), ("b", 3, 1, 1)],
        [("wide", 2, 1, 2)],
    ]


def test_a_row_without_edges_has_one_column_a_cell() -> None:
    mark = Part("\x07", paragraph=IN_TABLE + modifier(0x2417, b"\1"))
    assert [[c.column for c in r] for r in only_table(cell("a"), cell("b"), mark).rows] == [[1, 2]]


def test_a_row_whose_mark_is_stored_elsewhere() -> None:
    stored = row_end((0, 5000, 9000)).paragraph
    mark = Part("\x07", paragraph=modifier(0x6646, struct.pack("<I", 4)))
    found = only_table(cell("a"), cell("b"), mark, data=b"...." + struct.pack("<H", len(stored)) + stored)
    assert [[c.text for c in r] for r in found.rows] == [["a", "b"]]


def test_a_table_inside_a_table_is_read_in_order() -> None:
    inner = IN_TABLE + modifier(0x6649, struct.pack("<I", 2))
    found = only_table(
        *(Part("before\r", paragraph=IN_TABLE), Part("1\r", paragraph=inner), Part("2\r", paragraph=inner)),
        *(Part("\r", paragraph=inner), cell("after"), cell("x"), row_end((0, 1000, 2000))),
    )
    assert found.rows[0][0].text == "before\n1\n2\nafter"


def test_text_around_tables_and_a_frame() -> None:
    found = document(
        Part("a\r"), cell("framed"), row_end((0, 9000)), Part("b\r"), cell("1"), cell("2"), row_end((0, 1000, 2000))
    )
    assert [type(block) for block in found.blocks] == [Paragraph, Paragraph, Paragraph, Table]
    assert shown(found)[:3] == ["p[1] a", "table[1]/row[1]/cell[1]/p[1] framed", "p[2] b"]


LEFT_OUT = {
    "tracked-changes": (
        [Part("new ", INSERTED), Part("old ", DELETED), Part("text\r")],
        ["p[1] new text"],
        "tracked changes: 1 insertion read, 1 deletion left out",
    ),
    "hidden-text": ([Part("seen"), Part("unseen", HIDDEN), Part("\r")], ["p[1] seen"], "hidden text left out: 1"),
    "comments": (text("a\x05b\r"), ["p[1] ab"], "comments not read: 1"),
}


@pytest.mark.parametrize(("code", "case"), LEFT_OUT.items(), ids=LEFT_OUT)
def test_what_is_left_out_is_told(code: str, case: tuple[list[Part], list[str], str]) -> None:
    parts, expected, message = case
    found = document(*parts)
    assert shown(found) == expected
    assert [(problem.code, problem.message) for problem in found.problems] == [(code, message)]


def positions(*at: int) -> bytes:
    return struct.pack(f"<{len(at)}I", *at)


def test_notes_headers_and_text_boxes_stand_in_their_places() -> None:
    found = document(
        Part("body\x02\r"),
        Part("\x02 by phone\r"),
        Part("Draft\rPage\r"),
        Part("boxed\r"),
        stories=(11, 11, 0, 0, 0, 6),
        tables={
            3: positions(0, 11, 11),
            11: positions(*[0] * 7, 6, 6, 11, 11, 11, 11),
            56: positions(0, 6, 6) + bytes(44),
        },
    )
    assert shown(found) == [
        "header[1]/p[1] Draft",
        "p[1] body",
        "textbox[1]/p[1] boxed",
        "footnote[1]/p[1] [1] by phone",
        "footer[1]/p[1] Page",
    ]
    assert [p.role for p in found.paragraphs()] == ["header", "body", "textbox", "footnote", "footer"]


def test_notes_that_overlap_are_read_once() -> None:
    found = document(
        Part("body\r"),
        Part("note\r"),
        stories=(5,),
        tables={3: positions(0, 5, 0, 5, 0, 999_999, 5, 5)},
    )
    assert shown(found) == ["p[1] body", "footnote[1]/p[1] [1] note"]


def test_properties_become_metadata() -> None:
    values = b""
    places = b""
    ticks = (13_000 * 86_400 + 3_600) * 10_000_000
    for key, value in (
        (1, struct.pack("<II", 2, 1252)),
        (2, struct.pack("<II8s", 30, 8, b"Caf\xe9 May")),
        (12, struct.pack("<IQ", 64, ticks)),
    ):
        places += struct.pack("<II", key, 8 + 24 + len(values))
        values += value
    summary = bytes(44) + struct.pack("<I", 48) + struct.pack("<II", 0, 3) + places + values
    found = read(word97(Part("a\r"), summary=summary), "a.doc", Options())
    assert found.metadata == {"title": "Café May", "date": "1636-08-05T01:00:00Z"}
    assert found.media_type == "application/msword"


def test_damaged_properties_leave_the_text() -> None:
    found = read(word97(Part("a\r"), summary=bytes(44) + b"\xff" * 8), "a.doc", Options())
    assert shown(found) == ["p[1] a"]
    assert found.metadata == {}


def test_damaged_formatting_leaves_the_text() -> None:
    found = document(Part("a\r"), tables={12: struct.pack("<III", 0, 10, 9_999_999), 73: b"\xff\xff"})
    assert shown(found) == ["p[1] a"]
    assert [problem.code for problem in found.problems] == ["unread-format"]


GOOD = word97(
    *(Part("Minutes\r", BOLD, style=1), Part("Łódź\r", wide=True), cell("a"), cell("b"), row_end((0, 100, 200))),
    Part("x\r", paragraph=modifier(0x460B, b"\1\0")),
    styles=STYLES,
    lists=[[level("\0.")]],
    stories=(2,),
    tables={3: positions(0, 2, 2)},
)
REFUSED = {
    "cut off": (GOOD[:700], CorruptInputError),
    "only a header": (GOOD[:512], CorruptInputError),
    "no compound file": (b"\xd0\xcf\x11\xe0 and so on", CorruptInputError),
    "no Word stream": (compound({"Book": bytes(600)}), CorruptInputError),
    "another stream of that name": (compound({"WordDocument": bytes(2000)}), CorruptInputError),
    "no table": (compound({"WordDocument": b"\xec\xa5\xc1\0" + bytes(2000)}), CorruptInputError),
    "a password": (word97(Part("a\r"), flags=0x100), LockedInputError),
    "before 1997": (word97(Part("a\r"), version=0x65), UnsupportedInputError),
    "no text": (word97(Part(" \r\x01\r")), NoTextError),
    "pieces that share their text": (
        word97(
            Part("a" * 100 + "\r"),
            tables={33: b"\2" + struct.pack("<I", 28) + struct.pack("<III", 0, 4000, 8000) + bytes(16)},
        ),
        CorruptInputError,
    ),
    "pieces that go backwards": (
        word97(Part("a\r"), tables={33: b"\2" + struct.pack("<I", 16) + struct.pack("<II", 5, 1) + bytes(8)}),
        CorruptInputError,
    ),
}


@pytest.mark.parametrize(("data", "error"), REFUSED.values(), ids=REFUSED)
def test_refusals_name_the_file_and_say_what_to_do(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error) as raised:
        read(data, "minutes.doc", Options())
    assert raised.value.name == "minutes.doc"
    assert raised.value.hint


def test_a_long_line_is_cut_and_told() -> None:
    found = read(word97(Part("long " * 100 + "\r")), "a.doc", Options(limits=Limits(line_characters=10)))
    assert shown(found) == ["p[1] long long"]
    assert [problem.code for problem in found.problems] == ["line-cut"]


@settings(deadline=None)
@given(st.integers(0, 2**32))
def test_damaged_files_are_refused_or_read(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(GOOD)
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        found = read(bytes(data), "a.doc", Options())
    except MinutesError as error:
        assert error.hint
    else:
        assert read(bytes(data), "a.doc", Options()) == found


@settings(deadline=None)
@given(st.lists(st.text("ab \t\r\x07\x0b\x0c\x13\x14\x15\x01\u0301ł☒", min_size=1), min_size=1, max_size=6))
def test_any_text_is_read(contents: list[str]) -> None:
    found = document(Part("Minutes\r"), *(Part(content, wide=True) for content in contents))
    assert all(paragraph.block for paragraph in found.paragraphs())
