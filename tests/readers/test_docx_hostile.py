"""Damaged, locked and hostile Word files: refused in one line, or read with a problem; never a traceback."""

from __future__ import annotations

import io
import random
import warnings
import zipfile
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.errors import CorruptInputError, InputError, LimitError, LockedInputError, MinutesError, NoTextError
from minutes_cli.readers.archive import MOST_TAGS
from minutes_cli.readers.docx import read
from minutes_cli.readers.options import Limits, Options
from tests.readers.office_files import WORD_NAMESPACES, docx, relationships, shown, word_part, zipped

P = "<w:p><w:r><w:t>Text</w:t></w:r></w:p>"
GOOD = docx(P)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
MAIN = "word/document.xml"


def nested(tags: str, times: int, content: str = P) -> str:
    names = tags.split()
    return (
        "".join(f"<w:{name}>" for name in names) * times
        + content
        + "".join(f"</w:{name}>" for name in reversed(names)) * times
    )


def in_document(content: str, prolog: str = "") -> bytes:
    return zipped({MAIN: prolog + word_part("document", f"<w:body>{content}</w:body>")})


ENTITIES = "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'>" + "".join(
    f"<!ENTITY {name} '{f'&{before};' * 10}'>" for before, name in zip("abcdefgh", "bcdefghi", strict=True)
)
REFUSED = {
    "not a zip": (b"PK\x03\x04 and nothing more", CorruptInputError),
    "cut off": (GOOD[: len(GOOD) // 2], CorruptInputError),
    "no main part": (zipped({"word/other.xml": "<a/>"}), CorruptInputError),
    "main part of another kind": (zipped({MAIN: "<workbook/>"}), CorruptInputError),
    "relationship to nothing": (
        zipped({"_rels/.rels": relationships({"word/gone.xml": "officeDocument"})}),
        CorruptInputError,
    ),
    "broken XML": (zipped({MAIN: "<w:document"}), CorruptInputError),
    "no XML": (zipped({MAIN: b"\x00\xff\x00"}), CorruptInputError),
    "empty part": (zipped({MAIN: ""}), CorruptInputError),
    "unknown encoding": (zipped({MAIN: "<?xml version='1.0' encoding='x-none'?><a/>"}), CorruptInputError),
    "a DTD": (in_document(P, "<!DOCTYPE a>"), CorruptInputError),
    "an outside entity": (
        in_document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>", "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hosts'>]>"),
        CorruptInputError,
    ),
    "an entity bomb": (in_document("<w:p><w:r><w:t>&i;</w:t></w:r></w:p>", ENTITIES + "]>"), CorruptInputError),
    "an entity bomb in an attribute": (in_document("<w:p w:x='&i;'/>", ENTITIES + "]>"), CorruptInputError),
    "deep XML": (in_document(nested("a", 5000)), LimitError),
    "tables in tables": (in_document(nested("tbl tr tc", 200)), LimitError),
    "no text": (docx("<w:p/><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"), NoTextError),
    "password": (OLE + "EncryptedPackage".encode("utf-16-le"), LockedInputError),
    "an older Word file": (OLE, CorruptInputError),
}


@pytest.mark.parametrize(("data", "error"), REFUSED.values(), ids=REFUSED)
def test_refusals_name_the_file_and_say_what_to_do(data: bytes, error: type[InputError]) -> None:
    with pytest.raises(error) as raised:
        read(data, "minutes.docx", Options())
    assert raised.value.name == "minutes.docx"
    assert raised.value.reason
    assert raised.value.hint
    assert "\n" not in str(raised.value)


NEAR_THE_LIMIT = {
    "tables": nested("tbl tr tc", 80),
    "content controls": nested("sdt sdtContent", 120),
    "runs in runs": "<w:p>" + nested("smartTag", 240, "<w:r><w:t>Text</w:t></w:r>") + "</w:p>",
    "text boxes": nested("p r txbxContent", 80),
}


@pytest.mark.parametrize("body", NEAR_THE_LIMIT.values(), ids=NEAR_THE_LIMIT)
def test_nesting_within_the_limit_is_read(body: str) -> None:
    document = read(in_document(body), "a.docx", Options())
    assert [line.split()[-1] for line in shown(document)] == ["Text"]


@pytest.mark.parametrize(
    "limits",
    [
        Limits(part_bytes=10_000),
        Limits(inflated_bytes=10_000),
        Limits(ratio_floor_bytes=10_000, inflation_ratio=5),
    ],
)
def test_a_bomb_is_refused_while_it_inflates(limits: Limits) -> None:
    bomb = zipped({MAIN: word_part("document", "<w:body>" + " " * 3_000_000 + "</w:body>")})
    with pytest.raises(LimitError):
        read(bomb, "a.docx", replace(Options(), limits=limits))


def test_too_many_parts_are_refused() -> None:
    many = zipped({f"{at}.xml": "" for at in range(20)})
    with pytest.raises(LimitError):
        read(many, "a.docx", Options(limits=Limits(zip_entries=19)))


def test_a_file_of_nothing_but_tags_is_refused() -> None:
    with pytest.raises(LimitError):
        read(zipped({MAIN: b"<" * (MOST_TAGS + 1)}), "a.docx", Options())


def test_a_part_stored_twice_is_told() -> None:
    buffer = io.BytesIO(GOOD)
    with warnings.catch_warnings(), zipfile.ZipFile(buffer, "a") as archive:
        warnings.simplefilter("ignore")
        archive.writestr("Word/Document.xml", word_part("document", f"<w:body>{P.replace('Text', 'Other')}</w:body>"))
    document = read(buffer.getvalue(), "a.docx", Options())
    assert shown(document) == ["p[1] Other"]
    assert document.problems[0].code == "duplicate-part"


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_parts_packed_by_other_methods_are_refused(method: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        archive.writestr(MAIN, word_part("document", f"<w:body>{P}</w:body>"))
    with pytest.raises(CorruptInputError):
        read(buffer.getvalue(), "a.docx", Options())


def test_parts_with_a_password_are_refused() -> None:
    data = bytearray(zipped({MAIN: "<a/>"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(signature) + offset] |= 1
    with pytest.raises(LockedInputError):
        read(bytes(data), "a.docx", Options())


def test_a_long_line_is_cut_and_told() -> None:
    document = read(docx(P.replace("Text", "long " * 100)), "a.docx", Options(limits=Limits(line_characters=20)))
    assert shown(document) == ["p[1] long long long long"]
    assert [problem.code for problem in document.problems] == ["line-cut"]


TAGS = (
    *("p", "r", "t", "tab", "br", "sym", "fldChar", "hyperlink", "ins", "del", "txbxContent"),
    *("tbl", "tr", "tc", "sdt", "sdtContent", "pPr", "rPr", "numPr", "b", "u", "vanish"),
)
TREES = st.recursive(
    st.sampled_from(("Text", " ", "é", "☒", "\u202e")),
    lambda inner: st.builds(
        lambda tag, content: f"<w:{tag}>{''.join(content)}</w:{tag}>",
        st.sampled_from(TAGS),
        st.lists(inner, max_size=4),
    ),
    max_leaves=25,
)


@settings(deadline=None)
@given(st.lists(TREES, max_size=4).map("".join))
def test_elements_in_any_order_are_read(body: str) -> None:
    data = docx(P + body)
    document = read(data, "a.docx", Options())
    for paragraph in document.paragraphs():
        for spans in (paragraph.strong, paragraph.struck):
            bounds = [bound for span in spans for bound in span]
            assert bounds == sorted(set(bounds))
            assert all(0 <= bound <= len(paragraph.text) for bound in bounds)
    assert read(data, "a.docx", Options()) == document


@settings(deadline=None)
@given(st.integers(0, 2**32))
def test_damaged_files_are_refused_or_read(seed: int) -> None:
    chance = random.Random(seed)
    data = bytearray(GOOD)
    for _ in range(chance.randint(1, 20)):
        data[chance.randrange(len(data))] = chance.randrange(256)
    try:
        read(bytes(data), "a.docx", Options())
    except MinutesError as error:
        assert error.hint


@settings(deadline=None)
@given(st.binary(max_size=200))
def test_damaged_xml_is_refused_or_read(rubbish: bytes) -> None:
    start = f"<w:document {WORD_NAMESPACES}><w:body>{P}".encode()
    try:
        read(zipped({MAIN: start + rubbish + b"</w:body></w:document>"}), "a.docx", Options())
    except MinutesError as error:
        assert error.hint
