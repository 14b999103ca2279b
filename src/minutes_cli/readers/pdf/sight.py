"""Text that a page holds and nobody sees: white on white, of no size, transparent, or not drawn at all."""

from __future__ import annotations

import ctypes

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]  # it ships no types

# letters of one point are a dot
TINY = 1.0
# a shade of which each part is as high as this (of 255) is white to the eye
_WHITE = 250
# how letters are drawn: not at all, and as the edge of a clipping only; in these no colour fills them
_UNDRAWN = (pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP)
_OUTLINED = (
    pdfium.FPDF_TEXTRENDERMODE_STROKE,
    pdfium.FPDF_TEXTRENDERMODE_STROKE_CLIP,
    pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE,
    pdfium.FPDF_TEXTRENDERMODE_FILL_STROKE_CLIP,
)
# more pieces of white text, and more grounds for it, than this on a page are not looked at one by one
_MOST = 2_000
_Box = tuple[float, float, float, float]


class Sight:
    """Looks at pieces of text on one page, each the text of one object."""

    def __init__(self, text: pdfium.FPDF_TEXTPAGE) -> None:
        self._text = text
        self._parts = tuple(ctypes.c_uint() for _ in range(4))
        self._sure = 0
        self._white: list[_Box] = []

    def look(self, index: int, size: float) -> None:
        """Look at the text that begins at a character, `size` points high."""
        red, green, blue, opaque = self._parts
        if size <= TINY:
            self._sure += 1
            return
        if not pdfium.FPDFText_GetFillColor(self._text, index, red, green, blue, opaque):
            return
        is_white = min(red.value, green.value, blue.value) >= _WHITE
        item = pdfium.FPDFText_GetTextObject(self._text, index)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item)
        if mode in _UNDRAWN:
            self._sure += 1
        elif mode not in _OUTLINED:
            if not opaque.value:
                self._sure += 1
            elif is_white and len(self._white) < _MOST and (box := _bounds(item)):
                self._white.append(box)

    def unseen(self, page: pdfium.FPDF_PAGE) -> int:
        """How many pieces nobody sees; white ones are seen on what is painted before them."""
        if not self._white:
            return self._sure
        grounds = _painted(page)
        return self._sure + sum(not any(_holds(ground, box) for ground in grounds) for box in self._white)


def _painted(page: pdfium.FPDF_PAGE) -> list[_Box]:
    """Where a page is painted in another colour than white: filled figures, pictures, shadings, forms."""
    found: list[_Box] = []
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    red, green, blue, opaque = (ctypes.c_uint() for _ in range(4))
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        item = pdfium.FPDFPage_GetObject(page, at)
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            continue
        if len(found) >= _MOST:
            break
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            if not pdfium.FPDFPath_GetDrawMode(item, fill, stroke) or not fill.value:
                continue
            if pdfium.FPDFPageObj_GetFillColor(item, red, green, blue, opaque) and (
                min(red.value, green.value, blue.value) >= _WHITE or not opaque.value
            ):
                continue
        box = _bounds(item)
        if box:
            found.append(box)
    return found


def _bounds(item: pdfium.FPDF_PAGEOBJECT) -> _Box | None:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    if not item or not pdfium.FPDFPageObj_GetBounds(item, left, bottom, right, top):
        return None
    return left.value, bottom.value, right.value, top.value


def _holds(ground: _Box, box: _Box) -> bool:
    """Whether the middle of a box lies on the ground."""
    across, up = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return ground[0] <= across <= ground[2] and ground[1] <= up <= ground[3]
