"""People's names: single, in entries of attendance lists, and in lists."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.text.names import (
    abbreviates,
    initials,
    initials_forms,
    looks_like_name,
    same_person,
    split_entry,
    split_people,
    strip_office,
    strip_title,
    surname,
)

TITLES = [
    ("Cllr Gail Roe", "Gail Roe", "Cllr"),
    ("Councillor M. Roe", "M. Roe", "Councillor"),
    ("Mr. Roe", "Roe", "Mr."),
    ("Mr.Roe", "Roe", "Mr."),
    ("Rev'd Jane Roe", "Jane Roe", "Rev'd"),
    ("The Rt Hon Lord Roe", "Roe", "The Rt Hon Lord"),
    ("ACC Adam Roe", "Adam Roe", "ACC"),
    ("T/DCC Roe", "Roe", "T/DCC"),
    ("Ch Supt Bev Roe", "Bev Roe", "Ch Supt"),
    ("Acting Superintendent P. Roe", "P. Roe", "Acting Superintendent"),
    ("Lt Col Jane Roe", "Jane Roe", "Lt Col"),
    ("Dr. Jane Roe, MBE, JP", "Jane Roe", "Dr."),
    ("Jane Roe OBE", "Jane Roe", ""),
    ("DI Roe", "Roe", "DI"),
    ("Di Roe", "Di Roe", ""),
    ("Chief Constable", "Chief Constable", ""),
    ("General Counsel", "General Counsel", ""),
    ("Trustee Roe", "Trustee Roe", ""),
    ("Jane Roe", "Jane Roe", ""),
]

NAMES = [
    "Jane Roe",
    "J. P. Roe",
    "M Roe",
    "ZJ Roe",
    "Andrew SMITH",
    "Jan van der Berg",
    "Mary St. Roe",
    "Seán O’Roe",
    "Kit Smythe-Roe",
    "Robyn McDonald",
    "Zdeněk Dvořák",
    "April Jones",
    "Ada Page",
    "Cllr Roe",
    "Miss A Roe",
]

NOT_NAMES = [
    "Anytown Council",
    "Finance Business Partner",
    "Chief Constable",
    "Any Other Business",
    "APPROVAL OF MINUTES",
    "Licensing Board",
    "Monday",
    "May",
    "Room 12",
    "the clerk",
    "Jane Roe (Chair)",
    "jane@example.org",
    "Jane reported that",
    "IBM",
    "",
]


@pytest.mark.parametrize(("name", "bare", "title"), TITLES)
def test_titles_come_off(name: str, bare: str, title: str) -> None:
    assert strip_title(name) == (bare, title)


@pytest.mark.parametrize(
    ("name", "bare", "office"),
    [
        ("Trustee Roe", "Roe", "Trustee"),
        ("Vice Chair Roe", "Roe", "Vice Chair"),
        ("Mayor Tom Roe", "Tom Roe", "Mayor"),
        ("Deputy Mayor Jane Roe", "Jane Roe", "Deputy Mayor"),
        ("Fire Chief Will Roe", "Will Roe", "Fire Chief"),
        ("Member Dr Roe", "Roe", "Member Dr"),
        ("Chair", "Chair", ""),
    ],
)
def test_offices_come_off_too(name: str, bare: str, office: str) -> None:
    assert strip_office(name) == (bare, office)


@pytest.mark.parametrize("text", NAMES)
def test_names_look_like_names(text: str) -> None:
    assert looks_like_name(text) >= 0.6


@pytest.mark.parametrize("text", NOT_NAMES)
def test_other_words_do_not(text: str) -> None:
    assert looks_like_name(text) <= 0.3


def test_a_single_word_may_be_a_name() -> None:
    assert 0.3 < looks_like_name("Roe") < 0.6


@pytest.mark.parametrize(
    ("name", "usual", "others"),
    [
        ("Natasha Roe", "NR", {"NRo"}),
        ("Rachel Roe-Poe", "RRP", {"RR", "RP"}),
        ("Sean O’Brien", "SOB", {"SO", "SB"}),
        ("Earl P Roe", "EPR", {"ER"}),
        ("BJ Roe", "BJR", set()),
        ("Jane McDonald", "JM", {"JMD"}),
        ("Dr Jane Roe, MBE", "JR", set()),
        ("", "", set()),
    ],
)
def test_initials(name: str, usual: str, others: set[str]) -> None:
    assert initials(name) == usual
    assert others <= initials_forms(name)
    assert not name or usual in initials_forms(name)


def test_initials_may_be_made_longer_to_tell_two_people_apart() -> None:
    assert abbreviates("RCp", "Rita Capel")
    assert not abbreviates("CC", "Ann Poe")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Jane Roe", "JANE ROE", True),
        ("J Roe", "Jane Roe", True),
        ("Cllr J. P. Roe", "John Roe", True),
        ("JP Roe", "John Paul Roe", True),
        ("José Roe", "Jose Roe", True),
        ("Roe, Jane", "Jane Roe", True),
        ("Jane Roe-Poe", "Jane Roe Poe", True),
        ("Cllr Roe", "Roe", True),
        ("Roe", "Jane Roe", False),
        ("Ann Roe", "Jane Roe", False),
        ("Jane Roe", "Jane Poe", False),
        ("", "", False),
    ],
)
def test_the_same_person(one: str, other: str, same: bool) -> None:
    assert same_person(one, other) is same
    assert same_person(other, one) is same


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Dr Jane Roe", "Roe"), ("Jan van der Roe Jr", "van der Roe"), ("ROE, Jan", "ROE"), ("Trustee Roe", "Roe")],
)
def test_surnames(name: str, expected: str) -> None:
    assert surname(name) == expected


# entry, name, role, abbreviation, note
ENTRIES = [
    ("Jane Roe", "Jane Roe", None, None, None),
    ("Natasha Roe – Senior Policy Officer (NR)", "Natasha Roe", "Senior Policy Officer", "NR", None),
    ("Imogen Roe (IR), Chief Executive", "Imogen Roe", "Chief Executive", "IR", None),
    ("Joe Roe (JR), notes", "Joe Roe", "notes", "JR", None),
    ("J. Roe - Chair", "J. Roe", "Chair", None, None),
    ("1. Jane Roe - Clerk", "Jane Roe", "Clerk", None, None),
    ("• Jane Roe, Acme Widgets", "Jane Roe", "Acme Widgets", None, None),
    ("Jane Roe\tActing Head of Legal Services", "Jane Roe", "Acting Head of Legal Services", None, None),
    ("Jane Roe/USAF", "Jane Roe", "USAF", None, None),
    ("Jane Roe (Chair – Resident)", "Jane Roe", "Chair – Resident", None, None),
    ("Jane Roe (Parish Clerk and Finance Officer)", "Jane Roe", "Parish Clerk and Finance Officer", None, None),
    ("Jane Roe, MBE, Director of Finance", "Jane Roe", "Director of Finance", None, None),
    ("Director, Community (Mr. G. Roe)", "G. Roe", "Director, Community", None, None),
    ("Chair: Jane Roe", "Jane Roe", "Chair", None, None),
    ("Acting Superintendent, P. Roe", "P. Roe", "Acting Superintendent", None, None),
    ("Fire Chief Will Roe", "Will Roe", "Fire Chief", None, None),
    ("Trustee Roe", "Roe", "Trustee", None, None),
    ("Detective Sergeant M. Roe", "M. Roe", "Detective Sergeant", None, None),
    ("DCC Marcus Roe (MR)", "Marcus Roe", None, "MR", None),
    (
        "Ch Supt Bev Roe (BR), Chief Superintendent (for DCC Poe)",
        "Bev Roe",
        "Chief Superintendent (for DCC Poe)",
        "BR",
        None,
    ),
    (
        "Ann Roe, Assistant Chief Constable (Local Policing) (ACC)",
        "Ann Roe",
        "Assistant Chief Constable (Local Policing)",
        "ACC",
        None,
    ),
    ("Dr Avi Roe AR Clinical Chair", "Avi Roe", "Clinical Chair", "AR", None),
    ("David A. Roe of New York, Acting Chair", "David A. Roe", "Acting Chair", None, None),
    ("Jane Roe (WI)", "Jane Roe", "WI", None, None),
    ("Hugo (until 11.40)", "Hugo", None, None, "until 11.40"),
    ("Cllr Andy Roe (illness)", "Andy Roe", None, None, "illness"),
    ("Jane Roe (work commitment)", "Jane Roe", None, None, "work commitment"),
    ("Dan Roe, via Zoom", "Dan Roe", None, None, "via Zoom"),
    ("Alex Roe (Resident) – from 8.00PM", "Alex Roe", "Resident", None, "from 8.00PM"),
    ("Jane Roe, Clerk, left the meeting at 20:10", "Jane Roe", "Clerk", None, "left the meeting at 20:10"),
    ("Jane Roe (sub)", "Jane Roe", None, None, "sub"),
    ("Jane Roe - Chief Constable (CC) from item 2.2", "Jane Roe", "Chief Constable", "CC", "from item 2.2"),
    ("Jane Roe from item 4", "Jane Roe", None, None, "from item 4"),
    ("Jane Roe deputising for Bo Poe", "Jane Roe", "deputising for Bo Poe", None, None),
    ("Jane Roe (substitute for Cllr Poe)", "Jane Roe", "substitute for Cllr Poe", None, None),
    ("Jane Roe (Ward One), Clerk", "Jane Roe", "Clerk", None, None),
    ("Jane Roe (JR, VP), Bo Poe (BP, Clerk", "Jane Roe", "JR, VP", None, None),
    ("Chief Constable (CC)", "", "Chief Constable", "CC", None),
    ("", "", None, None, None),
]


@pytest.mark.parametrize(("text", "name", "role", "abbreviation", "note"), ENTRIES)
def test_an_entry(text: str, name: str, role: str | None, abbreviation: str | None, note: str | None) -> None:
    entry = split_entry(text)
    assert text[slice(*entry.name)] == name
    assert (entry.role and text[slice(*entry.role)]) == role
    assert (entry.abbreviation and text[slice(*entry.abbreviation)]) == abbreviation
    assert ("; ".join(text[slice(*span)] for span in entry.notes) or None) == note


def test_the_title_before_a_name_is_kept_apart() -> None:
    entry = split_entry("T/DCC Ann Roe (AR)")
    assert entry.title == (0, 5)
    assert entry.role is None


LISTS = [
    ("Present: Councillors A. Roe, B. Poe and C. Coe", ["A. Roe", "B. Poe", "C. Coe"]),
    ("Councillors Roe, Poe, Coe and Doe.", ["Roe", "Poe", "Coe", "Doe"]),
    ("Present: Tom, Ann, Joe", ["Tom", "Ann", "Joe"]),
    ("Jane Roe & Ann Poe", ["Jane Roe", "Ann Poe"]),
    ("Jane Roe\nAnn Poe", ["Jane Roe", "Ann Poe"]),
    ("Kathleen M. Roe, Chairman", ["Kathleen M. Roe, Chairman"]),
    ("Joe Roe (JR), Finance Business Partner", ["Joe Roe (JR), Finance Business Partner"]),
    ("David A. Roe, Acting Chair, Dana Poe, Member", ["David A. Roe, Acting Chair", "Dana Poe, Member"]),
    (
        "Jane Roe, Director, Office of Affairs, and Acting Head; Ann Poe, member; and Bob Coe.",
        ["Jane Roe, Director, Office of Affairs, and Acting Head", "Ann Poe, member", "Bob Coe"],
    ),
    ("Cllrs: A Roe (Chair), B Poe, C Coe; D Doe (Clerk)", ["A Roe (Chair)", "B Poe", "C Coe", "D Doe (Clerk)"]),
    ("Jane Roe (Clerk, Treasurer), Ann\nPoe, Bob Coe", ["Jane Roe (Clerk, Treasurer)", "Ann\nPoe", "Bob Coe"]),
    ("Jane Roe, Acme Widgets\nAnn Poe\nBob Coe, Red Hat", ["Jane Roe, Acme Widgets", "Ann Poe", "Bob Coe, Red Hat"]),
    (
        "Superintendent (Ms. A. Roe), Director, Roads (Mr. K. Poe)",
        ["Superintendent (Ms. A. Roe)", "Director, Roads (Mr. K. Poe)"],
    ),
    ("Acting Superintendent, P. Roe, Sergeant N.\nPoe", ["Acting Superintendent, P. Roe", "Sergeant N.\nPoe"]),
    (
        "Board members present were Trustee Roe and Trustee Poe. Clerk Coe was also present.",
        ["Trustee Roe", "Trustee Poe", "Clerk Coe"],
    ),
    ("Apologies were received from Cllr Roe (illness) and PC Poe", ["Cllr Roe (illness)", "PC Poe"]),
    ("Cllr Jane Roe, Cllr Poe and 23 others", ["Cllr Jane Roe", "Cllr Poe"]),
    ("None", []),
    ("", []),
]


@pytest.mark.parametrize(("text", "people"), LISTS)
def test_a_list(text: str, people: list[str]) -> None:
    assert [text[slice(*span)] for span in split_people(text)] == people


ANY_LIST = st.text(st.sampled_from("JaneRoCllr.Mr,;&()[]–-/: \n\tand0wsDC'’é")) | st.text()


@given(ANY_LIST)
def test_no_text_breaks_a_list(text: str) -> None:
    end = 0
    for start, stop in split_people(text):
        assert end <= start < stop <= len(text)
        end = stop


@given(ANY_LIST)
def test_no_text_breaks_an_entry(text: str) -> None:
    entry = split_entry(text)
    for span in (entry.name, entry.role, entry.abbreviation, entry.title):
        assert span is None or 0 <= span[0] <= span[1] <= len(text)


@given(ANY_LIST, ANY_LIST)
def test_no_text_breaks_a_name(one: str, other: str) -> None:
    assert 0 <= looks_like_name(one) <= 1
    assert strip_title(one)[0] in one
    assert strip_office(one)[0] in one
    assert isinstance(initials(one), str)
    assert isinstance(surname(one), str)
    assert same_person(one, other) == same_person(other, one)
