"""Short series of entries, as tables write them, and what is made of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from minutes_cli.model.minutes import Party
from minutes_cli.model.tracking import Change, Entry, Sitting
from minutes_cli.tracking.threads import Follower, Thread, Ties

CASES = Path(__file__).parent / "cases"


def rows(name: str) -> list[Any]:
    """The cases of a table; dates are words, as in the model."""
    found: list[Any] = yaml.load((CASES / f"{name}.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return found


def meetings(given: dict[str, list[dict[str, Any]]]) -> list[list[Entry]]:
    """The entries of each meeting; 2b is the second entry of the second."""
    return [
        [entry(f"{number}{chr(97 + place)}", date, **row) for place, row in enumerate(listed)]
        for number, (date, listed) in enumerate(given.items(), 1)
    ]


def entry(name: str, date: str, **row: Any) -> Entry:
    owners = tuple(Party(as_written=owner) for owner in row.pop("owners", ()))
    sitting = Sitting(date=date if date[0].isdigit() else None, file=f"{date}.pdf")
    return Entry(id=name, sitting=sitting, owners=owners, quote=row["text"], **row)


def followed(run: Iterable[list[Entry]], ties: dict[str, list[list[str]]] | None = None) -> Follower:
    pairs = {name: frozenset((one, other) for one, other in listed) for name, listed in (ties or {}).items()}
    follower = Follower(Ties(**pairs))
    for entries in run:
        follower.add(entries)
    return follower


def one_thread(given: dict[str, list[dict[str, Any]]]) -> Thread:
    """The only thread of a series."""
    (thread,) = followed(meetings(given)).threads
    return thread


def changes(listed: Iterable[dict[str, Any]]) -> list[Change]:
    return [
        Change(number=number, at=f"{row['on']}T12:00:00+00:00", who="ann", **row)
        for number, row in enumerate(listed, 1)
    ]
