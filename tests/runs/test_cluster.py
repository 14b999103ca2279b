"""`minutes parse --engine dask`: the same results as on this machine, whatever becomes of the cluster's processes."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import psutil
import pytest

from minutes_cli.cli import main
from tests.isolation.command import notes, poison, run, start
from tests.runs.results import content, report

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="tells processes apart as POSIX does")

DASK = ("--engine", "dask", "--jobs", "2", "--chunk", "10", "--no-cache")
QUICK = ("--allow", "seconds=2")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with sixty documents, some of which are poison, and with what this machine makes of them."""
    folder = tmp_path_factory.mktemp("cluster")
    notes(folder / "papers", 28)
    notes(folder / "papers" / "2021", 27)
    for dose in ("segv", "exit", "exception", "memory", "loop"):
        poison(folder / "papers" / "2021" / f"notes-11-{dose}.md", dose)
    _, _, said = run("parse", "papers", "-o", "here", *QUICK, folder=folder)
    (folder / "said").write_text(said)
    return folder


def assert_same(there: Path, here: Path) -> None:
    assert content(there) == content(here)
    assert report(there) == report(here)


def test_the_results_are_those_of_this_machine(folder: Path) -> None:
    code, out, said = run("parse", "papers", "-o", "there", *DASK, *QUICK, folder=folder)
    assert (code, out) == (1, "")
    assert_same(folder / "there", folder / "here")
    assert len(told(said)) == 5
    assert sorted(told(said)) == sorted(told((folder / "said").read_text()))


def told(said: str) -> list[str]:
    """What is said of each document that failed, but for the names of reports of bugs."""
    return [line.partition("/minutes-bug-")[0] for line in said.splitlines() if line.startswith("minutes: papers/")]


def test_a_worker_that_is_killed_is_survived(folder: Path) -> None:
    with start("parse", "papers", "-o", "killed", *DASK, *QUICK, folder=folder) as process:
        until((folder / "killed/2021/notes-01.md.json").exists)
        addresses = {one.laddr.ip for child in family(process) for one in child.net_connections() if one.laddr}
        killed = next(child for child in family(process) if "spawn_main" in " ".join(child.cmdline()))
        killed.kill()
        _, said = process.communicate(timeout=120)
    assert process.returncode == 1, said
    assert_same(folder / "killed", folder / "here")
    assert addresses == {"127.0.0.1"}
    assert all(line.startswith(("minutes: ", " ", "the report is ")) for line in said.splitlines())


def test_interrupted_it_leaves_whole_files_and_goes_on_where_it_was(folder: Path) -> None:
    data = folder / "data"
    with start("parse", "papers", "-o", "data", *DASK, "--allow", "seconds=60", folder=folder) as process:
        until(lambda: "notes-27.md" in (data / ".minutes-run.jsonl").read_text(), FileNotFoundError)
        started = family(process)
        for one in (process, *started):  # as a terminal does
            one.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert "interrupted, " in said
    assert "Traceback" not in said
    psutil.wait_procs(started, timeout=30)
    assert not [one for one in started if one.is_running()]
    left = [*folder.glob("minutes-*"), *folder.rglob(".minutes-*.tmp")]
    assert all(path.name.startswith("minutes-bug-") for path in left)
    done = {path: path.stat().st_ino for path in data.rglob("*.json")}
    code, _, said = run("parse", "papers", "-o", "data", *DASK, *QUICK, "--resume", folder=folder)
    assert code == 1
    assert "done by an earlier run" in said
    assert_same(data, folder / "here")
    assert any(path.stat().st_ino == number for path, number in done.items())


def test_the_first_failure_can_end_it(tmp_path: Path) -> None:
    poison(tmp_path / "papers" / "a.md", "exit")
    notes(tmp_path / "papers", 20)
    code, _, said = run("parse", "papers", "-o", "data", *DASK, "--fail-fast", "--jobs", "1", folder=tmp_path)
    assert code == 1
    assert "stopped at the first failure" in said
    assert not (tmp_path / "data/report.jsonl").exists()


@pytest.fixture
def scheduler(tmp_path: Path) -> Iterator[str]:
    """The file of a scheduler with two workers that stand in another folder, as those of machines elsewhere do."""
    where = tmp_path / "elsewhere"
    where.mkdir()
    here = ("--scheduler-file", "scheduler.json", "--host", "127.0.0.1", "--dashboard-address", "127.0.0.1:0")
    with ExitStack() as ending:
        for role in (("scheduler", "--port", "0"), ("worker", "--nworkers", "2", "--nthreads", "1")):
            command = (sys.executable, "-m", "dask", *role, *here)
            process = ending.enter_context(
                subprocess.Popen(command, cwd=where, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            )
            ending.callback(process.terminate)
        until((where / "scheduler.json").exists)
        yield "elsewhere/scheduler.json"


def test_a_cluster_that_is_there_already(scheduler: str, tmp_path: Path) -> None:
    notes(tmp_path / "papers", 12)
    (tmp_path / "papers" / "empty.pdf").write_bytes(b"")
    (tmp_path / "papers" / "gone.md").symlink_to("nowhere.md")
    (tmp_path / "ours.toml").write_text('extends = "generic"\n')
    how = ("--format", "yaml", "--profile", "ours.toml")
    _, _, said_here = run("parse", "papers", "-o", "here", *how, folder=tmp_path)
    code, _, said = run(
        "parse", "papers", "-o", "there", *how, "--engine", "dask", "--scheduler", scheduler, folder=tmp_path
    )
    assert code == 1, said
    assert_same(tmp_path / "there", tmp_path / "here")
    assert sorted(told(said)) == sorted(told(said_here))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "data", "--engine", "dask", "--scheduler", "nowhere"), "nowhere: no scheduler answers: name its"),
        (("-o", "data", "--engine", "dask", "--scheduler", "none.json"), "none.json: no scheduler answers: name its"),
        (("-o", "data", "--scheduler", "tcp://127.0.0.1:1"), "--scheduler: is of a cluster: add --engine dask"),
        (("--engine", "dask"), "a cluster, parquet and URLs need a folder that takes the results: -o DIR/"),
    ],
)
def test_wrong_use(
    arguments: tuple[str, ...],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notes(tmp_path / "papers", 2)
    monkeypatch.chdir(tmp_path)
    assert main(["parse", "papers", *arguments]) == 2
    err = capsys.readouterr().err
    assert err.startswith(f"minutes: {said}")
    assert err.count("\n") == 1


@pytest.mark.parametrize(
    ("missing", "arguments", "said"),
    [
        ("distributed", ("--engine", "dask", "-o", "data"), "--engine dask: needs distributed"),
        ("fsspec.core", ("-o", "s3://bucket/data"), "s3://bucket/data: needs fsspec"),
    ],
)
def test_what_is_not_installed_is_named(
    missing: str,
    arguments: tuple[str, ...],
    said: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    notes(tmp_path / "papers", 2)
    monkeypatch.setitem(sys.modules, missing, None)
    assert main(["parse", str(tmp_path / "papers"), *arguments]) == 2
    assert capsys.readouterr().err == f'minutes: {said}: pip install "minutes-data[cluster]"\n'


def family(process: subprocess.Popen[str]) -> list[psutil.Process]:
    return psutil.Process(process.pid).children(recursive=True)


def until(holds, *errors: type[BaseException]) -> None:  # type: ignore[no-untyped-def]
    deadline = time.monotonic() + 60
    while True:
        try:
            if holds():
                return
        except errors:
            pass
        assert time.monotonic() < deadline, "it never came true"
        time.sleep(0.02)
