"""What kind of file some bytes are: by their content first, by the suffix where the content leaves a choice."""

from __future__ import annotations

import re
import zlib
from io import BytesIO

from minutes_cli.readers.encodings import is_binary, marked_encoding

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN_DOCUMENT = "application/vnd.oasis.opendocument"

# how far into a file its kind may show; PDF allows rubbish in front of its header
_HEAD_BYTES = 4096
_PDF_HEADER_WITHIN = 1024
# a page may have a banner of its server in front
_HTML_WITHIN = 1024
# plain text is looked at a little further, for marks of Markdown and Org
_TEXT_BYTES = 64 * 1024
# the mimetype entry of an OpenDocument file is short: read no more of an entry that claims the name
_MIMETYPE_BYTES = 200
# the end record of a zip file with its longest comment, and a directory of ten thousand entries
_ZIP_TAIL_BYTES = 66 * 1024
_ZIP_DIRECTORY_BYTES = 2 * 1024 * 1024
# marks of Markdown that plain text seldom has by accident, needed before a .txt is read as Markdown
_MARKDOWN_MARKS = 3

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (rb"{\rtf", "application/rtf"),
    (b"\x89PNG\r\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"\0\0\0\x0cjP  ", "image/jp2"),
    (b"%!PS", "application/postscript"),
    (b"\x1f\x8b", "application/gzip"),
    (b"BZh", "application/x-bzip2"),
    (b"\xfd7zXZ\0", "application/x-xz"),
    (b"7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
    (b"Rar!\x1a", "application/vnd.rar"),
    (b"SQLite format 3\0", "application/vnd.sqlite3"),
    (b"\x7fELF", "application/x-executable"),
    (b"MZ\x90\0", "application/x-executable"),
    (b"ID3", "audio/mpeg"),
    (b"OggS", "audio/ogg"),
    (b"fLaC", "audio/flac"),
    (b"\x1aE\xdf\xa3", "video/x-matroska"),
    (b"BEGIN:VCALENDAR", "text/calendar"),
)
_RIFF = {b"WEBP": "image/webp", b"WAVE": "audio/wav", b"AVI ": "video/x-msvideo"}
_BOXED = {
    b"heic": "image/heic",
    b"heix": "image/heic",
    b"mif1": "image/heic",
    b"avif": "image/avif",
    b"M4A ": "audio/mp4",
}

# an Office file's main part -> its kind; the content type tells templates and macros apart
_OFFICE_PARTS = {
    "xl/": f"{_OFFICE}.spreadsheetml.sheet",
    "ppt/": f"{_OFFICE}.presentationml.presentation",
    "Index/": "application/x-apple-pages",
}
_WORD_SUFFIXES = {
    ".dotx": f"{_OFFICE}.wordprocessingml.template",
    ".docm": "application/vnd.ms-word.document.macroEnabled.12",
    ".dotm": "application/vnd.ms-word.document.macroEnabled.12",
}
_TEXT_DOCUMENT_SUFFIXES = (".odt", ".ott")
OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# names of streams in an OLE directory, in the order in which they decide
_OLE_STREAMS = (
    ("WordDocument", "application/msword"),
    ("EncryptedPackage", f"{_OFFICE}.wordprocessingml.document"),
    ("Workbook", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
)
_TEXT_SUFFIXES = {
    ".md": "text/markdown",
    ".markdown": "text/markdown",
    ".mkd": "text/markdown",
    ".mdown": "text/markdown",
    ".org": "text/org",
    ".rst": "text/x-rst",
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "text/html",
    ".ics": "text/calendar",
    ".eml": "message/rfc822",
}
_HTML_START = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*|<!--.{0,2000}?-->\s*)*"
    r"<(?:!doctype\s+html|html|head|body|title|h[1-6]|p|div|table|ul|ol|meta|article|main|section)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_ROOT = re.compile(r"<(?:html|body)\b[^<>]{0,500}>", re.IGNORECASE)
_XML_START = re.compile(r"\s*<\?xml\b")
_FRONT_MATTER = re.compile(r"---[ \t]*\n\w[\w-]{0,40}:(?:[^\n]*\n){0,60}?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_MAIL_HEADER = re.compile(r"(?:From|To|Date|Subject|Received|Return-Path|Message-ID|MIME-Version|Delivered-To):", re.I)
_MARKDOWN_LINE = re.compile(r"^(?:#{1,6} \S|\|.*\|[ \t]*$|\|?(?: ?:?-{3,}:? ?\|)+)", re.MULTILINE)
_MARKDOWN_CERTAIN = re.compile(r"^#{2,6} \S|^\|? ?:?-{3,}:? ?\|", re.MULTILINE)
_ORG_KEYWORD = re.compile(r"^#\+(?:TITLE|AUTHOR|DATE|OPTIONS|STARTUP):", re.MULTILINE | re.IGNORECASE)
_ORG_HEADING = re.compile(r"^\*{1,6} \S", re.MULTILINE)


def media_type_of(data: bytes, suffix: str) -> str:
    """The media type of `data`, "application/octet-stream" for what nobody can name.

    suffix   of the file's name with its dot, any case, or ""
    Looks at the first bytes only, and at the directory of a zip file; never raises.
    """
    head = data[:_HEAD_BYTES]
    suffix = suffix.lower()
    found = _signature(head)
    if found:
        return found
    if b"%PDF-" in head[:_PDF_HEADER_WITHIN]:
        return "application/pdf"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data, suffix)
    if head.startswith(OLE_MAGIC):
        return _kind_of_ole(data)
    text = _sample_text(data[:_TEXT_BYTES])
    return "application/octet-stream" if text is None else _kind_of_text(text, suffix)


def _signature(head: bytes) -> str | None:
    for magic, media_type in _SIGNATURES:
        if head.startswith(magic):
            return media_type
    if head.startswith(b"RIFF"):
        return _RIFF.get(head[8:12])
    if head[4:8] == b"ftyp":
        return _BOXED.get(head[8:12], "video/mp4")
    return None


def _kind_of_zip(data: bytes, suffix: str) -> str:
    import zipfile  # with all that it needs, for these files alone

    word = _WORD_SUFFIXES.get(suffix, f"{_OFFICE}.wordprocessingml.document")
    if not _has_small_directory(data):
        return word if suffix in (".docx", *_WORD_SUFFIXES) else _kind_of_bad_zip(data[:_HEAD_BYTES], suffix)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            names = archive.namelist()
            if "mimetype" in names and archive.getinfo("mimetype").file_size <= _MIMETYPE_BYTES:
                named = archive.read("mimetype").decode("ascii", errors="replace").strip()
                if named == f"{_OPEN_DOCUMENT}.text-template":
                    return f"{_OPEN_DOCUMENT}.text"
                if named.startswith((_OPEN_DOCUMENT, "application/epub")):
                    return named
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError, EOFError, zlib.error):
        # damaged: say by name what it meant to be, the reader then says what is wrong with it
        return word if suffix in (".docx", *_WORD_SUFFIXES) else _kind_of_bad_zip(data[:_HEAD_BYTES], suffix)
    if any(n.startswith("word/") for n in names):
        return word
    for start, media_type in _OFFICE_PARTS.items():
        if any(n.startswith(start) for n in names):
            return media_type
    if suffix in _TEXT_DOCUMENT_SUFFIXES and "content.xml" in names:
        return f"{_OPEN_DOCUMENT}.text"
    return word if suffix in (".docx", *_WORD_SUFFIXES) else "application/zip"


