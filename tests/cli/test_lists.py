"""Lists over many meetings, on fixtures that ship: `minutes attendance` and its like."""

import csv
import io
import json
from pathlib import Path

import pytest

from minutes_cli.cli import main

Capture = pytest.CaptureFixture[str]
FIXTURES = Path(__file__).parents[2] / "fixtures"
NOTES = [str(path) for path in sorted(FIXTURES.glob("harrowvale-pcc-*.pdf"))]
CLUB = str(FIXTURES / "wexcombe-chess-2023-autumn.txt")
BOARD = str(FIXTURES / "quillback-township-2024-09.pdf")
LISTS = ["attendance", "decisions", "pillars", "stats", "due", "commitments"]


def printed(capsys: Capture, *argv: str) -> str:
    assert main(list(argv)) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def rows(capsys: Capture, *argv: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(printed(capsys, *argv, "--format", "csv"))))


@pytest.mark.parametrize("command", LISTS)
def test_without_files_and_register_it_says_what_to_do(command: str, capsys: Capture) -> None:
    assert main([command, "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert out in ("[]\n", "")
    assert "no register there yet: add minutes with `minutes add notes.pdf`" in err


@pytest.mark.parametrize("command", LISTS)
@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "markdown", "table"])
def test_every_list_has_every_form(command: str, form: str, capsys: Capture) -> None:
    assert main([command, *NOTES, CLUB, BOARD, "--format", form]) == 0
    assert capsys.readouterr().out


