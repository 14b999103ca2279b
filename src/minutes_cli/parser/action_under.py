"""Lines under a task that tell of it: "Update: letter sent.", "Complete.", "Owner: AF", "Revised date: 3 May"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from minutes_cli.parser.action_cues import Cues
from minutes_cli.parser.action_due import date_in
from minutes_cli.parser.action_update import add_told, is_report
from minutes_cli.parser.draft import Action, fact
from minutes_cli.parser.owners import Owners
from minutes_cli.parser.passages import Passage, Text

# "This is on today's agenda.", "See item 7.": said of the task above, and by nobody.
_REMARK = re.compile(
    r"^\W{0,3}(?:this (?:action|is (?:now )?on|has (?:now |since |not yet )?been|had been|remains)\b|"
    r"(?:now\s)?on (?:the|today[’']s|this) agenda\b|see (?:item|minute|under|also)\b|"
    r"(?:the\s)?action (?:is|was|has|had|remains|to remain|closed|complete|discharged|carried)\b)",
    re.IGNORECASE,
)
_LONGEST_REMARK = 100
_LONGEST_STATUS = 60
_MOST_WORDS = 6
_MEETING = re.compile(r"\bmeeting\b", re.IGNORECASE)
# So many words at the head of a deeper line may tell of the state; in more they are the subject of a task.
_MOST_STATE_WORDS = 12
# So many points further to the right is under, not beside.
_DEEPER_PT = 12
_MOVED = re.compile(r"^\W*(?:re-?assigned|passed|moved|given) to (?P<who>.{2,40}?)\.?$", re.IGNORECASE)


def is_deeper(passage: Passage, previous: Action, passages: Sequence[Passage]) -> bool:
    """Whether a passage stands under the action before it in an indented list."""
    one, two = passages[previous.place].paragraph, passage.paragraph
    return two.level > one.level or two.indent > one.indent + _DEEPER_PT


def read_under(action: Action, text: Text, cues: Cues, owners: Owners, day: date | None) -> bool:
    """Read a line right under a task; whether it tells of that: a status alone, or a value behind its label."""
    value = str(text)
    label = cues.field_label.match(value)
    if label is not None and _read_field(action, text[label.end() :], str(label.lastgroup), cues, owners, day):
        return True
    if len(value) < _LONGEST_REMARK and _REMARK.match(value):
        state = cues.state(value)
        if state:
            action.state, action.state_fact = state, fact(text, state, rule="action.state.line")
        add_told(action, text, "action.update.line")
        return True
    if any(pattern.match(value) for pattern in (cues.marker, cues.task, cues.verdict_before)) or (
        len(value) >= _LONGEST_STATUS or len(value.split()) > _MOST_WORDS or _MEETING.search(value)
    ):
        return False
    state = cues.state(value)
    if state is None:
        return False
    action.state, action.state_fact = state, fact(text, state, rule="action.state.line")
    add_told(action, text, "action.update.line")
    return True


def _read_field(action: Action, text: Text, kind: str, cues: Cues, owners: Owners, day: date | None) -> bool:
    """Read a value behind a label under a task; whether it is of the kind that the label says."""
    if kind == "told":
        state = cues.state(str(text))
        if state:
            action.state, action.state_fact = state, fact(text, state, rule="action.state.line")
        add_told(action, text, "action.update.line")
        return True
    if kind == "owner":
        people = owners.split(text, 0.3, "action.owner.line")
        action.owners = action.owners or people
        return bool(people)
    due = date_in(text, day, "action.due.line")
    if due is not None and (kind == "revised" or action.due is None):
        action.due, action.due_text = due, fact(text, rule="action.due.line")
    return due is not None


def read_deeper(action: Action, text: Text, cues: Cues, owners: Owners) -> bool:
    """What a line in the list under an action says of its state, its progress or its new owner."""
    label = cues.told_label.match(str(text))
    if label is not None:
        return _read_field(action, text[label.end() :], "told", cues, owners, None)
    value = str(text)
    first = next(text.sentences(), text)
    state = cues.state(str(first)) if len(str(first).split()) <= _MOST_STATE_WORDS else None
    if state:
        action.state, action.state_fact = state, fact(first, state, rule="action.state.line")
    moved = _MOVED.match(value)
    if moved:
        action.owners = owners.split(text.group(moved, "who"), 0.2, "action.owner.moved") or action.owners
    tells = state is not None or moved is not None or (is_report(value) and not cues.task.match(value))
    if tells:
        add_told(action, text, "action.update.line")
    return tells
