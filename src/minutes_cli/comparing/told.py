"""Texts without what is compared as a value of its own: actions, decisions, promises, the next meeting, times.

An action stands in the text of its item too. What was changed of it is told once, of the action.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from minutes_cli.comparing.folding import Word, words
from minutes_cli.model.minutes import Evidence, Minutes

# So many sentences before and behind the text of a decision name its mover and the votes.
_NEAR = 2
# What of the meeting itself may stand in the text of an item: "The meeting closed at 8.35 pm."
_SINGLE = ("/meeting/start_time", "/meeting/end_time")
_TITLE = re.compile(r"/items/\d{1,9}/title")
_NUMBER = re.compile(r"\d{1,9}")
_ENTRY = re.compile(r"/(attendees|actions|decisions)/\d{1,9}|/next_meeting")
# In what an entry is found, the value of which is looked for first.
_ANCHORS = ("text", "name", "date")


class ItemText(NamedTuple):
    """The words of an item that are compared, and the sentences of which other words are compared elsewhere."""

    words: list[Word]
    told: frozenset[int]


_Quotes = list[str]
"""words of each value, without capitals, each on a line between line ends"""


class Told:
    """The values of both versions: words that one has as a value are told as one, wherever the other does."""

    def __init__(self, old: Minutes, new: Minutes) -> None:
        self._values = [*_values(old), *_values(new)]

    def add(self, text: str) -> None:
        """A text that is compared by itself from here on."""
        self._values.append((_keys([text]), [], 0))

    def left_of(self, *paragraphs: str) -> ItemText:
        """What of a text is compared as a text."""
        text = _Text(words(*paragraphs))
        for value in self._values:
            text.tell(*value)
        return text.left()


def _values(minutes: Minutes) -> Iterator[tuple[_Quotes, _Quotes, int]]:
    """Of each value the quotes that it is found by, those beside it, and at most how many sentences off."""
    anchors: dict[str, list[str]] = defaultdict(list)
    others: dict[str, list[str]] = defaultdict(list)
    for part in ("actions", "decisions", "commitments"):
        for number, entry in enumerate(getattr(minutes, part)):
            anchors[f"/{part}/{number}"].append(entry.text)
    first = _first_items(minutes)
    for one in minutes.evidence:
        entry = _ENTRY.match(one.path)
        if entry:
            field = one.path[entry.end() :].strip("/")
            (anchors if field in _ANCHORS else others)[entry[0]].append(one.quote)
        elif one.path in _SINGLE and _is_behind(one, first):
            anchors[one.path].append(one.quote)
    for path, quotes in anchors.items():
        keys = _keys(quotes)
        # what the text of the entry itself names is told with it, and nowhere else
        yield keys, [other for other in _keys(others[path]) if not any(other in anchor for anchor in keys)], _near(path)


def _near(path: str) -> int:
    """A role stands beside the name; what a decision names may stand some sentences off."""
    return 0 if path.startswith("/attendees") else _NEAR


def _first_items(minutes: Minutes) -> dict[str, tuple[float, ...]]:
    """Of each kind of place where the first title stands."""
    found: dict[str, tuple[float, ...]] = {}
    for one in minutes.evidence:
        if _TITLE.fullmatch(one.path):
            kind, place = _place(one)
            found[kind] = min(place, found.get(kind, place))
    return found


def _is_behind(one: Evidence, first: Mapping[str, tuple[float, ...]]) -> bool:
    """Whether a value stands behind the first title, and not in the header."""
    kind, place = _place(one)
    return kind in first and place >= first[kind]


def _place(one: Evidence) -> tuple[str, tuple[float, ...]]:
    """Places of one kind can be compared: lines, pages with what stands higher first, paragraphs, tables."""
    if one.line is not None:
        return "line", (one.line,)
    if one.page is not None:
        return "page", (one.page, one.bbox[1] if one.bbox else 0)
    kind, _, rest = (one.block or "").partition("[")
    return kind, tuple(map(int, _NUMBER.findall(rest)))


def _keys(quotes: Sequence[str]) -> _Quotes:
    found = (_joined([word.key.casefold() for word in words(quote)]) for quote in dict.fromkeys(quotes))
    return [keys for keys in found if keys.strip()]


def _joined(keys: Sequence[str]) -> str:
    return f"\n{chr(10).join(keys)}\n"


class _Text:
    def __init__(self, text: list[Word]) -> None:
        self._words = text
        self._joined = _joined([word.key.casefold() for word in text])
        self._told: set[int] = set()

    def tell(self, anchors: _Quotes, others: _Quotes, around: int) -> None:
        near: set[int] = set()
        for span in self._found(anchors):
            self._told.update(span)
            near.update(range(self._words[span[0]].sentence - around, self._words[span[-1]].sentence + around + 1))
        if near:
            for span in self._found(others):
                if self._words[span[0]].sentence in near:
                    self._told.update(span)

    def _found(self, quotes: _Quotes) -> Iterator[range]:
        """The words of each quote, wherever it stands."""
        for quote in quotes:
            at = self._joined.find(quote)
            while at >= 0:
                first = self._joined.count("\n", 0, at)
                yield range(first, first + quote.count("\n") - 1)
                at = self._joined.find(quote, at + 1)

    def left(self) -> ItemText:
        told = frozenset(self._words[at].sentence for at in self._told)
        return ItemText([word for at, word in enumerate(self._words) if at not in self._told], told)
