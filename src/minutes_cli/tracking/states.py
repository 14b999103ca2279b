"""What the words printed beside an action say of its state: "Ongoing", "Proposed for closure", "Discharged"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from minutes_cli.model.minutes import ActionState
from minutes_cli.model.tracking import UNSETTLED, State

# "Complete – awaiting sign-off" is one statement
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\s[–—-]\s+(?!pending|subject to|to be|tbc|awaiting|but)|\n", re.IGNORECASE)
# A status takes fewer words; longer sentences behind one tell a story, and take back no closing unless they say so.
BRIEF = 8
_KEPT_OPEN = re.compile(
    r"\b(?:(?:remains?|remained|stays?|stayed|kept?|keep|left|leave|still) open|re-?opened)\b", re.IGNORECASE
)
_SPACE = re.compile(r"\s+")


class _Wording(NamedTuple):
    """Words that tell a state.

    firm   whether they count against a "closed" that stands elsewhere (a status column, a tick): "started" and the
           like also tell how something came to be done
    """

    state: State
    firm: bool
    words: re.Pattern[str]


def _wording(state: State, *alternatives: str, firm: bool = True) -> _Wording:
    return _Wording(state, firm, re.compile(rf"\b(?:{'|'.join(alternatives)})\b", re.IGNORECASE))


_DONE = r"(?:complete|completed|closed|done|discharged|actioned|finished|fulfilled|concluded|cleared)"
_CLOSING = r"(?:clos(?:ed?|ure|ing)|discharged?|complet(?:e|ed|ion))"
_WORDS = r"(?:[\w’']+\s){0,%d}"

# Tried in this order upon each sentence: the first that fits tells. What ends an action without its being done comes
# before "closed", which is printed beside it ("Superseded by 14. Closed"); what takes back a closing comes before it.
_TABLE: tuple[_Wording, ...] = (
    # another action takes its place
    _wording(
        "superseded",
        r"superseded",
        r"(?:replaced|overtaken|subsumed|covered) by (?:(?:the|a|an|new) ){0,2}(?:action|item)",
        r"(?:merged|combined|consolidated|rolled up) (?:in)?(?:to|with) (?:the |new ){0,2}(?:action|item|that|\(|\d)",
        r"(?:subsumed|incorporated|rolled) into",
        r"^replaced(?=\W*$|\s?[,;:(])",
    ),
    # nobody is to do it any more
    _wording(
        "withdrawn",
        r"withdrawn",
        r"no longer (?:required|needed|necessary|relevant|applicable|being pursued|to be pursued|appropriate)",
        r"(?:action|item|matter|this|was|is|been) (?:dropped|cancelled|canceled|abandoned|deleted)",
        r"^(?:dropped|cancelled|canceled|abandoned|deleted|lapsed)",
        r"(?:not|never) (?:to )?(?:be |been |being )?(?:pursued|proceeded with|taken (?:any )?further)",
        r"^(?:action |this |now ){0,2}not (?:needed|required|proceeding)|overtaken by events",
    ),
    # said not to be done, whatever else is said of it
    _wording(
        "open",
        _KEPT_OPEN.pattern,
        r"(?:not|never|yet to) (?:yet |been |be |fully |entirely |considered |regarded as ){0,2}"
        rf"(?:{_DONE}|accepted|started|begun|received|provided|supplied|agreed|actioned|resolved)",
        r"incomplete|uncompleted|unresolved|no progress|not agreed to close|cannot (?:yet )?be closed",
        rf"(?:to be|will be|should be|can be|once|until|when|for) {_WORDS % 2}(?:done|actioned|completed|finished)",
    ),
    _wording(
        "in_progress",
        r"(?:part|partly|partially|nearly|almost|largely|mostly|\d{1,2} ?%|\d/\d) (?:completed?|done)",
    ),
    # the meeting itself agrees
    _wording("closed", rf"agreed (?:to close|{_WORDS % 6}(?:be |was |is )?(?:closed|discharged|taken off|removed))"),
    # an officer holds it for done; the meeting has not said so yet
    _wording(
        "proposed",
        rf"(?:propos|recommend|suggest|request)(?:e?d|ing|s|es|e|al)? {_WORDS % 4}{_CLOSING}",
        r"(?:for|ready for|seeking|pending|awaiting) (?:closure|closing|sign[- ]?off|discharge)",
        rf"{_CLOSING} (?:is |was |be )?(?:proposed|recommended|requested|sought|suggested)",
        rf"{_DONE}\W{{1,3}}(?:pending|subject to|to be confirmed|tbc|awaiting|but (?:to be|not yet) )",
        r"(?:reports?|reported|says?|said|considers?|considered|believe[sd]?|understood|thinks?|thought|advise[sd]?|stated?)"
        rf" {_WORDS % 8}(?:as |is |was |were |be |been |now )?(?:complete|completed|done|closed|finished|discharged)",
        r"(?:could|can|may|might) (?:now |therefore |then )?be (?:closed|taken off|removed|discharged|signed off)",
        r"ready to (?:close|be closed)",
    ),
    # carried to another meeting, and no more said
    _wording(
        "open",
        r"carr(?:y|ied|ies) (?:forward|over|on)|c/f(?:wd)?|brought forward|rolled (?:over|forward)",
        r"defer(?:red)?|postponed|held over|outstanding|overdue|not due|not yet due|not present",
    ),
    # some of it is done
    _wording(
        "in_progress",
        r"on-?going|in progress|in hand|in train|under ?way|on track|progressing|work(?:ing)? (?:continues|on)|amber",
        r"(?:has|have|had|was|were) (?:now |been )?(?:begun|started|commenced)|(?:work|works) (?:began|started)",
        r"await(?:ing|ed|s)?|being (?:\w+ed|done|written|drawn up)",
        r"in draft|drafted|draft (?:is|was|has|received|circulated)",
        r"chas(?:ed|ing)|to follow|continu(?:es|ed|ing)",
        firm=False,
    ),
)  # fmt: skip
# A status stands by itself or at the end: "Complete.", "now closed", "done, first one in March"; "the survey was
# completed before the letter went out" tells a story, which the parser may or may not take for the end of it.
_STATUS = re.compile(
    rf"^(?:\W|status|action|item|this|it|now|all|both|fully|agreed|has|have|is|was|been|marked|as|and|the|therefore)*"
    rf"\b{_DONE}\b(?=\W*$|\s*[,:;(]|\s+(?:on|in|at|by|and)\b|\s+\d)|"
    rf"(?:[,:;(✓☑]|\b(?:action|now|is|was|been|as))\s*{_DONE}\W*$|^\W*[✓☑✔]\W*$",
    re.IGNORECASE,
)
# what a printed sentence of status may take; longer ones are cut
_LONGEST = 400


def told_state(words: str, printed: ActionState) -> State | None:
    """The state that the words beside an action tell; None where they tell none, and it is as it was before.

    words     of the update alone: those of the task tell nothing of its state
    printed   what the parser took from ticks, status columns and words
    The last sentence that tells a state counts: "Proposed for closure. The chair wished it to stay open."
    """
    told: State | None = None
    for sentence in _sentences(words):
        found = _of_sentence(sentence, printed)
        if (told, found) == ("in_progress", "open"):
            continue  # "Two quotes received, one awaited. Carried forward."
        if told in ("withdrawn", "superseded") and found == "closed":
            continue  # "No longer required. Closed."
        if told == "closed" and found in UNSETTLED and _is_story(sentence):
            continue  # "Discharged. The chair was sorry to begin with a list of things not done."
        told = found or told
    if told is None or (told in UNSETTLED and printed == "closed" and not _is_firm(words)):
        return "closed" if printed == "closed" else told
    return told


# A status column that says only this says nothing new.
_STILL = frozenset(("open", "outstanding", "live", "not started", "no update", "no change"))


def merely_carried(words: str) -> bool:
    """Whether an update says no more than that the action goes on."""
    return all(
        sentence.casefold() in _STILL or any(one.words.search(sentence) for one in _TABLE if one.state == "open")
        for sentence in _sentences(words)
    )


def _sentences(words: str) -> Iterator[str]:
    for sentence in _SENTENCE.split(words):
        if folded := _SPACE.sub(" ", sentence).strip(" .;:,")[:_LONGEST]:
            yield folded


def _of_sentence(sentence: str, printed: ActionState) -> State | None:
    for wording in _TABLE:
        if wording.words.search(sentence):
            if wording.state == "in_progress" and _STATUS.search(sentence):
                return "closed"
            return wording.state
    return "closed" if _STATUS.search(sentence) else None


def _is_story(sentence: str) -> bool:
    return sentence.count(" ") >= BRIEF and not _KEPT_OPEN.search(sentence)


def _is_firm(words: str) -> bool:
    return any(wording.firm and wording.words.search(sentence) for sentence in _sentences(words) for wording in _TABLE)
