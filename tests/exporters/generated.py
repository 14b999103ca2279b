"""Minutes and collections as hypothesis makes them up: texts are hostile, what refers to something else leads there.

    minutes()       one set of minutes
    hostile()       for each hostile text minutes that have it in every place
    collections()   several, and their actions followed over them, as files (no numbers) or a register give them

Dates and times are valid and ISO; ids are unique in their minutes; `item` of an action, decision or commitment is the
number or title of an item, and people who speak, own or move are attendees, or written down unsettled.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hypothesis import strategies as st

from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import (
    Action,
    Attendee,
    Commitment,
    Decision,
    Evidence,
    Exchange,
    Item,
    Meeting,
    Minutes,
    NextMeeting,
    Party,
    Pillar,
    Source,
    Votes,
)
from minutes_cli.model.tracking import UNSETTLED, Change, Mention, Sitting, TrackedAction

# What some format would take for its own: formulas, markup, commands, escapes, breaks of lines, numbers, nothing.
HOSTILE = (
    "=1+1",
    '=HYPERLINK("https://example.org";"click")',
    "+44 20 7946 0000",
    "-2",
    "@SUM(A1:A2)",
    "\t=1",
    "{=1}",
    "https://example.org/?a=1&b=2",
    "mailto:ann@example.org",
    "internal:Sheet1!A1",
    "<script>alert(1)</script>",
    "</text>&amp;]]><!-- --><b>",
    "\x00\x07\x1b[2J\x7f\x9b",
    "\u202egnp.exe\u2066",
    "one\ntwo\r\nthree\u2028four\u2029five\x85six",
    "_x0041__x000D_",
    "'; DROP TABLE meetings; --",
    "{{ 7*7 }}{% raise %}${HOME}$(reboot)`id`",
    'a "quoted", split; | cell |',
    "# heading\n- [ ] item\n1. one",
    "**bold** _it_ [x](y) ![z](w) \\ ~",
    "END:VTODO\r\nBEGIN:VEVENT",
    "x 2024-01-01 (A) +project @context due:never",
    "\ufeff\u200b\u00ad\ufffe\uffff",
    "e\u0301 \u00e9 \ufb01 \U0001f600 \u05d0\u0628",
    "می\u200cخواهم क्\u200dष 👩🏽\u200d⚖️ pass\u200dword",
    "2024-02-30",
    "1e5",
    "TRUE",
    "NULL",
    "' ",
    "very long " * 1_000,
    "\x00",
    "\u2028\u2029",
    "word" * 2_500,
)

# Never empty: what a document does not say is None.
texts = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=40))
maybe_texts = st.none() | texts
days = st.dates().map(lambda day: day.isoformat())
maybe_days = st.none() | days
maybe_times = st.none() | st.times().map(lambda time: f"{time:%H:%M}")
_COUNTS = st.none() | st.integers(0, 500)
_PAGES = st.none() | st.integers(1, 400)


@st.composite
def minutes(draw: st.DrawFn) -> Minutes:
    attendees = tuple(draw(st.lists(_attendees, max_size=3)))
    parties = _parties([person.name for person in attendees])
    items = _items(draw, parties)
    where = st.none() | st.sampled_from([item.number or item.title for item in items]) if items else st.none()
    actions = tuple(
        draw(
            st.builds(
                Action,
                id=st.just(f"a{number}"),
                text=texts,
                owners=st.lists(parties, max_size=2).map(tuple),
                due=maybe_days,
                due_text=maybe_texts,
                state=st.sampled_from(["open", "closed"]),
                item=where,
                reference=maybe_texts,
                update=maybe_texts,
            )
        )
        for number in range(1, draw(st.integers(1, 4)))
    )
    names = st.none() | st.sampled_from([person.name for person in attendees] or ["Ann Rowe"])
    decisions = tuple(
        draw(
            st.builds(
                Decision,
                id=st.just(f"d{number}"),
                text=texts,
                outcome=st.sampled_from([None, "carried", "defeated", "deferred", "withdrawn"]),
                mover=names,
                seconder=names,
                votes=st.none() | st.builds(Votes, for_=_COUNTS, against=_COUNTS, abstain=_COUNTS),
                item=where,
            )
        )
        for number in range(1, draw(st.integers(1, 3)))
    )
    commitments = tuple(
        draw(
            st.builds(
                Commitment,
                id=st.just(f"c{number}"),
                by=parties,
                text=texts,
                when_text=maybe_texts,
                when=maybe_days,
                item=where,
                action=st.sampled_from([None, *(action.id for action in actions)]),
            )
        )
        for number in range(1, draw(st.integers(1, 3)))
    )
    pillars = dict.fromkeys(name for item in items for name in item.pillars)
    made = Minutes(
        source=draw(_sources),
        meeting=draw(
            st.builds(
                Meeting,
                title=maybe_texts,
                body=maybe_texts,
                date=maybe_days,
                start_time=maybe_times,
                end_time=maybe_times,
                venue=maybe_texts,
                chair=names,
                minute_taker=names,
            )
        ),
        attendees=attendees,
        items=items,
        pillars=tuple(
            Pillar(name=name, items=tuple(item.id for item in items if name in item.pillars)) for name in pillars
        ),
        actions=actions,
        decisions=decisions,
        commitments=commitments,
        next_meeting=draw(
            st.none() | st.builds(NextMeeting, date=maybe_days, time=maybe_times, venue=maybe_texts, kind=maybe_texts)
        ),
    )
    return made.model_copy(update={"evidence": _evidence(draw, made)})


def hostile() -> Iterator[Minutes]:
    """For each hostile text minutes that have it in every place."""
    for number, text in enumerate(HOSTILE):
        party = Party(as_written=text, name=text)
        said = Exchange(id="i1x1", speaker=party, kind="question", text=text)
        yield Minutes(
            source=Source(file=text, sha256=f"{number:064}", media_type="text/plain", profile="generic"),
            meeting=Meeting(
                title=text, body=text, date=f"20{number:02}-05-04", venue=text, chair=text, minute_taker=text
            ),
            attendees=(Attendee(name=text, role=text, abbreviation=text, status="present", note=text),),
            items=(
                Item(id="i1", number=text, title=text, pillars=(text,), paragraphs=(text, text), exchanges=(said,)),
            ),
            pillars=(Pillar(name=text, items=("i1",)),),
            actions=(
                Action(
                    id="a1", text=text, owners=(party,), due_text=text, state="open", item=text, reference=text,
                    update=text,
                ),
            ),
            decisions=(Decision(id="d1", text=text, mover=text, seconder=text, item=text),),
            commitments=(Commitment(id="c1", by=party, text=text, when_text=text, item=text),),
            next_meeting=NextMeeting(venue=text, kind=text),
        )  # fmt: skip


@st.composite
def collections(draw: st.DrawFn) -> Collection:
    """Some meetings in the order of their dates, those without a date last, and each action once."""
    meetings = sorted(
        draw(st.lists(minutes(), max_size=3)), key=lambda one: (one.meeting.date is None, one.meeting.date or "")
    )
    numbered = draw(st.booleans())
    found: list[TrackedAction] = []
    for place, one in enumerate(meetings):
        for action in one.actions:
            number = len(found) + 1
            later = meetings[place : place + 1] + (meetings[place + 1 :] if draw(st.booleans()) else [])
            found.append(_tracked(draw, action, later, number, numbered))
    return Collection(meetings=tuple(meetings), actions=tuple(found))


_attendees = st.builds(
    Attendee,
    name=texts,
    role=maybe_texts,
    abbreviation=maybe_texts,
    status=st.sampled_from(["present", "in_attendance", "apologies", "absent"]),
    note=maybe_texts,
)
_sources = st.builds(
    Source,
    file=texts,
    sha256=st.integers(0, 2**256 - 1).map(lambda number: f"{number:064x}"),
    media_type=st.sampled_from(["application/pdf", "text/plain"]),
    pages=_PAGES,
    profile=st.sampled_from(["generic", "pcc"]),
    part=st.none() | st.integers(1, 3),
)


def _parties(names: list[str]) -> st.SearchStrategy[Party]:
    return st.builds(Party, as_written=texts, name=st.sampled_from([None, *names]))


def _items(draw: st.DrawFn, parties: st.SearchStrategy[Party]) -> tuple[Item, ...]:
    """Items in document order: one stands inside the item before it, or inside one that holds that."""
    found: list[Item] = []
    around: list[Item] = []
    for number in range(1, draw(st.integers(1, 5))):
        around = around[: draw(st.integers(0, len(around)))]
        made = Item(
            id=f"i{number}",
            number=draw(st.none() | st.just(str(number))),
            title=draw(texts),
            level=len(around) + 1,
            parent=around[-1].id if around else None,
            pillars=tuple(draw(st.lists(texts, max_size=2, unique=True))),
            paragraphs=tuple(draw(st.lists(texts, max_size=2))),
            exchanges=_exchanges(draw, f"i{number}", parties),
        )
        found.append(made)
        around.append(made)
    return tuple(found)


def _exchanges(draw: st.DrawFn, item: str, parties: st.SearchStrategy[Party]) -> tuple[Exchange, ...]:
    found: list[Exchange] = []
    for number in range(1, draw(st.integers(1, 4))):
        questions = [one.id for one in found if one.kind == "question"]
        kind = draw(st.sampled_from(["question", "answer", "statement"]))
        answers = draw(st.sampled_from(questions)) if kind == "answer" and questions else None
        made = Exchange(id=f"{item}x{number}", speaker=draw(parties), kind=kind, answers=answers, text=draw(texts))
        found.append(made)
    return tuple(found)


def _evidence(draw: st.DrawFn, made: Minutes) -> tuple[Evidence, ...]:
    """Of some values, each with a place of one kind."""
    values = {f"/actions/{place}/text": action.text for place, action in enumerate(made.actions)}
    values |= {f"/items/{place}/title": item.title for place, item in enumerate(made.items)}
    values |= {f"/attendees/{place}/name": person.name for place, person in enumerate(made.attendees)}
    if made.meeting.title is not None:
        values["/meeting/title"] = made.meeting.title
    found = []
    for path, value in values.items():
        place: dict[str, Any] | None = draw(
            st.sampled_from(
                [None, {"page": 2, "bbox": (56.8, 120.1, 240.0, 133.4)}, {"line": 12}, {"block": "table[1]/row[3]"}]
            )
        )
        if place is not None:
            grade = draw(st.sampled_from(["exact", "normalised", "derived"]))
            found.append(Evidence(path=path, quote=value, grade=grade, confidence=0.9, rule="made.up", **place))
    return tuple(found)


def _tracked(draw: st.DrawFn, action: Action, over: list[Minutes], number: int, numbered: bool) -> TrackedAction:
    """An action raised at the first of these meetings and carried by the others."""
    sittings = [
        Sitting(
            meeting=one.meeting.title or one.meeting.body,
            date=one.meeting.date,
            file=one.source.file,
            key=f"meeting-{place}" if numbered else None,
        )
        for place, one in enumerate(over)
    ]
    state = draw(st.sampled_from([*UNSETTLED, "closed", "withdrawn", "superseded"]))
    mentions = [
        Mention(
            **dict(sitting),
            id=f"{place}#{action.id}",
            how="carried" if place else "raised",
            state=state if place == len(sittings) - 1 else "open",
            quote=draw(texts),
            update=draw(maybe_texts),
            page=draw(_PAGES),
        )
        for place, sitting in enumerate(sittings)
    ]
    changes = [
        Change(
            number=place,
            at=f"{draw(days)}T10:00:00+00:00",
            who=draw(texts),
            kind="note",
            on=draw(days),
            value=draw(texts),
        )
        for place in range(1, draw(st.integers(1, 3)) if numbered else 1)
    ]
    return TrackedAction(
        id=f"t{number}",
        number=f"A{number}" if numbered else None,
        reference=action.reference,
        text=action.text,
        owners=action.owners,
        due=action.due,
        due_original=action.due,
        due_text=action.due_text,
        slips=draw(st.integers(0, 2)),
        state=state,
        item=action.item,
        pillars=tuple(draw(st.lists(texts, max_size=1))),
        tags=tuple(draw(st.lists(texts, max_size=1))) if numbered else (),
        body=over[0].meeting.body,
        raised=sittings[0],
        mentions=tuple(mentions),
        changes=tuple(changes),
    )
