"""The quick ones of the bad inputs, in this process: read or refused as each should be. `make badinputs` runs all."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from fixtures.badinputs.case import Bad
from fixtures.badinputs.families import all_cases
from fixtures.badinputs.judging import faults
from minutes_cli.cli import main

CASES = list(all_cases())
QUICK = [case for _, case in CASES if not case.slow]


def test_no_two_inputs_of_a_family_bear_one_name() -> None:
    names = [(family, case.name) for family, case in CASES]
    assert len(names) == len(set(names)) >= 150


@pytest.fixture
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a document made a connection")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.usefixtures("no_network")
@pytest.mark.parametrize("case", QUICK, ids=lambda case: ascii(case.name)[1:-1][:60])
def test_a_bad_input_is_read_or_refused_as_it_should_be(
    case: Bad, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "inputs"
    folder.mkdir()
    monkeypatch.chdir(folder)
    case.write(folder / case.name)
    before = sorted(folder.iterdir())
    code = main(["parse", *case.args, "--", case.name])
    out, err = capsys.readouterr()
    assert list(faults(case, case.name, code, out, err)) == []
    assert sorted(folder.iterdir()) == before
