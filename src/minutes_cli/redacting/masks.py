"""Words replaced in all texts of minutes, and counted."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Any, NamedTuple

from minutes_cli.model.minutes import Minutes
from minutes_cli.text.joiners import JOINERS, STRAY_JOINER

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

    Texts are in NFC and without characters that cannot be seen, but for joiners that letters or pictures need: nothing
    hides behind either.
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
    seen = STRAY_JOINER.sub("", "".join(char for char in unicodedata.normalize("NFC", text) if _is_seen(char)))
    for mask in masks:
        seen, found = _without(seen, mask)
        counts[mask.name] += found
    return seen


def _is_seen(char: str) -> bool:
    return char in JOINERS or unicodedata.category(char) != "Cf"


def _without(text: str, mask: Mask) -> tuple[str, int]:
    """The text with what the mask finds replaced, also where joiners stand in it, and how often."""
    places = [place for place, char in enumerate(text) if char not in JOINERS]
    parts: list[str] = []
    end = 0
    for match in mask.pattern.finditer("".join(text[place] for place in places)):
        start = places[match.start() - 1] + 1 if match.start() else 0
        parts += text[end:start], mask.instead
        end = places[match.end()] if match.end() < len(places) else len(text)
    return "".join((*parts, text[end:])), len(parts) // 2
