"""Who is meant by an owner: cases/people.yml gives what is written, the attendee, and who else could be meant."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from minutes_cli import parse

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "people.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", [pytest.param(case, id=case["why"][:60]) for case in CASES])
def test_an_owner_is_settled_where_there_is_no_doubt(case: dict[str, Any]) -> None:
    minutes = parse(case["given"].encode(), name="minutes.txt")
    proof = {evidence.path: evidence for evidence in minutes.evidence}
    found = []
    for number, action in enumerate(minutes.actions):
        for place, owner in enumerate(action.owners):
            evidence = proof[f"/actions/{number}/owners/{place}/as_written"]
            assert (evidence.grade == "ambiguous") == bool(evidence.alternatives)
            found.append([owner.as_written, owner.name, [other.value for other in evidence.alternatives]])
    assert found == case["expect"]
