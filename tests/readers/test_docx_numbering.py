"""The labels of list paragraphs, which Word renders and does not store."""

from __future__ import annotations

import pytest

from minutes_cli.model.document import Paragraph
from minutes_cli.readers.docx import read
from minutes_cli.readers.numerals import format_number
from minutes_cli.readers.options import Options
from tests.readers.office_files import docx


def level(at: int, text: str, kind: str = "decimal", more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>{more}'
        f'<w:lvlText w:val="{text}"/><w:pPr><w:ind w:left="{360 * (at + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def abstract(key: int, *levels: str) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, *overrides: str) -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{"".join(overrides)}</w:num>'


def override(at: int, content: str) -> str:
    return f'<w:lvlOverride w:ilvl="{at}">{content}</w:lvlOverride>'


def item(list_id: int, at: int = 0, text: str = "x") -> str:
    numbering = f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{list_id}"/></w:numPr>'
    return f"<w:p><w:pPr>{numbering}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def paragraphs(body: str, numbering: str, styles: str = "") -> list[Paragraph]:
    return list(read(docx(body, numbering=numbering, styles=styles), "a.docx", Options()).paragraphs())


START_AT = '<w:startOverride w:val="{}"/>'
LEGAL = (
    level(0, "%1."),
    level(1, "%1.%2"),
    level(2, "%1.%2.%3"),
)
# name -> definitions, (list, level) of each paragraph, labels
LISTS: dict[str, tuple[str, list[tuple[int, int]], list[str | None]]] = {
    "levels count within the level above": (
        abstract(1, *LEGAL) + num(1, 1),
        [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (1, 2)],
        ["1.", "1.1", "1.2", "1.2.1", "2.", "2.1", "2.1.1"],
    ),
    "a level above that never came shows its start": (
        abstract(1, *LEGAL) + num(1, 1),
        [(1, 1), (1, 1), (1, 0)],
        ["1.1", "1.2", "1."],
    ),
    "letters, Roman numbers, brackets": (
        abstract(1, level(0, "(%1)", "lowerLetter"), level(1, "%2)", "lowerRoman"), level(2, "Item %3:", "upperLetter"))
        + num(1, 1),
        [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0)],
        ["(a)", "i)", "ii)", "Item A:", "(b)"],
    ),
    "bullets of every kind": (
        abstract(1, level(0, "\uf0b7", "bullet"), level(1, "o", "bullet"), level(2, "", "bullet")) + num(1, 1),
        [(1, 0), (1, 1), (1, 2)],
        ["•", "•", None],
    ),
    "no format, nothing shown": (abstract(1, level(0, "%1", "none")) + num(1, 1), [(1, 0)], [None]),
    "legal levels show decimals only": (
        abstract(1, level(0, "%1.", "upperRoman"), level(1, "%1.%2", "decimal", "<w:isLgl/>")) + num(1, 1),
        [(1, 0), (1, 0), (1, 1)],
        ["I.", "II.", "2.1"],
    ),
    "two lists of one definition count on": (
        abstract(1, *LEGAL) + num(1, 1) + num(2, 1),
        [(1, 0), (1, 0), (2, 0)],
        ["1.", "2.", "3."],
    ),
    "a start of its own begins a list anew, once": (
        abstract(1, *LEGAL) + num(1, 1) + num(2, 1, override(0, START_AT.format(1))),
        [(1, 0), (1, 0), (2, 0), (2, 0), (1, 0)],
        ["1.", "2.", "1.", "2.", "3."],
    ),
    "numbers that run on over meetings": (
        abstract(1, level(0, "%1")) + num(1, 1, override(0, START_AT.format(579))),
        [(1, 0), (1, 0)],
        ["579", "580"],
    ),
    "a level replaced for one list": (
        abstract(1, *LEGAL) + num(1, 1, override(0, level(0, "Minute %1", "upperLetter"))),
        [(1, 0), (1, 0)],
        ["Minute A", "Minute B"],
    ),
    "a level that never restarts": (
        abstract(1, level(0, "%1."), level(1, "A%2", "decimal", '<w:lvlRestart w:val="0"/>')) + num(1, 1),
        [(1, 0), (1, 1), (1, 0), (1, 1)],
        ["1.", "A1", "2.", "A2"],
    ),
    "a level that restarts after the first only": (
        abstract(1, level(0, "%1."), level(1, "%2)"), level(2, "(%3)", "decimal", '<w:lvlRestart w:val="1"/>'))
        + num(1, 1),
        [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)],
        ["1.", "1)", "(1)", "2)", "(2)", "2.", "(1)"],
    ),
    "no list": (abstract(1, *LEGAL) + num(1, 1), [(0, 0), (7, 0), (1, 8)], [None, None, None]),
    "a format of one's own": (
        abstract(1, level(0, "%1").replace('<w:numFmt w:val="decimal"/>', "{}")).replace(
            "{}",
            '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, ..."/>'
            '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>',
        )
        + num(1, 1),
        [(1, 0)],
        ["001"],
    ),
}


