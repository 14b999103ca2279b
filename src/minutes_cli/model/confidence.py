"""How sure a value is: the share of values read by the same rule that were right in documents checked by hand.

`confidence.json` holds for each rule how many of its values were right, of how many; `make calibrate` counts anew. Of a
rule with few cases little is known, so it leans on its family: "meeting.chair.said" on all of "meeting.chair", that on
all of "meeting". What belongs to an entry (the owner of an action) is right only where the entry is one, so it is as
sure as both together.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

# A family's word counts as so many cases. Leaving one body out after another, 4 to 16 do about equally well.
_FAMILY_CASES = 8
# So many values tell something of a rule by themselves.
_ENOUGH = 5
# Nobody can be surer than the people who checked: two careful readers disagree on about so many values.
_SUREST = 0.99
# What tells that an entry of a list is one.
_KEYS = {
    "attendees": "name",
    "items": "title",
    "actions": "text",
    "decisions": "text",
    "commitments": "text",
    "exchanges": "text",
}


class Count(NamedTuple):
    """Of `cases` values checked, `right` were right."""

    right: int
    cases: int


Counts = Mapping[str, Count]


class Sureness:
    """Tells how sure the values of each rule are."""

    def __init__(self, counts: Counts) -> None:
        self._families: dict[str, Count] = {}
        self._shares: dict[str, float] = {}
        for rule, count in counts.items():
            for family in _families(rule):
                known = self._families.get(family, Count(0, 0))
                self._families[family] = Count(known.right + count.right, known.cases + count.cases)

    def of_rule(self, rule: str) -> float:
        """The share of this rule's values that are right, from 0 to 1."""
        if rule not in self._shares:
            self._shares[rule] = min(self._share(rule), _SUREST)
        return self._shares[rule]

    def _share(self, rule: str) -> float:
        share = 0.5
        for family in _families(rule):
            count = self._families.get(family, Count(0, 0))
            share = (count.right + _FAMILY_CASES * share) / (count.cases + _FAMILY_CASES)
        return share

    def checked(self, rule: str) -> tuple[str, Count]:
        """The nearest family of the rule, itself if possible, of which enough values were checked, and their count."""
        found = "", self._families.get("", Count(0, 0))
        for family in _families(rule):
            count = self._families.get(family, Count(0, 0))
            if count.cases >= _ENOUGH:
                found = family, count
        return found

    def of_values(self, rules: Mapping[str, str]) -> Mapping[str, float]:
        """How sure the value at each path is, together with what it belongs to; `rules` are those of all paths."""
        found: dict[str, float] = {}

        def of(path: str) -> float:
            known = found.get(path)
            if known is None:
                holder = holder_of(path)
                known = self.of_rule(rules.get(path, ""))
                known = found[path] = known * of(holder) if holder else known
            return known

        for path in rules:
            of(path)
        return found


def _families(rule: str) -> Iterable[str]:
    """From the general to the particular: "", "meeting", "meeting.chair", "meeting.chair.said"."""
    parts = rule.split(".") if rule else []
    return (".".join(parts[:end]) for end in range(len(parts) + 1))


def holder_of(path: str) -> str:
    """The pointer to the value without which the one at `path` is none; "" where it stands for itself.

    The owner's name hangs on the owner as written, the owner on the text of the action.
    """
    first, *above, field = path.split("/")
    if field == "name" and above and above[0] != "attendees":
        return "/".join((first, *above, "as_written"))
    for at in range(len(above) - 2, -1, -1):
        key = _KEYS.get(above[at])
        if key:
            holder = "/".join((first, *above[: at + 2], key))
            return holder if holder != path else ""
    return ""


@cache
def shipped() -> Sureness:
    """From the counts that come with the program."""
    text = Path(__file__).with_name("confidence.json").read_text(encoding="utf-8")
    return Sureness({rule: Count(*count) for rule, count in json.loads(text).items()})
