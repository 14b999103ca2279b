"""The `preface`: title, body, day, time and place, as a document has them at its head."""

from __future__ import annotations

from typing import TYPE_CHECKING

from minutes_cli.exporters.akn.elements import child, clock, element, paragraph
from minutes_cli.exporters.akn.references import References
from minutes_cli.exporters.people import settled
from minutes_cli.model.minutes import Minutes
from minutes_cli.text.days import day_of
from minutes_cli.text.layout import UNTITLED

if TYPE_CHECKING:
    from lxml.etree import _Element


def add_preface(debate: _Element, minutes: Minutes, references: References) -> None:
    meeting = minutes.meeting
    preface = child(debate, "preface")
    paragraph(preface, element("docTitle", meeting.title or UNTITLED))
    if meeting.body:
        body = references.to("TLCOrganization", meeting.body)
        paragraph(preface, element("docCommittee", meeting.body, refersTo=body))
    if meeting.date and day_of(meeting.date):
        paragraph(preface, element("docDate", meeting.date, date=meeting.date))
    if meeting.start_time:
        paragraph(preface, clock("recordedTime", meeting.start_time, type="startEvent"))
    if meeting.venue:
        place = references.to("TLCLocation", meeting.venue)
        paragraph(preface, element("location", meeting.venue, refersTo=place))
    for label, name, role in (("Chair", meeting.chair, "chair"), ("Minutes", meeting.minute_taker, "minute taker")):
        if name:
            office = references.to("TLCRole", role)
            person = element("person", name, refersTo=references.person(settled(minutes, name)), as_=office)
            paragraph(preface, f"{label}: ", person)
