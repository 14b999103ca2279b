"""The meeting's own facts, each read by a step of its own."""

from __future__ import annotations

from minutes_cli.parser.body import find_body
from minutes_cli.parser.draft import Draft
from minutes_cli.parser.head import Head
from minutes_cli.parser.officers import add_officers
from minutes_cli.parser.title import find_title
from minutes_cli.parser.venue import find_venue
from minutes_cli.parser.when import add_date, add_halves, add_times
from minutes_cli.profiles import Profile


def add_meeting(draft: Draft, head: Head, profile: Profile) -> None:
    """Fill `draft.meeting`."""
    title = find_title(head, profile)
    body = find_body(head, title, profile)
    found = {"title": title, "body": body, "venue": find_venue(head, body, profile)}
    draft.meeting.update({key: value for key, value in found.items() if value})
    add_date(draft, head)
    add_times(draft, head, profile)
    add_halves(draft, head)
    add_officers(draft, head, profile)
