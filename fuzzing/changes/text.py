"""Changes of text: its lines, marks, numbers and characters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from random import Random

from fuzzing.changes.common import ODD_NUMBERS, Change, span

_NUMBER = re.compile(rb"\d{1,40}")
_ODD = [
    "\0", "\x01", "\x1b[31m", "\x07", "\x08", "\x7f", "\x85", "\x9b", "\u2028", "\u2029", "\u202e", "\u2066", "\u2069",
    "\u200b", "\u200d", "\ufeff", "\ufffe", "\uffff", "\u00ad", "\u0301", "\u0301" * 300, "\u0489", "\u1f468\u200d",
    "\U0001f468\u200d\U0001f469", "\U000e0001", "\U0010ffff", "\ufdfd", "\u0130", "\u1e9e", "\ufb03", "\u0345",
    "\u3000",
    "\u00a0", "\t", "\x0b", "\x0c", "\r", "\r\n", "\n\n\n", "\x1c", "\x1e", "\u2007", "\u180e", "\u0660\u0661",
    "\u216b", "\u2169.", "\u2488", "\u33ff", "\ufe0f", "\ue000", "\u0f00", "\u05d0\u05d1", "\u0627\u0644",
    # what readers and the parser look for
    "#", "# ", "###### ", "####### ", "---\n", "+++\n", "```\n", "~~~\n", "> ", ">" * 300, "* ", "- [ ] ", "- [x] ",
    "1. ", "1) ", "(a) ", "(iv) ", "|", "| a | b |\n|---|---|\n", "|---", "[x](y)", "![x](y)", "[" * 300, "](" * 100,
    "*" * 301, "_" * 301, "`" * 301, "<!--", "-->", "<b>", "</td>", "<table>", "&amp;", "&#0;", "&#x110000;", "&" * 200,
    "#+BEGIN_SRC\n", "#+END_SRC\n", "#+TITLE: ", ":PROPERTIES:\n", "* TODO ", "DEADLINE: <2024-13-45>", "[fn:1]",
    ".. note::\n", ".. list-table::\n", "::\n\n", "=====\n", "+---+---+\n", ":Date: ", "|x| ", "`x <y>`_", "\\", "\\\n",
    "Present: ", "Apologies: ", "Action: ", "ACTION: ", "RESOLVED: ", "Agreed: ", "Next meeting: ", "Minutes of ",
    "Proposed by ", "Seconded: ", "31 February 2024", "29/02/2023", "0/0/0000", "99:99", "24:60", "12 noon",
    "1st of May 0",
    "Mr ", "Dr. ", "Cllr ", "@x", ": ", "; ", ", ", " and ", " (", ") ", "\u201c", "\u2019", "\u2013", "%s", "{0}",
    "$x",
]  # fmt: skip
# long runs of these are where slow expressions show
_RUNS = (" ", "\t", ".", "-", "_", "1", "a", "A", "(", ")", "[", "|", ":", ",", "'", "1.", "a ", "A. ", " - ", "1 ",
"@a ",
         "(a) ", "Mr A", "A B, ", "\n", " \n", "- ", "> ", "\u00a0", "\u0301", "x@", "://", "<", "&", "*", "`",
         "=")  # fmt: skip


def odd_piece(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    for _ in range(random.choice((1, 1, 3, 10))):
        at = random.randrange(len(data) + 1)
        data = data[:at] + random.choice(_ODD).encode() + data[at:]
    return data


def odd_piece_at_line(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """In front of some lines, where marks of structure stand."""
    lines = data.split(b"\n")
    for _ in range(random.choice((1, 2, 5, 20))):
        at = random.randrange(len(lines))
        lines[at] = b" " * random.choice((0, 0, 0, 2, 4, 40)) + random.choice(_ODD).encode() + lines[at]
    return b"\n".join(lines)


def odd_number(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    for _ in range(random.choice((1, 1, 3))):
        found = [*_NUMBER.finditer(data)]
        if not found:
            return data
        one = random.choice(found)
        data = data[: one.start()] + random.choice(ODD_NUMBERS) + data[one.end() :]
    return data


def run(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    at = random.randrange(len(data) + 1)
    piece = random.choice(_RUNS).encode()
    return data[:at] + piece * (random.choice((30, 300, 3_000, 30_000)) // len(piece)) + data[at:]


def repeat_lines(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    start, end = span(random, len(lines), 30)
    return b"\n".join(lines[:start] + lines[start:end] * random.choice((2, 3, 10, 100)) + lines[end:])


def move_lines(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    start, end = span(random, len(lines), 20)
    moved, rest = lines[start:end], lines[:start] + lines[end:]
    at = random.randrange(len(rest) + 1)
    return b"\n".join(rest[:at] + moved + rest[at:])


def indent_lines(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    start, end = span(random, len(lines), 40)
    by = random.choice((b"  ", b"    ", b"\t", b"> ", b"- ", b"* ", b"  - ", b"| ", b"#"))
    deeper = random.random() < 0.4
    return b"\n".join(
        by * (at - start + 1 if deeper and start <= at < end else start <= at < end) + line
        for at, line in enumerate(lines)
    )


def join_lines(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    lines = data.split(b"\n")
    start, end = span(random, len(lines), len(lines))
    return b"\n".join(
        [*lines[:start], random.choice((b" ", b"", b"\t", b"\r", b"\x0c")).join(lines[start:end]), *lines[end:]]
    )


def words_of_another(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """Words change places, so that names, dates and marks stand where none does."""
    words = re.split(rb"( +|\n)", data)
    for _ in range(random.choice((2, 10, 100))):
        words[random.randrange(len(words))] = random.choice(words)
    return b"".join(words)


def other_encoding(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    text = data.decode("utf-8", "replace")
    if random.random() < 0.3:
        at = random.randrange(len(text) + 1)
        text = text[:at] + random.choice(("\ud800", "\udc00", "\udfff\ud800", "\ud83d")) + text[at:]
    encoding = random.choice(("utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "cp1252", "latin-1", "utf-7"))
    return text.encode(encoding, "surrogatepass" if encoding.startswith(("utf-16", "utf-32", "utf-8")) else "replace")


CHANGES: list[Change] = [
    odd_piece, odd_piece_at_line, odd_number, run, repeat_lines, move_lines, indent_lines, join_lines, words_of_another,
    other_encoding,
]  # fmt: skip
