"""What holds for any text: it is read without a crash, twice alike, and every value is where its evidence says."""

from __future__ import annotations

import json
import re
from typing import Any

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from minutes_cli import load, parse
from minutes_cli.errors import InputError, MinutesError
from minutes_cli.model.minutes import Minutes

_PIECES = st.sampled_from(
    [
        "Minutes of the Harbour Board, Thursday 4 May 2023 at 7 pm",
        "Present: Ada Fenn (AF), Bo Larch (Clerk); Cy Marsh",
        "Apologies: none",
        "1. Roads",
        "2.1 Bridges (Secure)",
        "(a) Ada to write to the county by 12 June",
        "Action: AF to mend the fence.",
        "RESOLVED: That the fence be mended. (Cllr Fenn proposed, Cllr Larch seconded)",
        "Motion made by Ada to adjourn, seconded by Bo. Yes – 5, No – 0",
        "Next meeting: 1 June 2023, 7 pm, Town Hall",
        "| Action | Owner | Due |",
        "- [x] done",
        "Name\tRole\tInitials",
        "",
    ]
)
_TEXTS = st.lists(st.one_of(_PIECES, st.text(max_size=60)), max_size=14).map("\n".join)
_STARTS = [
    *(
        b"",
        b"%PDF-1.7\n",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"\x89PNG\r\n\x1a\n",
        b"\xff\xd8\xff\xe0",
    ),
    *(b"II*\0", b"<html><p>", b"---\ntitle: ", b"\xff\xfe", b"\xfe\xff\0", b"\xef\xbb\xbf", b"#+TITLE: "),
]
_SUFFIXES = "pdf", "docx", "dotx", "docm", "doc", "odt", "html", "md", "txt", "org", "rst", "png", "jpg", "tiff", "xlsx"
_TERMINAL = re.compile(r"(\x1b\[|\x9b)[\d;:?]*[A-Za-z]|(\x1b\]|\x9d)[^\x07\x1b\x9c]*(\x07|\x1b\\|\x9c)")
_FEW = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(text: str, name: str = "minutes.txt") -> Minutes | None:
    try:
        return parse(text.encode("utf-8", errors="replace"), name=name)
    except MinutesError:
        return None


@_FEW
@given(st.sampled_from(_STARTS), st.binary(max_size=300), st.sampled_from(_SUFFIXES))
def test_any_bytes_are_read_or_refused_as_input_and_twice_alike(start: bytes, rest: bytes, suffix: str) -> None:
    def once() -> str:
        try:
            return parse(start + rest, name=f"minutes.{suffix}").model_dump_json(by_alias=True)
        except InputError as error:
            assert error.reason and error.hint and len(str(error).splitlines()) == 1
            return str(error)

    assert once() == once()


def resolve(data: Any, pointer: str) -> Any:
    for part in pointer.strip("/").split("/"):
        data = data[int(part)] if isinstance(data, list) else data[part]
    return data


@_FEW
@given(_TEXTS, st.sampled_from(["minutes.txt", "minutes.md", "minutes.html", "minutes.org", "minutes.rst"]))
def test_any_text_is_read_or_refused_and_twice_alike(text: str, name: str) -> None:
    one, two = read(text, name), read(text, name)
    assert one == two
    if one is not None:
        assert load(one.model_dump_json(by_alias=True)) == one


@_FEW
@given(_TEXTS)
@example("1. Roads\na\x1b0")
def test_evidence_points_to_values_that_are_there_and_quotes_the_source(text: str) -> None:
    minutes = read(text)
    if minutes is None:
        return
    data = json.loads(minutes.model_dump_json(by_alias=True))
    # readers leave controls out, and what they would tell a terminal
    shown = [_TERMINAL.sub("", line) for line in text.splitlines()]
    lines = ["".join(filter(str.isprintable, "".join(line.split()))) for line in shown]
    for evidence in minutes.evidence:
        assert resolve(data, evidence.path) is not None
        if evidence.line is not None and evidence.quote.isascii():
            rest = "".join(lines[evidence.line - 1 :])
            assert all(word in rest for word in evidence.quote.split())


@_FEW
@given(_TEXTS)
def test_ids_are_unique_and_an_appendix_changes_none(text: str) -> None:
    text += "\n\nThe chair thanked the members for their work and told them of the weather in spring.\n"
    before, after = read(text), read(f"{text}\nThe harbour was quiet in the evening and nobody spoke of the rain.\n")
    if before is None or after is None:
        return
    ids = [thing.id for part in (before.items, before.actions, before.decisions) for thing in part]
    assert len(ids) == len(set(ids))
    assert [item.id for item in before.items] == [item.id for item in after.items][: len(before.items)]
