"""Bytes -> text: encodings, line ends, invisible characters."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.errors import CorruptInputError, MinutesError
from minutes_cli.readers.decode import decode
from minutes_cli.readers.options import Limits

WESTERN = "Zoë’s café – “naïve” question: £5, 20 °C…"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "mac_roman"]
)
def test_western_text_is_read_in_any_encoding(encoding: str) -> None:
    assert decode(WESTERN.encode(encoding), "a.txt", Limits()).text == WESTERN


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"one\r\ntwo\rthree\nfour", "one\ntwo\nthree\nfour"),
        (b"one\fstill line one", "one\fstill line one"),
        ("cafe\u0301".encode(), "café"),
        ("\ufeffa\u200bb\u2060c\u00add".encode(), "abcd"),
        ("5\u00a0pm\u202fsharp".encode(), "5 pm sharp"),
        ("می\u200cخواهم و a\u200cb".encode(), "می\u200cخواهم و ab"),
        (b"bell\x07 escape\x1b[31m", "bell escape"),
        (b"\x1b]0;a\x07b" * 9, "b" * 9),
        (b"Ann\x1b]8;;http://x\x1b\\ Roe \x1b]0;open", "Ann Roe ]0;open"),
        ("Ärzte und Bürger, große Straße".encode("latin-1"), "Ärzte und Bürger, große Straße"),
        ("Город: протокол заседания совета".encode("cp1251"), "Город: протокол заседания совета"),
    ],
)
def test_text_is_cleaned(data: bytes, text: str) -> None:
    assert decode(data, "a.txt", Limits()).text == text


def test_an_encoding_that_the_file_names_is_used_where_the_bytes_are_not_utf8() -> None:
    assert decode("Žižka".encode("iso8859_2"), "a.html", Limits(), "iso-8859-2").text == "Žižka"
    assert decode("Žižka".encode(), "a.html", Limits(), "iso-8859-2").text == "Žižka"
    assert decode(b"plain", "a.html", Limits(), "no-such-encoding").text == "plain"


def test_a_damaged_character_costs_no_more_than_itself() -> None:
    source = decode("Zoë and Renée and José and caf".encode() + b"\xc3 went\n", "a.txt", Limits())
    assert source.text == "Zoë and Renée and José and caf\ufffd went\n"
    assert [(problem.code, problem.line) for problem in source.problems] == [("bad-characters", 1)]


def test_characters_that_reorder_the_screen_are_dropped_and_reported() -> None:
    source = decode("first\nAction:\u202e nnA\u202c done".encode(), "a.txt", Limits())
    assert source.text == "first\nAction: nnA done"
    assert [(problem.code, problem.line) for problem in source.problems] == [("bidi-controls", 2)]


def test_characters_that_steer_a_terminal_are_dropped_and_reported() -> None:
    source = decode(b"first\nPresent: Ann \x1b[2JRoe", "a.txt", Limits())
    assert source.text == "first\nPresent: Ann Roe"
    assert [(problem.code, problem.line) for problem in source.problems] == [("bad-characters", 2)]


def test_a_line_over_the_limit_is_cut_and_reported() -> None:
    source = decode(b"short\n" + b"x" * 50 + b"\nshort", "a.txt", Limits(line_characters=20))
    assert source.text == "short\n" + "x" * 20 + "\nshort"
    assert [(problem.code, problem.line) for problem in source.problems] == [("line-cut", 2)]


@pytest.mark.parametrize("data", [bytes(range(256)) * 8, b"\0" * 400, b"text\0\1\2\3\4\5\6\0\0\0" * 20])
def test_binary_data_is_refused(data: bytes) -> None:
    with pytest.raises(CorruptInputError, match="binary data, not text"):
        decode(data, "a.txt", Limits())


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        text = decode(data, "a.txt", Limits()).text
    except MinutesError:
        return
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert "\0" not in text


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cf", "Cs", "Zl", "Zp", "Zs"))))
def test_utf8_text_comes_back_in_nfc(text: str) -> None:
    assert decode(text.encode(), "a.txt", Limits()).text == unicodedata.normalize("NFC", text)
