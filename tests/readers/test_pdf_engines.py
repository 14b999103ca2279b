"""Both engines read the same words and the same cells.

Besides PDFs made here, every PDF of a corpus beside the project is compared where there is one; MINUTES_CORPUS names
another folder.
"""

from __future__ import annotations

import os
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_cli.errors import MinutesError
from minutes_cli.model.document import Document, Table
from minutes_cli.readers.options import Options
from minutes_cli.readers.pdf import read
from tests.readers.pdf_pages import BOLD, Sheet

_CORPUS = Path(os.environ.get("MINUTES_CORPUS") or Path(__file__).parents[3] / "shared" / "corpus" / "docs")
_FILES = sorted(_CORPUS.glob("*.pdf")) if _CORPUS.is_dir() else []

_SAME_WORDS = 0.99
_SAME_CELLS = 0.97
# Where a word ends and its punctuation begins differs between the engines; letters and figures do not.
_PARTS = re.compile(r"\w+|[^\w\s]")
_MAC_QUOTES = frozenset("ÒÓÕ")
# pdfplumber runs words together where a file sets them tighter than its blanks; then its words are no yardstick.
# English has few words longer than this
_LONG_WORD = 25
_MANY_LONG = 0.002


def _prose(sheet: Sheet) -> None:
    sheet.at(72, 60, "Minutes of the Harbour Board", size=16, font=BOLD)
    for number in range(1, 5):
        sheet.gap().prose(f"{number}. The board agreed that the clerk ring the county, the parish and the crew. " * 3)
        sheet.page()


def _table(sheet: Sheet) -> None:
    for start in (1, 7):
        head = ["No", "Action", "Owner", "Due"]
        body = [
            [str(row), f"Ring the county about\\nberth {row}", "AR", "X" * (row % 2)] for row in range(start, start + 6)
        ]
        sheet.table((72, 110, 330, 420, 523), 80, [head, *body]).page()


def _roster(sheet: Sheet) -> None:
    for name, office in (("Ann Roe", "Chair"), ("Benjamin Doe", "Clerk"), ("Cy Poe", "Member"), ("Di Loe", "Member")):
        sheet.lines(name).at(300, sheet.y, office)


def _turned(sheet: Sheet) -> None:
    sheet.canvas.setPageRotation(90)
    sheet.canvas.translate(300, 100)
    sheet.canvas.rotate(90)
    for number in range(4):
        sheet.canvas.drawString(0, -14 * number, "Matters arising from the last meeting")


MADE: dict[str, Callable[[Sheet], None]] = {"prose": _prose, "table": _table, "roster": _roster, "turned": _turned}


def _words(document: Document) -> dict[int | None, Counter[str]]:
    found: dict[int | None, Counter[str]] = {}
    for paragraph in document.paragraphs():
        for line in paragraph.lines:
            found.setdefault(line.page, Counter()).update(part for w in line.words for part in _PARTS.findall(w.text))
    return found


def _cells(document: Document) -> Counter[str]:
    tables = [block for block in document.blocks if isinstance(block, Table)]
    return Counter(cell.text for table in tables for row in table.rows for cell in row if cell.text)


def _shared(one: Counter[str], two: Counter[str]) -> float:
    """The share of the larger bag that is in both."""
    return (one & two).total() / (max(one.total(), two.total()) or 1)


def _is_sound(words: Counter[str]) -> bool:
    """Whether pdfplumber's own words of a page can be compared with: not run together, turned or of a wrong coding."""
    if any(_MAC_QUOTES & set(word) for word in words) or words["eht"] > words["the"]:
        return False
    longest = sum(count for word, count in words.items() if len(word) > _LONG_WORD and "/" not in word)
    return longest <= _MANY_LONG * words.total()


def _compare(data: bytes, name: str) -> None:
    documents: list[Document] = []
    refusals: list[type[MinutesError]] = []
    for engine in ("pdfium", "pdfplumber"):
        try:
            documents.append(read(data, name, Options(pdf_engine=engine, ocr="never")))
        except MinutesError as error:
            refusals.append(type(error))
    if refusals:
        assert len(refusals) == 2 and refusals[0] is refusals[1]
        return
    ours, theirs = documents
    assert ours.pages == theirs.pages
    mine, others = _words(ours), _words(theirs)
    pages = [page for page in mine.keys() | others.keys() if _is_sound(others.get(page, Counter()))]
    alike = {page: _shared(mine.get(page, Counter()), others.get(page, Counter())) for page in pages}
    assert {page: share for page, share in alike.items() if share < _SAME_WORDS} == {}
    if len(pages) == len(mine.keys() | others.keys()) and (_cells(ours) or _cells(theirs)):
        assert _shared(_cells(ours), _cells(theirs)) >= _SAME_CELLS


@pytest.mark.parametrize("name", MADE)
def test_engines_agree_on_made_files(name: str) -> None:
    sheet = Sheet()
    MADE[name](sheet)
    _compare(sheet.data(), name)


@pytest.mark.skipif(not _FILES, reason="no corpus beside the project")
@pytest.mark.parametrize("file", _FILES, ids=lambda file: file.stem)
def test_engines_agree_on_the_corpus(file: Path) -> None:
    _compare(file.read_bytes(), file.name)
