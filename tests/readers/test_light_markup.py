"""Org and reStructuredText -> text as rendered."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.errors import MinutesError
from minutes_cli.readers import read
from tests.readers.outline import outline

ORG = {
    "headings, keywords and drawers": (
        """
        #+TITLE: Board meeting
        #+STARTUP: overview
        # a comment
        * Present                                            :people:chair:
        :PROPERTIES:
        :ID: 1
        :END:
        Ann Orr
        ** TODO Paint the railings
           SCHEDULED: <2022-05-03 Tue>
        ** DONE [#A] Close
        """,
        [
            "1 H1 Board meeting",
            "4 H1 Present",
            "8 Ann Orr",
            "9 H2 TODO Paint the railings",
            "10 SCHEDULED: <2022-05-03 Tue>",
            "11 H2 DONE [#A] Close",
        ],
    ),
    "lists": (
        """
        - one
          + two
          - [ ] three
          - [X] four
        - five :: text
        1. six
        """,
        ["1 [-] one", "2 > [+] two", "3 > [-] ( ) three", "4 > [-] (x) four", "5 [-] five :: text", "6 1. six"],
    ),
    "inline marks": (
        "*Action*: Ann +draws+ ~paints~ =now= /at once/ [[https://example.org][here]] and [[there]], 2/3 and 4*5*6.\n",
        ["1 **Action**: Ann ~~draws~~ paints now at once here and there, 2/3 and 4*5*6."],
    ),
    "tables": (
        """
        | Name | *Due* |
        |------+-------|
        | Ann  | May   |
        | Bob  |       |
        """,
        ["row* Name | **Due**", "row Ann | May", "row Bob | "],
    ),
    "front matter of a site": (
        "---\ntitle: Notes\n---\n\n* 3 May\nAll present.",
        ["5 H1 3 May", "6 All present."],
    ),
    "blocks and lines of fixed width": (
        "#+BEGIN_QUOTE\nSaid Ann.\n#+END_QUOTE\n: fixed\n:not a drawer:\n",
        ["2 Said Ann.", "4 fixed", "5 :not a drawer:"],
    ),
}

RST = {
    "titles by the order of their adornments": (
        """
        =======
        Minutes
        =======

        Present
        -------
        Ann Orr

        Bridge
        ~~~~~~
        Close
        -----
        """,
        ["2 H1 Minutes", "5 H2 Present", "7 Ann Orr", "9 H3 Bridge", "11 H2 Close"],
    ),
    "fields": (
        ":Date: 3 May\n:Minute taker: **Ann**\n",
        ["1 Date: 3 May", "2 Minute taker: **Ann**"],
    ),
    "directives": (
        """
        .. contents:: Table of
           :depth: 2
        .. image:: logo.png
           :alt: logo

        .. note:: All agreed.

        .. admonition:: Action
           :class: wide

           Ann to write.

        .. a comment
           of two lines
        .. _target: https://example.org
        .. [1] By video.
        """,
        ["6 All agreed.", "8 Action", "11 Ann to write.", "16 [1] By video."],
    ),
    "inline marks": (
        r"**Action**: *Ann* writes ``code`` to `the county <https://example.org>`_, :role:`others` [1]_ \*soon, 4*5*6",
        ["1 **Action**: Ann writes code to the county, others [1] *soon, 4*5*6"],
    ),
    "grid tables": (
        """
        +-------+-----------+
        | Name  | Due       |
        +=======+===========+
        | Ann   | May,      |
        |       | *late*    |
        +-------+-----------+
        | Bob and Cy        |
        +-------+-----------+
        """,
        ["row* Name | Due", "row Ann | May, late", "row Bob and Cy | "],
    ),
    "simple tables": (
        """
        =====  ==========
        Name   Due
        =====  ==========
        Ann    May,
               late
        Bob    June
        =====  ==========

        Close
        """,
        ["row* Name | Due", "row Ann | May, late", "row Bob | June", "9 Close"],
    ),
    "literal blocks": (
        "He wrote::\n\n  - one\n  - two\n",
        ["1 He wrote:", "3 [-] one", "4 [-] two"],
    ),
}


@pytest.mark.parametrize("case", ORG)
def test_org(case: str) -> None:
    source, expected = ORG[case]
    assert outline(dedent(source).strip("\n"), "org") == expected


@pytest.mark.parametrize("case", RST)
def test_restructured_text(case: str) -> None:
    source, expected = RST[case]
    assert outline(dedent(source).strip("\n"), "rst") == expected


@pytest.mark.parametrize(
    ("source", "suffix", "expected"),
    [
        ("#+TITLE: Board\n#+DATE: 3 May\n* One", "org", {"title": "Board", "date": "3 May"}),
        ("---\ntitle: Notes\n---\n#+AUTHOR: Ann\n* One", "org", {"title": "Notes", "author": "Ann"}),
        ("Board\n=====\n\n:Date: 3 May\n:Author: Ann\n", "rst", {"date": "3 May", "author": "Ann"}),
    ],
)
def test_metadata(source: str, suffix: str, expected: dict[str, str]) -> None:
    assert read(source.encode(), f"minutes.{suffix}").metadata == expected


@pytest.mark.parametrize("suffix", ["org", "rst"])
@given(source=st.text(alphabet="ab1.-*_#>|[]:~=+/`\\\n \t\f", max_size=200))
def test_any_text_is_read_or_refused(suffix: str, source: str) -> None:
    try:
        document = read(source.encode(), f"minutes.{suffix}")
    except MinutesError:
        return
    count = source.count("\n") + 1
    for paragraph in document.paragraphs():
        assert all(line.number is not None and 1 <= line.number <= count for line in paragraph.lines)


@pytest.mark.parametrize("suffix", ["org", "rst"])
@pytest.mark.parametrize(
    "piece", ["*", " *a", "| a ", "[[a", "`a", ":a:\n", "=", "== ", "+-", ".. a::\n", "  ", "- a\n"]
)
def test_long_runs_of_anything_are_read(suffix: str, piece: str) -> None:
    assert outline(f"Minutes\n\n{piece * 5_000}\n\nClose", suffix)[0].endswith("Minutes")
