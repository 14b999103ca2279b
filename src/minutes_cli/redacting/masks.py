"""Words replaced in all texts of minutes, and counted."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from minutes_cli.model.minutes import Minutes

# Values that are not of the document's words, and references between parts.
_NO_TEXT = frozenset(("id", "parent", "answers", "action", "status", "outcome", "state", "schema_version", "source"))
_KINDS = frozenset(("question", "answer", "statement"))
# What must stay a date or a time, or nothing.
_WHOLE = frozenset(("date", "due", "when", "start_time", "end_time", "time"))


class Mask(NamedTuple):
    """What to look for, and what stands in its place.

    name  tells masks apart in what is counted
    """

    name: str
    pattern: re.Pattern[str]
    instead: str


def masked(minutes: Minutes, masks: Sequence[Mask]) -> tuple[Minutes, Counter[str]]:
    """The minutes with everything replaced, and how often each mask found something.

    Texts are in NFC and without characters that cannot be seen: nothing hides behind those.
    """
    counts: Counter[str] = Counter()
    data = _of(minutes.model_dump(by_alias=True, mode="json"), masks, counts)
    return Minutes.model_validate(data), counts


def hidden(text: str, masks: Sequence[Mask]) -> str:
    """One text, with everything replaced."""
    return _text(text, masks, Counter())


def _of(value: Any, masks: Sequence[Mask], counts: Counter[str]) -> Any:
    if isinstance(value, str):
        return _text(value, masks, counts)
    if isinstance(value, list):
        return [_of(one, masks, counts) for one in value]
    if isinstance(value, dict):
        return {key: _field(key, one, masks, counts) for key, one in value.items()}
    return value


def _field(key: str, value: Any, masks: Sequence[Mask], counts: Counter[str]) -> Any:
    if key in _NO_TEXT or (key == "kind" and value in _KINDS):
        return value
    if key == "items" and value and isinstance(value[0], str):  # a pillar's, by their ids
        return value
    if key in _WHOLE and isinstance(value, str):
        return value if _text(value, masks, counts) == value else None
    return _of(value, masks, counts)


def _text(text: str, masks: Sequence[Mask], counts: Counter[str]) -> str:
    seen = "".join(char for char in unicodedata.normalize("NFC", text) if unicodedata.category(char) != "Cf")
    for mask in masks:
        seen, found = mask.pattern.subn(lambda _, instead=mask.instead: instead, seen)  # type: ignore[misc]
        counts[mask.name] += found
    return seen
