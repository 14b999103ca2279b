"""`minutes redact`: what must not be in the copy is in no byte of it, and what is left out is told."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from minutes_cli.cli import main
from minutes_cli.errors import UsageError
from minutes_cli.exporters.formats import EXPORTS, single
from minutes_cli.model.minutes import Diagnostic, Evidence, Minutes, Pillar
from minutes_cli.model.redaction import Wishes
from minutes_cli.redacting import redact, sentence
from minutes_cli.redacting.expressions import expression
from minutes_cli.redacting.grounds import cited, mark_of
from tests.corpus import FIXTURES
from tests.exporters.generated import minutes
from tests.redacting.planted import unpacked

FORMATS = [name for name, export in EXPORTS.items() if export.holds == "meeting"]
DOCUMENT = """# Minutes of the Harbour Trust, 3 March 2025

Present: Ada Roe (AR), Ben Coldwater (BC)

## 1. Jetty

The jetty is to be painted. Ben Coldwater asked who pays.

Action: AR to get two prices for paint by 4 April 2025.

## 2. Exclusion of the press and public

RESOLVED that under section 100A(4) of the Local Government Act 1972 the press and public be excluded for the items
that follow, on the ground that they involve exempt information in paragraphs 1 and 3 of Part 1 of Schedule 12A.

## 3. Lease with canary-title

The rent of canary-text is 4,000 pounds. Ring 0117 496 0999 first.

Action: BC to sign canary-action by 4 May 2025.

### 3.1 Terms

