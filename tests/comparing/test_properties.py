"""What holds of any two sets of minutes."""

from __future__ import annotations

from collections import Counter
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.comparing import compare
from minutes_cli.comparing.folding import words
from minutes_cli.comparing.wording import runs
from minutes_cli.model.minutes import Minutes
from tests.exporters.generated import minutes

TURNED = {"added": "removed", "removed": "added", "changed": "changed"}
WORDS = ("the", "board", "noted", "a", "report,", "and", "'agreed'", "that", "£5", "not", "be", "paid.", "It", "rose")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40)


@given(minutes())
@settings(deadline=None)
def test_nothing_differs_from_itself(one: Minutes) -> None:
    assert compare(one, one).differences == ()


@given(minutes(), minutes())
@settings(deadline=None)
def test_the_other_way_round_the_same_entries_differ(one: Minutes, two: Minutes) -> None:
    there, back = compare(one, two), compare(two, one)
    assert Counter((d.part, d.how) for d in there.differences) == Counter(
        (d.part, TURNED[d.how]) for d in back.differences
    )
    assert there.equal == back.equal == (not there.differences)


@given(minutes(), st.randoms(use_true_random=False))
@settings(deadline=None)
def test_items_in_another_order_moved_and_nothing_else(one: Minutes, random: Random) -> None:
    flat = tuple(item.model_copy(update={"parent": None}) for item in one.items)
    shuffled = random.sample(flat, len(flat))
    old, new = (one.model_copy(update={"items": order}) for order in (flat, tuple(shuffled)))
    for found in (compare(old, new), compare(new, old)):
        assert {change.field for d in found.differences if d.part == "item" for change in d.fields} <= {
            "place",
            "number",
        }
        assert {d.how for d in found.differences if d.part == "item"} <= {"changed"}


@given(TEXTS, TEXTS)
@settings(deadline=None)
def test_runs_make_both_texts(old: list[str], new: list[str]) -> None:
    before, after = words(" ".join(old)), words(" ".join(new))
    found = runs(before, after)
    keys = {
        side: [word.key for run in found if run.how in ("same", side) for word in words(run.text)]
        for side in ("removed", "added")
    }
    if found:
        assert keys == {"removed": [word.key for word in before], "added": [word.key for word in after]}
    else:
        assert "".join(word.key for word in before) == "".join(word.key for word in after)
