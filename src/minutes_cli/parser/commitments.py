"""Commitments: promises that somebody makes in discussion, recorded by an action or not.

Precision first: a question, an opinion ("would expect"), a refusal, a report of the past and what hangs on somebody
else are no promises. The words that bind stand in the profile.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date

from minutes_cli.parser.draft import Commitment, Draft, Exchange, Fact, fact
from minutes_cli.parser.resolve import Register
from minutes_cli.parser.when import meeting_day
from minutes_cli.profiles import Profile
from minutes_cli.text.terms import find_term, reckon

# Who promises: the speaker ("she would", "I will"); "they would" may be others, so it needs a term.
_SELF = r"(?:he/she|s/he|he|she|I|we|they)"
_ADVERBS = r"(?:(?:also|then|now|therefore|personally|gladly|certainly|of course|of course,)\s+)?"
_CONDITION_FIRST = re.compile(r"(?:^|[,;]\s|\bthat\s)(?:if|unless|were)\b[^,]{3,80},[^.]*\bwould\b", re.IGNORECASE)
_NOT_THEIRS = re.compile(r"\b(?:what|which|who|whom|where|than|whether|if|how|why)\s+(?:it\s+was\s+)?$")
_OBJECT = re.compile(r"\s+(?:the|a|an|it|this|that|them|those|these|more|further|some|all|his|her|their)\b")
_RECIPIENT = re.compile(
    r"\s(?:with|to)\s(?:the\s)?(?:[A-Z]{2,5}|Board|Panel|Committee|Council|public|members|residents|him|her|them|us)\b"
)
_MINUTES = re.compile(r"take (?:the )?(?:minutes|notes|chair)\b")
_SHORT = re.compile(rf"\b{_SELF}\s+(?:would|will)(?:,|\s(?:by|before|within|in|at|on)\b)")
_HANDING = frozenset(("let", "send", "provide", "share", "get", "give"))
# So much of a sentence is read; a speaker named within its last characters is named last.
_REACH = 400
_SHORTEST = 20


def add_commitments(draft: Draft, register: Register, profile: Profile) -> None:
    """Fill `draft.commitments` from the exchanges that are no questions."""
    promises, day = _Promises(profile), meeting_day(draft)
    for index, exchange in enumerate(draft.exchanges):
        made = promises.read(exchange)
        if made is None:
            continue
        rule, start = made
        found = Commitment(index, Fact(exchange.text.value, exchange.text.quotes, rule=rule))
        _add_term(found, start, day)
        found.action = _recorded(exchange, draft, register)
        draft.commitments.append(found)


@dataclass
class _Promises:
    """Patterns of promising, made of the profile's words."""

    profile: Profile
    binds: re.Pattern[str] = field(init=False)
    would: re.Pattern[str] = field(init=False)
    passive: re.Pattern[str] = field(init=False)
    _opinions: frozenset[str] = field(init=False)
    _verbs: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        words = self.profile.alternatives
        self._opinions = frozenset(self.profile.words("commitments.opinions"))
        self._verbs = frozenset((*self.profile.words("actions.verbs"), "come"))
        self.binds = re.compile(
            rf"(?:\bthat\s+{_SELF}\s+|\band\s+(?:that\s+)?(?:{_SELF}\s+)?|^){_ADVERBS}"
            rf"(?P<bind>{words('commitments.binds')})\b\s*(?P<verb>[a-z-]*)"
        )
        self.would = re.compile(
            rf"(?:\b(?P<self>{_SELF})(?:\s+|(?=[’'](?:d|ll)\b))|\band\s+|^){_ADVERBS}(?P<modal>would|will|could|shall|[’'](?:d|ll))\s+{_ADVERBS}"
            r"(?P<verb>[a-z-]+)"
        )
        self.passive = re.compile(
            rf"\b(?P<there>there\s+)?(?:would|will)\s+(?:also\s+|now\s+)?be\s+"
            rf"(?:(?P<done>{words('commitments.delivered')})\b|going\s+to\b|(?:a|an|the)\s)"
        )

    def read(self, exchange: Exchange) -> tuple[str, int] | None:
        """The rule by which an exchange is a promise, and where in it the promise begins; None where it is none."""
        value = exchange.text.value[:_REACH]
        if exchange.kind == "question" or value.endswith("?") or _CONDITION_FIRST.search(value):
            return None
        # the predicate of the speaker: "would send it", "undertook to …"; who is named last says what stands before
        who, text = exchange.speaker.quotes[0], exchange.text.quotes[0]
        start = who.end - text.start
        said = str(text)[:_REACH]
        if start > len(said) - _SHORTEST:
            start = 0
        start += len(said[start:]) - len(said[start:].lstrip())
        said = said[start:]
        for rule, step in (
            ("commitment.binds", self._binds),
            ("commitment.would", self._would),
            ("commitment.passive", self._passive),
            ("commitment.short", self._short),
        ):
            at = step(said)
            if at is not None:
                return rule, start + at
        return None

    def _binds(self, said: str) -> int | None:
        found = self.binds.search(said)
        if found is None or found["verb"] in self._opinions or _MINUTES.match(said, found.start("verb")):
            return None
        weak = re.search(r"\b(?:happy|content|willing|prepared|expect)", found["bind"]) is not None
        return None if weak and re.search(r"\bif\b", said[found.end() :]) else found.start()

    def _would(self, said: str) -> int | None:
        for found in self.would.finditer(said):
            verb, rest = found["verb"], said[found.end() :]
            term = find_term(rest) is not None
            if _NOT_THEIRS.search(said[: found.start()]) or _MINUTES.match(said, found.start("verb")):
                continue
            if found["modal"] == "could" and not (term and verb in _HANDING):
                continue
            if found["self"] == "they" and not term:
                continue
            if verb == "have":
                if term and _OBJECT.match(rest):
                    return found.start()
                continue
            if verb == "see" and re.match(r"\s+(?:what|whether|if|to)\b", rest):
                return found.start()
            if verb in self._verbs and verb not in self._opinions:
                return found.start()
        return None

    def _passive(self, said: str) -> int | None:
        found = self.passive.search(said)
        if found is None:
            return None
        term = find_term(said[found.start() :]) is not None
        if found["there"]:
            return found.start() if term else None
        handed = found["done"] is not None or "going" in found[0]
        return found.start() if handed and (term or _RECIPIENT.search(said, found.end())) else None

    def _short(self, said: str) -> int | None:
        """As in "They would, by the end of July": the verb stands in the question."""
        found = _SHORT.search(said)
        return found.start() if found and find_term(said[found.start() :]) else None


