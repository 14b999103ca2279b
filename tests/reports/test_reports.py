"""Each form says the same findings in the way its readers understand."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from lxml import etree

from minutes_cli.model.findings import CheckReport
from minutes_cli.reports import REPORTS
from minutes_cli.text.safe import CONTROL_IN_LINE
from tests.reports.conftest import finding

SCHEMAS = Path(__file__).parent / "schemas"
Written = Callable[[CheckReport, str], str]

# What each form is when nothing was checked and nothing found.
NOTHING = {
    "jsonl": "",
    "github": "",
    "gitlab": "[]\n",
    "markdown": "## Minutes\n\nNothing was checked.\n",
}


@pytest.mark.parametrize("form", sorted({*REPORTS} - {"json", "jsonl"}))
def test_controls_of_a_document_never_come_through(report: CheckReport, written: Written, form: str) -> None:
    text = written(report, form)
    assert CONTROL_IN_LINE.search(text) is None
    assert "\x00" not in text


@pytest.mark.parametrize(("form", "text"), NOTHING.items())
def test_no_findings(written: Written, form: str, text: str) -> None:
    assert written(CheckReport(), form) == text


def test_json_is_the_report_and_jsonl_its_lines(report: CheckReport, written: Written) -> None:
    assert CheckReport.model_validate_json(written(report, "json")) == report
    lines = [json.loads(line) for line in written(report, "jsonl").splitlines()]
    assert lines == [one.model_dump(mode="json") for one in (*report.findings, *report.unread)]


# ---- GitHub


def test_github_annotates_the_line(written: Written) -> None:
    assert written(CheckReport(findings=(finding(),)), "github") == (
        "::warning file=march.md,line=11,col=9,endColumn=44,title=M401 action-without-owner"
        "::nobody is named to do this action (item 1)%0ABegin it with initials.\n"
    )


def test_github_gives_no_line_where_there_is_none(report: CheckReport, written: Written) -> None:
    lines = written(report, "github").splitlines()
    assert len(lines) == len(report.findings) + 1, "one command each, whatever a message holds"
    assert lines[1].startswith("::notice file=march.md,title=M601 no-next-meeting::no next meeting")
    assert lines[2].startswith("::error file=a b/mär%25z.pdf,title=M401 action-without-owner::")
    assert "(page 2, under Any other business)" in lines[2]
    assert lines[3].startswith("::warning file=deep/notes.docx,title=")
    assert "(table 1, row 2)" in lines[3]


def test_github_is_given_no_command_by_a_document(report: CheckReport, written: Written) -> None:
    hostile = written(report, "github").splitlines()[4]
    properties, _, message = hostile.removeprefix("::warning ").partition("::")
    assert [one.partition("=")[0] for one in properties.split(",")] == ["file", "line", "col", "endColumn", "title"]
    assert "%250A" in message, "what looks like an escape is text"


def test_github_is_told_of_a_file_that_could_not_be_read(report: CheckReport, written: Written) -> None:
    assert (
        written(report, "github").splitlines()[-1] == "::error file=scan|1.pdf,title=could not be read::encrypted\\x1b"
    )


# ---- GitLab


def test_gitlab_has_what_code_quality_demands(report: CheckReport, written: Written) -> None:
    entries = json.loads(written(report, "gitlab"))
    assert entries[0] == {
        "description": "nobody is named to do this action (item 1)",
        "check_name": "M401",
        "fingerprint": entries[0]["fingerprint"],
        "severity": "minor",
        "location": {"path": "march.md", "lines": {"begin": 11}},
    }
    assert [one["severity"] for one in entries] == ["minor", "info", "major", "minor", "minor", "minor", "blocker"]
    assert [one["location"]["lines"]["begin"] for one in entries] == [11, 1, 1, 1, 11, 11, 1]
    assert entries[2]["location"]["path"] == "a b/mär%z.pdf"


def test_gitlab_fingerprints_tell_equal_findings_of_two_files_apart(report: CheckReport, written: Written) -> None:
    entries = json.loads(written(report, "gitlab"))
    marks = [(one["location"]["path"], one["fingerprint"]) for one in entries]
    same = [one for path, one in marks if path == "march.md"]
    assert len({mark for _, mark in marks}) == len(marks) - 1
    assert same[0] == same[1], "the two here were given one fingerprint"


# ---- SARIF


@pytest.fixture
def sarif(report: CheckReport, written: Written) -> dict[str, Any]:
    return json.loads(written(report, "sarif"))["runs"][0]


def test_sarif_is_valid(report: CheckReport, written: Written) -> None:
    schema = json.loads((SCHEMAS / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema, format_checker=jsonschema.FormatChecker())
    for one in (report, CheckReport()):
        validator.validate(json.loads(written(one, "sarif")))


def test_sarif_explains_every_rule(sarif: dict[str, Any]) -> None:
    rules = sarif["tool"]["driver"]["rules"]
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in rules)
    for result in sarif["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_places(sarif: dict[str, Any]) -> None:
    lines, _, page, block, *_ = [result["locations"][0] for result in sarif["results"]]
    assert lines["physicalLocation"]["region"] == {
        "startLine": 11,
        "startColumn": 9,
        "endColumn": 44,
        "snippet": {"text": "Obtain three quotes for the repair."},
    }
    assert "region" not in page["physicalLocation"]
    assert page["logicalLocations"][0]["name"] == "page 2, under Any other business"
    assert block["logicalLocations"][0]["name"] == "table 1, row 2"


def test_sarif_uris(sarif: dict[str, Any]) -> None:
    places = [result["locations"][0]["physicalLocation"]["artifactLocation"] for result in sarif["results"]]
    assert places[2] == {"uri": "a%20b/m%C3%A4r%25z.pdf", "uriBaseId": "%SRCROOT%"}
    assert places[3] == {"uri": "deep/notes.docx", "uriBaseId": "%SRCROOT%"}
    assert places[5] == {"uri": "file:///elsewhere/notes.md"}
    assert [one["location"]["uri"] for one in sarif["artifacts"]][-2:] == ["clean.md", "stdin"]


def test_sarif_levels_and_fingerprints(sarif: dict[str, Any]) -> None:
    assert [result["level"] for result in sarif["results"][:3]] == ["warning", "note", "error"]
    assert sarif["results"][0]["partialFingerprints"] == {"minutes/v1": "0a1b2c3d4e5f6071"}
    assert sarif["columnKind"] == "unicodeCodePoints"


def test_sarif_says_that_a_run_was_not_whole(sarif: dict[str, Any]) -> None:
    [invocation] = sarif["invocations"]
    assert invocation["executionSuccessful"] is False
    assert invocation["toolExecutionNotifications"][0]["message"]["text"] == "could not be read: encrypted\\x1b"


# ---- JUnit


def test_junit_is_valid(report: CheckReport, written: Written) -> None:
    schema = etree.XMLSchema(etree.parse(SCHEMAS / "junit-10.xsd"))
    for one in (report, CheckReport()):
        schema.assertValid(etree.fromstring(written(one, "junit").encode()))


def test_junit_has_a_suite_for_each_file(report: CheckReport, written: Written) -> None:
    root = etree.fromstring(written(report, "junit").encode())
    suites = {suite.get("name"): (suite.get("tests"), suite.get("failures"), suite.get("errors")) for suite in root}
    assert suites == {
        "march.md": ("2", "1", "0"),
        "a b/mär%z.pdf": ("1", "1", "0"),
        "deep/notes.docx": ("1", "1", "0"),
        "hostile.md": ("1", "1", "0"),
        "/elsewhere/notes.md": ("1", "1", "0"),
        "clean.md": ("1", "0", "0"),
        "stdin": ("1", "0", "0"),
        "scan|1.pdf": ("1", "0", "1"),
    }
    assert (root.get("tests"), root.get("failures"), root.get("errors")) == ("9", "5", "1")


def test_junit_tells_a_finding_as_a_failed_case_and_a_note_as_one_that_passes(
    report: CheckReport, written: Written
) -> None:
    warning, note = etree.fromstring(written(report, "junit").encode())[0]
    assert warning.get("name") == "M401 action-without-owner: line 11, item 1"
    assert warning[0].tag == "failure"
    assert warning[0].get("message") == "nobody is named to do this action (item 1)"
    assert "“Obtain three quotes for the repair.”\nBegin it with initials." in warning[0].text
    assert [child.tag for child in note] == ["system-out"]


# ---- Markdown


def test_markdown_is_a_table(written: Written) -> None:
    report = CheckReport(findings=(finding(),), files=("march.md", "april.md"))
    assert written(report, "markdown") == (
        "## Minutes\n"
        "\n"
        "1 warning in 1 of 2 files.\n"
        "\n"
        "| | Where | Rule | What |\n"
        "| --- | --- | --- | --- |\n"
        "| ⚠️ warning | march.md, line 11, item 1 | M401 action-without-owner "
        "| nobody is named to do this action<br>*Begin it with initials.* |\n"
    )


def test_markdown_of_a_document_stays_text(report: CheckReport, written: Written) -> None:
    from markdown_it import MarkdownIt

    text = written(report, "markdown")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == 2 + len(report.findings) + 1
    page = etree.HTML(MarkdownIt("commonmark", {"html": True}).enable("table").render(text))
    assert [len(row) for row in page.iter("tr")] == [4] * (len(rows) - 1)
    assert {element.tag for element in page.find(".//tbody").iter()} == {"tbody", "tr", "td", "br", "em"}
    assert "| `code` <b>&amp; %0A::error::" in "".join(page.itertext())


def test_markdown_of_many_findings_stays_short_enough_for_a_summary(written: Written) -> None:
    text = written(CheckReport(findings=(finding(),) * 1003, files=("march.md",)), "markdown")
    assert text.startswith("## Minutes\n\n1003 warnings in 1 file.")
    assert text.count("\n| ⚠️ ") == 1000
    assert text.endswith("\n\n3 more are not shown.\n")
