"""What people see."""

import pytest

from minutes_cli.model.minutes import Attendee, Decision, Item, Meeting, Minutes, Votes
from minutes_cli.text.days import long_date
from minutes_cli.text.safe import CONTROL
from minutes_cli.tracking.follow import follow
from minutes_cli.views.actions_table import tracked_actions
from minutes_cli.views.decisions import votes_in_words
from minutes_cli.views.summary import summary
from minutes_cli.views.words import place, times
from tests.views.shown import HOSTILE, same_as_snapshot, shown


@pytest.mark.parametrize("width", [80, 120])
def test_summary_looks_as_it_did(width: int, wrenshire: Minutes) -> None:
    same_as_snapshot(summary(wrenshire), "summary", width)


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_nothing_is_cut_off(width: int, wrenshire: Minutes) -> None:
    text = shown(summary(wrenshire), width)
    assert max(map(len, text.splitlines())) <= width
    assert "…" not in text
    words = set(text.replace("│", " ").split())
    texts = [x.text for x in (*wrenshire.actions, *wrenshire.decisions)] + [item.title for item in wrenshire.items]
    assert {word for text in texts for word in text.split()} <= words


def test_sections_without_content_are_left_out(nothing: Minutes) -> None:
    text = shown(summary(nothing))
    assert "Untitled meeting" in text
    for heading in ("Attendance", "Items", "Decisions", "Actions", "Next meeting", "Diagnostics"):
        assert heading not in text


def test_text_of_documents_is_shown_harmless_and_never_as_markup(wrenshire: Minutes) -> None:
    minutes = Minutes(
        source=wrenshire.source.model_copy(update={"file": HOSTILE}),
        meeting=Meeting(
            title=HOSTILE, body=HOSTILE + "b", venue=HOSTILE, chair=HOSTILE, date=HOSTILE, start_time=HOSTILE
        ),
        attendees=(Attendee(name=HOSTILE, role=HOSTILE, abbreviation=HOSTILE, status="absent"),),
        items=(Item(id="i", number=HOSTILE, title=HOSTILE, pillars=(HOSTILE,)),),
        actions=tuple(
            a.model_copy(update={"text": HOSTILE, "due_text": HOSTILE, "due": None}) for a in wrenshire.actions
        ),
        decisions=(Decision(id="d", text=HOSTILE, mover=HOSTILE, item=HOSTILE),),
        diagnostics=wrenshire.diagnostics,
    )
    text = shown(summary(minutes), width=120)
    assert CONTROL.search(text.replace("\n", "")) is None
    assert "[bold]name[/bold]" in text
    assert "\\x1b[31m" in text


def test_colour_only_repeats_what_words_and_symbols_say(wrenshire: Minutes) -> None:
    plain = shown(summary(wrenshire))
    for word in ("✓ carried", "✗ defeated", "→ deferred", "○ open", "✓ closed", "! warning", "– Apologies", "[Secure]"):
        assert word in plain
    assert "\x1b[" in shown(summary(wrenshire), colour=True)


def test_items_nested_without_end_stay_readable() -> None:
    items = tuple(
        Item(id=str(n), title=f"Title {n}", level=n + 1, parent=str(n - 1) if n else None) for n in range(300)
    )
    source = {"file": "a", "sha256": "0", "media_type": "text/plain", "profile": "generic"}
    text = shown(summary(Minutes.model_validate({"source": source, "meeting": {}, "items": items})))
    assert all(f"Title {n}\n" in text for n in range(300))


def test_an_item_whose_number_comes_twice_takes_the_actions_once(wrenshire: Minutes) -> None:
    twice = (*wrenshire.items, Item(id="i9", number="2.1", title="Again"))
    text = shown(summary(wrenshire.model_copy(update={"items": twice})))
    assert text.count("· 1 action") + text.count("·\n  1 action") == 3


def test_followed_actions_tell_their_history(wrenshire: Minutes) -> None:
    later = wrenshire.model_copy(
        update={
            "meeting": wrenshire.meeting.model_copy(update={"date": "2022-11-29"}),
            "actions": (wrenshire.actions[0].model_copy(update={"due": "2022-12-31"}),),
        }
    )
    text = shown(tracked_actions(follow([wrenshire, later])), 100)
    assert "raised 2 Nov 2022, item 2.1, updated 29 Nov 2022" in text
    assert "31 Dec 2022" in text
    assert "was 29 Nov 2022" in text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (long_date("2022-11-02"), "Wednesday 2 November 2022"),
        (long_date("2022-11"), "2022-11"),
        (long_date(None), ""),
        (times("14:30", "16:00"), "14:30 to 16:00"),
        (times("14:30", None), "from 14:30"),
        (times(None, "16:00"), "until 16:00"),
        (place("2.1"), "item 2.1"),
        (place("Any other business"), "under Any other business"),
        (place(None), ""),
        (votes_in_words(Votes(for_=5, abstain=0)), "5 for, 0 abstained"),
    ],
)
def test_values_in_words(value: str, words: str) -> None:
    assert value == words
