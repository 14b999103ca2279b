"""Which people a user means by initials, an office or a name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from minutes_cli.model.minutes import Attendee, Minutes, Party
from minutes_cli.model.records import Seat
from minutes_cli.model.tracking import TrackedAction


class Wanted:
    """People asked for: initials, an office, a full name or words of one, in any case.

    known   tell whose initials are whose
    """

    def __init__(self, wanted: Sequence[str], known: Iterable[Attendee | Seat]) -> None:
        self._keys = {_plain(name) for name in wanted}
        self._names = {
            _plain(attendee.name)
            for attendee in known
            if (attendee.abbreviation and _plain(attendee.abbreviation) in self._keys)
            or _offices(attendee) & self._keys
        }

    def includes(self, party: Party) -> bool:
        """Whether `party` is one of them."""
        written, name = _plain(party.as_written), _plain(party.name or "")
        if written in self._keys | self._names or name in self._names:
            return True
        return any(set(key.split()) <= set(name.split()) | set(written.split()) for key in self._keys if key)


def attendees(meetings: Iterable[Minutes]) -> Iterator[Attendee]:
    for minutes in meetings:
        yield from minutes.attendees


def owned_by(
    actions: Iterable[TrackedAction], wanted: Sequence[str], known: Iterable[Attendee | Seat]
) -> list[TrackedAction]:
    """The actions owned by one of `wanted`, as `Wanted` takes them."""
    people = Wanted(wanted, known)
    return [action for action in actions if any(people.includes(owner) for owner in action.owners)]


def _offices(attendee: Attendee | Seat) -> set[str]:
    """The office of an attendee and its first letters: "chief constable", "cc"."""
    if not attendee.role:
        return set()
    office = re.split(r"[,(–]", attendee.role)[0].strip()
    return {_plain(office), "".join(re.findall(r"\b[A-Z]", office)).casefold()} - {""}


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace(".", "").split())
