"""Readers: bytes -> Document. `read` looks at the content and passes it to the one reader of its format."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import Protocol, cast

from minutes_cli.errors import CorruptInputError, UnsupportedInputError
from minutes_cli.model.document import Document
from minutes_cli.readers.cleaning import cleaned
from minutes_cli.readers.files import larger_than
from minutes_cli.readers.options import Options
from minutes_cli.readers.sniff import media_type_of

_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"

# media type -> module that reads it; a module is imported when its first file comes
READERS = {
    "application/pdf": "minutes_cli.readers.pdf",
    f"{_WORD}.document": "minutes_cli.readers.docx",
    f"{_WORD}.template": "minutes_cli.readers.docx",
    "application/vnd.ms-word.document.macroEnabled.12": "minutes_cli.readers.docx",
    "application/msword": "minutes_cli.readers.from_doc",
    "application/vnd.oasis.opendocument.text": "minutes_cli.readers.from_odt",
    "text/plain": "minutes_cli.readers.from_text",
    "text/markdown": "minutes_cli.readers.from_markdown",
    "text/html": "minutes_cli.readers.from_html",
    "text/org": "minutes_cli.readers.from_org",
    "text/x-rst": "minutes_cli.readers.from_rst",
    "image/png": "minutes_cli.readers.from_image",
    "image/jpeg": "minutes_cli.readers.from_image",
    "image/tiff": "minutes_cli.readers.from_image",
}

_AS_DOCUMENT = "save it as PDF or DOCX"
_AS_PDF = "print or convert it to PDF"

# media type (or its part before the slash) that nobody reads -> what it is, what to do
REFUSED = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ("an Excel workbook", _AS_DOCUMENT),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": (
        "a PowerPoint presentation",
        _AS_DOCUMENT,
    ),
    "application/vnd.ms-excel": ("an Excel workbook", _AS_DOCUMENT),
    "application/vnd.ms-powerpoint": ("a PowerPoint presentation", _AS_DOCUMENT),
    "application/vnd.ms-outlook": ("an Outlook message", "save the attached minutes and read those"),
    "application/vnd.oasis.opendocument.spreadsheet": ("an OpenDocument spreadsheet", _AS_DOCUMENT),
    "application/vnd.oasis.opendocument.presentation": ("an OpenDocument presentation", _AS_DOCUMENT),
    "application/epub+zip": ("an e-book", _AS_PDF),
    "application/rtf": ("a Rich Text file", "save it as DOCX or PDF"),
    "application/postscript": ("a PostScript file", _AS_PDF),
    "application/zip": ("a zip archive", "unpack it and read the files in it"),
    "application/x-apple-pages": ("an Apple Pages document", "export it as PDF or DOCX"),
    "application/gzip": ("a compressed archive", "unpack it and read the files in it"),
    "application/x-7z-compressed": ("a compressed archive", "unpack it and read the files in it"),
    "application/vnd.rar": ("a compressed archive", "unpack it and read the files in it"),
    "application/x-bzip2": ("a compressed archive", "unpack it and read the files in it"),
    "application/x-xz": ("a compressed archive", "unpack it and read the files in it"),
    "application/x-ole-storage": ("an Office file without a Word document", _AS_DOCUMENT),
    "application/vnd.sqlite3": ("a database", "give the minutes themselves"),
    "application/x-executable": ("a program", "give the minutes themselves"),
    "message/rfc822": ("an e-mail", "save the attached minutes, or the text of the message as .txt, and read those"),
    "text/calendar": ("a calendar file", "give the minutes themselves"),
    "text/xml": ("an XML file", _AS_DOCUMENT),
    "image": ("an image", "save it as PNG, JPEG, TIFF or PDF"),
    "audio": ("a sound recording", "give the minutes themselves"),
    "video": ("a video", "give the minutes themselves"),
}


class Reader(Protocol):
    """What every module named in `READERS` offers."""

    def read(self, data: bytes, name: str, options: Options) -> Document: ...


def read(data: bytes, name: str, options: Options = Options()) -> Document:  # noqa: B008 (Options is immutable)
    """The document in `data`, read by the reader of its format.

    name   as the user wrote it: for messages, and its suffix where the content leaves a choice
    Raises InputError for what cannot be read: empty, too large, of a kind without a reader, or damaged.
    """
    if not data or data.isspace():
        raise CorruptInputError(name, "empty file", "was it downloaded or saved to its end?")
    if len(data) > options.limits.input_bytes:
        raise larger_than(options.limits.input_bytes, name)
    media_type = media_type_of(data, _suffix(name))
    if media_type not in READERS:
        what, hint = REFUSED.get(media_type) or REFUSED.get(media_type.partition("/")[0]) or _unknown(media_type)
        raise UnsupportedInputError(name, f"{what}, which cannot be read", hint)
    reader = cast(Reader, import_module(READERS[media_type]))
    document = reader.read(data, name, options)
    metadata = {key: " ".join(cleaned(value).split()) for key, value in document.metadata.items()}
    return replace(document, metadata=metadata)


def _suffix(name: str) -> str:
    return "." + name.rpartition(".")[2].lower() if "." in name else ""


def _unknown(media_type: str) -> tuple[str, str]:
    return "a file of no known kind", "give a PDF, DOCX, ODT, DOC, Markdown, HTML or text file"
