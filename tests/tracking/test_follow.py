from collections.abc import Callable

import pytest

from minutes_cli.model.minutes import Action, Attendee, Evidence, Item, Minutes, Party
from minutes_cli.tracking.follow import follow
from minutes_cli.tracking.people import attendees as known_of
from minutes_cli.tracking.people import owned_by

Build = Callable[..., Minutes]
CLERK = (Party(as_written="Clerk"),)
ANN = (Party(as_written="AR", name="Ann Rowe"),)
GATE = "Clerk to obtain three quotes for the cemetery gate"


def action(text: str, **more: object) -> Action:
    return Action.model_validate({"id": "a" + text[:8], "text": text, **more})


def hows(meetings: list[Minutes]) -> list[list[str]]:
    return [[mention.how for mention in tracked.mentions] for tracked in follow(meetings)]


# first entry, entry of the next meeting, how each mention is told (one list an action)
CASES = {
    "word for word": (action(GATE, owners=CLERK), action(GATE, owners=CLERK), [["raised", "carried"]]),
    "with an update": (
        action(GATE, owners=CLERK),
        action(GATE + ". Two received, one awaited.", owners=CLERK),
        [["raised", "updated"]],
    ),
    "done": (action(GATE, owners=CLERK), action(GATE, owners=CLERK, state="closed"), [["raised", "closed"]]),
    "withdrawn": (
        action(GATE, owners=CLERK),
        action(GATE + " – no longer required", owners=CLERK, state="closed"),
        [["raised", "withdrawn"]],
    ),
    "new date": (
        action(GATE, owners=CLERK, due="2022-11-01"),
        action(GATE, owners=CLERK, due="2022-12-01"),
        [["raised", "updated"]],
    ),
    "new owner": (action(GATE, owners=CLERK), action(GATE, owners=ANN), [["raised", "carried"]]),
    "other task of the same owner": (
        action(GATE, owners=CLERK),
        action("Clerk to write to the school about parking", owners=CLERK),
        [["raised"], ["raised"]],
    ),
    "like wording, other owner": (
        action("Obtain quotes for the cemetery gate and report", owners=CLERK),
        action("Obtain quotes for the playground gate and report back", owners=ANN),
        [["raised"], ["raised"]],
    ),
    "short text within a longer one": (
        action("Write letter", owners=CLERK),
        action("Write letter to the county council about the bridge", owners=CLERK),
        [["raised"], ["raised"]],
    ),
    "running number, other words": (
        action(GATE, reference="52/21"),
        action("All quotes are in.", reference="52/21", state="closed"),
        [["raised", "closed"]],
    ),
    "other running number, same words": (
        action(GATE, reference="52/21"),
        action(GATE, reference="61/21"),
        [["raised"], ["raised"]],
    ),
    "number that starts afresh, other words": (
        action(GATE, reference="AP1"),
        action("Invite the new vicar to lunch", reference="AP1"),
        [["raised"], ["raised"]],
    ),
    "first seen when done": (
        action(GATE, owners=CLERK, state="closed"),
        action("Mow the lawn", owners=CLERK),
        [["closed"], ["raised"]],
    ),
    "done and raised anew": (
        action(GATE, owners=CLERK, state="closed"),
        action(GATE, owners=CLERK),
        [["closed"], ["raised"]],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_an_entry_of_a_later_meeting_continues_the_same_action_only(name: str, meeting: Build) -> None:
    first, second, expected = CASES[name]
    assert hows([meeting("2022-10-01", first), meeting("2022-11-01", second)]) == expected


def test_the_order_in_which_files_are_given_does_not_matter(meeting: Build) -> None:
    run = [
        meeting("2022-10-01", action(GATE, owners=CLERK, due="2022-11-01")),
        meeting("2022-11-01", action(GATE, owners=CLERK, due="2022-12-01")),
        meeting("2022-12-01", action(GATE, owners=CLERK, state="closed")),
    ]
    (tracked,) = follow(run[::-1])
    assert follow(run) == [tracked]
    assert tracked.raised.date == "2022-10-01"
    assert (tracked.due, tracked.due_original, tracked.state) == ("2022-12-01", "2022-11-01", "closed")
    assert [mention.file for mention in tracked.mentions] == ["2022-10-01.pdf", "2022-11-01.pdf", "2022-12-01.pdf"]


@pytest.mark.parametrize(
    ("one", "other", "actions"),
    [
        ("Reedham Parish Council", "REEDHAM PARISH COUNCIL", 1),
        ("Reedham Parish Council", "Reedham Parish Councii", 1),
        ("Reedham Parish Council", "Reedham Parish Council Planning Committee", 2),
        ("Reedham Parish Council", "Acle Parish Council", 2),
        ("Ashford Parish Council", "Ashworth Parish Council", 2),
        ("Reedham Parish Council", "Parish Council", 1),
        ("Reedham Parish Council", None, 1),
        (None, None, 1),
    ],
)
def test_actions_are_followed_within_one_body(one: str | None, other: str | None, actions: int, meeting: Build) -> None:
    run = [meeting("2022-10-01", action(GATE), body=one), meeting("2022-11-01", action(GATE), body=other)]
    assert len(follow(run)) == actions


RATES = "Provide a breakdown of response times by district"
LABS = "Review the backlog of examinations at the laboratory"


@pytest.mark.parametrize(
    ("second", "found"),
    [
        pytest.param((RATES, LABS), 2, id="it reports on the same actions"),
        pytest.param((RATES, "Write to the school about parking on the green"), 4, id="one alike may be chance"),
    ],
)
def test_a_body_that_heads_its_minutes_otherwise_is_known_by_its_actions(
    second: tuple[str, str], found: int, meeting: Build
) -> None:
    first = [action(text, owners=CLERK, reference=f"HTA/23/00{n}") for n, text in enumerate((RATES, LABS))]
    later = [action(text, owners=CLERK, reference=f"HTA/23/00{n}") for n, text in enumerate(second)]
    run = [
        meeting("2023-02-01", *first, body="Office of the Commissioner for Tarrow"),
        meeting("2023-03-01", *later, body="Holding to Account Board"),
    ]
    assert len(follow(run)) == found
    if found == 2:
        assert {tracked.body for tracked in follow(run)} == {"Office of the Commissioner for Tarrow"}


def test_two_entries_of_one_meeting_stay_two_actions(meeting: Build) -> None:
    run = [meeting("2022-10-01", action(GATE), action(GATE + " and the hall")), meeting("2022-11-01", action(GATE))]
    assert hows(run) == [["raised", "carried"], ["raised"]]


def test_ids_are_distinct_over_meetings(meeting: Build) -> None:
    run = [meeting("2022-10-01", action("Mow"), body="A"), meeting("2022-11-01", action("Mow"), body="B")]
    assert [tracked.id for tracked in follow(run)] == ["aMow", "aMow-2"]


def test_pillars_come_from_the_item_and_quotes_from_the_evidence(meeting: Build) -> None:
    items = (Item(id="i", number="2.1", title="Roads", pillars=("Secure",)),)
    quotes = ("NN to engage", "with the districts")
    evidence = tuple(Evidence(path="/actions/0/text", quote=q, grade="exact", confidence=1.0) for q in quotes)
    (tracked,) = follow([meeting("2022-10-01", action("NN to…", item="2.1"), items=items, evidence=evidence)])
    assert tracked.pillars == ("Secure",)
    assert tracked.mentions[0].quote == "NN to engage with the districts"


def test_nothing_comes_of_nothing(meeting: Build) -> None:
    assert follow([]) == follow([meeting(None)]) == []


@pytest.mark.parametrize(
    ("wanted", "found"),
    [("AR", True), ("ar", True), ("A.R.", True), ("Ann Rowe", True), ("rowe", True), ("Al Reed", False), ("A", False)],
)
def test_an_owner_is_found_by_initials_or_by_words_of_the_name(wanted: str, found: bool, meeting: Build) -> None:
    attendees = (Attendee(name="Ann Rowe", abbreviation="AR", status="present"),)
    minutes = meeting(
        "2022-10-01", action(GATE, owners=(Party(as_written="Ann", name="Ann Rowe"),)), attendees=attendees
    )
    assert bool(owned_by(follow([minutes]), [wanted], known_of([minutes]))) is found


def test_the_same_meeting_in_two_formats_counts_once(meeting: Build) -> None:
    plain = meeting("2022-10-01", action(GATE, owners=CLERK))
    titled = plain.model_copy(update={"meeting": plain.meeting.model_copy(update={"title": "Minutes of the council"})})
    assert hows([titled, titled.model_copy()]) == [["raised"]]
