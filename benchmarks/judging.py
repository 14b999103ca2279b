"""Which of the values that were read are right, by gold data made by hand.

A value of an entry (an attendee, an item, an action, a decision, an exchange) is judged given its entry: an owner is
right or wrong only where the action is one. Entries that gold does not have are wrong themselves. What gold has no
word on (a due term, the number of an action) is not judged.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from minutes_cli import parse
from minutes_cli.errors import InputError

Data = dict[str, Any]
SHARED = Path(__file__).parents[2] / "shared"


class Read(NamedTuple):
    """A document's data as read and as gold has it; `extra` is the gold of its discussion, where there is any."""

    file: str
    found: Data
    gold: Data
    extra: Data | None

    @property
    def body(self) -> str:
        """Whose minutes they are, by the name of the file."""
        return self.file.split("__")[0]


class Judged(NamedTuple):
    """A value by its JSON Pointer, and whether it is right."""

    path: str
    right: bool


def scorer(shared: Path = SHARED) -> ModuleType:
    """The benchmark's scorer, whose matching decides what is the same."""
    path = shared / "bench" / "score.py"
    spec = importlib.util.spec_from_file_location("score", path)
    if spec is None or spec.loader is None or not path.exists():
        sys.exit(f"needs {path} and the documents beside it")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_all(shared: Path = SHARED) -> Iterator[Read]:
    """Every document that has gold and can be read, in the order of the names; scans depend on the OCR at hand."""
    for path in sorted((shared / "corpus" / "gold").glob("*.json")):
        name = path.name.removesuffix(".json")
        try:
            found = parse(shared / "corpus" / "docs" / name, ocr="never").model_dump(mode="json", by_alias=True)
        except InputError:
            continue
        extra = shared / "corpus" / "gold_extra" / path.name
        yield Read(name, found, _load(path), _load(extra) if extra.exists() else None)


def _load(path: Path) -> Data:
    return dict(json.loads(path.read_text(encoding="utf-8")))


