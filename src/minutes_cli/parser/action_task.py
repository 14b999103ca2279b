"""One task: what is to be done, who is to do it, and what its own text says of its state."""

from __future__ import annotations

import re

from minutes_cli.model.minutes import ActionState
from minutes_cli.parser.action_cues import Cues
from minutes_cli.parser.draft import Action, Cue, fact
from minutes_cli.parser.owners import Owners
from minutes_cli.parser.passages import Passage, Text

_DONE_TAIL = re.compile(
    r"\s*[-–—:(\[]*\s*\b(?P<state>(?:(?<=[-–—:(\[] )|(?<=[-–—:(\[]))(?:done|completed?|closed)|DONE|"
    r"COMPLETED?|CLOSED|Done|Completed?|Closed|Discharged)\b(?:\s+[\d/-]{4,10})?\W*$"
)


# What the tools of telecons put behind an action: "[recorded in https://…]".
_RECORDED = re.compile(r"\s*\[recorded in\s[^\[\]]{1,200}\]\W*$")
NAMED = re.compile(r"^(?P<who>[^:]{2,40}?)\s*(?:::|:|\s[–-]\s|->)\s*(?=\S)")


def read_task(text: Text, passage: Passage, cue: Cue, cues: Cues, owners: Owners, rule: str) -> Action:
    """An action of `text`, found by `rule`: its tail may say its state, its head who is to do it."""
    text = text[: recorded.start()] if (recorded := _RECORDED.search(str(text))) else text
    text, state, said = _without_state(text, cues)
    told = "action.state.tail"
    report = _report_behind(text, cues)
    if report is not None:
        state, said, told = cues.state(str(report)) or state, report, "action.state.report"
        text = text[: report.start - text.start].strip(" –—-")
    action = Action(fact(text, rule=rule), passage.index, cue)
    if state:
        action.state, action.state_fact = state, fact(said, state, rule=told) if said is not None else None
    found = cues.task.match(str(text))
    if found:
        action.owners = owners.split(text.group(found, "who"), 0.3, "action.owner.subject")
    elif nick := cues.nick.match(str(text)):
        action.owners = owners.split_nicks(text.group(nick, "who"), cues.verb, "action.owner.subject")
    else:
        for sentence in list(text.sentences())[1:]:
            later = cues.task.match(str(sentence))
            if later and cues.verb.fullmatch(later["verb"]):
                action.owners = owners.split(sentence.group(later, "who"), 0.75, "action.owner.later")
                if action.owners:
                    break
        named = NAMED.match(str(text))
        if named:
            people = owners.split(text.group(named, "who"), 0.55, "action.owner.named")
            if people:
                action.owners = people
                action.text = fact(text[named.end() :], rule=rule)
        if not action.owners:
            tail = re.search(
                r"(?:[(\[](?P<a>[^()\[\]]{2,40})[)\]]|\s[–-]\s*(?P<b>[A-Z][\w/ &,.’'-]{1,30}))\s*\.?$", str(text)
            )
            if tail:
                which = "a" if tail["a"] else "b"
                people = owners.split(text.group(tail, which), 0.75, "action.owner.tail")
                if people:
                    action.owners = people
                    action.text = fact(text[: tail.start()], rule=rule)
    return action


_DASH = re.compile(r"\s[–—]\s")
_REPORTS = re.compile(
    r"^(?:[\w’'./]+\s+){0,6}?(?:said|reported|confirmed|advised|provided|circulated|shared|published|"
    r"received|agreed|noted|in part)\b",
    re.IGNORECASE,
)


def _report_behind(text: Text, cues: Cues) -> Text | None:
    """What stands behind a dash and reports on the task: "… – the ACC said that a first draft had been shared"."""
    for dash in _DASH.finditer(str(text)):
        rest = text[dash.end() :]
        if dash.start() > _LEAST_TASK and (
            _REPORTS.match(str(rest)) or (cues.state(str(rest)[:80]) and len(rest) < 120)
        ):
            return rest
    return None


_LEAST_TASK = 12


def _without_state(text: Text, cues: Cues) -> tuple[Text, ActionState | None, Text | None]:
    """Cut a status off the end: " - DONE", "Complete.", "Not yet concluded, to be carried over."."""
    tail = _DONE_TAIL.search(str(text))
    if tail and tail.start() > 8:
        before = str(text)[: tail.start()].rstrip()
        if not re.search(r"\b(?:be|is|not|been|get|are)$", before, re.IGNORECASE):
            return text[: tail.start()], "closed", text[tail.start("state") : tail.end("state")]
    sentences = list(text.sentences())
    state: ActionState | None = None
    said: Text | None = None
    while len(sentences) > 1:
        last = str(sentences[-1])
        now = cues.state(last) if len(last.split()) <= 9 else None
        if now is None:
            break
        state, said = now, sentences.pop()
    end = sentences[-1].end - text.start if sentences else len(text)
    return text[:end], state, said