@pytest.mark.parametrize(("numbering", "items", "labels"), LISTS.values(), ids=LISTS)
def test_labels(numbering: str, items: list[tuple[int, int]], labels: list[str | None]) -> None:
    found = paragraphs("".join(item(*place) for place in items), numbering)
    assert [paragraph.label for paragraph in found] == labels


def test_lists_indent_and_nest() -> None:
    first, second = paragraphs(item(1) + item(1, 1), abstract(1, *LEGAL) + num(1, 1))
    assert (first.level, first.indent) == (0, 18)
    assert (second.level, second.indent) == (1, 36)


STYLE = '<w:style w:type="paragraph" w:styleId="{0}"><w:name w:val="{0}"/>{1}</w:style>'
STYLED = '<w:p><w:pPr><w:pStyle w:val="{}"/></w:pPr><w:r><w:t>x</w:t></w:r></w:p>'
NUMBERED = "<w:pPr><w:numPr>{}</w:numPr></w:pPr>"


def test_styles_are_linked_to_the_levels_of_a_list() -> None:
    numbering = abstract(
        1, level(0, "%1", more='<w:pStyle w:val="H1"/>'), level(1, "%1.%2", more='<w:pStyle w:val="H2"/>')
    )
    link = NUMBERED.format('<w:numId w:val="1"/>')
    styles = STYLE.format("H1", link) + STYLE.format("H2", link) + STYLE.format("Sub", '<w:basedOn w:val="H1"/>')
    found = paragraphs("".join(map(STYLED.format, ("H1", "H2", "H2", "Sub", "H2"))), numbering + num(1, 1), styles)
    assert [(p.label, p.level) for p in found] == [("1", 0), ("1.1", 1), ("1.2", 1), ("2", 0), ("2.1", 1)]


def test_a_paragraph_leaves_the_list_of_its_style() -> None:
    styles = STYLE.format("L", NUMBERED.format('<w:numId w:val="1"/>'))
    out = STYLED.format("L").replace("</w:pPr>", '<w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>')
    found = paragraphs(STYLED.format("L") + out + STYLED.format("L"), abstract(1, *LEGAL) + num(1, 1), styles)
    assert [p.label for p in found] == ["1.", None, "2."]


def test_a_definition_may_name_a_list_style() -> None:
    styles = STYLE.format("Rules", NUMBERED.format('<w:numId w:val="2"/>'))
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Rules"/></w:abstractNum>'
    (found,) = paragraphs(item(1), linked + abstract(2, *LEGAL) + num(1, 1) + num(2, 2), styles)
    assert found.label == "1."


def test_list_styles_that_name_each_other_give_no_label() -> None:
    styles = STYLE.format("Rules", NUMBERED.format('<w:numId w:val="1"/>'))
    linked = '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="Rules"/></w:abstractNum>'
    (found,) = paragraphs(item(1), linked + num(1, 1), styles)
    assert found.label is None


def test_a_cell_may_show_nothing_but_its_number() -> None:
    cells = "".join(f"<w:tc>{content}</w:tc>" for content in (item(1, text=""), "<w:p/>"))
    body = f"<w:tbl><w:tr>{cells}</w:tr><w:tr>{cells}</w:tr></w:tbl>" + item(1, text="") + item(1)
    found = paragraphs(body, abstract(1, *LEGAL) + num(1, 1))
    assert [(p.label, p.text) for p in found] == [("1.", ""), ("2.", ""), ("4.", "x")], "3. is left out, but counted"


def test_a_tick_box_as_bullet() -> None:
    (found,) = paragraphs(item(1), abstract(1, level(0, "☐", "bullet")) + num(1, 1))
    assert (found.label, found.checked) == ("•", False)


@pytest.mark.parametrize(
    ("count", "kind", "expected"),
    [
        (1, "decimal", "1"),
        (7, "decimalZero", "07"),
        (12, "decimalZero", "12"),
        (26, "lowerLetter", "z"),
        (27, "lowerLetter", "aa"),
        (54, "upperLetter", "BBB"),
        (14, "lowerRoman", "xiv"),
        (49, "upperRoman", "XLIX"),
        (1, "ordinal", "1st"),
        (12, "ordinal", "12th"),
        (22, "ordinal", "22nd"),
        (113, "ordinal", "113th"),
        (0, "upperRoman", "0"),
        (999_999_999, "lowerLetter", "999999999"),
        (3, "chineseCounting", "3"),
        (3, "none", ""),
    ],
)
def test_numbers(count: int, kind: str, expected: str) -> None:
    assert format_number(count, kind) == expected
