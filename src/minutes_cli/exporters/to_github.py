"""GitHub issues: a `gh issue create` command for each unsettled action, printed to be read and never run from here.

No text of a document reaches the shell as more than a quoted word, or GitHub as more than text: it calls nobody by
"@name" and links to nothing.
"""

from __future__ import annotations

import re
import shlex
from typing import BinaryIO

from minutes_cli.exporters.boards import name
from minutes_cli.exporters.identity import identified
from minutes_cli.exporters.records.to_markdown import escaped
from minutes_cli.exporters.telling import told
from minutes_cli.model.collection import Collection
from minutes_cli.model.tracking import UNSETTLED, TrackedAction

# GitHub refuses an issue with a longer title.
_TITLE = 256
_HEAD = """\
# Issues for the actions that are to be done. Read them, then run what you want in a clone of the repository.
"""
# What GitHub makes a mention or a link of: names, numbers of issues, addresses. A comment between keeps it apart.
_REFERENCE = re.compile(r"@|(?<=:)(?=//)|(?<=www)(?=\.)|(?<=GH)(?=-)|(?<=#)(?=\d)", re.IGNORECASE)
_APART = "<!-- -->"


def write(collection: Collection, stream: BinaryIO) -> None:
    """Write one command an action."""
    stream.write(_HEAD.encode())
    for one, action in identified(collection):
        if action.state in UNSETTLED:
            title, body = f"--title={name(action, _TITLE)}", f"--body={_body(action)}\n\n<!-- minutes: {one} -->"
            stream.write(f"gh issue create {shlex.quote(title)} {shlex.quote(body)}\n".encode())


def _body(action: TrackedAction) -> str:
    lines = [f"- {_plain(line)}" for line in told(action)]
    if action.due:
        lines.insert(2, f"- Due: {_plain(action.due)}")
    return "\n".join([_plain(action.text), "", *lines])


def _plain(text: str) -> str:
    return _REFERENCE.sub(lambda found: f"{found[0]}{_APART}", escaped(text))
