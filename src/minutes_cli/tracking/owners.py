"""Which actions are whose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from minutes_cli.model.minutes import Minutes
from minutes_cli.model.tracking import TrackedAction


def owned_by(
    actions: Iterable[TrackedAction], wanted: Sequence[str], meetings: Iterable[Minutes]
) -> list[TrackedAction]:
    """The actions owned by one of `wanted`: initials, an office, a full name or words of one, in any case.

    meetings   tell whose initials are whose
    """
    keys = {_plain(name) for name in wanted}
    names = {
        _plain(attendee.name)
        for minutes in meetings
        for attendee in minutes.attendees
        if attendee.abbreviation and _plain(attendee.abbreviation) in keys
    }
    return [action for action in actions if _is_owned(action, keys, names)]


def _is_owned(action: TrackedAction, keys: set[str], names: set[str]) -> bool:
    for owner in action.owners:
        written, name = _plain(owner.as_written), _plain(owner.name or "")
        if written in keys | names or name in names:
            return True
        if any(set(key.split()) <= set(name.split()) | set(written.split()) for key in keys if key):
            return True
    return False


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace(".", "").split())
