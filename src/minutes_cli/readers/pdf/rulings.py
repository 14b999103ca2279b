"""The straight lines drawn on a page, and how much of it pictures cover, from pdfium's page objects."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]  # it ships no types

from minutes_cli.errors import over
from minutes_cli.readers.pdf.geometry import View
from minutes_cli.readers.pdf.page import Ruling, as_ruling, straight

# form objects may hold form objects; real files nest three or four deep
_DEEPEST = 12
# objects that are looked at before a page counts as an attack: maps and charts stay well below
_MOST_OBJECTS = 500_000

# a rectangle has at least this many segments, its start among them
_RECTANGLE = 4

_Matrix = tuple[float, float, float, float, float, float]
_IDENTITY: _Matrix = (1, 0, 0, 1, 0, 0)


class Drawing:
    """Collects what is drawn on one pdfium page."""

    def __init__(self, view: View, most: int, name: str) -> None:
        self.rulings: list[Ruling] = []
        self.pictures = 0.0
        self.largest = 0
        self._view, self._most, self._name = view, most, name
        self._left, self._bottom, self._right, self._top = (ctypes.c_float() for _ in range(4))
        self._fill, self._stroke = ctypes.c_int(), ctypes.c_int()
        self._x, self._y = ctypes.c_float(), ctypes.c_float()
        self._wide, self._high = ctypes.c_uint(), ctypes.c_uint()
        self._matrix = pdfium.FS_MATRIX()
        self._seen = 0

    def add_page(self, page: pdfium.FPDF_PAGE) -> None:
        for index in range(pdfium.FPDFPage_CountObjects(page)):
            item = pdfium.FPDFPage_GetObject(page, index)
            if item:
                self._add(item, _IDENTITY, 0)
        self._check()

    def _add(self, item: pdfium.FPDF_PAGEOBJECT, outer: _Matrix, depth: int) -> None:
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_PATH:
            self._check()
            self._add_path(item, outer)
        elif kind == pdfium.FPDF_PAGEOBJ_FORM:
            self._check()
            if depth < _DEEPEST and pdfium.FPDFPageObj_GetMatrix(item, self._matrix):
                inner = _times(_numbers(self._matrix), outer)
                for index in range(pdfium.FPDFFormObj_CountObjects(item)):
                    part = pdfium.FPDFFormObj_GetObject(item, index)
                    if part:
                        self._add(part, inner, depth + 1)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            if pdfium.FPDFImageObj_GetImagePixelSize(item, self._wide, self._high):
                self.largest = max(self.largest, self._wide.value * self._high.value)
            box = self._bounds(item, outer)
            if box:
                width = min(box[2], self._view.width) - max(box[0], 0)
                height = min(box[3], self._view.height) - max(box[1], 0)
                if width > 0 and height > 0:
                    self.pictures += width * height / (self._view.width * self._view.height)

    def _check(self) -> None:
        self._seen += 1
        if self._seen > _MOST_OBJECTS or len(self.rulings) > self._most:
            raise over(self._name, f"a page of more than {self._most} lines", "page-rulings", "print it anew as PDF")

    def _add_path(self, item: pdfium.FPDF_PAGEOBJECT, outer: _Matrix) -> None:
        if not pdfium.FPDFPath_GetDrawMode(item, self._fill, self._stroke):
            return
        if not (self._fill.value or self._stroke.value):
            return  # clipping only: nothing is painted
        box = self._bounds(item, outer)
        if box is None:
            return
        thin = as_ruling(*box)
        if thin:
            self.rulings.append(thin)
        elif pdfium.FPDFPageObj_GetMatrix(item, self._matrix):
            matrix = _times(_numbers(self._matrix), outer)
            if self._stroke.value:
                self.rulings.extend(self._strokes(item, matrix))
            else:
                self.rulings.extend(self._bars(item, matrix))

    def _bounds(self, item: pdfium.FPDF_PAGEOBJECT, outer: _Matrix) -> tuple[float, float, float, float] | None:
        if not pdfium.FPDFPageObj_GetBounds(item, self._left, self._bottom, self._right, self._top):
            return None
        x0, y0, x1, y1 = self._left.value, self._bottom.value, self._right.value, self._top.value
        if outer is not _IDENTITY:
            corners = [_apply(outer, x, y) for x, y in ((x0, y0), (x0, y1), (x1, y0), (x1, y1))]
            x0, x1 = min(c[0] for c in corners), max(c[0] for c in corners)
            y0, y1 = min(c[1] for c in corners), max(c[1] for c in corners)
        return self._view.box(x0, y0, x1, y1)

    def _points(self, item: pdfium.FPDF_PAGEOBJECT, matrix: _Matrix) -> Iterator[tuple[int, bool, float, float]]:
        """Each segment of a path: its kind, whether it closes the figure, and its end on the visible page."""
        for index in range(min(pdfium.FPDFPath_CountSegments(item), self._most)):
            segment = pdfium.FPDFPath_GetPathSegment(item, index)
            if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, self._x, self._y):
                continue
            x, y = self._view.point(*_apply(matrix, self._x.value, self._y.value))
            yield pdfium.FPDFPathSegment_GetType(segment), bool(pdfium.FPDFPathSegment_GetClose(segment)), x, y

    def _strokes(self, item: pdfium.FPDF_PAGEOBJECT, matrix: _Matrix) -> list[Ruling]:
        """The straight sides of a stroked figure; none if it has curves: round boxes and drawings are no tables."""
        found: list[Ruling | None] = []
        start = here = (0.0, 0.0)
        for kind, closes, x, y in self._points(item, matrix):
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                start = (x, y)
            elif kind == pdfium.FPDF_SEGMENT_LINETO:
                found.append(straight(here, (x, y)))
            else:
                return []
            here = (x, y)
            if closes:
                found.append(straight(here, start))
        return [ruling for ruling in found if ruling]

    def _bars(self, item: pdfium.FPDF_PAGEOBJECT, matrix: _Matrix) -> list[Ruling]:
        """The thin ones among several filled rectangles in one path."""
        if pdfium.FPDFPath_CountSegments(item) < 2 * _RECTANGLE:
            return []
        figures: list[list[tuple[float, float]]] = []
        for kind, _, x, y in self._points(item, matrix):
            if kind == pdfium.FPDF_SEGMENT_BEZIERTO:
                return []
            if kind == pdfium.FPDF_SEGMENT_MOVETO:
                figures.append([])
            if figures:
                figures[-1].append((x, y))
        boxes = [
            as_ruling(min(p[0] for p in f), min(p[1] for p in f), max(p[0] for p in f), max(p[1] for p in f))
            for f in figures
        ]
        return [ruling for ruling in boxes if ruling]


def _numbers(matrix: pdfium.FS_MATRIX) -> _Matrix:
    return matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f


def _apply(matrix: _Matrix, x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _times(inner: _Matrix, outer: _Matrix) -> _Matrix:
    """The matrix that applies `inner` first and `outer` after it."""
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m
