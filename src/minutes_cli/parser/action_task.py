"""One task: what is to be done, who is to do it, and what its own text says of its state."""

from __future__ import annotations

import re

from minutes_cli.parser.action_cues import Cues
from minutes_cli.parser.action_head import read_head
from minutes_cli.parser.action_update import part_update
from minutes_cli.parser.draft import Action, Cue, fact
from minutes_cli.parser.owners import Owners
from minutes_cli.parser.passages import Passage, Text

# What the tools of telecons put behind an action: "[recorded in https://…]".
_RECORDED = re.compile(r"\s*\[recorded in\s[^\[\]]{1,200}\]\W*$")
NAMED = re.compile(r"^(?P<who>[^:]{2,40}?)\s*(?:::|:|\s[–-]\s|->)\s*(?=\S)")


def read_task(text: Text, passage: Passage, cue: Cue, cues: Cues, owners: Owners, rule: str) -> Action:
    """An action of `text`, found by `rule`: its tail may say its state, its head who is to do it."""
    text = text[: recorded.start()] if (recorded := _RECORDED.search(str(text))) else text
    head = read_head(text, passage, cues)
    told = part_update(head.task, cues)
    text = told.task
    action = Action(fact(text, rule=rule), passage.index, cue, update=told.update)
    if told.state:
        action.state = told.state
        action.state_fact = fact(told.said, told.state, rule=told.rule) if told.said is not None else None
    head.tell(action)
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
