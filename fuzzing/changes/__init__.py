"""What can be changed in a document of each kind, and mutants: one good document with a few changes."""

from __future__ import annotations

from random import Random
from typing import NamedTuple

from fuzzing.changes import markup, package, pdf, raw, text
from fuzzing.changes.common import Change
from fuzzing.good import PICTURES, Good, good, suffix_of

_MOST_BYTES = 300_000
_RAW: list[Change] = raw.CHANGES
_TEXT = [*raw.CHANGES, *text.CHANGES, *text.CHANGES]
# changes that know the format come up more often: those of bytes mostly end in a file that is refused
_BY_KIND: dict[str, list[Change]] = {
    "pdf": [*_RAW, *pdf.CHANGES * 5],
    "docx": [*_RAW, *package.CHANGES * 6],
    "odt": [*_RAW, *package.CHANGES * 6],
    "doc": [*_RAW, *raw.NUMBERS * 6],
    "html": [*_TEXT, *markup.CHANGES * 3],
    "md": _TEXT,
    "txt": _TEXT,
    "org": _TEXT,
    "rst": _TEXT,
    "png": [*_RAW, *raw.NUMBERS * 3],
    "jpg": [*_RAW, *raw.NUMBERS * 3],
    "scan": [*_RAW, *pdf.CHANGES],
}


class Mutant(NamedTuple):
    """A changed document.

    number  which one of the seed
    origin  the good document it was
    """

    number: int
    kind: str
    origin: str
    name: str
    changes: tuple[str, ...]
    data: bytes


def kinds(pictures: bool) -> list[str]:
    """Those of which there are good documents: pictures, or all others."""
    return [kind for kind in _BY_KIND if kind in good() and (kind in PICTURES) == pictures]


def original(one: Mutant) -> Good:
    return next(before for before in good()[one.kind] if before.name == one.origin)


def mutant(seed: int, number: int, among: list[str]) -> Mutant:
    """The same one for the same seed, number and kinds; the kinds take turns."""
    random = Random(f"{seed} {number}")
    kind = among[number % len(among)]
    one = random.choice(good()[kind])
    others = [other.data for other in good()[kind]]
    data, names = one.data, []
    for _ in range(1 + min(int(random.expovariate(0.7)), 8)):
        change = random.choice(_BY_KIND[kind])
        changed = change(random, data, others)
        if len(changed) <= _MOST_BYTES:
            data = changed
            names.append(f"{change.__module__.rpartition('.')[2]}.{change.__name__}")
    return Mutant(number, kind, one.name, f"{seed}-{number}.{suffix_of(kind)}", tuple(names), data)
