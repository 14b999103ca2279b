"""Comments that silence findings, in Markdown, HTML and Word files."""

from __future__ import annotations

import pytest

from minutes_cli.checking.checked import Checked
from minutes_cli.checking.engine import Checker
from minutes_cli.checking.selection import choose_rules
from tests.readers.office_files import docx, p

RULES = choose_rules(("M101", "M103", "M401"))
HEAD = (
    "# Minutes of the Harbour Trust\n\nHeld on Tuesday 5 March 2025 in the Old Boathouse{}\n\nPresent: Ada Roe (AR)\n"
)
ACTIONS = """
1. Jetty

{}Action: Obtain three quotes for the repair.{}

Action: Obtain six quotes for the paint.
"""


def checked(text: str, name: str = "notes.md") -> Checked:
    return Checker(RULES).check(text.encode(), name)


def told(result: Checked) -> list[str]:
    return [f"{one.finding.code} line {one.finding.line}" for one in result.found]


BOTH = HEAD + ACTIONS
ALL = ["M103 line 3", "M401 line 9", "M401 line 11"]


@pytest.mark.parametrize(
    ("why", "text", "left"),
    [
        ("no comment", BOTH.format("", "", ""), ALL),
        ("behind text: its line", BOTH.format(" <!-- minutes: ignore M103 -->", "", ""), ALL[1:]),
        (
            "behind an action: this one, not the next",
            BOTH.format("", "", " <!-- minutes: ignore M401 -->"),
            [ALL[0], ALL[2]],
        ),
        ("a family", BOTH.format(" <!-- minutes: ignore M1 -->", "", ""), ALL[1:]),
        ("a name", BOTH.format(" <!-- minutes: ignore weekday-mismatch -->", "", ""), ALL[1:]),
        ("several, one of them fits", BOTH.format(" <!-- minutes: ignore M204, M103 -->", "", ""), ALL[1:]),
        ("a code that does not fit", BOTH.format(" <!-- minutes: ignore M401 -->", "", ""), ALL),
        ("no code: all", BOTH.format(" <!-- minutes: ignore -->", "", ""), ALL[1:]),
        ("with a reason", BOTH.format(" <!-- minutes: ignore M103 -- M401 is told -->", "", ""), ALL[1:]),
        ("a word that only begins so", BOTH.format(" <!-- minutes: ignored M103 -->", "", ""), ALL),
        ("something else", BOTH.format(" <!-- M103 -->", "", ""), ALL),
        ("the whole file", BOTH.format("", "", " <!-- minutes: ignore-file M4 -->"), ALL[:1]),
        ("all of the whole file", BOTH.format("", "", " <!-- minutes: ignore-file -->"), []),
    ],
)
def test_comments_in_markdown(why: str, text: str, left: list[str]) -> None:
    result = checked(text)
    assert told(result) == left, why
    assert result.suppressed == len(ALL) - len(left)


@pytest.mark.parametrize(
    "comment",
    [
        "<!-- minutes: ignore M401 -->\n",
        "<!-- minutes: ignore M401 -->\n\n",
        "<!--\nminutes: ignore M401\nall of it\n-->\n",
    ],
)
def test_a_comment_on_a_line_of_its_own_is_about_the_block_that_follows(comment: str) -> None:
    result = checked(BOTH.format("", comment, ""))
    assert [one.finding.quote for one in result.found if one.finding.code == "M401"] == [
        "Obtain six quotes for the paint."
    ]


def test_what_is_missing_is_silenced_by_a_comment_that_names_it_and_by_no_other() -> None:
    undated = "Present: Ada Roe\n\n1. Budget\n\nThe budget was discussed. <!-- minutes: ignore{} -->\n"
    assert told(checked(undated.format(""))) == ["M101 line None"]
    assert told(checked(undated.format(" M401"))) == ["M101 line None"]
    assert told(checked(undated.format(" M1"))) == []
    assert told(checked(undated.format(" missing-date"))) == []


@pytest.mark.parametrize("title", ["# Minutes of the Harbour Trust", "---\ntitle: Minutes of the Harbour Trust\n---"])
def test_what_is_missing_stands_nowhere_though_it_is_told_at_the_title(title: str) -> None:
    undated = f"{title}\n\nPresent: Ada Roe\n\n1. Budget\n\nIt was discussed. <!-- minutes: ignore{{}} -->\n"
    assert checked(undated.format("")).suppressed == 0
    assert checked(undated.format(" M101")).suppressed == 1


def test_a_name_that_no_rule_has_is_told() -> None:
    assert checked(BOTH.format(" <!-- minutes: ignore M1O3 -->", "", "")).remarks == ("line 3: no rule is called M1O3",)
    assert not checked(BOTH.format(" <!-- minutes: ignore M103, m4, missing-date -->", "", "")).remarks


def test_comments_in_html() -> None:
    page = (
        "<html><body><h1>Minutes of the Harbour Trust</h1>\n"
        "<p>Held on Tuesday 5 March 2025 in the Old Boathouse</p><!-- minutes: ignore M103 -->\n"
        "<h2>1. Jetty</h2>\n"
        "<!-- minutes: ignore M401 -->\n<p>Action: Obtain three quotes for the repair.</p>\n\n"
        "<p>Action: Obtain six quotes for the paint.</p></body></html>"
    )
    result = checked(page, "notes.html")
    assert told(result) == ["M401 line 7"]
    assert result.suppressed == 2


def _commented(comment: str) -> bytes:
    """Word minutes with one comment, set on the first action."""
    start, end = (
        '<w:commentRangeStart w:id="7"/>',
        '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>',
    )
    return docx(
        p("Minutes of the Harbour Trust, 5 March 2025")
        + p("Present: Ada Roe (AR)")
        + p("1. Jetty")
        + p(start, "Action: Obtain three quotes for the repair.", end)
        + p("Action: Obtain six quotes for the paint."),
        comments=f'<w:comment w:id="7" w:author="A">{p(comment)}</w:comment>',
    )


def test_a_comment_of_word_is_about_the_paragraphs_it_is_set_on() -> None:
    loud, silent = (Checker(RULES).check(_commented(text), "n.docx") for text in ("why?", "minutes: ignore M401"))
    assert [one.finding.block for one in loud.found] == ["p[4]", "p[5]"]
    assert [one.finding.block for one in silent.found] == ["p[5]"]
    assert silent.suppressed == 1


def test_a_comment_of_word_over_several_paragraphs() -> None:
    body = (
        '<w:commentRangeStart w:id="1"/>'
        + p("Action: Obtain three quotes for the repair.")
        + p("Action: Obtain six quotes for the paint.", '<w:commentRangeEnd w:id="1"/>')
        + p('<w:r><w:commentReference w:id="1"/></w:r>', "Action: Obtain nine nails.")
    )
    head = p("Minutes of the Harbour Trust, 5 March 2025") + p("Present: Ada Roe (AR)") + p("1. Jetty")
    data = docx(head + body, comments=f'<w:comment w:id="1">{p("minutes: ignore M4")}</w:comment>')
    assert [one.finding.block for one in Checker(RULES).check(data, "n.docx").found] == ["p[6]"]


def test_comments_for_the_checker_are_no_comments_that_were_left() -> None:
    def problems(comment: str) -> list[str]:
        (subject,) = Checker(()).check(_commented(comment), "n.docx").subjects
        return [problem.code for problem in subject.document.problems]

    assert problems("who is this?") == ["comments"]
    assert problems("minutes: ignore M401") == []
