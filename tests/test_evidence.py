"""Every value points to its place in the source, told by readers that are not ours."""

from __future__ import annotations

import re
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import lxml.html
import pypdfium2
import pytest
from lxml import etree

from minutes_cli import parse
from minutes_cli.errors import NoTextError
from minutes_cli.model.minutes import Evidence, Minutes
from tests.corpus import documents

# A box holds its words whole; glyphs may stick out of it by this much.
_TOLERANCE_PT = 2.0
_SCALARS = {
    "meeting": ("title", "body", "date", "start_time", "end_time", "venue", "chair", "minute_taker"),
    "attendees": ("name", "role", "abbreviation", "status"),
    "items": ("number", "title"),
    "actions": ("text", "due", "due_text", "state", "item", "reference", "update"),
    "decisions": ("text", "outcome", "mover", "seconder", "item"),
    "next_meeting": ("date", "time", "venue", "kind"),
}


def squeezed(text: str) -> str:
    """Letters and digits only: blanks, hyphens at line ends and glyphs for bullets differ between readers."""
    return "".join(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


@pytest.fixture(params=documents(), ids=lambda path: path.name, scope="module")
def read(request: pytest.FixtureRequest) -> tuple[Path, Minutes]:
    path: Path = request.param
    try:
        return path, parse(path)
    except NoTextError:
        pytest.skip("a scan")


def test_every_quote_stands_in_the_source(read: tuple[Path, Minutes]) -> None:
    path, minutes = read
    source = Source(path)
    missing = [e for e in minutes.evidence if e.block != "metadata" and not source.holds(e)]
    assert missing == []


def test_every_box_covers_the_words_of_its_quote(read: tuple[Path, Minutes]) -> None:
    path, minutes = read
    if path.suffix != ".pdf":
        pytest.skip("a format without boxes")
    source = Source(path)
    outside = [e for e in minutes.evidence if e.bbox and not source.box_holds(e)]
    assert outside == []


def test_every_value_has_evidence(read: tuple[Path, Minutes]) -> None:
    _, minutes = read
    data = minutes.model_dump(mode="json", by_alias=True)
    proved = {e.path for e in minutes.evidence}
    assert [path for path in values(data) if path not in proved] == []


def values(data: dict[str, Any]) -> Iterator[str]:
    """The JSON Pointers of all values that must have evidence."""
    for key, fields in _SCALARS.items():
        rows = data[key]
        for number, row in enumerate(rows) if isinstance(rows, list) else [(None, rows)]:
            for field in fields if row else ():
                if row[field] is not None:
                    yield f"/{key}/{field}" if number is None else f"/{key}/{number}/{field}"


class Source:
    """The text of a file as another reader has it."""

    def __init__(self, path: Path) -> None:
        self._pages: list[str] = []
        self._pdf = None
        self._raw = ""
        if path.suffix == ".pdf":
            self._pdf = pypdfium2.PdfDocument(path)
            self._pages = [squeezed(page.get_textpage().get_text_range()) for page in self._pdf]
        elif path.suffix == ".docx":
            with zipfile.ZipFile(path) as archive:
                parts = [n for n in archive.namelist() if re.match(r"word/(document|header|footer|footnotes)", n)]
                # w:t holds what is there, w:delText what a tracked change has taken out
                roots = (etree.fromstring(archive.read(n)) for n in sorted(parts))
                texts = ("".join(t.text or "" for t in root.iter("{*}t")) for root in roots)
                self._pages = [squeezed("".join(texts))]
        elif path.suffix == ".html":
            self._pages = [squeezed(lxml.html.fromstring(path.read_bytes()).text_content())]
            self._raw = squeezed(re.sub(r"</?\w+>", "", path.read_text(encoding="utf-8", errors="replace")))
        else:
            self._pages = [path.read_text(encoding="utf-8", errors="replace")]
        self._plain = path.suffix in (".txt", ".md", ".org")

    def holds(self, evidence: Evidence) -> bool:
        quote = squeezed(evidence.quote)
        if evidence.page is not None:
            # files list their characters in any order; the test of boxes tells whether the words stand together
            page, words = self._pages[evidence.page - 1], re.findall(r"\w+", evidence.quote)
            return quote in page or all(squeezed(word) in page for word in words)
        if self._plain:
            # markup may stand between the words, but they come in this order, from the line that is named
            lines = self._pages[0].splitlines() if evidence.line else []
            rest = squeezed("\n".join(lines[(evidence.line or 1) - 1 :]))
            return quote in rest or in_order(re.findall(r"\w+", evidence.quote), rest)
        if self._raw and in_order(re.findall(r"\w+", evidence.quote), self._raw):
            return True  # a server-side directive holds it
        return quote in self._pages[0] or evidence.path.endswith("/number")  # a rendered list number is in no text

    def box_holds(self, evidence: Evidence) -> bool:
        assert self._pdf is not None and evidence.page is not None and evidence.bbox is not None
        page = self._pdf[evidence.page - 1]
        left, bottom, right, top = page.get_cropbox()
        if page.get_rotation():
            return True  # another frame of reference; the reader's own tests cover turned pages
        x0, y0, x1, y1 = evidence.bbox
        inside = page.get_textpage().get_text_bounded(
            left + x0 - _TOLERANCE_PT, top - y1 - _TOLERANCE_PT, left + x1 + _TOLERANCE_PT, top - y0 + _TOLERANCE_PT
        )
        del bottom, right
        return in_order(re.findall(r"\w+", evidence.quote), squeezed(inside))


def in_order(words: list[str], text: str) -> bool:
    at = 0
    for word in map(squeezed, words):
        found = text.find(word, at)
        if found < 0:
            return False
        at = found + len(word)
    return True
