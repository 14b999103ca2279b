"""What `minutes check` shows: in a terminal with the words underlined, in a pipe one line a finding."""

from __future__ import annotations

import pytest

from minutes_cli.model.findings import CheckReport, Finding
from minutes_cli.views.finding_lines import finding_lines
from minutes_cli.views.findings import findings
from minutes_cli.views.statistics import statistics
from tests.views.shown import HOSTILE, same_as_snapshot, shown

LONG = (
    "The treasurer said that the figures of the last quarter were better than those of the quarter before it, that the "
    "grant had come, and that on Tuesday 5 March 2025 the auditor had been there, who had asked for the receipts of "
    "the summer fair, which nobody could find."
)
NOTES = {
    1: "# Minutes of the Harbour Trust",
    3: "Held on Tuesday 5 March 2025",
    8: LONG,
    9: "Bo said 漢字 and Action: mend",
}


def finding(**given: object) -> Finding:
    usual: dict[str, object] = {
        "file": "notes.md",
        "code": "M103",
        "name": "weekday-mismatch",
        "severity": "error",
        "message": "“Tuesday 5 March 2025”: 5 March 2025 is a Wednesday",
        "hint": "Look into a calendar and mend the weekday or the date.",
        "fingerprint": "0",
    }
    return Finding.model_validate({**usual, **given})


def on(line: int, quote: str) -> dict[str, object]:
    start = NOTES[line].find(quote) + 1
    return {"line": line, "quote": quote, "column": start, "end_column": start + len(quote)}


ALL = CheckReport(
    findings=(
        finding(severity="info", code="M601", message="no next meeting was found", hint=None),
        finding(**on(3, "Tuesday 5 March 2025"), fix="unsafe"),
        finding(**on(8, "Tuesday 5 March 2025"), item="2.1", fix="safe"),
        finding(
            file="april.pdf",
            code="M401",
            severity="warning",
            message="nobody is named to do this action",
            hint="Begin it with initials.",
            page=4,
            item="Any other business",
            quote="Obtain three quotes for the repair of the jetty, and for the lights in the car park behind it.",
        ),
        finding(
            file="may.docx", severity="warning", code="M401", message="nobody is named", block="p[3]", quote="Mend it."
        ),
        finding(file="may.docx", severity="info", code="M811", message="two spaces", block="p[4]", quote="to all"),
    ),
    files=("notes.md", "april.pdf", "may.docx", "june.md"),
)


@pytest.mark.parametrize("width", [80, 120])
def test_in_a_terminal(width: int) -> None:
    sources = {"notes.md": NOTES, "may.docx": {"p[4]": "The accounts go to  all."}}
    same_as_snapshot(findings(ALL, sources, width), "findings", width)


def carets(**place: object) -> tuple[str, str]:
    """The excerpt and the carets below it, without the margin."""
    found = CheckReport(findings=(finding(**place),), files=("notes.md",))
    lines = shown(findings(found, {"notes.md": NOTES}, 80)).splitlines()
    first = next(number for number, text in enumerate(lines) if "│" in text)
    return lines[first].partition("│ ")[2], lines[first + 1].partition("│ ")[2]


def test_carets_stand_below_the_words() -> None:
    assert carets(**on(3, "Tuesday")) == ("Held on Tuesday 5 March 2025", "        ^^^^^^^")


def test_carets_stand_below_wide_characters() -> None:
    text, marks = carets(**on(9, "Action:"))
    assert text.startswith("Bo said 漢字 and Action:")
    assert marks == " " * len("Bo said xxxx and ") + "^" * len("Action:")


def test_a_long_line_is_cut_around_the_words() -> None:
    text, marks = carets(**on(8, "Tuesday 5 March 2025"))
    assert text.startswith("…")
    assert text.endswith("…")
    assert text[marks.index("^") : marks.rindex("^") + 1] == "Tuesday 5 March 2025"


def test_the_words_are_not_cut_where_the_line_goes_on() -> None:
    for quote in LONG.split()[8:16]:
        text, marks = carets(**on(8, quote))
        assert text[marks.index("^") : marks.rindex("^") + 1] == quote


def test_words_that_run_on_are_marked_to_the_end_of_the_line() -> None:
    text, marks = carets(line=9, quote="Action: mend the jetty")
    assert marks.strip() == "^" * len("Action: mend")
    assert len(marks) <= len(text) + 2


def test_words_that_are_not_in_the_line_are_not_marked() -> None:
    assert "^" not in carets(line=3, quote="elsewhere")[1]


def test_advice_is_given_once_a_file() -> None:
    assert shown(findings(ALL, {"notes.md": NOTES}, 80)).count("Look into a calendar") == 2


def test_harmless_in_a_terminal() -> None:
    hostile = finding(file=HOSTILE, message=HOSTILE, quote=HOSTILE, item=HOSTILE, hint=HOSTILE, line=1)
    report = CheckReport(findings=(hostile,), files=(HOSTILE,))
    for text in (shown(findings(report, {HOSTILE: {1: HOSTILE}}, 80)), *finding_lines(report)):
        assert "\x1b" not in text
        assert "\u202e" not in text
        assert "[bold]name" in text


def test_in_a_pipe() -> None:
    assert list(finding_lines(ALL)) == [
        "notes.md: M601 info: no next meeting was found",
        "notes.md:3:9: M103 error: “Tuesday 5 March 2025”: 5 March 2025 is a Wednesday [unsafe *]",
        "notes.md:8:143: M103 error: “Tuesday 5 March 2025”: 5 March 2025 is a Wednesday (item 2.1) [*]",
        "april.pdf:p4: M401 warning: nobody is named to do this action (under Any other business)",
        "may.docx:p[3]: M401 warning: nobody is named",
        "may.docx:p[4]: M811 info: two spaces",
    ]


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (ALL, "2 errors, 2 warnings, 2 notes in 3 of 4 files; 1 can be fixed with --fix, 1 with --unsafe-fixes"),
        (CheckReport(files=("a", "b")), "No problems found in 2 files"),
        (CheckReport(files=("a",), known=3, suppressed=1), "No problems found in 1 file; 3 known to the baseline; "),
        (CheckReport(findings=(finding(),), files=("notes.md",)), "1 error in 1 file"),
        (CheckReport(unread=({"file": "x", "reason": "y"},)), "Nothing was checked; 1 file could not be read"),
    ],
)
def test_the_last_line(report: CheckReport, said: str) -> None:
    assert report.summary().startswith(said)


@pytest.mark.parametrize("width", [80])
def test_statistics(width: int) -> None:
    same_as_snapshot(statistics(ALL.counts(), ALL.summary()), "statistics", width)
