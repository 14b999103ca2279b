"""Items by pillar of the plan: the names that the plan has, and the items tagged with each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from minutes_cli.model.minutes import Item, Pillar
from minutes_cli.parser.draft import Draft
from minutes_cli.parser.passages import Passage
from minutes_cli.profiles import Profile
from minutes_cli.text.prose import mentions
from minutes_cli.text.spelling import one_letter_apart, plain

# Shorter names one letter apart are two names.
_LEAST_LETTERS = 5
# A plan has so many pillars, each named in so many words.
_FEWEST, _MOST, _LONGEST = 2, 8, 6
# The names that a profile knows as usual are the plan's where the document uses so many of them and no other.
_LEAST_USUAL = 2

Origin = Literal["profile", "text", "usual", "tags"]


@dataclass(frozen=True)
class Vocabulary:
    """The pillars of the plan in its order, and where they are from; the last of four has only what was tagged."""

    names: tuple[str, ...]
    origin: Origin

    def name_of(self, tag: str) -> str | None:
        """The pillar that a tag means, though its capitals or a letter may differ."""
        exact = next((name for name in self.names if plain(name) == plain(tag)), None)
        return exact or next((name for name in self.names if _alike(name, tag)), None)


def find_vocabulary(draft: Draft, profile: Profile) -> Vocabulary:
    """The names that the profile declares, or that the text lists, or the profile's usual ones, or else the tags."""
    if declared := profile.words("pillars.names"):
        return Vocabulary(declared, "profile")
    tags = [fact.value for item in draft.items for fact in item.pillars if not is_every(fact.value, profile)]
    if any(item.pillars for item in draft.items):
        stated = Vocabulary(_stated(draft.passages, profile), "text")
        if stated.names and all(stated.name_of(tag) for tag in tags):
            return stated
    usual = Vocabulary(profile.words("pillars.usual"), "usual")
    if len({usual.name_of(tag) for tag in tags}) >= _LEAST_USUAL and all(usual.name_of(tag) for tag in tags):
        return usual
    return Vocabulary(_spelt_once(tags), "tags")


def pillars_of(items: Sequence[Item], vocabulary: Vocabulary, profile: Profile) -> tuple[Pillar, ...]:
    """Each pillar with its items; "all pillars" counts for each, or stays as it is where no pillar is known.

    A plan that the profile declares is shown whole: a pillar without items is one that the meeting did not touch.
    """
    members: dict[str, list[str]] = {name: [] for name in vocabulary.names}
    for item in items:
        for tag in item.pillars:
            every = is_every(tag, profile) and vocabulary.names
            for name in vocabulary.names if every else (vocabulary.name_of(tag) or tag,):
                if item.id not in members.setdefault(name, []):
                    members[name].append(item.id)
    tagged = any(members.values())
    return tuple(
        Pillar(name=name, items=tuple(ids))
        for name, ids in members.items()
        if ids or (tagged and vocabulary.origin == "profile")
    )


def is_every(tag: str, profile: Profile) -> bool:
    """Whether a tag stands for every pillar: "all pillars"."""
    return " ".join(tag.casefold().split()) in profile.words("pillars.all")


def _alike(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _LEAST_LETTERS and one_letter_apart(one, other)


def _spelt_once(tags: Sequence[str]) -> tuple[str, ...]:
    """The tags in the order of the document, each in the spelling that stands most often."""
    often = Counter(tags)
    names: list[str] = []
    for tag in tags:
        place = next((n for n, name in enumerate(names) if plain(name) == plain(tag) or _alike(name, tag)), None)
        if place is None:
            names.append(tag)
        elif often[tag] > often[names[place]]:
            names[place] = tag
    return tuple(names)


def _stated(passages: Sequence[Passage], profile: Profile) -> tuple[str, ...]:
    """The names in a sentence such as "The plan has three pillars: Protect, Renew and Listen."; () without one."""
    labels = [_plural(label) for label in profile.words("pillars.labels")]
    words = "|".join(map(re.escape, labels)) or r"(?!)"
    folded = [label.lower() for label in labels]
    list_of = re.compile(
        rf"\b(?:{words})\b(?P<between>[^.:;()]{{0,60}}?)(?::|\bare\b|\bnamely\b|\()\s{{0,3}}(?P<names>[^.()]{{5,300}})",
        re.IGNORECASE,
    )
    for passage in passages:
        if not mentions(str(passage.text), folded):
            continue
        for found in list_of.finditer(str(passage.text)):
            names = [part.strip(" “”‘’\"'") for part in _BETWEEN.split(found["names"])]
            if _FEWEST <= len(names) <= _MOST and all(
                name[:1].isupper() and len(name.split()) <= _LONGEST for name in names
            ):
                return tuple(dict.fromkeys(names))
    return ()


_BETWEEN = re.compile(r"\s{0,3}(?:,\s{0,3}and\s|[,;/]|\band\s(?=[“‘\"']?[A-Z])|&)\s{0,3}")


def _plural(label: str) -> str:
    if label.endswith("ies"):
        return label
    return label[:-1] + "ies" if label.endswith("y") else label + "s"