def _has_small_directory(data: bytes) -> bool:
    """Whether a zip file's directory is of a size that a document has: reading a huge one costs memory."""
    tail = data[-_ZIP_TAIL_BYTES:]
    end = tail.rfind(b"PK\x05\x06")
    is_zip64 = b"PK\x06\x07" in tail
    return end >= 0 and not is_zip64 and int.from_bytes(tail[end + 12 : end + 16], "little") <= _ZIP_DIRECTORY_BYTES


def _kind_of_bad_zip(head: bytes, suffix: str) -> str:
    if suffix in _TEXT_DOCUMENT_SUFFIXES or f"{_OPEN_DOCUMENT}.text".encode() in head:
        return f"{_OPEN_DOCUMENT}.text"
    if b"word/" in head:
        return f"{_OFFICE}.wordprocessingml.document"
    return "application/zip"


def _kind_of_ole(data: bytes) -> str:
    for stream, media_type in _OLE_STREAMS:
        if stream.encode("utf-16-le") in data:
            return media_type
    return "application/x-ole-storage"


def _sample_text(sample: bytes) -> str | None:
    """The sample as text, good enough to look for ASCII marks in; None if it is no text."""
    marked = marked_encoding(sample)
    if not marked and is_binary(sample):
        return None
    text = sample.decode(marked or "utf-8", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _kind_of_text(text: str, suffix: str) -> str:
    by_suffix = _TEXT_SUFFIXES.get(suffix)
    if by_suffix not in ("text/markdown", "text/org", "text/x-rst"):
        if by_suffix != "text/plain" and _is_mail(text):
            return "message/rfc822"
        if _HTML_START.match(text) or _HTML_ROOT.search(text[:_HTML_WITHIN]):
            return "text/html"
        if _XML_START.match(text):
            return "text/xml"
    if by_suffix:
        return by_suffix
    if _ORG_KEYWORD.search(text) and _ORG_HEADING.search(text):
        return "text/org"
    if _FRONT_MATTER.match(text):
        return "text/markdown"
    marks = _MARKDOWN_LINE.findall(text)
    if len(marks) >= _MARKDOWN_MARKS and _MARKDOWN_CERTAIN.search(text):
        return "text/markdown"
    return "text/plain"


def _is_mail(text: str) -> bool:
    """Whether the text starts with a mail's header: three of its fields before the first blank line."""
    header = text[:_HEAD_BYTES].partition("\n\n")[0]
    fields = {match.group().lower() for line in header.split("\n") if (match := _MAIL_HEADER.match(line))}
    return len(fields) >= 3 and not fields.isdisjoint({"message-id:", "mime-version:", "received:", "return-path:"})
