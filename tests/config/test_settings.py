"""Which settings are in force, where each comes from, and what is said of those that cannot be used."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

import jsonschema
import pytest

from minutes_cli.checking.selection import require_known
from minutes_cli.cli import main
from minutes_cli.config.environment import VARIABLES
from minutes_cli.model.settings import Settings


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, three levels down, in which the user is."""
    found = tmp_path / "council" / "minutes" / "2025"
    found.mkdir(parents=True)
    monkeypatch.chdir(found)
    return found


def in_force(capsys: pytest.CaptureFixture[str], *argv: str) -> dict[str, tuple[object, str]]:
    """Key -> value and origin, of what differs from the defaults."""
    assert main(["config", "--format", "json", *argv]) == 0
    told = json.loads(capsys.readouterr().out)
    return {key: (one["value"], one["origin"]) for key, one in told.items() if one["origin"] != "default"}


def refused(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """The one line with which `minutes check` refuses settings."""
    assert main(["check", *argv, "notes.md"]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    return err


def test_without_a_file_the_defaults_are_in_force(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert in_force(capsys) == {}


def test_the_nearest_file_upwards_counts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder.parents[1] / "minutes.toml").write_text('profile = "pcc"\n[check]\nfail-on = "info"\n')
    (folder.parent / "pyproject.toml").write_text('[project]\nname = "other"\n')
    origin = "../../minutes.toml"
    assert in_force(capsys) == {"profile": ("pcc", origin), "check.fail-on": ("info", origin)}
    (folder / "pyproject.toml").write_text('[tool.minutes.check]\nselect = ["M1"]\n')
    assert in_force(capsys) == {"check.select": (["M1"], "pyproject.toml")}
    (folder / "minutes.toml").write_text('[check]\nselect = ["M2"]\n')
    assert in_force(capsys) == {"check.select": (["M2"], "minutes.toml")}


def test_command_line_beats_environment_beats_file(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "minutes.toml").write_text('[check]\nselect = ["M1"]\nignore = ["M101"]\nfail-on = "info"\n')
    monkeypatch.setenv("MINUTES_IGNORE", "M102, M103")
    monkeypatch.setenv("MINUTES_FAIL_ON", "warning")
    assert in_force(capsys, "--fail-on", "error") == {
        "check.select": (["M1"], "minutes.toml"),
        "check.ignore": (["M102", "M103"], "MINUTES_IGNORE"),
        "check.fail-on": ("error", "command line"),
    }


def test_a_table_is_joined_entry_by_entry(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "minutes.toml").write_text('[check.severity]\nM401 = "error"\nM1 = "info"\n')
    told = in_force(capsys, "--severity", "M1=warning")
    assert told == {"check.severity": ({"M401": "error", "M1": "warning"}, "command line")}


def test_an_empty_variable_counts_as_unset(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for variable in VARIABLES:
        monkeypatch.setenv(variable, "")
    assert in_force(capsys) == {}


def test_a_file_can_be_named_or_left_alone(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "minutes.toml").write_text("[check]\npublication = true\n")
    other = folder.parent / "strict.toml"
    other.write_text('[check]\nfail-on = "info"\n')
    assert in_force(capsys, "--config", "../strict.toml") == {"check.fail-on": ("info", "../strict.toml")}
    assert in_force(capsys, "--isolated") == {}


def test_paths_count_from_the_file_that_sets_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    above = folder.parent
    (above / "known.json").write_text("{}")
    (above / "minutes.toml").write_text('[check]\nbaseline = "known.json"\ntemplate = "pcc"\n')
    told = in_force(capsys)
    assert told["check.baseline"] == (str(above / "known.json"), "../minutes.toml")
    assert told["check.template"][0] == "pcc", "a name is no path"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = true\n", "minutes.toml: colour is unknown"),
        ("[check]\nfailon = 1\n", "minutes.toml: check.failon is unknown"),
        ('[check]\nfail-on = "never"\n', "minutes.toml: check.fail-on: input should be 'error', 'warning' or 'info'"),
        ('[check]\nselect = "M1"\n', 'minutes.toml: check.select: is no list: write ["M1"]'),
        ('[check]\nselect = ["M1", "X9"]\n', "minutes.toml: check.select: X9: no such rule or family"),
        ('[check.severity]\nM9999 = "info"\n', "minutes.toml: check.severity: M9999: no such rule or family"),
        ('[check.per-file-ignores]\n"a/**" = ["Q"]\n', "minutes.toml: check.per-file-ignores: Q: no such rule"),
        ('[check]\nexclude = ["drafts/", "!"]\n', "minutes.toml: check.exclude: !: is no pattern of files"),
        ('[check.per-file-ignores]\n"[z-a]" = ["M1"]\n', "minutes.toml: check.per-file-ignores: [z-a]: is no pattern"),
        ('profile = "martian"\n', "minutes.toml: profile: martian: no such profile"),
        ('[check]\nbaseline = "known.json"\n', "known.json: no such baseline"),
        ("[check\n", "minutes.toml: not valid TOML"),
        ("\udcff", "minutes.toml: is no UTF-8 text"),
    ],
)
def test_what_cannot_be_used_is_told_with_file_and_key(
    folder: Path, capsys: pytest.CaptureFixture[str], text: str, said: str
) -> None:
    (folder / "notes.md").write_text("Present: Ada Roe\n")
    (folder / "minutes.toml").write_bytes(text.encode("utf-8", "surrogateescape"))
    assert f"minutes: {said}" in refused(capsys)


def test_who_set_a_bad_value_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert refused(capsys, "--select", "X9").startswith("minutes: --select: X9: no such rule")
    assert refused(capsys, "--severity", "M401").startswith(
        "minutes: Invalid value for '--severity': 'M401' is no CODE="
    )
    assert refused(capsys, "--config", "gone.toml").startswith("minutes: gone.toml: no such file")
    monkeypatch.setenv("MINUTES_EXTEND_SELECT", "X9")
    assert refused(capsys).startswith("minutes: MINUTES_EXTEND_SELECT: X9: no such rule")


def test_the_text_tells_every_value_with_its_origin(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "minutes.toml").write_text('[check]\nselect = ["M1"]\n')
    assert main(["config"]) == 0
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["check.select", '["M1"]', "minutes.toml"] in lines
    assert ["check.publication", "false", "default"] in lines


def test_the_schema_takes_what_the_tool_takes(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "minutes.toml").write_text("[check", encoding="utf-8")
    assert main(["config", "--schema"]) == 0, "the schema helps to mend a broken file"
    schema = json.loads(capsys.readouterr().out)
    validator = jsonschema.Draft202012Validator(schema)
    good = {"profile": "pcc", "check": {"fail-on": "info", "per-file-ignores": {"a/**": ["M2"]}, "publication": True}}
    assert validator.is_valid(good)
    for bad in ({"check": {"fail_on": "info"}}, {"check": {"select": "M1"}}, {"colour": True}):
        assert not validator.is_valid(bad)


def test_the_examples_in_the_documents_can_be_used() -> None:
    root = Path(__file__).parents[2]
    texts = [(root / name).read_text(encoding="utf-8") for name in ("README.md", "docs/checking.md")]
    blocks = [block for text in texts for block in re.findall(r"```toml\n(.*?)```", text, re.DOTALL)]
    examples = [tomllib.loads(block) for block in blocks if "[check" in block]
    assert len(examples) == len(texts)
    for example in examples:
        settings = Settings.model_validate(example).check
        require_known([*settings.extend_select, *settings.ignore, *settings.severity])
        for selectors in settings.per_file_ignores.values():
            require_known(selectors)
