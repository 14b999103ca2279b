"""The files that changed in git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from minutes_cli.errors import UsageError

_OPTION = "--diff-base"


def changed_since(revision: str, folder: Path) -> frozenset[str]:
    """Real paths of the files that differ from the revision in the work tree, and of those that git does not know yet.

    folder  a folder of the repository
    Raises UsageError outside a repository, without git, and for what is no revision.
    """
    root = _git(folder, "rev-parse", "--show-toplevel", otherwise=("no git repository here", "use it inside one"))[0]
    unknown = ("no such revision", "give a commit, a branch or a tag that is here: in CI it may have to be fetched")
    commit = _git(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}", otherwise=unknown
    )[0]
    # what was deleted cannot be checked; a renamed file is told by its new name
    changed = _git(Path(root), "diff", "--name-only", "-z", "--no-ext-diff", "--diff-filter=d", commit, "--")
    new = _git(Path(root), "ls-files", "--others", "--exclude-standard", "-z", "--")
    return frozenset(os.path.realpath(Path(root, name)) for name in (*changed, *new))


def _git(folder: Path, *arguments: str, otherwise: tuple[str, str] = ("git failed", "")) -> list[str]:
    """What git prints, by NUL or line; UsageError with reason and hint where it fails."""
    # a repository may name a program to ask for changes: none is run
    command = ["git", "-C", str(folder), "-c", "core.fsmonitor=false", *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False, stdin=subprocess.DEVNULL)
    except OSError as error:
        raise UsageError(_OPTION, "git cannot be run", "install it, or name the files") from error
    if done.returncode:
        raise UsageError(_OPTION, *otherwise)
    return [os.fsdecode(name) for name in done.stdout.split(b"\0" if "-z" in arguments else b"\n") if name]
