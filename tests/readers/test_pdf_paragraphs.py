"""How a PDF's lines make up paragraphs, columns, headers and footers."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.readers.pdf_pages import BOLD, LEFT, Sheet, body

LONG = (
    "The clerk reported that the fence along the cricket ground had been mended in May and that the county would "
    "send an invoice for the remaining work, which the board agreed to pay out of the reserve for the grounds"
)
OTHER = (
    "Members asked when the lamps at the crossing would be lit again and were told that a new cable had been ordered "
    "by the county in June and would be laid before the autumn"
)

TEXTS = (LONG, OTHER, LONG.replace("clerk", "treasurer"))
HEAD, TAIL = LONG[: LONG.index(" had")], LONG[LONG.index("had") :]

IN_SENTENCE = (
    "The chair thanked the members for their patience in this long-drawn matter and",
    "the board looked again at the whole of the plan that was adopted in section",
    "2.1 of the report of the county and of the parish, and it agreed to go on with",
    "the plan as it stands.",
)

Drawn = Callable[[Sheet], object]

CASES: dict[str, tuple[Drawn, list[str]]] = {
    "wrapped prose is one paragraph": (lambda s: s.prose(f"{LONG}."), [f"{LONG}."]),
    "a wider gap parts paragraphs": (lambda s: s.prose(LONG).gap(7).prose(OTHER), [LONG, OTHER]),
    "short lines are a paragraph each": (
        lambda s: s.lines("Ann Roe, Chair", "Ben Doe, Treasurer", "Cy Poe"),
        ["Ann Roe, Chair", "Ben Doe, Treasurer", "Cy Poe"],
    ),
    "a line that ends early ends its paragraph": (lambda s: s.prose(f"{LONG}.").prose(OTHER), [f"{LONG}.", OTHER]),
    "a first-line indent starts a paragraph": (
        lambda s: s.prose(f"{LONG}. {LONG[:67]}.").prose(OTHER, x=LEFT + 30, hanging=-30),
        [f"{LONG}. {LONG[:67]}.", OTHER],
    ),
    "numbered paragraphs hang from their numbers": (
        lambda s: s.prose(f"1. {LONG}", hanging=12).prose(f"2. {OTHER}", hanging=12),
        [f"1. {LONG}", f"2. {OTHER}"],
    ),
    "bulleted paragraphs, bullets taken off": (lambda s: s.prose(f"• {LONG}").prose(f"• {OTHER}"), [LONG, OTHER]),
    "a number inside a sentence starts nothing": (
        lambda s: s.lines(*IN_SENTENCE),
        [" ".join(IN_SENTENCE)],
    ),
    "a label behind the end of a sentence starts a paragraph": (
        lambda s: s.lines(f"{LONG[:77]}.", f"Decision: {OTHER[:77]}"),
        [f"{LONG[:77]}.", f"Decision: {OTHER[:77]}"],
    ),
    "a bold line is a heading": (
        lambda s: s.lines("Grounds", font=BOLD).prose(f"{LONG}.").lines("Lamps", font=BOLD).prose(OTHER),
        ["Grounds", f"{LONG}.", "Lamps", OTHER],
    ),
    "a bold run-in starts a paragraph": (
        lambda s: s.prose(LONG[:84]).at(LEFT, s.y + 14, "Lamps", font=BOLD).at(LEFT + 40, s.y, "are to be lit."),
        [LONG[:84], "Lamps are to be lit."],
    ),
    "larger type is a heading": (
        lambda s: s.lines("Minutes of the board and of all its committees in March", size=16).gap(6).prose(OTHER),
        ["Minutes of the board and of all its committees in March", OTHER],
    ),
    "a label with its value behind a tab stands alone": (
        lambda s: (
            s.at(LEFT, 100, "Applicant:").at(300, 100, "A long name of some firm or other, in Ely").lines("Owner: Ann")
        ),
        ["Applicant: A long name of some firm or other, in Ely", "Owner: Ann"],
    ),
    "a sentence runs on over a page break": (
        lambda s: s.prose(HEAD).page().prose(TAIL),
        [LONG],
    ),
    "a new sentence starts anew behind a page break": (
        lambda s: s.prose(f"{LONG}.").page().prose(OTHER),
        [f"{LONG}.", OTHER],
    ),
    "large type beside small lines": (
        lambda s: s.at(LEFT, 60, "BOARD", size=24).at(400, 54, "The Hall, High Street").at(400, 67, "Tel 01632 960000"),
        ["The Hall, High Street", "BOARD", "Tel 01632 960000"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_lines_make_up_paragraphs(case: str) -> None:
    draw, expected = CASES[case]
    sheet = Sheet()
    draw(sheet)
    assert body(sheet.read()) == expected


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    sheet = Sheet().lines("Newsletter")
    sheet.gap(6)
    top = sheet.y
    sheet.prose(f"{LONG}. {OTHER}.", right=280)
    sheet.y = top
    sheet.prose(f"{OTHER}. {LONG}.", x=310)
    assert body(sheet.read()) == ["Newsletter", f"{LONG}. {OTHER}.", f"{OTHER}. {LONG}."]


def test_lists_of_people_side_by_side_are_read_one_after_the_other() -> None:
    sheet = Sheet()
    left = ["Ann Roe (AR), Commissioner and Chair of", "Harbours", "Ben Doe (BD), Chief", "Cy Poe (CP), Clerk"]
    right = ["Di Loe (DL), Constable", "Ed Moe (EM), Inspector", "Flo Noe (FN), Finance", "Gus Koe (GK), Press"]
    for one, two in zip(left, right, strict=True):
        sheet.lines(one).at(300, sheet.y, two)
    assert body(sheet.read()) == [f"{left[0]} {left[1]}", *left[2:], *right]


def _with_furniture(pages: int) -> Sheet:
    sheet = Sheet()
    for number in range(1, pages + 1):
        sheet.at(LEFT, 40, "Board of the Hall").at(430, 40, "March 2024")
        sheet.y = 72
        sheet.prose(f"{TEXTS[number - 1]}.")
        sheet.at(280, 810, f"Page {number} of {pages}").page()
    return sheet


def test_running_headers_and_footers_are_told_from_the_body() -> None:
    document = _with_furniture(3).read()
    assert body(document) == [f"{text}." for text in TEXTS]
    assert [(p.role, p.text) for p in document.paragraphs() if p.role != "body"] == [
        (role, text)
        for number in (1, 2, 3)
        for role, text in (("header", "Board of the Hall March 2024"), ("footer", f"Page {number} of 3"))
    ]


def test_a_sentence_runs_on_behind_footer_and_header() -> None:
    sheet = Sheet()
    sheet.prose(HEAD).at(290, 810, "1").page().prose(TAIL).at(290, 810, "2")
    document = sheet.read()
    assert body(document) == [LONG]
    assert [line.page for line in next(document.paragraphs()).lines] == [1, 2, 2]


def test_a_page_count_in_the_middle_of_a_page_is_furniture() -> None:
    document = Sheet().lines("Budget").gap().lines("Page 3 of 6").gap().lines("Lamps").read()
    assert body(document) == ["Budget", "Lamps"]


def test_text_that_merely_recurs_is_no_furniture() -> None:
    sheet = Sheet()
    for number in range(1, 6):
        sheet.lines(f"Licence {number * 31}", "GRANTED" if number in (2, 3) else f"Case {number * 7} was put off")
        sheet.page()
    document = sheet.read()
    assert {p.role for p in document.paragraphs()} == {"body"}


def test_a_line_of_figures_is_no_page_number() -> None:
    document = Sheet().lines("Votes").lines("12").read()
    assert body(document) == ["Votes", "12"]
