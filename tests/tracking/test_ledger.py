"""The sum of a body's actions, what was forgotten, and what is doubtful."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_cli.model.tracking import Doubt, Sitting, TrackedAction
from minutes_cli.tracking.doubts import doubts
from minutes_cli.tracking.ledger import balance
from minutes_cli.tracking.life import tracked
from minutes_cli.tracking.vanished import Held, vanished
from tests.tracking.series import changes, followed, meetings

GATE = {"text": "Clerk to mend the cemetery gate", "owners": ["Clerk"]}
HALL = {"text": "Ann to book the hall for the annual meeting", "owners": ["Ann"]}
SEED = {"text": "Bo to buy grass seed for the green", "owners": ["Bo"]}


def actions(given: dict[str, list[dict[str, Any]]]) -> list[TrackedAction]:
    return [tracked(thread) for thread in followed(meetings(given)).threads]


def test_opened_is_what_was_closed_withdrawn_and_is_still_open() -> None:
    (ledger,) = balance(
        actions(
            {
                "2023-03-01": [GATE, HALL, {**SEED, "state": "closed"}],
                "2023-04-01": [{**GATE, "update": "Ongoing."}, {**HALL, "update": "No longer required."}],
                "2023-05-01": [{**GATE, "update": "Complete."}],
                "2023-06-01": [{**GATE, "title": "Action log", "update": "Fell off again. Reopened."}],
            }
        )
    )
    counts = (ledger.opened, ledger.closed, ledger.withdrawn, ledger.reopened, ledger.open)
    assert counts == (3, 1, 1, 1, 1)
    assert ledger.balanced
    assert [
        (step.date, step.before, step.after, step.mention and step.mention.quote) for step in ledger.transitions
    ] == [
        ("2023-03-01", None, "open", GATE["text"]),
        ("2023-03-01", None, "open", HALL["text"]),
        ("2023-03-01", None, "closed", SEED["text"]),
        ("2023-04-01", "open", "in_progress", GATE["text"]),
        ("2023-04-01", "open", "withdrawn", HALL["text"]),
        ("2023-05-01", "in_progress", "closed", GATE["text"]),
        ("2023-06-01", "closed", "open", GATE["text"]),
    ]


def test_a_users_change_is_a_step_with_the_change_as_its_proof() -> None:
    (thread,) = followed(meetings({"2023-03-01": [GATE]})).threads
    action = tracked(thread, changes([{"kind": "note", "on": "2023-03-05"}, {"kind": "close", "on": "2023-03-10"}]))
    (ledger,) = balance([action])
    step = ledger.transitions[-1]
    assert (step.date, step.before, step.after, step.mention) == ("2023-03-10", "open", "closed", None)
    assert step.change is not None
    assert (ledger.closed, ledger.open, ledger.balanced) == (1, 0, True)


def test_a_step_that_is_lost_shows() -> None:
    (action,) = actions({"2023-03-01": [GATE], "2023-04-01": [{**GATE, "update": "Complete."}]})
    (ledger,) = balance([action.model_copy(update={"mentions": action.mentions[:1]})])
    assert not ledger.balanced


def test_each_body_has_its_own_ledger() -> None:
    (one,) = actions({"2023-03-01": [GATE]})
    rows = [one.model_copy(update={"body": body}) for body in ("Acle Parish Council", "Reedham Parish Council")]
    assert [(ledger.body, ledger.opened) for ledger in balance(rows)] == [
        ("Acle Parish Council", 1),
        ("Reedham Parish Council", 1),
    ]


LAST = Held(None, Sitting(date="2023-05-01", file="2023-05-01.pdf"))
EARLIER = Held(None, Sitting(date="2023-04-01", file="2023-04-01.pdf"))


@pytest.mark.parametrize(
    ("given", "missed"),
    [
        pytest.param({"2023-04-01": [GATE, HALL], "2023-05-01": [HALL]}, [GATE], id="left out of the last minutes"),
        pytest.param({"2023-04-01": [GATE], "2023-05-01": []}, [GATE], id="the last minutes have no actions"),
        pytest.param({"2023-04-01": [{**GATE, "state": "closed"}], "2023-05-01": []}, [], id="closed before"),
        pytest.param({"2023-04-01": [], "2023-05-01": [GATE]}, [], id="raised at the last meeting"),
        pytest.param(
            {"2023-04-01": [GATE], "2023-05-01": [{**GATE, "struck": True}]},
            [GATE],
            id="struck out of the last minutes",
        ),
    ],
)
def test_unsettled_actions_that_the_last_minutes_do_not_mention_vanished(
    given: dict[str, Any], missed: list[dict[str, Any]]
) -> None:
    found = vanished(actions(given), [LAST, EARLIER])
    assert [one.action.text for one in found] == [row["text"] for row in missed]
    assert all(one.missing.date == "2023-05-01" and one.last.date == "2023-04-01" for one in found)


def test_what_users_settled_did_not_vanish() -> None:
    (thread,) = followed(meetings({"2023-04-01": [GATE]})).threads
    closed = tracked(thread, changes([{"kind": "close", "on": "2023-04-10"}]))
    assert vanished([closed], [LAST, EARLIER]) == []


def test_the_last_meeting_is_that_of_the_body() -> None:
    (one,) = actions({"2023-04-01": [GATE]})
    own = [Held("Acle Parish Council", EARLIER.sitting), Held("Reedham Parish Council", LAST.sitting)]
    assert vanished([one.model_copy(update={"body": "Acle Parish Council"})], own) == []
    assert len(vanished([one.model_copy(update={"body": "Reedham Parish Council"})], own)) == 1


def doubtful(given: dict[str, list[dict[str, Any]]]) -> list[Doubt]:
    follower = followed(meetings(given))
    found = doubts(follower.threads, follower.doubts)
    assert [(doubt.earlier, doubt.later) for doubt in found if doubt.joined] == [
        (doubt.earlier, doubt.later) for doubt in doubts(follower.threads) if doubt.joined
    ]
    return found


def test_the_same_words_and_owner_are_no_doubt() -> None:
    assert doubtful({"2023-03-01": [GATE, HALL], "2023-04-01": [GATE, HALL]}) == []


def test_a_report_in_other_words_is_joined_with_a_doubt() -> None:
    guide = {"text": "JT to produce a short guide for residents to the complaint review process", "owners": ["JT"]}
    report = {"text": "JT to do a public guide to complaint reviews", "owners": ["JT"], "title": "Matters arising"}
    (doubt,) = doubtful({"2023-03-01": [guide], "2023-04-01": [report]})
    assert (doubt.joined, doubt.rule, doubt.earlier, doubt.later) == (True, "context", "1a", "2a")
    assert doubt.reason


def test_two_candidates_that_would_both_do_are_a_doubt() -> None:
    north = {"text": "ACC to share the staffing return for the northern command with HB", "owners": ["ACC"]}
    south = {"text": "ACC to share the staffing return for the southern command with HB", "owners": ["ACC"]}
    later = {"text": "ACC to share the staffing return for the command with HB", "owners": ["ACC"]}
    (doubt,) = doubtful({"2023-03-01": [north, south], "2023-04-01": [later]})
    assert doubt.joined
    assert "another one" in doubt.reason


def test_like_words_left_apart_are_a_doubt_and_unlike_ones_none() -> None:
    near = {"text": "Clerk to mend and paint the cemetery gate and railings", "owners": ["Clerk"], "title": "Cemetery"}
    (doubt,) = doubtful({"2023-03-01": [{**GATE, "state": "closed"}], "2023-04-01": [near]})
    assert (doubt.joined, doubt.earlier) == (False, "1a")
    assert doubtful({"2023-03-01": [GATE], "2023-04-01": [HALL, SEED]}) == []
