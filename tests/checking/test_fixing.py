"""Mending: what is promised is carried out, nothing else changes, and twice is as good as once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.checking.engine import Checker
from minutes_cli.checking.fixing import Fixed, fix
from minutes_cli.checking.selection import choose_rules
from minutes_cli.model.document import Place
from minutes_cli.model.source_text import Edit
from minutes_cli.model.source_text import Fix as Mending
from minutes_cli.rules import all_rules
from minutes_cli.rules.base import Flag, Subject
from tests.readers.office_files import docx, p, run

FIXING = Checker(tuple(rule for rule in all_rules() if rule.fixes))
FIXTURES = Path(__file__).parents[2] / "fixtures"
NOTES = """# Minutes of the Harbour Trust

Held on Tuesday 5 March 2025 in the Old Boathouse

Present: Ada Roe (AR)

1. Jetty

The jetty is rotten.
"""


def mended(text: str, *edits: tuple[int, str, str], safe: bool = True, unsafe: bool = False) -> Fixed:
    """The notes mended by a rule that wants these edits wherever they can be made: (line, old, new)."""

    def check(subject: Subject) -> Iterator[Flag]:
        for line, old, new in edits:
            if old in str(subject.source.by_address.get(line)):
                yield Flag("as told", Place(old, line=line), fix=Mending((Edit(line, old, new),), safe))

    rule = replace(choose_rules(("M103",))[0], check=check)
    return fix(Checker((rule,)), text.encode(), "notes.md", unsafe=unsafe)


def test_the_weekday_of_the_date_is_mended_when_unsafe_fixes_are_wanted() -> None:
    checker = Checker(choose_rules(("M103",)))
    assert fix(checker, NOTES.encode(), "notes.md").mended == 0
    found = fix(checker, NOTES.encode(), "notes.md", unsafe=True)
    assert found.new == NOTES.replace("Tuesday", "Wednesday").encode()
    assert (found.mended, found.after.found) == (1, ())
    assert found.diff()[3:] == [
        " # Minutes of the Harbour Trust",
        " ",
        "-Held on Tuesday 5 March 2025 in the Old Boathouse",
        "+Held on Wednesday 5 March 2025 in the Old Boathouse",
        " ",
        " Present: Ada Roe (AR)",
        " ",
    ]


def test_in_a_word_file_the_runs_keep_their_formatting() -> None:
    def file(weekday: str) -> bytes:
        return docx(
            p("Minutes of the Harbour Trust")
            + p(run("Held on "), run(weekday, "<w:b/>"), run(" 5 March ", "<w:i/>"), run("2025"))
            + p("Present: Ada Roe (AR)")
        )

    found = fix(Checker(choose_rules(("M103",))), file("Tuesday"), "notes.docx", unsafe=True)
    assert found.after.subjects[0].document == fix(Checker(()), file("Wednesday"), "n.docx").after.subjects[0].document
    assert found.diff()[-3:-1] == ["-Held on Tuesday 5 March 2025", "+Held on Wednesday 5 March 2025"]


def test_in_a_page_and_with_returns_alone() -> None:
    checker = Checker(choose_rules(("M103",)))
    page = f"<html><body>\r{NOTES}</body></html>".replace("\n", "\r").encode("utf-16")
    found = fix(checker, page, "notes.html", unsafe=True)
    assert found.new.decode("utf-16") == page.decode("utf-16").replace("Tuesday", "Wednesday")


def test_a_silenced_fault_is_left_alone() -> None:
    notes = NOTES.replace("Boathouse", "Boathouse <!-- minutes: ignore M103 -->").encode()
    assert fix(Checker(choose_rules(("M103",))), notes, "notes.md", unsafe=True).new == notes


def test_fixes_of_the_same_words_are_made_one_after_the_other_the_first_in_the_text_first() -> None:
    found = mended(NOTES, (9, "rotten", "decayed"), (9, "is rotten", "is bad"), (9, "is bad", "has sunk"))
    assert found.new.decode() == NOTES.replace("is rotten", "has sunk")


def test_fixes_that_change_other_letters_of_the_same_words_are_made_at_once() -> None:
    found = mended(NOTES, (9, "jetty is", "pier is"), (9, "is rotten", "was rotten"), (9, "rotten", "decayed"))
    assert found.new.decode() == NOTES.replace("jetty is rotten", "pier was decayed")


@pytest.mark.parametrize(
    ("why", "bad"),
    [
        ("an item is lost", (7, "1. Jetty", "The jetty")),
        ("somebody is lost", (5, "Present:", "By the way:")),
        ("the fault stays", (9, "rotten", "rotten, rotten")),
        ("a line is added as text", (9, "The jetty", "<!-- The jetty")),
    ],
)
def test_a_fix_that_does_harm_is_taken_back_and_the_others_are_made(why: str, bad: tuple[int, str, str]) -> None:
    found = mended(NOTES, (3, "Tuesday", "Wednesday"), bad, (1, "Minutes of", "Record of"))
    assert found.new.decode() == NOTES.replace("Tuesday", "Wednesday").replace("Minutes of", "Record of"), why
    assert [one.finding.quote for one in found.after.found] == [bad[1]]


def test_a_finding_promises_a_fix_only_where_it_can_be_made() -> None:
    text = NOTES.replace("Tuesday 5 March 2025", "**Tues**day 5 March 2025")
    (found,) = fix(Checker(choose_rules(("M103",))), text.encode(), "notes.md", unsafe=True).before.found
    assert found.finding.fix is None


FAULTS = st.sampled_from(
    (
        "The jetty is  rotten.",
        'It was \u201cagreed\u201d to "wait".',
        "Next meeting: Monday 4 March 2025 at 14:00pm",
        "Action: AR to ask for quotes.",
        "Held on Tuesday 5 March 2025 at 7.30pm",
        "caf\u00e9 \u2013 na\u00efve ",
        "## 3. Slipway",
        "## 3. Slipway again",
        "## 7. Boats",
        "",
        "",
    )
)
ENDS = st.sampled_from(("\n", "\r\n", "\r"))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.tuples(FAULTS, ENDS), max_size=12), st.sampled_from(("utf-8", "utf-8-sig", "utf-16", "cp1252")))
def test_whatever_the_line_ends_and_encoding_only_lines_that_are_named_change(
    lines: list[tuple[str, str]], encoding: str
) -> None:
    text = "# Minutes of the Harbour Trust\n\nPresent: Ada Roe (AR)\n\n" + "".join(map("".join, lines)) + "The end."
    data = text.encode(encoding)
    once = fix(FIXING, data, "notes.md", unsafe=True)
    assert fix(FIXING, once.new, "notes.md", unsafe=True).new == once.new
    named = {edit.address for found in once.before.found if found.fix for edit in found.fix.edits}
    old, new = (re.split(r"(\r\n|\r|\n)", one.decode(encoding)) for one in (data, once.new))
    assert len(old) == len(new)
    assert {at // 2 + 1 for at in range(len(old)) if old[at] != new[at]} <= named
    assert new[1::2] == old[1::2]


def _files() -> list[Path]:
    return [path for suffix in ("md", "docx", "txt", "html") for path in sorted(FIXTURES.glob(f"*.{suffix}"))]


@pytest.mark.parametrize("path", _files(), ids=lambda path: path.name)
def test_mending_a_fixture_twice_is_mending_it_once(path: Path) -> None:
    for unsafe in (False, True):
        once = fix(FIXING, path.read_bytes(), path.name, unsafe=unsafe)
        twice = fix(FIXING, once.new, path.name, unsafe=unsafe)
        assert twice.new == once.new
        assert twice.mended == 0
