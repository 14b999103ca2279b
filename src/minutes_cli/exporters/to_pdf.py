"""Clean minutes as a PDF with bookmarks and tags, printed from the page that `to_html` makes, without the source."""

from __future__ import annotations

from typing import Any, BinaryIO, NoReturn

from minutes_cli.errors import UsageError
from minutes_cli.exporters.to_html import page
from minutes_cli.model.minutes import Minutes


def write(minutes: Minutes, stream: BinaryIO) -> None:
    """Write one set of minutes; UsageError where the library that prints it is not there."""
    weasyprint = require()
    document = weasyprint.HTML(string=page(minutes, beside=False), url_fetcher=_nothing)
    stream.write(document.write_pdf(pdf_tags=True))


def require() -> Any:
    """The library that prints the page."""
    try:
        import weasyprint
    except (ImportError, OSError) as error:  # OSError: Pango, which sets the text, is a library of the system
        fix = 'pip install "minutes-data[pdf]"; apt install libpango-1.0-0 libpangoft2-1.0-0'
        raise UsageError("pdf", "needs WeasyPrint with Pango", fix) from error
    return weasyprint


def _nothing(url: str, *_: object, **__: object) -> NoReturn:
    """The page needs nothing from elsewhere, and what stands in minutes fetches nothing."""
    raise ValueError(f"{url} is not fetched")
