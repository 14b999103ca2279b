"""Scanned pages are read like printed ones, each word where it stands."""

from __future__ import annotations

import io
import math
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader

from fixtures.forms.pcc_scan import LEANS
from minutes_cli.errors import InputError, UsageError
from minutes_cli.model.document import Document, Table, Word
from minutes_cli.pipeline import Reading, trace_bytes
from minutes_cli.readers import read
from minutes_cli.readers.options import Options
from tests.corpus import FIXTURES
from tests.readers.ocr_program import needs_tesseract
from tests.readers.pdf_pages import HEIGHT, WIDTH, Sheet, body, rows, tables

pytestmark = needs_tesseract

SCAN = FIXTURES / "scan-of-harrowvale-pcc-2024-05.pdf"
PRINT = FIXTURES / "harrowvale-pcc-2024-05.pdf"
# so much of a clean scan is read right to the letter, and places are right to so many points
_RIGHT, _NEAR = 0.98, 4.0


@cache
def reading(path: Path) -> Reading:
    return trace_bytes(path.read_bytes(), path.name)


def document(path: Path) -> Document:
    return reading(path).document


def words(found: Document) -> list[tuple[int, Word]]:
    return [(line.page or 0, word) for part in found.paragraphs() for line in part.lines for word in line.words]


def plain(text: str) -> str:
    """Curly and straight quotation marks, long and short dashes look alike at this size."""
    return text.translate(str.maketrans("’‘“”–—", "''\"\"--"))


def drawn(sheet: Sheet, page: int = 0, dots_per_inch: int = 200) -> Image.Image:
    with pypdfium2.PdfDocument(sheet.data()) as file:
        return file[page].render(scale=dots_per_inch / 72, grayscale=True).to_pil()


def stored(image: Image.Image, form: str, **how: object) -> bytes:
    data = io.BytesIO()
    image.save(data, form, **how)
    return data.getvalue()


def paste(sheet: Sheet, image: Image.Image) -> Sheet:
    sheet.canvas.drawImage(ImageReader(image), 0, 0, WIDTH, HEIGHT)
    return sheet


def notice() -> Sheet:
    return (
        Sheet()
        .lines("Minutes of the meeting of the Ferry Committee", font="Helvetica-Bold")
        .lines("The clerk read the letter from the harbour office aloud.")
    )


def test_a_scan_has_the_words_of_the_print() -> None:
    scanned, printed = ({plain(word.text) for _, word in words(document(path))} for path in (SCAN, PRINT))
    assert len(scanned & printed) >= _RIGHT * len(printed)
    assert len(scanned - printed) <= (1 - _RIGHT) * len(printed)


def test_a_scan_has_the_tables_of_the_print() -> None:
    def shape(found: Document) -> list[list[int]]:
        return [[len(row) for row in table.rows] for table in found.blocks if isinstance(table, Table)]

    assert shape(document(SCAN)) == shape(document(PRINT))


def test_bold_type_is_seen() -> None:
    def bold(found: Document) -> set[str]:
        return {plain(part.text[start:end]) for part in found.paragraphs() for start, end in part.strong}

    scanned, printed = bold(document(SCAN)), bold(document(PRINT))
    assert len(scanned & printed) >= 0.85 * len(printed)


