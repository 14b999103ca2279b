"""Labelled values: "Date: 2 November", a table of keys and values, a label on a line of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from minutes_cli.parser.labels import STATUSES
from minutes_cli.parser.passages import Passage, Text, whole
from minutes_cli.parser.tables import View, by_column, fold
from minutes_cli.profiles import Profile
from minutes_cli.text.later import later

MEETING_KEYS = ("date", "time", "end_time", "venue", "chair", "minute_taker", "body", "title")
_GENERIC = later(r"^\s*([A-Z][A-Za-z/&’' -]{1,38}?)\s*(?::|\t)\s*(?=\S)")


@dataclass(frozen=True, slots=True)
class Field:
    """A label and the texts it labels; `key` is what the profile takes the label for, "" if nothing."""

    key: str
    label: Text
    values: tuple[Text, ...]
    place: int


def find_fields(passages: Sequence[Passage], tables: Sequence[tuple[View, int]], profile: Profile) -> list[Field]:
    """Every labelled value among `passages`, in order."""
    found: list[Field] = []
    names = {phrase: key for key in reversed(MEETING_KEYS) for phrase in profile.words(f"meeting.{key}")}
    known = later(
        rf"(?:^|(?<=[.;,|)])\s+|(?<=\s)\s+|"
        rf"\t)({profile.alternatives(*(f'meeting.{k}' for k in MEETING_KEYS))})\s*(?::|\s[–-]\s|(?<=by)\s|"
        rf"(?<=venue)\s(?=[A-Z]))\s*",
        re.IGNORECASE,
    )
    alone = set(names)
    bare = _bare_labels(passages, alone, profile)
    people = profile.alternatives(*(f"attendance.{status}" for status in STATUSES))
    other = later(rf"^\W*(?:{people})\s*:|{known.pattern}", re.IGNORECASE)
    for position, passage in enumerate(passages):
        if passage.tabular:
            continue
        value = str(passage.text)
        marks = list(known.finditer(value[:2000]))
        if marks and marks[0].start() <= 2:
            for number, mark in enumerate(marks):
                end = marks[number + 1].start() if number + 1 < len(marks) else len(value)
                text = (
                    passage.text[mark.end() : end].strip(" .;,|")
                    if number + 1 < len(marks)
                    else passage.text[mark.end() : end]
                )
                key = names.get(fold(mark[1]), "")
                values = (text,) if text else _following(passages, position, other)
                if values:
                    found.append(Field(key, passage.text[mark.start(1) : mark.end(1)], values, passage.index))
            continue
        generic = _GENERIC.match(value)
        if generic and names.get(fold(generic[1])):
            found.append(
                Field(
                    names[fold(generic[1])],
                    passage.text[: generic.end(1)],
                    (passage.text[generic.end() :],),
                    passage.index,
                )
            )
        elif fold(value) in alone and (value.rstrip().endswith(":") or passage.index in bare):
            values = _following(passages, position, other)
            if values:
                found.append(Field(names[fold(value)], passage.text, values, passage.index))
        elif marks:
            for number, mark in enumerate(marks):
                end = marks[number + 1].start() if number + 1 < len(marks) else len(value)
                text = passage.text[mark.end() : end].strip(" .;,|")
                if text and ":" in mark.group():
                    found.append(
                        Field(
                            names.get(fold(mark[1]), ""),
                            passage.text[mark.start(1) : mark.end(1)],
                            (text,),
                            passage.index,
                        )
                    )
    for view, place in tables:
        if view.kind == "fields":
            found.extend(_of_table(view, place, names))
    return sorted(found, key=lambda f: f.place)


def _bare_labels(passages: Sequence[Passage], names: set[str], profile: Profile) -> set[int]:
    """Indices of the lines that are nothing but a label, with its value on the next line, where several are so."""
    known = names | {w for key in _PEOPLE for w in profile.words(f"attendance.{key}")}
    labels = [fold(str(p.text)) in known and not p.paragraph.heading and not p.label for p in passages]
    bare = {p.index for p, own, after in zip(passages, labels, labels[1:], strict=False) if own and not after}
    return bare if len(bare) >= _LEAST_BARE else set()


_PEOPLE = ("present", "apologies", "absent", "in_attendance")
# One word on a line of its own may be anything; several that are labels make a form.
_LEAST_BARE = 3


def _following(passages: Sequence[Passage], position: int, other: re.Pattern[str]) -> tuple[Text, ...]:
    """The passage after a label that stands alone, unless it is or begins with another label."""
    if position + 1 < len(passages):
        text = passages[position + 1].text
        if (
            len(str(text)) < 160
            and not str(text).rstrip().endswith(":")
            and not other.match(str(text))
            and not str(text).startswith(("{", "["))
        ):
            return (text,)
    return ()


def _of_table(view: View, place: int, names: dict[str, str]) -> list[Field]:
    found: list[Field] = []
    for row in view.table.rows:
        cells = by_column(row)
        columns = sorted(cells)
        for column in columns[:-1]:
            cell = cells[column]
            label = fold(cell.text)
            after = cells.get(column + cell.colspan)
            if not cell.paragraphs or after is None or not after.paragraphs:
                continue
            if label in names or cell.text.rstrip().endswith(":") or column == 1:
                text = whole(cell.paragraphs[0])
                values = tuple(t for t in (whole(p) for p in after.paragraphs) if t)
                if text and values:
                    found.append(Field(names.get(label, ""), text, values, place))
    return found
