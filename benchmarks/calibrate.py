"""How far `confidence` can be believed, and the counts that it is made of.

`python -m benchmarks.calibrate` reads the documents beside the project, judges every value by gold data, and prints for
each band of confidence how many of the values were right. The confidence shown there is honest: a body's documents are
judged by counts of the other bodies alone. With `--write` the counts over all bodies become
`confidence.json`, and the table goes into `docs/confidence.md`.
"""

from __future__ import annotations

import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from benchmarks.inversions import verdicts
from benchmarks.judging import SHARED, Judge, Read, read_all, scorer
from minutes_cli.model.confidence import Count, Sureness, holder_of
from minutes_cli.model.pointer import field_of

TARGET = Path(__file__).parents[1] / "src" / "minutes_cli" / "model" / "confidence.json"
PAGE = Path(__file__).parents[1] / "docs" / "confidence.md"
BANDS = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 1.01)


class Case(NamedTuple):
    """A value that was judged.

    given  whether it is right where its entry is; None where the entry is none
    right  whether it is right at all
    rules  those of all values of its document
    """

    body: str
    path: str
    rule: str
    given: bool | None
    right: bool
    rules: dict[str, str]


def cases(reads: Sequence[Read]) -> Iterator[Case]:
    """Every value of the documents that gold has a word on."""
    score = scorer(SHARED)
    for read in reads:
        rules = {evidence["path"]: evidence["rule"] or "" for evidence in read.found["evidence"]}
        judged = dict(Judge(score, read.gold, read.found, read.extra).judged())
        for verdict in verdicts(score, read):
            if verdict.path in judged or verdict.verdict == "open":
                continue
            judged[f"{verdict.path}/name"] = verdict.verdict == "right"
        fields = {field_of(path) for path in judged}
        for path, rule in rules.items():
            given = judged.get(path)
            if given is not None:
                yield Case(read.body, path, rule, given, given and _holds(path, judged), rules)
            elif field_of(path) in fields and not _holds(path, judged):
                yield Case(read.body, path, rule, None, False, rules)


def _holds(path: str, judged: dict[str, bool]) -> bool:
    """Whether all that a value belongs to is right."""
    holder = holder_of(path)
    return not holder or (judged.get(holder, True) and _holds(holder, judged))


def counted(found: Sequence[Case]) -> dict[str, Count]:
    """By rule, the right among the values of right entries."""
    counts: dict[str, Count] = {}
    for case in found:
        if case.given is not None:
            known = counts.get(case.rule, Count(0, 0))
            counts[case.rule] = Count(known.right + case.given, known.cases + 1)
    return dict(sorted(counts.items()))


def held_out(found: Sequence[Case]) -> list[tuple[Case, float]]:
    """Each case with the confidence that the other bodies' documents give it."""
    rows: list[tuple[Case, float]] = []
    for body in sorted({case.body for case in found}):
        sureness = Sureness(counted([case for case in found if case.body != body]))
        cases = [case for case in found if case.body == body]
        # those of a document share its rules
        sure = {id(case.rules): sureness.of_values(case.rules) for case in cases}
        rows.extend((case, sure[id(case.rules)][case.path]) for case in cases)
    return rows


def table(rows: Sequence[tuple[Case, float]]) -> str:
    """Bands of confidence with the number of values, their mean confidence, and the share that is right."""
    lines = ["| confidence | values | mean | right |", "| --- | ---: | ---: | ---: |"]
    for low, high in pairwise(BANDS):
        band = [(case.right, sure) for case, sure in rows if low <= sure < high]
        if band:
            right, mean = (sum(column) / len(band) for column in zip(*band, strict=True))
            top = min(high, 1.0)
            lines.append(f"| {low:.2f} to {top:.2f} | {len(band)} | {mean:.3f} | {right:.3f} |")
    return "\n".join(lines)


def gap(rows: Sequence[tuple[Case, float]]) -> float:
    """Mean distance of confidence and share right over the bands, weighed by the number of values."""
    bands: dict[float, list[tuple[bool, float]]] = defaultdict(list)
    for case, sure in rows:
        bands[max(low for low in BANDS if low <= sure)].append((case.right, sure))
    return sum(abs(sum(r for r, _ in band) - sum(s for _, s in band)) for band in bands.values()) / len(rows)


_MARKS = ("<!-- calibration -->", "<!-- end -->")


def main() -> int:
    found = list(cases(list(read_all(SHARED))))
    rows = held_out(found)
    loss = -sum(math.log(sure if case.right else 1 - sure) for case, sure in rows) / len(rows)
    bodies = len({case.body for case in found})
    figures = "\n".join(
        (
            table(rows),
            "",
            f"{len(rows):,} values of {bodies} bodies; mean gap of confidence and share right {gap(rows):.3f}, "
            f"log loss {loss:.3f}.",
        )
    )
    print(figures)
    if "--write" in sys.argv[1:]:
        body = ",\n".join(f"  {json.dumps(rule)}: {list(count)}" for rule, count in counted(found).items())
        TARGET.write_text(f"{{\n{body}\n}}\n", encoding="utf-8")
        before, _, after = PAGE.read_text(encoding="utf-8").partition(_MARKS[0])
        after = after.partition(_MARKS[1])[2]
        PAGE.write_text(f"{before}{_MARKS[0]}\n\n{figures}\n\n{_MARKS[1]}{after}", encoding="utf-8")
        print(f"wrote {TARGET.name} and {PAGE.name}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
