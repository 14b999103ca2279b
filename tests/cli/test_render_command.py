"""`minutes render`: data back to documents."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from minutes_cli import load, parse
from minutes_cli.cli import main
from minutes_cli.cli.render import DOCUMENTS
from minutes_cli.errors import ExitCode
from minutes_cli.exporters.formats import EXPORTS, single
from minutes_cli.model.minutes import Minutes


def data_file(folder: Path, *meetings: Minutes) -> Path:
    path = folder / "data.json"
    path.write_text("\n".join(one.model_dump_json(by_alias=True) for one in meetings), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", DOCUMENTS)
def test_data_becomes_the_document_that_export_writes(form: str, tmp_path: Path, wrenshire: Minutes) -> None:
    target = tmp_path / f"minutes{EXPORTS[form].suffix}"
    assert main(["render", str(data_file(tmp_path, wrenshire)), "--to", form, "-o", str(target)]) == ExitCode.DONE
    stream = io.BytesIO()
    single(form).write(wrenshire, stream)
    assert target.read_bytes() == stream.getvalue()


def test_what_was_mended_in_the_data_stands_in_the_document(tmp_path: Path, wrenshire: Minutes) -> None:
    mended = wrenshire.model_copy(update={"meeting": wrenshire.meeting.model_copy(update={"venue": "Town Hall"})})
    target = tmp_path / "minutes.docx"
    assert main(["render", str(data_file(tmp_path, mended)), "--to", "docx", "-o", str(target)]) == ExitCode.DONE
    assert parse(target).meeting == load(data_file(tmp_path, mended)).meeting


def test_several_meetings_go_into_a_folder(
    tmp_path: Path, wrenshire: Minutes, nothing: Minutes, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(data_file(tmp_path, wrenshire, nothing))
    assert main(["render", data, "--to", "markdown"]) == ExitCode.USAGE
    assert "name a folder with -o" in capsys.readouterr().err
    assert main(["render", data, "--to", "markdown", "-o", f"{tmp_path}/out/"]) == ExitCode.DONE
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_what_is_no_data_of_minutes_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": 1}', encoding="utf-8")
    assert main(["render", str(path), "--to", "docx", "-o", str(tmp_path / "a.docx")]) == ExitCode.INPUT
    assert "not the data of minutes" in capsys.readouterr().err
