"""Headings of minutes that are one nested list: "• Roof" over "  • It leaks"."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from minutes_cli.parser.candidates import Candidate
from minutes_cli.parser.labels import STATUSES
from minutes_cli.parser.tables import fold
from minutes_cli.profiles import Profile
from minutes_cli.text.numbering import find_number

# So many topics make an outline; most entries of its first level hold others.
_LEAST = 4
_MOSTLY = 0.5
# Where so large a share of them is headings otherwise, the document has other marks.
_MARKED = 0.5
_MOST_WORDS = 10


def score_outline(candidates: Sequence[Candidate], threshold: float, profile: Profile) -> None:
    """Credit to the entries of a list's first level that hold others, where little else is a heading."""
    # under a list of actions the first level names who is to act
    tasks = set(profile.words("actions.lists"))
    record = list(itertools.takewhile(lambda c: fold(str(c.title)) not in tasks, candidates))
    first = [c for c in record if _is_entry(c) and c.passage.paragraph.level == 0]
    holding = {id(c) for c, below in itertools.pairwise(candidates) if _is_entry(below) and _is_under(below, c)}
    topics = [c for c in first if id(c) in holding and _is_short(c)]
    marked = sum(c.score >= threshold for c in candidates)
    if len(topics) < max(_LEAST, _MOSTLY * len(first)) or marked >= _MARKED * len(topics):
        return
    others = {word for status in STATUSES for word in profile.words(f"attendance.{status}")}
    for topic in topics:
        if fold(str(topic.title)) not in others:
            topic.add(max(0.0, threshold + 0.02 - topic.score), "a topic of a nested list")


def _is_entry(candidate: Candidate) -> bool:
    label = candidate.passage.label
    return bool(label) and find_number(f"{label} x") is None


def _is_under(below: Candidate, above: Candidate) -> bool:
    return below.passage.paragraph.level > above.passage.paragraph.level


def _is_short(candidate: Candidate) -> bool:
    title = str(candidate.title)
    return not candidate.rest and len(title.split()) <= _MOST_WORDS and not title.endswith((".", ";", ","))
