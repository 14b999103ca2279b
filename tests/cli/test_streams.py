"""Standard input and output as the shell gives them: closed, full, left by their reader."""

import subprocess
import sys
from pathlib import Path

import pytest

NOTES = "# Meeting of 2 November 2022\n\nPresent: Ann Rowe\n\n1. Welcome\n\nAll were welcomed.\n"


def run(shell: str, stdin: bytes = NOTES.encode()) -> "subprocess.CompletedProcess[bytes]":
    """Run a line of bash in which $M is the program."""
    line = shell.replace("$M", f"{sys.executable} -m minutes_cli")
    return subprocess.run(["bash", "-c", f"set -o pipefail; {line}"], input=stdin, capture_output=True, check=False)


pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs bash and /dev/full")


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("$M parse - > /dev/full", 4, "standard output: cannot be written (no space left on device)"),
        ("$M show - > /dev/full", 4, "standard output: cannot be written (no space left on device)"),
        ("$M --help > /dev/full", 4, "standard output: cannot be written"),
        ("$M parse - >&-", 4, "standard output: is closed"),
        ("$M parse - <&-", 3, "-: standard input is closed"),
        ("$M parse - < /dev/null", 3, "-: empty file"),
        ("$M parse nowhere 2>&-", 2, ""),
        ("$M parse - | true", 4, ""),
        ("$M show - | true", 4, ""),
        ("$M parse - > /dev/null", 0, ""),
        ("NO_COLOR=1 $M show - > /dev/null", 0, ""),
        ("LC_ALL=C PYTHONUTF8=0 PYTHONCOERCECLOCALE=0 $M show - > /dev/null", 0, ""),
    ],
)
def test_streams(line: str, code: int, said: str) -> None:
    done = run(line)
    assert (done.returncode, done.stderr.count(b"\n")) == (code, 1 if said else 0), done.stderr
    assert said in done.stderr.decode()


def test_piped_output_has_no_colour() -> None:
    assert b"\x1b" not in run("$M show -").stdout
