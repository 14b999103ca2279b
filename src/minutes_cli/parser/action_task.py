"""One task: what is to be done, who is to do it, and what its own text says of its state."""

from __future__ import annotations

import re

from minutes_cli.parser.action_cues import Cues
from minutes_cli.parser.draft import Action, fact
from minutes_cli.parser.owners import Owners
from minutes_cli.parser.passages import Passage, Text

_DONE_TAIL = re.compile(
    r"\s*[-–—:(\[]*\s*\b(?P<state>DONE|COMPLETED?|CLOSED|Done|Completed?|Closed|Discharged)\b(?:\s+[\d/-]{4,10})?\W*$"
)


NAMED = re.compile(r"^(?P<who>[^:]{2,40}?)\s*(?:::|:|\s[–-]\s|->)\s*(?=\S)")


def read_task(text: Text, passage: Passage, cue: str, cues: Cues, owners: Owners) -> Action:
    """An action of `text`: its tail may say its state, its head who is to do it."""
    text, state, said = _without_state(text, cues)
    action = Action(fact(text, confidence=0.9), passage.index, cue)  # type: ignore[arg-type]  # one of the cues
    if state:
        action.state, action.state_fact = state, fact(said, state, 0.85) if said is not None else None  # type: ignore[assignment]
    found = cues.task.match(str(text))
    if found:
        action.owners = owners.split(text[found.start("who") : found.end("who")], 0.3)
    else:
        for sentence in list(text.sentences())[1:]:
            later = cues.task.match(str(sentence))
            if later and cues.verb.fullmatch(later["verb"]):
                action.owners = owners.split(sentence[later.start("who") : later.end("who")], 0.75)
                break
        named = NAMED.match(str(text))
        if named:
            people = owners.split(text[named.start("who") : named.end("who")], 0.55)
            if people:
                action.owners = people
                action.text = fact(text[named.end() :], confidence=0.9)
        if not action.owners:
            tail = re.search(
                r"(?:[(\[](?P<a>[^()\[\]]{2,40})[)\]]|\s[–-]\s*(?P<b>[A-Z][\w/ &,.’'-]{1,30}))\s*\.?$", str(text)
            )
            if tail:
                which = "a" if tail["a"] else "b"
                people = owners.split(text[tail.start(which) : tail.end(which)], 0.75)
                if people:
                    action.owners = people
                    action.text = fact(text[: tail.start()], confidence=0.85)
    return action


def _without_state(text: Text, cues: Cues) -> tuple[Text, str | None, Text | None]:
    """Cut a status off the end: " - DONE", "Complete.", "Not yet concluded, to be carried over."."""
    tail = _DONE_TAIL.search(str(text))
    if tail and tail.start() > 8:
        before = str(text)[: tail.start()].rstrip()
        if not re.search(r"\b(?:be|is|not|been|get|are)$", before, re.IGNORECASE):
            return text[: tail.start()], "closed", text[tail.start("state") : tail.end("state")]
    sentences = list(text.sentences())
    state = said = None
    while len(sentences) > 1:
        last = str(sentences[-1])
        now = cues.state(last) if len(last.split()) <= 9 else None
        if now is None:
            break
        state, said = now, sentences.pop()
    end = sentences[-1].end - text.start if sentences else len(text)
    return text[:end], state, said
