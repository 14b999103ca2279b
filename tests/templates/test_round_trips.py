"""Each blank document that ships, filled as a clerk would and parsed, gives back all that was written."""

from __future__ import annotations

import pytest

from minutes_cli.model.minutes import Minutes
from minutes_cli.templates import SHIPPED
from tests.templates.blanks import SUFFIXES, blank, filled, findings, read_back

BOTH = [pytest.param(name, suffix, id=f"{name}{suffix}") for name in SHIPPED for suffix in SUFFIXES]
PEOPLE = {"Ada Merriweather": ("Chair", "AM"), "Ben Tarrant": ("Treasurer", "BT"), "Clara Hobday": (None, "CH")}
# How many items of which names, actions and decisions a filled document has.
ITEMS = {
    "general": ["1 Minutes of the last meeting", "2 Business", "2.1", "2.2", "3 Any other business", "4 Next meeting"],
    "pcc": [
        "1 Outstanding matters / Matters arising",
        "2 Holding to account",
        *("2.1", "2.2", "2.3", "2.4"),
        "3 AOB",
        "4 Confirmation of next meeting type / date / time / venue",
    ],
    "parish-council": [
        "1 Apologies for absence",
        "2 Declarations of interest",
        "3 Minutes of the previous meeting",
        "4 Public participation",
        "5 Reports from county and district councillors",
        "6 Planning",
        "7 Finance",
        "8 Other business of the council",
        *("8.1", "8.2"),
        "9 Correspondence",
        "10 Date of next meeting",
    ],
    "board": [
        "1 Welcome and apologies",
        "2 Conflicts of interest",
        "3 Minutes of the previous meeting",
        "4 Matters arising",
        "5 Chief executive's report",
        "6 Finance",
        "7 Risk",
        "8 Other items for decision or discussion",
        *("8.1", "8.2"),
        "9 Any other business",
        "10 Date of next meeting",
    ],
    "project": ["Review of actions", "Updates", "For discussion", "", "", "Risks and blockers", "Next meeting"],
}
COUNTS = {"general": (2, 1), "pcc": (4, 0), "parish-council": (2, 5), "board": (2, 4), "project": (2, 2)}


@pytest.mark.parametrize(("name", "suffix"), BOTH)
def test_the_heading_comes_back(name: str, suffix: str) -> None:
    meeting = read_back(name, suffix).meeting
    assert (meeting.date, meeting.start_time, meeting.venue) == ("2025-03-05", "14:30", "Meadow Hall")
    assert meeting.chair == "Ada Merriweather"
    assert meeting.body and "Larchmere Trust" in meeting.body
    assert meeting.title and "Larchmere Trust" in meeting.title
    if name != "general":
        assert meeting.minute_taker == "Daisy Vance"


@pytest.mark.parametrize(("name", "suffix"), BOTH)
def test_people_come_back_with_role_and_initials(name: str, suffix: str) -> None:
    people = {person.name: person for person in read_back(name, suffix).attendees}
    assert set(PEOPLE) <= set(people)
    assert people["Ada Merriweather"].role == "Chair"
    if name in ("pcc", "board"):
        roles = {known: (people[known].role, people[known].abbreviation) for known in PEOPLE}
        assert roles == PEOPLE | {"Clara Hobday": ("Membership Officer", "CH")}
    else:
        assert {people[known].status for known in PEOPLE} == {"present"}
    if name != "pcc":
        assert people["Ewan Sykes"].status == "apologies"


@pytest.mark.parametrize(("name", "suffix"), BOTH)
def test_items_come_back_with_number_title_and_pillars(name: str, suffix: str) -> None:
    items = read_back(name, suffix).items
    assert [_shown(item.number, item.title) for item in items] == ITEMS[name]
    own = [item for item in items if item.title.startswith("Repair of the")]
    assert all(bool(item.pillars) == (name == "pcc") for item in own)
    assert {pillar for item in own for pillar in item.pillars} <= {"Secure", "Reform", "Victims", "Reassure"}


def _shown(number: str | None, title: str) -> str:
    """Number and title; a made-up title is left out."""
    return " ".join(filter(None, (number, "" if title.startswith("Repair of the") else title)))


@pytest.mark.parametrize(("name", "suffix"), BOTH)
def test_actions_and_decisions_come_back(name: str, suffix: str) -> None:
    minutes = read_back(name, suffix)
    assert (len(minutes.actions), len(minutes.decisions)) == COUNTS[name]
    assert all(_owners(minutes, number) == ["Ben Tarrant"] for number in range(len(minutes.actions)))
    dues = {action.due for action in minutes.actions}
    assert dues == ({"2025-03-28"} if name in ("board", "project") else {None})
    if name == "parish-council":
        movers = {(decision.mover, decision.seconder) for decision in minutes.decisions}
        assert movers == {("Ada Merriweather", "Clara Hobday")}


def _owners(minutes: Minutes, number: int) -> list[str | None]:
    return [owner.name for owner in minutes.actions[number].owners]


@pytest.mark.parametrize(("name", "suffix"), BOTH)
def test_the_next_meeting_comes_back(name: str, suffix: str) -> None:
    found = read_back(name, suffix).next_meeting
    assert found is not None
    assert found.date == "2025-04-09"
    if name != "general":
        assert found.time == "10:00"
    if name not in ("general", "project"):
        assert found.venue == "Orchard Hall"
    if name == "pcc":
        assert found.kind == "Quarterly Performance Review"


@pytest.mark.parametrize(("name", "suffix"), BOTH)
def test_a_blank_document_that_ships_has_no_fault(name: str, suffix: str) -> None:
    assert findings(blank(name, suffix), name, suffix) == []


@pytest.mark.parametrize(("name", "suffix"), BOTH)
def test_filled_it_is_minutes_without_a_fault(name: str, suffix: str) -> None:
    told = findings(filled(blank(name, suffix), name, suffix), name, suffix, blank=False)
    assert [(one.code, one.message) for one in told if one.severity != "info"] == []


@pytest.mark.parametrize(("name", "suffix"), BOTH)
def test_it_is_the_same_each_time(name: str, suffix: str) -> None:
    assert blank.__wrapped__(name, suffix) == blank(name, suffix)
    assert filled(blank(name, suffix), name, suffix) == filled(blank(name, suffix), name, suffix)


@pytest.mark.parametrize(("name", "suffix"), BOTH)
def test_nobody_has_filled_it_in(name: str, suffix: str) -> None:
    from minutes_cli.pipeline import parse_bytes

    assert "template" in {told.code for told in parse_bytes(blank(name, suffix), f"notes{suffix}").diagnostics}
