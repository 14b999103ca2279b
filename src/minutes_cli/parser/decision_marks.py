"""Decisions behind a marker or a number: "RESOLVED:", "DECISION:", "R2023-082"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from minutes_cli.parser.draft import Decision, Fact, fact
from minutes_cli.parser.motions import Cues, read_names, read_votes
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.text.later import later

RESOLUTION_NUMBER = later(r"^(?:R|Res\.?|Resolution)\s?#?\d{2,4}[-/]\d+\s+[A-Z]\.?\s?\w+")
# Markers that say that something was decided, not how: "Decision: rejected".
_NEUTRAL = frozenset(["decision", "decisions", "outcome", "ruling", "conclusion"])
# Sentences behind a motion that say how it went.
VOTE_TAIL = later(
    r"^\W*(?:(?:roll ?call |voice )?vote|vote role|\d{1,3} (?:votes? )?(?:in favou?r|for\b)|"
    r"all (?:those |members )?present|"
    r"everyone|yes\b|ayes?\b|all in favou?r|all (?:ayes|were|aye|"
    r"others)|motion (?:carried|passed|carries|passes|"
    r"approved|failed|was|approved)|carried|passed|defeated|deferred|tabled|withdrawn|"
    r"postponed|lost\b|failed|rejected|not carried|unanimous|"
    r"seconded|seconder|mover|second(?:ed)? by|proposed by|proposed:|moved|approved|no objection|"
    r"upon (?:voice )?vote|the motion|there were no|result|in favou?r|for:|against|abst|motion |"
    r"discussion|agreed\b|roll call|opposed|nays?|there being no (?:other|further) (?:candidates?|nominations?)|"
    r"the meeting (?:was )?(?:then )?adjourned at|"
    r"this (?:motion )?was (?:seconded|agreed|carried|approved|unanimously)|it was seconded|"
    r"[A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)? (?:seconded|seconds|2nd)\b)",
    re.IGNORECASE,
)
_TRAILING = later(r"^\W*(?:time\b|next\b|carried\b|defeated\b)", re.IGNORECASE)


# Result, mover, seconder, ayes and nays may stand a line each.
_MOST_VOTE_LINES = 5


def new_decision(parts: Sequence[Text], passage: Passage, rule: str) -> Decision:
    value = " ".join(" ".join(str(p).split()) for p in parts)
    return Decision(Fact(value, tuple(parts), rule=rule), passage.index)


def carried(parts: Sequence[Text], passage: Passage, said: Text, how: str) -> Decision:
    """A decision that stands behind `said`: a marker or the head of a list, which say that it was taken."""
    decision = new_decision(parts, passage, f"decision.{how}")
    read_names(decision, parts)
    for part in parts:
        read_votes(decision, part)
    decision.outcome, decision.outcome_fact = "carried", fact(said, "carried", rule=f"decision.outcome.{how}")
    return decision


def numbered(text: Text, passage: Passage, following: Sequence[Text], cues: Cues) -> Iterator[tuple[Decision, int]]:
    """A numbered resolution ("R2023-082 D. Roe, S. Poe:") with the passages up to "Carried."."""
    head = RESOLUTION_NUMBER.match(str(text))
    colon = str(text).find(":")
    rest = text[colon + 1 :] if 0 <= colon < 80 else text[head.end() if head else 0 :]
    parts, used = ([rest] if rest else []), 0
    for more in following:
        if RESOLUTION_NUMBER.match(str(more)) or (
            parts and re.search(r"\b(?:Carried|Defeated|Lost)\.?\s*$", str(parts[-1]))
        ):
            break
        parts.append(more)
        used += 1
    if parts:
        decision = new_decision([*parts[:-1], _without(parts[-1], _TRAILING)], passage, "decision.numbered")
        read_names(decision, [text, *parts])
        for part in parts:
            read_votes(decision, part)
            outcome, said = cues.outcome(list(part.sentences())[-1])
            if outcome:
                decision.outcome, decision.outcome_fact = outcome, said
        yield decision, used


def _without(text: Text, tail: re.Pattern[str]) -> Text:
    """The text without the sentences at its end that match."""
    sentences = list(text.sentences())
    while len(sentences) > 1 and tail.match(str(sentences[-1])):
        sentences.pop()
    return text[: sentences[-1].end - text.start] if sentences else text


def marked_decisions(
    text: Text, passage: Passage, following: Sequence[Text], cues: Cues
) -> Iterator[tuple[Decision, int]]:
    """Behind "RESOLVED:", "DECISION:", "MOTION:" and the like."""
    marked = cues.marker.match(str(text))
    if not marked or not (marked["sep"][0] in ":–—-" or marked["marker"][0].isupper()):
        return
    marker = text[marked.start("marker") : marked.end("marker")]
    body = text[marked.end() :] if marked["sep"][0] in ":–—-" else text
    if re.fullmatch(r"\d{1,4}", str(body)):
        body = body[len(body) :]  # the resolution's number; what was resolved stands below it
    bullets = _bullets(body)
    if len(bullets) > 1:
        for part in bullets:
            decision = carried(bare_parts([part]), passage, marker, "marker")
            read_names(decision, [part])
            read_votes(decision, part)
            yield decision, 0
        return
    parts, used = ([body], 0) if body else _below(following)
    if not parts or re.match(r"^\W*(?:(?:none|nil|n/?a)\W*)?$", str(parts[0]), re.IGNORECASE):
        return
    decision = new_decision(bare_parts(parts), passage, "decision.marker")
    tail = list(takewhile(lambda t: VOTE_TAIL.match(str(t)), following[used : used + _MOST_VOTE_LINES]))
    read_names(decision, [text, *parts, *tail])
    for part in [text, *parts, *tail]:
        read_votes(decision, part)
    told = cues.outcome(parts[0][:20]) if str(marker).lower() in _NEUTRAL else (None, None)
    if told[0]:
        decision.outcome, decision.outcome_fact = told
    elif str(marker).lower() not in ("motion", "vote"):
        decision.outcome, decision.outcome_fact = "carried", fact(marker, "carried", rule="decision.outcome.marker")
    else:
        for part in [*parts, *tail]:
            outcome, said = cues.outcome(part)
            if outcome:
                decision.outcome, decision.outcome_fact = outcome, said
        used += sum(1 for _ in takewhile(lambda t: _VOTE_LINE.match(str(t)), tail))
    yield decision, used


# Under "Motion:" these lines are the motion's own, not the beginning of the next one.
_VOTE_LINE = later(r"^\W*(?:result|mover|moved|proposer|proposed|seconder|seconded)\b[^:]{0,8}:", re.IGNORECASE)


def _bullets(body: Text) -> list[Text]:
    """Several resolutions behind one marker, each behind a bullet: the form that web sites make of a list."""
    value = str(body)
    at = [m.start() for m in re.finditer(r"(?:^|\s)[•▪●◦]\s+", value)]
    if not at or value[: at[0]].strip():
        return []
    return [t for t in (body[a:b].strip(" •▪●◦") for a, b in zip(at, [*at[1:], len(value)], strict=True)) if t]


def _below(following: Sequence[Text]) -> tuple[list[Text], int]:
    """The passages under a marker that stands alone."""
    parts: list[Text] = []
    for text in following[:3]:
        if parts and not str(parts[-1]).rstrip().endswith((";", ",", ":")):
            break
        parts.append(text)
    return parts, len(parts)


def bare_parts(parts: Sequence[Text]) -> list[Text]:
    """Leave out sentences and brackets at the end that only say who moved it and how the vote went."""
    kept: list[Text] = []
    for part in parts:
        text = _without(part, VOTE_TAIL)
        bracket = re.search(
            r"(?<!\s)\s*\((?=[^()]*\b(?:proposed|moved|seconded|proposer)\b)[^()]*\)?\s*\.?$", str(text), re.IGNORECASE
        )
        text = text[: bracket.start()] if bracket and bracket.start() > 10 else text
        if text:
            kept.append(text)
    return kept or list(parts)
