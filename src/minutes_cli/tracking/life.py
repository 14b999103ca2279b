"""The life of an action: what its entries and users' changes make of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from minutes_cli.model.minutes import Party
from minutes_cli.model.tracking import Change, Entry, How, Link, Mention, State, TrackedAction
from minutes_cli.tracking.likeness import text_likeness
from minutes_cli.tracking.threads import Thread

# Below this an entry says more, or something else, than the one before it: an update.
UNCHANGED = 97

_WITHDRAWN = re.compile(
    r"\b(?:withdrawn|superseded|cancelled|no longer (?:needed|required|necessary))\b", re.IGNORECASE
)


def tracked(thread: Thread, changes: Sequence[Change] = (), number: str | None = None) -> TrackedAction:
    """One action as it stands after its entries and the changes.

    changes   those that were not undone, oldest first
    """
    entries = thread.entries
    first, last = entries[0], entries[-1]
    dates = [entry.due for entry in entries if entry.due]
    action = TrackedAction(
        id=first.id.rpartition("#")[2],
        number=number,
        reference=next((entry.reference for entry in entries if entry.reference), None),
        text=first.text,
        owners=next((entry.owners for entry in reversed(entries) if entry.owners), ()),
        due=dates[-1] if dates else None,
        due_original=dates[0] if dates else None,
        due_text=next((entry.due_text for entry in reversed(entries) if entry.due_text), None),
        slips=sum(later > earlier for earlier, later in pairwise(dates)),
        state=_state(last),
        item=first.item,
        pillars=first.pillars,
        body=first.body,
        raised=first.sitting,
        mentions=tuple(map(_mention, entries, [None, *entries], thread.links)),
        changes=(),
    )
    return changed(action, changes)


def changed(action: TrackedAction, changes: Sequence[Change]) -> TrackedAction:
    """The action with what users did to it on top."""
    for change in changes:
        new: dict[str, object] = {}
        if change.kind == "close":
            new["state"] = "closed"
        elif change.kind == "reopen":
            new["state"] = "open"
        elif change.kind == "due":
            new["due"] = change.value
            new["due_text"] = None
            new["slips"] = action.slips + bool(action.due and change.value and change.value > action.due)
        elif change.kind == "assign" and change.value:
            new["owners"] = tuple(Party(as_written=name.strip(), name=None) for name in change.value.split(","))
        elif change.kind == "tag":
            new["tags"] = tuple(sorted({*action.tags, change.value or ""}))
        elif change.kind == "untag":
            new["tags"] = tuple(tag for tag in action.tags if tag != change.value)
        action = action.model_copy(update={**new, "changes": (*action.changes, change)})
    return action


def _state(last: Entry) -> State:
    if last.struck:
        return "withdrawn"
    return last.state


def _mention(entry: Entry, before: Entry | None, link: Link | None) -> Mention:
    return Mention(
        **dict(entry.sitting),
        id=entry.id,
        how=_how(entry, before),
        quote=entry.quote,
        update=entry.update,
        page=entry.page,
        line=entry.line,
        link=link,
    )


def _how(entry: Entry, before: Entry | None) -> How:
    if entry.struck:
        return "withdrawn"
    if entry.state == "closed" and (before is None or before.state == "open"):
        return "withdrawn" if _WITHDRAWN.search(entry.text) else "closed"
    if before is None:
        return "raised"
    unchanged = (
        entry.state == before.state
        and entry.due in (None, before.due)
        and text_likeness(entry.text, before.text) >= UNCHANGED
        and len(entry.text) <= len(before.text)
    )
    return "carried" if unchanged else "updated"
