"""The life of an action: what its entries and users' changes make of it.

A change that a user made takes effect at its `on` date. Documents and changes are told in the order of their days; of
the same day the change comes last. What a meeting held later than the change *newly* says wins over it:

    the meeting settles the action, or opens again what a document had settled
    it prints another due date than documents printed before
    it names other owners than documents named before

A later meeting that carries the action, prints the same date or owner once more, or tells of progress leaves what the
user set as it is. Notes and tags are users' alone. A meeting without a date counts as held with the one before it, and
a change of a day before the action was raised as one of that day.
"""

from __future__ import annotations

from collections.abc import Sequence

from minutes_cli.model.minutes import Party
from minutes_cli.model.tracking import UNSETTLED, Change, ChangeKind, Entry, How, Mention, State, TrackedAction
from minutes_cli.tracking.dues import Due, dues, slips
from minutes_cli.tracking.likeness import plain, text_likeness
from minutes_cli.tracking.states import merely_carried
from minutes_cli.tracking.story import by_day, days_of
from minutes_cli.tracking.thread import Thread, states
from minutes_cli.tracking.updates import said_of

# Below this an entry says more, or something else, than the one before it: an update.
UNCHANGED = 97


def tracked(thread: Thread, changes: Sequence[Change] = (), number: str | None = None) -> TrackedAction:
    """One action as it stands after its entries and the changes.

    changes   those that were not undone, oldest first
    Entries that a corrected version struck out are history only; where all are struck the action is withdrawn.
    """
    told = states(thread.entries)
    standing = [entry for entry in thread.entries if not entry.struck] or thread.entries
    first = standing[0]
    days = days_of(entry.sitting for entry in standing)
    due, original, moves = _due(dues(standing, days), days[0], changes)
    return TrackedAction(
        id=thread.entries[0].id.rpartition("#")[2],
        number=number,
        reference=next((entry.reference for entry in standing if entry.reference), None),
        text=first.text,
        owners=_owners(standing, days, changes),
        due=due.date if due else None,
        due_original=original,
        due_text=due.text if due else None,
        slips=moves,
        state=_state(
            [state for state, entry in zip(told, thread.entries, strict=True) if entry in standing], days, changes
        ),
        item=first.item,
        pillars=first.pillars,
        tags=_tags(changes),
        body=first.body,
        raised=first.sitting,
        mentions=_mentions(thread, told),
        changes=tuple(changes),
    )


def _state(told: Sequence[State], days: Sequence[str], changes: Sequence[Change]) -> State:
    """The state that documents tell, or a user's where no later meeting newly settles or reopens the action."""
    last = _last(changes, "close", "reopen")
    if last is None:
        return told[-1]
    since = max(last.on, days[0])
    before: State | None = None
    for state, day in zip(told, days, strict=True):
        news = before is not None and (before in UNSETTLED) != (state in UNSETTLED)
        if news and day > since:
            return told[-1]
        before = state
    if last.kind == "close":
        return "closed"
    return told[-1] if told[-1] in UNSETTLED and days[-1] > since else "open"


def _due(printed: Sequence[Due], raised: str, changes: Sequence[Change]) -> tuple[Due | None, str | None, int]:
    """The due date that holds, the first one, and how often it slipped."""
    own = [Due(change.value, None, max(change.on, raised)) for change in by_day(changes) if change.kind == "due"]
    # of the same day the user's comes last: sorting keeps the order of what is equal
    every = sorted([*printed, *own], key=lambda due: due.day)
    first = next((due.date for due in [*printed, *every] if due.date), None)
    return every[-1] if every else None, first, slips(every)


def _owners(entries: Sequence[Entry], days: Sequence[str], changes: Sequence[Change]) -> tuple[Party, ...]:
    """The owners last printed, or those whom a user assigned where no later meeting names others than before."""
    last = _last(changes, "assign")
    owners: tuple[Party, ...] = ()
    news = ""
    for entry, day in zip(entries, days, strict=True):
        if entry.owners:
            if not _names(entry.owners) & _names(owners):
                news = day
            owners = entry.owners
    if last is None or news > max(last.on, days[0]):
        return owners
    names = (name.strip() for name in (last.value or "").split(","))
    return tuple(Party(as_written=name, name=None) for name in names if name)


def _names(owners: Sequence[Party]) -> set[str]:
    return {plain(name) for owner in owners for name in (owner.as_written, owner.name) if name}


def _tags(changes: Sequence[Change]) -> tuple[str, ...]:
    tags: set[str] = set()
    for change in changes:
        if change.kind == "tag" and change.value:
            tags.add(change.value)
        elif change.kind == "untag":
            tags.discard(change.value or "")
    return tuple(sorted(tags))


def _last(changes: Sequence[Change], *kinds: ChangeKind) -> Change | None:
    """The change of one of these kinds that takes effect last."""
    return next((change for change in reversed(by_day(changes)) if change.kind in kinds), None)


def _mentions(thread: Thread, told: Sequence[State]) -> tuple[Mention, ...]:
    """One for each entry; what became of the action is told against the meeting before, for one may print it twice."""
    found: list[Mention] = []
    first = next((entry for entry in thread.entries if not entry.struck), thread.entries[0])
    before: tuple[Entry, State] | None = None
    last: tuple[Entry, State] | None = None
    for entry, state, link in zip(thread.entries, told, thread.links, strict=True):
        if last is not None and last[0].sitting != entry.sitting:
            before = last
        found.append(
            Mention(
                **dict(entry.sitting),
                id=entry.id,
                how=_how(entry, state, before, first),
                state=state,
                struck=entry.struck,
                quote=entry.quote,
                update=entry.update,
                page=entry.page,
                line=entry.line,
                link=link,
            )
        )
        if not entry.struck:
            last = entry, state
    return tuple(found)


def _how(entry: Entry, state: State, before: tuple[Entry, State] | None, first: Entry) -> How:
    if entry.struck:
        return "withdrawn"
    if state not in UNSETTLED and (before is None or before[1] in UNSETTLED):
        return "closed" if state == "closed" else "withdrawn"
    if before is None:
        return "raised"
    earlier, was = before
    said = said_of(entry, first)
    unchanged = (
        (state in UNSETTLED) == (was in UNSETTLED)
        and entry.due in (None, earlier.due)
        and (merely_carried(said) if said else text_likeness(entry.text, earlier.text) >= UNCHANGED)
    )
    return "carried" if unchanged else "updated"
