"""Decisions: motions with mover, seconder and votes, resolutions, and what was agreed in so many words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from minutes_cli.parser.candidates import Candidate
from minutes_cli.parser.decision_blocks import motion_above, resolves
from minutes_cli.parser.decision_marks import (
    RESOLUTION_NUMBER,
    VOTE_TAIL,
    carried,
    marked_decisions,
    new_decision,
    numbered,
)
from minutes_cli.parser.decision_wording import ANNOUNCES, MINUTES, ONLY_NAMES, worded_decisions
from minutes_cli.parser.draft import Decision, Draft, fact
from minutes_cli.parser.motions import Cues, complete, read_names, read_vote, read_votes
from minutes_cli.parser.moved_above import moved_decision, read_moved
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.parser.tables import fold
from minutes_cli.profiles import Profile

_BRACED = re.compile(r"^\W*\{?\s*(?:Action|ACTION|Result|RESULT|Disposition)\s*:\s*(?P<result>[^;}\]]{3,80})\s*[;\]}]")
# A question that was put to the vote: "Keep the old name? Yes - 5, No - 2", "Which colour? Red - 3, Blue - 4".
_POLLED = re.compile(
    r"[^?]{10,300}\?\s+(?:(?:Yes|For|In favou?r)\s?[-–:]\s?\d{1,3}\b|"
    r"[A-Za-z]{2,20}\s?[-–:]\s?\d{1,3}(?:[,;]\s?[A-Za-z]{2,20}\s?[-–:]\s?[\d?]{1,3})+(?!\d))",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^\W*(?:GRANTED|DENIED|APPROVED|DEFERRED|REJECTED|DISMISSED|TABLED|WITHDRAWN|CARRIED|ADOPTED)\b[^.]{0,160}$"
)
LONGEST_MOTION = 900


def add_decisions(draft: Draft, headings: Sequence[Candidate], profile: Profile) -> None:
    """Fill `draft.decisions`, in the order of the document."""
    cues = Cues(profile)
    heading_at = {c.passage.index: c for c in headings}
    lists = set(profile.words("decisions.lists"))
    tasks = {a.text.value for a in draft.actions if a.cue == "wording"}
    in_list, skip_until = False, -1
    for position, passage in enumerate(draft.passages):
        if passage.tabular or position <= skip_until:
            continue
        heading = heading_at.get(passage.index)
        text = heading.rest if heading is not None else passage.body
        if heading is not None:
            in_list = fold(str(heading.title)) in lists
            if (
                heading.number
                and MINUTES.search(str(heading.body))
                and "approved" in str(heading.body).lower().split()[:4]
            ):
                text = heading.body
        if not text or len(text) > 20_000:
            continue
        after = draft.passages[position + 1 : position + 16]
        following = [p.text for p in takewhile(lambda p: p.index not in heading_at and not p.tabular, after)]
        moved = read_moved(text, following)
        if moved:
            draft.decisions.append(moved_decision(moved, passage, cues))
            skip_until = position + moved.used
            continue
        block = motion_above(position, draft.passages, heading_at, cues)
        if block is not None:
            if draft.decisions and draft.decisions[-1].place >= block.place:
                draft.decisions.pop()
            complete(block, cues)
            draft.decisions.append(block)
            continue
        if ONLY_NAMES.match(str(text)) and position:
            if any(map(resolves, following[:2])):
                continue
            above = draft.passages[position - 1]
            if not (draft.decisions and draft.decisions[-1].place == above.index):
                if above.index in heading_at or above.tabular or len(above.text) > LONGEST_MOTION:
                    continue
                draft.decisions.append(new_decision([above.text], above, "decision.names_below"))
            read_vote(
                draft.decisions[-1],
                [text, *following[:1]] if following and VOTE_TAIL.match(str(following[0])) else [text],
                cues,
            )
            continue
        found = list(_in_passage(text, passage, following, cues, tasks))
        for decision, _ in found:
            if decision.outcome is None and position and ANNOUNCES.search(str(draft.passages[position - 1].text)):
                decision.outcome, decision.outcome_fact = cues.outcome(draft.passages[position - 1].text)
        if not found and in_list and passage.label and len(text) < 300:
            found = [(carried([text], passage, heading_text(draft, headings, passage), "list"), 0)]
        for decision, used in found:
            skip_until = max(skip_until, position + used)
            complete(decision, cues)
            if not (in_list and any(fold(decision.text.value) == fold(d.text.value) for d in draft.decisions)):
                draft.decisions.append(decision)


def heading_text(draft: Draft, headings: Sequence[Candidate], passage: Passage) -> Text:
    """The heading above a passage."""
    return next(c.title for c in reversed(headings) if c.passage.index <= passage.index)


def _in_passage(
    text: Text, passage: Passage, following: Sequence[Text], cues: Cues, tasks: set[str]
) -> Iterator[tuple[Decision, int]]:
    """The decisions a passage begins or holds, each with how many further passages belong to it."""
    value = str(text)
    braced = _BRACED.match(value)
    if braced and re.search(r"\b(?:Motion|Moved|Second|Vote)\b", value[braced.end() - 1 :], re.IGNORECASE):
        decision = Decision(fact(text.group(braced, "result"), rule="decision.braces"), passage.index)
        read_votes(decision, text)
        read_names(decision, [text], labelled=True)
        yield decision, 0
    elif _BARE.match(value):
        yield Decision(fact(text, rule="decision.result_line"), passage.index), 0
    elif _POLLED.match(value):
        decision = Decision(fact(text, rule="decision.poll"), passage.index)
        read_votes(decision, text)
        yield decision, 0
    elif RESOLUTION_NUMBER.match(value):
        yield from numbered(text, passage, following, cues)
    else:
        # what was agreed that somebody do is a task, though "It was agreed that" begins decisions too
        given = str(next(text.sentences(), text)) in tasks
        marked = [] if given else list(marked_decisions(text, passage, following, cues))
        yield from marked or worded_decisions(text, passage, following, cues, tasks)
