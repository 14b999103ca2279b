"""`minutes report`: what the page says, that it is one file that runs and loads nothing, and that all can use it."""

from __future__ import annotations

import datetime
import io
import itertools
import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from lxml import html

from minutes_cli.cli import main
from minutes_cli.exporters import report
from minutes_cli.model.board import Board, OpenAction, OwnedActions
from minutes_cli.model.collection import Collection
from minutes_cli.model.discussion import MadeCommitment
from minutes_cli.model.records import TakenDecision
from minutes_cli.model.stats import ActionStats, Share
from minutes_cli.text.safe import CONTROL_IN_LINE, safe
from minutes_cli.tracking.entries import sitting_of
from tests.browser import printed, violations, wider_by
from tests.exporters.generated import HOSTILE, collections

FIXTURES = Path(__file__).parents[2] / "fixtures"
NOTES = [str(path) for path in sorted(FIXTURES.glob("harrowvale-pcc-*.pdf"))]
OTHERS = [str(FIXTURES / name) for name in ("wexcombe-chess-2023-autumn.txt", "quillback-township-2024-09.pdf")]
ON = ("--on", "2024-06-30")


def written(board: Board) -> str:
    stream = io.BytesIO()
    report.write(board, stream)
    return stream.getvalue().decode()


@pytest.fixture
def made(tmp_path: Path) -> Callable[..., str]:
    """The page that the command writes of these files."""

    def make(*argv: str) -> str:
        path = tmp_path / "report.html"
        assert main(["report", *argv, *ON, "-o", str(path)]) == 0
        return path.read_text(encoding="utf-8")

    return make


def words(element: html.HtmlElement) -> str:
    return " ".join(" ".join(element.itertext()).split())


def test_overdue_actions_come_first_and_each_owner_has_theirs(made: Callable[..., str]) -> None:
    page = html.fromstring(made(*NOTES))
    assert [words(one) for one in page.xpath("//h2")] == [
        "At a glance",
        "Overdue actions 1",
        "Open actions by owner 3",
        "Attendance",
        "Pillars over time",
        "Commitments without an action 2",
    ]
    (late,) = page.xpath("//section[h2/@id='overdue']//tbody/tr")
    assert "31 May 2024 30 days late" in words(late)
    assert [words(one) for one in page.xpath("//table[contains(@class, 'owned')]//th[@scope='rowgroup']")] == [
        "Marian Holt 2",
        "Desmond Achterberg 1",
    ]


def test_charts_say_in_words_what_they_draw(made: Callable[..., str]) -> None:
    page = html.fromstring(made(*NOTES))
    told = page.xpath("//*[local-name()='svg'][@role='img']/@aria-label")
    assert "2 open, 0 of them overdue" in told
    assert all(one.get("aria-label") or one.get("aria-hidden") for one in page.xpath("//*[local-name()='svg']"))


def test_the_same_meetings_and_day_give_the_same_bytes(made: Callable[..., str]) -> None:
    assert made(*NOTES) == made(*reversed(NOTES))


def test_nothing_is_loaded_and_nothing_runs(made: Callable[..., str]) -> None:
    text = made(*NOTES, *OTHERS)
    page = html.fromstring(text)
    assert not page.xpath("//script | //link | //img | //iframe | //object | //form | //*[@src] | //*[@style]")
    assert all(one.startswith("#") for one in page.xpath("//@href"))
    assert not re.search(r"url\(|@import", text)
    assert "default-src 'none'" in text


