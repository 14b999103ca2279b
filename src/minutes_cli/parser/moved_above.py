"""Motions whose mover and seconder stand above them: "Moved by Roe, seconded by Poe / THAT … / Carried"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from minutes_cli.parser.decision_marks import bare_parts, new_decision
from minutes_cli.parser.draft import Decision, fact
from minutes_cli.parser.motions import Cues, read_names, read_votes
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.text.later import later

# Number, mover and seconder may stand a line each.
_MOST_NAME_LINES = 3
# The text of a motion, its recitals included, has no more passages.
_MOST_PASSAGES = 12
_LONGEST_NAMES = 160
_NAME = r"[^.:;\n]{0,12}?[A-Z][^:;\n]{1,40}?"
_NAMES = later(
    r"^\W*(?:it was )?(?:(?:moved|proposed|mover|proposer)\s*(?:by)?\s*:?\s*"
    rf"{_NAME})?[,;./]?\s*(?:and\s+)?(?:(?:seconded|second|seconder)\s*(?:by)?\s*:?\s*{_NAME})?"
    r"(?:,?\s*and(?:\s+(?:unanimously\s+)?(?:resolved|agreed|carried))?)?\s*[.,:;–-]*$",
    re.IGNORECASE,
)
_MOVED = later(r"\b(?:moved|proposed|mover|proposer|seconded|seconder|second)\b", re.IGNORECASE)
_NUMBER = later(
    r"^\W*(?:motion|resolution|res\.?|minute)\s*(?:no\.?|number|#)?\s*:?\s*#?[A-Z]{0,4}\d[\w/.-]{0,14}\W*$",
    re.IGNORECASE,
)
_OPENS = later(
    r"^\W*(?:that\b|be it\b|whereas\b|it was resolved|(?:unanimously )?resolved|and (?:unanimously )?resolved|"
    r"now,? therefore|therefore,? be it)",
    re.IGNORECASE,
)
_GOES_ON = later(
    r"^\W*(?:and\b|now\b|whereas\b|be it\b|therefore\b|that\b|further\b|\(?[a-z0-9]{1,3}[.)]\s)", re.IGNORECASE
)
# Where the motion begins in the same paragraph as its names.
_BEGINS = later(r"\s(?=(?:Be it|BE IT|THAT|That|WHEREAS|Whereas|RESOLVED|Resolved)\b)")
_TOLD = later(r"\b(?:carried|lost|defeated|passed)\b", re.IGNORECASE)
_FATE = later(
    r"^\W*(?:(?:the |this )?(?:motion|resolution)\s+(?:was |is )?)?(?:carried|defeated|lost|passed|approved|adopted|"
    r"tabled|deferred|withdrawn|not carried)\b[^.]{0,60}\.?\W*$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Moved:
    """A motion below the lines on who moved it.

    names   the lines with number, mover and seconder
    parts   the text of the motion
    fate    the line that says what became of it
    used    how many passages behind the first belong to it
    """

    names: tuple[Text, ...]
    parts: tuple[Text, ...]
    fate: Text | None
    used: int


def read_moved(text: Text, following: Sequence[Text]) -> Moved | None:
    """The motion below a line that says only its number, or who moved and seconded it."""
    begins = _BEGINS.search(str(text)[:_LONGEST_NAMES])
    if begins and _is_preamble(text[: begins.start()]):
        found = read_moved(text[: begins.start()], [text[begins.end() :], *following])
        return replace(found, used=found.used - 1) if found else None
    names = [text]
    if not _is_preamble(text):
        return None
    while len(names) <= min(len(following), _MOST_NAME_LINES) and _is_preamble(following[len(names) - 1]):
        names.append(following[len(names) - 1])
    rest = following[len(names) - 1 :][:_MOST_PASSAGES]
    if rest and _NUMBER.match(str(text)) and len(names) == 1:
        below = read_moved(rest[0], rest[1:])
        return replace(below, names=(text, *below.names), used=below.used + 1) if below else None
    if not rest or not _OPENS.match(str(rest[0])) or not any(_MOVED.search(str(name)) for name in names):
        return None
    end = next((n for n, part in enumerate(rest) if n and (_FATE.match(str(part)) or _is_preamble(part))), None)
    if end is None or _is_preamble(rest[end]):
        end = next((n for n in range(1, len(rest)) if not _continues(rest[n - 1], rest[n])), len(rest))
    fate = rest[end] if end < len(rest) and _FATE.match(str(rest[end])) else None
    return Moved(tuple(names), tuple(rest[:end]), fate, len(names) - 1 + end + (fate is not None))


def _is_preamble(text: Text) -> bool:
    value = str(text)
    if len(value) > _LONGEST_NAMES or _TOLD.search(value):
        return False  # what became of a motion stands below it, and so do its names then
    return bool(_NUMBER.match(value) or (_MOVED.search(value) and _NAMES.match(value)))


def _continues(before: Text, part: Text) -> bool:
    return str(before).rstrip().endswith((";", ",", ":")) or bool(_GOES_ON.match(str(part)))


def moved_decision(moved: Moved, passage: Passage, cues: Cues) -> Decision:
    """A motion with its mover and seconder above it and its fate below."""
    marked = cues.marker.match(str(moved.parts[0]))
    first = moved.parts[0][marked.end() :] if marked and marked["sep"][0] in ":–—-" else moved.parts[0]
    parts = [part for part in (first, *moved.parts[1:]) if part]
    decision = new_decision(bare_parts(parts), passage, "decision.moved_above")
    read_names(decision, moved.names)
    for part in (*parts[-1:], *([moved.fate] if moved.fate else [])):
        read_votes(decision, part)
        decision.outcome, decision.outcome_fact = cues.outcome(list(part.sentences())[-1])
    if decision.outcome is None and re.search("resolved", str(moved.parts[0]), re.IGNORECASE) and not moved.fate:
        decision.outcome, decision.outcome_fact = (
            "carried",
            fact(moved.parts[0], "carried", rule="decision.outcome.marker"),
        )
    return decision