@pytest.mark.parametrize("command", LISTS)
def test_where_no_meeting_fits_it_says_which_there_are(command: str, capsys: Capture) -> None:
    assert main([command, CLUB, "--body", "parish council", "--format", "json"]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == []
    assert err == "minutes: no such meeting: there are those of Wexcombe Chess Club, the last 2023-11-09\n"
    assert main([command, CLUB, "--since", "2031"]) == 0
    assert capsys.readouterr().out.count("\n") == 1


@pytest.mark.parametrize("since", ["yesterday", "2024-13", "24-01-01"])
def test_a_date_that_is_none_is_refused(since: str, capsys: Capture) -> None:
    assert main(["attendance", CLUB, "--since", since]) == 2
    assert "is no date such as 2024-03-06" in capsys.readouterr().err


def test_attendance_names_everybody_once_with_their_rate(capsys: Capture) -> None:
    found = {row["name"]: row for row in rows(capsys, "attendance", *NOTES)}
    assert (found["Edith Larkwood"]["2024-03-06"], found["Edith Larkwood"]["2024-05-08"]) == ("present", "apologies")
    assert (found["Edith Larkwood"]["came"], found["Edith Larkwood"]["expected"]) == ("2", "3")


def test_attendance_of_one_body_since_a_month(capsys: Capture) -> None:
    (first, *_) = rows(capsys, "attendance", *NOTES, CLUB, "--body", "CHESS wexcombe", "--since", "2023-10")
    assert first["body"] == "Wexcombe Chess Club"
    assert {key for key in first if key[:1].isdigit()} == {"2023-10-12", "2023-11-09"}


def test_the_same_minutes_in_two_formats_are_one_meeting(capsys: Capture) -> None:
    twice = [NOTES[0], NOTES[0].replace(".pdf", ".docx")]
    (first, *_) = rows(capsys, "attendance", *twice)
    assert first["expected"] == "1"


def test_the_six_months_of_members_on_a_day(capsys: Capture) -> None:
    found = json.loads(printed(capsys, "attendance", CLUB, "--six-months", "--on", "2024-04-20", "--format", "json"))
    assert {row["state"] for row in found} <= {"warning", "over", "running", "unknown"}
    assert all(row["ends"][:7] in ("2024-03", "2024-04", "2024-05") for row in found if row["last"])
    assert "20 Apr 2024" in printed(capsys, "attendance", CLUB, "--six-months", "--on", "2024-04-20")
    assert main(["attendance", CLUB, "--on", "2024-04-20"]) == 2


def test_the_agenda_of_the_next_meeting(tmp_path: Path, capsys: Capture) -> None:
    text = printed(capsys, "agenda", "--for", "chess", CLUB, "--on", "2023-12-01")
    assert text.startswith("# Wexcombe Chess Club\n")
    assert "| 1 | Piers Quennell to buy four clocks by 30 September 2023. |" in text
    target = tmp_path / "agenda.docx"
    assert printed(capsys, "agenda", "--for", "chess", CLUB, "-o", str(target)) == ""
    assert target.read_bytes().startswith(b"PK")


def test_an_agenda_needs_one_body(capsys: Capture) -> None:

    assert main(["agenda", "--for", "parish", CLUB, BOARD]) == 2
    assert (
        "no such meeting: there are those of Quillback Township Board, Wexcombe Chess Club" in capsys.readouterr().err
    )
    assert main(["agenda", "--for", "", CLUB, BOARD]) == 2
    assert "fits several bodies" in capsys.readouterr().err
    assert main(["agenda", CLUB]) == 2


def test_an_agenda_is_no_meeting_that_was_held(capsys: Capture) -> None:
    agenda = str(FIXTURES / "marlow-fold-agenda-2025-03.docx")
    assert main(["attendance", agenda, CLUB]) == 0
    out, err = capsys.readouterr()
    assert "Marlow" not in out
    assert err == "minutes: marlow-fold-agenda-2025-03.docx: an agenda or a template, no minutes: left out\n"


def test_what_is_due_and_what_is_due_soon(capsys: Capture) -> None:
    found = rows(capsys, "due", *NOTES, CLUB, "--on", "2024-05-30")
    assert [row["due"] for row in found] == ["2023-09-30", "2024-05-31"]
    assert "in 1 day" in printed(capsys, "due", *NOTES, "--on", "2024-05-30", "--within", "2w")
    assert printed(capsys, "due", *NOTES, "--on", "2024-01-30", "--within", "14d").startswith("Nothing is due")
    assert main(["due", *NOTES, "--within", "soon"]) == 2


def test_the_calendar_is_the_same_on_every_day(tmp_path: Path, capsys: Capture) -> None:
    first, second = tmp_path / "a.ics", tmp_path / "b.ics"
    assert printed(capsys, "due", *NOTES, "--calendar", str(first)) == ""
    assert printed(capsys, "due", *NOTES, "--calendar", str(second), "--on", "2030-01-01") == ""
    assert first.read_bytes() == second.read_bytes()
    assert (first.read_text().count("BEGIN:VTODO"), first.read_text().count("BEGIN:VEVENT")) == (3, 1)


def test_actions_as_todo_txt(capsys: Capture) -> None:
    lines = printed(capsys, "actions", *NOTES, "--format", "todo.txt").splitlines()
    assert sum(line.startswith("x ") for line in lines) == 3
    assert any("@Desmond_Achterberg due:2024-05-31" in line for line in lines)


def test_decisions_by_outcome_and_mover(capsys: Capture) -> None:

    assert [row["outcome"] for row in rows(capsys, "decisions", BOARD, "--outcome", "defeated")] == ["defeated"]
    (found,) = rows(capsys, "decisions", BOARD, "--mover", "TREMAINE")
    assert (found["seconder"], found["for"], found["against"], found["page"]) == ("Wendell", "5", "0", "2")
    assert printed(capsys, "decisions", BOARD, "--mover", "nobody") == "No such decisions.\n"
    text = printed(capsys, "decisions", BOARD, "--outcome", "deferred")
    assert "Tuesday 10 September 2024" in text
    assert "page 2" in " ".join(text.split())


def test_pillars_are_counted_as_the_summary_of_each_meeting_counts_them(capsys: Capture) -> None:
    found = {row["pillar"]: row for row in rows(capsys, "pillars", *NOTES)}
    assert list(found) == ["Protect", "Listen", "Renew"]
    assert (found["Protect"]["2024-03-06 items"], found["Protect"]["2024-03-06 exchanges"]) == ("3", "14")
    assert "Protect: not touched at the last 1 meeting" in printed(capsys, "pillars", *NOTES, "--untouched", "1")


def test_commitments_by_their_day(capsys: Capture) -> None:
    found = rows(capsys, "commitments", *reversed(NOTES), "--due")
    assert [row["when"] for row in found] == sorted(row["when"] for row in found)
    assert len(found) == 2


@pytest.mark.parametrize("command", ["report", "actions", "export --to jsonl", "exchanges", "decisions"])
def test_a_folder_stands_for_the_documents_in_it(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("harrowvale-pcc-2024-03.txt", "wexcombe-chess-2023-autumn.txt"):
        (tmp_path / name).write_bytes((FIXTURES / name).read_bytes())
    assert main([*command.split(), *map(str, sorted(tmp_path.iterdir()))]) == 0
    printed = capsys.readouterr().out
    assert main([*command.split(), str(tmp_path)]) == 0
    assert capsys.readouterr().out == printed


def test_what_is_piped_has_no_blanks_at_the_ends_of_its_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["decisions", str(FIXTURES / "wexcombe-chess-2023-autumn.txt")]) == 0
    assert main(["actions", str(FIXTURES / "wexcombe-chess-2023-autumn.txt")]) == 0
    assert [line for line in capsys.readouterr().out.split("\n") if line != line.rstrip()] == []
