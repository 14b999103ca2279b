"""What rules on actions ask of one: whether it is new, and the words of its task."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.minutes import Action
from minutes_cli.rules.base import Subject

# "AR to", "The clerk will", "Ann and Ben agreed to": what stands before the task.
_LAYS = re.compile(
    r"^[^.;:]{0,60}?\b(?:to|will|should|shall|must)\s+(?:also\s+|then\s+|please\s+)?(?=[a-z])|^please\s+", re.IGNORECASE
)


def open_actions(subject: Subject) -> Iterator[tuple[str, Action]]:
    """Actions that are still to be done, each with its path."""
    for number, action in enumerate(subject.minutes.actions):
        if action.state == "open":
            yield f"/actions/{number}", action


def new_actions(subject: Subject) -> Iterator[tuple[str, Action]]:
    """Open actions that this meeting laid on somebody: none that were carried over from an earlier one."""
    carried = re.compile(rf"\b(?:{subject.profile.alternatives('items.earlier')})\b", re.IGNORECASE)
    for path, action in open_actions(subject):
        item = subject.item_named(action.item)
        if not (action.reference or action.update or (item and carried.search(item.title))):
            yield path, action


def task_of(action: Action) -> str:
    """The words of an action without those that lay it on somebody."""
    return action.text[found.end() :] if (found := _LAYS.match(action.text)) else action.text
