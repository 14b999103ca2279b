"""Akoma Ntoso, held against the schema of the standard and read back with lxml."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from lxml import etree

from minutes_cli.exporters import akn
from minutes_cli.model.minutes import Exchange, Item, Meeting, Minutes, Party
from minutes_cli.text.safe import CONTROL, safe
from tests.exporters.generated import minutes as made_up

NS = {"akn": "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"}


@cache
def schema() -> Any:
    return etree.XMLSchema(etree.parse(str(Path(__file__).parent / "schemas" / "akomantoso30.xsd")))


def written(minutes: Minutes) -> bytes:
    stream = io.BytesIO()
    akn.write(minutes, stream)
    return stream.getvalue()


def read(minutes: Minutes) -> Any:
    root = etree.fromstring(written(minutes))
    schema().assertValid(root)
    return root


def texts(root: Any, path: str) -> list[str]:
    return ["".join(one.itertext()) for one in root.xpath(path, namespaces=NS)]


def test_minutes_stand_in_the_elements_of_the_standard(wrenshire: Minutes) -> None:
    root = read(wrenshire)
    meeting = wrenshire.meeting
    assert texts(root, "//akn:preface//akn:docTitle") == [meeting.title]
    assert root.xpath("string(//akn:FRBRWork/akn:FRBRdate/@date)", namespaces=NS) == meeting.date
    assert texts(root, "//akn:rollCall//akn:person") == [
        one.name
        for status in ("present", "in_attendance", "apologies", "absent")
        for one in wrenshire.attendees
        if one.status == status
    ]
    items = "//akn:debateSection[@name='item']"
    assert texts(root, f"{items}/akn:heading") == [item.title for item in wrenshire.items]
    assert texts(root, f"{items}/akn:num") == [item.number for item in wrenshire.items if item.number]
    decisions = "//akn:debateSection[@name='decision']"
    assert texts(root, f"{decisions}/akn:p[1]") == [decision.text for decision in wrenshire.decisions]
    assert texts(root, f"{decisions}//akn:outcome") == [one.outcome for one in wrenshire.decisions if one.outcome]
    actions = "//akn:debateSection[@name='action']"
    assert texts(root, f"{actions}/akn:p[1]") == [action.text for action in wrenshire.actions]
    assert len(root.xpath("//akn:voting", namespaces=NS)) == sum(1 for one in wrenshire.decisions if one.votes)


def test_what_somebody_said_stands_once_and_leads_to_the_speaker() -> None:
    said = (
        Exchange(id="x1", speaker=Party(as_written="Ann", name="Ann Rowe"), kind="question", text="What now?"),
        Exchange(id="x2", speaker=Party(as_written="A resident"), kind="answer", answers="x1", text="Nothing."),
    )
    item = Item(id="i1", title="Roads", paragraphs=("It rained. Ann: What now? Nothing. They left.",), exchanges=said)
    empty = Minutes.model_validate(
        {"source": {"file": "a", "sha256": "0" * 64, "media_type": "text/plain", "profile": "generic"}, "meeting": {}}
    )
    root = read(empty.model_copy(update={"items": (item,)}))
    section = root.xpath("//akn:debateSection", namespaces=NS)[0]
    assert [(etree.QName(one).localname, "".join(one.itertext()).strip()) for one in section] == [
        ("heading", "Roads"),
        ("p", "It rained. Ann:"),
        ("question", "What now?"),
        ("answer", "Nothing."),
        ("p", "They left."),
    ]
    speakers = [one.get("by").removeprefix("#") for one in section if one.get("by")]
    names = [root.xpath("string(//*[@eId=$id]/@showAs)", id=one) for one in speakers]
    assert names == ["Ann Rowe", "A resident"]


def test_minutes_that_say_nothing_are_valid(nothing: Minutes) -> None:
    root = read(nothing.model_copy(update={"meeting": Meeting()}))
    assert texts(root, "//akn:debateSection") == []


def test_the_same_minutes_give_the_same_file(wrenshire: Minutes) -> None:
    assert written(wrenshire) == written(wrenshire)


def assert_holds(made: Minutes) -> None:
    """It is valid, and has the words in their places."""
    root = read(made)
    assert CONTROL.search(written(made).decode().replace("\n", "")) is None
    for item in made.items:
        above = f"akn:debateSection[@eId='item-{item.parent}']" if item.parent else "akn:debateBody"
        assert texts(root, f"//{above}/akn:debateSection[@eId='item-{item.id}']/akn:heading") == [safe(item.title)]
    assert texts(root, "//akn:debateSection[@name='action']/akn:p[1]") == [safe(one.text) for one in made.actions]
    eids = set(root.xpath("//@eId"))
    for reference in root.xpath("//@refersTo|//@by|//@as|//@outcome|//@source|//akn:ref/@href", namespaces=NS):
        for one in re.split(r"\s+", reference):
            assert one.removeprefix("#") in eids


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=made_up())
def test_whatever_the_words_it_is_valid_and_holds_them(made: Minutes) -> None:
    assert_holds(made)
