"""PDF: words and drawn lines from the engine, all else by geometry.

An engine (`pdfium`, or `plumber` on request) yields each page's words and straight lines. Lines of text, tables,
columns, paragraphs and running headers are found here, the same way for both.
"""

from __future__ import annotations

from minutes_cli.errors import over
from minutes_cli.model.document import Document
from minutes_cli.readers.options import Options
from minutes_cli.readers.pdf.floods import refuse_floods
from minutes_cli.readers.pdf.flow import flow
from minutes_cli.readers.pdf.layout import lay_out
from minutes_cli.readers.pdf.lean import as_seen
from minutes_cli.readers.pdf.page import Source
from minutes_cli.readers.pdf.quality import Quality
from minutes_cli.readers.pdf.rescue import Rescue
from minutes_cli.readers.pdf.scans import Scans, Sheets

MEDIA_TYPE = "application/pdf"


def read(data: bytes, name: str, options: Options) -> Document:
    """The document in a PDF file.

    Raises LockedInputError, CorruptInputError, LimitError, UsageError for a language without its data for OCR, or
    NoTextError if no page has text that can be read.
    """
    refuse_floods(data, name, options.limits)
    source = _open(data, name, options)
    rescue = Rescue(data, name, options.password, options.limits)
    scans, sheets = Scans(name, options), Sheets(data, name, options)
    try:
        most = options.limits.pdf_pages
        if source.count > most:
            raise over(name, f"{source.count} pages, more than {most}", "pdf-pages")
        quality = Quality(scans)
        pages = []
        printed = (rescue.better(source.page(number)) for number in range(1, source.count + 1))
        for page in scans.better(printed, sheets.picture):
            quality.judge(page)
            pages.append(lay_out(page))
    finally:
        source.close()
        rescue.close()
        scans.close()
        sheets.close()
    quality.refuse_if_nothing_is_left(name)
    blocks = as_seen(flow(pages), pages)
    sizes = tuple((page.width, page.height) for page in pages)
    return Document(blocks, MEDIA_TYPE, source.count, source.metadata, quality.problems(), sizes)


def _open(data: bytes, name: str, options: Options) -> Source:
    if options.pdf_engine == "pdfplumber":
        from minutes_cli.readers.pdf.plumber import PlumberFile

        return PlumberFile(data, name, options.password, options.limits)
    from minutes_cli.readers.pdf.pdfium import PdfiumFile

    return PdfiumFile(data, name, options.password, options.limits)
