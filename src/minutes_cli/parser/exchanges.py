"""Exchanges: who said what in the discussion of an item, and which answer belongs to which question."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minutes_cli.parser.draft import Draft, Exchange, Fact, fact
from minutes_cli.parser.passages import Text
from minutes_cli.parser.resolve import Register
from minutes_cli.parser.speakers import Attribution, Speakers
from minutes_cli.parser.turns import Turn, kinds
from minutes_cli.profiles import Profile

# A blank lost by the text extraction ("…were proposed.The PCC asked"), or a full stop ("…operates The CC said").
_GLUED = re.compile(
    r"(?<=[a-z0-9)]{2}[.?!])(?=(?:The|He|She|[A-Z]{2,4})\s)|(?<=[a-z]\s)(?=The\s[A-Z]{2,5}\s(?:said|says|[a-z]+ed)\b)"
)
_NO_BLANK = re.compile(r"[.?!][A-Z]")
# "The PCC asked if it was so; ACC Roe said that it was."
_SEMICOLON = re.compile(r";\s+(?=(?:[Tt]he\s)?[A-Z])")
# The pronoun in "CC said that she" tells which pronoun a person goes by.
_OWN_PRONOUN = re.compile(r"\b(?:said|says|stated|replied|added|confirmed|thought|explained)\s+(?:that\s+)?(he|she)\b")
_LEAST_VOTES = 2


def add_exchanges(draft: Draft, register: Register, profile: Profile) -> None:
    """Fill `draft.exchanges` with every attributed sentence under the items, in the order of the document."""
    speakers = Speakers(profile, register)
    said = [list(_attributed(item.paragraphs, speakers)) for item in draft.items]
    pronouns = _pronouns((a for item in said for _, a in item), register)
    turns: list[Turn] = []
    for number, item in enumerate(said):
        voices = _Voices(register, pronouns)
        for paragraph, attribution in item:
            key, who, settled = voices.settle(attribution)
            if attribution.act == "silent":
                continue
            turns.append(Turn(number, paragraph, key, attribution.act, str(attribution.text), attribution.pronoun))
            draft.exchanges.append(
                Exchange(number, fact(attribution.text, rule="exchange.sentence"), who, settled, "statement")
            )
    for exchange, (kind, answers) in zip(draft.exchanges, kinds(turns), strict=True):
        exchange.kind, exchange.answers = kind, answers


def _attributed(paragraphs: Sequence[Text], speakers: Speakers) -> Iterator[tuple[int, Attribution]]:
    """The attributed sentences, each with the index of its paragraph."""
    lines = {number: found for number, text in enumerate(paragraphs) if (found := speakers.line(text))}
    if not _is_dialogue(list(lines.values())):
        lines = {}
    for number, text in enumerate(paragraphs):
        if number in lines:
            yield number, lines[number]
            continue
        asked = False
        for sentence in text.sentences():
            for part in _parted(sentence, speakers):
                # "Roe: Yes, we have two" answers in a running text
                attribution = speakers.read(part) or (speakers.line(part) if asked else None)
                if attribution is not None:
                    asked = attribution.act == "ask"
                    yield number, attribution


def _is_dialogue(lines: Sequence[Attribution]) -> bool:
    """Whether "PCC: How many?", "CC: Nine." go to and fro; "Roe: write to the county" alone is a task."""
    return len({str(line.who) for line in lines}) > 1 and any(line.act == "ask" for line in lines)


def _parted(sentence: Text, speakers: Speakers) -> Iterator[Text]:
    for clause in _SEMICOLON.finditer(str(sentence)):
        behind = sentence[clause.end() :]
        if (next_one := speakers.read(behind)) and next_one.act != "other" and not next_one.pronoun:
            yield sentence[: clause.start()]
            yield from _parted(behind, speakers)
            return
    start = 0
    value = str(sentence)
    may_be_glued = value.find("The", 1) > 0 or _NO_BLANK.search(value)
    for found in _GLUED.finditer(value) if may_be_glued else ():
        yield sentence[start : found.start()]
        start = found.start()
    yield sentence[start:]


def _pronouns(attributions: Iterator[Attribution], register: Register) -> dict[str, str]:
    """Which of "he" and "she" a person goes by, where the text says so often enough and without contradiction."""
    votes: dict[str, Counter[str]] = {}
    for attribution in attributions:
        name = None if attribution.pronoun else register.settle(str(attribution.who))
        own = _OWN_PRONOUN.search(str(attribution.text))
        if name and own:
            votes.setdefault(name, Counter())[own[1]] += 1
    return {
        name: count.most_common(1)[0][0]
        for name, count in votes.items()
        if len(count) == 1 and count.total() >= _LEAST_VOTES
    }


@dataclass
class _Voices:
    """Who has spoken in an item so far, so that "she" finds its person."""

    register: Register
    pronouns: dict[str, str]
    heard: list[tuple[str, Fact | None]] = field(default_factory=list)

    def settle(self, attribution: Attribution) -> tuple[str, Fact, Fact | None]:
        """A key that is the same for the same speaker, the speaker as written, and the attendee if settled."""
        who = attribution.who
        written = fact(who, rule="exchange.pronoun" if attribution.pronoun else "exchange.subject")
        if attribution.pronoun:
            key, settled = self._meant(str(who).lower())
            if settled is not None:
                settled = Fact(settled.value, (*settled.quotes, who), "derived", rule="exchange.pronoun")
            return key, written, settled
        written, settled = (written, None) if attribution.joint else self.register.name(written)
        key = settled.value if settled else re.sub(r"^the\s+", "", written.value.lower())
        self.heard.append((key, settled))
        return key, written, settled

    def _meant(self, pronoun: str) -> tuple[str, Fact | None]:
        """The last who spoke, unless that one is known to go by the other pronoun; then the last who may be meant."""
        for key, settled in reversed(self.heard):
            if self.pronouns.get(key, pronoun) == pronoun:
                return key, settled
        return pronoun, None
