"""The engine: pdfium's raw interface, one page at a time."""

from __future__ import annotations

import ctypes

import pypdfium2_raw as pdfium  # type: ignore[import-untyped]  # it ships no types

from minutes_cli.errors import CorruptInputError, locked
from minutes_cli.readers.ocr.picture import Picture
from minutes_cli.readers.options import Limits
from minutes_cli.readers.pdf.characters import TextPage
from minutes_cli.readers.pdf.drawn import draw
from minutes_cli.readers.pdf.geometry import View, view
from minutes_cli.readers.pdf.page import Page
from minutes_cli.readers.pdf.rulings import Drawing

_INFO = {"title": b"Title", "author": b"Author"}
_LONGEST_INFO = 4096


class PdfiumFile:
    """A PDF file opened by pdfium."""

    def __init__(self, data: bytes, name: str, password: str | None, limits: Limits) -> None:
        """Raise locked for a missing or wrong password, CorruptInputError for anything else amiss."""
        pdfium.FPDF_InitLibrary()
        self._data = data  # pdfium reads from these bytes until the file is closed
        self._name, self._limits = name, limits
        secret = None if password is None else password.encode()
        self._handle = pdfium.FPDF_LoadMemDocument64(data, len(data), secret)
        if not self._handle:
            if pdfium.FPDF_GetLastError() == pdfium.FPDF_ERR_PASSWORD:
                raise locked(name, password)
            raise CorruptInputError(name, "not a readable PDF", "open it in a PDF viewer and save it again")
        self.count: int = max(pdfium.FPDF_GetPageCount(self._handle), 0)
        self.metadata = {key: value for key, tag in _INFO.items() if (value := self._info(tag))}
        self._fonts: dict[bytes, bool] = {}

    def close(self) -> None:
        if self._handle:
            pdfium.FPDF_CloseDocument(self._handle)
            self._handle = None

    def page(self, number: int) -> Page:
        handle = pdfium.FPDF_LoadPage(self._handle, number - 1)
        if not handle:
            return Page.broken(number)
        try:
            return self._read(handle, number)
        finally:
            pdfium.FPDF_ClosePage(handle)

    def _read(self, handle: pdfium.FPDF_PAGE, number: int) -> Page:
        seen = _view(handle)
        drawing = Drawing(seen, self._limits.page_rulings, self._name)
        drawing.add_page(handle)
        page = Page(number, seen.width, seen.height, rulings=drawing.rulings, pictures=min(drawing.pictures, 1.0))
        page.largest = drawing.largest
        text = pdfium.FPDFText_LoadPage(handle)
        if text:
            try:
                words = TextPage(text, seen, self._fonts)
                upright, turned = words.words(self._limits.page_characters, self._name)
                unseen = words.sight.unseen(handle)
            finally:
                pdfium.FPDFText_ClosePage(text)
            page.add_words(upright, turned)
            page.guessed = words.guessed
            page.is_turned = words.is_turned
            page.unseen = unseen
        return page

    def picture(self, number: int, dots_per_inch: float, most_dots: int) -> Picture | None:
        """A page as it is seen, in grey; None for one that cannot be opened or holds a picture over the limit.

        most_dots   a larger page is drawn with fewer dots an inch
        """
        handle = pdfium.FPDF_LoadPage(self._handle, number - 1)
        if not handle:
            return None
        try:
            return draw(handle, _view(handle), dots_per_inch, most_dots)
        finally:
            pdfium.FPDF_ClosePage(handle)

    def _info(self, tag: bytes) -> str:
        length = pdfium.FPDF_GetMetaText(self._handle, tag, None, 0)
        if not 2 < length <= _LONGEST_INFO:
            return ""
        buffer = ctypes.create_string_buffer(length)
        pdfium.FPDF_GetMetaText(self._handle, tag, buffer, length)
        return " ".join(buffer.raw.decode("utf-16-le", "ignore").replace("\0", "").split())


def _view(handle: pdfium.FPDF_PAGE) -> View:
    box = pdfium.FS_RECTF()
    if not pdfium.FPDF_GetPageBoundingBox(handle, box):
        box.left, box.bottom, box.right, box.top = 0, 0, 612, 792
    return view(box.left, box.bottom, box.right, box.top, pdfium.FPDFPage_GetRotation(handle))
