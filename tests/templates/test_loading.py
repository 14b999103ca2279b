"""Templates as TOML: those that ship, those of one's own, and what is said of broken ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_cli.cli import main
from minutes_cli.errors import UsageError
from minutes_cli.templates import SHIPPED, load_template

BROKEN = [
    ("[meeting\n", "not valid TOML"),
    ("[meting]\ntitle = 'Minutes'\n", "meting: no such key in a template"),
    ("[attendance]\nquorum = 0\n", "attendance.quorum: input should be greater than or equal to 1"),
    ("[[items.sections]]\nalso = ['AOB']\n", "items.sections.title (no. 1): is missing"),
    ("[meeting]\nrequired = ['date', 'weather']\n", "meeting.required (no. 2): input should be"),
    ("profile = 'nowhere'\n", "profile: there is no nowhere"),
]


@pytest.mark.parametrize("name", SHIPPED)
def test_a_template_that_ships_is_known_by_its_name(name: str) -> None:
    assert load_template(name).name == name
    assert load_template(name).description


def test_a_template_of_ones_own_is_named_like_its_file_and_finds_its_profile_beside_it(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text('profile = "words.toml"\n')
    (tmp_path / "words.toml").write_text('extends = "pcc"\n')
    template = load_template(str(tmp_path / "ours.toml"))
    assert (template.name, template.profile) == ("ours", str(tmp_path / "words.toml"))


@pytest.mark.parametrize(("text", "told"), BROKEN)
def test_a_broken_template_is_told_in_one_line_with_its_key(tmp_path: Path, text: str, told: str) -> None:
    path = tmp_path / "ours.toml"
    path.write_text(text)
    with pytest.raises(UsageError) as error:
        load_template(str(path))
    assert told in str(error.value)
    assert str(error.value).startswith(str(path))
    assert "\n" not in str(error.value)
    assert error.value.hint


@pytest.mark.parametrize("text", ['[decisions]\nmarker = "AGREED that"\n', "[[items.sections]]\ntitle = 'Reports'\n"])
def test_a_template_without_room_for_actions_gets_some(tmp_path: Path, text: str) -> None:
    ours, blank = tmp_path / "ours.toml", tmp_path / "notes.md"
    ours.write_text(text)
    assert main(["template", "new", str(ours), "--to", str(blank)]) == 0
    assert main(["template", "check", "--template", str(ours), str(blank)]) == 0


def test_a_missing_template_ends_with_exit_code_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--template", "nowhere", "notes.md"]) == 2
    assert "nowhere: no such template" in capsys.readouterr().err
