import sys

import pytest

from benchmarks.lowest_fields import lowest, main

PRINTED = """\
lowest documents:
  notes.pdf: header=0.50 overall=0.50
measure                        F1    hit   gold   pred
actions                     0.800      8     10     10
actions.due                 0.500      1      2      2
meeting.title               1.000      1      1      1
3 documents, 0 faults, 1.0 s; header=0.900 overall=0.900
"""


def test_the_lowest_fields_come_first_with_what_was_missed_and_what_was_wrong() -> None:
    rows = [line.split() for line in lowest(PRINTED, 2).splitlines()]
    assert rows == [
        ["lowest", "fields:", "F1", "missed", "wrong"],
        ["actions.due", "0.500", "1", "1"],
        ["actions", "0.800", "2", "2"],
    ]


def test_the_scorer_runs_and_its_last_line_stays_last(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    scorer = f"import sys; print({PRINTED!r}, end=''); sys.exit(3)"
    monkeypatch.setattr(sys, "argv", ["lowest_fields.py", "-n", "1", sys.executable, "-c", scorer])
    assert main() == 3
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "lowest documents:"
    assert lines[-2].split()[0] == "actions.due"
    assert lines[-1].startswith("3 documents")
