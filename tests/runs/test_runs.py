"""`minutes parse DIR -o OUT`: every document has its file or its reason, whatever happened to the run."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tests.isolation.command import notes, poison, run, start
from tests.runs.results import content, report

ROOT = Path(__file__).parents[2]


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    """A folder of documents, some of which are poison, and one is no file."""
    folder = tmp_path / "papers"
    notes(folder, 4)
    notes(folder / "2021" / "autumn", 3)
    for dose in ("segv", "exit", "exception", "memory", "loop"):
        poison(folder / "bad" / f"{dose}.md", dose)
    os.mkfifo(folder / "bad" / "pipe.md")
    (folder / "bad" / "empty.pdf").write_bytes(b"")
    (folder / "bad" / "gone.md").symlink_to("nowhere.md")
    return folder


BAD = {
    "segv.md": "breaks its reader (SIGSEGV)",
    "exit.md": "breaks its reader (exit status 7)",
    "exception.md": "an internal error (KeyError)",
    "memory.md": "needs more than 900 MiB of memory",
    "loop.md": "takes longer than 2 seconds",
    "pipe.md": "is not a regular file",
    "empty.pdf": "empty file",
    "gone.md": "no such file",
}
QUICK = ("--allow", "seconds=2")


def test_the_good_are_done_and_the_bad_are_named(papers: Path, tmp_path: Path) -> None:
    code, out, err = run("parse", "papers", "-o", "data", *QUICK, folder=tmp_path)
    assert (code, out) == (1, "")
    for name, reason in BAD.items():
        assert f"papers/bad/{name}: {reason.removeprefix('an ').partition(' (')[0]}" in err
    told = {str(entry["file"]): entry for entry in report(tmp_path / "data")}
    assert {Path(file).name: entry["reason"] for file, entry in told.items() if entry["status"] == "failed"} == BAD
    good = [
        *(f"notes-0{day}.md.json" for day in range(1, 5)),
        *(f"2021/autumn/notes-0{day}.md.json" for day in range(1, 4)),
    ]
    assert sorted(content(tmp_path / "data")) == sorted(good)
    _, alone, _ = run("parse", "papers/notes-03.md", folder=tmp_path)
    assert (tmp_path / "data/notes-03.md.json").read_text(encoding="utf-8") == alone
    entry = told["papers/2021/autumn/notes-02.md"]
    assert (entry["status"], entry["written"], entry["reason"]) == ("done", ["2021/autumn/notes-02.md.json"], None)
    assert len(str(entry["sha256"])) == 64
    assert "15 documents" in err and "7 done" in err and "8 failed" in err


def test_the_number_of_processes_changes_nothing(papers: Path, tmp_path: Path) -> None:
    for jobs in ("1", "3"):
        run("parse", "papers", "-o", f"data-{jobs}", "--jobs", jobs, *QUICK, folder=tmp_path)
    assert content(tmp_path / "data-1") == content(tmp_path / "data-3")
    assert report(tmp_path / "data-1") == report(tmp_path / "data-3")


def test_a_run_that_was_killed_goes_on_where_it_was(papers: Path, tmp_path: Path) -> None:
    with start("parse", "papers", "-o", "data", "--allow", "seconds=60", folder=tmp_path) as process:
        while process.poll() is None and not list((tmp_path / "data").glob("2021/*/*.json")):
            time.sleep(0.02)
        process.kill()
        process.communicate()
    assert not (tmp_path / "data/report.jsonl").exists()
    (tmp_path / "data" / ".minutes-0123456789abcdef.tmp").write_text("half")
    before = {path: path.stat().st_mtime_ns for path in (tmp_path / "data").glob("2021/*/*.json")}
    code, _, err = run("parse", "papers", "-o", "data", "--resume", *QUICK, folder=tmp_path)
    run("parse", "papers", "-o", "whole", *QUICK, folder=tmp_path)
    assert code == 1
    assert "done by an earlier run" in err
    assert content(tmp_path / "data") == content(tmp_path / "whole")
    assert report(tmp_path / "data") == report(tmp_path / "whole")
    assert any(path.stat().st_mtime_ns == when for path, when in before.items())


@pytest.mark.parametrize(
    ("change", "done"),
    [
        ("nothing", []),
        ("edited", ["notes-02.md"]),
        ("result gone", ["notes-02.md"]),
        ("result cut", ["notes-02.md"]),
        ("other form", ["notes-01.md", "notes-02.md", "notes-03.md"]),
        ("new", ["notes-04.md"]),
    ],
)
def test_resuming_does_what_is_not_done(change: str, done: list[str], tmp_path: Path) -> None:
    paths = notes(tmp_path / "papers", 3)
    run("parse", "papers", "-o", "data", folder=tmp_path)
    match change:
        case "edited":
            paths[1].write_text(paths[1].read_text().replace("Ann Rowe", "Bob Lea"))
        case "result gone":
            (tmp_path / "data/notes-02.md.json").unlink()
        case "result cut":
            (tmp_path / "data/notes-02.md.json").write_bytes(b"")
        case "new":
            notes(tmp_path / "papers", 4)
    form = "yaml" if change == "other form" else "json"
    old = {path.name: path.stat().st_ino for path in (tmp_path / "data").iterdir()}
    code, _, _ = run("parse", "papers", "-o", "data", "--resume", "--format", form, folder=tmp_path)
    assert code == 0
    new = {path.name: path.stat().st_ino for path in (tmp_path / "data").glob(f"*.{form}")}
    assert sorted(name.removesuffix(f".{form}") for name, number in new.items() if old.get(name) != number) == done


def test_resuming_with_more_documents_takes_no_result_from_another(tmp_path: Path) -> None:
    """The one that came first keeps its name; a fresh run would have given that to the folder that is named first."""
    ours, theirs = notes(tmp_path / "b", 1)[0], notes(tmp_path / "a", 1)[0]
    theirs.write_text(theirs.read_text().replace("Ann Rowe", "Bob Lea"))
    run("parse", "b", "-o", "data", folder=tmp_path)
    first = content(tmp_path / "data")
    code, _, err = run("parse", "a", "b", "-o", "data", "--resume", folder=tmp_path)
    assert (code, "1 done by an earlier run" in err) == (0, True)
    found = content(tmp_path / "data")
    assert found["notes-01.md.json"] == first["notes-01.md.json"]
    assert b"Bob Lea" in found["notes-01.md-2.json"]
    told = {entry["file"]: entry["written"] for entry in report(tmp_path / "data")}
    assert told == {"a/notes-01.md": ["notes-01.md-2.json"], "b/notes-01.md": ["notes-01.md.json"]}

    # what is not named now stays in the folder and in the report
    run("parse", notes(tmp_path / "c", 1)[0].parent, "-o", "data", "--resume", folder=tmp_path)
    assert len(report(tmp_path / "data")) == len(content(tmp_path / "data")) == 3
    assert content(tmp_path / "data").items() >= found.items()
    assert ours.exists()


def test_resuming_leaves_nothing_of_a_document_that_has_become_another(tmp_path: Path) -> None:
    pack = (ROOT / "fixtures" / "wexcombe-chess-2024-01-pack.txt").read_bytes()
    notes(tmp_path / "papers", 1)[0].write_bytes(pack)
    run("parse", "papers", "-o", "data", folder=tmp_path)
    assert sorted(content(tmp_path / "data")) == ["notes-01.md.1.json", "notes-01.md.2.json"]
    notes(tmp_path / "papers", 1)
    run("parse", "papers", "-o", "data", "--resume", folder=tmp_path)
    assert sorted(content(tmp_path / "data")) == ["notes-01.md.json"]


def test_fail_fast_stops_and_can_be_resumed(tmp_path: Path) -> None:
    poison(tmp_path / "papers" / "a.md", "segv")
    notes(tmp_path / "papers", 3)
    code, _, err = run("parse", "papers", "-o", "data", "--fail-fast", "--jobs", "1", folder=tmp_path)
    assert code == 1
    assert "stopped at the first failure" in err
    assert not ("report.jsonl" in err or (tmp_path / "data/report.jsonl").exists())
    assert not content(tmp_path / "data").keys() & {"notes-01.md.json", "notes-03.md.json"}
    (tmp_path / "papers" / "a.md").unlink()
    assert run("parse", "papers", "-o", "data", "--resume", folder=tmp_path)[0] == 0
    assert len([name for name in content(tmp_path / "data") if name.endswith(".json")]) == 3


def test_names_of_files_from_a_list_and_from_a_pattern(tmp_path: Path) -> None:
    notes(tmp_path / "papers", 3)
    (tmp_path / "list.txt").write_text("papers/notes-02.md\n\npapers/notes-03.md\n")
    run("parse", "--files-from", "list.txt", "-o", "listed", folder=tmp_path)
    assert [entry["file"] for entry in report(tmp_path / "listed")] == ["papers/notes-02.md", "papers/notes-03.md"]
    code, _, _ = run("parse", "--files-from", "-", "-o", "piped/", folder=tmp_path, given="papers/notes-01.md\n")
    assert (code, [entry["file"] for entry in report(tmp_path / "piped")]) == (0, ["papers/notes-01.md"])
    (tmp_path / "papers" / "loop").symlink_to(".")
    run("parse", "papers/**/*-0[13].md", "-o", "matched", folder=tmp_path)
    assert [entry["file"] for entry in report(tmp_path / "matched")] == ["papers/notes-01.md", "papers/notes-03.md"]


def test_results_with_the_same_name_are_numbered(tmp_path: Path) -> None:
    for name in ("a", "b"):
        notes(tmp_path / name, 1)
    run("parse", "a", "b", "-o", "data", folder=tmp_path)
    assert sorted(content(tmp_path / "data")) == ["notes-01.md-2.json", "notes-01.md.json"]


def test_a_file_named_as_a_part_of_another_overwrites_none(tmp_path: Path) -> None:
    """Of several meetings in season.txt the second goes to season.txt.2.json."""
    pack = (ROOT / "fixtures" / "wexcombe-chess-2024-01-pack.txt").read_bytes()
    papers = tmp_path / "papers"
    papers.mkdir()
    (papers / "season.txt").write_bytes(pack)
    (papers / "season.txt.2").write_text("# Board\n\nPresent: Ann Rowe\n")
    run("parse", "papers/season.txt", "papers/season.txt.2", "-o", "data", folder=tmp_path)
    written = [name for entry in report(tmp_path / "data") for name in entry["written"]]
    assert len(written) > 2
    assert sorted(written) == sorted(content(tmp_path / "data"))


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("papers", "--resume"), 2, "--resume and --fail-fast need a folder that takes the results: -o DIR/"),
        (("papers", "-o", "list.txt"), 4, "list.txt: cannot be written"),
        (("--files-from", "nowhere.txt", "-o", "data"), 2, "nowhere.txt: no such file"),
        (("--files-from", "list.txt", "-o", "data"), 2, "list.txt: names no files"),
        (("papers/*.nix", "-o", "data"), 2, "papers/*.nix: no such file"),
        (("papers", "--allow", "seconds=x", "-o", "data"), 2, "'seconds=x' sets no whole number"),
        (("papers", "--jobs", "0", "-o", "data"), 2, "0 is not in the range"),
        (("papers", "--allow", "sconds=3", "-o", "data"), 2, "'sconds=3' is no limit such as seconds=60"),
        (("list.txt", "papers", "-o", "papers"), 0, ""),
    ],
)
def test_wrong_use(arguments: tuple[str, ...], code: int, said: str, tmp_path: Path) -> None:
    notes(tmp_path / "papers", 2)
    (tmp_path / "list.txt").write_text("\n")
    if code == 0:
        (tmp_path / "list.txt").write_text("# Board\n\nPresent: Ann Rowe\n")
    returned, _, err = run("parse", *arguments, folder=tmp_path)
    assert returned == code, err
    assert said in err