class Judge:
    """Judges one document's data by its gold; `extra` is the gold of its discussion, where there is any."""

    def __init__(self, score: ModuleType, gold: Data, found: Data, extra: Data | None = None) -> None:
        self.score, self.gold, self.found, self.extra = score, gold, found, extra

    def judged(self) -> Iterator[Judged]:
        score = self.score
        yield from self._slots("meeting")
        yield from self._slots("next_meeting")
        yield from self._entries(
            "attendees", "name", lambda g, p: float(score.same_person(g["name"], p["name"])), 1.0, self._attendee
        )
        yield from self._entries("items", "title", lambda g, p: score.similar(g["title"], p["title"]), 0.8, self._item)
        yield from self._entries(
            "actions",
            "text",
            lambda g, p: max(score.token_f1(text, p["text"]) for text in [g["text"], *g.get("also", [])]),
            0.6,
            self._action,
        )
        yield from self._entries(
            "decisions", "text", lambda g, p: score.token_f1(g["text"], p["text"]), 0.5, self._decision
        )
        if self.extra is not None:
            yield from self._exchanges(self.extra["exchanges"])
            yield from self._commitments(self.extra["commitments"])

    def _slots(self, part: str) -> Iterator[Judged]:
        gold, found = self.gold.get(part) or {}, self.found.get(part) or {}
        for field, value in found.items():
            if value is not None:
                yield Judged(f"/{part}/{field}", self._same(field, gold.get(field), value))

    def _same(self, field: str, gold: object, value: object) -> bool:
        return bool(gold) and bool(self.score.field_matches(field, gold, value))

    def _entries(
        self,
        part: str,
        key: str,
        likeness: Callable[[Data, Data], float],
        least: float,
        values: Callable[[Data, Data], Iterator[Judged]],
    ) -> Iterator[Judged]:
        """The entries of a list, matched with gold's by `likeness`, then the values of those that are right."""
        gold, found = self.gold.get(part) or [], self.found[part]
        known = {j: i for i, j in self.score.best_pairs(gold, found, likeness, least)}
        for number, entry in enumerate(found):
            yield Judged(f"/{part}/{number}/{key}", number in known)
            if number in known:
                for path, right in values(gold[known[number]], entry):
                    yield Judged(f"/{part}/{number}/{path}", right)

    def _fields(self, gold: Data, entry: Data, *fields: str) -> Iterator[Judged]:
        for field in fields:
            if entry[field] is not None:
                yield Judged(field, self._same(field, gold.get(field), entry[field]))

    def _attendee(self, gold: Data, entry: Data) -> Iterator[Judged]:
        return self._fields(gold, entry, "role", "abbreviation", "status")

    def _item(self, gold: Data, entry: Data) -> Iterator[Judged]:
        yield from self._fields(gold, entry, "number")
        tags = {self.score.fold(pillar) for pillar in gold.get("pillars") or []}
        for number, pillar in enumerate(entry["pillars"]):
            yield Judged(f"pillars/{number}", self.score.fold(pillar) in tags)

    def _action(self, gold: Data, entry: Data) -> Iterator[Judged]:
        yield from self._fields(gold, entry, "due", "state")
        if entry["item"] is not None:
            yield Judged("item", self._same_item(gold.get("item"), entry["item"]))
        for number, owner in enumerate(entry["owners"]):
            right = any(self.score.same_owner(one, owner, self.gold) for one in gold.get("owners") or [])
            yield Judged(f"owners/{number}/as_written", right)

    def _same_item(self, gold: object, found: object) -> bool:
        def names(reference: object, items: list[Data]) -> set[str]:
            """Every number and title by which the item is known."""
            rows = [{self.score.fold(item.get(k)) for k in ("number", "title") if item.get(k)} for item in items]
            return {self.score.fold(reference)}.union(*(row for row in rows if self.score.fold(reference) in row))

        ours, theirs = names(gold, self.gold["items"]), names(found, self.found["items"])
        like = (self.score.similar(a, b) >= 0.8 for a in ours for b in theirs if len(a) > 8 and len(b) > 8)
        return bool(gold) and (bool(ours & theirs) or any(like))

    def _decision(self, gold: Data, entry: Data) -> Iterator[Judged]:
        yield from self._fields(gold, entry, "outcome", "mover", "seconder")
        if entry["item"] is not None:
            yield Judged("item", self._same_item(gold.get("item"), entry["item"]))
        for side, number in (entry["votes"] or {}).items():
            if number is not None:
                yield Judged(f"votes/{side}", (gold.get("votes") or {}).get(side) == number)

    def named(self) -> Iterator[tuple[str, str, str]]:
        """Pointer, name as read and name by gold of each officer, mover and seconder that both have."""
        for field in ("chair", "minute_taker"):
            if self.gold["meeting"].get(field) and self.found["meeting"][field]:
                yield f"/meeting/{field}", self.found["meeting"][field], self.gold["meeting"][field]
        gold, found = self.gold.get("decisions") or [], self.found["decisions"]
        pairs = self.score.best_pairs(gold, found, lambda g, p: self.score.token_f1(g["text"], p["text"]), 0.5)
        for i, j in pairs:
            for field in ("mover", "seconder"):
                if gold[i].get(field) and found[j][field]:
                    yield f"/decisions/{j}/{field}", found[j][field], gold[i][field]

    def matched_exchanges(self, gold: list[Data]) -> Iterator[tuple[str, Data, Data | None]]:
        """Each exchange with its pointer and the one of gold that it is, if any: their first words are alike."""
        found = [
            (f"/items/{i}/exchanges/{n}", exchange)
            for i, item in enumerate(self.found["items"])
            for n, exchange in enumerate(item["exchanges"])
        ]

        def likeness(one: Data, other: tuple[str, Data]) -> float:
            beginnings = (" ".join(text.split()[:8]) for text in (one["text"], other[1]["text"]))
            return float(self.score.token_f1(*beginnings))

        known = {j: gold[i] for i, j in self.score.best_pairs(gold, found, likeness, 0.75)}
        for number, (path, exchange) in enumerate(found):
            yield path, exchange, known.get(number)

    def _exchanges(self, gold: list[Data]) -> Iterator[Judged]:
        for path, exchange, same in self.matched_exchanges(gold):
            yield Judged(f"{path}/text", same is not None)
            if same is not None:
                right = self.score.same_owner(same["speaker"], exchange["speaker"], self.gold)
                yield Judged(f"{path}/speaker/as_written", right or exchange["speaker"]["name"] is None)

    def _commitments(self, gold: list[Data]) -> Iterator[Judged]:
        """Promises; what gold calls a plan counts neither way."""
        found = self.found["commitments"]
        pairs = self.score.best_pairs(gold, found, lambda g, p: self.score.token_f1(g["text"], p["text"]), 0.6)
        known = {j: gold[i] for i, j in pairs}
        for number, promise in enumerate(found):
            same = known.get(number)
            if same is None or same.get("strength") != "plan":
                yield Judged(f"/commitments/{number}/text", same is not None)
            if same is not None and promise["when"]:
                yield Judged(f"/commitments/{number}/when", promise["when"] == same.get("when"))
