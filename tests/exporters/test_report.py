"""`minutes report`: what the page says, that it is one file that runs and loads nothing, and that all can use it."""

from __future__ import annotations

import datetime
import io
import itertools
import re
from collections.abc import Callable
from pathlib import Path

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
from tests.browser import violations
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
    assert [words(one) for one in page.xpath("//table[@class='owned']//th[@scope='rowgroup']")] == [
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


@pytest.mark.parametrize("files", [NOTES, [*NOTES, *OTHERS], OTHERS[:1]], ids=["one body", "several", "a club"])
def test_axe_finds_nothing(files: list[str], made: Callable[..., str], tmp_path: Path) -> None:
    assert violations(made(*files), tmp_path) == []


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