def test_a_table_says_what_its_heads_are_heads_of(made: Callable[..., str]) -> None:
    page = html.fromstring(made(*NOTES, *OTHERS))
    assert all(one.get("scope") for one in page.xpath("//th"))
    levels = [int(one.tag[1]) for one in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def written_in(folder: Path, name: str, *lines: str, people: Sequence[str] = ("Ada Roe (AR)", "Bo Lund (BL)")) -> str:
    """A file with a meeting of these lines."""
    told = ["# Harbour Board minutes", *lines[:1], *(["## Present", *(f"- {one}" for one in people)] if people else [])]
    path = folder / name
    path.write_text("\n\n".join([*told, *lines[1:]]), encoding="utf-8")
    return str(path)


@pytest.fixture
def council(tmp_path: Path) -> list[str]:
    """Twenty meetings of a council of forty, each with two actions."""
    places = ("Ash", "Birch", "Cole", "Dale", "Elm", "Frost", "Gale", "Heath")
    people = [f"Ada {place}{end}" for place in places for end in ("ford", "ley", "ton", "well", "wick")]
    return [
        written_in(
            tmp_path,
            f"{n:02}.md",
            f"Date: {n % 28 + 1} {month} 2023",
            "## 1. Drains",
            f"ACTION: {people[n]} to write to department {n} on the drains by 1 February 2024.",
            f"ACTION: {people[n + 1]} to ask builder {n} what a new roof of type {n} would cost.",
            people=people,
        )
        for n, month in enumerate(["January", "March", "May", "July", "September"] * 4)
    ]


def odd_files(folder: Path) -> dict[str, list[str]]:
    day = "Date: 4 January 2024"
    return {
        "no actions": [written_in(folder, "a.md", day, "## 1. Drains", "They smell.")],
        "no attendance": [written_in(folder, "b.md", day, "## 1. Drains", "ACTION: AR to look.", people=())],
        "hostile": [
            written_in(
                folder,
                "c.md",
                day,
                "## 1. <img src=x onerror=alert(1)>",
                f"ACTION: AR to see https://example.org/{'abc/' * 60} by 2 February 2024.",
                f"ACTION: BL to {'x' * 10_000} <script>alert(1)</script>.",
                people=("Ada Roe (AR)", "Bo Lund (BL)", "<b>Cy</b> Marsh (CM)"),
            )
        ],
        "right to left": [
            written_in(
                folder,
                "d.md",
                day,
                "## 1. المصارف",
                "ACTION: AR يجب أن تكتب تقريرا عن السقف.",
                people=("أحمد علي (AR)",),
            )
        ],
    }


_PAGES: dict[str, tuple[list[str], dict[str, Any]]] = {
    "one body": (NOTES, {}),
    "one file": (NOTES[:1], {}),
    "several": ([*NOTES, *OTHERS], {}),
    "several, on a phone": ([*NOTES, *OTHERS], {"width": 390}),
    "several, dark": ([*NOTES, *OTHERS], {"dark": True}),
}


@pytest.mark.parametrize(("files", "way"), _PAGES.values(), ids=_PAGES)
def test_axe_finds_nothing(files: list[str], way: dict[str, Any], made: Callable[..., str], tmp_path: Path) -> None:
    assert violations(made(*files), tmp_path, **way) == []


@pytest.mark.parametrize("kind", ["no actions", "no attendance", "hostile", "right to left"])
def test_odd_minutes_make_a_page_that_all_can_use_on_a_phone_too(
    kind: str, made: Callable[..., str], tmp_path: Path
) -> None:
    page = made(*odd_files(tmp_path)[kind])
    assert wider_by(page, tmp_path, 390) == 0
    assert wider_by(page, tmp_path, 1000) == 0
    assert violations(page, tmp_path) == []


def test_forty_people_at_twenty_meetings_can_be_read_and_printed(
    council: list[str], made: Callable[..., str], tmp_path: Path
) -> None:
    page = made(*council)
    assert wider_by(page, tmp_path, 390) == 0
    sheets = sheets_of(printed(page, tmp_path))
    assert "Ada Heathwick" in " ".join(" ".join(sheet.split()) for sheet, _ in sheets)
    heads = [sheet.splitlines() for sheet, _ in sheets]
    # nothing runs out of the page, which the browser has not made smaller for it (A4 is 595 points wide)
    assert max(right for _, right in sheets) < 595 - 36
    assert page_size_of_title(printed(page, tmp_path)) == page_size_of_title(printed(made(NOTES[0]), tmp_path))
    for lines in heads:
        last = [line for line in lines if " / " not in line][-1]
        assert last not in {"Members", "Attendance", "Decisions 20", "Name Came"}
        assert not last.startswith(("Open actions by owner", "Overdue actions", "No. Action"))
    assert violations(page, tmp_path) == []


def sheets_of(pdf: Path) -> list[tuple[str, float]]:
    """Of each page its text, and how far right its letters go, in points."""
    document = pypdfium2.PdfDocument(pdf)
    found = []
    for sheet in document:
        text = sheet.get_textpage()
        right = max((text.get_charbox(n)[2] for n in range(text.count_chars())), default=0)
        found.append((text.get_text_range(), right))
    return found


def page_size_of_title(pdf: Path) -> float:
    """Height of the first letter, in points: smaller where the browser shrank the page."""
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    _, bottom, _, top = text.get_charbox(0)
    return round(top - bottom, 1)


def test_on_paper_no_total_stands_without_its_table(made: Callable[..., str], tmp_path: Path) -> None:
    for text, _ in sheets_of(printed(made(*NOTES, *OTHERS), tmp_path)):
        lines = [line for line in text.splitlines() if line.strip()]
        assert not lines[1].startswith("Members there")


def test_an_action_of_ten_thousand_characters_is_folded_and_whole(made: Callable[..., str], tmp_path: Path) -> None:
    told = "to look into " + "the drains and the gutters and the roof and " * 230 + "the fence."
    page = made(written_in(tmp_path, "long.md", "Date: 4 January 2024", "## 1. Drains", f"ACTION: AR {told}"))
    (folded,) = html.fromstring(page).xpath("//details")
    assert words(folded) == f"AR {told}"
    assert len(words(folded.find("summary"))) <= 400
    paper = " ".join("".join(text for text, _ in sheets_of(printed(page, tmp_path))).split())
    assert "cut here: the rest is in the minutes" in paper
    assert "the fence" not in paper


def test_the_number_of_an_action_stands_apart_from_its_words(made: Callable[..., str]) -> None:
    page = html.fromstring(made(NOTES[1]))
    (row,) = page.xpath("//section[h2/@id='overdue']//tbody/tr")
    assert [words(cell) for cell in row][1:3] == [
        "5",
        "DCC to send the PCC the first month's figures from the moor road cameras by 31 May 2024.",
    ]
    without = html.fromstring(made(OTHERS[0]))
    assert not without.xpath("//th[.='No.'] | //*[@data-head='No.']")


def test_meetings_that_name_no_body_are_called_so_only_beside_others(made: Callable[..., str]) -> None:
    assert (
        words(html.fromstring(made(NOTES[1])).find(".//h1"))
        == "Quarterly Performance Review April 2024 – Meeting Notes"
    )
    assert "no body" not in made(*NOTES)
    page = html.fromstring(made(*NOTES, *OTHERS))
    assert [words(one) for one in page.xpath("//table[@class='bodies']/tbody/tr/th")] == [
        "Wexcombe Chess Club",
        "Meetings that name no body",
        "Quillback Township Board",
    ]


def test_without_meetings_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", *ON]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "no register there yet" in err
    assert "there is no meeting to report on" in err


def board_of(found: Collection) -> Board:
    open_ = tuple(OpenAction(action=one, owners=(one.text,), overdue_days=3) for one in found.actions)
    return Board(
        on=datetime.date(2024, 6, 30).isoformat(),
        stats=(
            ActionStats(
                body="x",
                on="2024-06-30",
                actions=9,
                unsettled=9,
                settled=0,
                overdue=9,
                without_date=0,
                owners=tuple(Share(name=one.text, unsettled=9, overdue=3) for one in found.actions),
            ),
        ),
        overdue=open_,
        owned=tuple(OwnedActions(owner=text, actions=open_) for text in HOSTILE[:3]),
        decisions=tuple(
            TakenDecision(**dict(one), taken=sitting_of(minutes))
            for minutes in found.meetings
            for one in minutes.decisions
        ),
        commitments=tuple(
            MadeCommitment(**dict(one), made=sitting_of(minutes))
            for minutes in found.meetings
            for one in minutes.commitments
        ),
    )


@given(collections())
@settings(max_examples=25, deadline=None)
def test_any_text_stays_text(found: Collection) -> None:
    text = written(board_of(found))
    assert not CONTROL_IN_LINE.search(text)
    page = html.fromstring(text)
    assert not page.xpath("//script | //b | //link | //img")
    said = words(page)
    for action in found.actions:
        assert " ".join(safe(action.text).split()) in said


@pytest.mark.parametrize(("second", "told"), [("4", False), ("5", True)])
def test_numbers_stand_in_the_report_where_they_tell_actions_apart(
    second: str, told: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = []
    for body, number in (("Harbour Trust", "4"), ("Garden Club", second)):
        files.append(str(tmp_path / f"{body}.md"))
        action = f"## 1. Work\n\n| No. | Action | Owner |\n| --- | --- | --- |\n| {number} | Paint {body} | Ada Roe |\n"
        Path(files[-1]).write_text(f"# Minutes of the {body}, 3 March 2025\n\nPresent: Ada Roe\n\n{action}", "utf-8")
    assert main(["report", *files, "--on", "2025-04-01"]) == 0
    page = capsys.readouterr().out
    assert "Paint Harbour Trust" in page
    assert ('data-head="No."' in page) is told
