"""The commands for GitHub issues, taken apart as a shell does."""

from __future__ import annotations

import io
import re
import shlex
import subprocess

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


def test_a_shell_takes_hostile_words_for_words() -> None:
    actions = [tracked({"raised": "2024-03-06", "text": text}, number) for number, text in enumerate(HOSTILE)]
    script = written(Collection(actions=tuple(actions)))
    # in place of gh, a function that prints how many words it got and the title
    run = subprocess.run(
        ["sh", "-s"],
        input=f'gh() {{ printf "%s %s\\n" "$#" "$3"; }}\n{script}'.encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    lines = run.stdout.decode().splitlines()
    assert run.stderr == b""
    assert [line[:160] for line in lines] == [f"4 --title={safe(text)}"[:160] for text in HOSTILE]


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_every_unsettled_action_is_one_command(collection: Collection) -> None:
    script = written(collection)
    assert CONTROL.search(script.replace("\n", "")) is None
    words = shlex.split(script, comments=True)
    unsettled = [action for action in collection.actions if action.state in UNSETTLED]
    assert len(words) == 5 * len(unsettled)
    assert words[::5] == ["gh"] * len(unsettled)
    assert all(len(title) <= len("--title=") + 256 for title in words[3::5])