def _add_term(commitment: Commitment, start: int, day: date | None) -> None:
    """When it is to be done, as said from `start` on."""
    text = commitment.text.quotes[0][start:]
    span = find_term(str(text), day)
    if span is None:
        return
    quote = text[span[0] : span[1]]
    commitment.when_text = fact(quote, rule="commitment.term")
    when = reckon(str(quote), day) if day else None
    if when is not None:
        commitment.when = Fact(when.isoformat(), (quote,), "derived", rule="commitment.term")


# A promise and an action share this part of their longer words when one records the other.
_LEAST_SHARED = 0.25


def _recorded(exchange: Exchange, draft: Draft, register: Register) -> int | None:
    """The action that records a promise: the same sentence, or one of the same person and item in like words."""
    best, score = None, _LEAST_SHARED
    said = _stems(exchange.text.value) - _stems(exchange.speaker.value)
    for index, action in enumerate(draft.actions):
        if action.text.value in exchange.text.value or exchange.text.value in action.text.value:
            return index
        item = draft.item_at(action.place)
        if item is None or item is not draft.items[exchange.item] or not exchange.name:
            continue
        if exchange.name.value not in {register.settle(owner.value) for owner in action.owners}:
            continue
        wanted = _stems(action.text.value)
        shared = len(said & wanted) / min(len(said), len(wanted)) if said and wanted else 0.0
        if shared >= score:
            best, score = index, shared
    return best


def _stems(text: str) -> set[str]:
    return {word[:5] for word in re.findall(r"[a-z]{4,}", text.lower())} - {"would", "said", "that", "will", "with"}
