"""The entries of one meeting's minutes: what they say of each action."""

from __future__ import annotations

from minutes_cli.model.minutes import Action, Item, Minutes
from minutes_cli.model.places import places_of
from minutes_cli.model.tracking import Entry, Sitting


def sitting_of(minutes: Minutes, key: str | None = None) -> Sitting:
    meeting = minutes.meeting
    return Sitting(meeting=meeting.title or meeting.body, date=meeting.date, file=minutes.source.file, key=key)


def entries_of(minutes: Minutes, sitting: Sitting, name: str) -> list[Entry]:
    """One entry for each action, in the order of the minutes.

    name   of the meeting, unique among those that are followed together: ids of entries begin with it
    """
    places = places_of(minutes)
    quotes: dict[str, list[str]] = {}
    for piece in minutes.evidence:
        quotes.setdefault(piece.path, []).append(piece.quote)
    entries = []
    for position, action in enumerate(minutes.actions):
        path = f"/actions/{position}/text"
        page, line = places.get(path, (None, None))
        item = _item(minutes, action)
        entries.append(
            Entry(
                id=f"{name}#{action.id}",
                sitting=sitting,
                body=minutes.meeting.body,
                quote=" ".join(quotes.get(path, ())) or action.text,
                title=item.title if item else None,
                pillars=item.pillars if item else (),
                page=page,
                line=line,
                **{field: getattr(action, field) for field in _SAME},
            )
        )
    return entries


_SAME = ("text", "owners", "due", "due_text", "state", "update", "reference", "item")


def _item(minutes: Minutes, action: Action) -> Item | None:
    """The item the action stands under; None where several that bear its number or title disagree on pillars."""
    if action.item is None:
        return None
    found = [item for item in minutes.items if action.item in (item.number, item.title)]
    return found[0] if len({item.pillars for item in found}) == 1 else None
