"""Plain text -> paragraphs, headings and tables."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.errors import MinutesError, NoTextError
from minutes_cli.model.document import Paragraph, Table
from minutes_cli.readers import read
from tests.readers.outline import outline

CASES = {
    "wrapped lines are one paragraph, short lines one each": (
        """
        The clerk reported that the bridge over the brook had been
        inspected in May and that the county will mend the railings
        on the north side.
        Proposed: Ann Orr
        Seconded: Bob Lee

        Present:
        Ann Orr
        Bob Lee
        """,
        [
            "1-3 The clerk reported that the bridge over the brook had been"
            " / inspected in May and that the county will mend the railings / on the north side.",
            "4 Proposed: Ann Orr",
            "5 Seconded: Bob Lee",
            "7 Present:",
            "8 Ann Orr",
            "9 Bob Lee",
        ],
    ),
    "a line that breaks off goes on, whatever its length": (
        """
        Minutes of the meeting held on
        Tuesday 16 September
        Ann Orr, Bob Lee,
        Cy Poe
        """,
        ["1-2 Minutes of the meeting held on / Tuesday 16 September", "3-4 Ann Orr, Bob Lee, / Cy Poe"],
    ),
    "bullets are labels, numbers stay in the text": (
        """
        * one
          - two, which is long enough to be wrapped at the width of these
            lines
        * three
        1. four
        2.1 five
        a) six
        • [ ] seven
        - [x] eight
        ☑ nine
        """,
        [
            "1 [*] one",
            "2-3 > [-] two, which is long enough to be wrapped at the width of these / lines",
            "4 [*] three",
            "5 1. four",
            "6 2.1 five",
            "7 a) six",
            "8 [•] ( ) seven",
            "9 [-] (x) eight",
            "10 (x) nine",
        ],
    ),
    "a hanging indent goes on, a list under a heading does not": (
        """
        ACTION: Ann to ask the county whether the railings of the bridge
            over the brook are listed.
        Attendees:
            Ann Orr
            Bob Lee
        """,
        [
            "1-2 ACTION: Ann to ask the county whether the railings of the bridge / over the brook are listed.",
            "3 Attendees:",
            "4 Ann Orr",
            "5 Bob Lee",
        ],
    ),
    "headings are underlined, starred or framed": (
        """
        Parish Council
        ==============
        Present
        -------
        Ann Orr

        ** Matters arising

        == Any other business ==
        None.
        -----------------------------
        """,
        [
            "1 H1 Parish Council",
            "3 H2 Present",
            "5 Ann Orr",
            "7 H2 Matters arising",
            "9 H2 Any other business",
            "10 None.",
        ],
    ),
    "stars in a row of lines are nested bullets": (
        "* one\n** two",
        ["1 [*] one", "2 ** two"],
    ),
    "a page break in mid-sentence tears nothing": (
        "The members agreed that the railings on the north side\n\n\fPage 2 of 3\n\nare to be painted green.\n",
        [
            "1-5 The members agreed that the railings on the north side / are to be painted green.",
            "3 footer Page 2 of 3",
        ],
    ),
    "a form feed parts paragraphs but counts no line": (
        "first\fsecond\nThird.",
        ["1 first", "1 second", "2 Third."],
    ),
    "rows with tabs are a table; its page numbers stand outside, torn cells go on": (
        "\tName:\tCapacity:\n"
        "Attendance:\tAnn Orr\tChair\n"
        "\tBob Lee\tClerk (BL)\n"
        "\n"
        "No.\tItem\t\n"
        "1.\tMatters arising\t\n"
        "\tThe clerk said that the railings are where they would\t\n"
        "\n"
        "Page 1 of 2\t\t\n"
        "\t\t,,\n"
        "\tbe expected.\t\n"
        "2.\tClose\n",
        [
            "row  | Name: | Capacity:",
            "row Attendance: | Ann Orr | Chair",
            "row  | Bob Lee | Clerk (BL)",
            "row No. | Item",
            "row 1. | Matters arising",
            "row  | The clerk said that the railings are where they would / be expected.",
            "row 2. | Close",
            "9 footer Page 1 of 2",
        ],
    ),
    "a tab in prose, before it or after a number makes no table": (
        "Chair:\tAnn Orr\n\n\tThe meeting began at 7.\n\tAll were welcome.\n\n1.\tMinutes\n2.\tClose\n",
        ["1 Chair: Ann Orr", "3 The meeting began at 7.", "4 All were welcome.", "6 1. Minutes", "7 2. Close"],
    ),
    "blanks at the same columns are a table": (
        """
        Name         Office            Present

        Ann Orr      Chair of the      yes
                     council
        Bob Lee      Clerk             no
        """,
        [
            "row Name | Office | Present",
            "row Ann Orr | Chair of the / council | yes",
            "row Bob Lee | Clerk | no",
        ],
    ),
    "lines at one column of a table are paragraphs of their own unless they are full": (
        """
        Present:     Ann Orr
        Apologies:   Bob Lee
                     Cy Poe
        Absent:      Di Fox
        """,
        ["row Present: | Ann Orr", "row Apologies: | Bob Lee ¶ Cy Poe", "row Absent: | Di Fox"],
    ),
    "double blanks after sentences make no table": (
        """
        It was late.  The chair closed the meeting.
        All agreed.  Nobody had any more to say.
        They left.  The lights went out at nine.
        """,
        [
            "1 It was late. The chair closed the meeting.",
            "2 All agreed. Nobody had any more to say.",
            "3 They left. The lights went out at nine.",
        ],
    ),
    "lines of like length go on if one of them begins in lower case": (
        """
        The members of the council noted that the
        County Council has agreed to pay for half
        of the paint and all of the brushes, as
        well as the ladder.
        """,
        [
            "1-4 The members of the council noted that the / County Council has agreed to pay for half"
            " / of the paint and all of the brushes, as / well as the ladder."
        ],
    ),
    "web addresses stand alone": (
        "The agenda of this meeting and that of the last one are at the\nhttps://example.org/agenda\nAll agreed.",
        [
            "1-2 The agenda of this meeting and that of the last one are at the / https://example.org/agenda",
            "3 All agreed.",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_plain_text(case: str) -> None:
    source, expected = CASES[case]
    assert outline(dedent(source).strip("\n"), "txt") == expected


def test_a_file_without_text_is_refused() -> None:
    with pytest.raises(NoTextError, match="no text"):
        read("\ufeff-----\n\u200b\n=====\n".encode(), "minutes.txt")


LINES = st.lists(
    st.text(alphabet="aB .,:;-*•=1)\t[]x|\f", max_size=30)
    | st.sampled_from(
        ["Page 2 of 3", "- - -", "===", "** Title", "No.\tItem\t", "a  b  c", "\tlower case goes on", ""]
    ),
    max_size=30,
)


@given(LINES)
def test_every_line_keeps_its_place(lines: list[str]) -> None:
    source = "\n".join(lines)
    try:
        document = read(source.encode(), "minutes.txt")
    except MinutesError:
        return
    found = [line for paragraph in document.paragraphs() for line in paragraph.lines]
    for line in found:
        assert line.number is not None
        assert line.text in " ".join(lines[line.number - 1].split())
    told = "".join(line.text for line in found)
    # the x of a tick box is told by `checked`
    assert _letters(told) == _letters(source)


def _letters(text: str) -> list[str]:
    return sorted(character for character in text if character.isalnum() and character != "x")


@given(st.text())
def test_any_text_is_read_or_refused(source: str) -> None:
    try:
        document = read(source.encode("utf-8", errors="replace"), "minutes.txt")
    except MinutesError:
        return
    for block in document.blocks:
        assert isinstance(block, Table) or block.text
    assert all(isinstance(paragraph, Paragraph) for paragraph in document.paragraphs())


@pytest.mark.parametrize(
    "piece", [" ", ".", "1", "[", "(", "\t", "- ", "a\tb\n", "1.\tx\n", "\n", "• \n", "a  b\n", "x\n\n"]
)
def test_long_runs_of_anything_are_read(piece: str) -> None:
    assert outline(f"Minutes\n\n{piece * 5_000}\n\nClose", "txt")[0].endswith("Minutes")
