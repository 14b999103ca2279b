"""The sentences of the record, each as the features by which the labeller weighs it.

A feature is a short string: a word, two or three in a row, what stands around the sentence. Names are never features:
a word counts only where many bodies print it in small letters; others are seen by their form ("<Name>").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import pairwise

from minutes_cli.parser.action_cues import Cues, is_list_heading
from minutes_cli.parser.action_wording import worded_actions
from minutes_cli.parser.candidates import Candidate
from minutes_cli.parser.draft import Action, Decision, Draft
from minutes_cli.parser.motions import Cues as MotionCues
from minutes_cli.parser.owners import Owners
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.parser.tables import fold
from minutes_cli.profiles import Profile
from training.corpus import Example

_TOKEN = re.compile(r"[A-Za-z]+(?:['’-][A-Za-z]+)*|\d[\d.,:/]*|[:;?@\[\]()–-]")
_SMALL = re.compile(r"(?<![\w'’-])[a-z]+(?:['’-][a-z]+)*")
# So many bodies must print a word in small letters: names drop out, and with one body held out enough are left.
LEAST_BODIES = 6
# What a sentence is shows at its beginning.
_REACH = 200
_TOKENS = 60
_LONGEST_PASSAGE = 20_000
_LONGEST_ACRONYM = 5
_SAID = re.compile(
    r"\b(?:said|reported|noted|stated|advised|explained|informed|confirmed|thanked|discussed|presented)\b",
    re.IGNORECASE,
)
_WAS = re.compile(r"\b(?:was|were|had|has been)\b", re.IGNORECASE)
_DATED = re.compile(r"\d{4}|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]{0,9}\b", re.IGNORECASE)


@dataclass(frozen=True)
class Sentence:
    """A sentence with its surroundings.

    above   the heading above it, folded
    number  which of its passage's sentences it is, from 0; `last` if no other follows
    before  the sentence in front of it, "" at the beginning
    """

    text: Text
    passage: Passage
    above: str
    number: int
    last: bool
    before: str


def vocabulary(examples: Iterable[Example]) -> frozenset[str]:
    """The words that many bodies print in small letters."""
    bodies: defaultdict[str, set[str]] = defaultdict(set)
    for example in examples:
        for paragraph in example.document.paragraphs():
            for word in _SMALL.findall(paragraph.text):
                bodies[word].add(example.body)
    return frozenset(word for word, found in bodies.items() if len(found) >= LEAST_BODIES)


def read_sentences(draft: Draft, headings: Sequence[Candidate]) -> list[Sentence]:
    """The sentences of the running text, in order, headings left out."""
    heading_at = {candidate.passage.index: candidate for candidate in headings}
    found: list[Sentence] = []
    above = ""
    for passage in draft.passages:
        heading = heading_at.get(passage.index)
        text = passage.body if heading is None else heading.rest
        if heading is not None:
            above = fold(str(heading.title))
        if passage.tabular or not text or len(text) > _LONGEST_PASSAGE:
            continue
        parts = list(text.sentences())
        for number, part in enumerate(parts):
            before = str(found[-1].text)[-_REACH:] if found else ""
            found.append(Sentence(part, passage, above, number, number == len(parts) - 1, before))
    return found


def claims(found: Iterable[Action | Decision], sentence: Sentence) -> list[Action | Decision]:
    """Those of `found` whose text touches the sentence."""
    one = sentence.text
    return [
        thing
        for thing in found
        if any(q.paragraph is one.paragraph and q.start < one.end and q.end > one.start for q in thing.text.quotes)
    ]


class Reader:
    """Turns the sentences of one document into features."""

    def __init__(self, draft: Draft, profile: Profile, words: Set[str]) -> None:
        self._draft, self._words = draft, words
        self._actions, self._motions = Cues(profile), MotionCues(profile)
        self._owners = Owners(draft.people, profile)
        self._lists = set(profile.words("actions.lists"))
        self._decisions = set(profile.words("decisions.lists"))

    def features(self, sentence: Sentence) -> frozenset[str]:
        """What there is to say of a sentence without the rules' verdict on it."""
        value = str(sentence.text)[:_REACH]
        words = self._tokens(value)
        return frozenset(
            (*words, *_rows(words), *self._wording(sentence, value), *self._around(sentence, value, len(words)))
        )

    def verdict(self, sentence: Sentence) -> frozenset[str]:
        """The rules by which actions and decisions were read from the sentence."""
        rules = {thing.text.rule for thing in claims((*self._draft.actions, *self._draft.decisions), sentence)}
        return frozenset(f"#rule:{rule}" for rule in rules or {""})

    def _tokens(self, value: str) -> list[str]:
        """The words; one outside the vocabulary by its form, and equal forms in a row as one."""
        found: list[str] = []
        for printed in _TOKEN.findall(value)[:_TOKENS]:
            token = _token(printed, self._words)
            if not (found and token == found[-1] and token[0] == "<"):
                found.append(token)
        return found

    def _wording(self, sentence: Sentence, value: str) -> Iterator[str]:
        worded = next(worded_actions(sentence.text, sentence.passage, self._actions, self._owners), None)
        task, label = self._actions.task.match(value), _label(sentence.passage)
        told = worded.text.rule if worded else "task" if task else ""
        yield f"#told:{told}"
        yield f"#said:{bool(_SAID.search(value))}:{bool(told)}:{label}"
        yield f"#was:{bool(_WAS.search(value))}:{bool(told)}:{label}"
        yield f"#verb:{bool(self._actions.verb.match(value))}:{label}"
        yield f"#action marker:{bool(self._actions.marker.match(value) or self._actions.inner.search(value))}"
        marker = self._motions.marker.match(value)
        yield f"#decision marker:{bool(marker)}:{bool(marker and marker['marker'][0].isupper())}"

    def _around(self, sentence: Sentence, value: str, length: int) -> Iterator[str]:
        yield f"#list:{is_list_heading(sentence.above, self._lists)}:{_label(sentence.passage)}"
        yield f"#decisions:{sentence.above in self._decisions}"
        yield f"#about actions:{'action' in sentence.above}"
        yield f"#number:{min(2, sentence.number)}:{sentence.last}"
        yield f"#length:{min(6, length // 5)}"
        yield f"#end:{value[-1:] if value[-1:] in '.:?,;)' else ''}"
        yield f"#strong:{sentence.text.strong}"
        yield f"#capitals:{int(6 * sum(w[0].isupper() for w in value.split()) / (value.count(' ') + 1))}"
        yield f"#before:{sentence.before[-1:] if sentence.before[-1:] in ':;?' else ''}"
        yield f"#dated:{bool(_DATED.search(value))}"
        yield f"#table:{sentence.passage.view is not None}"
        yield f"#box:{sentence.passage.paragraph.checked is not None}"


def _token(printed: str, words: Set[str]) -> str:
    small = printed.lower()
    capitals = printed.isupper() and len(printed) > 1
    if small in words and not (capitals and len(printed) <= _LONGEST_ACRONYM):
        return small
    if not printed[0].isalpha():
        return "<9>" if printed[0].isdigit() else printed
    if capitals or len(printed) == 1:
        return "<ABC>"
    return "<Name>" if printed[0].isupper() else "<word>"


def _rows(words: Sequence[str]) -> Iterator[str]:
    """Two words in a row, and three where the first tells the place or a form: "^ <Name> to", "<ABC> to send"."""
    line = ["^", *words, "$"]
    for at, (one, two) in enumerate(pairwise(line)):
        yield f"{one} {two}"
        if one[0] in "^<" and at + 2 < len(line):
            yield f"{one} {two} {line[at + 2]}"


def _label(passage: Passage) -> str:
    if not passage.label:
        return ""
    return "number" if passage.label[0].isalnum() or passage.label[0] == "(" else "bullet"
