"""A later export brings what is there up to date: one task for one action, in calendars and task lists."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from icalendar import Calendar, Component

from minutes_cli.cli import main
from minutes_cli.model.minutes import NextMeeting
from minutes_cli.store.database import opened
from minutes_cli.store.saving import save
from tests.store.made import BODY, addition, minutes

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


# --- of a register


@pytest.fixture
def held(register: Path) -> Callable[..., None]:
    """Put minutes of a meeting into the register: a later edition corrects an earlier one."""

    def put(day: int, *texts: str, body: str = BODY, edition: int = 0, **following: str) -> None:
        made = minutes(day, [{"text": text} for text in texts], body, edition)
        with opened(register, write=True) as connection:
            save(connection, addition(made.model_copy(update={"next_meeting": NextMeeting(**following)})))

    return put


def calendar(folder: Path, command: tuple[str, ...] = ("export", "--to", "ics", "-o")) -> Calendar:
    path = folder / "board.ics"
    assert main([*command, str(path)]) == 0
    return Calendar.from_ical(path.read_bytes())


def versions(found: Calendar) -> dict[str, tuple[int, str]]:
    """Of each task and event its version and what it says."""
    return {
        str(one["uid"]): (int(one["sequence"]), str(one["summary"]))
        for kind in ("VTODO", "VEVENT")
        for one in found.walk(kind)
    }


def test_whatever_is_changed_and_undone_a_task_stays_one_and_its_version_never_falls(
    held: Callable[..., None], tmp_path: Path
) -> None:
    held(5, "Mend the gate by the mill.", "Write to the county about the bus.", date="2021-02-02")
    seen = [versions(calendar(tmp_path))]
    for change in (
        ("action", "close", "A1"),
        ("undo",),
        ("action", "note", "A2", "rang"),
        ("action", "link", "A1", "A3"),
        ("undo",),
        ("undo",),
    ):
        if "link" in change:
            held(33, "Report back on the hall.", date="2021-03-02")
            seen.append(versions(calendar(tmp_path)))
        assert main(list(change)) == 0
        seen.append(versions(calendar(tmp_path)))
    for before, after in pairwise(seen):
        for uid in before.keys() & after.keys():
            assert after[uid][0] >= before[uid][0]
            assert after[uid] == before[uid] or after[uid][0] > before[uid][0]
    assert seen[-1].keys() == seen[4].keys() == seen[5].keys()  # what was linked was cancelled, not gone
    # the two first tasks are there all the time
    assert (
        len(set.intersection(*({uid for uid, (_, said) in one.items() if said[:2] in ("A1", "A2")} for one in seen)))
        == 2
    )


def test_a_task_that_turned_out_to_be_another_is_cancelled_and_comes_back(
    held: Callable[..., None], tmp_path: Path
) -> None:
    held(5, "Mend the gate by the mill.")
    held(33, "Report back on the hall.")
    states = []
    for change in (("action", "link", "A1", "A2"), ("undo",)):
        assert main(list(change)) == 0
        todos = calendar(tmp_path).walk("VTODO")
        assert main(["export", "--to", "taskwarrior", "-o", str(tmp_path / "tasks.json")]) == 0
        tasks = json.loads((tmp_path / "tasks.json").read_text("utf-8"))
        (tmp_path / "tasks.json").unlink()
        states.append([{str(one["status"]) for one in found} for found in (todos, tasks)])
    assert states == [
        [{"NEEDS-ACTION", "CANCELLED"}, {"pending", "deleted"}],
        [{"NEEDS-ACTION"}, {"pending"}],
    ]


def test_corrected_minutes_that_reword_an_action_or_move_the_next_meeting_change_what_is_there(
    held: Callable[..., None], tmp_path: Path
) -> None:
    held(5, "Mend the gate by the mill before the spring.", date="2021-02-02")
    before = versions(calendar(tmp_path))
    held(5, "Mend the gate near the mill before spring comes.", edition=1, date="2021-02-09")
    found = calendar(tmp_path)
    after = versions(found)
    assert before.keys() == after.keys()
    assert all(after[uid][0] > before[uid][0] for uid in before)
    (todo,), (event,) = found.walk("VTODO"), found.walk("VEVENT")
    assert todo["summary"] == "A1 Mend the gate near the mill before spring comes."
    assert f"{event.decoded('dtstart'):%F}" == "2021-02-09"


@pytest.mark.parametrize("command", [("export", "--to", "ics", "-o"), ("due", "--calendar")])
def test_a_body_that_is_named_a_little_otherwise_has_one_next_meeting(
    command: tuple[str, ...], held: Callable[..., None], tmp_path: Path
) -> None:
    held(5, "Mend the gate.", body="Reedham Parish Council", date="2021-02-02")
    held(33, "Mend the roof.", body="The Reedham Parish Council", date="2021-03-02")
    held(40, "Sell the hall.", body="Finance Panel", date="2021-04-02")
    days = [f"{event.decoded('dtstart'):%F}" for event in calendar(tmp_path, command).walk("VEVENT")]
    assert days == ["2021-03-02", "2021-04-02"]
    (tmp_path / "council.json").unlink(missing_ok=True)
    assert main(["export", "--to", "popolo", "-o", str(tmp_path / "council.json")]) == 0
    named = [one["name"] for one in json.loads((tmp_path / "council.json").read_text("utf-8"))["organizations"]]
    assert named == ["Reedham Parish Council", "Finance Panel"]


def test_tasks_of_two_registers_are_never_taken_for_each_other(tmp_path: Path) -> None:
    found = []
    for body in (BODY, "Salthouse Parish Council"):
        register = tmp_path / f"{body}.db"
        with opened(register, write=True) as connection:
            save(connection, addition(minutes(5, [{"text": "Mend the gate."}], body)))
        found.append(versions(calendar(tmp_path, ("export", "--register", str(register), "--to", "ics", "-o"))))
    assert found[0].keys().isdisjoint(found[1])
