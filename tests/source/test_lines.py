"""Text files as they are stored: edits change the words they name and not one byte beside them."""

from __future__ import annotations

from encodings.aliases import aliases

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.errors import MinutesError
from minutes_cli.model.source_text import Edit, Fix
from minutes_cli.readers import read
from minutes_cli.readers.options import Limits
from minutes_cli.source import read_source
from minutes_cli.source.edits import resolve
from minutes_cli.source.rewrite import rewrite

TEXT = "Minutes\r\nHeld on Tuesday  5 March – in the café\nPresent:\rA B\n"
FIX = Fix((Edit(2, "Tuesday 5 March", "Wednesday 5 March"),))


def edited(data: bytes, fix: Fix, media_type: str = "text/plain") -> bytes | None:
    changes = resolve(read_source(data, "notes.txt", media_type, Limits()), fix)
    return None if changes is None else rewrite(data, "notes.txt", media_type, changes, Limits())


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_encoding_marks_line_ends_and_blanks_stay(encoding: str) -> None:
    text = TEXT * 20
    wanted = text.replace("Tuesday", "Wednesday", 1)
    assert edited(text.encode(encoding), FIX) == wanted.encode(encoding)


def test_a_file_in_big_endian_order_with_a_mark_keeps_both() -> None:
    mark = b"\xfe\xff"
    assert edited(mark + TEXT.encode("utf-16-be"), FIX) == mark + TEXT.replace("Tues", "Wednes").encode("utf-16-be")


def test_bytes_that_are_no_text_stay_as_they_are() -> None:
    data = "Tuesday 5 March “one” – “two” “three” ".encode() + b"\xff\xfe end\nlast"
    source = read_source(data, "notes.txt", "text/plain", Limits())
    assert source.units[0].text.endswith("\ufffd\ufffd end")
    assert edited(data, Fix((Edit(1, "Tuesday", "Wednesday"),))) == data.replace(b"Tuesday", b"Wednesday")


@pytest.mark.parametrize(
    ("why", "edits"),
    [
        ("the words are not there", [Edit(2, "Friday", "Monday")]),
        ("no such line", [Edit(90, "Tuesday", "Monday")]),
        ("twice on the line", [Edit(2, "a", "b")]),
        ("not where they are said to be", [Edit(2, "March", "May", start=3)]),
        ("nothing would change", [Edit(2, "March", "March")]),
        (
            "two edits of the same words",
            [Edit(2, "Tuesday 5", "Monday 5"), Edit(2, "Tuesday 5 March", "Friday 5 March")],
        ),
        ("one of two cannot be made", [Edit(2, "Tuesday", "Monday"), Edit(3, "Absent", "Present")]),
        ("no edits", []),
    ],
)
def test_a_fix_that_cannot_be_carried_out_is_none(why: str, edits: list[Edit]) -> None:
    assert edited(TEXT.encode(), Fix(tuple(edits))) is None, why


def test_a_character_that_the_encoding_lacks_is_not_written() -> None:
    assert edited(TEXT.encode("cp1252") * 9, Fix((Edit(1, "Minutes", "Minutes → 5"),))) is None


CODECS = sorted({*aliases.values(), "idna", "punycode", "raw_unicode_escape", "undefined", "nonsense"})


@pytest.mark.parametrize("charset", CODECS)
def test_a_page_that_names_any_encoding_is_read_and_stays_as_it_is_beside_the_edit(charset: str) -> None:
    head = f'<html><head><meta charset="{charset}"></head><body>\n'.encode()
    data = head + b"<p>At 2pm in the Caf\xe9 \x93Roe\x94 +AGE- ~{ \xff\xfe</p>\r\n</body></html>"
    try:
        read(data, "notes.html")
    except MinutesError:
        return
    after = edited(data, Fix((Edit(2, "2pm", "14:00"),)), "text/html")
    assert after in (None, data.replace(b"2pm", b"14:00"))


def test_a_start_says_which_of_several_places_is_meant() -> None:
    assert edited(b"2pm and 2pm", Fix((Edit(1, "2pm", "14:00", start=8),))) == b"2pm and 14:00"


def test_two_edits_of_one_line() -> None:
    fix = Fix((Edit(1, "2pm", "14:00"), Edit(1, "4pm", "16:00")))
    assert edited(b"from 2pm to 4pm\r\n", fix) == b"from 14:00 to 16:00\r\n"


def test_a_line_put_in_ends_as_its_neighbours_do() -> None:
    assert edited(b"one\r\ntwo\r\n", Fix((Edit(1, "one", "one\nand a half"),))) == b"one\r\nand a half\r\ntwo\r\n"
    assert edited(b"one\rtwo", Fix((Edit(2, "two", "two\nthree"),))) == b"one\rtwo\rthree"


words = st.text("abcé –\t“”\u00a0", max_size=12)
ends = st.sampled_from(["\n", "\r\n", "\r"])


@given(st.lists(st.tuples(words, ends), max_size=6), words, words, ends)
def test_only_the_named_word_changes_whatever_the_line_ends(
    lines: list[tuple[str, str]], before: str, after: str, end: str
) -> None:
    head = "".join(line + line_end for line, line_end in lines)
    number = head.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    data = f"{head}{before}TARGET{after}{end}last\r\n".encode()
    assert edited(data, Fix((Edit(number, "TARGET", "hit"),))) == data.replace(b"TARGET", b"hit")
