"""Meeting minutes as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import os

    from minutes_cli.model.minutes import Minutes

__all__ = ["__version__", "load", "parse"]
__version__ = "0.1.0"

# Both functions import what they need when called: `import minutes_cli` costs nothing.


def parse(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str | None = None,
    profile: str | None = None,
    password: str | None = None,
    ocr: Literal["auto", "never", "always"] = "auto",
    ocr_language: str = "eng",
) -> Minutes:
    """Read a set of minutes.

    source    a path, or the bytes of a file
    name      a file name for bytes: its suffix helps to tell the format
    profile   a profile's name or the path of a TOML file; by default found from the document
    password  of an encrypted file
    ocr       whether pages are read from their pictures with tesseract: those without usable text, none, or all
    ocr_language  of such pages, as tesseract names it ("eng", "deu+fra")
    Raises `minutes_cli.errors.MinutesError`: InputError for what cannot be read, UsageError for a missing file.
    """
    from pathlib import Path

    from minutes_cli.pipeline import parse_bytes, read_bytes
    from minutes_cli.readers.options import Options

    options = Options(password=password, ocr=ocr, ocr_language=ocr_language)
    if isinstance(source, bytes):
        return parse_bytes(source, name or "-", options, profile)
    path = Path(source)
    return parse_bytes(read_bytes(path, options), name or str(path), options, profile)


def load(source: str | os.PathLike[str] | bytes) -> Minutes:
    """The minutes in JSON that `minutes parse` printed.

    source   a path, or the JSON itself as bytes or as a string that starts with "{"
    Raises `minutes_cli.errors.InputError` for what is no such JSON, UsageError for a missing file.
    """
    from pathlib import Path

    from minutes_cli.model.loading import read_minutes
    from minutes_cli.pipeline import read_bytes

    if isinstance(source, bytes) or (isinstance(source, str) and source.lstrip().startswith("{")):
        return read_minutes(source, "JSON")
    return read_minutes(read_bytes(Path(source)), str(source))
