"""Cues as data: what differs between bodies lives in TOML files, here or beside the user's documents.

A profile has tables of phrases (`[attendance] present = [...]`) and of short forms (`[offices]`). A key is written
"table.key". `extends` names the profile whose phrases are added to its own; a phrase with "!" in front is taken out of
those.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from minutes_cli.errors import UsageError
from minutes_cli.model.document import Document

SHIPPED = ("generic", "pcc", "uk-council", "us-board", "open-source")
# A profile is chosen when its cues are met this often in a thousand words; below, the generic one serves.
LEAST_CUES_PER_THOUSAND = 2.0
LEAST_KINDS_OF_CUES = 2
_SAMPLE_CHARACTERS = 20_000
_LETTERS = re.compile(r"\w+")


@dataclass(frozen=True)
class Profile:
    """The cues of one kind of body."""

    name: str
    description: str
    cues: Mapping[str, tuple[str, ...]]
    offices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    detect: tuple[str, ...] = ()

    @cached_property
    def _alternatives(self) -> dict[tuple[str, ...], str]:
        """What was joined already; no field, for it says nothing of the profile."""
        return {}

    def words(self, key: str) -> tuple[str, ...]:
        """The phrases under "table.key", longest first."""
        return self.cues.get(key, ())

    def alternatives(self, *keys: str) -> str:
        """A regular expression that matches any phrase of `keys`, the longest first, however it is spaced."""
        known = self._alternatives.get(keys)
        if known is None:
            phrases = {phrase for key in keys for phrase in self.words(key)}
            ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
            known = self._alternatives[keys] = "|".join(map(_spaced, ordered)) or r"(?!)"
        return known

    def first_words(self, key: str) -> frozenset[str]:
        """What the phrases of `key` begin with, as `first_word` has it: tells quickly what begins with none."""
        return frozenset(map(first_word, self.words(key)))


def first_word(text: str) -> str:
    """The letters that a text begins with, in lower case; "" where it begins with something else."""
    found = _LETTERS.match(text)
    return found[0].lower() if found else ""


def _spaced(phrase: str) -> str:
    return re.escape(phrase).replace(r"\ ", r"\s+").replace("'", "['’]")


@cache
def shipped(name: str) -> Profile:
    return _build(tomllib.loads(profile_text(name)), name)


def profile_names() -> list[tuple[str, str]]:
    """Name and description of each profile that ships."""
    return [(name, shipped(name).description) for name in SHIPPED]


def profile_text(name: str) -> str:
    """The TOML of a profile that ships, or of the file at that path; UsageError where there is none."""
    if name in SHIPPED:
        return Path(__file__).with_name(f"{name}.toml").read_text(encoding="utf-8")
    try:
        return Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            name, "no such profile", f"use one of {', '.join(SHIPPED)} or the path of a TOML file"
        ) from error


def load_profile(name: str) -> Profile:
    """A profile by its name or by the path of its file; UsageError where it is missing or malformed."""
    if name in SHIPPED:
        return shipped(name)
    try:
        return _build(tomllib.loads(profile_text(name)), name)
    except tomllib.TOMLDecodeError as error:
        raise UsageError(name, f"not valid TOML ({error})", "mend the file") from error


_TOP_KEYS = frozenset(("name", "description", "extends", "detect"))
_TABLES = frozenset(
    ("meeting", "attendance", "items", "pillars", "actions", "decisions", "next", "exchanges", "commitments", "offices")
)


def _build(data: dict[str, object], origin: str) -> Profile:
    unknown = sorted(
        key for key, value in data.items() if key not in (_TABLES if isinstance(value, dict) else _TOP_KEYS)
    )
    if unknown:
        raise UsageError(
            origin, f"{unknown[0]} is unknown in a profile", "`minutes profile show generic` lists the keys"
        )
    if "extends" not in data and origin not in SHIPPED:
        raise UsageError(origin, "extends no profile", 'write extends = "generic" at its top')
    base = _base(str(data["extends"]), origin) if "extends" in data else None
    cues: dict[str, tuple[str, ...]] = dict(base.cues) if base else {}
    offices: dict[str, tuple[str, ...]] = dict(base.offices) if base else {}
    for table, entries in data.items():
        if not isinstance(entries, dict):
            continue
        for key, phrases in entries.items():
            if not isinstance(phrases, list) or not all(isinstance(p, str) for p in phrases):
                raise UsageError(origin, f"[{table}] {key} is no list of phrases", "write it as a list of strings")
            if table == "offices":
                offices[key.upper()] = tuple(phrases)
                continue
            path = f"{table}.{key}"
            if base and path not in base.cues:
                raise UsageError(origin, f"[{table}] {key} is unknown", "`minutes profile show generic` lists the keys")
            gone = {p[1:] for p in phrases if p.startswith("!")}
            joined = dict.fromkeys((*cues.get(path, ()), *(p for p in phrases if not p.startswith("!"))))
            cues[path] = tuple(p for p in joined if p not in gone)
    detect = data.get("detect", [])
    return Profile(
        name=str(data.get("name") or Path(origin).stem),
        description=str(data.get("description", "")),
        cues=cues,
        offices=offices,
        detect=tuple(str(phrase) for phrase in detect) if isinstance(detect, list) else (),
    )


def _base(name: str, origin: str) -> Profile:
    """The profile that another extends: one that ships, or a file that itself extends one of those."""
    if name in SHIPPED:
        return shipped(name)
    data = tomllib.loads(profile_text(name))
    if data.get("extends") not in SHIPPED:
        raise UsageError(origin, f"extends {name}, which extends no profile that ships", "extend one that ships")
    return _build(data, name)


def choose_profile(document: Document, wanted: str | None = None) -> Profile:
    """The profile asked for, else the one whose cues the document holds most densely."""
    if wanted:
        return load_profile(wanted)
    sample, size = [], 0
    for paragraph in document.paragraphs():
        sample.append(paragraph.text[:_SAMPLE_CHARACTERS].lower())
        size += len(paragraph.text)
        if size > _SAMPLE_CHARACTERS:
            break
    text = "\n".join(sample)
    thousands = max(1.0, text.count(" ") / 1000)
    best, score = "generic", LEAST_CUES_PER_THOUSAND
    for name in SHIPPED[1:]:
        hits = [min(5, len(re.findall(rf"\b{_spaced(cue)}\b", text))) for cue in shipped(name).detect]
        # one cue alone may mean something else: "PCC" is a parochial church council too
        if sum(hits) / thousands > score and sum(1 for hit in hits if hit) >= LEAST_KINDS_OF_CUES:
            best, score = name, sum(hits) / thousands
    return shipped(best)
