"""A later export brings what is there up to date: one task for one action, in calendars and task lists."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from minutes_cli.cli import main

NOTES = [str(path) for path in sorted((Path(__file__).parents[2] / "fixtures").glob("harrowvale-pcc-2024-0[345].pdf"))]


def exported(folder: Path, *files: str) -> Path:
    assert main(["export", "--to", "ics", "--to", "taskwarrior", "-o", f"{folder}/", *files]) == 0
    return folder


def todos(folder: Path) -> dict[str, Component]:
    calendar = Calendar.from_ical((folder / "minutes.ics").read_bytes())
    return {str(todo["uid"]): todo for todo in calendar.walk("VTODO")}


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """After the first meeting, and after the third."""
    first = exported(tmp_path_factory.mktemp("first"), NOTES[0])
    return first, exported(tmp_path_factory.mktemp("third"), *NOTES)


def test_tasks_of_a_calendar_keep_their_ids_and_never_go_back(folders: tuple[Path, Path]) -> None:
    before, after = map(todos, folders)
    assert before.keys() < after.keys()
    assert all(after[uid]["sequence"] >= todo["sequence"] for uid, todo in before.items())
    changed = [uid for uid, todo in before.items() if after[uid]["status"] != todo["status"]]
    assert changed
    assert all(after[uid]["sequence"] > before[uid]["sequence"] for uid in changed)


def test_the_next_meeting_is_that_of_the_last_minutes(folders: tuple[Path, Path]) -> None:
    events = [Calendar.from_ical((folder / "minutes.ics").read_bytes()).walk("VEVENT") for folder in folders]
    (first,), (last,) = events
    assert (f"{first.decoded('dtstart'):%F}", f"{last.decoded('dtstart'):%F}") == ("2024-04-09", "2024-06-12")
    assert first["uid"] != last["uid"]


def test_tasks_of_taskwarrior_keep_their_ids(folders: tuple[Path, Path]) -> None:
    before, after = ({one["uuid"] for one in json.loads((f / "minutes.task.json").read_text("utf-8"))} for f in folders)
    assert before < after
