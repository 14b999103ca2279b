"""Documents for people: what is written reads well, says just what the data says, and comes back as the same data."""

from __future__ import annotations

import io
import unicodedata
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from benchmarks.round_trips import DEMANDED, FIELDS, FORMS, came_back, differences
from fixtures.snapshots import documents
from minutes_cli import parse, parse_all
from minutes_cli.exporters.formats import EXPORTS, single
from minutes_cli.model.minutes import (
    Action,
    Attendee,
    Decision,
    Item,
    Meeting,
    Minutes,
    NextMeeting,
    Party,
    Source,
    Votes,
)
from minutes_cli.text.safe import CONTROL, safe
from tests.exporters import generated

SOURCE = Source(file="a.txt", sha256="0" * 64, media_type="text/plain", profile="generic")
# Texts that are markup, formulas, marks of lists, labels or headings of the layout somewhere.
HOSTILE = (
    "<script>alert(1)</script>", "=1+1", "# Items", "## Actions", "- [ ] x", "1. x", "| a | b |", "\\|", "a\\", "*x*",
    "[x](javascript:alert(1))", "![x](y)", "Date: x", "**Pillars:** x", "---", "```", "&amp;", "{: .x}", "::: x", "> x",
    "a\u2028b", "\x1b[31m", "\u202eabc", "x" * 10_000, "2. x", "• x", "[x] x", "Page 3 of 6", "12", "http://a.b",
    "a; b", "a (b)", "“a”", "3 May 2023", "5 for", "Setext\n===", "<!-- x", "~~x~~", "$x$", "Items", "Next meeting",
    "می\u200cخواهم", "क्\u200dष", "👩🏽\u200d⚖️", "pass\u200dword",
)  # fmt: skip
texts = (
    st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=40))
    .map(lambda text: unicodedata.normalize("NFC", " ".join(safe(text).split())))
    # of a Word document a box at the beginning of a text is read as a tick box
    .filter(lambda text: text and text[0] not in "☐☑☒" and "Co" not in map(unicodedata.category, text))
)
maybe = st.none() | texts
days = st.none() | st.dates().map(lambda day: day.isoformat())


@st.composite
def made_up(draw: st.DrawFn) -> Minutes:
    """Minutes of any words in the form in which a parser gives them: white space folded, in NFC."""
    people = draw(st.lists(texts.filter(lambda name: ";" not in name), max_size=3, unique=True))
    owner = texts.filter(lambda name: ";" not in name and "(" not in name and name not in people)
    item = draw(maybe)
    items = [
        Item(id=f"i{n}", number=draw(maybe), title=draw(texts), level=draw(st.integers(1, 9)),
             paragraphs=draw(st.lists(texts, max_size=2)))
        for n in range(draw(st.integers(0, 3)))
    ]  # fmt: skip
    votes = draw(st.none() | st.builds(Votes, for_=st.integers(0, 99), against=st.none() | st.integers(0, 99)))
    actions = [
        Action(id="a", text=draw(texts), owners=[Party(as_written=draw(owner))], due=draw(days), due_text=draw(maybe),
               state=draw(st.sampled_from(("open", "closed"))), item=item, update=draw(maybe))
    ]  # fmt: skip
    decisions = [Decision(id="d", text=draw(texts), mover=draw(maybe), votes=votes, item=item)]
    return Minutes(
        source=SOURCE,
        meeting=Meeting(title=draw(maybe), date=draw(days), venue=draw(maybe), chair=draw(maybe)),
        attendees=[Attendee(name=name, role=draw(maybe), status="apologies") for name in people],
        items=items,
        actions=actions,
        decisions=decisions,
        next_meeting=draw(st.none() | st.builds(NextMeeting, venue=texts, date=days)),
    )


def written(minutes: Minutes, form: str) -> bytes:
    stream = io.BytesIO()
    single(form).write(minutes, stream)
    return stream.getvalue()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("document", documents(), ids=lambda path: path.name)
def test_a_document_that_is_exported_is_parsed_to_the_same_minutes(document: Path, form: str) -> None:
    for minutes in parse_all(document):
        assert differences(minutes, came_back(minutes, form)) == {}


@pytest.mark.parametrize("form", FORMS)
def test_minutes_that_have_everything_come_back(wrenshire: Minutes, form: str) -> None:
    assert differences(wrenshire, came_back(wrenshire, form)) == {}


@pytest.mark.parametrize("form", FORMS)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60, deadline=None)
@given(minutes=made_up())
def test_any_words_come_back_as_they_were(form: str, minutes: Minutes) -> None:
    assert differences(minutes, came_back(minutes, form)) == {}


@pytest.mark.parametrize("form", FORMS)
def test_empty_minutes_can_be_written_and_the_same_bytes_come_each_time(nothing: Minutes, form: str) -> None:
    assert written(nothing, form) == written(nothing, form)
    assert parse(written(nothing, form), name=f"a{EXPORTS[form].suffix}").meeting == nothing.meeting


