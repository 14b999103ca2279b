"""What a PDF's words, lines and places come out as, and which files are refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import reportlab
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfbase.ttfonts import TTFontFile

from minutes_cli.errors import CorruptInputError, LimitError, LockedInputError, NoTextError
from minutes_cli.model.document import Paragraph
from minutes_cli.readers.options import Limits, Options
from minutes_cli.readers.pdf import read
from minutes_cli.readers.pdf.glyphs import clean
from tests.readers.pdf_pages import HEIGHT, LEFT, REGULAR, RIGHT, Sheet, body

ENGINES = ("pdfium", "pdfplumber")


@pytest.mark.parametrize("engine", ENGINES)
def test_words_have_boxes_from_the_top_left_corner(engine: str) -> None:
    document = Sheet().at(100, 200, "Present: Ann Roe", size=10).read(Options(pdf_engine=engine))
    (paragraph,) = document.blocks
    assert isinstance(paragraph, Paragraph)
    (line,) = paragraph.lines
    assert line.page == 1
    assert line.text == " ".join(word.text for word in line.words) == "Present: Ann Roe"
    word = line.words[0]
    assert (word.x0, word.top, word.bottom, word.size) == pytest.approx((100, 192, 202, 10), abs=0.5)
    place = paragraph.places(9, 16)[0]
    assert place.quote == "Ann Roe"
    assert place.bbox == pytest.approx((140, 192, 178.9, 202), abs=1)


@pytest.mark.parametrize("engine", ENGINES)
def test_places_count_from_the_corner_of_the_crop_box(engine: str) -> None:
    sheet = Sheet()
    sheet.canvas.setCropBox((50, 60, 500, 800))
    document = sheet.at(100, 200, "Minutes").at(100, 30, "outside").read(Options(pdf_engine=engine))
    assert body(document) == ["Minutes"]
    word = next(document.paragraphs()).lines[0].words[0]
    assert (word.x0, word.bottom) == pytest.approx((50, 200 - (HEIGHT - 800) + 2.2), abs=0.5)
    assert [problem.code for problem in document.problems] == ["text-off-page"]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize(
    ("turn", "across", "down"), [(90, 100, 300), (180, 595 - 300, 100), (270, 595 - 100, 842 - 300)]
)
def test_turned_pages_are_read_as_they_are_seen(engine: str, turn: int, across: float, down: float) -> None:
    # the text is written so that it is seen upright once the page is turned, 300, 100 from the bottom left before that
    sheet = Sheet()
    sheet.canvas.setPageRotation(turn)
    sheet.canvas.translate(300, 100)
    sheet.canvas.rotate(turn)
    sheet.canvas.drawString(0, 0, "Matters arising")
    document = sheet.read(Options(pdf_engine=engine))
    assert body(document) == ["Matters arising"]
    word = next(document.paragraphs()).lines[0].words[0]
    assert (word.x0, word.bottom - 0.2 * word.size) == pytest.approx((across, down), abs=1)


def test_bold_and_underlined_words_are_strong() -> None:
    sheet = Sheet().at(72, 100, "Action:", font="Helvetica-Bold").at(115, 100, "Ann to ring the clerk")
    sheet.rule(115, 102, 133, 102)
    (paragraph,) = sheet.read().paragraphs()
    assert [paragraph.text[a:b] for a, b in paragraph.strong] == ["Action: Ann"]


def test_a_line_through_words_strikes_them_out() -> None:
    sheet = Sheet().at(72, 100, "Bob to ring the clerk").rule(72, 97, 93, 97)
    (paragraph,) = sheet.read().paragraphs()
    assert [paragraph.text[a:b] for a, b in paragraph.struck] == ["Bob"]


@pytest.mark.parametrize("engine", ENGINES)
def test_a_raised_ordinal_belongs_to_its_number(engine: str) -> None:
    sheet = Sheet().at(72, 100, "Tuesday 29").at(129, 96, "th", size=7).at(138, 100, "November")
    assert body(sheet.read(Options(pdf_engine=engine))) == ["Tuesday 29th November"]


@pytest.mark.parametrize("engine", ENGINES)
def test_words_are_told_apart_without_blanks_in_the_file(engine: str) -> None:
    sheet = Sheet().at(72, 100, "Ann").at(94, 100, "Roe").at(116, 100, "opened")
    assert body(sheet.read(Options(pdf_engine=engine))) == ["Ann Roe opened"]


HYPHENS = [
    # given lines of a paragraph, what they read as, why
    (["The committee heard the infor-", "mation of the clerk."], "information", "'infor' is no word"),
    (["A well being plan was a well-", "being plan."], "well-being", "both halves are words of the file"),
    (["The long-term plan is a long-", "term plan."], "long-term plan is a long-term", "written so elsewhere"),
    (["They will meet on 10-", "12 March."], "10-12", "no letters around the hyphen"),
    (["The chair of the non-", "executive board spoke."], "non-executive", "a prefix that keeps its hyphen"),
    (["The re-election was a reelec-", "tion of the chair."], "reelection", "no such half word"),
]


@pytest.mark.parametrize(("lines", "expected", "why"), HYPHENS)
def test_hyphens_at_line_ends(lines: list[str], expected: str, why: str) -> None:
    first = lines[0]
    while stringWidth(first, REGULAR, 11) < RIGHT - LEFT - 24:  # as wide as the page: the break is not deliberate
        first = f"so, {first}"
    (paragraph,) = Sheet().lines(first, *lines[1:]).read().paragraphs()
    assert expected in paragraph.text, why


GLYPHS = [
    # as stored, as read
    ("of\ufb01cer", "officer"),
    ("a\ufb04uent", "affluent"),
    ("long\u2011term", "long-term"),
    ("Jose\u0301", "José"),
    ("agen\u200bda", "agenda"),
    ("\u202eevil\u202c", "evil"),
    ("co\ufffe", "co-"),
    ("co\u0002", "co-"),
    ("\uf0b7", "•"),
    ("\uf0a7", "•"),
    ("\uf0fe", "☑"),
    ("\uf0a8", "☐"),
    ("\uf041\uf063\uf074", "Act"),
    ("\U0001d400", "\U0001d400"),
    ("\ufeff", ""),
]


@pytest.mark.parametrize(("stored", "expected"), GLYPHS)
def test_characters_are_read_as_they_look(stored: str, expected: str) -> None:
    assert clean(stored) == expected


def test_bullets_become_labels_and_numbers_stay() -> None:
    sheet = Sheet().lines("• Report to the board", "2.1 Minutes of the last meeting", "a) Budget", "- Apologies")
    document = sheet.read()
    assert [(p.label, p.text) for p in document.paragraphs()] == [
        ("•", "Report to the board"),
        (None, "2.1 Minutes of the last meeting"),
        (None, "a) Budget"),
        (None, "- Apologies"),
    ]


def test_a_dash_is_a_bullet_where_a_gap_follows() -> None:
    (paragraph,) = Sheet().at(72, 100, "-").at(90, 100, "Any other business").read().paragraphs()
    assert (paragraph.label, paragraph.text) == ("-", "Any other business")


def test_tick_boxes_become_states() -> None:
    sheet = Sheet().at(72, 100, "❏", font="ZapfDingbats").at(90, 100, "Circulate the draft")
    sheet.lines("[x] Book the hall", "[ ] Order the key", "[1] is no box")
    assert [(p.checked, p.text) for p in sheet.read().paragraphs()] == [
        (False, "Circulate the draft"),
        (True, "Book the hall"),
        (False, "Order the key"),
        (None, "[1] is no box"),
    ]


def test_metadata_is_what_the_file_says_of_itself() -> None:
    sheet = Sheet().lines("Minutes")
    sheet.canvas.setTitle("Minutes  of March")
    sheet.canvas.setAuthor("")
    document = sheet.read()
    assert document.media_type == "application/pdf"
    assert document.pages == 1
    assert document.metadata["title"] == "Minutes of March"
    assert document.metadata.get("author", "x")


@pytest.mark.parametrize("engine", ENGINES)
def test_a_locked_file_needs_its_password(engine: str) -> None:
    data = Sheet(encrypt=StandardEncryption("open sesame")).lines("Minutes of the board").data()
    for password, said in ((None, "give --password"), ("wrong", "password is wrong")):
        with pytest.raises(LockedInputError, match=said):
            read(data, "a.pdf", Options(pdf_engine=engine, password=password))
    document = read(data, "a.pdf", Options(pdf_engine=engine, password="open sesame"))
    assert body(document) == ["Minutes of the board"]


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("data", [b"", b"%PDF-1.7\n", b"no PDF", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer <<>>"])
def test_what_is_no_pdf_is_refused(engine: str, data: bytes) -> None:
    with pytest.raises(CorruptInputError):
        read(data, "a.pdf", Options(pdf_engine=engine))


@pytest.mark.parametrize("engine", ENGINES)
def test_limits_are_kept(engine: str) -> None:
    sheet = Sheet()
    for _ in range(3):
        sheet.lines("Minutes").rule(1, 1, 9, 1).rule(1, 5, 9, 5).page()
    data = sheet.data()
    for limits in (Limits(pdf_pages=2), Limits(page_characters=6), Limits(page_rulings=1)):
        with pytest.raises(LimitError):
            read(data, "a.pdf", Options(limits=limits, pdf_engine=engine))


def _picture(sheet: Sheet) -> Sheet:
    sheet.canvas.drawImage(ImageReader(Image.new("RGB", (20, 20), "grey")), 0, 0, 595, 842)
    return sheet


@pytest.mark.parametrize("engine", ENGINES)
def test_a_scan_has_no_text(engine: str) -> None:
    with pytest.raises(NoTextError, match="--ocr never"):
        _picture(Sheet()).read(Options(pdf_engine=engine, ocr="never"))


def test_a_scanned_page_among_others_is_told() -> None:
    document = _picture(Sheet().lines("The meeting opened at 7 pm.").page()).read(Options(ocr="never"))
    assert body(document) == ["The meeting opened at 7 pm."]
    assert [(problem.code, problem.page) for problem in document.problems] == [("page-without-text", 2)]


def test_a_rubbish_text_layer_is_left_out() -> None:
    good = "The clerk reported that the accounts had been audited and would be published in June. " * 5
    shifted = re.sub("[A-Za-z]", lambda m: "bcdfghjklmnpqrst"[ord(m[0]) % 16], good)
    document = Sheet().prose(good).page().prose(shifted).read(Options(ocr="never"))
    assert [(problem.code, problem.page) for problem in document.problems] == [("page-unreadable", 2)]
    assert all(paragraph.page == 1 for paragraph in document.paragraphs())


def _without_character_map(text: str, times: int) -> bytes:
    """A page whose font numbers its glyphs and says nowhere which characters they are."""
    path = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
    font, glyphs = path.read_bytes(), TTFontFile(str(path)).charToGlyph
    codes = "".join(f"{glyphs[ord(character)]:04x}" for character in text)
    content = f"BT /F 10 Tf 14 TL 50 700 Td {f'<{codes}> Tj T* ' * times} ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>\nstream\n%b\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type0/BaseFont/Vera/Encoding/Identity-H/DescendantFonts[6 0 R]>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/Vera/DW 600/CIDToGIDMap/Identity/FontDescriptor 7 0 R"
        b"/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>",
        b"<</Type/FontDescriptor/FontName/Vera/Flags 4/FontBBox[-183 -236 1287 928]/ItalicAngle 0/Ascent 928"
        b"/Descent -236/CapHeight 730/StemV 80/FontFile2 8 0 R>>",
        b"<</Length %d/Length1 %d>>\nstream\n%b\nendstream" % (len(font), len(font), font),
    ]
    data = b"%PDF-1.7\n"
    for number, part in enumerate(parts, 1):
        data += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    return data + b"trailer<</Root 1 0 R>>\n%%EOF"


def test_a_font_without_a_character_map_is_read_from_its_glyphs() -> None:
    text = "The clerk reported that the accounts had been audited."
    document = read(_without_character_map(text, 3), "a.pdf", Options())
    assert " ".join(body(document)) == f"{text} {text} {text}"
    assert not document.problems


def test_poor_ocr_is_still_read() -> None:
    text = "Tbe meetlng vvas called t0 order at 1O:Ol a.m. bv Cha1rman Srnith; rnernbers presenl: J. D0e, R. R0e. " * 4
    document = Sheet().prose(text).read()
    assert not document.problems
    assert body(document)[0].startswith("Tbe meetlng")


def test_indent_is_measured_from_the_edge_of_the_text() -> None:
    document = Sheet().lines("Actions", *["Left edge of the text"] * 4).lines("Ann to ring", x=LEFT + 36).read()
    assert [round(p.indent) for p in document.paragraphs()][-1] == 36
