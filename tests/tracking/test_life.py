"""State, due date and owners of an action: tables in cases/states.yml and cases/life.yml."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_cli.tracking.ledger import transitions
from minutes_cli.tracking.life import tracked
from tests.tracking.series import changes, one_thread, rows

TASK = {"text": "Clerk to obtain three quotes for the cemetery gate", "owners": ["Clerk"]}


@pytest.mark.parametrize(
    ("said", "printed", "state"),
    [pytest.param(*row, id=f"{row[0][:50]} ({row[1]})") for case in rows("states") for row in case["said"]],
)
def test_words_beside_an_action_tell_its_state(said: str, printed: str, state: str) -> None:
    thread = one_thread({"2023-03-01": [TASK], "2023-04-01": [{**TASK, "update": said or None, "state": printed}]})
    assert tracked(thread).state == state
    behind = one_thread(
        {"2023-03-01": [TASK], "2023-04-01": [{**TASK, "text": f"{TASK['text']} – {said}", "state": printed}]}
    )
    assert tracked(behind).state == state


@pytest.mark.parametrize("case", [pytest.param(row, id=row["why"][:60]) for row in rows("life")])
def test_the_life_of_an_action(case: dict[str, Any]) -> None:
    action = tracked(one_thread(case["given"]), changes(case.get("changes", ())))
    data = action.model_dump(mode="json")
    data["owners"] = [owner.as_written for owner in action.owners]
    data["how"] = [mention.how for mention in action.mentions]
    found = {key: data[key] for key in case["expect"]}
    assert {key: _word(value) for key, value in found.items()} == case["expect"]
    assert transitions(action)[-1].after == action.state


def _word(value: object) -> object:
    """As the table writes it."""
    return value if isinstance(value, list) else "null" if value is None else str(value)
