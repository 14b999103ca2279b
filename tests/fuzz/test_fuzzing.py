"""The fuzzer itself: the same mutants for the same seed, and no fault goes unseen."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import pytest

from fuzzing.__main__ import main
from fuzzing.changes import kinds, mutant, package, pdf
from fuzzing.good import good
from fuzzing.judging import judged, unlike
from fuzzing.running import settings
from fuzzing.shrinking import shrunk
from minutes_cli.errors import CrashError, InputError, LimitError, UsageError
from minutes_cli.isolation.protocol import Content, Result
from minutes_cli.isolation.workers import Worker

KINDS = kinds(pictures=False)


def test_a_seed_gives_the_same_mutants_and_another_others() -> None:
    assert [mutant(7, at, KINDS) for at in range(18)] == [mutant(7, at, KINDS) for at in range(18)]
    assert mutant(7, 3, KINDS).data != mutant(8, 3, KINDS).data
    assert {mutant(7, at, KINDS).kind for at in range(len(KINDS))} == set(KINDS)
    assert {"pdf", "docx", "doc", "odt", "html", "md", "txt", "org", "rst"} == set(KINDS)


def test_good_documents_are_good() -> None:
    worker = Worker(settings(pictures=False))
    for one in (one for kind in KINDS for one in good()[kind]):
        result = worker.ask(one.name, one.data)
        assert result.contents, one.name
        assert judged(result) == [], one.name
    worker.close()


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_packages_stay_whole_when_their_parts_change(kind: str) -> None:
    data = good()[kind][0].data
    changed = 0
    for seed in range(20):
        new = package.main_part(Random(seed), data, [data])
        parts, before = package.unpacked(new), package.unpacked(data)
        assert parts is not None and before is not None
        assert [name for name, _ in parts] == [name for name, _ in before]
        changed += parts != before
    assert changed > 10


def test_streams_of_pdfs_are_opened_and_stay_whole() -> None:
    data = good()["pdf"][0].data
    worker = Worker(settings(pictures=False))
    before = json.loads(worker.ask("a.pdf", data).contents[0].data)["items"]
    opened = 0
    for seed in range(4):
        new = pdf.unpack(Random(seed), data, [data])
        assert new != data
        assert json.loads(worker.ask("a.pdf", new).contents[0].data)["items"] == before
        opened += b" Tf" in new
    assert opened, "without any filter"
    worker.close()


def result(**more: object) -> Result:
    return Result("a.md", **more)  # type: ignore[arg-type]


FAULTS = {
    "a bug": (result(bug=CrashError("KeyError", 'File "/x/minutes_cli/a.py", line 3, in f')), "traceback"),
    "a death": (result(failure=InputError("a.md", "breaks its reader (SIGSEGV)", "save it")), "death"),
    "too late": (result(failure=LimitError("a.md", "takes longer than 5 seconds", "more")), "timeout"),
    "too large": (result(failure=LimitError("a.md", "needs more than 900 MiB of memory", "more")), "memory"),
    "no reason": (result(failure=InputError("a.md", " ", "save it")), "no clear line"),
    "no advice": (result(failure=InputError("a.md", "damaged", "")), "no clear line"),
    "two lines": (result(failure=InputError("a.md", "one\ntwo", "save it")), "no clear line"),
    "an escape": (result(failure=InputError("a.md", "\x1b[31m", "save it")), "no clear line"),
    "an option": (result(failure=UsageError("a.md", "no such option", "give another")), "wrong exit code"),
    "nothing": (result(), "nothing"),
    "no JSON": (result(contents=(Content(None, b"{"),)), "no data"),
    "NaN": (result(contents=(Content(None, b'{"a": NaN}'),)), "no data"),
    "no minutes": (result(contents=(Content(None, b"[]"),)), "no data"),
}


@pytest.mark.parametrize(("found", "kind"), FAULTS.values(), ids=FAULTS)
def test_faults_are_seen(found: Result, kind: str) -> None:
    assert kind in [finding.kind for finding in judged(found)]


def test_raw_control_characters_and_differences_are_seen() -> None:
    worker = Worker(settings(pictures=False))
    read = worker.ask("a.md", b"# Board\n\nPresent: Ann Rowe\n\n1. Welcome\n")
    worker.close()
    assert judged(read) == []
    raw = Content(None, read.contents[0].data.replace(b"Ann Rowe", b"Ann\\u001bRowe"))
    assert {finding.kind for finding in judged(result(contents=(raw,)))} == {"raw control character"}
    assert unlike(read, read) == []
    assert unlike(read, result(contents=(raw,)))[0].kind == "not the same twice"


def test_what_is_found_is_made_smaller() -> None:
    assert shrunk(b"aaaa needle bbbb" * 9, lambda data: b"needle" in data, 20) == b"needle"
    parts = [("word/a.xml", b"<x/>" * 50), ("word/b.xml", b"<y>needle</y>")]

    def faulty(data: bytes) -> bool:
        return any(b"needle" in content for _, content in package.unpacked(data) or [])

    assert package.unpacked(shrunk(package.packed(parts), faulty, 20)) == [("word/b.xml", b"needle")]


def test_a_run_tells_how_many_and_what(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    few = ["--mutants", "12", "--kind", "md", "--kind", "rst", "--out", str(tmp_path / "found")]
    assert main(few) == 0
    out = capsys.readouterr().out.splitlines()
    assert [line.split()[:2] for line in out[2:5]] == [["md", "6"], ["rst", "6"], ["all", "12"]]
    assert out[-1] == "0 findings"
    assert not (tmp_path / "found").exists()


def test_a_run_keeps_what_it_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # every text with a name in it breaks this parser
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "sitecustomize.py").write_text(
        "import minutes_cli.readers as readers\nread = readers.read\n"
        "def broken(data, *rest):\n    assert b'Kofi' not in data\n    return read(data, *rest)\n"
        "readers.read = broken\n"
    )
    monkeypatch.setenv("PYTHONPATH", str(tmp_path / "broken"))
    assert main(["--mutants", "3", "--kind", "md", "--seed", "4", "--out", str(tmp_path / "found")]) == 1
    out = capsys.readouterr().out
    assert "traceback: AssertionError" in out and "1 findings" in out
    documents = [path for path in (tmp_path / "found").iterdir() if path.suffix == ".md"]
    assert [path.read_bytes() for path in documents] == [b"Kofi"]
    assert "seed 4 number " in documents[0].with_name(f"{documents[0].name}.txt").read_text()
