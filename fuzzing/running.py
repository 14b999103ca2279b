"""Mutants through workers, for a time: how many, how fast, and what was found."""

from __future__ import annotations

import itertools
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from fuzzing.changes import Mutant, kinds, mutant, original
from fuzzing.good import PICTURES
from fuzzing.judging import Finding, judged, unlike
from fuzzing.shrinking import shrunk
from minutes_cli.isolation.pool import Ask, shared
from minutes_cli.isolation.protocol import Result, Settings
from minutes_cli.isolation.workers import Worker
from minutes_cli.readers.options import Limits, Options

FINDINGS = Path("build/fuzz")
# Each so-many-th is read twice.
_TWICE = 20
_SHRINK_SECONDS = 40.0
# A document that takes longer is looked at: some time, and that which much text takes where time grows with it.
_SLOW_SECONDS = 2.0
_SLOW_SECONDS_A_BYTE = 40e-6
# what changed documents get, less than users' documents do; pictures as much, as tesseract takes its time
_LIMITS = Limits(seconds=5)


@dataclass
class Run:
    """What became of the mutants of one seed.

    read      how many were read, others were refused; by kind
    slow      seconds and number of the mutants that took long
    findings  the first of each mark, and how often it came
    """

    seed: int
    made: Counter[str] = field(default_factory=Counter)
    read: Counter[str] = field(default_factory=Counter)
    seconds: Counter[str] = field(default_factory=Counter)
    slow: list[tuple[float, Mutant]] = field(default_factory=list)
    findings: dict[str, tuple[Finding, Mutant]] = field(default_factory=dict)
    times: Counter[str] = field(default_factory=Counter)


def settings(pictures: bool, limits: Limits = _LIMITS) -> Settings:
    return Settings(Options(limits=limits, ocr="always") if pictures else Options(limits=limits, ocr="never"))


def fuzz(
    run: Run, among: list[str], how: Settings, numbers: range, seconds: float, jobs: int = 1, out: Path = FINDINGS
) -> None:
    """Add to `run` what becomes of mutants of these kinds, until their numbers or the seconds are over.

    out  where mutants with findings are written, made smaller
    """
    until = time.monotonic() + seconds
    in_time = itertools.takewhile(lambda number: time.monotonic() < until, numbers)

    def one(number: int, ask: Ask) -> tuple[Mutant, Result, list[Finding]]:
        made = mutant(run.seed, number, among)
        result = ask(made.name, made.data)
        found = judged(result)
        if any(finding.kind == "timeout" for finding in found):
            # by a process that has read one before, in case the machine had more to do
            ask(made.origin, original(made).data)
            result = ask(made.name, made.data)
            found = judged(result)
        if number % _TWICE == 0 and not found:
            found = unlike(result, ask(made.name, made.data))
        return made, result, found

    with closing(shared(in_time, one, how, jobs)) as results:
        for made, result, found in results:
            _count(run, made, result)
            for finding in found:
                _add(run, finding, made, how, out)


def _count(run: Run, one: Mutant, result: Result) -> None:
    run.made[one.kind] += 1
    run.read[one.kind] += bool(result.contents)
    run.seconds[one.kind] += result.seconds
    if one.kind not in PICTURES and result.seconds > _SLOW_SECONDS + _SLOW_SECONDS_A_BYTE * len(one.data):
        run.slow.append((result.seconds, one._replace(data=b"")))


def _add(run: Run, finding: Finding, one: Mutant, how: Settings, out: Path) -> None:
    run.times[finding.mark] += 1
    if finding.mark in run.findings:
        return
    run.findings[finding.mark] = (finding, one._replace(data=b""))
    print(f"found {finding.kind}: {finding.mark}: {out / one.name}", file=sys.stderr, flush=True)
    with closing(Worker(how)) as worker:

        def faulty(data: bytes) -> bool:
            return any(again.mark == finding.mark for again in judged(worker.ask(one.name, data)))

        # what takes seconds each time is left as it is
        small = shrunk(one.data, faulty, _SHRINK_SECONDS) if finding.kind != "timeout" else one.data
    out.mkdir(parents=True, exist_ok=True)
    (out / one.name).write_bytes(small)
    told = f"seed {run.seed} number {one.number}, from {one.origin}\nchanges: {', '.join(one.changes)}\n"
    (out / f"{one.name}.txt").write_text(f"{told}{finding.kind}: {finding.told}\n", encoding="utf-8")


def all_kinds(pictures: bool, wanted: list[str]) -> list[str]:
    return [kind for kind in kinds(pictures) if not wanted or kind in wanted]
