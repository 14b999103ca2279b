"""Whom a mover, seconder or chair is, as the standards of civic data ask."""

from __future__ import annotations

import pytest

from minutes_cli.exporters.people import settled
from minutes_cli.model.minutes import Attendee, Meeting, Minutes, Source

SOURCE = Source(file="a.pdf", sha256="0" * 64, media_type="application/pdf", profile="generic")
NAMES = {"Kay Wendell": "KW", "Bonnie Tremaine": None, "Ann Lee": "AL", "Bo Lee": None, "Prince": None}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        pytest.param("Kay Wendell", "Kay Wendell", id="the whole name"),
        pytest.param("Wendell", "Kay Wendell", id="a surname that one attendee bears"),
        pytest.param("WENDELL", "Kay Wendell", id="in capitals"),
        pytest.param("KW", "Kay Wendell", id="initials from the attendance"),
        pytest.param("Prince", "Prince", id="an attendee of one name"),
        pytest.param("Lee", "Lee", id="a surname that two bear is not settled"),
        pytest.param("Jo Wendell", "Jo Wendell", id="another first name is another person"),
        pytest.param("Kay", "Kay", id="a first name alone is not settled"),
        pytest.param("Stone", "Stone", id="somebody whom the attendance does not name"),
    ],
)
def test_a_name_means_an_attendee_where_it_can_mean_only_one(name: str, expected: str) -> None:
    people = tuple(Attendee(name=one, abbreviation=short, status="present") for one, short in NAMES.items())
    assert settled(Minutes(source=SOURCE, meeting=Meeting(), attendees=people), name) == expected