def test_a_word_of_a_leaning_page_stands_where_it_is_seen() -> None:
    def as_scanned(page: int, word: Word) -> tuple[float, float]:
        turn = -math.radians(LEANS[page - 1])
        x, y = (word.x0 + word.x1 - WIDTH) / 2, (word.top + word.bottom - HEIGHT) / 2
        return (
            WIDTH / 2 + x * math.cos(turn) - y * math.sin(turn),
            HEIGHT / 2 + x * math.sin(turn) + y * math.cos(turn),
        )

    where: dict[tuple[int, str], list[tuple[float, float]]] = {}
    for page, word in words(document(PRINT)):
        where.setdefault((page, word.text), []).append(as_scanned(page, word))
    known = [(page, word) for page, word in words(document(SCAN)) if (page, word.text) in where]
    far = [
        word.text
        for page, word in known
        if not any(
            math.dist(place, ((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2)) < _NEAR
            for place in where[page, word.text]
        )
    ]
    assert len(far) <= (1 - _RIGHT) * len(known)


def test_only_pages_without_usable_text_are_read_by_ocr() -> None:
    shifted = re.sub("[A-Za-z]", lambda m: "bcdfghjklmnpqrst"[ord(m[0]) % 16], "The clerk had seen the accounts. " * 12)
    sheet = Sheet().lines("Printed as text").page().prose(shifted).page()
    found = paste(sheet, drawn(notice())).read()
    assert [(p.code, p.message.split(" read")[0]) for p in found.problems if p.code == "ocr"] == [("ocr", "pages 2-3")]
    texts = body(found)
    assert texts[0] == "Printed as text"
    assert texts[-1] == "The clerk read the letter from the harbour office aloud."


def test_all_pages_are_read_by_ocr_on_request() -> None:
    found = notice().read(Options(ocr="always"))
    assert [(p.code, p.page) for p in found.problems] == [("ocr", 1)]
    assert body(found)[-1] == "The clerk read the letter from the harbour office aloud."


def test_a_picture_in_a_text_is_left_alone() -> None:
    sheet = notice()
    sheet.canvas.drawImage(ImageReader(drawn(notice())), 0, 0, WIDTH, HEIGHT * 0.9)
    assert not sheet.read().problems


def test_text_that_is_drawn_as_shapes_is_read_and_an_empty_page_is_none() -> None:
    image = drawn(notice(), dots_per_inch=100)
    sheet = Sheet().lines("Printed as text").page().page()
    dark = [(x, y) for y in range(image.height) for x in range(image.width) if image.getpixel((x, y)) < 140]  # type: ignore[operator]
    for x, y in dark:
        sheet.canvas.rect(x * 0.72, HEIGHT - (y + 1) * 0.72, 0.72, 0.72, stroke=0, fill=1)
    found = sheet.read()
    assert "harbour office" in body(found)[-1]
    assert [(p.code, p.message.split(" read")[0]) for p in found.problems] == [("ocr", "page 3")]


def test_ruling_lines_of_a_scan_part_its_cells() -> None:
    wanted = [["No.", "Action", "Owner"], ["1", "Paint the railings", "Ada Fenn"], ["2", "Ring the harbour", "Bo Lund"]]
    sheet = Sheet().table((72, 110, 330, 480), 150, wanted)
    (table,) = tables(paste(Sheet(), drawn(sheet)).read())
    assert rows(table) == wanted
    assert table.ruled


@pytest.mark.parametrize(
    ("name", "form", "how"),
    [
        ("a.png", "PNG", {}),
        ("a.jpg", "JPEG", {"quality": 80}),
        ("a.tif", "TIFF", {"compression": "tiff_lzw", "dpi": (200, 200)}),
    ],
)
def test_images_are_read(name: str, form: str, how: dict[str, object]) -> None:
    found = read(stored(drawn(notice()), form, **how), name)
    assert " ".join(body(found)).endswith("The clerk read the letter from the harbour office aloud.")
    assert (found.media_type, found.pages) == (f"image/{form.lower()}", 1)


def test_each_image_of_a_tiff_file_is_a_page() -> None:
    pages = [drawn(notice()), drawn(Sheet().lines("The meeting closed at nine in the evening."))]
    found = read(stored(pages[0], "TIFF", save_all=True, append_images=pages[1:]), "a.tiff")
    assert [part.page for part in found.paragraphs()] == [1, 1, 2]


def test_a_photo_that_was_taken_sideways_is_turned_by_its_own_note() -> None:
    turned = Image.Exif()
    turned[0x0112] = 6
    image = drawn(notice()).rotate(90, expand=True)
    assert "harbour office" in body(read(stored(image, "JPEG", exif=turned), "a.jpg"))[-1]


def test_what_is_read_by_ocr_is_less_certain() -> None:
    scanned, printed = ({e.path: e.confidence for e in reading(path).minutes.evidence} for path in (SCAN, PRINT))
    shared = scanned.keys() & printed.keys()
    assert sum(scanned[path] < printed[path] for path in shared) > 0.9 * len(shared)
    assert all(0 < confidence <= 1 for confidence in scanned.values())


def test_a_scan_reads_the_same_each_time() -> None:
    data = stored(drawn(notice()), "PNG")
    assert read(data, "a.png") == read(data, "a.png")


@pytest.mark.parametrize("language", ["xyz", "eng+xyz", "../eng", "eng --psm 0", ""])
def test_a_language_without_its_data_is_wrong_use(language: str) -> None:
    with pytest.raises(UsageError, match="--ocr-language"):
        read(SCAN.read_bytes(), "a.pdf", Options(ocr_language=language))


@pytest.mark.parametrize(
    "image",
    [
        pytest.param(lambda: Image.new("L", (1600, 2200), 255), id="white"),
        pytest.param(lambda: Image.frombytes("L", (300, 200), Random(1).randbytes(300 * 200)), id="noise"),
        pytest.param(lambda: Image.new("L", (1600, 2200), 0), id="black"),
        pytest.param(lambda: Image.new("L", (1, 1), 0), id="one dot"),
        pytest.param(lambda: Image.linear_gradient("L").resize((900, 900)), id="shades"),
    ],
)
def test_a_picture_without_words_is_refused(image: Callable[[], Image.Image]) -> None:
    with pytest.raises(InputError):
        read(stored(image(), "PNG"), "a.png")
