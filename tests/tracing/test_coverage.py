"""Each word of a document is claimed, text of an item, furniture or unknown: one of the four, once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from minutes_cli import parse
from minutes_cli.model.coverage import Coverage, Part
from minutes_cli.pipeline import trace_bytes
from minutes_cli.tracing.coverage import cover
from tests.corpus import FIXTURES
from tests.tracing.documents import DOCUMENTS, NOTES, read


def covered(text: str, name: str = "notes.txt") -> Coverage:
    reading = read(text, name)
    return cover(reading.document, reading.minutes)


def of_file(name: str) -> Coverage:
    reading = trace_bytes((FIXTURES / name).read_bytes(), name)
    return cover(reading.document, reading.minutes)


def fates(found: Coverage) -> list[tuple[int | None, str, str]]:
    return [(part.line, part.fate, part.text) for part in found.parts]


def test_lines_become_values_text_of_items_or_nothing() -> None:
    found = covered(NOTES)
    assert fates(found)[:3] == [
        (1, "unknown", "Reedham Parish Council"),
        (2, "unknown", "Clerk: reedham@example.org or by post to the Old Forge"),
        (
            4,
            "claimed",
            "Minutes of the meeting of Reedham Parish Council held on 6 March 2024 at 7.30 pm in the Village Hall",
        ),
    ]
    assert (10, "item_text", "The sign at the bridge is broken again.") in fates(found)
    assert found.words == {"claimed": 68, "item_text": 8, "furniture": 0, "unknown": 12}
    assert found.unknown_share == round(12 / 88, 4)


def test_a_claimed_part_names_its_values_and_text_of_an_item_names_the_item() -> None:
    by_line = {part.line: part for part in covered(NOTES).parts}
    assert "/attendees/2/name" in by_line[7].paths
    assert by_line[10].paths == ("/items/0",)
    assert {"/actions/0/text", "/actions/0/due"} <= set(by_line[11].paths)


def test_a_part_of_a_line_that_nothing_was_read_from_is_missed_and_a_few_words_are_not() -> None:
    notes = NOTES.replace(
        "Apologies: Cllr Cora Finch", "Apologies: Cllr Cora Finch, with two letters from residents of Mill Lane"
    )
    missed = [part.text for part in covered(notes).parts if part.fate == "unknown"]
    assert any("residents of Mill Lane" in text for text in missed) or "residents" in str(read(notes).minutes)
    assert "Apologies:" not in missed


def test_page_headers_are_furniture_and_parts_have_boxes() -> None:
    found = of_file("harrowvale-pcc-2024-03.pdf")
    furniture = [part for part in found.parts if part.fate == "furniture"]
    assert [(part.page, part.text) for part in furniture] == [(n, f"Page {n} of 3") for n in (1, 2, 3)]
    assert all(part.bbox and part.bbox[0] < part.bbox[2] and part.bbox[1] < part.bbox[3] for part in found.parts)


def test_parts_of_a_word_document_have_blocks() -> None:
    found = of_file("harrowvale-pcc-2024-03.docx")
    assert [part.block for part in found.parts if part.fate == "unknown"] == ["p[4]"]
    assert all(part.block for part in found.parts)


def test_heads_of_columns_are_no_loss_where_the_table_was_read() -> None:
    heads = {part.text: part for part in of_file("harrowvale-pcc-2024-04.pdf").parts if not part.paths}
    assert {"Name:", "Capacity:", "Owner", "Due"} <= set(heads)
    assert {heads[text].fate for text in ("Name:", "Owner")} == {"claimed"}
    table = "Minutes\n\n| Colour | Shade |\n|---|---|\n| Red | Dark |\n"
    assert "Colour" in {part.text for part in covered(table, "notes.md").parts if part.fate == "unknown"}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_word_stands_in_one_part(path: Path) -> None:
    reading = trace_bytes(path.read_bytes(), path.name)
    found = cover(reading.document, reading.minutes)
    # a mark between two words that became different things ("–") belongs to neither
    words = re.compile(r"\S*[^\W_]\S*")
    lines = (line.text for paragraph in reading.document.paragraphs() for line in paragraph.lines)
    expected = sum(len(words.findall(line)) for line in lines)
    assert sum(found.words.values()) == sum(part.words for part in found.parts) == expected
    assert sorted(w for p in found.parts for w in words.findall(p.text)) == sorted(
        w for paragraph in reading.document.paragraphs() for line in paragraph.lines for w in words.findall(line.text)
    )


def test_little_of_the_fixtures_is_missed() -> None:
    unheld = {path for path in DOCUMENTS if any(one.code in ("agenda", "template") for one in parse(path).diagnostics)}
    shares = {path.name: of_file(path.name).unknown_share for path in DOCUMENTS if path not in unheld}
    assert {name: share for name, share in shares.items() if share > 0.05} == {}


def test_text_without_any_minutes_is_unknown() -> None:
    found = covered("lorem ipsum dolor sit amet\n\nconsectetur adipiscing elit\n")
    assert {part.fate for part in found.parts} == {"unknown"}
    assert found.unknown_share == 1.0


def test_a_part_is_data() -> None:
    part = covered(NOTES).parts[0]
    assert Part.model_validate_json(part.model_dump_json()) == part
