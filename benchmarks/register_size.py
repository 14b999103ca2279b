"""What a large register costs, against a small one: `python benchmarks/register_size.py [MEETINGS]`.

Both are made of invented minutes, saved one meeting at a time: many bodies that meet monthly, each meeting with some
actions carried, some closed and some new. Told are ratios of the time of whole processes, the median of several, in
one run on this machine; and of saving one more meeting.
"""

from __future__ import annotations

import datetime
import hashlib
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from sqlite3 import Connection

from minutes_cli.model.minutes import Action, Attendee, Item, Meeting, Minutes, Party, Source
from minutes_cli.store.database import opened
from minutes_cli.store.saving import Addition, save

SMALL, LARGE = 10, 10_000
# Meetings of each body, and new actions of each; half as many are reported on a month later.
MONTHS = 10
PER_MEETING = 10
RUNS = 7
MORE = 10
COMMANDS = (("actions --open", 3.0), ("search rural crime", 2.0))
VERBS = ("repair", "inspect", "review", "cost", "photograph", "insure", "repaint", "survey", "list", "replace")
THINGS = ("stile", "bench", "noticeboard", "culvert", "bridge", "lamp", "gate", "hedge", "shelter", "railing", "sign")
WHERE = ("church", "school", "mill", "green", "station", "quarry", "allotments", "chapel", "pond", "common", "depot")
PEOPLE = ("Ann", "Bo", "Cy", "Di", "Ed", "Fay")


def body_name(number: int) -> str:
    """A name unlike any other."""
    digits = hashlib.sha256(str(number).encode()).digest()[:6]
    return "".join("bdfgklmnprstvwz"[d % 15] + "aeiou"[d // 15 % 5] for d in digits).capitalize() + " Council"


def meeting(body: int, month: int) -> Minutes:
    """The minutes of a body's meeting in a month, counted from January 2010."""
    date = datetime.date(2010 + month // 12, month % 12 + 1, body % 28 + 1).isoformat()
    name = body_name(body)
    people = [f"{first} {name.split()[0]}" for first in PEOPLE]
    actions = []
    for born in (month, month - 1):
        for place in range(PER_MEETING if born == month else PER_MEETING // 2):
            if born >= 0:
                actions.append(_action(len(actions) + 1, people, born * PER_MEETING + place, born < month))
    text = "Rural crime was talked about." if body == 0 and month == 7 else "Reports were received."
    return Minutes(
        source=Source(
            file=f"{body}-{month}.pdf",
            sha256=hashlib.sha256(f"{body} {month}".encode()).hexdigest(),
            media_type="application/pdf",
            profile="generic",
        ),
        meeting=Meeting(title=f"Meeting of {name}", body=name, date=date, start_time="19:00", chair=people[0]),
        attendees=tuple(Attendee(name=one, status="present") for one in people),
        items=(Item(id="i1", number="1", title="Reports", paragraphs=(text,)),),
        actions=tuple(actions),
    )


def _action(place: int, people: list[str], number: int, again: bool) -> Action:
    """The action of that number of a body, new or as the next meeting reports on it."""
    owner = people[number % len(people)]
    what = f"{VERBS[number % 10]} the {THINGS[number // 10 % 11]} at the {WHERE[number // 110 % 11]}"
    return Action(
        id=f"a{place}",
        text=f"{owner} to {what}, plot {number}.",
        owners=(Party(as_written=owner, name=owner),),
        item="1",
        state="closed" if again and number % 5 else "open",
        update=("Complete." if number % 5 else "Ongoing.") if again else None,
    )


def meetings(count: int) -> Iterator[Minutes]:
    """So many in the order in which they are held."""
    bodies = -(-count // MONTHS)
    for number in range(count):
        yield meeting(number % bodies, number // bodies)


def build(path: Path, count: int) -> None:
    with opened(path, write=True) as connection:
        # made once and thrown away: what outlives a crash of the machine is not measured
        connection.execute("PRAGMA synchronous = OFF")
        for number, one in enumerate(meetings(count), 1):
            add(connection, one)
            if number % 1000 == 0:
                print(f"... {number} meetings", file=sys.stderr)


def add(connection: Connection, minutes: Minutes) -> None:
    save(connection, Addition(minutes, minutes.source.file, "2026-01-01T00:00:00+00:00"))


def whole(register: Path, command: str) -> float:
    """Seconds that a command takes, from its start to its end; the median."""
    argv = (sys.executable, "-m", "minutes_cli", *_words(command), "--register", str(register))
    return statistics.median(_took(argv) for _ in range(RUNS))


def _words(command: str) -> list[str]:
    first, _, rest = command.partition(" ")
    return [first, rest]


def _took(argv: tuple[str, ...]) -> float:
    started = time.perf_counter()
    subprocess.run(
        argv, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=os.environ | {"COLUMNS": "100"}
    )
    return time.perf_counter() - started


def adding(register: Path, count: int) -> float:
    """Seconds that saving the next meetings takes, with all that makes it safe; the median."""
    bodies = -(-count // MONTHS)
    took = []
    with opened(register, write=True) as connection:
        for number in range(MORE):
            one = meeting(number % bodies, count // bodies + number // bodies)
            started = time.perf_counter()
            add(connection, one)
            took.append(time.perf_counter() - started)
    return statistics.median(took)


def main(large: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        registers = {count: Path(folder) / f"{count}.db" for count in (SMALL, large)}
        for count, path in registers.items():
            build(path, count)
        print(f"{'':24}{f'{SMALL} meetings':>16}{f'{large} meetings':>16}   ratio   at most")
        for command, most in COMMANDS:
            told(command, [whole(path, command) for path in registers.values()], most)
        told("adding one meeting", [adding(path, count) for count, path in registers.items()], 2.0)


def told(what: str, took: list[float], most: float) -> None:
    small, large = took
    print(f"{what:24}{small * 1000:>13.0f} ms{large * 1000:>13.0f} ms{large / small:>8.1f}{most:>10.1f}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else LARGE)
