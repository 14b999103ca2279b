"""Words planted in restricted items, in a name and where nobody looks occur in no byte of any copy."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_cli.cli import main
from minutes_cli.exporters.formats import EXPORTS
from tests.redacting.planted import NAMES, RESTRICTED, SOURCES, found

FORMATS = [name for name, export in EXPORTS.items() if export.holds == "meeting"]
WISHES = ("--person", "Ben Coldwater", "--pattern", r"paint\w{0,9}")
Capture = pytest.CaptureFixture[str]


def copied(kind: str, form: str, folder: Path, *options: str) -> bytes:
    source, output = folder / f"zqfile-coldwater.{kind}", folder / "copy"
    source.write_bytes(SOURCES[kind][0]())
    assert main(["redact", str(source), "--to", form, "-o", str(output), *options]) == 0
    return output.read_bytes()


@pytest.mark.parametrize("kind", SOURCES)
def test_all_is_planted(kind: str) -> None:
    make, unseen = SOURCES[kind]
    words = (*RESTRICTED, "coldwater", *unseen)
    assert found(words, make()) == list(words)


@pytest.mark.parametrize("kind", SOURCES)
@pytest.mark.parametrize("form", FORMATS)
def test_nothing_planted_is_in_any_byte(kind: str, form: str, tmp_path: Path, capsys: Capture) -> None:
    written = copied(kind, form, tmp_path, *WISHES)
    assert found((*RESTRICTED, *NAMES, *SOURCES[kind][1], "zqfile", "paint"), written) == []
    assert found(("jetty",), written)
    told = capsys.readouterr().err.replace("zqfile-coldwater", "")
    assert found((*RESTRICTED, *NAMES, "paint"), told.encode()) == []


@pytest.mark.parametrize("form", FORMATS)
def test_what_is_kept_is_found(form: str, tmp_path: Path) -> None:
    """So the test above looks well: what is not left out is seen, in every format that holds it."""
    written = copied("md", form, tmp_path, "--keep", "2", "--keep", "3")
    assert found((*RESTRICTED, "coldwater", "paint"), written) == [*RESTRICTED, "coldwater", "paint"]
