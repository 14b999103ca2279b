"""Markdown -> the text as rendered, with the places of its source."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.errors import MinutesError
from minutes_cli.readers import read
from minutes_cli.readers.markup.front_matter import front_matter
from tests.readers.outline import outline

CASES = {
    "inline marks are rendered": (
        r"""
        **1\. Call to order** by __Ann__ *Orr*, `clerk` of [the council](https://example.org) &amp; others
        ~~No.~~ Yes ![logo](logo.png)<https://example.org> <u>at once</u>
        """,
        [
            "1-2 **1. Call to order** by **Ann** Orr, clerk of the council & others"
            " / ~~No.~~ Yes https://example.org **at once**"
        ],
    ),
    "brackets that nobody closes keep no link from being read": (
        "[1] [ ] [a] ((([[[[ see [the plan](https://example.org) and ![] [ [ the end",
        ["1 [1] [ ] [a] ((([[[[ see the plan and ![] [ [ the end"],
    ),
    "breaks of lines are kept": (
        "one\ntwo  \nthree\\\nfour<br>five",
        ["1-4 one / two / three / four / five"],
    ),
    "headings of both kinds": (
        "# Minutes #\n\nPresent\n-------\n\n### Item **two**",
        ["1 H1 Minutes", "3 H2 Present", "6 H3 Item **two**"],
    ),
    "lists have labels as rendered": (
        """
        * one
          - two
            goes further

            And ends.
        * [ ] three
        * [x] four

        7. seven
        9. nine

        1) one
        1) two
        """,
        [
            "1 [•] one",
            "2-3 > [•] two / goes further",
            "5 > And ends.",
            "6 [•] ( ) three",
            "7 [•] (x) four",
            "9 [7.] seven",
            "10 [9.] nine",
            "12 [1)] one",
            "13 [2)] two",
        ],
    ),
    "a number or bullet that lost its text gets it back": (
        "1.\n\nAdoption of minutes\n\n2.\n\n3.\n\nBridge\n\n•\n\nRailings\n\n*\n\nBench",
        ["3 [1.] Adoption of minutes", "5 2.", "9 [3.] Bridge", "13 [•] Railings", "17 Bench"],
    ),
    "tables": (
        """
        | Name | **Due** |
        |------|-----|
        | Ann  | ~~May~~ June<br>2 pm |
        | Bob  |
        """,
        ["row* Name | **Due**", "row Ann | ~~May~~ June / 2 pm", "row Bob | "],
    ),
    "pieces of HTML": (
        """
        Minutes

        <div id="header">
        Ann Orr, Chair<br>
        Bob Lee<br>
        </div>

        <table>
        <tr><td>Due</td><td>May</td></tr>

        <tr><td>Owner</td><td>Ann</td></tr>
        </table>
        Start: <time datetime="2014">12 pm</time>
        <!-- nothing -->
        """,
        ["1 Minutes", "4-5 Ann Orr, Chair / Bob Lee", "row Due | May", "row Owner | Ann", "13 Start: 12 pm"],
    ),
    "code blocks are plain text": (
        "```\n- one\n- two\n```\n\n    indented by mistake",
        ["2 [-] one", "3 [-] two", "6 indented by mistake"],
    ),
    "emphasis next to punctuation is emphasis": (
        "IN THE CHAIR**:** Ann\n",
        ["1 IN THE CHAIR**:** Ann"],
    ),
    "page breaks of a converted file are neither headings nor text": (
        """
        Minutes

        1

        ---
        The members noted that the railings of the bridge have been
        ---
        2

        painted green.
        ---
        Page 3 of 3
        """,
        [
            "1 Minutes",
            "3 footer 1",
            "6-10 The members noted that the railings of the bridge have been / painted green.",
            "8 footer 2",
            "12 footer Page 3 of 3",
        ],
    ),
    "a title torn into words is one": (
        "MINUTES\n\nOF\n\nMEETING OF THE\n\nPARISH COUNCIL\n\nHELD ON\n\n3 MAY 2022.\n\nPRESENT:\n\nAnn Orr",
        ["1-11 MINUTES / OF / MEETING OF THE / PARISH COUNCIL / HELD ON / 3 MAY 2022.", "13 PRESENT:", "15 Ann Orr"],
    ),
    "lines parted by blank lines are joined where the file is full of such": (
        """
        The clerk reported that the bridge over the brook had been inspected

        in May and that the county will mend the railings, which the members

        welcomed. They asked that the paint be green and that the footpath be

        closed while the work goes on. The clerk will write to the county and

        report. The members then turned to the bench that stands at the Green

        Dragon. It is to be moved to the church by the end of June or earlier.

        Proposed by Ann Orr

        Seconded by Bob Lee
        """,
        [
            "1-11 The clerk reported that the bridge over the brook had been inspected"
            " / in May and that the county will mend the railings, which the members"
            " / welcomed. They asked that the paint be green and that the footpath be"
            " / closed while the work goes on. The clerk will write to the county and"
            " / report. The members then turned to the bench that stands at the Green"
            " / Dragon. It is to be moved to the church by the end of June or earlier.",
            "13 Proposed by Ann Orr",
            "15 Seconded by Bob Lee",
        ],
    ),
    "bold labels are not joined to what they label": (
        "Ann Orr, Bob Lee, and\n\n**MEMBERS**\n\nCy Poe",
        ["1 Ann Orr, Bob Lee, and", "3 **MEMBERS**", "5 Cy Poe"],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_markdown(case: str) -> None:
    source, expected = CASES[case]
    assert outline(dedent(source).strip("\n"), "md") == expected


def test_front_matter_is_metadata_and_no_text() -> None:
    document = read(b"---\ntitle: 'Minutes: May'\ndate: 2020-05-04\nlayout: post\n---\n\nPresent: all\n", "minutes.md")
    assert document.metadata == {"title": "Minutes: May", "date": "2020-05-04"}
    assert [(p.text, p.lines[0].number) for p in document.paragraphs()] == [("Present: all", 7)]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("title: May\nauthor: [Ann, Bob]\ntags: [a]", {"title": "May", "author": "Ann, Bob"}),
        ("title: {a: b}\ndate:", {}),
        ("- a list", {}),
        ("title: [", {}),
        ("date: 2020-13-45", {"date": "2020-13-45"}),
        ("date: 2020-08-10 18:30 +0800", {"date": "2020-08-10 18:30 +0800"}),
        ("a: &x [1]\ntitle: *x", {}),
        ("title: !!python/object/apply:os.system [ls]", {"title": "ls"}),
        ("title: " + "- " * 5000, {}),
        ("title: " + "[" * 5000, {}),
        ("title: " + "x" * 100_000, {}),
    ],
)
def test_only_plain_front_matter_is_believed(source: str, expected: dict[str, str]) -> None:
    assert front_matter(source) == expected


def test_text_nested_too_deep_is_reported() -> None:
    document = read(b"Minutes\n\n" + b"> " * 200 + b"deep", "minutes.md")
    assert [problem.code for problem in document.problems] == ["nesting-cut"]


def test_hidden_pieces_of_html_are_reported() -> None:
    document = read(b"Minutes\n\n<div>All\n<p hidden>but one</p></div>\n", "minutes.md")
    assert [p.text for p in document.paragraphs()] == ["Minutes", "All"]
    assert [(problem.code, problem.line) for problem in document.problems] == [("hidden-text", 4)]


@given(st.text(alphabet="ab1.-*_#>|[]()`~<>&;:=\\\n \t\f", max_size=200))
def test_any_markdown_is_read_or_refused(source: str) -> None:
    try:
        document = read(source.encode(), "minutes.md")
    except MinutesError:
        return
    count = source.count("\n") + 1
    for paragraph in document.paragraphs():
        assert all(line.number is not None and 1 <= line.number <= count for line in paragraph.lines)
        for start, end in (*paragraph.strong, *paragraph.struck):
            assert paragraph.text[start:end].strip() == paragraph.text[start:end] != ""


@given(
    st.lists(
        st.sampled_from(["alpha", "Beta gamma.", "- delta", "1. epsilon", "# Zeta", "> eta", "", "---"]), max_size=20
    )
)
def test_every_line_keeps_its_place(lines: list[str]) -> None:
    try:
        document = read("\n".join(lines).encode(), "minutes.md")
    except MinutesError:
        return
    for paragraph in document.paragraphs():
        for line in paragraph.lines:
            assert line.number is not None
            assert line.text in lines[line.number - 1]


@pytest.mark.parametrize(
    "piece", ["[", "](", "*", "**a ", "`", "<", "> ", "- ", "|", "a|b\n", "![", "\\", "&", "_a_", "<b>"]
)
def test_long_runs_of_anything_are_read(piece: str) -> None:
    assert outline(f"Minutes\n\n{piece * 5_000}\n\nClose", "md")[0] == "1 Minutes"
