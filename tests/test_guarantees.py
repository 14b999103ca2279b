"""The guarantees of SECURITY.md, each by its name; what stands behind them in depth is tested beside each part."""

from __future__ import annotations

import json
import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from fixtures.badinputs.word_files import docx, p, rels
from tests.isolation.command import POISON

ROOT = Path(__file__).parents[1]
NOTES = (
    "# Board\n\nMinutes of the meeting of 2 November 2022\n\nPresent: Ann Rowe\n\n1. Welcome\n\nAll were welcomed.\n"
)
OUTSIDE = "http://198.51.100.7"

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are watched and limited as on POSIX")


class Done(tuple[int, str, str]):
    """A command that ended, and what it did to the world."""

    deeds: list[str]

    def out(self) -> str:
        return self[1]

    def err(self) -> str:
        return self[2]


def minutes(folder: Path, *arguments: str, path: Path = ROOT / "tests" / "watched") -> Done:
    own = {"PYTHONPATH": str(path), "WATCHED": str(folder / "watched"), "TMPDIR": str(folder / "tmp")}
    own |= {"MINUTES_CACHE_DIR": str(folder / "cache")}
    (folder / "tmp").mkdir(exist_ok=True)
    (folder / "watched").write_text("")
    command = [sys.executable, "-P", "-m", "minutes_cli", *arguments]
    ended = subprocess.run(
        command, cwd=folder, env={**os.environ, **own}, capture_output=True, text=True, timeout=120, check=False
    )
    done = Done((ended.returncode, ended.stdout, ended.stderr))
    done.deeds = (folder / "watched").read_text().splitlines()
    return done


def paragraphs(*texts: str) -> str:
    return "".join(map(p, texts))


def hostile(folder: Path) -> list[str]:
    """Documents that would run or fetch something, by name."""
    fields = "".join(
        f'<w:p><w:fldSimple w:instr="{field}"><w:r><w:t>x</w:t></w:r></w:fldSimple></w:p>'
        for field in ("DDEAUTO cmd /c calc", f"INCLUDETEXT {OUTSIDE}/t", f"INCLUDEPICTURE {OUTSIDE}/p.png")
    )
    outside = rels(("attachedTemplate", f"{OUTSIDE}/t.dotm"), ("image", f"{OUTSIDE}/i.png"), external=True)
    macro = {"word/_rels/document.xml.rels": outside, "word/vbaProject.bin": "Auto_Open"}
    (folder / "fields.docx").write_bytes(docx(paragraphs("Present: Ann Rowe", "1. Welcome") + fields, macro))
    (folder / "page.html").write_text(
        f'<html><link rel=stylesheet href="{OUTSIDE}/s.css"><script>open("ran")</script><img src="{OUTSIDE}/i.png">'
        f'<iframe src="file:///etc/passwd"></iframe><h1>Board</h1><p>Present: Ann Rowe</p><p>1. Welcome</p></html>'
    )
    (folder / "entity.html").write_text(
        f'<?xml version="1.0"?><!DOCTYPE html [<!ENTITY x SYSTEM "{OUTSIDE}/e">]><html><p>Present: Ann &x;</p></html>'
    )
    (folder / "front.md").write_text(f"---\ntitle: !!python/object/apply:os.system ['touch ran']\n---\n{NOTES}")
    canvas = Canvas(str(folder / "action.pdf"))
    canvas.drawString(72, 700, "Present: Ann Rowe")
    canvas.save()
    pdf = (folder / "action.pdf").read_bytes()
    action = f"/Type /Catalog /OpenAction << /S /Launch /F (/bin/sh) /Next << /S /URI /URI ({OUTSIDE}) >> >>".encode()
    (folder / "action.pdf").write_bytes(pdf.replace(b"/Type /Catalog", action, 1))
    return ["fields.docx", "page.html", "entity.html", "front.md", "action.pdf"]


def test_reads_never_runs(tmp_path: Path) -> None:
    for name in hostile(tmp_path):
        done = minutes(tmp_path, "parse", name, "--ocr", "never")
        assert done[0] in (0, 3), done.err()
        ran = ("os.system", "os.exec", "os.posix_spawn", "subprocess", "pickle")
        assert not [deed for deed in done.deeds if deed.startswith(ran)], name
    assert not (tmp_path / "ran").exists()


def test_no_network(tmp_path: Path) -> None:
    for name in hostile(tmp_path):
        for command in (("parse",), ("check",), ("export", "--to", "html", "-o", f"{name}.out.html")):
            done = minutes(tmp_path, command[0], name, *command[1:], "--ocr", "never")
            assert not [deed for deed in done.deeds if deed.startswith(("socket", "urllib", "webbrowser"))], name


