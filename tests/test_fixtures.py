"""The fixtures say what they were written to say, and what is printed of them changes only on purpose.

`<file>.truth.json` comes from the source of the fixture, never from the tool: these tests are the specification.
`<file>.expected.json` is the whole output; `make snapshots` writes it anew.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fixtures import build
from fixtures.snapshots import documents, scans, snapshot
from tests.readers.ocr_program import needs_tesseract

DOCUMENTS = documents()
each_document = pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)


@cache
def printed(document: Path) -> bytes:
    return snapshot(document)


def parsed(document: Path) -> list[Any]:
    """Each meeting in the file: one object, or one a line."""
    text = printed(document).decode()
    return [json.loads(line) for line in text.splitlines()] if text.startswith('{"') else [json.loads(text)]


def true(document: Path) -> list[Any]:
    found = json.loads(document.with_name(f"{document.name}.truth.json").read_text(encoding="utf-8"))
    return found if isinstance(found, list) else [found]


def only(values: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: values.get(key) for key in keys}


def people(data: dict[str, Any]) -> list[Any]:
    return [only(person, "name", "role", "abbreviation", "status") for person in data["attendees"]]


def items(data: dict[str, Any]) -> list[Any]:
    return [only(item, "number", "title", "pillars") for item in data["items"]]


def actions(data: dict[str, Any]) -> list[Any]:
    """By text, for an action that stands at its item and in a list may come at either place; owners as printed."""
    found = [only(action, "text", "due", "item", "state") for action in data["actions"]]
    for action, whole in zip(found, data["actions"], strict=True):
        action["owners"] = [owner if isinstance(owner, str) else owner["as_written"] for owner in whole["owners"]]
    return sorted(found, key=lambda action: str(action["text"]))


def decisions(data: dict[str, Any]) -> list[Any]:
    return [only(decision, "outcome", "mover", "seconder", "votes", "item") for decision in data["decisions"]]


@each_document
@pytest.mark.parametrize(
    "part",
    [
        pytest.param(lambda data: data["meeting"], id="meeting"),
        pytest.param(people, id="attendees"),
        pytest.param(items, id="items"),
        pytest.param(actions, id="actions"),
        pytest.param(decisions, id="decisions"),
        pytest.param(lambda data: data["next_meeting"], id="next-meeting"),
    ],
)
def test_a_fixture_is_read_as_it_was_written(document: Path, part: Callable[[dict[str, Any]], Any]) -> None:
    assert [part(meeting) for meeting in parsed(document)] == [part(meeting) for meeting in true(document)]


@needs_tesseract
@pytest.mark.parametrize("scan", scans(), ids=lambda path: path.name)
def test_a_scan_is_read_as_it_was_written(scan: Path) -> None:
    def as_seen(data: dict[str, Any]) -> Any:
        """Curly and straight quotation marks look alike."""
        parts = [data["meeting"], people(data), items(data), actions(data), data["next_meeting"]]
        return json.loads(json.dumps(parts, ensure_ascii=False).replace("’", "'"))

    assert [as_seen(meeting) for meeting in parsed(scan)] == [as_seen(meeting) for meeting in true(scan)]


@each_document
def test_a_decision_holds_its_sentence(document: Path) -> None:
    found = [decision["text"] for meeting in parsed(document) for decision in meeting["decisions"]]
    wanted = [decision["text"] for meeting in true(document) for decision in meeting["decisions"]]
    assert len(found) == len(wanted)
    assert [want for want, text in zip(wanted, found, strict=True) if want not in text] == []


@each_document
def test_what_is_printed_is_what_was_reviewed(document: Path) -> None:
    expected = document.with_name(f"{document.name}.expected.json").read_bytes()
    assert printed(document) == expected, "read the difference, then `make snapshots`"


def test_the_same_meeting_reads_the_same_in_every_format() -> None:
    forms = [path for path in DOCUMENTS if path.stem == "harrowvale-pcc-2024-03"]
    assert {path.suffix for path in forms} == {".pdf", ".docx", ".txt"}
    read = [
        {key: value for key, value in parsed(path)[0].items() if key in ("meeting", "attendees", "next_meeting")}
        for path in forms
    ]
    assert read[0] == read[1] == read[2]


def test_fixtures_are_built_to_the_byte(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.mkdir(), two.mkdir()
    first, second = build.build(one), build.build(two)
    assert [path.read_bytes() for path in first] == [path.read_bytes() for path in second]


def test_the_truth_beside_a_fixture_is_that_of_its_source(tmp_path: Path) -> None:
    for document in build.build(tmp_path):
        assert true(build.HERE / document.name) == true(document), "make fixtures"
