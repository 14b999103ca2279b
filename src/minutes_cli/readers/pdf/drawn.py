"""A page of a PDF to a picture."""

from __future__ import annotations

import ctypes

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]  # it ships no types

from minutes_cli.readers.ocr.picture import POINTS_PER_INCH, Picture
from minutes_cli.readers.pdf.geometry import View

_WHITE = 0xFFFFFFFF


def draw(page: pdfium.FPDF_PAGE, seen: View, dots_per_inch: float, most_dots: int) -> Picture | None:
    """What is seen of a page, in grey; with fewer dots an inch where there would be too many. None without a size."""
    if seen.width <= 0 or seen.height <= 0:
        return None
    scale = min(dots_per_inch / POINTS_PER_INCH, (most_dots / (seen.width * seen.height)) ** 0.5)
    width, height = max(round(seen.width * scale), 1), max(round(seen.height * scale), 1)
    bitmap = pdfium.FPDFBitmap_CreateEx(width, height, pdfium.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return None
    try:
        pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, _WHITE)
        pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, pdfium.FPDF_ANNOT)
        stride = pdfium.FPDFBitmap_GetStride(bitmap)
        dots = ctypes.string_at(pdfium.FPDFBitmap_GetBuffer(bitmap), stride * height)
    finally:
        pdfium.FPDFBitmap_Destroy(bitmap)
    if stride != width:
        dots = b"".join([dots[row * stride : row * stride + width] for row in range(height)])
    return Picture(width, height, dots, scale * POINTS_PER_INCH)
