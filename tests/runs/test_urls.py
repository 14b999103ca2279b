"""Documents are read from, and results written to, what fsspec reaches: the same as with folders."""

from __future__ import annotations

import json
from pathlib import Path

import duckdb
import fsspec
import pytest

from minutes_cli.cli import main
from tests.isolation.command import NOTES, notes, poison, run
from tests.runs.results import content, report

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> fsspec.AbstractFileSystem:
    """A file system in this process with three notes, and with what is not looked for; a folder has the same notes."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    for day, name in enumerate(("notes-01.md", "notes-02.md", "2021/notes-03.md"), start=1):
        path = tmp_path / "papers" / name
        path.parent.mkdir(exist_ok=True, parents=True)
        path.write_text(NOTES.format(day=day), encoding="utf-8")
        system.pipe(f"/papers/{name}", path.read_bytes())
    for name in (".hidden.md", ".git/notes.md", "~$notes.md", "picture.gif"):
        system.pipe(f"/papers/{name}", b"x")
    monkeypatch.chdir(tmp_path)
    return system


def stored(system: fsspec.AbstractFileSystem, folder: str) -> dict[str, bytes]:
    return {path.removeprefix(f"{folder}/"): system.cat(path) for path in system.find(folder)}


def lines(data: bytes) -> list[dict[str, object]]:
    """Of a report, but for the times and where the documents are."""
    entries = [json.loads(line) for line in data.splitlines()]
    return [{**entry, "seconds": 0, "file": entry["file"].rpartition("papers/")[2]} for entry in entries]


@pytest.mark.parametrize("source", ["papers", "memory://papers", "memory://papers/", "memory://papers/**/*.md"])
def test_to_a_store_of_objects(source: str, memory: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    assert main(["parse", "papers", "-o", "here"]) == 0
    assert main(["parse", source, "-o", "memory://there"]) == 0
    found = stored(memory, "/there")
    if "*" not in source:
        assert {name: data for name, data in found.items() if name != "report.jsonl"} == content(tmp_path / "here")
        assert lines(found["report.jsonl"]) == lines((tmp_path / "here/report.jsonl").read_bytes())
    else:
        assert {"notes-01.md.json", "notes-02.md.json", "notes-03.md.json", "report.jsonl"} <= set(found)


def test_from_a_store_of_objects_to_a_folder(memory: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    assert main(["parse", "memory://papers/notes-02.md", "papers/notes-01.md", "-o", "data"]) == 0
    assert sorted(content(tmp_path / "data")) == ["notes-01.md.json", "notes-02.md.json"]


def test_a_run_goes_on_where_it_was(memory: fsspec.AbstractFileSystem, capsys: Capture) -> None:
    memory.pipe("/papers/a.pdf", b"")
    assert main(["parse", "memory://papers", "-o", "memory://data", "--fail-fast"]) == 1
    assert [name for name in stored(memory, "/data") if name.startswith(".minutes-run")]
    memory.rm("/papers/a.pdf")
    assert main(["parse", "memory://papers", "-o", "memory://data", "--resume"]) == 0
    assert "1 done by an earlier run" in " ".join(capsys.readouterr().err.split())
    assert sorted(stored(memory, "/data")) == [
        "2021/notes-03.md.json",
        "notes-01.md.json",
        "notes-02.md.json",
        "report.jsonl",
    ]
    memory.pipe("/papers/notes-02.md", NOTES.format(day=9).encode())
    before = memory.modified("/data/notes-01.md.json")
    assert main(["parse", "memory://papers", "-o", "memory://data", "--resume"]) == 0
    assert json.loads(memory.cat("/data/notes-02.md.json"))["meeting"]["date"] == "2022-11-09"
    assert memory.modified("/data/notes-01.md.json") == before


def test_limits_of_size_are_kept(memory: fsspec.AbstractFileSystem, capsys: Capture) -> None:
    memory.pipe("/papers/notes-02.md", b"x" * (2**20 + 1))
    assert main(["parse", "memory://papers", "-o", "data", "--allow", "input-bytes=1M"]) == 1
    assert (
        "minutes: memory://papers/notes-02.md: larger than 1 MiB: give it more with --allow input-bytes=N, or"
        in capsys.readouterr().err
    )


def test_a_file_is_renamed_when_it_is_whole_where_file_systems_rename(tmp_path: Path) -> None:
    notes(tmp_path / "papers", 3)
    poison(tmp_path / "papers" / "bad.md", "exit")
    url = tmp_path.as_uri()
    (tmp_path / "data").mkdir()
    (tmp_path / "data/notes-02.md.json").write_text("old")
    (tmp_path / "data/.minutes-0123456789abcdef.tmp").write_text("half")
    run("parse", "papers", "-o", "here", folder=tmp_path)
    code, _, said = run("parse", f"{url}/papers", "-o", f"{url}/data", "--resume", folder=tmp_path)
    assert code == 1
    assert f"minutes: {url}/papers/bad.md: breaks its reader (exit status 7)" in said
    assert content(tmp_path / "data") == content(tmp_path / "here")
    assert [one["sha256"] for one in report(tmp_path / "data")] == [one["sha256"] for one in report(tmp_path / "here")]


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("memory://nowhere", "-o", "data"), 2, "memory://nowhere: no documents in it: "),
        (("memory://papers/none.md", "-o", "data"), 2, "memory://papers/none.md: no documents in it: "),
        (("memory://papers/notes-01.md",), 2, "a cluster, parquet and URLs need a folder that takes the results"),
        (("papers", "-o", "memory://data", "--engine", "dask", "--jobs", "1"), 2, "memory://data: is seen by one"),
        (("papers", "-o", "nosuch://data"), 2, "nosuch://data: cannot be reached (Protocol not known: nosuch): "),
        (
            ("memory://papers/a.md", "memory://papers/a.md.json", "-o", "memory://papers"),
            2,
            "memory://papers/a.md.json: is one",
        ),
    ],
)
def test_wrong_use(
    arguments: tuple[str, ...], code: int, said: str, memory: fsspec.AbstractFileSystem, capsys: Capture
) -> None:
    memory.pipe({"/papers/a.md": b"x", "/papers/a.md.json": b"x"})
    assert main(["parse", *arguments]) == code
    err = capsys.readouterr().err
    assert err.startswith(f"minutes: {said}")
    assert err.count("\n") == 1


def test_no_bucket_is_made(memory: fsspec.AbstractFileSystem, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(type(memory), "makedirs", lambda _, path, exist_ok=False: made.append(path))
    assert main(["parse", "papers", "-o", "memory://mistyped/data"]) == 0
    assert not made


def test_what_cannot_be_written_ends_the_run(
    memory: fsspec.AbstractFileSystem, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> None:
        raise PermissionError(13, "Access Denied")

    monkeypatch.setattr(type(memory), "pipe_file", refused)
    assert main(["parse", "papers", "-o", "memory://data"]) == 4
    err = capsys.readouterr().err
    assert err.startswith("minutes: memory://data/")
    assert err.endswith(": cannot be written (Access Denied): check the address and your rights\n")


@pytest.mark.parametrize("where", ["data", "memory://data"])
def test_tables_in_parts(where: str, memory: fsspec.AbstractFileSystem, tmp_path: Path) -> None:
    assert main(["parse", "papers", "-o", where, "--format", "parquet", "--chunk", "2"]) == 0
    if where != "data":
        memory.get("/data", str(tmp_path / "data"), recursive=True)
    parts = sorted(path.name for path in (tmp_path / "data/meetings").iterdir())
    assert parts == ["part-00000.parquet", "part-00001.parquet"]
    found = duckdb.sql(f"SELECT file, date::text FROM '{tmp_path}/data/meetings/*.parquet' ORDER BY file").fetchall()
    assert found == [(f"notes-0{day}.md", f"2022-11-0{day}") for day in (1, 2, 3)]


def test_parts_are_made_anew_where_a_document_of_theirs_changed(
    memory: fsspec.AbstractFileSystem, tmp_path: Path
) -> None:
    again = ["parse", "papers", "-o", "data", "--format", "parquet", "--resume", "--chunk"]
    assert main([*again, "1"]) == 0
    before = {path: path.stat().st_ino for path in (tmp_path / "data/meetings").iterdir()}
    (tmp_path / "papers/notes-02.md").write_text(NOTES.format(day=9))
    assert main([*again, "1"]) == 0
    after = {path: path.stat().st_ino for path in (tmp_path / "data/meetings").iterdir()}
    assert [path.name for path in after if after[path] != before[path]] == ["part-00002.parquet"]
    assert main([*again, "2"]) == 0
    assert sorted(path.name for path in (tmp_path / "data/items").iterdir()) == [
        "part-00000.parquet",
        "part-00001.parquet",
    ]
    found = duckdb.sql(f"SELECT count(*) FROM '{tmp_path}/data/meetings/*.parquet'").fetchall()
    assert found == [(3,)]
