"""The `meta` of a document: what it is (work, expression, manifestation), counted votes, and what it refers to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes_cli.exporters.akn.elements import child, eid
from minutes_cli.exporters.akn.references import COUNTRY, References, slug
from minutes_cli.exporters.telling import counts
from minutes_cli.model.minutes import Minutes
from minutes_cli.text.days import day_of

if TYPE_CHECKING:
    from lxml.etree import _Element

# The standard asks for a date, a language and an author: these stand for none.
UNDATED = "1970-01-01"
LANGUAGE = "und"
NO_BODY = "Unnamed body"


def add_meta(meta: _Element, minutes: Minutes, references: References) -> None:
    """Fill `meta`; comes last, for it lists what the rest refers to."""
    source = references.to("TLCObject", "minutes")
    author = references.to("TLCOrganization", minutes.meeting.body or NO_BODY)
    work = _work(minutes)
    date = minutes.meeting.date if day_of(minutes.meeting.date) else None
    expression = f"{work}/{LANGUAGE}@{date or ''}"
    identification = child(meta, "identification", source=source)
    made = _level(identification, "FRBRWork", work, f"{work}/!main", date, author)
    child(made, "FRBRcountry", value=COUNTRY)
    made = _level(identification, "FRBRExpression", expression, f"{expression}/!main", date, author)
    child(made, "FRBRlanguage", language=LANGUAGE)
    made = _level(identification, "FRBRManifestation", f"{expression}.akn", f"{expression}/!main.xml", date, author)
    child(made, "FRBRformat", value="application/akn+xml")
    _add_votes(meta, minutes, references, source)
    references.write(meta, source)


def _work(minutes: Minutes) -> str:
    """The address of the minutes as a work: of the body and the day, whatever file they were read from."""
    meeting, source = minutes.meeting, minutes.source
    day = meeting.date if day_of(meeting.date) else f"undated-{source.sha256[:8]}"
    part = f"/{source.part}" if source.part else ""
    return f"/akn/{COUNTRY}/debate/minutes/{slug(meeting.body or NO_BODY)}/{day}{part}"


def _level(parent: _Element, name: str, uri: str, this: str, date: str | None, author: str) -> _Element:
    made = child(parent, name)
    child(made, "FRBRthis", value=this)
    child(made, "FRBRuri", value=uri)
    child(made, "FRBRdate", date=date or UNDATED, name="meeting" if date else "unknown")
    child(made, "FRBRauthor", href=author)
    return made


def _add_votes(meta: _Element, minutes: Minutes, references: References, source: str) -> None:
    """A `voting` for each decision with numbers, which leads to the decision."""
    counted = [(decision, numbers) for decision in minutes.decisions if (numbers := counts(decision))]
    if not counted:
        return
    parliamentary = child(child(meta, "analysis", source=source), "parliamentary")
    for decision, numbers in counted:
        outcome = references.to("TLCConcept", decision.outcome) if decision.outcome else None
        href = f"#{eid('decision', decision.id)}"
        voting = child(parliamentary, "voting", eId=eid("voting", decision.id), outcome=outcome, href=href)
        for choice, number in numbers.items():
            child(voting, "count", value=str(number), refersTo=references.to("TLCConcept", choice))
