"""A page's words straight from pdfium: runs of non-blanks in its text, with boxes from the characters at their ends."""

from __future__ import annotations

import ctypes
import math
import re
from typing import NamedTuple

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]  # it ships no types

from minutes_cli.errors import over
from minutes_cli.model.document import Word
from minutes_cli.readers.pdf.geometry import View
from minutes_cli.readers.pdf.glyphs import WORD, clean, is_bold
from minutes_cli.readers.pdf.page import ASCENT, DESCENT
from minutes_cli.readers.pdf.sight import Sight

# Calls made for every word, without what ctypes checks of arguments whose types are declared: half of their time.
# They take pointers made beforehand.
_unchecked = ctypes.CFUNCTYPE(ctypes.c_int)
_box_of = _unchecked(ctypes.cast(pdfium.FPDFText_GetLooseCharBox, ctypes.c_void_p).value or 0)
_matrix_of = _unchecked(ctypes.cast(pdfium.FPDFText_GetMatrix, ctypes.c_void_p).value or 0)

# the flag of a font descriptor that asks for bold type
_FORCE_BOLD = 1 << 18
# a word wider than this many type sizes a character is several pieces that the file wrote without blanks
_WIDEST_CHARACTER = 1.6
# a step between two characters of more than this part of the size cuts such a run
_STEP = 0.6
# controls that turn the letters after them round
_TURNING = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


class _Style(NamedTuple):
    """What the words of one text object share; top and bottom are None where they do not run level."""

    size: float
    bold: bool
    upright: bool
    guessed: bool
    top: float | None
    bottom: float | None


class TextPage:
    """The text of one pdfium page."""

    def __init__(self, handle: pdfium.FPDF_TEXTPAGE, view: View, fonts: dict[bytes, bool]) -> None:
        """Read by `handle`; `fonts` remembers which fonts are bold, for all pages of a file."""
        self.guessed = 0
        self.is_turned = False
        self.sight = Sight(handle)
        self._handle = handle
        self._view = view
        self._fonts = fonts
        self._rect = pdfium.FS_RECTF()
        self._name = ctypes.create_string_buffer(160)
        self._flags = ctypes.c_int()

    def words(self, most: int, name: str) -> tuple[list[Word], list[Word]]:
        """The upright words and the others, in the order of the file; more than `most` characters are refused."""
        rect, matrix = self._rect, pdfium.FS_MATRIX()
        handle, box, own_axes = ctypes.cast(self._handle, ctypes.c_void_p), ctypes.byref(rect), ctypes.byref(matrix)
        text, exact = self._text(most, name)
        self.is_turned = _TURNING.search(text) is not None
        plain, left = self._view.plain, -self._view.e
        origin: tuple[float, float] | None = None
        style = _Style(0.0, False, True, False, None, None)
        upright: list[Word] = []
        turned: list[Word] = []
        for match in WORD.finditer(text):
            raw, first, last = match.group(), match.start(), match.end() - 1
            if not exact:
                first, last = self._character(first), self._character(last)
            # a matrix tells where its text object begins: where that is the same, so are font and baseline
            if not 0 <= first <= last or not _matrix_of(handle, first, own_axes):
                continue
            if (matrix.e, matrix.f) != origin:
                origin = matrix.e, matrix.f
                style = self._style(first, matrix)
                self.sight.look(first, style.size)
            size, bold, is_upright, guessed, top, bottom = style
            if guessed:
                self.guessed += last - first + 1
            if is_upright and plain and top is not None and bottom is not None and _box_of(handle, first, box):
                x0, x1 = rect.left - left, rect.right - left
                if last != first and _box_of(handle, last, box):
                    x1 = rect.right - left
                if 0 <= x1 - x0 <= _WIDEST_CHARACTER * size * (last - first + 1):
                    if not (raw.isascii() and raw.isprintable()):
                        raw = clean(raw)
                    if raw:
                        upright.append(Word(raw, x0, top, x1, bottom, size, bold))
                    continue
            self._add(raw, first, last, style, upright if is_upright else turned)
        return upright, turned

    def _text(self, most: int, name: str) -> tuple[str, bool]:
        """The page's text as UTF-16 units, and whether its offsets are pdfium's character numbers."""
        count = pdfium.FPDFText_CountChars(self._handle)
        if count <= 0:
            return "", True
        if count > most:
            raise over(
                name, f"a page of {count} characters, more than {most}", "page-characters", "print it anew as PDF"
            )
        units = (ctypes.c_ushort * (count + 1))()
        written = pdfium.FPDFText_GetText(self._handle, 0, count, units) - 1  # it counts the closing zero
        if written <= 0:
            return "", True
        text = bytes(units)[: 2 * written].decode("utf-16-le", "surrogatepass")
        if len(text) != written:  # characters beyond the first plane: keep one character a unit
            text = "".join(map(chr, units[:written]))
        return text, written == count

    def _character(self, offset: int) -> int:
        """The number of the character at an offset of the text, negative without one."""
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._handle, offset))

    def _style(self, index: int, matrix: pdfium.FS_MATRIX) -> _Style:
        size = pdfium.FPDFText_GetFontSize(self._handle, index) * math.hypot(matrix.c, matrix.d)
        upright = self._view.upright(matrix.a, matrix.b)
        top = bottom = None
        if upright and self._view.level(matrix.a, matrix.b):
            base = self._view.point(matrix.e, matrix.f)[1]
            top, bottom = base - ASCENT * size, base + DESCENT * size
        guessed = pdfium.FPDFText_HasUnicodeMapError(self._handle, index) > 0
        return _Style(round(size, 2), self._bold(index), upright, guessed, top, bottom)

    def _bold(self, index: int) -> bool:
        length = pdfium.FPDFText_GetFontInfo(self._handle, index, self._name, len(self._name), self._flags)
        font = self._name.value if 0 < length <= len(self._name) else b""
        known = self._fonts.get(font)
        if known is None:
            # pdfium's weight is no help: it is guessed from the width of stems, which files state wrongly
            known = bool(self._flags.value & _FORCE_BOLD) or is_bold(font.decode("latin-1"))
            self._fonts[font] = known
        return known

    def _add(self, raw: str, first: int, last: int, style: _Style, words: list[Word]) -> None:
        """Add a word by the boxes of all its characters, cut where they jump."""
        boxes = [self._box(index) for index in range(first, last + 1)]
        start = 0
        for index in range(1, len(boxes) + 1):
            here, before = boxes[index] if index < len(boxes) else None, boxes[index - 1]
            jumps = style.upright and here and before and abs(here[0] - before[2]) > _STEP * style.size
            if index < len(boxes) and not (jumps and len(raw) == len(boxes)):
                continue
            part = [box for box in boxes[start:index] if box]
            text = clean(raw[start:index] if len(raw) == len(boxes) else raw)
            start = index
            if part and text:
                top = min(box[1] for box in part) if style.top is None else style.top
                bottom = max(box[3] for box in part) if style.bottom is None else style.bottom
                x0, x1 = min(box[0] for box in part), max(box[2] for box in part)
                words.append(Word(text, x0, top, x1, bottom, style.size, style.bold))

    def _box(self, index: int) -> tuple[float, float, float, float] | None:
        rect = self._rect
        if not pdfium.FPDFText_GetLooseCharBox(self._handle, index, rect):
            return None
        return self._view.box(rect.left, rect.bottom, rect.right, rect.top)