def test_every_field_but_the_text_of_items_has_to_come_back() -> None:
    assert set(FIELDS) - set(DEMANDED) == {"text of items"}


def test_markdown_says_words_and_no_markup_or_control_character_of_the_content(wrenshire: Minutes) -> None:
    from markdown_it import MarkdownIt

    hostile = wrenshire.model_copy(
        update={"items": tuple(Item(id=str(n), title=t, paragraphs=(t,)) for n, t in enumerate(HOSTILE))}
    )
    text = written(hostile, "markdown").decode()
    assert CONTROL.search(text.replace("\n", "")) is None
    page = MarkdownIt("commonmark").enable("table").render(text.split("---", 2)[2])
    for mark in ("<script", "<a ", "<img", "<em>", "<code>", "<blockquote>", "<ol>", "<hr", "<!--"):
        assert mark not in page


def test_what_somebody_changes_in_the_document_is_read_as_changed(wrenshire: Minutes) -> None:
    text = written(wrenshire, "markdown").decode()
    text = text.replace("| Closed |", "| Open |").replace("29 November 2022 “29 November”", "6 December 2022")
    read = parse(text.encode(), name="minutes.md")
    assert [action.state for action in read.actions] == ["open", "open", "open"]
    assert (read.actions[0].due, read.actions[0].due_text) == ("2022-12-06", "6 December 2022")


def test_without_the_name_of_the_layout_it_is_minutes_like_any_other(wrenshire: Minutes) -> None:
    text = written(wrenshire, "markdown").decode().split("---", 2)[2]
    read = parse(text.encode(), name="minutes.md")
    assert read.meeting.date == wrenshire.meeting.date
    assert [person.name for person in read.attendees] == [person.name for person in wrenshire.attendees]
    assert [action.text for action in read.actions] == [action.text for action in wrenshire.actions]


def test_a_word_document_has_named_styles_real_headings_and_head_rows(wrenshire: Minutes) -> None:
    import docx

    document = docx.Document(io.BytesIO(written(wrenshire, "docx")))
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert styles["Assurance and Accountability Meeting"] == "Title"
    assert styles["Attendance"] == styles["Next meeting"] == "Heading 1"
    assert styles["1. Welcome and apologies"] == "Heading 2"
    assert styles["a. Car park"] == "Heading 4"
    assert styles["Chair:\tAnn Rowe"] == "Meeting detail"
    assert all(table.rows[0]._tr.xpath("w:trPr/w:tblHeader") for table in document.tables)
    assert [cell.text for cell in document.tables[0].rows[1].cells] == [
        "Ann Rowe", "PCC", "Police and Crime Commissioner", "Present"
    ]  # fmt: skip
    assert document.core_properties.author == ""


def test_in_word_no_row_stands_alone_at_a_page_break_and_titles_of_items_have_room(quillback: Minutes) -> None:
    import docx

    document = docx.Document(io.BytesIO(written(quillback, "docx")))
    for table in document.tables:
        held = [[cell.paragraphs[0].paragraph_format.keep_with_next for cell in row.cells] for row in table.rows]
        assert all(held[0])
        assert all(held[1])
        assert all(held[-2])
        assert not any(held[-1])
    decisions = next(table for table in document.tables if table.rows[0].cells[0].text == "Decision")
    widths = {cell.text: cell.width.cm for cell in decisions.rows[0].cells if cell.width}
    assert widths["Item"] > 2.5
    assert widths["Decision"] > 4


@pytest.fixture
def quillback() -> Minutes:
    return parse(Path(__file__).parents[2] / "fixtures" / "quillback-township-2024-09.pdf")


def test_a_paragraph_that_records_an_action_is_set_as_one(wrenshire: Minutes) -> None:
    import docx

    told = "ACTION: Share the estates survey."
    items = tuple(
        item.model_copy(update={"paragraphs": (told, "Share prices rose.")}) if item.number == "2.2" else item
        for item in wrenshire.items
    )
    document = docx.Document(io.BytesIO(written(wrenshire.model_copy(update={"items": items}), "docx")))
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert (styles[told], styles["Share prices rose."]) == ("Action", "Normal")


@pytest.mark.parametrize("form", FORMS)
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=15, deadline=None, phases=[Phase.generate])
@given(minutes=generated.minutes())
def test_what_refers_to_something_else_comes_back_as_text_whatever_it_says(form: str, minutes: Minutes) -> None:
    def plain(text: str) -> str:
        return unicodedata.normalize("NFC", " ".join(safe(text).split()))

    # characters of private use mean what a font of symbols makes of them: the reader of Word documents leaves them out
    told = "".join(one for one in minutes.model_dump_json(by_alias=True) if unicodedata.category(one) != "Co")
    minutes = Minutes.model_validate_json(told)
    read = came_back(minutes, form)
    said = [plain(one.text) for one in (*minutes.decisions, *minutes.actions) if plain(one.text)]
    assert [one.text for one in (*read.decisions, *read.actions)] == said
    assert read.meeting.title == (plain(minutes.meeting.title or "") or None)
