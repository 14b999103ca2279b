"""Files that cannot be read: one line that says which, why and what to do; the contract's exit code; no traceback."""

import io
import os
import random
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from minutes_cli.cli import main

Capture = pytest.CaptureFixture[str]


def pdf(text: str = "Minutes of the meeting held on 2 November 2022", password: str | None = None) -> bytes:
    stream = io.BytesIO()
    canvas = Canvas(stream, encrypt=StandardEncryption(password) if password else None)
    canvas.drawString(72, 720, text)
    canvas.showPage()
    canvas.save()
    return stream.getvalue()


def docx(content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", content)
    return stream.getvalue()


def archive() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as made:
        made.writestr("readme.txt", "hello")
    return stream.getvalue()


RUBBISH = random.Random(1).randbytes(20_000)

# name, content, words of the reason
UNREADABLE: list[tuple[str, Callable[[], bytes], str]] = [
    ("empty.pdf", lambda: b"", "empty"),
    ("empty.txt", lambda: b"", "empty"),
    ("blank.md", lambda: b" \n\n \t\n", "empty"),
    ("no-text.pdf", lambda: pdf(""), "no text"),
    ("truncated.pdf", lambda: pdf()[:400], ""),
    ("head-only.pdf", lambda: b"%PDF-1.7\n", ""),
    ("rubbish.pdf", lambda: b"%PDF-1.7\n" + RUBBISH, ""),
    ("rubbish.bin", lambda: RUBBISH, ""),
    ("rubbish.txt", lambda: RUBBISH, ""),
    ("locked.pdf", lambda: pdf(password="secret"), "password"),
    ("truncated.docx", lambda: docx(b"<w:document/>")[:150], ""),
    ("no-xml.docx", lambda: docx(RUBBISH), ""),
    ("bomb.docx", lambda: docx(b" " * 64_000_000), ""),
    ("archive.docx", archive, ""),
    ("picture.png", lambda: b"\x89PNG\r\n\x1a\n" + RUBBISH, "image"),
    ("picture.pdf", lambda: b"\x89PNG\r\n\x1a\n" + RUBBISH, "image"),
    ("no-text.html", lambda: b"<html></html>", ""),
]


@pytest.mark.parametrize("command", ["parse", "show", "actions", "coverage", "explain"])
@pytest.mark.parametrize(("name", "content", "reason"), UNREADABLE, ids=[case[0] for case in UNREADABLE])
def test_a_file_that_cannot_be_read(
    command: str, name: str, content: Callable[[], bytes], reason: str, tmp_path: Path, capsys: Capture
) -> None:
    path = tmp_path / name
    path.write_bytes(content())
    assert main([command, str(path)]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith(f"minutes: {path}: ")
    assert reason in err
    assert err.strip().count(": ") >= 3, "which file, why, and what to do"


@pytest.mark.parametrize(("name", "reason"), [("", "no documents in it"), ("nowhere.pdf", "no such file")])
def test_a_path_without_a_file_is_wrong_use(name: str, reason: str, tmp_path: Path, capsys: Capture) -> None:
    assert main(["parse", str(tmp_path / name)]) == 2
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize("password", [None, "wrong"])
def test_a_locked_file_stays_locked_without_its_password(password: str | None, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(pdf(password="secret"))
    assert main(["parse", str(path), *(["--password", password] if password else [])]) == 3
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("engine", ["pdfium", "pdfplumber"])
def test_a_locked_file_opens_with_its_password(engine: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "locked.pdf"
    path.write_bytes(pdf(password="secret"))
    assert main(["parse", str(path), "--password", "secret", "--pdf-engine", engine]) == 0
    assert "2022-11-02" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["notes.docx", "notes.txt", "notes"])
def test_a_pdf_is_known_by_its_content_whatever_its_suffix(name: str, tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / name
    path.write_bytes(pdf())
    assert main(["parse", str(path)]) == 0
    assert '"application/pdf"' in capsys.readouterr().out


def test_text_with_the_suffix_of_a_pdf_is_read_or_refused_but_never_a_bug(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "notes.pdf"
    path.write_text("Minutes of the meeting held on 2 November 2022\n")
    assert main(["parse", str(path)]) in (0, 3)
    assert capsys.readouterr().err.count("\n") <= 1


def test_a_folder_that_cannot_be_read_keeps_none_of_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """As its owner sees it: root may read everything."""
    closed = tmp_path / "papers" / "closed"
    closed.mkdir(parents=True)
    (tmp_path / "papers" / "notes.md").write_text("# Board\n\nPresent: Ann Rowe\n")
    look, may = os.scandir, os.access

    def refuse(path: str) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return look(path)

    monkeypatch.setattr(os, "scandir", refuse)
    monkeypatch.setattr(os, "access", lambda path, *rest: Path(path) != closed and may(path, *rest))
    assert main(["parse", str(tmp_path / "papers"), "-o", str(tmp_path / "data"), "--no-isolation"]) == 1
    assert f"{closed}: the folder cannot be read: check its permissions\n" in capsys.readouterr().err
    assert (tmp_path / "data" / "notes.md.json").exists()
