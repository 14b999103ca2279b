"""Over the real documents nobody is taken for somebody else."""

from __future__ import annotations

import pytest

from benchmarks.inversions import verdicts
from benchmarks.judging import SHARED, scorer
from tests.corpus import annotated


@pytest.mark.skipif(not (SHARED / "corpus" / "gold").is_dir(), reason="the real documents are not at hand")
def test_no_name_is_settled_to_another_person_than_gold_means() -> None:
    score = scorer(SHARED)
    found = [verdict for read in annotated() for verdict in verdicts(score, read)]
    assert found
    assert [v for v in found if v.verdict == "wrong"] == []
