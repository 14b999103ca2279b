"""What stands in front of a task: its number ("12/3 AF to write") and a verdict on it ("DONE: AF to write")."""

from __future__ import annotations

import re
from dataclasses import dataclass

from minutes_cli.model.minutes import ActionState
from minutes_cli.parser.action_cues import Cues
from minutes_cli.parser.draft import Action, fact
from minutes_cli.parser.passages import Passage, Text

# Kinds of numbers that are given to actions and seldom count the entries of a list: "12/3", "HTA/23/014", "550a".
_NUMBER = re.compile(
    r"^\W{0,2}(?P<number>(?:[A-Z]{1,6}[/-])?\d{1,4}(?:[/-]\d{1,4}){1,2}[a-z]?|\d{2,4}[a-z]|[A-Z]{1,3}-?\d{2,4})"
    r"[)\]]?(?:\s?[:.–—-])?(?:\s+(?=[A-Z@\[(])|$)"
)


@dataclass(frozen=True, slots=True)
class Head:
    """The task that is left, and what stood in front of it."""

    task: Text
    number: Text | None = None
    verdict: Text | None = None
    state: ActionState | None = None

    def tell(self, action: Action) -> None:
        """Give an action what its head says, unless the words behind it said more."""
        if self.number is not None and action.reference is None:
            action.reference = fact(self.number, rule="action.reference.head")
        if self.verdict is None:
            return
        if self.state is not None and action.state_fact is None:
            action.state, action.state_fact = self.state, fact(self.verdict, self.state, rule="action.state.head")
        if action.update is None:
            action.update = fact(self.verdict, rule="action.update.head")


def read_head(text: Text, passage: Passage, cues: Cues) -> Head:
    """Part a task from its number and a verdict in front of it; a list's number may be cut off the text already."""
    number, rest = None, text
    before = passage.text[: max(0, text.start - passage.text.start)] if text.paragraph is passage.paragraph else None
    if before and (found := _NUMBER.match(str(before))) and found.end() == len(before):
        number = before.group(found, "number")
    elif (found := _NUMBER.match(str(text))) and _begins_task(text[found.end() :], cues):
        number, rest = text.group(found, "number"), text[found.end() :]
    found = cues.verdict_before.match(str(rest))
    if found is None:
        return Head(rest, number)
    task = rest[found.end() :]
    # "Open: …" may head anything; in capitals, or in front of a task, it is a verdict
    if found["plain"] and not found["plain"].isupper() and not cues.task.match(str(task)):
        return Head(rest, number)
    verdict = rest.group(found, "boxed" if found["boxed"] else "plain")
    return Head(task, number, verdict, cues.state(str(verdict)))


def _begins_task(text: Text, cues: Cues) -> bool:
    value = str(text)
    return cues.task.match(value) is not None or cues.verdict_before.match(value) is not None
