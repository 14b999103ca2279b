"""The files for CI systems do what they promise, run as those systems run them."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.cli.checked_files import BOTH, CLEAN, lay

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent


def shell(command: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command as a CI system does: by bash, in a folder, with little else in the environment."""
    path = environment.pop("PATH", f"{BIN}{os.pathsep}{os.environ['PATH']}")
    return subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", command],
        cwd=folder,
        env={"PATH": path, "HOME": str(folder), "LC_ALL": "C.UTF-8", **environment},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with faulty minutes of March, good ones of April, and a file that holds none."""
    folder = tmp_path / "project"
    notes = folder / "minutes 2025"
    notes.mkdir(parents=True)
    lay(notes, march_md=BOTH, april_md=CLEAN)
    (folder / "setup.cfg").write_text("[x]\n")
    (folder / "minutes.toml").write_text('[check]\nselect = ["M103", "M401"]\n')
    return folder


# ---- GitHub: the composite action

ACTION: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {re.search(r"ci/(\w+)\.sh", step["run"])[1]: step for step in ACTION["runs"]["steps"] if "run" in step}


def act(project: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], str]:
    """The step that checks, with its inputs filled in as the runner does; what it prints, and the job's summary."""
    given = {name: one["default"] for name, one in ACTION["inputs"].items()} | inputs
    filled = {
        name: re.sub(r"\$\{\{ inputs\.(\w+) \}\}", lambda found: given[found[1]], text)
        for name, text in STEPS["check"]["env"].items()
    }
    summary = project.parent / "summary.md"
    done = shell(
        STEPS["check"]["run"],
        project.parent,
        GITHUB_ACTION_PATH=str(ROOT),
        GITHUB_WORKSPACE=str(project),
        GITHUB_STEP_SUMMARY=str(summary),
        **filled,
    )
    return done, summary.read_text(encoding="utf-8")


def test_the_action_annotates_sums_up_and_fails(project: Path) -> None:
    done, summary = act(project)
    assert done.returncode == 1, done.stderr
    march = "file=minutes 2025/march.md"
    assert [line.partition(",")[0] for line in done.stdout.splitlines()] == [f"::error {march}", f"::warning {march}"]
    assert summary.startswith("## Minutes\n\n1 error, 1 warning in 1 of 2 files")
    assert summary.count("\n| ") == 4


def test_the_action_passes_where_nothing_is_wrong(project: Path) -> None:
    done, summary = act(project, paths="minutes 2025/april.md\n\n")
    assert (done.returncode, done.stdout) == (0, "")
    assert summary == "## Minutes\n\nNo problems found in 1 file.\n"


def test_the_action_takes_paths_by_line_and_options_as_a_shell_does(project: Path) -> None:
    done, _ = act(project, paths="minutes 2025/april.md\nminutes 2025/march.md", args="--ignore 'M103' --fail-on error")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("::warning ")


def test_the_action_runs_nothing_that_an_input_says(project: Path) -> None:
    done, _ = act(project, paths="$(touch stolen)\n; touch stolen", args="--ignore '$(touch stolen)'")
    assert done.returncode == 2
    assert not list(project.rglob("stolen"))


def test_the_action_says_which_file_could_not_be_read(project: Path) -> None:
    done, summary = act(project, paths="gone.md")
    assert done.returncode == 2
    assert done.stdout == "::error file=gone.md,title=could not be read::no such file\n"
    assert "| gone.md |" in summary


def test_the_action_installs_its_own_checkout(tmp_path: Path) -> None:
    """With a stand-in for Python, which only says what it is told to do."""
    fake = tmp_path / "fake" / "python"
    fake.parent.mkdir()
    fake.write_text(
        '#!/bin/bash\necho "$@" >>"$LOG"\nif [ "$2" = venv ]; then mkdir -p "$3/bin" && cp "$0" "$3/bin/python"; fi\n'
    )
    fake.chmod(0o755)
    github = {"GITHUB_ACTION_PATH": str(ROOT), "GITHUB_PATH": str(tmp_path / "path"), "RUNNER_TEMP": str(tmp_path)}
    path = f"{fake.parent}{os.pathsep}{os.environ['PATH']}"
    done = shell(STEPS["install"]["run"], tmp_path, PATH=path, LOG=str(tmp_path / "log"), **github)
    assert done.returncode == 0, done.stderr
    venv = tmp_path / "minutes-check"
    made, installed = (tmp_path / "log").read_text().splitlines()
    assert made == f"-m venv {venv}"
    assert installed.startswith("-m pip install ")
    assert installed.endswith(f" {ROOT}")
    assert (tmp_path / "path").read_text() == f"{venv / 'bin'}\n"


# ---- pre-commit


@pytest.fixture
def hooked(project: Path) -> Path:
    """The project as a repository, with the hook as `.pre-commit-hooks.yaml` declares it, run from this environment."""
    [hook] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    # the tool is installed already: `language: python` would build it anew, for which packages have to be fetched
    local = {"repos": [{"repo": "local", "hooks": [{**hook, "language": "system"}]}]}
    (project / ".pre-commit-config.yaml").write_text(json.dumps(local))
    shell("git init --quiet && git add .", project)
    return project


def test_the_hook_is_declared_as_pre_commit_wants_it() -> None:
    done = shell(f"pre-commit validate-manifest '{ROOT}/.pre-commit-hooks.yaml'", ROOT)
    assert done.returncode == 0, done.stdout


def test_the_hook_stops_a_commit_of_faulty_minutes(hooked: Path) -> None:
    done = shell("pre-commit run minutes-check --color never", hooked, PRE_COMMIT_HOME=str(hooked.parent / "cache"))
    assert done.returncode == 1
    assert "minutes 2025/march.md:3:9: M103 error" in done.stdout
    assert "1 error, 1 warning in 1 of 2 files" in done.stdout


def test_the_hook_lets_good_minutes_pass_and_looks_at_documents_alone(hooked: Path) -> None:
    (hooked / "minutes 2025" / "march.md").write_text(CLEAN)
    shell("git add .", hooked)
    done = shell("pre-commit run --verbose --color never", hooked, PRE_COMMIT_HOME=str(hooked.parent / "cache"))
    assert done.returncode == 0, done.stdout
    assert "No problems found in 2 files" in done.stdout


# ---- GitLab

JOB: dict[str, Any] = yaml.safe_load((ROOT / "docs" / "ci" / "gitlab.yml").read_text(encoding="utf-8"))["minutes"]


@pytest.mark.parametrize(("paths", "code", "entries"), [(".", 1, 2), ("setup.cfg", 3, 1), ("*/april.md", 0, 0)])
def test_the_gitlab_job_leaves_a_report_and_fails_as_it_should(
    project: Path, paths: str, code: int, entries: int
) -> None:
    lay(project / "minutes 2025", notes_md=CLEAN)
    (project / "minutes 2025").rename(project / "notes")
    variables = {**JOB["variables"], "MINUTES_PATHS": paths}
    done = shell("\n".join(JOB["script"]), project, **variables)
    assert done.returncode == code, done.stderr
    report = project / JOB["artifacts"]["reports"]["codequality"]
    assert len(json.loads(report.read_text(encoding="utf-8"))) == entries
    assert JOB["artifacts"]["when"] == "always", "a failed job has the report too"