Canary-below was agreed.
"""
CANARIES = ("canary", "coldwater", "4,000")


@pytest.fixture
def document(tmp_path: Path) -> Path:
    path = tmp_path / "canary-name.md"
    path.write_text(DOCUMENT, encoding="utf-8")
    return path


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_of_the_source_comes_along(form: str, wrenshire: Minutes) -> None:
    planted = wrenshire.model_copy(
        update={
            "source": wrenshire.source.model_copy(
                update={"file": "canary.pdf", "sha256": "c" * 64, "profile": "canary"}
            ),
            "evidence": (Evidence(path="/meeting/date", line=1, quote="canary", grade="exact", confidence=1),),
            "diagnostics": (Diagnostic(code="canary", message="canary", quote="canary"),),
            "items": tuple(one.model_copy(update={"id": f"canary{one.id}"}) for one in wrenshire.items),
        }
    )
    stream = io.BytesIO()
    single(form).write(redact(planted, Wishes()).minutes, stream)
    assert b"canary" not in unpacked(stream.getvalue()).lower()
    assert b"c" * 64 not in stream.getvalue()


def test_numbers_stay_and_the_ground_is_told(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["redact", str(document), "--to", "json"]) == 0
    out, err = capsys.readouterr()
    items = json.loads(out)["items"]
    ground = "exempt under paragraphs 1 and 3 of Schedule 12A"
    assert [item["title"] for item in items] == [
        "Jetty",
        f"[Item 2 is not published: {ground}]",
        f"[Item 3 is not published: {ground}]",
        f"[Item 3.1 is not published: {ground}]",
    ]
    assert f"minutes: Item 3 is not published: {ground}\n" in err
    assert "read the copy before you publish it" in err
    assert [one["text"] for one in json.loads(out)["actions"]] == ["AR to get two prices for paint by 4 April 2025."]


def test_an_action_of_no_item_is_left_out_where_items_are(wrenshire: Minutes) -> None:
    loose = wrenshire.actions[0].model_copy(update={"item": None, "text": "Canary."})
    planted = wrenshire.model_copy(update={"actions": (*wrenshire.actions, loose)})
    copy = redact(planted, Wishes(numbers=("2.2",)))
    assert "Canary" not in copy.minutes.model_dump_json()
    told = [sentence(one) for one in copy.omissions]
    assert "An action is not published: it cannot be told from the restricted items" in told
    assert [item.title for item in copy.minutes.items[3:5]] == [
        "[Item 2.2 is not published: left out by whoever made this copy]",
        "[Item a is not published: left out by whoever made this copy]",
    ]


def test_a_person_goes_by_every_form_of_the_name(wrenshire: Minutes) -> None:
    texts = ("Natasha Noor-Hayward", "Ms Noor-Hayward's", "NOOR-HAYWARD", "natasha.noor-hayward@example.org", "NN")
    texts += ("NOOR-HAYWARD. natasha.noor-hayward@example.org", "Noor-Hayward, Natasha", "n.noor-hayward@example.org")
    hidden = ("Natasha Noor\u200b-Hayward", "Natasha\nNoor-Hayward")
    item = wrenshire.items[0].model_copy(update={"paragraphs": (*texts, *hidden)})
    copy = redact(wrenshire.model_copy(update={"items": (item,)}), Wishes(people=("Natasha Noor-Hayward",)))
    text = copy.minutes.model_dump_json()
    assert not re.search(r"natasha|noor|hayward|\bNN\b|Senior Policy Officer", text, re.IGNORECASE)
    assert "Ann Rowe" in text
    (told,) = [one for one in copy.omissions if one.kind == "name"]
    assert told.count == text.count("[name not published]")


@pytest.mark.parametrize("wanted", ["Bob O'Neill", "Bob O’Neill", "Bob ONeill"])
@pytest.mark.parametrize("printed", ["Bob O'Neill", "Bob O’Neill", "Bob Oʼneill"])
@pytest.mark.parametrize(
    "text",
    [
        "Bob O’Neill and Mr O'Neill's, BOB O`NEILL, O ʼNEILL, O'neill. Oneill, ONEILL and ONeill, B. O’Neill",
        "bob.oneill@x.org, boneill@x.org, bob_oneill@x.org, oneillb@x.org, b.o'neill@x.org, BONeill2@x.org",
        "boboneill@x.org, oneill@x.org, oneill.bob@x.org, info@oneill.org, o-neill@x.org, b-oneill@x.org",
    ],
)
def test_apostrophes_in_names_are_of_any_kind_or_left_out(
    wanted: str, printed: str, text: str, wrenshire: Minutes
) -> None:
    person = wrenshire.attendees[3].model_copy(update={"name": printed})
    item = wrenshire.items[0].model_copy(update={"paragraphs": (text,)})
    planted = wrenshire.model_copy(update={"attendees": (person,), "items": (item,)})
    copy = redact(planted, Wishes(people=(wanted,)))
    assert not re.search(r"bob|neill|\bO\b", copy.minutes.model_dump_json(), re.IGNORECASE)
    assert copy.alike == ()


@pytest.mark.parametrize("wanted", ["Eva Smith-Jones", "Eva Smith‑Jones", "Eva Smith–Jones"])
def test_hyphens_in_names_are_of_any_kind_or_left_out(wanted: str, wrenshire: Minutes) -> None:
    texts = ("Eva Smith–Jones, SMITH-JONES, Smith‐Jones", "eva.smithjones@x.org, esmithjones@x.org, esmith-jones@x.org")
    item = wrenshire.items[0].model_copy(update={"paragraphs": texts})
    copy = redact(wrenshire.model_copy(update={"items": (item,)}), Wishes(people=(wanted,)))
    assert not re.search(r"eva|smith|jones", copy.minutes.model_dump_json(), re.IGNORECASE)


def test_what_is_like_a_name_in_an_address_is_told(wrenshire: Minutes) -> None:
    texts = (
        "Bob O'Neill, or dark orange neil.",
        "boneil@x.org, oneillandson@x.org, ann.rowe@x.org, al@oneills.uk",
        "Bobby O’Neil",
    )
    item = wrenshire.items[0].model_copy(update={"paragraphs": texts})
    copy = redact(wrenshire.model_copy(update={"items": (item,)}), Wishes(people=("Bob O'Neill",)))
    assert copy.minutes.items[0].paragraphs[0] == "[name not published], or dark orange neil."
    assert [one.names for one in copy.alike] == [
        ("boneil@x.org", "oneillandson@x.org", "al@oneills.uk", "Bobby O’Neil")
    ]


def test_keep_publishes_an_item_that_only_looks_restricted(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["redact", str(document), "--to", "json", "--keep", "2"]) == 0
    out, err = capsys.readouterr()
    assert "Lease with canary-title" in out
    assert "minutes: nothing was left out\n" in err
    assert "nothing is marked" not in err


def test_an_item_that_is_not_there_is_told(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["redact", str(document), "--to", "json", "--item", "33"]) == 2
    assert "item 33: these minutes have none of that number: there are 1, 2, 3, 3.1" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Part 2", True),
        ("PART B – Items considered in private", True),
        ("Confidential: staffing", True),
        ("Staffing (exempt)", True),
        ("CONFIDENTIAL", False),
        ("This report is not for publication.", False),
        ("The press and public were excluded.", False),
        ("The board went into executive session at 7.10.", False),
        ("Information exempt under Schedule 12A.", False),
    ],
)
def test_marks(text: str, heading: bool) -> None:
    assert mark_of(text, heading=heading)


@pytest.mark.parametrize(
    "text", ["A confidential helpline was opened.", "Public participation", "Part 2 of it is late."]
)
def test_what_is_no_mark(text: str) -> None:
    assert mark_of(text, heading=False) is None or text.startswith("Part")


@pytest.mark.parametrize(
    ("text", "ground"),
    [
        ("paragraph 3 of Part 1 of Schedule 12A", "exempt under paragraph 3 of Schedule 12A"),
        ("paragraphs 1, 2 and 3 of Schedule 12A", "exempt under paragraphs 1, 2 and 3 of Schedule 12A"),
        ("Schedule 12A (paragraph 7)", "exempt under paragraph 7 of Schedule 12A"),
        ("Schedule 12A", None),
        ("paragraph 3 of the report", None),
    ],
)
def test_only_what_is_cited_is_a_ground(text: str, ground: str | None) -> None:
    assert cited(text) == ground


@pytest.mark.parametrize(
    "text",
    [
        r"(a|a)*b",
        r"\w+",
        r"(a{1,50}){1,50}",
        r"(a)\1",
        "(",
        "x{0,3}",
        r"(\w{1,40}\s){1,40}x",
        "(?=a)b",
        "a{3,}",
        "a++",
        "a" * 501,
    ],
)
def test_an_expression_that_could_be_slow_is_refused(text: str) -> None:
    with pytest.raises(UsageError):
        expression(text)


@pytest.mark.parametrize(
    "text",
    [r"\d{2}-\d{4}", r"[A-Z]{2}\d{6}[A-D]", r"canary\w{0,30}", r"a|b|(?:c|d)e?", r"[]^-]x\.", r"\w{1,20}@\w{1,20}\.uk"],
)
def test_a_plain_expression_is_taken(text: str) -> None:
    assert expression(text)


@pytest.mark.parametrize(
    ("passage", "public"),
    [
        ("The board went into executive session to hear the clerk. The board returned to open session at 7.40.", True),
        ("The board went into executive session, to return to open session later.", False),
        ("The press and public were excluded until they are readmitted.", False),
    ],
)
def test_what_follows_a_closed_session(passage: str, public: bool, wrenshire: Minutes) -> None:
    closed = wrenshire.items[0].model_copy(update={"paragraphs": (passage,)})
    copy = redact(wrenshire.model_copy(update={"items": (closed, *wrenshire.items[1:])}), Wishes())
    assert copy.minutes.items[0].title == f"[{sentence(copy.omissions[0])}]"
    assert (copy.minutes.items[-1].title == "Any other business") is public


def test_a_number_is_masked_wherever_it_is_told(wrenshire: Minutes) -> None:
    copy = redact(wrenshire, Wishes(numbers=("2.2",), patterns=(r"2\.2",)))
    assert "2.2" not in copy.minutes.model_dump_json()


@given(minutes(), st.data())
@settings(max_examples=40, deadline=None)
def test_whatever_stands_in_items_that_are_left_out(made: Minutes, data: st.DataObject) -> None:
    chosen = {one.number for one in made.items if one.number and data.draw(st.booleans())}
    below = {one.id for one in made.items if one.number in chosen}
    for item in made.items:
        if item.parent in below:
            below.add(item.id)
    items = tuple(
        one.model_copy(update={"title": f"canary {one.title}", "paragraphs": ("canary",), "pillars": ("canary",)})
        if one.id in below
        else one
        for one in made.items
    )
    of_restricted = {name for one in items if one.id in below for name in (one.number, one.title)}
    planted = made.model_copy(
        update={
            "items": items,
            "pillars": (*made.pillars, Pillar(name="canary", items=tuple(below))),
            "actions": tuple(
                one.model_copy(update={"text": "canary"}) if one.item in of_restricted else one for one in made.actions
            ),
        }
    )
    copy = redact(planted, Wishes(numbers=tuple(sorted(chosen))))
    assert "canary" not in copy.minutes.model_dump_json()
    assert len(copy.minutes.items) == len(made.items)
    assert len([one for one in copy.omissions if one.kind == "item"]) >= len(below)


def test_the_same_twice_is_the_same(wrenshire: Minutes) -> None:
    wishes = Wishes(people=("Ann Rowe",), numbers=("2",))
    assert redact(wrenshire, wishes) == redact(wrenshire, wishes)


def test_a_meeting_of_the_register_by_its_key(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", str(document)]) == 0
    key = capsys.readouterr().out.split()[-1]
    assert main(["redact", key, "--to", "json", "--person", "Ben Coldwater"]) == 0
    out, err = capsys.readouterr()
    assert not [canary for canary in CANARIES if canary in out.lower()]
    assert "give the file to have them looked for" in err


def _copied(tmp_path: Path, text: str, *options: str) -> str:
    notes, copy = tmp_path / "notes.md", tmp_path / "copy.md"
    notes.write_text(text)
    assert main(["redact", str(notes), "--to", "markdown", "-o", str(copy), *options]) == 0
    return copy.read_text()


def test_what_is_to_go_goes_even_from_what_is_kept(tmp_path: Path) -> None:
    copy = _copied(tmp_path, DOCUMENT, "--keep", "3", "--item", "3.1")
    assert "canary-text" in copy
    assert "Canary-below" not in copy


@pytest.mark.parametrize("options", [("--item", "3", "--keep", "3"), ("--person", ""), ("--person", " . ")])
def test_what_cannot_be_meant_is_refused(tmp_path: Path, options: tuple[str, ...]) -> None:
    notes, copy = tmp_path / "notes.md", tmp_path / "copy.md"
    notes.write_text(DOCUMENT)
    assert main(["redact", str(notes), "--to", "markdown", "-o", str(copy), *options]) == 2
    assert not copy.exists()


def test_a_name_goes_without_its_accents_and_from_addresses_with_an_initial(tmp_path: Path) -> None:
    text = DOCUMENT.replace("asked who pays", "and Eva Núñez asked who pays; write to Nunez, enunez@harbour.example")
    copy = _copied(tmp_path, text, "--person", "Eva Núñez").lower()
    assert "núñez" not in copy
    assert "nunez" not in copy


def test_joiners_that_letters_need_stay_and_hide_no_name(wrenshire: Minutes) -> None:
    said = ("می\u200cخواهم 👩\u200d⚖️", "Sent to علی\u200cرضا کاظمی today.", "B\u200do\u200bb Poe came.")
    item = wrenshire.items[0].model_copy(update={"paragraphs": said})
    wishes = Wishes(people=("علیرضا کاظمی", "Bob Poe"))
    found = redact(wrenshire.model_copy(update={"items": (item,)}), wishes).minutes.items[0].paragraphs
    assert found == (said[0], "Sent to [name not published] today.", "[name not published] came.")


NAMES = """# Minutes of the Harbour Trust, 3 March 2025

