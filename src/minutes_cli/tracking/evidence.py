"""What speaks for an entry's being the same action as one of an earlier meeting, and how surely.

Confidence is reckoned from two witnesses, each a chance of being right, that are taken for independent: the printed
number and the words. Together they leave out only where both are wrong: 1 - (1 - number) * (1 - words).

    number   0.97  the same running number
             0.93  it names the meeting at which the other was raised, and its number or its item and letter there
             0.80  it names that meeting, and the place among the actions raised there; or the item it was raised under
             0.60  the same, where several were raised under that item
             0.30  the same short number ("AP3"), or a place among the actions of the meeting before; but 0.80 where
                   others of the meeting show that such numbers last, and 0.60 for a report without words of its own
    words    0.72 to 0.97  nearly the same words and owner (82 to 100 % alike)
             0.75 to 0.92  the same sentence (from 93 %) under another owner: it was handed on
             0.50 to 0.80  a report on earlier actions that shares the owner and most of what the action is about
             below 0.50    less than that: never enough alone

Owners that nowhere stand beside each other cost a little, other owners much. Two actions that would both do cost
more, for only one of them can be meant.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from minutes_cli.model.tracking import Entry, LinkRule
from minutes_cli.tracking.likeness import Owners, Traits, same_owners, sentence, shared_topics, wording

# How surely a printed number points to an action.
RUNNING, NAMED, PLACED, SHARED, AFRESH = 0.97, 0.93, 0.8, 0.6, 0.3

# From here on two entries are taken for one action.
JOINED = 0.5
# From here on a person should know that they may be one.
NEAR = 0.3

# A carried action is printed again word for word or with an update after it, which `wording` takes for the same; other
# tasks of the same owner in the same field stay under 75 %.
SAME_WORDING = 0.82
# Without a common owner only the same sentence will do: a reassigned action keeps its wording.
SAME_SENTENCE = 0.93
# A report on an action that was handed on has its words, and an update behind them.
ALL_WORDS = 0.95
# Below this there is nothing to tell.
SOME_WORDING = 0.7
SOME_SENTENCE = 0.85
# A report on earlier actions puts them in other words, but it is about the same.
SAME_TOPICS = 0.5
# Another owner and hardly a word in common: a number alone is then more likely misread.
FEW_TOPICS = 0.25
# "Clerk to update them in July" is said of many things.
OWN_TOPICS = 3
# What an owner that is not printed takes from the words' confidence.
NO_OWNER = 0.06

_REPORTS = re.compile(
    r"\b(?:matters? arising|rolling actions?|"
    r"(?:out ?standing|previous|earlier|past|ongoing|open|old) (?:\w{1,20} )?(?:actions?|matters?|items?|business)|"
    r"actions? (?:log|list|tracker|register|updates?|review|status|from|arising|outstanding|brought|carried)|"
    r"action points? from|(?:minutes|actions?) (?:of|from) (?:the )?(?:last|previous)|"
    r"(?:review|status|progress|update|follow[- ]?up) (?:of|on|against|from) (?:\w{1,20} ){0,3}"
    r"(?:actions?|minutes|meeting))\b",
    re.IGNORECASE,
)

# what a log tells of an action that has just been raised
_NEW = re.compile(r"^\W*(?:\b(?:new|action|open|not started|n/?a)\b\W*){0,4}$", re.IGNORECASE)


class Pointer(NamedTuple):
    """How the number of an entry points to an earlier action, from 0 to 1, in words for people."""

    strength: float
    reason: str


class Finding(NamedTuple):
    """What speaks for one pair of entries.

    whole   likeness of the whole sentences, which tells apart what `likeness` takes for as good
    """

    rule: LinkRule
    likeness: float
    confidence: float
    whole: float
    reason: str


def is_report(entry: Entry) -> bool:
    """Whether an entry reports on an earlier action: it stands among such, tells what became of it, or is done."""
    told = entry.update and not _NEW.search(entry.update)
    return bool(told or entry.state == "closed" or (entry.title and _REPORTS.search(entry.title)))


def weigh(later: Traits, earlier: Traits, pointer: Pointer, report: bool) -> Finding | None:
    """What speaks for two entries' being one action; None where nothing to speak of does."""
    owners = same_owners(later, earlier)
    alike = wording(later, earlier)
    topics = shared_topics(later, earlier) if alike < SAME_WORDING or owners == "other" else 1.0
    number = pointer.strength
    if number and owners == "other" and topics < FEW_TOPICS:
        number *= 0.7
    rule, words, like, reason = _of_words(later, earlier, owners, alike, topics, report or number >= JOINED)
    confidence = 1 - (1 - number) * (1 - words)
    if not number and later.number.running and earlier.number.running:
        confidence, reason = min(confidence, JOINED - 0.1), f"{reason}, another number"
    if confidence < NEAR:
        return None
    if number >= JOINED:
        rule, reason = "number", pointer.reason + ("" if words else ", but other words")
    whole = sentence(later, earlier)
    return Finding(rule, round(like, 3), round(min(confidence, 0.99), 3), round(whole, 3), reason)


def _of_words(
    later: Traits, earlier: Traits, owners: Owners, alike: float, topics: float, report: bool
) -> tuple[LinkRule, float, float, str]:
    """Rule, confidence, likeness and reason by words and owners."""
    if owners == "other":
        same = sentence(later, earlier)
        if same >= SAME_SENTENCE:
            return "sentence", _between(same, SAME_SENTENCE, 1.0, 0.75, 0.92), same, "the same sentence, another owner"
        if report and alike >= ALL_WORDS:
            return "sentence", _between(alike, ALL_WORDS, 1.0, 0.6, 0.75), alike, "the words of the task, another owner"
        if same >= SOME_SENTENCE:
            return (
                "sentence",
                _between(same, SOME_SENTENCE, SAME_SENTENCE, 0.3, 0.49),
                same,
                "like words, another owner",
            )
        return "context", 0.3 * topics if report else 0.0, same, "another owner, and other words"
    less = 0.0 if owners == "same" else NO_OWNER
    whom = "the same owner" if owners == "same" else "an owner named only once"
    if alike >= SAME_WORDING:
        sure = _between(alike, SAME_WORDING, 1.0, 0.72, 0.97) - less
        if len(later.topics & earlier.topics) >= OWN_TOPICS or sentence(later, earlier) >= SAME_SENTENCE:
            return "wording", sure, alike, f"the same words, {whom}"
        return "wording", min(sure, 0.6 if report else 0.45), alike, f"the same few words, {whom}"
    if report and topics >= SAME_TOPICS:
        about = _between(topics, SAME_TOPICS, 1.0, 0.5, 0.8) - less
        return "context", about, topics, f"a report in other words, {whom}"
    if alike >= SOME_WORDING:
        return "wording", _between(alike, SOME_WORDING, SAME_WORDING, 0.3, 0.49) - less, alike, f"like words, {whom}"
    return "context", 0.4 * topics if report else 0.0, max(topics, 0.0), f"a report in other words, {whom}"


def _between(value: float, low: float, high: float, least: float, most: float) -> float:
    """`value` on the way from `low` to `high`, told on the way from `least` to `most`."""
    share = min(max((value - low) / (high - low), 0.0), 1.0)
    return least + share * (most - least)
