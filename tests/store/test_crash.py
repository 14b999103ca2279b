"""What is told to be saved outlives the end of the program at any moment, and no meeting is left half done."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from minutes_cli.store.checking import check
from minutes_cli.store.database import nothing_recorded, opened
from minutes_cli.store.keys import key_of
from minutes_cli.store.saving import Addition, save
from tests.store.made import actions_in, addition, minutes, told

ROOT = Path(__file__).parents[2]
MEETINGS = 6
# Adds meetings one by one, telling each, and kills itself at the Nth statement that SQLite runs.
ADDER = """
import os, signal, sys
from pathlib import Path
from minutes_cli.store.database import opened
from minutes_cli.store.saving import save
from tests.store.test_crash import documents

left = int(sys.argv[2])

def step(_):
    global left
    left -= 1
    if not left:
        os.kill(os.getpid(), signal.SIGKILL)

with opened(Path(sys.argv[1]), write=True) as connection:
    connection.set_trace_callback(step)
    for one in documents():
        print(save(connection, one).key, flush=True)
"""


def documents() -> list[Addition]:
    """Meetings that carry one action and lay another."""
    carried = {"text": "Clerk to obtain three quotes for the cemetery gate", "owners": ("Clerk",), "reference": "5/21"}
    return [addition(minutes(day, [carried, {"text": f"Book hall {day} for the fair."}])) for day in range(MEETINGS)]


def added(register: Path, kill_at: int) -> tuple[int, list[str]]:
    """Exit code of a program that adds the documents, and the meetings it told to be saved."""
    argv = [sys.executable, "-c", ADDER, str(register), str(kill_at)]
    done = subprocess.run(argv, cwd=ROOT, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout.split()


# among these are a statement of the first meeting, those around its commit, and ones of the last
@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="there is no such signal here")
@pytest.mark.parametrize("kill_at", [1, 60, 122, 123, 300, 520, 900])
def test_a_program_killed_at_any_statement_loses_nothing_that_it_told(register: Path, kill_at: int) -> None:
    code, told_saved = added(register, kill_at)
    assert code == -signal.SIGKILL
    checked = check(register)
    assert checked is not None
    assert checked.findings == ()
    with opened(register) as connection:
        keys = [key for (key,) in connection.execute("SELECT key FROM meeting ORDER BY id")]
    assert keys[: len(told_saved)] == told_saved
    assert len(keys) - len(told_saved) in (0, 1)  # killed between the commit and the line that tells of it
    assert added(register, 0) == (0, sorted({*keys, *(key_of(one.minutes) for one in documents())}))
    with opened(register) as connection, nothing_recorded() as undisturbed:
        for one in documents():
            save(undisturbed, one)
        assert told(actions_in(connection)) == told(actions_in(undisturbed))
