"""Reading a document with the labeller in the place of rules, or beside them.

The steps of the parser stay as they are: three are wrapped while a document is read. What finds fields inside an action
or decision (owners, dates, names, votes) is always the rules' work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any
from unittest.mock import patch

from minutes_cli import parser
from minutes_cli.parser import parse_document
from minutes_cli.parser.action_cues import Cues
from minutes_cli.parser.action_due import read_due
from minutes_cli.parser.action_task import read_task
from minutes_cli.parser.candidates import Candidate
from minutes_cli.parser.draft import Action, Decision, Draft, fact
from minutes_cli.parser.motions import Cues as MotionCues
from minutes_cli.parser.motions import complete, read_vote
from minutes_cli.parser.owners import Owners
from minutes_cli.parser.passages import Passage
from minutes_cli.parser.when import meeting_day
from minutes_cli.profiles import Profile
from training.corpus import Example
from training.sentences import Sentence, claims, read_sentences

HeadingJudge = Callable[[Sequence[Passage], Profile], list[Candidate]]
SentenceJudge = Callable[[Draft, Sequence[Sentence], Profile], list[float]]
# What two tasks share of their words when they are one, printed in a list and at its item.
_SAME = 0.75
_LENGTHS = range(12, 600)


@dataclass(frozen=True)
class Labeller:
    """What is asked for a verdict instead of the rules or beside them; None leaves a thing to the rules.

    headings   the candidates that are items
    actions, decisions  how likely each sentence is one
    alone      whether the rules that find actions and decisions are left out
    veto       what the rules have found and is less likely than this is dropped
    propose    what they have not found and is at least so likely is added
    """

    headings: HeadingJudge | None = None
    actions: SentenceJudge | None = None
    decisions: SentenceJudge | None = None
    alone: bool = False
    veto: float = 0.0
    propose: float = 0.6


RULES = Labeller()


def read(example: Example, labeller: Labeller) -> dict[str, Any]:
    """The minutes as the scorer takes them."""
    with _wrapped(labeller):
        minutes = parse_document(example.document, example.name, "", example.profile)
    return minutes.model_dump(mode="json", by_alias=True)


@contextmanager
def _wrapped(labeller: Labeller) -> Iterator[None]:
    add_actions, add_decisions = parser.add_actions, parser.add_decisions

    def actions(draft: Draft, tables: Any, headings: Sequence[Candidate], profile: Profile) -> None:
        if not labeller.alone:
            add_actions(draft, tables, headings, profile)

    def decisions(draft: Draft, headings: Sequence[Candidate], profile: Profile) -> None:
        if not labeller.alone:
            add_decisions(draft, headings, profile)
        _judge(draft, read_sentences(draft, headings), profile, labeller)

    with patch.object(parser, "add_actions", actions), patch.object(parser, "add_decisions", decisions):
        if labeller.headings is None:
            yield
            return
        with _items_of(labeller.headings):
            yield


@contextmanager
def _items_of(judge: HeadingJudge) -> Iterator[None]:
    """Items are what the labeller says; the rules' other headings stay, for they announce and close lists."""
    find_headings, add_items = parser.find_headings, parser.add_items
    chosen: dict[int, Candidate] = {}

    def headings(passages: Sequence[Passage], profile: Profile) -> list[Candidate]:
        chosen.update((candidate.passage.index, candidate) for candidate in judge(passages, profile))
        others = [c for c in find_headings(passages, profile) if c.passage.index not in chosen]
        return sorted([*chosen.values(), *others], key=lambda c: c.passage.index)

    def items(draft: Draft, found: Sequence[Candidate], profile: Profile) -> None:
        with patch("minutes_cli.parser.items._without_strangers", lambda *_: list(chosen.values())):
            add_items(draft, found, profile)

    with patch.object(parser, "find_headings", headings), patch.object(parser, "add_items", items):
        yield


def _judge(draft: Draft, sentences: Sequence[Sentence], profile: Profile, labeller: Labeller) -> None:
    if labeller.actions is not None:
        judged = list(zip(sentences, labeller.actions(draft, sentences, profile), strict=True))
        kept = _without_vetoed(draft.actions, judged, labeller.veto)
        draft.actions = sorted([*kept, *_actions(draft, judged, profile, labeller.propose)], key=lambda a: a.place)
    if labeller.decisions is not None:
        judged = list(zip(sentences, labeller.decisions(draft, sentences, profile), strict=True))
        found = _without_vetoed(draft.decisions, judged, labeller.veto)
        draft.decisions = sorted([*found, *_decisions(draft, judged, profile, labeller.propose)], key=lambda d: d.place)


def _without_vetoed(found: Sequence[Any], judged: Sequence[tuple[Sentence, float]], least: float) -> list[Any]:
    """What has no sentence (it stands in a table), or one that is likely enough."""
    likely: dict[int, float] = {}
    for sentence, probability in judged if least else ():
        for thing in claims(found, sentence):
            likely[id(thing)] = max(likely.get(id(thing), 0.0), probability)
    return [thing for thing in found if likely.get(id(thing), 1.0) >= least]


def _free(draft: Draft, judged: Sequence[tuple[Sentence, float]], least: float) -> Iterator[Sentence]:
    """The likely sentences that nothing has been read from yet."""
    for sentence, probability in judged:
        likely = probability >= least and len(sentence.text) in _LENGTHS
        if likely and not claims((*draft.actions, *draft.decisions), sentence):
            yield sentence


def _actions(
    draft: Draft, judged: Sequence[tuple[Sentence, float]], profile: Profile, least: float
) -> Iterator[Action]:
    cues, owners, day = Cues(profile), Owners(draft.people, profile), meeting_day(draft)
    for sentence in _free(draft, judged, least):
        action = read_task(sentence.text, sentence.passage, "wording", cues, owners, "model.action")
        read_due(action, day)
        if not any(_alike(known.text.value, action.text.value) >= _SAME for known in draft.actions):
            yield action


def _decisions(
    draft: Draft, judged: Sequence[tuple[Sentence, float]], profile: Profile, least: float
) -> Iterator[Decision]:
    cues = MotionCues(profile)
    for sentence in _free(draft, judged, least):
        decision = Decision(fact(sentence.text, rule="model.decision"), sentence.passage.index)
        read_vote(decision, [sentence.text], cues)
        complete(decision, cues)
        yield decision


def _alike(one: str, two: str) -> float:
    a, b = set(one.lower().split()), set(two.lower().split())
    return 2 * len(a & b) / max(1, len(a) + len(b))
