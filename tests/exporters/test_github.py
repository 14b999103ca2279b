"""The commands for GitHub issues, taken apart as a shell does."""

from __future__ import annotations

import io
import os
import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from minutes_cli.exporters import to_github
from minutes_cli.model.collection import Collection
from minutes_cli.model.tracking import UNSETTLED
from minutes_cli.text.safe import CONTROL, safe
from tests.exporters.generated import HOSTILE, collections
from tests.tracking.made_actions import tracked


def written(collection: Collection) -> str:
    stream = io.BytesIO()
    to_github.write(collection, stream)
    return stream.getvalue().decode()


def test_an_issue_says_what_by_when_whose_and_whence() -> None:
    action = tracked(
        {"raised": "2024-03-06", "text": "Mend Jo's gate.", "owners": ["Ann Lee"], "due": "2024-06-18", "number": "A17"}
    )
    *command, title, body = shlex.split(written(Collection(actions=(action,))), comments=True)
    assert command == ["gh", "issue", "create"]
    assert title == "--title=A17 Mend Jo's gate."
    assert re.sub(r"minutes: \S+", "minutes: ID", body).splitlines() == [
        "--body=Mend Jo's gate.",
        "",
        "- Owner: Ann Lee",
        "- Raised: Council, 6 Mar 2024",
        "- Due: 2024-06-18",
        "- “Mend Jo's gate.”",
        "",
        "<!-- minutes: ID -->",
    ]


def test_it_calls_nobody_and_links_to_nothing() -> None:
    text = "See @octocat, #12, GH-12, https://example.org, www.example.org, <b>, ![x](y)"
    body = shlex.split(written(Collection(actions=(tracked({"raised": None, "text": text}),))), comments=True)[-1]
    assert not re.search(r"@\w|#\d|GH-\d|://|www\.\w|(?<!\\)<b|(?<!\\)!\[", body)


# What a shell, or gh, would take for more than words.
SHARP = (
    *HOSTILE,
    "$(touch canary)",
    "`touch canary`",
    "'; touch canary; '",
    '"; touch canary; "',
    "\\'; touch canary #",
    "one\ntouch canary\n",
    "EOF\n$(touch canary)",
    "--repo=else/where",
    "-R else/where --web",
    "-",
    "--",
    "!! !$ ~ * ? [a] {b,c} <in >canary |& \\",
)


@pytest.mark.parametrize("shell", [name for name in ("sh", "bash", "dash", "zsh", "ksh") if shutil.which(name)])
def test_gh_gets_hostile_words_as_words_and_the_shell_does_nothing_else(shell: str, tmp_path: Path) -> None:
    actions = [tracked({"raised": "2024-03-06", "text": text, "owners": [text]}, n) for n, text in enumerate(SHARP)]
    script = written(Collection(actions=tuple(actions)))
    # in place of gh, a program that writes down what it gets
    fake = tmp_path / "bin" / "gh"
    fake.parent.mkdir()
    fake.write_text(
        '#!/bin/sh\nfor word in "$@"; do printf "%s\\0" "$word"; done >> "$TOLD"\nprintf "\\n\\0" >> "$TOLD"\n'
    )
    fake.chmod(0o755)
    work, told = tmp_path / "work", tmp_path / "told"
    work.mkdir()
    (tmp_path / "issues.sh").write_text(script, "utf-8")
    run = subprocess.run(
        [shell, str(tmp_path / "issues.sh")],
        cwd=work,
        env={"PATH": f"{fake.parent}:{os.environ['PATH']}", "TOLD": str(told), "HOME": str(work)},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert (run.stdout, run.stderr) == (b"", b"")
    assert list(work.iterdir()) == []
    calls = [call.split("\0") for call in told.read_text("utf-8").split("\0\n\0")[:-1]]
    assert [call[:2] for call in calls] == [["issue", "create"]] * len(SHARP)
    words = shlex.split(script, comments=True)
    assert [call[2:] for call in calls] == [words[at + 3 : at + 5] for at in range(0, len(words), 5)]
    for (_, _, title, body), text in zip(calls, SHARP, strict=True):
        # gh takes a word that begins with an option's name and = for its value, whatever follows
        assert title[:160] == f"--title={safe(text)}"[:160]
        assert body.startswith("--body=")


def assert_same(collection: Collection) -> None:
    """Every unsettled action is one command, with all its words."""
    script = written(collection)
    assert CONTROL.search(script.replace("\n", "")) is None
    words = shlex.split(script, comments=True)
    unsettled = [action for action in collection.actions if action.state in UNSETTLED]
    assert len(words) == 5 * len(unsettled)
    assert words[::5] == ["gh"] * len(unsettled)
    assert all(len(title) <= len("--title=") + 256 for title in words[3::5])


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_every_unsettled_action_is_one_command(collection: Collection) -> None:
    assert_same(collection)
