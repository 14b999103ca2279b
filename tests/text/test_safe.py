import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.text.joiners import STRAY_JOINER
from minutes_cli.text.safe import CONTROL, safe, safe_lines, told_line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Wednesday 2 November – “budget”", "Wednesday 2 November – “budget”"),
        ("two\nlines\tand\r\na tab", "two lines and a tab"),
        ("\x1b[31mred", "\\x1b[31mred"),
        ("\x9b31m", "\\x9b31m"),
        ("annexe\u202excod.exe", "annexe\\u202excod.exe"),
        ("zero\u200bwidth\ufeff", "zero\\u200bwidth\\ufeff"),
        ("\x00\x7f", "\\x00\\x7f"),
        ("tag \U000e0041", "tag \\U000e0041"),
        ("name\udcff", "name\\udcff"),
        ("para\u2029graph", "para graph"),
        ("[bold]markup[/bold]", "[bold]markup[/bold]"),
    ],
)
def test_controls_are_written_out_and_breaks_become_blanks(text: str, shown: str) -> None:
    assert safe(text) == shown


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("::error::x", "\\x3a:error::x"),
        ("  ::set-output name=x::y", "  \\x3a:set-output name=x::y"),
        ("##vso[task.setvariable]x", "\\x23#vso[task.setvariable]x"),
        ("##[command]x", "\\x23#[command]x"),
        ("a ::error::x", "a ::error::x"),
        ("## Heading", "## Heading"),
        (": x", ": x"),
    ],
)
def test_no_line_is_a_command_to_a_ci(line: str, told: str) -> None:
    assert told_line(line) == told


def test_no_control_or_format_character_of_unicode_passes() -> None:
    every = "".join(map(chr, range(0x110000)))
    passed = {unicodedata.category(character) for character in set(safe(every))}
    assert passed.isdisjoint({"Cc", "Cf", "Cs", "Zl", "Zp"})


@given(st.text())
def test_safe_text_stays_as_it_is(text: str) -> None:
    assert safe(safe(text)) == safe(text)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("one\r\ntwo\rthree\u2028four\x85five\vsix", "one\ntwo\nthree\nfour\nfive\nsix"),
        ("a\tb\n\nc", "a\tb\n\nc"),
        ("\x00\x1b[2J\u202e", "\\x00\\x1b[2J\\u202e"),
    ],
)
def test_lines_stay_lines_and_everything_else_is_written_out(text: str, shown: str) -> None:
    assert safe_lines(text) == shown
    assert safe_lines(shown) == shown


# words and pictures that need their joiners: Persian, Hindi, Kannada, Sinhala, Bengali; a family, a judge, a flag
NEED_JOINERS = (
    "می\u200cخواهم",
    "क्\u200dष",
    "क्\u200cष",
    "ರ\u200d್ಯ",
    "ශ්\u200dරී",
    "র\u200d্যাব",
    "👩\u200d👧\u200d👦",
    "👩🏽\u200d⚖️",
    "🏳️\u200d🌈",
    "❤️\u200d🔥",
)
# none of these is changed by a joiner that nobody sees
ASTRAY = (
    "pass\u200dword",
    "a\u200cb",
    "\u200dمی",
    "می\u200c",
    "می\u200c\u200cخ",
    "1\u200d2",
    "👩\u200d",
    "👩\u200c👧",
    "é\u200dè",
)


@pytest.mark.parametrize("text", NEED_JOINERS)
def test_a_joiner_that_its_neighbours_need_stays(text: str) -> None:
    assert safe(text) == safe_lines(text) == text
    assert CONTROL.search(text) is None


@pytest.mark.parametrize("text", ASTRAY)
def test_a_joiner_that_changes_nothing_is_written_out(text: str) -> None:
    assert safe(text) == safe_lines(text) == text.replace("\u200d", "\\u200d").replace("\u200c", "\\u200c")


@given(st.text(st.sampled_from("\u200c\u200d\u202e\u200b\n a1éمخक्ಯ👩🏽️⚖️")))
def test_of_joiners_those_that_shape_something_pass_and_no_other_character_is_lost(text: str) -> None:
    shown = safe(text)
    assert safe(shown) == shown
    assert STRAY_JOINER.search(shown) is None
    written_out = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), shown)
    assert written_out == re.sub(r"\n+", " ", text)
