"""Which entries of many meetings are one action: the table in cases/joins.yml."""

from __future__ import annotations

from typing import Any

import pytest

from minutes_cli.tracking.life import tracked
from tests.tracking.series import followed, meetings, rows


@pytest.mark.parametrize("case", [pytest.param(row, id=row["why"][:60]) for row in rows("joins")])
def test_entries_are_joined(case: dict[str, Any]) -> None:
    follower = followed(meetings(case["given"]), case.get("ties"))
    found = [
        {
            "entries": [entry.id for entry in thread.entries],
            "links": [link.rule for link in thread.links[1:] if link],
            "how": [mention.how for mention in tracked(thread).mentions],
            "state": tracked(thread).state,
            "owners": [owner.as_written for owner in tracked(thread).owners],
        }
        for thread in follower.threads
    ]
    asked = [{key: row[key] for key in expected} for row, expected in zip(found, case["expect"], strict=False)]
    assert len(found) == len(case["expect"]), found
    assert asked == case["expect"]
    if "doubts" in case:
        doubts = [
            {"of": [doubt.earlier, doubt.later], "joined": str(doubt.joined).lower()} for doubt in follower.doubts
        ]
        assert doubts == case["doubts"]
