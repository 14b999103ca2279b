import os
import subprocess
import sys
from pathlib import Path

import pytest

from minutes_cli import __version__
from minutes_cli.cli import Commands, main

FIXTURES = Path(__file__).parents[2] / "fixtures"
HEAVY = (
    "pydantic",
    "rich",
    "pypdfium2",
    "pdfplumber",
    "lxml",
    "yaml",
    "rapidfuzz",
    "markdown_it",
    "importlib.metadata",
)


def loaded_by(code: str) -> set[str]:
    code = f"import sys\n{code}\nprint(*sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stderr.split())


@pytest.mark.parametrize(
    "argv",
    [
        ["--help"],
        ["--version"],
        ["parse", "--help"],
        ["actions", "--help"],
        ["check", "--help"],
        ["config", "--help"],
        ["rules", "--help"],
    ],
)
def test_help_loads_nothing_heavy(argv: list[str]) -> None:
    assert loaded_by(f"from minutes_cli.cli import main\nmain({argv})").isdisjoint(HEAVY)


# What a command on one document may load in vain.
OTHERS = {"lxml", "markdown_it", "PIL", "pypdfium2", "pdfplumber", "docx", "openpyxl", "statistics", "difflib"}
OF_PDF = {"pypdfium2_raw", "minutes_cli.readers.pdf", "concurrent.futures"}
OF_PARSE = {"rich.console", "rapidfuzz", "minutes_cli.tracking", "sqlite3"}


@pytest.mark.parametrize(
    ("argv", "suffix", "unused"),
    [
        (["parse", "--no-cache"], "pdf", OTHERS | OF_PARSE | {"concurrent.futures"}),
        (["parse", "--no-cache"], "txt", OTHERS | OF_PARSE | OF_PDF),
        (["actions"], "txt", OTHERS | OF_PDF - {"concurrent.futures"}),
        (["actions", "--format", "json"], "txt", OTHERS | OF_PDF | {"rich.console"}),
    ],
)
def test_reading_loads_what_it_needs(argv: list[str], suffix: str, unused: set[str]) -> None:
    file = str(FIXTURES / f"harrowvale-pcc-2024-03.{suffix}")
    loaded = loaded_by(f"from minutes_cli.cli import main\nassert main({[*argv, file]}) == 0")
    assert loaded & unused == set()


def test_importing_the_package_loads_next_to_nothing() -> None:
    assert loaded_by("import minutes_cli").isdisjoint({*HEAVY, "click"})


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    overview = capsys.readouterr().out
    for name, entry in Commands.entries.items():
        assert f"{name} " in overview
        assert entry.help in overview
        assert main([name, "--help"]) == 0
        assert f"minutes {name}" in capsys.readouterr().out


def test_without_arguments_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert capsys.readouterr().out.startswith("Usage: minutes")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"minutes {__version__}\n"


@pytest.mark.parametrize(
    ("library", "argv", "about"),
    [
        ("click", ["--version"], ""),
        ("rich", ["show", "harrowvale-pcc-2024-03.txt"], ""),
        ("lxml", ["parse", "--no-cache", "harrowvale-pcc-2024-03.docx"], "harrowvale-pcc-2024-03.docx: "),
    ],
)
def test_a_library_that_is_not_installed_is_named(library: str, argv: list[str], about: str, tmp_path: Path) -> None:
    (tmp_path / f"{library}.py").write_text(f"raise ModuleNotFoundError('No module named {library}', name='{library}')")
    done = subprocess.run(
        [sys.executable, "-m", "minutes_cli", *argv],
        capture_output=True,
        text=True,
        cwd=FIXTURES,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
    )
    said = f"needs the library {library}, which is not installed: install minutes again"
    assert done.stderr.startswith(f"minutes: {about}{said}: ")
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)


def test_python_m_runs_the_same_program() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "minutes_cli", "--version"], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"minutes {__version__}\n"


@pytest.mark.parametrize(
    ("argv", "said"),
    [
        (["pars"], "No such command 'pars'. Did you mean 'parse'?: `minutes --help` tells more"),
        (["parse"], "Missing argument 'FILE|DIR...': `minutes parse --help` tells more"),
        (["parse", "--frmat", "json", "a"], "No such option"),
        (["parse", "a.pdf", "--format", "xml"], "'xml' is not one of"),
        (["action", "close", "A1", "--on", "31/12/2024"], "'31/12/2024' is no date such as 2024-03-06"),
        (["parse", "a.pdf", "--profile", "martian"], "martian: no such profile"),
        (["profile", "show", "martian"], "martian: no such profile"),
    ],
)
def test_wrong_use_is_told_in_one_line(argv: list[str], said: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(argv) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("minutes: ")
    assert err.count("\n") == 1
    assert said in err
