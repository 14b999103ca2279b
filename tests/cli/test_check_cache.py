"""What `minutes check` remembers from one run to the next, where, and when it does not."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from minutes_cli.cli import main
from minutes_cli.kept.cache import Cache
from minutes_cli.model.minutes import Meeting

FIXTURES = Path(__file__).parents[2] / "fixtures"
NOTES = """# Minutes of the Harbour Trust

Held on Tuesday {} March 2025 in the Old Boathouse <!-- minutes: ignore M1O3 -->

Present: Ada Roe (AR), Ben Cole (BC)

1. Jetty

Action: Obtain three quotes for the repair.
"""

Captured = pytest.CaptureFixture[str]
Check = Callable[..., tuple[int, str, str]]


@pytest.fixture
def notes(tmp_path: Path) -> Path:
    folder = tmp_path / "minutes"
    folder.mkdir()
    for day in (5, 12, 19):
        (folder / f"{day}.md").write_text(NOTES.format(day), encoding="utf-8")
    return folder


@pytest.fixture
def check(capsys: Captured) -> Check:
    """Runs the command; gives its exit code and what it printed on the two streams."""

    def run(*given: object) -> tuple[int, str, str]:
        code = main(["check", "--isolated", "--select", "ALL", *map(str, given)])
        return code, *capsys.readouterr()

    return run


def test_what_did_not_change_is_not_read_again_and_tells_the_same(notes: Path, anew: list[str], check: Check) -> None:
    first = check(notes, "--format", "json")
    assert sorted(anew) == ["12.md", "19.md", "5.md"]
    anew.clear()
    assert check(notes, "--format", "json") == first
    assert anew == []
    assert "no rule is called M1O3" in first[2]


def test_no_cache_reads_all_again_and_leaves_nothing(
    notes: Path, anew: list[str], check: Check, cache_folder: Path
) -> None:
    check(notes, "--no-cache")
    check(notes, "--no-cache")
    assert len(anew) == 6
    assert not cache_folder.exists()


def test_a_file_in_another_folder_is_the_same_file(notes: Path, anew: list[str], check: Check, tmp_path: Path) -> None:
    _, first, _ = check(notes / "5.md")
    moved = tmp_path / "5.md"
    (notes / "5.md").rename(moved)
    anew.clear()
    _, second, _ = check(moved)
    assert anew == []
    assert second == first.replace(str(notes / "5.md"), str(moved))


def test_a_changed_file_is_read_again(notes: Path, anew: list[str], check: Check) -> None:
    check(notes / "5.md")
    (notes / "5.md").write_text(NOTES.format(5) + "\nThe end.\n", encoding="utf-8")
    check(notes / "5.md")
    assert anew == ["5.md", "5.md"]


def test_what_findings_hang_on_makes_a_file_unknown(notes: Path, anew: list[str], check: Check, tmp_path: Path) -> None:
    profile = tmp_path / "ours.toml"
    profile.write_text('name = "ours"\nextends = "generic"\n', encoding="utf-8")
    template = tmp_path / "trust.toml"
    template.write_text('[meeting]\nrequired = ["chair"]\n', encoding="utf-8")
    runs: list[tuple[object, ...]] = [
        (),
        ("--ignore", "M103"),
        ("--severity", "M103=info"),
        ("--publication",),
        ("--profile", "pcc"),
        ("--profile", profile),
        ("--template", "board"),
        ("--template", template),
        ("--ocr", "never"),
    ]
    for more in runs:
        check(notes / "5.md", *more)
    assert len(anew) == len(runs)
    for more in runs:
        check(notes / "5.md", *more)
    assert len(anew) == len(runs)
    profile.write_text('name = "ours"\nextends = "generic"\n[actions]\nmarkers = ["Task"]\n', encoding="utf-8")
    template.write_text('[meeting]\nrequired = ["venue"]\n', encoding="utf-8")
    check(notes / "5.md", "--profile", profile)
    check(notes / "5.md", "--template", template)
    assert len(anew) == len(runs) + 2


def test_mending_reads_only_what_can_be_mended(notes: Path, anew: list[str], check: Check) -> None:
    (notes / "5.md").write_text(NOTES.format(5).replace("Tuesday", "Wednesday"), encoding="utf-8")
    given = ("--select", "M103", "--diff", "--unsafe-fixes", notes)
    first = check(*given)
    anew.clear()
    assert check(*given) == first
    assert set(anew) == {"12.md", "19.md"}


def test_what_findings_do_not_hang_on_does_not(notes: Path, anew: list[str], check: Check) -> None:
    for more in ((), ("--fail-on", "error"), ("--format", "json"), ("--statistics",)):
        check(notes / "5.md", *more)
    assert anew == ["5.md"]


def test_between_meetings_only_a_series_that_changed_is_compared_again(
    notes: Path, anew: list[str], check: Check
) -> None:
    for day in (6, 13):
        text = NOTES.replace("Harbour Trust", "Reedham Parish Council").format(day)
        (notes / f"council-{day}.md").write_text(text, encoding="utf-8")
    check(notes)
    anew.clear()
    (notes / "5.md").write_text(NOTES.format(5) + "\n2. Any other business\n\nNone.\n", encoding="utf-8")
    second = check(notes)
    assert "5.md" in anew
    assert not {"council-6.md", "council-13.md"} & set(anew)
    assert second == check(notes, "--no-cache")


@pytest.mark.parametrize(
    "damage", [b"", b"{", *map(zlib.compress, (b"[]", b"null", b'{"findings": 3}', b"\xff\x00", b"[" * 100_000))]
)
def test_damaged_values_are_made_anew(
    notes: Path, anew: list[str], check: Check, cache_folder: Path, damage: bytes
) -> None:
    first = check(notes)
    for path in cache_folder.rglob("*.json.z"):
        path.write_bytes(damage)
    anew.clear()
    assert check(notes) == first
    assert len(anew) == 3
    assert check(notes) == first
    assert len(anew) == 3


@pytest.mark.skipif(os.name != "posix", reason="modes of POSIX")
def test_only_the_user_can_read_it(notes: Path, check: Check, cache_folder: Path) -> None:
    check(notes)
    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in (cache_folder, *cache_folder.rglob("*"))}
    assert modes == {True: 0o700, False: 0o600}


def test_a_folder_that_cannot_be_made_fails_no_run(
    notes: Path, check: Check, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = check(notes)
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("MINUTES_CACHE_DIR", str(tmp_path / "file" / "cache"))
    assert check(notes) == first


def test_a_password_is_remembered_in_no_form(anew: list[str], check: Check, cache_folder: Path) -> None:
    notes = FIXTURES / "harrowvale-pcc-2024-03.docx"
    for _ in range(2):
        check(notes, "--password", "swordfish-4711")
    assert len(anew) == 2
    assert not cache_folder.exists()
    text = FIXTURES / "harrowvale-pcc-2024-03.txt"
    for password in ("swordfish-4711", "another"):
        check(text, "--password", password)
    assert len(anew) == 3


def test_the_oldest_values_go_where_there_are_too_many(tmp_path: Path) -> None:
    # noise, which compresses little
    value = Meeting(title="".join(hashlib.sha256(bytes([number])).hexdigest() for number in range(32)))
    cache = Cache(tmp_path, most_bytes=5000)
    for number in range(9):
        cache.put(f"{number}{number}", value)
        os.utime(tmp_path / f"{number}{number}" / f"{number}{number}.json.z", (number, number))
    cache.trim(always=True)
    assert [number for number in range(9) if cache.get(f"{number}{number}", Meeting)] == [5, 6, 7, 8]


def test_a_remembered_run_loads_no_reader_and_no_parser(notes: Path, check: Check) -> None:
    check(notes, "--format", "json")
    code = (
        "import sys; from minutes_cli.cli import main;"
        "main(sys.argv[1:]); print([name for name in sys.modules if name.startswith(("
        "'minutes_cli.parser', 'minutes_cli.pipeline', 'minutes_cli.readers.docx', 'minutes_cli.readers.pdf',"
        "'minutes_cli.tracking', 'lxml', 'markdown_it', 'pypdfium2', 'pdfplumber', 'PIL'))],"
        "file=sys.stderr)"
    )
    command = [sys.executable, "-c", code, "check", "--isolated", "--select", "ALL", "--format", "json", str(notes)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr.splitlines()[-1] == "[]"
