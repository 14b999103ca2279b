"""The same action found again in later meetings."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from minutes_cli.model.minutes import Action, Minutes
from minutes_cli.model.tracking import How, Mention, TrackedAction
from minutes_cli.tracking.discussion import sitting_of
from minutes_cli.tracking.likeness import Traits, likeness, plain, same_body, text_likeness, traits

# Below this an entry says more, or something else, than the one before it: an update.
UNCHANGED = 97

_WITHDRAWN = re.compile(
    r"\b(?:withdrawn|superseded|cancelled|no longer (?:needed|required|necessary))\b", re.IGNORECASE
)


class _Entry(NamedTuple):
    """What the minutes of one meeting say of an action."""

    minutes: Minutes
    position: int
    traits: Traits

    @property
    def action(self) -> Action:
        return self.minutes.actions[self.position]


# the entries of one action, oldest first
_Thread = list[_Entry]


def follow(meetings: Sequence[Minutes]) -> list[TrackedAction]:
    """The actions of several meetings, each once, in the order in which they were raised.

    meetings   of any bodies and in any order: they are told apart and sorted by date; without a date they come last
    """
    found: list[TrackedAction] = []
    for body in _bodies(_once(sorted(meetings, key=_when))):
        found.extend(_tracked(thread) for thread in _threads(body))
    found.sort(key=lambda action: (action.raised.date is None, action.raised.date or ""))
    return _with_distinct_ids(found)


def _when(minutes: Minutes) -> tuple[bool, str, str, str, str]:
    meeting = minutes.meeting
    return (
        meeting.date is None,
        meeting.date or "",
        meeting.start_time or "",
        minutes.source.file,
        minutes.source.sha256,
    )


def _once(meetings: Iterable[Minutes]) -> list[Minutes]:
    """Each meeting once: the same minutes may be given as PDF and as DOCX. Without date and title all are kept."""
    kept: dict[object, Minutes] = {}
    for minutes in meetings:
        meeting = minutes.meeting
        named = meeting.date is not None and meeting.title is not None
        key = (meeting.date, meeting.start_time, plain(meeting.title or "")) if named else len(kept)
        kept.setdefault(key, minutes)
    return list(kept.values())


def _bodies(meetings: Iterable[Minutes]) -> list[list[Minutes]]:
    """The meetings of each body; those that name none belong to the only one named, else together."""
    every = list(meetings)
    groups: list[list[Minutes]] = []
    for minutes in every:
        for group in groups:
            if same_body(group[0].meeting.body, minutes.meeting.body):
                group.append(minutes)
                break
        else:
            groups.append([minutes])
    named = [group for group in groups if group[0].meeting.body is not None]
    return groups if len(named) != 1 else [every]


def _threads(meetings: Iterable[Minutes]) -> list[_Thread]:
    """One body's entries, joined where a later one continues an earlier; at most one a meeting joins a thread."""
    threads: list[_Thread] = []
    for minutes in meetings:
        entries = [_Entry(minutes, index, traits(action)) for index, action in enumerate(minutes.actions)]
        pairs = [
            (score, index, number)
            for index, entry in enumerate(entries)
            for number, thread in enumerate(threads)
            if (score := _likeness(entry, thread))
        ]
        taken: dict[int, int] = {}
        for _, index, number in sorted(pairs, key=lambda pair: (-pair[0], pair[1], -pair[2])):
            if index not in taken and number not in taken.values():
                taken[index] = number
        for index, entry in enumerate(entries):
            if index in taken:
                threads[taken[index]].append(entry)
            else:
                threads.append([entry])
    return threads


def _likeness(entry: _Entry, thread: _Thread) -> float:
    """Likeness to the first or the last of the thread: wording drifts, but a carried action follows one of the two."""
    first = likeness(entry.traits, thread[0].traits)
    return max(first, likeness(entry.traits, thread[-1].traits)) if len(thread) > 1 else first


def _tracked(thread: _Thread) -> TrackedAction:
    actions = [entry.action for entry in thread]
    first, last, minutes = actions[0], actions[-1], thread[0].minutes
    dates = [action.due for action in actions if action.due]
    return TrackedAction(
        id=first.id,
        reference=next((action.reference for action in actions if action.reference), None),
        text=first.text,
        owners=next((action.owners for action in reversed(actions) if action.owners), ()),
        due=dates[-1] if dates else None,
        due_original=dates[0] if dates else None,
        due_text=next((action.due_text for action in reversed(actions) if action.due_text), None),
        state=last.state,
        item=first.item,
        pillars=_pillars(minutes, first.item),
        body=minutes.meeting.body,
        raised=sitting_of(minutes),
        mentions=tuple(_mention(entry, before) for entry, before in zip(thread, [None, *thread], strict=False)),
    )


def _mention(entry: _Entry, before: _Entry | None) -> Mention:
    how = _how(entry.action, before.action if before else None)
    return Mention(**dict(sitting_of(entry.minutes)), how=how, quote=_quote(entry.minutes, entry.position))


def _how(action: Action, before: Action | None) -> How:
    if action.state == "closed" and (before is None or before.state == "open"):
        return "withdrawn" if _WITHDRAWN.search(action.text) else "closed"
    if before is None:
        return "raised"
    unchanged = (
        action.state == before.state
        and action.due in (None, before.due)
        and text_likeness(action.text, before.text) >= UNCHANGED
        and len(action.text) <= len(before.text)
    )
    return "carried" if unchanged else "updated"


def _quote(minutes: Minutes, index: int) -> str:
    path = f"/actions/{index}/text"
    return " ".join(piece.quote for piece in minutes.evidence if piece.path == path) or minutes.actions[index].text


def _pillars(minutes: Minutes, item: str | None) -> tuple[str, ...]:
    """The pillars of the item with that number or title; none where several such items disagree."""
    tagged = {i.pillars for i in minutes.items if item is not None and item in (i.number, i.title)}
    return tagged.pop() if len(tagged) == 1 else ()


def _with_distinct_ids(actions: Iterable[TrackedAction]) -> list[TrackedAction]:
    """Ids are unique in one document only: over several the second of the same gets -2, and so on."""
    seen: Counter[str] = Counter()
    distinct: list[TrackedAction] = []
    for action in actions:
        seen[action.id] += 1
        count = seen[action.id]
        distinct.append(action if count == 1 else action.model_copy(update={"id": f"{action.id}-{count}"}))
    return distinct