Present: Ann Rowe (AR), Ben Coldwater (BC)

## 1. Paint

Ms Rowe asked; A. Rowe, A.B. Rowe and "Rowe, A." are one. Annie Rowe came, and Mr Coldwatter.

Action: AR to get paint.
"""


@pytest.mark.parametrize(
    ("person", "code", "told"),
    [
        ("Ann Rowe", 0, "--person, the 1st: names like it are still in the copy: Annie"),
        ("AR", 0, "--person, the 1st: names like it are still in the copy: Annie"),
        ("Ben Coldwater", 0, "--person, the 1st: names like it are still in the copy: Coldwatter"),
        ("Ann Roe", 1, "--person, the 1st: occurs nowhere in these minutes: only a part of it does"),
        ("Anne Rove", 1, "--person, the 1st: names like it are still in the copy: Ann Rowe"),
        ("Zed Zorn", 1, "--person, the 1st: occurs nowhere in these minutes\n"),
    ],
)
def test_a_name_that_is_nearly_another_is_told(
    person: str, code: int, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    notes = tmp_path / "notes.md"
    notes.write_text(NAMES)
    assert main(["redact", str(notes), "--to", "json", "--person", person]) == code
    out, err = capsys.readouterr()
    assert f"minutes: {told}" in err
    if person in ("Ann Rowe", "AR"):
        assert not re.search(r"rowe|\bAR\b|\bA\.|\bAnn\b", out, re.IGNORECASE)


def test_a_pattern_that_matches_nothing_is_told(document: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["redact", str(document), "--to", "json", "--pattern", "zebra"]) == 1
    assert "minutes: --pattern, the 1st: occurs nowhere in these minutes\n" in capsys.readouterr().err


def test_data_is_redacted_as_its_source_is(document: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "data.json"
    assert main(["parse", str(document), "-o", str(data)]) == 0
    wishes = ["--to", "json", "--person", "Ben Coldwater"]
    assert main(["redact", str(document), *wishes]) == 0
    of_source = capsys.readouterr().out
    assert main(["redact", str(data), *wishes]) == 0
    out, err = capsys.readouterr()
    assert out == of_source
    assert "marks that are in no item cannot be seen in data: give the source to have them looked for" in err


def test_of_several_meetings_it_is_told_which(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pack = FIXTURES / "wexcombe-chess-2024-01-pack.txt"
    assert main(["redact", str(pack), "--to", "json", "-o", f"{tmp_path}/", "--item", "2"]) == 0
    err = capsys.readouterr().err
    assert "minutes: meeting 1 (2024-01-11): Item 2 is not published" in err
    assert "minutes: meeting 2 (2023-12-14): Item 2 is not published" in err


def test_an_item_without_a_number_goes_by_its_title(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "# Minutes of the Harbour Trust, 3 March 2025\n\nPresent: Ada Roe\n\n## Jetty\n\nBlue.\n\n## Lease\n\nLow.\n"
    copy = _copied(tmp_path, text, "--item", "lease")
    assert "Low" not in copy
    assert "[The 2nd item, without a number, is not published: left out by whoever" in copy.replace("\\", "")
    assert "The 2nd item, without a number, is not published" in capsys.readouterr().err


def test_what_holds_no_minutes_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    notes = tmp_path / "shopping.txt"
    notes.write_text("milk\neggs\n- bread\nbutter 200 g\n")
    assert main(["redact", str(notes), "--to", "json"]) == 3
    assert "no minutes: no date, people or items" in capsys.readouterr().err


def test_a_mark_above_everything_is_for_all(tmp_path: Path) -> None:
    copy = _copied(tmp_path, f"CONFIDENTIAL\n\n{DOCUMENT}")
    assert "painted" not in copy
    assert "Item 1 is not published: marked before the first item" in copy
