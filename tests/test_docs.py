"""What the documents at the root say of commands, exit codes, profiles and limits is so."""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from minutes_cli.cli import Commands, check, parse
from minutes_cli.config import keys
from minutes_cli.errors import ExitCode
from minutes_cli.exporters.formats import EXPORTS
from minutes_cli.profiles import SHIPPED
from minutes_cli.readers.options import MIB, Limits
from minutes_cli.reports import REPORTS
from minutes_cli.tracking import doubts, evidence, threads

ROOT = Path(__file__).parents[1]
PAGES = sorted(path.name for path in ROOT.glob("*.md"))


def page(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_the_readme_shows_every_command_and_profile() -> None:
    readme = page("README.md")
    assert [name for name in Commands.entries if f"minutes {name}" not in readme] == []
    assert [name for name in SHIPPED if f"`{name}`" not in readme] == []


def test_the_page_on_checking_names_every_form_option_and_key() -> None:
    text = page("docs/checking.md")
    of_reading = {option for parameter in parse.command.params for option in parameter.opts}
    options = {option for parameter in check.command.params for option in parameter.opts if option.startswith("--")}
    assert [name for name in sorted(options - of_reading) if name not in text] == []
    assert [form for form in REPORTS if f"`{form}`" not in text] == []
    assert [key for key in keys() if key.rpartition(".")[2] not in text] == []


def test_the_pages_of_formats_show_how_each_is_written() -> None:
    pages = {name: ROOT / "docs" / "formats" / f"{name}.md" for name in EXPORTS}
    missing = [name for name, path in pages.items() if f"--to {name}" not in path.read_text(encoding="utf-8")]
    assert missing == []


def test_each_guarantee_has_a_test_that_bears_its_name() -> None:
    promised = re.findall(r"^\d+\. \*\*([^*]+?)\.?\*\*", page("SECURITY.md"), re.MULTILINE)
    names = set(re.findall(r"^def test_(\w+)", (ROOT / "tests" / "test_guarantees.py").read_text(), re.MULTILINE))
    assert len(promised) == 10
    assert [one for one in promised if re.sub(r"\W+", "_", one.lower()) not in names] == []
    assert [one for one in promised if one not in page("README.md")] == []


def test_the_readme_lists_every_exit_code() -> None:
    listed = re.findall(r"^\| (\d+) \|", page("README.md"), re.MULTILINE)
    assert [int(code) for code in listed] == sorted(ExitCode)


def test_the_limits_written_down_are_those_in_force() -> None:
    written = page("SECURITY.md")
    missing = []
    for field in fields(Limits):
        value = getattr(Limits(), field.name)
        shown = f"{value // MIB:,} MiB" if value % MIB == 0 else f"{value:,}"
        if not re.search(rf"(?<![\d,]){shown}(?!,?\d)", written):
            missing.append((field.name, shown))
    assert missing == []


@pytest.mark.parametrize("name", PAGES)
def test_links_and_make_targets_lead_somewhere(name: str) -> None:
    text = page(name)
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", text)
    assert [link for link in links if not (ROOT / link).exists()] == []
    targets = set(re.findall(r"^([a-z]+):", page("Makefile"), re.MULTILINE))
    assert [target for target in re.findall(r"(?:`|^)make ([a-z]+)", text, re.MULTILINE) if target not in targets] == []


def test_the_weights_of_evidence_written_down_are_those_in_force() -> None:
    written = page("docs/following.md")
    weights = (evidence.RUNNING, evidence.NAMED, evidence.PLACED, evidence.SHARED, evidence.AFRESH, evidence.JOINED)
    others = (evidence.NEAR, doubts.SURE, doubts.RIVALRY, threads.REOPENED)
    assert [weight for weight in (*weights, *others) if f"{weight:.2f}" not in written] == []
    assert threads.WINDOW == 12
    assert "twelve meetings" in written