def test_bounded(tmp_path: Path) -> None:
    for dose, reason in (("loop", "takes longer than"), ("memory", "of memory"), ("segv", "breaks its reader")):
        (tmp_path / "bad.md").write_text(f"POISON {dose}")
        done = minutes(tmp_path, "parse", "bad.md", "--allow", "seconds=1", path=POISON)
        assert (done[0], done.out(), reason in done.err()) == (3, "", True)
    (tmp_path / "bomb.docx").write_bytes(docx(paragraphs("x" * 60_000_000)))
    done = minutes(tmp_path, "parse", "bomb.docx")
    assert (done[0], done.out(), done.err().count("\n")) == (3, "", 1)
    (tmp_path / "long.txt").write_text("Present: Ann Rowe\n" + "x" * 3_000_000)
    done = minutes(tmp_path, "parse", "long.txt", "--allow", "line-characters=1000")
    assert done[0] == 0
    assert len(done.out()) < 100_000


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("empty.pdf", b""),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<<"),
        ("cut.docx", b"PK\x03\x04 and no more"),
        ("sheet.xlsx", b"PK\x03\x04"),
        ("noise.pdf", bytes(range(256)) * 40),
        ("program.docx", b"\x7fELF" + bytes(2000)),
    ],
)
def test_says_no_clearly(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    done = minutes(tmp_path, "parse", name, "--ocr", "never")
    assert (done[0], done.out(), done.err().count("\n")) == (3, "", 1)
    assert re.fullmatch(rf"minutes: {name}: [^:]+: .+\n", done.err()), "which file, why, and what to do"


def test_never_silently_partial(tmp_path: Path) -> None:
    deleted = "<w:p><w:del><w:r><w:delText>Ben Lea promised a report.</w:delText></w:r></w:del></w:p>"
    hidden = "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>A secret bid.</w:t></w:r></w:p>"
    (tmp_path / "edited.docx").write_bytes(docx(paragraphs("Present: Ann Rowe", "1. Welcome") + deleted + hidden))
    found = json.loads(minutes(tmp_path, "parse", "edited.docx").out())["diagnostics"]
    told = " ".join(one["message"] for one in found)
    assert "delet" in told and "hidden" in told
    (tmp_path / "long.txt").write_text(NOTES + "x" * 5000)
    found = json.loads(minutes(tmp_path, "parse", "long.txt", "--allow", "line-characters=1000").out())["diagnostics"]
    assert any("1,000" in one["message"] or "1000" in one["message"] for one in found)


def test_originals_are_never_changed(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "notes.md").write_text(NOTES)
    (papers / "notes.docx").write_bytes(docx(paragraphs("Present: Ann Rowe", "1. Welcome")))
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in papers.iterdir()}
    register = ("--register", "r.db")
    for command in (
        ("parse", "papers", "-o", "data"),
        ("check", "papers"),
        ("show", "papers/notes.md"),
        ("add", "papers", *register),
        ("export", "papers/notes.docx", "--to", "markdown", "-o", "notes.out.md"),
        ("redact", "papers/notes.md", "--to", "markdown", "--person", "Ann Rowe", "-o", "public.md"),
        ("report", "papers/notes.md", "-o", "report.html"),
    ):
        done = minutes(tmp_path, *command)
        assert not [deed for deed in done.deeds if "papers" in deed and not deed.startswith("subprocess")], command
    for name in ("papers/notes.md", "./papers/../papers/notes.md"):
        assert minutes(tmp_path, "parse", "papers/notes.md", "-o", name)[0] == 2
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in before} == before


def test_saved_means_saved(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(NOTES)
    done = minutes(tmp_path, "add", "notes.md", "--register", "r.db")
    assert done.out().startswith("saved ")
    # what another process finds there
    connection = sqlite3.connect(f"file:{tmp_path / 'r.db'}?mode=ro", uri=True)
    assert connection.execute("SELECT count(*) FROM meeting").fetchone() == (1,)
    connection.close()
    (tmp_path / "out.json").write_text("what was there")
    (tmp_path / "bad.md").write_text("POISON segv")
    assert minutes(tmp_path, "parse", "bad.md", "-o", "out.json", path=POISON)[0] == 3
    assert (tmp_path / "out.json").read_text() == "what was there"
    assert not list(tmp_path.rglob(".minutes-*"))


def test_safe_to_look_at(tmp_path: Path) -> None:
    raw = "\x1b]0;owned\x1b\\\x1b[31m\u202e\x9b1m"
    name = "::error::y.md"
    (tmp_path / name).write_text(f"# Board{raw}\n\nPresent: Ann {raw} Rowe\n\n1. Welcome {raw}\n\n::error::x {raw}\n")
    for command in ("show", "check", "parse", "actions", "explain", "coverage", "exchanges"):
        done = minutes(tmp_path, command, name)
        assert done[0] == (command == "check"), command
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", done.out() + done.err()), command
        assert not re.search(r"^\s*::", done.out(), re.MULTILINE), command
    done = minutes(tmp_path, "check", name, "--format", "github")
    assert not [line for line in done.out().splitlines() if line.startswith("::error::x")]


def test_the_viewer_is_private(tmp_path: Path) -> None:
    (tmp_path / "notes.md").write_text(NOTES)
    for command in (("show",), ("explain", "--html", "-o", "x.html"), ("export", "--to", "html", "-o", "y.html")):
        done = minutes(tmp_path, command[0], "notes.md", *command[1:])
        assert done[0] == 0
        assert not [deed for deed in done.deeds if deed.startswith("socket")]


def test_what_it_is_not() -> None:
    for page in ("SECURITY.md", "README.md"):
        assert "no malware scanner and no redaction checker" in " ".join((ROOT / page).read_text().split())
