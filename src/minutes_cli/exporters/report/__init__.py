"""One page on many meetings, as HTML: no scripts, nothing from the network, fit to print."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from minutes_cli.exporters.report import charts, words
from minutes_cli.text.days import long_date, short_date
from minutes_cli.text.layout import vote_words

if TYPE_CHECKING:
    from minutes_cli.model.board import Board


def write(board: Board, stream: BinaryIO) -> None:
    """Write the page, the same bytes for the same board."""
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("minutes_cli.exporters.report", "."),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=words.written,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(short=short_date, long=long_date)
    environment.globals.update(charts=charts, vote_words=vote_words, words=words)
    page = environment.get_template("page.html").render(board=board)
    stream.write((page.rstrip() + "\n").encode())
