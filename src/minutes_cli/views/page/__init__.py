"""A document as the parser saw it, as one page for the browser: no scripts, nothing from the network."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

from minutes_cli.model.tracing import Explanation
from minutes_cli.views.header import source_in_words
from minutes_cli.views.page.legend import legend
from minutes_cli.views.page.listing import listing
from minutes_cli.views.page.looks import looks
from minutes_cli.views.page.marks import Marks
from minutes_cli.views.page.sheets import sheets
from minutes_cli.views.page.tags import element, escaped
from minutes_cli.views.page.values import values

# Nothing is loaded and nothing runs; only the styles inside the page count.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def page(found: Explanation) -> str:
    """The whole HTML document."""
    return "".join(_pieces(found))


def _pieces(found: Explanation) -> Iterator[str]:
    minutes, marks = found.minutes, Marks(found)
    title = escaped(minutes.meeting.title or minutes.meeting.body or minutes.source.file)
    style = (files(__package__) / "style.css").read_text(encoding="utf-8")
    yield '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{title} – explained</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    yield '<a class="skip" href="#values">Skip to the values</a>\n'
    yield element("header", element("h1", title), element("p", escaped(source_in_words(minutes.source).plain)))
    yield legend(found)
    yield '<div class="columns">\n<main aria-label="The document">\n'
    yield from sheets(found, marks) if found.document.pages else listing(found, marks)
    yield '</main>\n<aside id="values" aria-label="What was read">\n'
    yield looks(found, marks)
    yield from values(found, marks)
    yield "</aside>\n</div>\n</body>\n</html>\n"
