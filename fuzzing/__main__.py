"""Change good documents at random, parse them in workers, and tell what must not be: `make fuzz SECONDS=60`.

The same seed gives the same mutants; how many of them there are depends on the time. Ends with 1 where anything was
found: what it was is written to the folder of findings, with the smallest document that still shows it.
"""

from __future__ import annotations

import argparse
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from fuzzing.changes import mutant
from fuzzing.running import FINDINGS, Run, all_kinds, fuzz, settings
from minutes_cli.readers.options import Limits

# of the time, for pictures, where tesseract is there to read them
_FOR_PICTURES = 0.1
_PICTURE_LIMITS = Limits(seconds=30)
_MANY = 10**9


def main(argv: Sequence[str] | None = None) -> int:
    """0 where nothing was found."""
    parser = argparse.ArgumentParser(prog="python -m fuzzing", description=__doc__)
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=1, help="processes that parse")
    parser.add_argument("--first", type=int, default=0, help="number of the first mutant")
    parser.add_argument("--mutants", type=int, default=_MANY, help="end after so many")
    parser.add_argument("--kind", action="append", default=[], help="only documents of this kind; may be repeated")
    parser.add_argument("--out", type=Path, default=FINDINGS, help="folder of findings")
    parser.add_argument("--write", action="store_true", help="write the mutant `--first` to the folder, and end")
    told = parser.parse_args(argv)
    run = Run(told.seed)
    for pictures in (False, True):
        among = all_kinds(pictures, told.kind)
        if not among or (pictures and not told.kind and not shutil.which("tesseract")):
            continue
        if told.write:
            one = mutant(told.seed, told.first, among)
            told.out.mkdir(parents=True, exist_ok=True)
            (told.out / one.name).write_bytes(one.data)
            print(f"{told.out / one.name}: {one.origin}, {', '.join(one.changes)}")
            return 0
        share = 1.0 if told.kind else _FOR_PICTURES if pictures else 1 - _FOR_PICTURES
        how = settings(pictures, _PICTURE_LIMITS) if pictures else settings(pictures)
        fuzz(run, among, how, range(told.first, told.first + told.mutants), told.seconds * share, told.jobs, told.out)
    _tell(run, told.out)
    return 1 if run.findings else 0


def _tell(run: Run, out: Path) -> None:
    print(f"seed {run.seed}\n{'kind':8}{'mutants':>10}{'read':>10}{'a second':>10}")
    for kind in (*run.made, None):
        made, read, seconds = (one[kind] if kind else one.total() for one in (run.made, run.read, run.seconds))
        print(f"{kind or 'all':8}{made:10,}{read:10,}{made / max(seconds, 0.001):10.1f}")
    for seconds, one in sorted(run.slow, reverse=True)[:10]:
        print(f"slow: {seconds:.1f} seconds for number {one.number}, a {one.kind} from {one.origin}")
    for mark, (finding, one) in run.findings.items():
        print(f"FOUND {run.times[mark]} times {finding.kind}: {mark}: {out / one.name}")
    print(f"{len(run.findings)} findings")


if __name__ == "__main__":
    sys.exit(main())
