from pathlib import Path

import pytest

import minutes_cli
from minutes_cli import check, load, parse
from minutes_cli.cli import main
from minutes_cli.errors import CorruptInputError, UsageError
from minutes_cli.model.minutes import Minutes

NOTES = "# Meeting of 2 November 2022\n\nPresent: Ann Rowe\n\n## 1. Welcome\n\nAll were welcomed.\n"


def test_the_package_offers_what_it_names() -> None:
    assert all(hasattr(minutes_cli, name) for name in minutes_cli.__all__)


def test_parse_takes_a_path_or_bytes(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(NOTES)
    found = parse(path)
    assert found.meeting.date == "2022-11-02"
    assert found == parse(str(path)) == parse(NOTES.encode(), name="notes.md")
    assert found.source.file == "notes.md"


def test_load_reads_what_parse_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, data = tmp_path / "notes.md", tmp_path / "notes.json"
    path.write_text(NOTES)
    assert main(["parse", str(path), "-o", str(data)]) == 0
    text = data.read_text(encoding="utf-8")
    assert parse(path) == load(data) == load(str(data)) == load(text) == load(text.encode())


def test_load_reads_votes_by_their_printed_name(wrenshire: Minutes) -> None:
    assert load(wrenshire.model_dump_json(by_alias=True)) == wrenshire


def test_check_tells_what_is_wrong(tmp_path: Path) -> None:
    path = tmp_path / "notes.md"
    path.write_text(NOTES.replace("2 November", "Tuesday 2 November"))
    (found,) = check(path, select=["M103", "weekday-mismatch"])
    assert (found.code, found.file, found.line, found.quote) == ("M103", str(path), 1, "Tuesday 2 November 2022")
    assert check(NOTES.encode(), name="notes.md", select=["weekday-mismatch"]) == ()


def test_check_knows_its_rules() -> None:
    with pytest.raises(UsageError, match="M999"):
        check(NOTES.encode(), select=["M999"])


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        ("{", "not JSON"),
        (b"", "not JSON"),
        ("{}", "not the data of minutes (source"),
        (b"[1]", "not the data of minutes"),
    ],
)
def test_load_says_what_is_wrong(source: str | bytes, reason: str) -> None:
    with pytest.raises(CorruptInputError) as caught:
        load(source)
    assert caught.value.reason.startswith(reason[:8])
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_wrong_use(tmp_path: Path) -> None:
    for call in (parse, load):
        with pytest.raises(UsageError):
            call(tmp_path / "nowhere")
