"""Runs of text with their looks, put together to one paragraph: lines, strong and struck spans, tick box."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from minutes_cli.model.document import Line, Span
from minutes_cli.text.joiners import STRAY

STRONG, STRUCK = 1, 2
# the runs of one look, and of both
_LOOKS = {STRONG: re.compile(rb"[\x01\x03]+"), STRUCK: re.compile(rb"[\x02\x03]+")}
# Width of a tab where no tab stop is set, in the word processors' own default.
TAB_PT = 36.0
UNTICKED = "☐□▢⬜"
TICKED = "☑☒✅🗹🗷"
_BOX = re.compile(f"[{UNTICKED}{TICKED}]\ufe0f?")
_BLANKS = re.compile(r"[\xa0\u1680\u2000-\u200a\u202f\u205f\u3000\r\n\v\f\u2028\u2029]")
# Zero-width and direction marks, stray joiners, soft hyphens, control characters but for the tab.
_DROPPED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]|" + STRAY
)
_TURNED = re.compile(r"[\u202a-\u202e\u2066-\u2069]")
_HANGUL_TAIL = re.compile(r"[\u1161-\u1175\u11a8-\u11c2]")


def clean(text: str) -> str:
    """Every kind of blank but the tab becomes a blank; what has no width goes. Composed (NFC) later, as a whole."""
    return _DROPPED.sub("", _BLANKS.sub(" ", text))


@dataclass(frozen=True, slots=True)
class Gathered:
    """What `Runs` makes of a paragraph; offsets refer to the lines' texts joined by single blanks."""

    lines: tuple[Line, ...]
    strong: tuple[Span, ...]
    struck: tuple[Span, ...]
    size: float
    checked: bool | None
    indent: float


@dataclass(slots=True)
class Runs:
    """Collects the runs of one paragraph.

    cut     a line was longer than allowed, its rest is lost
    turned  a character was dropped that shows text in another order than it is stored
    """

    most: int
    cut: bool = False
    turned: bool = False
    _lines: list[list[tuple[str, int]]] = field(default_factory=lambda: [[]])
    _sizes: Counter[float] = field(default_factory=Counter)

    def __bool__(self) -> bool:
        return any(text.strip() for line in self._lines for text, _ in line)

    def add(self, text: str, strong: bool = False, struck: bool = False, size: float = 0.0) -> None:
        if not text:
            return
        self.turned = self.turned or _TURNED.search(text) is not None
        text = clean(text)
        self._lines[-1].append((text, STRONG * strong | STRUCK * struck))
        self._sizes[size] += len(text.strip())

    def end_line(self) -> None:
        self._lines.append([])

    def gather(self) -> Gathered:
        """The paragraph; without text, it has no lines."""
        texts: list[str] = []
        looks = bytearray()
        indent: float | None = None
        checked: bool | None = None
        boxes = sum(len(_BOX.findall(text)) for line in self._lines for text, _ in line)
        for runs in self._lines:
            text, look = _compose(runs)
            if len(text) > self.most:
                self.cut = True
            start, end = _trimmed(text, 0, min(len(text), self.most))
            if start == end:
                continue
            if indent is None:
                indent = TAB_PT * text[:start].count("\t")
                # with more boxes than one ("☐ yes ☒ no") none is the paragraph's own
                if boxes == 1 and (box := _BOX.match(text, start)):
                    checked = box[0][0] in TICKED
                    start, end = _trimmed(text, box.end(), end)
                    if start == end:
                        continue
            if texts:
                looks.append(0)
            texts.append(text[start:end])
            looks += look[start:end]
        whole = " ".join(texts)
        return Gathered(
            tuple(map(Line, texts)),
            tuple(_spans(whole, looks, STRONG)),
            tuple(_spans(whole, looks, STRUCK)),
            self._sizes.most_common(1)[0][0] if self._sizes else 0.0,
            checked,
            indent or 0.0,
        )


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _compose(runs: Sequence[tuple[str, int]]) -> tuple[str, bytes]:
    """One line in NFC and the look of each of its characters; a composed character looks as its base."""
    text = "".join(run for run, _ in runs)
    looks = b"".join(bytes((look,)) * len(run) for run, look in runs)
    if unicodedata.is_normalized("NFC", text):
        return text, looks
    composed: list[str] = []
    kept = bytearray()
    start = 0
    for end in range(1, len(text) + 1):
        if end < len(text) and (unicodedata.category(text[end])[0] == "M" or _HANGUL_TAIL.match(text[end])):
            continue
        composed.append(unicodedata.normalize("NFC", text[start:end]))
        kept += bytes((looks[start],)) * len(composed[-1])
        start = end
    return "".join(composed), bytes(kept)


def _spans(text: str, looks: bytearray, look: int) -> Iterator[Span]:
    """Where `look` is set, without blanks at the ends; nothing but blanks between two spans joins them."""
    open_span: Span | None = None
    for match in _LOOKS[look].finditer(looks):
        start, end = _trimmed(text, *match.span())
        if start == end:
            continue
        if open_span and not text[open_span[1] : start].strip():
            open_span = (open_span[0], end)
            continue
        if open_span:
            yield open_span
        open_span = (start, end)
    if open_span:
        yield open_span
