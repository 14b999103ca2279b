"""The second engine: pdfplumber, slower and independent of the first, to check it or to stand in for it."""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import pdfplumber
from pdfminer import cmapdb, pdffont
from pdfminer.pdfdocument import PDFPasswordIncorrect

from minutes_cli.errors import CorruptInputError, LimitError, locked, over
from minutes_cli.model.document import Word
from minutes_cli.readers.options import Limits
from minutes_cli.readers.pdf.glyphs import WORD, clean, is_bold
from minutes_cli.readers.pdf.page import ASCENT, DESCENT, Page, Ruling, as_ruling, straight

# gaps wider than this share of the type size are blanks: at pdfplumber's default, files without blanks run together
_BLANK = 0.15
_INFO = {"title": "Title", "author": "Author"}

# how pdfminer writes a character whose font does not say what it is
_UNMAPPED = re.compile(r"\(cid:\d+\)")

_Item = Mapping[str, Any]

# more codes of characters than the fonts of any page have: its maps are written out one by one
_MOST_CODES = 1_000_000


class _Counted:
    """`range` within pdfminer, which raises ValueError once all of a page's maps are longer than fonts have glyphs."""

    total = 0

    @classmethod
    def range(cls, *bounds: int) -> range:
        found = range(*bounds)
        cls.total += max(bounds[-1] if len(bounds) == 1 else bounds[1] - bounds[0], 0)
        if cls.total > _MOST_CODES:
            raise ValueError("a map of too many characters")
        return found


for _module in (cmapdb, pdffont):
    vars(_module)["range"] = _Counted.range

# pdfminer complains of broken files in its log; without a handler that would end up on the terminal
logging.getLogger("pdfminer").addHandler(logging.NullHandler())


class PlumberFile:
    """A PDF file opened by pdfplumber."""

    def __init__(self, data: bytes, name: str, password: str | None, limits: Limits) -> None:
        """Raise locked for a missing or wrong password, CorruptInputError for anything else amiss."""
        self._name, self._limits = name, limits
        try:
            self._file = pdfplumber.open(io.BytesIO(data), password=password, unicode_norm="NFC")
            self.count = len(self._file.pages)
        except Exception as error:  # pdfminer raises whatever a broken file makes it stumble over
            if any(isinstance(cause, PDFPasswordIncorrect) for cause in (error, *error.args)):
                raise locked(name, password) from error
            hint = "open it in a PDF viewer and save it again"
            raise CorruptInputError(name, "not a readable PDF", hint) from error
        texts = {key: self._file.metadata.get(tag) for key, tag in _INFO.items()}
        self.metadata = {key: " ".join(text.split()) for key, text in texts.items() if isinstance(text, str) and text}

    def close(self) -> None:
        self._file.close()

    def page(self, number: int) -> Page:
        if number > self.count:  # the engines may count the pages of a broken file differently
            return Page.broken(number)
        page = self._file.pages[number - 1]
        _Counted.total = 0
        try:
            return self._read(page, number)
        except LimitError:
            raise
        except Exception:  # see above
            return Page.broken(number)
        finally:
            page.close()

    def _read(self, page: Any, number: int) -> Page:
        self._limit(len(page.chars), self._limits.page_characters, "characters", "page-characters")
        media, crop = page.mediabox, page.cropbox
        left, top = max(media[0], crop[0]), max(media[1], crop[1])
        right, bottom = min(media[2], crop[2]), min(media[3], crop[3])
        found = Page(number, right - left, bottom - top)
        upright: list[Word] = []
        turned: list[Word] = []
        base = float(page.height) + media[1] - top
        for word in page.extract_words(x_tolerance_ratio=_BLANK, return_chars=True):
            kept = upright if word["upright"] and word["direction"] == "ltr" else turned
            kept.extend(_words(word["chars"], left, top, base if kept is upright else None))
        found.add_words(upright, turned)
        for item in (*page.lines, *page.rects, *page.curves):
            if item.get("stroke") or item.get("fill"):
                found.rulings.extend(_rulings(item, left, top))
            self._limit(len(found.rulings), self._limits.page_rulings, "lines", "page-rulings")
        found.largest = max((wide * high for wide, high in (item["srcsize"] for item in page.images)), default=0)
        covered = sum(item["width"] * item["height"] for item in page.images)
        found.pictures = min(covered / (found.width * found.height), 1.0)
        return found

    def _limit(self, count: int, most: int, what: str, limit: str) -> None:
        if count > most:
            raise over(self._name, f"a page of more than {most} {what}", limit, "print it anew as PDF")


def _words(chars: Sequence[_Item], left: float, top: float, base: float | None) -> Iterator[Word]:
    """The words in a run of characters; `base` is the height of the axis that baselines are counted from."""
    text = "".join([char["text"][:1] or " " for char in chars])
    for match in WORD.finditer(text):
        part = chars[match.start() : match.end()]
        word = clean("".join(["\ufffd" if _UNMAPPED.match(char["text"]) else char["text"] for char in part]))
        if not word:
            continue
        first = part[0]
        size = round(float(first["size"]), 2)
        y0, y1 = min(char["top"] for char in part) - top, max(char["bottom"] for char in part) - top
        if base is not None:
            line = base - first["matrix"][5]
            y0, y1 = line - ASCENT * size, line + DESCENT * size
        x0, x1 = min(char["x0"] for char in part) - left, max(char["x1"] for char in part) - left
        yield Word(word, x0, y0, x1, y1, size, is_bold(first["fontname"]))


def _rulings(item: _Item, left: float, top: float) -> list[Ruling]:
    box = item["x0"] - left, item["top"] - top, item["x1"] - left, item["bottom"] - top
    thin = as_ruling(*box)
    if thin or not item.get("stroke"):
        return [thin] if thin else []
    if any(step[0] not in "mlh" for step in item.get("path", ())):
        return []
    points = [(x - left, y - top) for x, y in item["pts"]]
    sides = zip(points, [*points[1:], points[0]], strict=True)
    return [ruling for one, two in sides if (ruling := straight(one, two))]
