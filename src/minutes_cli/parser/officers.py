"""Who chaired the meeting and who took its minutes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from minutes_cli.parser.draft import Draft, Fact, fact, preferred
from minutes_cli.parser.head import Head
from minutes_cli.parser.passages import Text
from minutes_cli.profiles import Profile
from minutes_cli.text.names import looks_like_name, same_person, split_entry, strip_office, strip_title


def add_officers(draft: Draft, head: Head, profile: Profile) -> None:
    for key in ("chair", "minute_taker"):
        for value in head.labelled(key):
            person = _person(value, f"meeting.{key}.label")
            if person:
                draft.meeting[key] = person
                break
    candidates = [_in_full(found, draft) for found in _chairs(draft)]
    if "chair" in draft.meeting or candidates:
        draft.meeting["chair"] = _chosen(draft.meeting.get("chair"), candidates)
    if "minute_taker" not in draft.meeting:
        found = _minute_taker_in_text(draft, profile)
        if found:
            draft.meeting["minute_taker"] = found


def _chosen(labelled: Fact | None, candidates: list[Fact]) -> Fact:
    """The chair, with the others whom the minutes name so; ambiguous where one of them is as likely."""
    first = labelled or candidates[0]
    others = [f for f in candidates if not same_person(f.value, first.value)]
    doubtful = first.rule in _WEAK and any(f.rule == "meeting.chair.role" for f in others)
    found = preferred(first, others)
    return replace(found, grade="ambiguous") if doubtful else found


# Rules that lose against nobody: somebody else who holds the office makes them doubtful.
_WEAK = ("meeting.chair.role", "meeting.chair.opened")


def _in_full(found: Fact, draft: Draft) -> Fact:
    """A surname alone as the attendance gives it in full, where only one attendee has it."""
    if len(found.value.split()) > 1:
        return found
    alike = [
        p
        for p in draft.people
        if found.value.lower() in (w.lower() for w in (p.name.value.split()[-1], p.name.value.split()[0]))
    ]
    if len(alike) != 1 or alike[0].name.value == found.value:
        return found
    return Fact(alike[0].name.value, (*found.quotes, *alike[0].name.quotes), "normalised", rule=found.rule)


def _person(text: Text, rule: str) -> Fact | None:
    """The person that a short text names first, without title."""
    value = str(text)[:120]
    entry = split_entry(value)
    if entry is None:
        return None
    name = text[entry.name[0] : entry.name[1]]
    bare = strip_office(strip_title(str(name))[0])[0] or str(name)
    if looks_like_name(bare) < 0.35:
        return None
    at = str(name).find(bare)
    return fact(name[at : at + len(bare)] if at >= 0 else name, rule=rule)


# A word of a name ends in a full stop only where it is short: "J.", "H.S.", "Wm.". Words are taken whole ("++"): what
# follows them is not tried at each of their letters.
_NAME = r"(?<![^\W_])(?:[A-Z](?:[\w’'-]++|\w{0,3}\.(?:[A-Z]\.){0,2})?\s+){0,4}[A-Z][\w’'-]++"
_COURTESY = (
    r"(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr|Mayor|Supervisor|President|Chairman|Chairperson|Chair|Chairwoman|"
    r"Acting|Vice|Sir|Ald|Alderman)\.?\s+)*"
)


def _chairs(draft: Draft) -> Iterator[Fact]:
    """Whoever the text says chaired, then those present who hold the office."""
    role = re.compile(r"\b(?:chair(?:man|person|woman)?|presiding|cathaoirleach|convener)\b", re.IGNORECASE)
    for passage in draft.passages[:60]:
        value = str(passage.text)[:1500]
        for pattern, rule in (
            (
                rf"(?P<who>{_COURTESY}{_NAME})[^.;:]{{0,40}}?\s+(?:was |is )?in the [Cc]hair\b",
                "meeting.chair.in_the_chair",
            ),
            (
                rf"(?P<who>{_COURTESY}{_NAME})\s+(?:acted|served|acting|serving) as (?:the )?[Cc]hair",
                "meeting.chair.acted",
            ),
            (
                rf"\b(?:called to order|chaired|led|presided over|"
                rf"opened)\b[^;]{{0,40}}?\bby\s+(?:the\s+)?(?P<who>{_COURTESY}{_NAME})",
                "meeting.chair.opened_by",
            ),
            (
                rf"\b[Tt]he [Cc]hair(?:man|person|woman)?(?: was|,| is)\s+(?P<who>{_COURTESY}{_NAME})",
                "meeting.chair.said",
            ),
            (
                rf"(?P<who>{_COURTESY}{_NAME}),?[^.;:]{{0,110}}?\s+(?:called the|opened the|convened (?:a|the)|"
                rf"presided|chaired|took the [Cc]hair|calls? the)",
                "meeting.chair.opened",
            ),
        ):
            found = re.search(pattern, value)
            if found:
                person = _person(passage.text.group(found, "who"), rule)
                if person:
                    yield person
                    break
        else:
            continue
        break
    marked = [
        p
        for p in draft.people
        if p.role and role.search(p.role.value) and not re.search(r"vice|deputy|former", p.role.value, re.IGNORECASE)
    ]
    marked = [p for p in marked if p.status in ("present", "in_attendance")]
    for holder in marked:
        quotes = (*holder.name.quotes, *(holder.role.quotes if holder.role else ()))
        yield Fact(holder.name.value, quotes, "derived", rule="meeting.chair.role")


def _minute_taker_in_text(draft: Draft, profile: Profile) -> Fact | None:
    patterns = (
        rf"\b(?:[Mm]inutes|[Nn]otes)\s+(?:were\s+)?(?:taken|recorded|prepared|written|kept|produced|submitted|"
        rf"compiled|transcribed)\s+by:?\s+(?P<who>{_COURTESY}{_NAME})",
        rf"\b[Rr]espectfully\s+[Ss]ubmitted(?:\s+by)?\W{{0,6}}(?P<who>{_COURTESY}{_NAME})",
        rf"\b(?:[Rr]ecorded|[Tt]ranscribed|[Mm]inuted|[Ss]ubmitted)\s+by:?\s+(?P<who>{_COURTESY}{_NAME})",
        rf"(?P<who>{_NAME})\s+(?:took|will take|takes|was taking|recorded|agreed to take|"
        rf"volunteered to take)\s+(?:the\s+)?(?:minutes|notes)",
        rf"\b(?:[Mm]inute[- ]?taker|[Ss]cribe|[Nn]ote[- ]?taker|"
        rf"[Ss]ecretary of the meeting)\W{{1,4}}(?P<who>{_COURTESY}{_NAME})",
    )
    for position, passage in enumerate(draft.passages):
        value = str(passage.text)
        for pattern in patterns:
            found = re.search(pattern, value[:3000])
            if found:
                person = _person(passage.text.group(found, "who"), "meeting.minute_taker.sentence")
                if person:
                    return person
        if re.match(r"^\W*respectfully\s+submitted(?:\s+by)?\W*$", value, re.IGNORECASE):
            for following in draft.passages[position + 1 : position + 3]:
                person = _person(following.text, "meeting.minute_taker.signature")
                if person:
                    return person
    signature = _signature(draft)
    if signature:
        return signature
    role = re.compile(
        r"^(?:minutes?|notes?|scribe|minute[- ]?taker|note[- ]?taker|minutes? secretary|recording secretary|"
        r"recorder)\b|\(minutes\)|\bminute[- ]taker|\bminutes\)?$",
        re.IGNORECASE,
    )
    for person_found in draft.people:
        if any(said and role.search(said.value) for said in (person_found.role, person_found.note)):
            name = person_found.name
            return Fact(name.value, name.quotes, "derived", rule="meeting.minute_taker.role")
    return None


_SIGNING_OFFICE = re.compile(r"\b(?:clerk|secretary|recorder)\b", re.IGNORECASE)
_CLOSING_PASSAGES = 8


def _signature(draft: Draft) -> Fact | None:
    """A clerk's or secretary's name at the foot: with the office on the same line or the one beneath."""
    last = [p for p in draft.passages if not p.tabular][-_CLOSING_PASSAGES:]
    for number, passage in enumerate(last):
        value = str(passage.text)
        if len(value) > 110 or value.endswith("."):
            continue
        following = str(last[number + 1].text) if number + 1 < len(last) else ""
        named = re.match(rf"^\W*(?:[\w ]{{0,30}}:[\W_]*)?(?P<who>{_NAME})", value)
        if not named:
            continue
        office = value[named.end() :] or following
        if (_SIGNING_OFFICE.search(office) or _SIGNING_OFFICE.search(value[: named.start("who")])) and len(office) < 80:
            person = _person(passage.text.group(named, "who"), "meeting.minute_taker.signature")
            if person and looks_like_name(person.value) >= 0.6:
                return person
    return None
