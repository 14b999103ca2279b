"""What the labels, heads and placeholders of a blank document mean."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from minutes_cli.model.template import Section, Template
from minutes_cli.parser.fields import MEETING_KEYS
from minutes_cli.parser.labels import Label, Labels
from minutes_cli.parser.tables import fold
from minutes_cli.profiles import Profile
from minutes_cli.templates.sheet import PLACEHOLDER
from minutes_cli.text.section_titles import is_section

# What a placeholder of the heading is for, by a word in its name; the first that fits.
_MEETING_SLOTS = (
    ("end_time", re.compile(r"\b(?:end|finish|close)", re.I)),
    ("date", re.compile(r"\b(?:date|day)\b|\bdd[/.-]mm|\bmm[/.-]dd", re.I)),
    ("start_time", re.compile(r"\b(?:time|start|hh|hour)\b|\bhh:mm", re.I)),
    ("venue", re.compile(r"\b(?:venue|location|place|room|address|link|where)\b", re.I)),
    ("minute_taker", re.compile(r"\b(?:minutes?|notes?|clerk|secretary|scribe|taker)\b", re.I)),
    ("chair", re.compile(r"\b(?:chair\w{0,6}|facilitator|presid\w{0,6})\b", re.I)),
    (
        "body",
        re.compile(
            r"\b(?:body|organi[sz]ation|council|committee|board|company|charity|group|team|project|club)\b", re.I
        ),
    ),
    ("title", re.compile(r"\b(?:title|meeting|subject)\b", re.I)),
)
_NEXT_SLOTS = (
    ("date", _MEETING_SLOTS[1][1]),
    ("time", _MEETING_SLOTS[2][1]),
    ("venue", _MEETING_SLOTS[3][1]),
    ("kind", re.compile(r"\b(?:type|kind)\b", re.I)),
)
_NUMBER = re.compile(r"^[\s*_]{0,8}(?P<number>\d{1,3}(?:\.\d{1,3}){0,3})\s*[.):]?\s+")
_MARKS = r"[\s*_>•-]{0,6}"


@dataclass(frozen=True)
class Words:
    """Reads labels by the profile and the template."""

    template: Template
    profile: Profile

    @cached_property
    def keys(self) -> dict[str, str]:
        """A label in lower case -> the field of the heading."""
        found = {w: key for key in reversed(MEETING_KEYS) for w in self.profile.words(f"meeting.{key}")}
        found |= {fold(label): key for key, label in self.template.meeting.labels.items()}
        return {word: "start_time" if key == "time" else key for word, key in found.items()}

    @cached_property
    def label(self) -> re.Pattern[str]:
        words = "|".join(re.escape(word) for word in sorted(self.keys, key=len, reverse=True))
        return re.compile(
            rf"(?:^{_MARKS}|[\t.;,|]\s{{0,20}}|\s{{2,20}})(?P<label>{words})[*_]{{0,2}}\s{{0,3}}(?::[*_]{{0,2}}|\t|$)",
            re.I,
        )

    @cached_property
    def people(self) -> Labels:
        return Labels(self.profile)

    def attendance(self, text: str) -> Label | None:
        """The label of the attendance that a line begins with or is, its marks aside."""
        plain = re.sub(r"[*_]{1,3}", lambda found: " " * len(found.group()), text)
        return self.people.at_start(plain)

    @cached_property
    def next_label(self) -> re.Pattern[str]:
        return re.compile(
            rf"^{_MARKS}(?:{self.profile.alternatives('next.labels')})\b[^:\n]{{0,60}}(?P<colon>:?)", re.I
        )

    def is_next(self, title: str) -> bool:
        return bool(self.next_label.match(title)) or "next meeting" in fold(title)

    def starts(self, text: str, markers: Sequence[str]) -> str | None:
        """The marker that a line begins with, emphasis aside."""
        plain = text.lstrip("*_>•- ").casefold()
        return next((m for m in markers if m and plain.startswith(m.casefold().rstrip(":"))), None)

    def section(self, title: str) -> Section | None:
        """The section of the template that this is the title of."""
        printed = PLACEHOLDER.sub(" ", _NUMBER.sub("", title).replace("*", ""))
        sections = self.template.items.sections
        exact = (one for one in sections if fold(printed) in map(fold, (one.title, *one.also)))
        alike = (one for one in sections if is_section(printed, (one.title, *one.also)))
        return next(exact, None) or next(alike, None)

    def column(self, head: str, *keys: str) -> bool:
        return any(fold(head) in self.profile.words(key) for key in keys)


def number_of(text: str) -> str | None:
    """The number that the text of an item begins with."""
    found = _NUMBER.match(text)
    return found["number"] if found else None


def without_number(text: str) -> str:
    return _NUMBER.sub("", text)


def meeting_slot(name: str) -> str | None:
    """The field of the heading that a placeholder of this name is for."""
    return next((key for key, pattern in _MEETING_SLOTS if pattern.search(name)), None)


def next_slot(name: str) -> str | None:
    return next((key for key, pattern in _NEXT_SLOTS if pattern.search(name)), None)
