"""One set of minutes at a glance."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Group, RenderableType

from minutes_cli.model.minutes import Minutes
from minutes_cli.views.actions_table import meeting_actions
from minutes_cli.views.attendance import attendance
from minutes_cli.views.closing import diagnostics, next_meeting
from minutes_cli.views.decisions import decision_list
from minutes_cli.views.header import header
from minutes_cli.views.items import item_tree
from minutes_cli.views.pillars import pillar_table
from minutes_cli.views.words import section


def summary(minutes: Minutes) -> RenderableType:
    """Header, then a section for each part of the minutes that is not empty."""
    return Group(header(minutes), *_sections(minutes))


def _sections(minutes: Minutes) -> Iterator[RenderableType]:
    if minutes.attendees:
        yield section("Attendance", attendance(minutes.attendees), len(minutes.attendees))
    if minutes.items:
        yield section("Items", item_tree(minutes), len(minutes.items))
    if minutes.pillars:
        yield section("Pillars", pillar_table(minutes), len(minutes.pillars))
    if minutes.decisions:
        yield section("Decisions", decision_list(minutes.decisions), len(minutes.decisions))
    if minutes.actions:
        yield section("Actions", meeting_actions(minutes.actions), len(minutes.actions))
    if minutes.next_meeting and any(minutes.next_meeting.model_dump().values()):
        yield section("Next meeting", next_meeting(minutes.next_meeting))
    if minutes.diagnostics:
        yield section("Diagnostics", diagnostics(minutes.diagnostics), len(minutes.diagnostics))
