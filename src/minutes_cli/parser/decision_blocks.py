"""Motions set over several passages: who moved, what was moved, how the vote fell, and last what became of it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from minutes_cli.parser.action_cues import IRC
from minutes_cli.parser.decision_marks import new_decision
from minutes_cli.parser.draft import Decision
from minutes_cli.parser.motions import Cues, read_vote
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.text.later import later

# The line that ends such a motion; what was moved stands above it.
_ENDS = later(
    r"^\W*(?:(?:the|this) )?(?:motion|proposal|resolution|amendment)(?: was)?(?: then)? "
    r"(?:passed|carried|fell|falls|failed|defeated|lost|accepted|approved|adopted|rejected)\b[^.]{0,60}\.?$|"
    rf"^\W*{IRC}(?:so )?resolved\W*$",
    re.IGNORECASE,
)
_MOVED = later(
    rf"^\W*{IRC}(?:that\b|proposed(?: resolution)?\s*:|"
    r"(?:this|the) [\w ]{2,40}\b(?:resolves|believes|notes|mandates)\b)",
    re.IGNORECASE,
)
_RESOLVES = later(r"\bresolves\b|^\W*that\b|\bproposed(?: resolution)?\s*:", re.IGNORECASE)
_NAMES = later(r"^\W*(?:proposed|moved|proposer|mover)(?: by)?\b.{2,60}\bsecond", re.IGNORECASE)
# Votes, speeches and remarks between the motion and its end.
_BETWEEN = later(r"^\W*(?:for|against|votes?|abstain|speech|speaker|question|<|amendment)\b|^\W*<", re.IGNORECASE)
_REACH = 12


def motion_above(place: int, passages: Sequence[Passage], headings: Collection[int], cues: Cues) -> Decision | None:
    """The motion whose end the passage at `place` tells ("The motion passed."), as the passages above it give it."""
    end = passages[place]
    if not _ENDS.match(str(end.text)):
        return None
    first = place
    while first > 0 and place - first < _REACH and passages[first - 1].index not in headings:
        first -= 1
        if passages[first].tabular:
            return None
    block = passages[first:place]
    starts = [n for n, p in enumerate(block) if _MOVED.match(str(p.text))]
    chosen = [n for n in starts if _RESOLVES.search(str(block[n].text)[:80])] or starts
    if not chosen:
        return None
    moved: list[Text] = []
    for passage in block[chosen[-1] :]:
        if moved and (_BETWEEN.match(str(passage.text)) or not _goes_on(moved[-1], passage)):
            break
        moved.append(passage.text)
    decision = new_decision([_without_label(moved[0]), *moved[1:]], block[chosen[-1]], "decision.block")
    names = [p.text for p in block if _NAMES.match(str(p.text))]
    votes = [p.text for p in block[chosen[-1] :] if re.match(r"^\W*(?:for|votes?)\b", str(p.text), re.IGNORECASE)]
    read_vote(decision, [*decision.text.quotes, *names[-1:], *votes, end.text], cues)
    return decision


def resolves(text: Text) -> bool:
    """Whether a passage says what is moved: "This Union resolves: …"."""
    return bool(_MOVED.match(str(text)) and re.search(r"\bresolves\b", str(text)[:80], re.IGNORECASE))


def _goes_on(above: Text, passage: Passage) -> bool:
    """Whether a passage belongs to the motion that the one above it began: an entry of its list, or after a colon."""
    number = re.match(r"^\(?\d{1,2}[.)]\s", str(passage.text))
    return bool(passage.label or number) or str(above).rstrip().endswith((":", ";", ","))


def _without_label(text: Text) -> Text:
    """The motion without "PROPOSED:" in front of it."""
    found = re.match(rf"^\W*{IRC}proposed(?: resolution)?\s*:\s*", str(text), re.IGNORECASE)
    return text[found.end() :] if found else text
