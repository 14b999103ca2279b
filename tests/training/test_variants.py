"""A labeller in the place of rules, or beside them: what it says is what the minutes hold, and no more changes."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from minutes_cli import parse, readers
from minutes_cli.parser.candidates import Candidate
from minutes_cli.parser.draft import Draft
from minutes_cli.parser.headings import weigh_headings
from minutes_cli.parser.passages import Passage
from minutes_cli.profiles import Profile, choose_profile
from minutes_cli.readers.options import Options
from training.corpus import Example, need_corpus
from training.sentences import Sentence
from training.variants import RULES, Labeller, SentenceJudge, read

TEXT = """Ashby Parish Council
Minutes of the meeting held on 3 May 2023

Present: Ann Roe, Ben Poe

1. Footpaths
The clerk reported on the stile. Ben Poe to mend the gate. The hedge wants cutting before the fete.

2. Finance
It was resolved to pay the invoice of the contractor.

The bank was asked for a statement.
"""


@pytest.fixture
def example() -> Example:
    document = readers.read(TEXT.encode(), "ashby__2023.txt", Options())
    return Example("ashby__2023.txt", document, choose_profile(document), {})


def sure_of(*words: str) -> SentenceJudge:
    """A judge that is sure of the sentences that hold one of the words, and sure against all others."""

    def judge(draft: Draft, sentences: Sequence[Sentence], profile: Profile) -> list[float]:
        return [float(any(word in str(sentence.text) for word in words)) for sentence in sentences]

    return judge


def titled(title: str) -> Callable[[Sequence[Passage], Profile], list[Candidate]]:
    return lambda passages, profile: [c for c in weigh_headings(passages, profile) if str(c.title) == title]


def texts(found: dict[str, list[dict[str, str]]], kind: str) -> list[str]:
    return [row["title" if kind == "items" else "text"] for row in found[kind]]


def test_a_body_is_what_stands_before_the_double_underscore(example: Example) -> None:
    assert example.body == "ashby"


def test_without_a_labeller_the_minutes_are_those_of_the_rules(example: Example) -> None:
    minutes = json.loads(parse(TEXT.encode(), name=example.name).model_dump_json(by_alias=True))
    found = read(example, RULES)
    assert {**found, "source": None} == {**minutes, "source": None}


def test_items_are_those_of_the_labeller(example: Example) -> None:
    assert texts(read(example, Labeller(headings=titled("Finance"))), "items") == ["Finance"]


def test_a_likely_sentence_is_added_and_an_unlikely_finding_dropped(example: Example) -> None:
    beside = Labeller(actions=sure_of("hedge"), decisions=sure_of("statement"), veto=0.5)
    found = read(example, beside)
    assert texts(found, "actions") == ["The hedge wants cutting before the fete."]
    assert texts(found, "decisions") == ["The bank was asked for a statement."]


def test_a_labeller_alone_is_not_asked_after_the_rules(example: Example) -> None:
    alone = Labeller(actions=sure_of("gate"), decisions=sure_of("nothing"), alone=True)
    found = read(example, alone)
    assert texts(found, "actions") == ["Ben Poe to mend the gate."]
    assert texts(found, "decisions") == []


def test_the_corpus_is_named_where_it_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("training.corpus.GOLD", tmp_path / "gold")
    with pytest.raises(SystemExit) as ended:
        need_corpus()
    assert ended.value.code == 0
    assert "skipped: needs" in capsys.readouterr().out
