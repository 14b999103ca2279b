"""`--watch`: checks again when files change, until it is interrupted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_cli.cli import main, watch
from tests.cli.checked_files import ARGV, CLEAN, OWNER, WEEKDAY, lay

Steps = list[Callable[[], object]]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def between(monkeypatch: pytest.MonkeyPatch) -> Steps:
    """What happens while the watch sleeps, one step each time; then Ctrl-C."""
    steps: Steps = []

    def sleep(_: float) -> None:
        if not steps:
            raise KeyboardInterrupt
        steps.pop(0)()

    monkeypatch.setattr(watch.time, "sleep", sleep)
    return steps


def test_it_prints_anew_what_is_found_when_a_file_changes(
    folder: Path, between: Steps, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(folder, march_md=WEEKDAY)
    between += [
        lambda: None,
        lambda: lay(folder, march_md=OWNER),
        lambda: lay(folder, april_md=WEEKDAY + "\n"),
        (folder / "march.md").unlink,
    ]
    assert main([*ARGV, "--watch", "."]) == 130
    lines = [line.partition(" ")[0] + line.split()[1] for line in capsys.readouterr().out.splitlines()]
    assert lines == [
        "march.md:3:9:M103",
        "march.md:11:9:M401",
        *("april.md:3:9:M103", "march.md:11:9:M401"),
        "april.md:3:9:M103",
    ]


def test_it_goes_on_when_a_file_is_gone_for_a_moment(
    folder: Path, between: Steps, capsys: pytest.CaptureFixture[str]
) -> None:
    lay(folder, march_md=CLEAN)
    between += [(folder / "march.md").unlink, lambda: None, lambda: lay(folder, march_md=WEEKDAY)]
    assert main([*ARGV, "--watch", "."]) == 130
    out, err = capsys.readouterr()
    assert out.startswith("march.md:3:9: M103")
    assert err.count("no documents in it") == 1


@pytest.mark.parametrize("argv", [["-"], ["march.md", "--format", "json"], ["march.md", "-o", "found.txt"]])
def test_what_cannot_be_watched(argv: list[str], between: Steps, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*ARGV, "--watch", *argv]) == 2
    assert "--watch" in capsys.readouterr().err
