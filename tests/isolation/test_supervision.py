"""A command whose document takes its process down, or would never end, says so in one line and does the rest."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.isolation.command import MINUTES, notes, poison, run, start

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are told apart by fork")

DEATHS = [
    ("segv", 3, "breaks its reader (SIGSEGV): open it and save it anew, or as PDF"),
    ("abort", 3, "breaks its reader (SIGABRT): open it and save it anew, or as PDF"),
    ("exit", 3, "breaks its reader (exit status 7): open it and save it anew, or as PDF"),
    ("loop", 3, "takes longer than 1 second: give it more with --allow seconds=N, or split the file"),
    ("sleep", 3, "takes longer than 1 second: give it more with --allow seconds=N, or split the file"),
    ("memory", 3, "needs more than 900 MiB of memory: give it more with --allow memory-bytes=N, or split the file"),
    ("exception", 70, "internal error, a bug in minutes (KeyError): please report it with "),
]


@pytest.mark.parametrize(("dose", "code", "reason"), DEATHS)
def test_bounded(dose: str, code: int, reason: str, tmp_path: Path) -> None:
    poison(tmp_path / "bad.md", dose)
    returned, out, err = run("parse", "bad.md", "--allow", "seconds=1", folder=tmp_path)
    assert (returned, out) == (code, "")
    assert err.startswith(f"minutes: bad.md: {reason}")
    assert err.count("\n") == 1
    assert "text of the document" not in err


@pytest.mark.parametrize("command", ["parse", "show", "check", "actions"])
def test_the_other_documents_are_done(command: str, tmp_path: Path) -> None:
    notes(tmp_path, 2)
    poison(tmp_path / "bad.md", "segv")
    code, out, err = run(command, "notes-01.md", "bad.md", "notes-02.md", folder=tmp_path)
    _, healthy, _ = run(command, "notes-01.md", "notes-02.md", folder=tmp_path)
    assert (code, out) == (1, healthy)
    assert err.startswith("minutes: bad.md: breaks its reader (SIGSEGV)")


def test_a_failure_is_told_once(tmp_path: Path) -> None:
    (tmp_path / "empty.md").write_bytes(b"")
    notes(tmp_path, 3)
    for number, dose in enumerate(("segv", "abort", "exit")):
        poison(tmp_path / f"poison-{number}.md", dose)
    code, _, err = run("check", ".", folder=tmp_path)
    assert code == 1
    told = [line for line in err.splitlines() if "empty file" in line or "breaks its reader" in line]
    assert len(told) == 4


def test_who_writes_to_standard_input_may_take_their_time(tmp_path: Path) -> None:
    command = f"(sleep 5; echo 'Present: Ann Rowe') | {' '.join(MINUTES)} parse - --allow seconds=4"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr


def test_many_files_are_shared_and_keep_their_order(tmp_path: Path) -> None:
    paths = notes(tmp_path, 9)
    poison(tmp_path / "notes-05.md", "abort")
    code, out, err = run("parse", *paths, folder=tmp_path)
    assert code == 1
    days = [json.loads(line)["meeting"]["date"][-2:] for line in out.splitlines()]
    assert days == ["01", "02", "03", "04", "06", "07", "08", "09"]
    assert "notes-05.md: breaks its reader (SIGABRT)" in err


def test_a_module_in_the_folder_of_the_documents_is_not_run(tmp_path: Path) -> None:
    paths = notes(tmp_path, 5)
    (tmp_path / "json.py").write_text("open('ran', 'w')")
    code, _, _ = run("parse", *paths, "-o", "data", folder=tmp_path)
    assert code == 0
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("arguments", [("bad.md",), (".", "-o", "data/")])
def test_a_signal_ends_it_and_all_that_it_started(number: int, arguments: tuple[str, ...], tmp_path: Path) -> None:
    poison(tmp_path / "bad.md", "sleep")
    notes(tmp_path, 3)
    with start("parse", *arguments, folder=tmp_path) as process:
        _until(lambda: len(_processes(tmp_path)) > 1)
        time.sleep(0.5)
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 128 + number
    assert "Traceback" not in err
    _until(lambda: not _processes(tmp_path))
    assert not list(tmp_path.rglob(".minutes-*.tmp"))


@pytest.mark.skipif(sys.platform != "linux", reason="children end with their parent by a call of Linux")
@pytest.mark.parametrize("arguments", [("bad.md",), (".", "-o", "data/")])
def test_nothing_outlives_a_command_that_was_killed(arguments: tuple[str, ...], tmp_path: Path) -> None:
    poison(tmp_path / "bad.md", "sleep")
    notes(tmp_path, 3)
    with start("parse", *arguments, folder=tmp_path) as process:
        _until(lambda: len(_processes(tmp_path)) > 1)
        time.sleep(0.5)
        process.kill()
        process.communicate(timeout=60)
    _until(lambda: not _processes(tmp_path))


def test_no_isolation_reads_in_the_process_itself(tmp_path: Path) -> None:
    poison(tmp_path / "bad.md", "exit")
    code, _, _ = run("parse", "bad.md", "--no-isolation", folder=tmp_path)
    assert code == 7


def _processes(folder: Path) -> list[int]:
    """Those that work in a folder."""
    found = []
    for entry in Path("/proc").glob("[0-9]*"):
        try:
            if entry.joinpath("cwd").readlink() == folder and "Z" not in entry.joinpath("stat").read_text().split()[2]:
                found.append(int(entry.name))
        except OSError:
            continue
    return found


def _until(holds) -> None:  # type: ignore[no-untyped-def]
    deadline = time.monotonic() + 30
    while not holds():
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.05)
