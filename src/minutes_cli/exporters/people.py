"""Whom a name in the minutes of a meeting means."""

from __future__ import annotations

from minutes_cli.model.minutes import Minutes


def settled(minutes: Minutes, name: str) -> str:
    """The attendee's name, where initials or a surname alone ("moved by Wendell") fit one of them; else the same."""
    people = {person.name: person for person in minutes.attendees}
    if name in people:
        return name
    # a name of several words says more than a surname: it has to be the whole name
    surname = name.casefold() if len(name.split()) == 1 else None
    fitting = [
        one
        for one, person in people.items()
        if name == person.abbreviation or (surname and one.split()[-1:] and one.split()[-1].casefold() == surname)
    ]
    return fitting[0] if len(fitting) == 1 else name
