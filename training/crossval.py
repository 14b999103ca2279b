"""Leave one body out: rules, labeller and both, by the scorer of the corpus.

Each body's minutes are read by a labeller that was trained without them. The rules were written with the same documents
in view: no cross-validation takes that out, and it speaks for the rules and for what leans on their verdicts.
"""

from __future__ import annotations

import random
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from types import ModuleType
from typing import Any

from benchmarks.judging import scorer
from training.corpus import Example, need_corpus, read_examples
from training.learn import label, learn_alone, learn_beside
from training.variants import RULES, Labeller, read

COMPONENTS = ("header", "attendees", "items", "actions", "decisions", "next", "overall")
MATCHED = ("items", "actions", "decisions")
DRAWS = 1000
Tally = Mapping[str, Any]


def main() -> None:
    """Print the table."""
    need_corpus()
    warnings.simplefilter("ignore")
    examples, score = read_examples(), scorer()
    words, labelled = label(examples, score)
    bodies = sorted({example.body for example in examples})
    alone = {body: learn_alone((one for one in labelled if one.body != body), words) for body in bodies}
    beside = {body: learn_beside((one for one in labelled if one.body != body), words) for body in bodies}
    variants: dict[str, Callable[[str], Labeller]] = {
        "rules": lambda body: RULES,
        "labeller": lambda body: alone[body],
        "both": lambda body: beside[body],
        "both, items": lambda body: Labeller(headings=beside[body].headings),
        "both, actions": lambda body: replace(beside[body], headings=None, decisions=None),
        "both, decisions": lambda body: replace(beside[body], headings=None, actions=None),
    }
    print(
        f"{len(examples)} documents of {len(bodies)} bodies, each read by a labeller trained without its body",
        flush=True,
    )
    print(f"{'':16}" + "".join(f"{name:>10}" for name in COMPONENTS) + f"   {'over rules, 90 %':>18}   "
          f"right/found/gold: {', '.join(MATCHED)}")  # fmt: skip
    baseline: dict[str, Tally] = {}
    for name, labeller in variants.items():
        tallies = {body: _tally((e for e in examples if e.body == body), labeller(body), score) for body in bodies}
        baseline = baseline or tallies
        print(f"{name:16}{_row(tallies.values(), score)[0]}   {_gain(baseline, tallies, score):>18}   "
              f"{_row(tallies.values(), score)[1]}", flush=True)  # fmt: skip


def _tally(examples: Iterable[Example], labeller: Labeller, score: ModuleType) -> Tally:
    tally: dict[str, Any] = defaultdict(score.Tally)
    for example in examples:
        score.score_document(tally, example.gold, read(example, labeller))
    return tally


def _row(tallies: Iterable[Tally], score: ModuleType) -> tuple[str, str]:
    total = _sum(tallies, score)
    figures = score.components(total)
    counts = "  ".join(f"{total[m].hit}/{total[m].pred}/{total[m].gold}" for m in MATCHED)
    return "".join(f"{figures[name]:10.3f}" for name in COMPONENTS), counts


def _sum(tallies: Iterable[Tally], score: ModuleType) -> Tally:
    total: dict[str, Any] = defaultdict(score.Tally)
    for tally in tallies:
        for key, one in tally.items():
            total[key].add(one.hit, one.gold, one.pred)
    return total


def _gain(one: Mapping[str, Tally], two: Mapping[str, Tally], score: ModuleType) -> str:
    """What the second adds to the overall figure: where 90 of 100 draws of bodies have it."""
    dice, bodies = random.Random(0), sorted(one)
    gains = []
    for _ in range(DRAWS):
        drawn = dice.choices(bodies, k=len(bodies))
        figures = [score.components(_sum((side[body] for body in drawn), score))["overall"] for side in (one, two)]
        gains.append(figures[1] - figures[0])
    gains.sort()
    return f"{gains[DRAWS // 20]:+.3f} to {gains[-DRAWS // 20]:+.3f}"


if __name__ == "__main__":
    main()
