"""Minutes of invented meetings in many layouts are read as they were written.

The truth comes from the meeting that the document was made of. A failure shows what differs and the text.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fixtures.synthetic.__main__ import main
from fixtures.synthetic.layout import OPTIONS, PLAIN, Layout
from fixtures.synthetic.made import Made, make, make_any
from minutes_cli import parse

# One meeting with motions and tasks enough for every form to show.
SEED = 6
# Of documents whose every choice is drawn by lot so many are read without any difference: 86 in 100, less some room.
SHARE_WITHOUT_FAULT = 0.75
DRAWN = range(1000, 1060)
CHOICES = [(respect, choice) for respect, choices in OPTIONS.items() for choice in choices]
layouts = st.builds(Layout, **{respect: st.sampled_from(choices) for respect, choices in OPTIONS.items()})


def read(made: Made) -> dict[str, Any]:
    return parse(made.data, name=f"minutes.{made.layout.suffix}").model_dump(mode="json", by_alias=True)


@pytest.mark.parametrize(("respect", "choice"), CHOICES, ids=[f"{r}={c}" for r, c in CHOICES])
def test_a_layout_that_differs_in_one_respect_is_read_whole(respect: str, choice: str) -> None:
    made = make(replace(PLAIN, **{respect: choice}), SEED)
    assert not (wrong := made.wrong(read(made))), wrong


def test_most_layouts_drawn_by_lot_are_read_whole() -> None:
    faults = [fault for seed in DRAWN if (fault := (made := make_any(seed)).wrong(read(made)))]
    assert len(faults) <= (1 - SHARE_WITHOUT_FAULT) * len(DRAWN), "\n".join(faults)


@settings(derandomize=True, max_examples=40, deadline=None, database=None)
@given(layouts, st.integers(0, 999))
def test_a_date_is_the_right_one_or_none_in_any_layout(layout: Layout, seed: int) -> None:
    made = make(layout, seed)
    found = read(made)
    following = (made.gold["next_meeting"] or {}).get("date")
    assert found["meeting"]["date"] in (made.gold["meeting"]["date"], None), made.wrong(found)
    assert (found["next_meeting"] or {}).get("date") in (following, None), made.wrong(found)


def test_the_same_seed_gives_the_same_documents_and_gold(tmp_path: Path) -> None:
    for folder in ("one", "two"):
        main(["--seed", "40", "--count", "5", "--out", str(tmp_path / folder)])
    files = sorted(path.relative_to(tmp_path / "one") for path in (tmp_path / "one").rglob("*.*"))
    assert len(files) == 10
    for path in files:
        assert (tmp_path / "one" / path).read_bytes() == (tmp_path / "two" / path).read_bytes()
    gold = json.loads((tmp_path / "one" / files[-1]).read_text(encoding="utf-8"))
    assert set(gold) == {"file", "meeting", "attendees", "items", "actions", "decisions", "next_meeting"}
