"""What each line was taken for, in which part of the record, and what would have made it understood."""

from __future__ import annotations

from pathlib import Path

import pytest

from minutes_cli.model.tracing import Explanation
from minutes_cli.pipeline import trace_bytes
from minutes_cli.tracing.explanation import explain
from tests.corpus import FIXTURES
from tests.tracing.documents import DOCUMENTS, NOTES, read


def of_file(path: Path) -> Explanation:
    return explain(trace_bytes(path.read_bytes(), path.name))


def told(found: Explanation) -> list[tuple[str, str, str]]:
    return [(line.zone, line.label, line.source.text[:24]) for line in found.lines]


def test_each_line_has_its_part_of_the_record_and_its_label() -> None:
    assert told(explain(read())) == [
        ("header", "unknown", "Reedham Parish Council"),
        ("header", "unknown", "Clerk: reedham@example.o"),
        ("header", "meeting", "Minutes of the meeting o"),
        ("attendance", "attendee", "Present: Cllr Ann Rowe ("),
        ("attendance", "attendee", "Apologies: Cllr Cora Fin"),
        ("items", "heading", "1. Roads"),
        ("items", "prose", "The sign at the bridge i"),
        ("items", "action", "Action: BT to ask the co"),
        ("items", "heading", "2. Playground"),
        ("items", "decision", "RESOLVED: That the swing"),
        ("next meeting", "heading", "3. Date of next meeting"),
        ("next meeting", "next meeting", "Wednesday 3 April 2024 a"),
    ]


def test_tables_tell_their_part_of_the_record() -> None:
    found = of_file(FIXTURES / "harrowvale-pcc-2024-04.pdf")
    zones = {line.source.text: line.zone for line in found.lines}
    assert zones["Amara Quill"] == "attendance"
    assert zones["Page 1 of 2"] == "furniture"
    assert zones["28/03/2024"] == "actions"
    assert zones["Burglary of homes (Protect)"] == "items"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_value_is_found_at_its_place_and_on_the_lines_it_covers(path: Path) -> None:
    found = of_file(path)
    assert [claim.path for claim in found.claims if not claim.there] == []
    for claim in found.claims:
        for stretch in claim.stretches:
            assert claim in found.lines[stretch.line].claims
        covered = " ".join(found.lines[s.line].source.text[s.start : s.end] for s in claim.stretches)
        assert covered.split() == claim.evidence.quote.split() or claim.evidence.block == "metadata"


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_line_stands_in_one_row(path: Path) -> None:
    found = of_file(path)
    assert sorted(index for row in found.rows for index in row) == list(range(len(found.lines)))


@pytest.mark.parametrize(
    ("name", "text", "rows"),
    [
        ("notes.txt", "Action        Owner\nMend it       AF\nPaint it all  CD\n", ["Mend it AF", "Paint it all CD"]),
        ("notes.md", "| Action | Owner |\n|---|---|\n| Mend it | AF |\n", ["Action Owner", "Mend it AF"]),
    ],
)
def test_cells_of_a_row_stand_together(name: str, text: str, rows: list[str]) -> None:
    found = explain(read("# Minutes\n\n" + text if name.endswith("md") else "Minutes\n\n" + text, name))
    shown = [" ".join(found.lines[index].source.text for index in row) for row in found.rows]
    assert [row for row in rows if row not in shown] == []


@pytest.mark.parametrize(
    ("changed", "line", "hint"),
    [
        (NOTES, "Clerk: reedham", "“Clerk:” is no label of the profile; if it should be, add it to [attendance]"),
        (
            NOTES.replace("Clerk: reedham@example.org or by post to the Old Forge", "Quorum: four of seven"),
            "Quorum:",
            "“Quorum:” is no label of the profile",
        ),
        (
            NOTES.replace("RESOLVED: That the swings be painted.", "\n".join(["Dun: one thing.\n"] * 3)),
            "Dun:",
            "“Dun:” begins 3 lines; if they are tasks or decisions, add it to their markers",
        ),
    ],
)
def test_a_line_that_was_not_understood_says_what_to_add_to_the_profile(changed: str, line: str, hint: str) -> None:
    hints = [seen.hint for seen in explain(read(changed)).lines if seen.source.text.startswith(line)]
    assert hints[0].startswith(hint)
    assert not any(hints[1:]), "once is enough"


def test_a_heading_that_is_no_item_says_what_it_lacks() -> None:
    found = of_file(FIXTURES / "quillback-township-2024-09.pdf")
    top = found.lines[0]
    assert top.source.text == "QUILLBACK TOWNSHIP"
    assert top.hint.startswith("set like a heading, but no item")
    assert top.heading is not None
    assert top.heading.score >= top.heading.needed
    assert any(reason.startswith("bold") for reason in top.heading.reasons)


@pytest.mark.parametrize("text", ["x\n", "1.\n", "a | b\n", "\ufeffMinutes\n", "Present:\n"])
def test_a_document_of_next_to_nothing_is_explained(text: str) -> None:
    assert len(explain(read(text)).lines) == 1
