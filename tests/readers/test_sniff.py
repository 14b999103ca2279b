"""What kind of file bytes are, and what is said of those that nobody reads."""

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.errors import CorruptInputError, LimitError, UnsupportedInputError
from minutes_cli.readers import READERS, REFUSED, read
from minutes_cli.readers.options import Limits, Options
from minutes_cli.readers.sniff import media_type_of

OFFICE = "application/vnd.openxmlformats-officedocument"
DOCX = f"{OFFICE}.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 1000


def zipped(*names: str, mimetype: str = "") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        if mimetype:
            archive.writestr("mimetype", mimetype)
        for name in names:
            archive.writestr(name, "content")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "suffix", "media_type"),
    [
        (b"%PDF-1.7\n", "", "application/pdf"),
        (b"rubbish in front\n%PDF-1.4", ".txt", "application/pdf"),
        (zipped("[Content_Types].xml", "word/document.xml"), ".docx", DOCX),
        (zipped("[Content_Types].xml", "word/document.xml"), ".bin", DOCX),
        (zipped("word/document.xml"), ".dotx", f"{OFFICE}.wordprocessingml.template"),
        (zipped("word/document.xml"), ".docm", "application/vnd.ms-word.document.macroEnabled.12"),
        (zipped("content.xml", mimetype=ODT), ".odt", ODT),
        (zipped("content.xml", mimetype=f"{ODT}-template"), ".ott", ODT),
        (zipped("xl/workbook.xml"), ".xlsx", f"{OFFICE}.spreadsheetml.sheet"),
        (zipped("ppt/presentation.xml"), ".docx", f"{OFFICE}.presentationml.presentation"),
        (zipped("letter.txt"), ".zip", "application/zip"),
        (zipped("word/document.xml")[:60], ".docx", DOCX),
        (zipped("content.xml", mimetype=ODT)[:80], ".odt", ODT),
        (zipped("word/document.xml", *(f"{n:0>200}" for n in range(9_000))), "", DOCX),
        (OLE + "WordDocument".encode("utf-16-le"), ".doc", "application/msword"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), ".docx", DOCX),
        (OLE + "Workbook".encode("utf-16-le"), ".doc", "application/vnd.ms-excel"),
        (OLE, ".doc", "application/x-ole-storage"),
        (rb"{\rtf1\ansi Minutes}", ".doc", "application/rtf"),
        (b"\x89PNG\r\n\x1a\n", ".pdf", "image/png"),
        (b"\xff\xd8\xff\xe0", "", "image/jpeg"),
        (b"\x1f\x8b\x08\0", ".gz", "application/gzip"),
        (b"SQLite format 3\0", ".md", "application/vnd.sqlite3"),
        (b"<!DOCTYPE html>\n<p>Minutes", ".txt", "text/html"),
        (b"<!-- saved -->\n<HTML><body>", "", "text/html"),
        (b"<p>Minutes</p>", ".md", "text/markdown"),
        (b"<?xml version='1.0'?>\n<feed/>", ".xml", "text/xml"),
        (b"Received: by a\nFrom: Ann\nTo: Bob\nSubject: Minutes\n\nHello", "", "message/rfc822"),
        (b"From: Ann\nTo: Bob\nDate: Monday\nSubject: Notes\n\nPresent: all", ".txt", "text/plain"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", ".txt", "text/calendar"),
        (b"# Minutes", ".md", "text/markdown"),
        (b"* Minutes", ".org", "text/org"),
        (b"Minutes\n=======", ".rst", "text/x-rst"),
        (b"Minutes\n=======", ".txt", "text/plain"),
        (b"---\ntitle: Minutes\n---\nPresent: all", ".txt", "text/markdown"),
        (b"## One\n\ntext\n\n## Two\n\n## Three", ".txt", "text/markdown"),
        (b"| a | b |\n|---|---|\n| c | d |", ".txt", "text/markdown"),
        (b"#1 fix the roof\n#2 mend the gate\n#3 paint it", ".txt", "text/plain"),
        (b"#+TITLE: Minutes\n* Present", ".txt", "text/org"),
        ("Minutes".encode("utf-16"), ".txt", "text/plain"),
        (bytes(range(256)) * 4, ".txt", "application/octet-stream"),
        (b"", ".txt", "text/plain"),
    ],
)
def test_content_decides_then_the_suffix(data: bytes, suffix: str, media_type: str) -> None:
    assert media_type_of(data, suffix) == media_type


@given(st.binary(), st.sampled_from(["", ".txt", ".docx", ".md", ".PDF"]))
def test_any_bytes_have_a_kind(data: bytes, suffix: str) -> None:
    for start in (b"", b"PK\x03\x04", b"%PDF-", OLE[:8], b"<html", b"---\n"):
        assert "/" in media_type_of(start + data, suffix)


def test_every_kind_is_either_read_or_refused() -> None:
    assert not READERS.keys() & REFUSED.keys()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (zipped("xl/workbook.xml"), "a.b: an Excel workbook, which cannot be read: save it as PDF or DOCX"),
        (b"GIF89a", "a.b: an image, which cannot be read: save it as PNG, JPEG, TIFF or PDF"),
        (bytes(range(256)) * 4, "a.b: a file of no known kind, which cannot be read: give a PDF, DOCX"),
    ],
)
def test_a_kind_that_nobody_reads_is_refused_by_its_name(data: bytes, message: str) -> None:
    with pytest.raises(UnsupportedInputError) as caught:
        read(data, "a.b")
    assert str(caught.value).startswith(message)


@pytest.mark.parametrize("data", [b"", b" \n\t \r\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(CorruptInputError, match="empty file"):
        read(data, "minutes.txt")


def test_a_file_over_the_limit_is_refused() -> None:
    with pytest.raises(LimitError, match="larger than"):
        read(b"x" * 11, "minutes.txt", Options(Limits(input_bytes=10)))
