"""Word documents, templates and documents with macros (DOCX, DOTX, DOCM): bytes -> Document.

A walker of its own over zip and XML. It reads what the page shows: content controls, text boxes, field results,
tracked insertions, rendered list numbers; what it leaves out (deleted and hidden text, comments) is told as a problem.
Nothing in the file is run or fetched.
"""

from __future__ import annotations

from minutes_cli.errors import CorruptInputError, LimitError, LockedInputError
from minutes_cli.model.document import Document
from minutes_cli.readers.archive import SAVE_AGAIN, Archive
from minutes_cli.readers.docx.package import read_package
from minutes_cli.readers.docx.reading import Origins
from minutes_cli.readers.options import Limits, Options

OLE_MAGIC = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def read(data: bytes, name: str, options: Options) -> Document:
    """Read a Word file of any kind since 2007."""
    if data.startswith(OLE_MAGIC):
        if ENCRYPTED in data:
            raise LockedInputError(name, "encrypted", "remove the password in Word and save it again")
        raise CorruptInputError(name, "is no DOCX file but an older kind", "save it as DOCX")
    return read_with_origins(data, name, options.limits)[0]


def read_with_origins(data: bytes, name: str, limits: Limits) -> tuple[Document, Origins]:
    """The document, and what each of its paragraphs was read from."""
    archive = Archive(data, name, limits)
    try:
        return read_package(archive, limits)
    except RecursionError as error:
        raise LimitError(name, "is nested too deeply", SAVE_AGAIN) from error
