"""Headings of minutes that mark them with nothing: no numbers, no bold, only short lines and "Topic: text"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from minutes_cli.parser.candidates import Candidate
from minutes_cli.parser.passages import Text
from minutes_cli.text.prose import heading_likeness

# So many lines or paragraphs alike are a habit of the document.
_LEAST = 3
# Marked headings beyond this number structure the record already.
_MOST_MARKED = 2
_MOST_WORDS = 7
_LONGEST = 60
_LIKE_HEADING = 0.62
_PROSE = 0.45
_RUN_IN = re.compile(r"^(?P<title>[A-Z][^:\n]{2,58}?)\s*:\s+(?=\S)")
# What stands before a colon in the heading of minutes is a label; so many words behind it are text.
_LEAST_WORDS = 4


def score_plain(candidates: Sequence[Candidate], threshold: float) -> None:
    """Credit to short lines over prose and to topics that run in with their text, where nothing else is a heading."""
    marked = sum(c.score >= threshold and (c.strong or c.passage.paragraph.heading is not None) for c in candidates)
    numbered = any(c.score >= threshold and c.number is not None and c.number.marked for c in candidates)
    if marked > _MOST_MARKED or numbered:
        return
    alone = [c for c, after in itertools.pairwise(candidates) if _stands_alone(c) and _is_prose(after)]
    if len(alone) >= _LEAST:
        for candidate in candidates:
            if _stands_alone(candidate):
                candidate.add(0.2, "a short line like others over prose")
    topics = [(c, title) for c in candidates for title in [_topic(c)] if title is not None]
    if len(topics) >= _LEAST or len(alone) >= _LEAST:
        for candidate, title in topics:
            candidate.title, candidate.rest = title, candidate.body[len(title) + 1 :].strip(" :")
            candidate.likeness = heading_likeness(str(title))
            candidate.add(max(0.0, threshold + 0.02 - candidate.score), "a topic like others, run in with its text")


def _stands_alone(candidate: Candidate) -> bool:
    words = str(candidate.title).split()
    return (
        not candidate.rest
        and candidate.number is None
        and not candidate.passage.label
        and len(words) <= _MOST_WORDS
        and candidate.likeness >= _LIKE_HEADING
        and candidate.score >= _LIKE_HEADING
        and str(candidate.title)[-1:] not in ".,;"
        and ":" not in str(candidate.title)[:-1]
    )


def _is_prose(candidate: Candidate) -> bool:
    return candidate.likeness < _PROSE or len(str(candidate.rest)) > _LONGEST


def _topic(candidate: Candidate) -> Text | None:
    """The topic that a paragraph begins with, where text follows it and no label of the attendance or a field is it."""
    found = _RUN_IN.match(str(candidate.body)[: _LONGEST + 4])
    if found is None or candidate.number is not None or candidate.passage.label:
        return None
    title = candidate.body[: found.end("title")]
    rest = str(candidate.body)[found.end() :]
    penalties = any("label" in reason or "marker" in reason or "outcome" in reason for reason in candidate.reasons)
    if penalties or len(str(title).split()) > _MOST_WORDS or len(rest.split()) < _LEAST_WORDS:
        return None
    return title if heading_likeness(str(title)) >= _LIKE_HEADING else None
