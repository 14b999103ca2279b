"""Pages that are pictures of text, read by OCR."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from minutes_cli.errors import LimitError, over
from minutes_cli.model.document import Problem
from minutes_cli.readers import waiting
from minutes_cli.readers.options import Options
from minutes_cli.readers.pdf.page import Page
from minutes_cli.readers.pdf.quality import has_usable_text

if TYPE_CHECKING:
    from concurrent.futures import Future, ThreadPoolExecutor

    from minutes_cli.readers.ocr.picture import Picture
    from minutes_cli.readers.ocr.tesseract import Tesseract
    from minutes_cli.readers.pdf.pdfium import PdfiumFile

# letters are 40 dots high and more at this resolution: what tesseract is made for
DOTS_PER_INCH = 300
# a larger sheet is drawn with fewer dots an inch: this is enough for A2
_MOST_DOTS = 36_000_000
# pages read at once: one a core, and no more than this, for each takes some 200 MiB
_MOST_AT_ONCE = 4


class Sheets:
    """Draws pages of a file, opened anew when the first one is wanted."""

    def __init__(self, data: bytes, name: str, options: Options) -> None:
        self._data, self._name, self._options = data, name, options
        self._file: PdfiumFile | None = None

    def picture(self, number: int) -> Picture | None:
        """What is seen of a page; None where there is nothing to see."""
        if self._file is None:
            from minutes_cli.readers.pdf.pdfium import PdfiumFile

            self._file = PdfiumFile(self._data, self._name, self._options.password, self._options.limits)
        return self._file.picture(number, DOTS_PER_INCH, _MOST_DOTS)

    def close(self) -> None:
        if self._file:
            self._file.close()


def too_many(name: str, most: int) -> LimitError:
    hint = "split the file, or give it a text layer first"
    return over(name, f"more than {most} scanned pages", "ocr-pages", hint)


class Scans:
    """Reads pages from their pictures where that is wanted; the program is looked for when the first one comes."""

    def __init__(self, name: str, options: Options) -> None:
        self._name, self._options = name, options
        self._tesseract: Tesseract | None = None
        self._read: list[int] = []
        self._at_once = min(os.cpu_count() or 1, _MOST_AT_ONCE)
        self._threads: ThreadPoolExecutor | None = None
        self.is_missing = False

    @property
    def is_wanted(self) -> bool:
        return self._options.ocr != "never"

    def better(self, pages: Iterator[Page], picture: Callable[[int], Picture | None]) -> Iterator[Page]:
        """The pages in order, each as its picture reads if it has no text of its own or all are to be read so.

        Several pictures are read at once; only as many pages wait for their turn.
        """
        waiting: deque[Page | Future[Page]] = deque()
        for page in pages:
            waiting.append(self._begin(page, picture))
            while waiting and (isinstance(waiting[0], Page) or len(waiting) > self._at_once):
                yield _end(waiting.popleft())
        yield from map(_end, waiting)

    def close(self) -> None:
        """Give up what is still being read."""
        if self._tesseract:
            self._tesseract.stop()
        if self._threads:
            self._threads.shutdown(cancel_futures=True)

    def _begin(self, page: Page, picture: Callable[[int], Picture | None]) -> Page | Future[Page]:
        """The page, or, where its picture is to be read, what will be it."""
        if not self.is_wanted or page.damaged or self.is_missing:
            return page
        if self._options.ocr == "auto" and has_usable_text(page):
            return page
        if self._options.ocr == "auto" and not self._is_installed():
            self.is_missing = True
            return page
        most = self._options.limits.image_dots
        if page.largest > most:
            reason = f"page {page.number} has an image of more than {most // 1_000_000} megapixels"
            raise over(self._name, reason, "image-dots", "save it with fewer dots an inch, or run with --ocr never")
        seen = picture(page.number)
        if seen is None or not seen.has_ink:
            return page
        from concurrent.futures import ThreadPoolExecutor

        from minutes_cli.readers.ocr.page import read_page

        tesseract = self._admit(page.number)
        self._threads = self._threads or ThreadPoolExecutor(self._at_once)
        return self._threads.submit(read_page, seen, page.number, tesseract)

    def read(self, picture: Picture, number: int) -> Page:
        """The page in a picture; raises NoTextError without a program that can, and LimitError after too many."""
        from minutes_cli.readers.ocr.page import read_page

        tesseract = self._admit(number)
        if not picture.has_ink:
            scale = picture.points_per_dot
            return Page(number, picture.width * scale, picture.height * scale, pictures=1.0)
        return read_page(picture, number, tesseract)

    def _admit(self, number: int) -> Tesseract:
        """The program for one more page."""
        from minutes_cli.readers.ocr.tesseract import Tesseract

        limits = self._options.limits
        if len(self._read) >= limits.ocr_pages:
            raise too_many(self._name, limits.ocr_pages)
        if self._tesseract is None:
            self._tesseract = Tesseract(self._options.ocr_language, self._name, limits.ocr_seconds)
        self._read.append(number)
        waiting.takes(limits.ocr_seconds)
        return self._tesseract

    def problems(self) -> tuple[Problem, ...]:
        """A note of the pages that were read from their pictures."""
        if not self._read or self._tesseract is None:
            return ()
        pages = f"page {self._read[0]}" if len(self._read) == 1 else f"pages {_ranges(self._read)}"
        message = f"{pages} read by OCR (tesseract {self._tesseract.version}): letters and figures may be wrong"
        return (Problem("ocr", message, "info", self._read[0]),)

    def _is_installed(self) -> bool:
        from minutes_cli.readers.ocr.tesseract import is_installed

        return self._tesseract is not None or is_installed()


def _end(page: Page | Future[Page]) -> Page:
    return page if isinstance(page, Page) else page.result()


def _ranges(numbers: list[int]) -> str:
    """Ascending numbers as people write them: "1-3, 7"."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
