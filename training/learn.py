"""From annotated documents to labellers: what is labelled once, and the models trained of a part of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from types import ModuleType
from unittest.mock import patch

from minutes_cli import parser
from minutes_cli.parser import headings as rules
from minutes_cli.parser import parse_document
from minutes_cli.parser.candidates import Candidate
from minutes_cli.parser.draft import Draft
from minutes_cli.parser.passages import Passage
from minutes_cli.profiles import Profile
from training.align import gold_titles, is_gold_text
from training.corpus import Example
from training.headings import FROM_RULES, describe
from training.models import Looks, WordModel, fit_linear, fit_trees
from training.sentences import Reader, Sentence, read_sentences, vocabulary
from training.variants import Labeller, SentenceJudge

# From here on a candidate is an item, and a sentence that no rule has found an action or decision; what a rule has
# found is dropped only if it is very unlikely.
HEADING, SENTENCE_ALONE, SENTENCE_BESIDE, VETO = 0.5, 0.4, 0.6, 0.05


@dataclass(frozen=True)
class Labelled:
    """One document's candidates and sentences with their features, and which of them the gold has."""

    name: str
    body: str
    headings: list[Looks]
    items: list[bool]
    sentences: list[frozenset[str]]
    verdicts: list[frozenset[str]]
    actions: list[bool]
    decisions: list[bool]


def label(examples: Sequence[Example], score: ModuleType) -> tuple[frozenset[str], list[Labelled]]:
    """The vocabulary, and each document as the rules read it beside its gold."""
    words = vocabulary(examples)
    return words, [_label(example, words, score) for example in examples]


def _label(example: Example, words: frozenset[str], score: ModuleType) -> Labelled:
    draft, headings = _draft(example)
    candidates, looks = describe(draft.passages, example.profile)
    items = gold_titles([item["title"] for item in example.gold["items"]], candidates, score)
    actions = [score.fold(t) for a in example.gold["actions"] for t in (a["text"], *(a.get("also") or ()))]
    decisions = [score.fold(decision["text"]) for decision in example.gold["decisions"]]
    sentences = read_sentences(draft, headings)
    reader, folded = Reader(draft, example.profile, words), [score.fold(str(s.text)) for s in sentences]
    return Labelled(
        example.name,
        example.body,
        looks,
        [at in items for at in range(len(candidates))],
        [reader.features(sentence) for sentence in sentences],
        [reader.verdict(sentence) for sentence in sentences],
        [any(is_gold_text(value, text) for text in actions) for value in folded],
        [any(is_gold_text(value, text) for text in decisions) for value in folded],
    )


def _draft(example: Example) -> tuple[Draft, list[Candidate]]:
    """The draft as it is when the rules have found actions and decisions, and the headings."""
    seen: list[tuple[Draft, list[Candidate]]] = []
    add_decisions = parser.add_decisions

    def keep(draft: Draft, headings: list[Candidate], profile: Profile) -> None:
        add_decisions(draft, headings, profile)
        seen.append((draft, headings))

    with patch.object(parser, "add_decisions", keep):
        parse_document(example.document, example.name, "", example.profile)
    return seen[0]


def learn_alone(labelled: Iterable[Labelled], words: frozenset[str]) -> Labeller:
    """A labeller that knows nothing of the rules' verdicts."""
    return _learn(list(labelled), words, beside=False)


def learn_beside(labelled: Iterable[Labelled], words: frozenset[str]) -> Labeller:
    """A labeller that has the rules' scores and verdicts among its features."""
    return _learn(list(labelled), words, beside=True)


def _learn(labelled: list[Labelled], words: frozenset[str], beside: bool) -> Labeller:
    left_out = frozenset() if beside else FROM_RULES
    rows = [_without(row, left_out) for one in labelled for row in one.headings]
    names = [one.name for one in labelled for _ in one.headings]
    trees = fit_trees(rows, [wanted for one in labelled for wanted in one.items], names)
    told = [
        features | verdict if beside else features
        for one in labelled
        for features, verdict in zip(one.sentences, one.verdicts, strict=True)
    ]
    bodies = [one.body for one in labelled for _ in one.sentences]
    actions, decisions = fit_linear(
        told,
        (
            [wanted for one in labelled for wanted in one.actions],
            [wanted for one in labelled for wanted in one.decisions],
        ),
        bodies,
    )

    def headings(passages: Sequence[Passage], profile: Profile) -> list[Candidate]:
        candidates, looks = describe(passages, profile)
        likely = trees([_without(row, left_out) for row in looks])
        chosen = [c for c, probability in zip(candidates, likely, strict=True) if probability >= HEADING]
        rules._set_levels(chosen)
        return chosen

    def judge(model: WordModel) -> SentenceJudge:
        def judged(draft: Draft, sentences: Sequence[Sentence], profile: Profile) -> list[float]:
            reader = Reader(draft, profile, words)
            return model([reader.features(s) | (reader.verdict(s) if beside else frozenset()) for s in sentences])

        return judged

    return Labeller(
        headings,
        judge(actions),
        judge(decisions),
        alone=not beside,
        veto=VETO if beside else 0.0,
        propose=SENTENCE_BESIDE if beside else SENTENCE_ALONE,
    )


def _without(row: Looks, left_out: frozenset[str]) -> Looks:
    return {name: value for name, value in row.items() if name not in left_out}
