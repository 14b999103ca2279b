"""Questions, answers and statements: what each turn of a discussion is, from who speaks when."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_cli.model.minutes import ExchangeKind
from minutes_cli.parser.speakers import Act

_ASKS_TOO = re.compile(
    r"\band (?:asked|queried|enquired|sought)(?:\s[\w’']+){0,3}? (?:whether|if|how|what|why|when|where|who|which|about|"
    r"clarity|clarification|reassurance|assurance)\b"
)
_JOINS = re.compile(r"\W*(?:\w+\W+){1,5}?(?:also )?(?:added|confirmed|clarified)\b")


@dataclass(frozen=True, slots=True)
class Turn:
    """One attributed sentence: item and paragraph by index, who speaks (a key), what they do, and the words."""

    item: int
    paragraph: int
    who: str
    act: Act
    text: str
    pronoun: bool = False


def kinds(turns: Sequence[Turn]) -> list[tuple[ExchangeKind, int | None]]:
    """The kind of each turn and the index of the one it answers.

    Whoever asks more than they answer holds the others to account: their statements are remarks, and what the others
    say to a question or remark of theirs is an answer.
    """
    asking = [_asks(turns, index) for index in range(len(turns))]
    askers = _askers(turns, asking)
    found: list[tuple[ExchangeKind, int | None]] = []
    prompt: int | None = None
    answered = False
    for index, turn in enumerate(turns):
        before = index - 1 if index and turns[index - 1].item == turn.item else None
        if before is None:
            prompt = None
        if asking[index]:
            prompt, answered = index, False
            found.append(("question", None))
        elif before is not None and turns[before].who == turn.who and not asking[before]:
            # the same person goes on
            found.append(found[before])
        elif prompt is None or turns[prompt].who == turn.who or (turn.act == "introduce" and prompt != before):
            prompt = index if turn.who in askers and turn.act != "introduce" else None
            answered = False
            found.append(("statement", None))
        elif turn.who in askers and (answered or not asking[prompt]) and not _JOINS.match(turn.text):
            prompt, answered = index, False
            found.append(("statement", None))
        else:
            answered = True
            found.append(("answer", prompt))
    return found


def _asks(turns: Sequence[Turn], index: int) -> bool:
    """Whether a turn is a question; a request counts where somebody answers it in the same paragraph."""
    turn = turns[index]
    if turn.act == "ask" or (turn.act in ("say", "introduce", "other") and _ASKS_TOO.search(turn.text)):
        return True
    if turn.act != "request" or index + 1 == len(turns):
        return False
    reply = turns[index + 1]
    same = (reply.item, reply.paragraph) == (turn.item, turn.paragraph)
    return same and reply.who != turn.who and reply.act not in ("ask", "request")


def _askers(turns: Sequence[Turn], asking: Sequence[bool]) -> set[str]:
    asked: Counter[str] = Counter()
    replied: Counter[str] = Counter()
    for index, turn in enumerate(turns):
        if asking[index]:
            asked[turn.who] += 1
        elif index and asking[index - 1] and turns[index - 1].item == turn.item and turns[index - 1].who != turn.who:
            replied[turn.who] += 1
    return {who for who, count in asked.items() if count > replied[who]}
