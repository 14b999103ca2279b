"""A page's words straight from pdfium: runs of non-blanks in its text, with boxes from the characters at their ends."""

from __future__ import annotations

import ctypes
import math

import pypdfium2.raw as pdfium

from minutes_cli.errors import LimitError
from minutes_cli.model.document import Word
from minutes_cli.readers.pdf.geometry import View
from minutes_cli.readers.pdf.glyphs import WORD, clean
from minutes_cli.readers.pdf.page import ASCENT, DESCENT

# pdfium's weight of a font: 400 is regular, 700 bold; "Medium" and "Book" fonts stay below this
BOLD_WEIGHT = 600
_BOLD_NAMES = ("bold", "black", "heavy", "demi")
# a word wider than this many type sizes a character is several pieces that the file wrote without blanks
_WIDEST_CHARACTER = 1.6
# a step between two characters of more than this share of the size cuts such a run
_STEP = 0.6


class TextPage:
    """The text of one pdfium page."""

    def __init__(self, handle: pdfium.FPDF_TEXTPAGE, view: View, fonts: dict[bytes, bool]) -> None:
        """fonts   cache of which fonts are bold, shared by the pages of a file."""
        self._handle = handle
        self._view = view
        self._fonts = fonts
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._name = ctypes.create_string_buffer(160)
        self._flags = ctypes.c_int()

    def words(self, most: int, name: str) -> tuple[list[Word], list[Word]]:
        """The upright words and the others, in the order of the file; more than `most` characters are refused."""
        text, exact = self._text(most, name)
        upright: list[Word] = []
        turned: list[Word] = []
        for match in WORD.finditer(text):
            first, last = match.start(), match.end() - 1
            if not exact:
                first = pdfium.FPDFText_GetCharIndexFromTextIndex(self._handle, first)
                last = pdfium.FPDFText_GetCharIndexFromTextIndex(self._handle, last)
                if first < 0 or last < first:
                    continue
            self._add(match.group(), first, last, upright, turned)
        return upright, turned

    def _text(self, most: int, name: str) -> tuple[str, bool]:
        """The page's text as UTF-16 units, and whether its offsets are pdfium's character numbers."""
        count = pdfium.FPDFText_CountChars(self._handle)
        if count <= 0:
            return "", True
        if count > most:
            raise LimitError(name, f"a page of {count} characters, more than {most}", "raise the limit if you trust it")
        units = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._handle, 0, count, units) - 1  # it counts the closing zero
        if written <= 0:
            return "", True
        text = bytes(units)[: 2 * written].decode("utf-16-le", "surrogatepass")
        if len(text) != written:  # characters beyond the first plane: keep one character a unit
            text = "".join(map(chr, units[:written]))
        return text, written == count

    def _add(self, raw: str, first: int, last: int, upright: list[Word], turned: list[Word]) -> None:
        handle, rect, matrix = self._handle, self._rect, self._matrix
        if not pdfium.FPDFText_GetLooseCharBox(handle, first, rect):
            return
        left, bottom, right, top = rect.left, rect.bottom, rect.right, rect.top
        if last != first and pdfium.FPDFText_GetLooseCharBox(handle, last, rect):
            left, right = min(left, rect.left), max(right, rect.right)
            bottom, top = min(bottom, rect.bottom), max(top, rect.top)
        text = clean(raw if raw.isascii() else _paired(raw))
        if not text:
            return
        pdfium.FPDFText_GetMatrix(handle, first, matrix)
        size = pdfium.FPDFText_GetFontSize(handle, first) * math.hypot(matrix.c, matrix.d)
        x0, y0, x1, y1 = self._view.box(left, bottom, right, top)
        if not self._view.upright(matrix.a, matrix.b):
            turned.append(Word(text, x0, y0, x1, y1, round(size, 2), self._bold(first)))
            return
        if last > first and x1 - x0 > _WIDEST_CHARACTER * size * (last - first + 1):
            cut = self._cut(first, last, size)
            if cut:
                self._add(raw[: cut - first], first, cut - 1, upright, turned)
                self._add(raw[cut - first :], cut, last, upright, turned)
                return
        if matrix.b == 0:
            base = self._view.point(matrix.e, matrix.f)[1]
            y0, y1 = base - ASCENT * size, base + DESCENT * size
        upright.append(Word(text, x0, y0, x1, y1, round(size, 2), self._bold(first)))

    def _cut(self, first: int, last: int, size: float) -> int:
        """The character at which a run that is too wide for its letters jumps, 0 without one."""
        rect = self._rect
        edge: float | None = None
        for index in range(first, last + 1):
            if not pdfium.FPDFText_GetLooseCharBox(self._handle, index, rect):
                continue
            x0, _, x1, _ = self._view.box(rect.left, rect.bottom, rect.right, rect.top)
            if edge is not None and abs(x0 - edge) > _STEP * size:
                return index
            edge = x1
        return 0

    def _bold(self, index: int) -> bool:
        length = pdfium.FPDFText_GetFontInfo(self._handle, index, self._name, len(self._name), self._flags)
        font = self._name.value if 0 < length <= len(self._name) else b""
        known = self._fonts.get(font)
        if known is None:
            known = pdfium.FPDFText_GetFontWeight(self._handle, index) >= BOLD_WEIGHT or is_bold(font.decode("latin-1"))
            self._fonts[font] = known
        return known


def is_bold(font: str) -> bool:
    """Whether a font's name says that it is bold."""
    name = font.lower()
    return any(word in name for word in _BOLD_NAMES)


def _paired(units: str) -> str:
    return units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
