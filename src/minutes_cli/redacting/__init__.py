"""A copy of minutes for publication: built anew from what may be public, never by deleting from a document.

Nothing of the source comes along: no file name, no checksum, no evidence, no diagnostics, no ids (they are made from
texts). What is left out is told in the place where it stood, and in full by `Omission`s.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from types import MappingProxyType
from typing import Literal, TypeVar

from minutes_cli.model.minutes import (
    Action,
    Attendee,
    Commitment,
    Decision,
    Diagnostic,
    Exchange,
    Item,
    Minutes,
    Party,
    Pillar,
    Source,
)
from minutes_cli.model.redaction import Alike, Omission, OmittedKind, Redacted, Wishes
from minutes_cli.redacting.expressions import expression
from minutes_cli.redacting.masks import Mask, hidden, masked
from minutes_cli.redacting.people import forms_of, is_person, meant, names_like, surname_of
from minutes_cli.redacting.restricted import Restriction, restricted

NAME, PASSAGE = "[name not published]", "[not published]"
_NO_ITEM = "it cannot be told from the restricted items"
Kept = TypeVar("Kept", Action, Decision, Commitment)


def redact(minutes: Minutes, wishes: Wishes, seen: Mapping[int, bool] = MappingProxyType({})) -> Redacted:
    """The copy, and what it leaves out; `seen` as `restricted` takes it. UsageError for a wish that cannot be."""
    wishes = wishes.model_copy(update={"people": tuple(meant(name, minutes) for name in wishes.people)})
    masks = [*_people_masks(minutes, wishes), *_pattern_masks(wishes)]
    grounds = restricted(minutes, wishes, seen)
    told = [_omission("item", minutes, at, one) for at, one in grounds.items()]
    actions = list(_public("action", minutes.actions, minutes, grounds, told))
    decisions = list(_public("decision", minutes.decisions, minutes, grounds, told))
    commitments = list(_public("commitment", minutes.commitments, minutes, grounds, told))
    ids = _Ids(minutes)
    bare = Minutes(
        source=Source(
            file="publication-copy",
            sha256="0" * 64,
            media_type=minutes.source.media_type,
            pages=None,
            profile="none",
        ),
        meeting=minutes.meeting,
        attendees=tuple(_attendee(person, wishes.people) for person in minutes.attendees),
        items=tuple(_item(minutes, at, grounds.get(at), ids, wishes.people) for at in range(len(minutes.items))),
        pillars=tuple(_pillars(minutes, grounds, ids)),
        actions=tuple(
            one.model_copy(update={"id": f"a{n}", "owners": tuple(_party(p, wishes.people) for p in one.owners)})
            for n, one in enumerate(actions, start=1)
        ),
        decisions=tuple(one.model_copy(update={"id": f"d{n}"}) for n, one in enumerate(decisions, start=1)),
        commitments=tuple(_commitments(commitments, actions, wishes.people)),
        next_meeting=minutes.next_meeting,
    )
    public, counts = masked(bare, masks)
    said = minutes.model_copy(update={"source": bare.source, "evidence": (), "diagnostics": ()})
    surnames = [mask._replace(pattern=surname_of(name)) for mask, name in zip(masks, wishes.people, strict=False)]
    _, everywhere = masked(said, [*surnames, *masks[len(surnames) :]])
    alike = tuple(
        Alike(ground=mask.name, names=names)
        for mask, name in zip(masks, wishes.people, strict=False)
        if (names := names_like(name, public, NAME))
    )
    # a number is the document's too
    told = [one.model_copy(update={"item": one.item and hidden(one.item, masks)}) for one in told]
    for mask in masks:
        kind: Literal["name", "pattern"] = "name" if mask.instead == NAME else "pattern"
        told.append(Omission(kind=kind, ground=mask.name, count=counts[mask.name], known=bool(everywhere[mask.name])))
    diagnostics = tuple(
        Diagnostic(code="not-published", severity="info", message=sentence(one)) for one in told if one.count
    )
    return Redacted(minutes=public.model_copy(update={"diagnostics": diagnostics}), omissions=tuple(told), alike=alike)


def sentence(omission: Omission) -> str:
    """'Item 7 is not published: exempt under paragraph 3 of Schedule 12A', without a word of what it was."""
    where = f"item {omission.item}" if omission.item else f"the {_nth(omission.place or 0)} item, without a number,"
    if omission.kind == "item":
        what = f"part of {where}" if omission.part else where
        return f"{what[0].upper()}{what[1:]} is not published: {omission.ground}"
    if omission.kind in ("name", "pattern"):
        what = "name" if omission.kind == "name" else "passage"
        times = "once" if omission.count == 1 else f"{omission.count} times"
        return f"A {what} is not published ({omission.ground}): left out {times}"
    article = "An" if omission.kind == "action" else "A"
    of = f" of {where.rstrip(',')}" if omission.place else ""
    return f"{article} {omission.kind}{of} is not published: {omission.ground}"


def _people_masks(minutes: Minutes, wishes: Wishes) -> Iterator[Mask]:
    for number, name in enumerate(wishes.people, start=1):
        yield Mask(f"--person, the {_nth(number)}", forms_of(name, minutes), NAME)


def _pattern_masks(wishes: Wishes) -> Iterator[Mask]:
    for number, text in enumerate(wishes.patterns, start=1):
        yield Mask(f"--pattern, the {_nth(number)}", expression(text), PASSAGE)


def _nth(number: int) -> str:
    teen = number % 100 in (11, 12, 13)
    return f"{number}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _omission(kind: OmittedKind, minutes: Minutes, at: int, one: Restriction) -> Omission:
    part = kind == "item" and not one.whole
    return Omission(kind=kind, item=minutes.items[at].number, place=at + 1, part=part, ground=one.ground)


def _public(
    kind: Literal["action", "decision", "commitment"],
    entries: Iterable[Kept],
    minutes: Minutes,
    grounds: Mapping[int, Restriction],
    told: list[Omission],
) -> Iterator[Kept]:
    """Those that are surely not of a restricted item; of the others it is told that they are left out."""
    hidden_text = _folded(" ".join(text for at, one in grounds.items() for text in _hidden(minutes.items[at], one)))
    for entry in entries:
        at = [n for n, item in enumerate(minutes.items) if entry.item and entry.item in (item.number, item.title)]
        of_hidden = [n for n in at if n in grounds and not _says(minutes.items[n], grounds[n], entry.text)]
        if of_hidden:
            told.append(_omission(kind, minutes, of_hidden[0], grounds[of_hidden[0]]))
        elif grounds and (not at or _folded(entry.text) in hidden_text):
            told.append(Omission(kind=kind, ground=_NO_ITEM))
        else:
            yield entry


def _hidden(item: Item, one: Restriction) -> tuple[str, ...]:
    """The texts of an item that are not published."""
    said = (exchange.text for exchange in item.exchanges if not _says(item, one, exchange.text))
    passages = (text for at, text in enumerate(item.paragraphs) if at not in one.public)
    return (*((item.title,) if one.title else ()), *passages, *said)


def _says(item: Item, one: Restriction, text: str) -> bool:
    """Whether a text stands in what is published of an item."""
    wanted = _folded(text)
    return bool(wanted) and any(wanted in _folded(" ".join(run)) for run in _runs(item, one))


def _runs(item: Item, one: Restriction) -> Iterator[tuple[str, ...]]:
    """The published paragraphs of an item, those together that stand together."""
    for public, run in groupby(enumerate(item.paragraphs), key=lambda pair: pair[0] in one.public):
        if public:
            yield tuple(paragraph for _, paragraph in run)


def _folded(text: str) -> str:
    return re.sub(r"\W+", " ", text).casefold().strip()


class _Ids:
    """New ids for items and exchanges: the old ones are made from texts."""

    def __init__(self, minutes: Minutes) -> None:
        self._new = {item.id: f"i{number}" for number, item in enumerate(minutes.items, start=1)}
        exchanges = (exchange for item in minutes.items for exchange in item.exchanges)
        self._new |= {exchange.id: f"e{number}" for number, exchange in enumerate(exchanges, start=1)}

    def __call__(self, old: str | None) -> str | None:
        return self._new.get(old) if old else None

    def known(self, old: str) -> str:
        return self._new[old]


def _item(minutes: Minutes, at: int, one: Restriction | None, ids: _Ids, people: Collection[str]) -> Item:
    item = minutes.items[at]
    public = [said for said in item.exchanges if one is None or _says(item, one, said.text)]
    exchanges = tuple(_exchange(said, {other.id for other in public}, ids, people) for said in public)
    update: dict[str, object] = {"id": ids.known(item.id), "parent": ids(item.parent), "exchanges": exchanges}
    if one is not None:
        instead = f"[{sentence(_omission('item', minutes, at, one))}]"
        update |= {"paragraphs": tuple(_published(item, one, instead))}
        if one.title:
            update |= {"title": instead, "pillars": ()}
    return item.model_copy(update=update)


def _published(item: Item, one: Restriction, instead: str) -> Iterator[str]:
    """The paragraphs, with one line in the place of those that stand together and are left out."""
    told = one.title  # at the title it was
    for at, paragraph in enumerate(item.paragraphs):
        if at in one.public:
            yield paragraph
        elif not told:
            yield instead
        told = at not in one.public


def _exchange(exchange: Exchange, public: Collection[str], ids: _Ids, people: Collection[str]) -> Exchange:
    answers = ids(exchange.answers) if exchange.answers in public else None
    speaker = _party(exchange.speaker, people)
    return exchange.model_copy(update={"id": ids.known(exchange.id), "answers": answers, "speaker": speaker})


def _pillars(minutes: Minutes, grounds: Mapping[int, Restriction], ids: _Ids) -> Iterator[Pillar]:
    public = {item.id for at, item in enumerate(minutes.items) if at not in grounds or not grounds[at].title}
    for pillar in minutes.pillars:
        held = tuple(ids.known(old) for old in pillar.items if old in public)
        if held:
            yield Pillar(name=pillar.name, items=held)


def _commitments(
    commitments: Iterable[Commitment], actions: Iterable[Action], people: Collection[str]
) -> Iterator[Commitment]:
    new = {action.id: f"a{number}" for number, action in enumerate(actions, start=1)}
    for number, one in enumerate(commitments, start=1):
        action = new.get(one.action) if one.action else None
        yield one.model_copy(update={"id": f"c{number}", "action": action, "by": _party(one.by, people)})


def _attendee(person: Attendee, people: Collection[str]) -> Attendee:
    """One who is not to be named keeps name, for the mask to replace, and status: role and note tell who it is."""
    if any(is_person(person.name, wanted) for wanted in people):
        return Attendee(name=person.name, role=None, abbreviation=None, status=person.status, note=None)
    return person


def _party(party: Party, people: Collection[str]) -> Party:
    """The same with the name for what is written, which may be the office: the mask replaces both."""
    if any(is_person(party.name, wanted) for wanted in people):
        return Party(as_written=party.name or "", name=party.name)
    return party
