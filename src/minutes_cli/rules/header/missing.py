"""What several rules of this family ask of the heading."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.template import MeetingField
from minutes_cli.rules.base import Flag, Subject


def left_out(subject: Subject, field: MeetingField, message: str) -> Iterator[Flag]:
    """Tell that the heading leaves out a field; where a template demands the field another rule tells it."""
    demanded = subject.template is not None and field in subject.template.meeting.required
    if getattr(subject.minutes.meeting, field) is None and not demanded:
        yield Flag(message, subject.place("/meeting/title"), f"/meeting/{field}")
