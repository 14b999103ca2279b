"""Every format, read back by a reader that is not ours and compared with the data, over three kinds of it.

made up     by hypothesis, with hostile words
documents   the fixtures, and real minutes where there are any
hostile     each hostile word in every place of minutes that holds text
"""

from __future__ import annotations

import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import cache, partial
from pathlib import Path

import docx
import pypdfium2
import pytest
import yaml
from hypothesis import HealthCheck, given, settings
from lxml import html
from markdown_it import MarkdownIt

from minutes_cli import load, parse
from minutes_cli.errors import CorruptInputError
from minutes_cli.exporters.formats import EXPORTS, single
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes
from minutes_cli.text.safe import safe
from minutes_cli.tracking.follow import follow
from minutes_cli.tracking.meetings import in_order
from tests.corpus import FIXTURES, annotated
from tests.exporters import (
    test_akn,
    test_boards,
    test_calendar,
    test_csv_tables,
    test_github,
    test_jsonld,
    test_oparl,
    test_parquet,
    test_popolo,
    test_sqlite,
    test_taskwarrior,
    test_todo,
    test_xlsx,
)
from tests.exporters.generated import collections, hostile


def written(form: str, minutes: Minutes) -> bytes:
    stream = io.BytesIO()
    single(form).write(minutes, stream)
    return stream.getvalue()


def assert_equal(form: str, collection: Collection) -> None:
    """What a reader of JSON or YAML finds is the same minutes."""
    for one in collection.meetings:
        text = written(form, one).decode()
        assert Minutes.model_validate(yaml.safe_load(text) if form == "yaml" else json.loads(text)) == one


def assert_valid(collection: Collection) -> None:
    for one in collection.meetings:
        test_akn.assert_holds(one)


def words_of_page(data: bytes) -> str:
    return str(html.document_fromstring(data.decode()).text_content())


def words_of_markdown(data: bytes) -> str:
    text = MarkdownIt("commonmark").enable("table").render(data.decode().split("---", 2)[2])
    return str(html.document_fromstring(f"<html>{text}</html>").text_content())


def words_of_word(data: bytes) -> str:
    return "".join(docx.Document(io.BytesIO(data)).element.body.itertext())


def words_of_pdf(data: bytes) -> str:
    return "".join(one.get_textpage().get_text_range() for one in pypdfium2.PdfDocument(data))


WORDS = {"html": words_of_page, "markdown": words_of_markdown, "docx": words_of_word, "pdf": words_of_pdf}


def told(minutes: Minutes) -> Iterator[str]:
    """The words that a document for people says somewhere."""
    meeting = minutes.meeting
    yield from filter(None, (meeting.title, meeting.venue, meeting.body, meeting.chair))
    for person in minutes.attendees:
        yield from filter(None, (person.name, person.role, person.note))
    for item in minutes.items:
        yield from (item.title, *item.paragraphs)
    for decision in minutes.decisions:
        yield from filter(None, (decision.text, decision.mover))
    for action in minutes.actions:
        yield from filter(None, (action.text, action.update, *(owner.as_written for owner in action.owners)))


_MOST_PAGES = 8
_LONGEST_WORD = 20


def assert_said(form: str, collection: Collection) -> None:
    """A reader of documents finds every word that the minutes hold, apart from how they are spaced."""
    meetings = collection.meetings
    # setting a page takes its time
    for one in meetings[:: 1 + len(meetings) // _MOST_PAGES] if form == "pdf" else meetings:
        said = _squeezed(form, WORDS[form](written(form, one)))
        for words in told(one):
            # heads of tables stand between the words of a cell that goes on over the page
            for part in safe(words.strip()).split() if form == "pdf" else [safe(words.strip())]:
                assert _squeezed(form, part)[: _LONGEST_WORD if form == "pdf" else None] in said


def _squeezed(form: str, text: str) -> str:
    if form == "pdf":  # of other letters the fonts at hand may have none
        text = re.sub(r"Page \d+ of \d+", "", text)
        return re.sub("[^A-Za-z0-9]+", "", unicodedata.normalize("NFKD", text))
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", text))


SAME: dict[str, Callable[[Collection], None]] = {
    **{form: partial(assert_equal, form) for form in ("json", "jsonl", "yaml")},
    **{form: partial(assert_said, form) for form in WORDS},
    **{form: partial(test_boards.assert_same, form) for form in test_boards.BOARDS},
    "csv": test_csv_tables.assert_same,
    "xlsx": test_xlsx.assert_same,
    "sqlite": test_sqlite.assert_same,
    "parquet": test_parquet.assert_same,
    "ics": test_calendar.assert_same,
    "todo.txt": test_todo.assert_same,
    "taskwarrior": test_taskwarrior.assert_same,
    "github": test_github.assert_same,
    "akn": assert_valid,
    "popolo": test_popolo.assert_same,
    "oparl": test_oparl.assert_same,
    "jsonld": test_jsonld.assert_same,
}


@cache
def everything() -> Collection:
    read = [one for path in sorted(FIXTURES.glob("*.expected.json")) for one in _meetings(path)]
    read += [Minutes.model_validate(one.found) for one in annotated()]
    return _followed(read)


@cache
def everything_hostile() -> Collection:
    return _followed(list(hostile()))


def together(several: Collection) -> Collection:
    """One set of minutes with the items and actions of all."""
    items = (item for one in several.meetings for item in one.items)
    actions = tuple(action for one in several.meetings for action in one.actions)
    said = tuple(item.model_copy(update={"id": f"i{number}", "exchanges": ()}) for number, item in enumerate(items))
    named = several.meetings[0].model_copy(update={"items": said, "actions": actions, "pillars": ()})
    return Collection(meetings=(named,))


def _followed(read: list[Minutes]) -> Collection:
    meetings = in_order(read)
    return Collection(meetings=tuple(meetings), actions=tuple(follow(meetings)))


def _meetings(path: Path) -> list[Minutes]:
    """The meetings of a fixture: one object, or of several one a line."""
    text = path.read_text(encoding="utf-8")
    return [load(line) for line in (text.splitlines() if text.startswith('{"') else [text])]


def test_every_format_is_read_back() -> None:
    assert SAME.keys() == EXPORTS.keys()


@pytest.mark.parametrize("form", SAME)
def test_documents(form: str) -> None:
    _require(form)
    assert len(everything().meetings) > 10
    SAME[form](everything())


@pytest.mark.parametrize("form", SAME)
def test_hostile_words_in_every_place(form: str) -> None:
    _require(form)
    SAME[form](together(everything_hostile()) if form == "pdf" else everything_hostile())


@pytest.mark.parametrize("form", ["html", "markdown", "docx", "pdf"])
@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(collection=collections())
def test_made_up_minutes_are_said_as_documents(form: str, collection: Collection) -> None:
    _require(form)
    SAME[form](collection)


def _require(form: str) -> None:
    if form == "pdf":
        pytest.importorskip("weasyprint", exc_type=(ImportError, OSError))  # type: ignore[arg-type]


def test_half_a_character_cannot_come_in(wrenshire: Minutes) -> None:
    data = wrenshire.model_dump_json(by_alias=True)
    with pytest.raises(CorruptInputError):
        load(data.replace("Car park", "Car \\ud83d park", 1))
    for name in ("a.html", "a.md", "a.txt"):
        read = parse(b"<h1>Board minutes &#xD83D; &#55357; \xed\xa0\xbd</h1>\n\n<p>They met.</p>", name=name)
        assert read.model_dump_json().encode()
