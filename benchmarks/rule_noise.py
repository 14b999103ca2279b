"""How often each rule of `minutes check` fires over real documents, and findings at random to judge by reading.

`python -m benchmarks.rule_noise [--sample N] [--seed S] [--rule CODE]` checks every document of the corpus beside the
project with all rules, also those that run only when selected. It prints the table rule × documents: a rule at warning
or above that fires on more than half of them is noise, and the exit code is 1. With --sample it prints N findings at
warning or above, drawn at random over all of them, each with its words and its place.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter, defaultdict
from pathlib import Path

from benchmarks.judging import SHARED
from minutes_cli.checking.engine import Checker
from minutes_cli.errors import MinutesError
from minutes_cli.model.findings import Finding
from minutes_cli.rules import all_rules
from minutes_cli.rules.base import Rule

NOISE = 0.5
# These judge files that the corpus has none of, or wait to be told that a publication is planned.
_PUBLICATION = True


def findings(folder: Path, rules: tuple[Rule, ...]) -> tuple[list[Finding], int]:
    """What the rules find in the documents of a folder, each alone and then all together, and how many were read."""
    checker, checked = Checker(rules, publication=_PUBLICATION), []
    for path in sorted(folder.iterdir()):
        try:
            checked.append(checker.check(path.read_bytes(), path.name))
        except MinutesError as error:
            print(f"{path.name}: {error.reason}", file=sys.stderr)
    found = [
        one.finding
        for file, between in zip(checked, checker.across(checked), strict=True)
        for one in (*file.found, *between.found)
    ]
    return found, len(checked)


def table(found: list[Finding], documents: int, rules: tuple[Rule, ...]) -> list[str]:
    """Rows of the table as Markdown; returns the codes of rules that are noise."""
    files: defaultdict[str, set[str]] = defaultdict(set)
    for finding in found:
        files[finding.code].add(finding.file)
    count = Counter(finding.code for finding in found)
    print("| rule | name | severity | documents | of all | findings |\n| --- | --- | --- | ---: | ---: | ---: |")
    noise = []
    for rule in rules:
        share = len(files[rule.code]) / documents
        on = rule.severity if rule.default else f"{rule.severity}, off"
        print(f"| {rule.code} | {rule.name} | {on} | {len(files[rule.code])} | {share:.0%} | {count[rule.code]} |")
        if share > NOISE and rule.default and rule.severity != "info":
            noise.append(rule.code)
    return noise


def sample(found: list[Finding], size: int, seed: int) -> None:
    """Findings to judge, each with its place."""
    serious = [one for one in found if one.severity != "info"]
    for one in random.Random(seed).sample(serious, min(size, len(serious))):
        place = next(
            (f"{name} {value}" for name in ("page", "line", "block") if (value := getattr(one, name))), "whole"
        )
        print(f"{one.code} {one.severity} {one.file} {place}, item {one.item}\n    {one.message}\n    “{one.quote}”")


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sample", type=int, default=0)
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--rule", default="", help="only rules whose codes begin so")
    given = options.parse_args()
    rules = tuple(rule for rule in all_rules() if rule.code.startswith(given.rule))
    found, documents = findings(SHARED / "corpus" / "docs", rules)
    noise = table(found, documents, rules)
    if given.sample:
        print()
        on = {rule.code for rule in rules if rule.default}
        sample([one for one in found if one.code in on], given.sample, given.seed)
    if noise:
        print(f"\nnoise: {', '.join(noise)} fire on more than {NOISE:.0%} of the documents", file=sys.stderr)
    return int(bool(noise))


if __name__ == "__main__":
    sys.exit(main())
