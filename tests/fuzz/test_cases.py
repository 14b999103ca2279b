"""What the fuzzer found once: each document is read or refused as any other, through a worker as users' are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from fuzzing.judging import judged
from minutes_cli.isolation.protocol import Settings
from minutes_cli.isolation.workers import Worker
from minutes_cli.readers.options import Limits, Options

CASES = sorted((Path(__file__).parent / "cases").iterdir())


@pytest.fixture(scope="module")
def worker() -> Iterator[Worker]:
    # what once took time took more than that
    one = Worker(Settings(Options(limits=Limits(seconds=5), ocr="never")))
    yield one
    one.close()


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_what_was_found_is_mended(path: Path, worker: Worker) -> None:
    assert judged(worker.ask(path.name, path.read_bytes())) == []
