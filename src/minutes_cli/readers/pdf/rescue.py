"""A second opinion on pages whose fonts do not say which characters they show.

pdfium takes such characters for their codes; pdfminer looks the glyphs up in the embedded font.
"""

from __future__ import annotations

from minutes_cli.errors import MinutesError
from minutes_cli.readers.options import Limits
from minutes_cli.readers.pdf.page import Page, Source
from minutes_cli.readers.pdf.quality import is_guesswork, is_rubbish, text_of

# the second engine is slow: a file with more such pages than this is refused by its text soon enough
_MOST_PAGES = 40


class Rescue:
    """Reads single pages of a file again, opened by the second engine when the first page needs it."""

    def __init__(self, data: bytes, name: str, password: str | None, limits: Limits) -> None:
        self._data, self._name, self._password, self._limits = data, name, password, limits
        self._source: Source | None = None
        self._pages = 0

    def better(self, page: Page) -> Page:
        """The page as the other engine reads it, if this one guessed and the other's text is language."""
        if not (is_guesswork(page) or is_rubbish(text_of(page))) or self._pages >= _MOST_PAGES:
            return page
        self._pages += 1
        try:
            other = self._open().page(page.number)
        except MinutesError:
            return page
        return other if other.words and not is_rubbish(text_of(other)) else page

    def close(self) -> None:
        if self._source:
            self._source.close()

    def _open(self) -> Source:
        if self._source is None:
            from minutes_cli.readers.pdf.plumber import PlumberFile

            self._source = PlumberFile(self._data, self._name, self._password, self._limits)
        return self._source
