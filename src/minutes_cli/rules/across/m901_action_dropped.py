"""An action of an earlier meeting is open, and these minutes say nothing of it, though they follow up others.

Why: An action that falls out of the list is neither done nor given up: nobody decided that.
Flags: Minutes of March raise three actions; those of April report on two of them and say nothing of the third.
Passes: The minutes of April report on all three, be it with "Carried forward" or "No longer needed".
Fix: Say what became of it: done, carried forward or withdrawn.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from minutes_cli.model.tracking import UNSETTLED, TrackedAction
from minutes_cli.rules.across.meetings import Meeting, Series, Told, is_next, telling
from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.text.days import short_date
from minutes_cli.text.terms import find_term

# Minutes follow up actions where they speak of so many of those that were open, and of this share; where they say what
# became of it, one is enough.
_LEAST = 2
_SHARE = 0.5
_LONGEST = 70
_NEXT = re.compile(r"\bnext\s(?:\w+\s){0,3}meeting\b", re.IGNORECASE)
_SPOKEN_OF = 0.5
# The day by which it is to be done says nothing of the task, and neither do the commonest of short words.
_DAY = re.compile(
    r"\b(?:(?:by|on|before|until)\s)?(?:the\s)?(?:\d{1,2}(?:st|nd|rd|th)?\s)?(?:January|February|March|April|May|June|"
    r"July|August|September|October|November|December)\b(?:\s\d{4})?"
)
_SHORT = re.compile(r"\b[a-zA-Z]\w{2,30}\b")
_STEM = 6
_COMMON = frozenset(
    [
        "all",
        "and",
        "any",
        "are",
        "ask",
        "for",
        "from",
        "get",
        "has",
        "have",
        "her",
        "his",
        "our",
        "see",
        "that",
        "the",
        "their",
        "them",
        "this",
        "was",
        "were",
        "will",
        "with",
        "action",
    ]
)
# Names of the rules by which the parser reads what is plainly set as an action, and not worded in passing or listed.
_MARKED = ("action.table", "action.marker", "action.checkbox")


def across(series: Series) -> Iterator[tuple[int, Flag]]:
    for chain in series.chains:
        actions = chain.followed
        for before, after in pairwise(chain):
            if is_next(before, after):
                yield from _dropped(before, after, actions)


def _dropped(
    before: Meeting, after: Meeting, actions: Sequence[tuple[TrackedAction, list[Told]]]
) -> Iterator[tuple[int, Flag]]:
    known = [(action, told) for action, told in actions if _is_open(told, before) and not _may_rest(action, after)]
    spoken = [[one for one in told if one.meeting.at == after.at] for _, told in known]
    mentioned = sum(map(bool, spoken))
    reported = any(one.mention.update for told in spoken for one in told)
    if mentioned < (1 if reported else _LEAST) or mentioned < _SHARE * len(known):
        return
    for action, told in known:
        if not any(one.meeting.at >= after.at for one in told) and not _is_discussed(action, after.subject):
            text = action.text if len(action.text) <= _LONGEST else f"{action.text[:_LONGEST].rstrip()} …"
            raised = short_date(action.raised.date)
            yield (
                after.at,
                Flag(f"the action “{text}”, open since {raised}, is neither carried on nor closed", None, "/actions"),
            )


def _is_open(told: Sequence[Told], before: Meeting) -> bool:
    """Whether a meeting leaves an action open; one that is worded in passing is in no list to follow up."""
    there = [one for one in told if one.meeting.at == before.at]
    return (
        bool(there)
        and all(one.mention.state in UNSETTLED for one in there)
        and any(one.rule.startswith(_MARKED) or one.action.reference for one in there)
    )


def _may_rest(action: TrackedAction, after: Meeting) -> bool:
    """Whether it is for a day that is still to come, or for a time that names none."""
    if action.due:
        return after.day is None or action.due > after.day.isoformat()
    return find_term(action.text) is not None and not _NEXT.search(action.text)


def _is_discussed(action: TrackedAction, subject: Subject) -> bool:
    """Whether a paragraph of the later minutes holds most of the words that make the action what it is."""
    owners = {
        word for owner in action.owners for name in (owner.as_written, owner.name) for word in telling(name or "")
    }
    wanted = telling(_DAY.sub(" ", action.text)) - owners
    if len(wanted) > 1:
        return any(len(wanted & telling(paragraph.text)) >= _SPOKEN_OF * len(wanted) for paragraph in subject.body)
    # a task in short words: "fell the oak"
    wanted = _short_words(_DAY.sub(" ", action.text)) - owners
    return any(len(wanted & _short_words(paragraph.text)) >= _SPOKEN_OF * len(wanted) for paragraph in subject.body)


def _short_words(text: str) -> set[str]:
    return {word.casefold()[:_STEM] for word in _SHORT.findall(text)} - _COMMON


RULE = Rule("M901", "action-dropped", "warning", across=across)
