"""Whether anybody is taken for somebody else: every name that was settled, against gold data.

`python benchmarks/inversions.py` reads the documents beside the project and lists each owner, speaker or promiser who
was settled to another person than gold means, and each chair, minute taker, mover or seconder who is another than
gold's. None is the goal: where there is doubt, a name stays open.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator
from types import ModuleType
from typing import Any, NamedTuple

from benchmarks.judging import SHARED, Judge, Read, read_all, scorer

Data = dict[str, Any]
# An attendee with one of these words before an office holds another office.
_NOT_QUITE = re.compile(r"\b(?:deputy|vice|assistant|former)[\s-]+$")


class Verdict(NamedTuple):
    """A name that was settled: by gold "right" or "wrong", or "open" where gold does not tell who is meant."""

    file: str
    path: str
    written: str
    name: str
    verdict: str


def meant(score: ModuleType, gold: Data, written: str) -> list[str]:
    """The names of the attendees whom `written` may stand for, by initials, name, office or a part of the name."""
    people: list[Data] = gold.get("attendees") or []
    bare = re.sub(r"^the\s+", "", written.strip(" .:,"), flags=re.IGNORECASE)
    key, words = score.fold(bare), score.name_key(bare)

    def holds(role: str | None) -> bool:
        found = re.search(rf"\b{re.escape(key)}\b", score.fold(role))
        return bool(key) and found is not None and not _NOT_QUITE.search(score.fold(role)[: found.start()])

    def letters(name: str) -> set[str]:
        parts = [part for part in re.split(r"[\s-]+", name) if part]
        return {"".join(part[0] for part in parts).upper(), (parts[0][0] + parts[-1][0]).upper()}

    ways = (
        lambda person: score.fold(person.get("abbreviation")) == key,
        lambda person: score.same_person(person["name"], bare),
        lambda person: bool(re.fullmatch("[A-Z]{2,4}", bare)) and bare in letters(person["name"]),
        lambda person: holds(person.get("role")),
        lambda person: len(words) == 1 and words[0] in score.name_key(person["name"]),
        lambda person: bool(words) and words[-1] == score.name_key(person["name"])[-1],
    )
    for way in ways:
        found = [str(person["name"]) for person in people if way(person)]
        if found:
            return found
    return []


def verdicts(score: ModuleType, read: Read) -> Iterator[Verdict]:
    """Every settled name of one document, and every officer, mover and seconder whom gold names too."""
    aliases = (read.extra or {}).get("aliases") or {}
    spoken = dict(speakers(score, read))

    def same(name: str, other: str) -> bool:
        return bool(score.same_person(name, other)) or score.name_key(other)[-1:] == score.name_key(name)[-1:]

    for path, party in parties(read.found):
        written, name = party["as_written"], party["name"]
        if name is None:
            continue
        who = spoken.get(path, written)
        names = [aliases[who]] if who in aliases else meant(score, read.gold, who)
        told = spoken.get(path) or written.lower() not in ("he", "she")
        verdict = "open" if not names or not told else "right" if any(same(name, n) for n in names) else "wrong"
        yield Verdict(read.file, path, written, name, verdict)
    for path, name, other in Judge(score, read.gold, read.found).named():
        right = same(name, other) or score.fold(name) in score.fold(other)
        yield Verdict(read.file, path, name, other, "right" if right else "wrong")


def parties(found: Data) -> Iterator[tuple[str, Data]]:
    """Everybody whom the data names in a text, with the pointer."""
    for number, action in enumerate(found["actions"]):
        for place, owner in enumerate(action["owners"]):
            yield f"/actions/{number}/owners/{place}", owner
    for number, item in enumerate(found["items"]):
        for place, exchange in enumerate(item["exchanges"]):
            yield f"/items/{number}/exchanges/{place}/speaker", exchange["speaker"]
    for number, promise in enumerate(found["commitments"]):
        yield f"/commitments/{number}/by", promise["by"]


def speakers(score: ModuleType, read: Read) -> Iterator[tuple[str, str]]:
    """The speaker by gold of each exchange that gold has too: it tells who "she" is."""
    if read.extra is not None:
        judge = Judge(score, read.gold, read.found, read.extra)
        for path, _, gold in judge.matched_exchanges(read.extra["exchanges"]):
            if gold is not None:
                yield f"{path}/speaker", str(gold["speaker"])


def main() -> int:
    score = scorer(SHARED)
    found = [verdict for read in read_all(SHARED) for verdict in verdicts(score, read)]
    for wrong in (v for v in found if v.verdict == "wrong"):
        print(f"wrong: {wrong.file} {wrong.path}: {wrong.written} is not {wrong.name}")
    counts = Counter(v.verdict for v in found)
    print(f"names settled: {len(found)}; right {counts['right']}, wrong {counts['wrong']}, not told {counts['open']}")
    return int(counts["wrong"] > 0)


if __name__ == "__main__":
    sys.exit(main())
