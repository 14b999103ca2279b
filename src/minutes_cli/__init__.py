"""Meeting minutes as data."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    from minutes_cli.model.findings import Finding
    from minutes_cli.model.minutes import Minutes
    from minutes_cli.readers.options import Options

__all__ = ["__version__", "check", "load", "parse", "parse_all"]
__version__ = "0.1.0"

# The functions import what they need when called: `import minutes_cli` costs nothing.


def parse(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str | None = None,
    profile: str | None = None,
    password: str | None = None,
    ocr: Literal["auto", "never", "always"] = "auto",
    ocr_language: str = "eng",
) -> Minutes:
    """Read a set of minutes; of several meetings in a file the first that is recorded.

    source    a path, or the bytes of a file
    name      a file name for bytes: its suffix helps to tell the format
    profile   a profile's name or the path of a TOML file; by default found from the document
    password  of an encrypted file
    ocr       whether pages are read from their pictures with tesseract: those without usable text, none, or all
    ocr_language  of such pages, as tesseract names it ("eng", "deu+fra")
    Raises `minutes_cli.errors.MinutesError`: InputError for what cannot be read, UsageError for a missing file.
    """
    from minutes_cli.pipeline import parse_bytes
    from minutes_cli.readers.options import Options

    data, known_as, options = _given(source, name, Options(password=password, ocr=ocr, ocr_language=ocr_language))
    return parse_bytes(data, known_as, options, profile)


def parse_all(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str | None = None,
    profile: str | None = None,
    password: str | None = None,
    ocr: Literal["auto", "never", "always"] = "auto",
    ocr_language: str = "eng",
) -> tuple[Minutes, ...]:
    """Read every meeting in a file: a term's notes in one, an agenda in front of the last minutes.

    Takes and raises what `parse` does. `Minutes.source.part` numbers the meetings where there are several.
    """
    from minutes_cli.pipeline import parse_all_bytes
    from minutes_cli.readers.options import Options

    data, known_as, options = _given(source, name, Options(password=password, ocr=ocr, ocr_language=ocr_language))
    return parse_all_bytes(data, known_as, options, profile)


def check(
    source: str | os.PathLike[str] | bytes,
    *,
    name: str | None = None,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    profile: str | None = None,
    password: str | None = None,
) -> tuple[Finding, ...]:
    """What `minutes check` finds in one file, in the order of the document.

    select  codes, families or names of the rules to run; by default the usual ones
    ignore  of those not to run
    Takes and raises what `parse` does, and UsageError for a rule that does not exist.
    """
    from minutes_cli.checking.engine import Checker
    from minutes_cli.checking.selection import choose_rules
    from minutes_cli.readers.options import Options

    data, known_as, options = _given(source, name, Options(password=password))
    checked = Checker(choose_rules(select, ignore)).check(data, known_as, options, profile)
    return tuple(found.finding for found in checked.found)


def _given(source: str | os.PathLike[str] | bytes, name: str | None, options: Options) -> tuple[bytes, str, Options]:
    """The bytes to read, what to call them, and how to read them."""
    from pathlib import Path

    from minutes_cli.readers.files import read_bytes

    if isinstance(source, bytes):
        return source, name or "-", options
    path = Path(source)
    return read_bytes(path, options), name or str(path), options


def load(source: str | os.PathLike[str] | bytes) -> Minutes:
    """The minutes in JSON that `minutes parse` printed.

    source   a path, or the JSON itself as bytes or as a string that starts with "{"
    Raises `minutes_cli.errors.InputError` for what is no such JSON, UsageError for a missing file.
    """
    from pathlib import Path

    from minutes_cli.model.loading import read_minutes
    from minutes_cli.readers.files import read_bytes

    if isinstance(source, bytes) or (isinstance(source, str) and source.lstrip().startswith("{")):
        return read_minutes(source, "JSON")
    return read_minutes(read_bytes(Path(source)), str(source))
