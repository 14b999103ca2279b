"""A blank document tried: filled with made-up data and read back."""

from __future__ import annotations

from minutes_cli.errors import UsageError
from minutes_cli.model.minutes import Minutes
from minutes_cli.model.template import ActionsPart, AttendancePart, MeetingPart, Template
from minutes_cli.model.trial import Trial
from minutes_cli.parser.kinds import is_unheld
from minutes_cli.pipeline import parse_bytes
from minutes_cli.profiles import Profile
from minutes_cli.readers.options import Options
from minutes_cli.templates.expected import lost
from minutes_cli.templates.filling import fill

# Where nobody says what a blank document must have, only what it asks for itself is tried.
UNDEMANDING = Template(
    name="",
    meeting=MeetingPart(required=()),
    attendance=AttendancePart(apologies=False),
    actions=ActionsPart(marker=""),
)


def try_out(
    data: bytes,
    path: str,
    media_type: str,
    template: Template | None,
    profile: Profile,
    options: Options,
    wanted: str | None,
) -> Trial:
    """How the document fares; UnsupportedInputError for a format that cannot be filled.

    profile, wanted   the one that the blank document was read with, and the one that was asked for
    """
    filled = fill(data, path, media_type, template or UNDEMANDING, profile, options.limits)
    minutes = parse_bytes(filled.data, path, options, wanted)
    return Trial(filled.asked, lost(minutes, filled.expected))


def require_blank(path: str, minutes: Minutes) -> None:
    """UsageError for what the user takes for a blank document where it records a meeting."""
    held = minutes.meeting.date is not None and any(person.status == "present" for person in minutes.attendees)
    if held and not is_unheld(minutes.diagnostics):
        reason = f"is no blank document: it records the meeting of {minutes.meeting.date}"
        raise UsageError(path, reason, "take out what is filled in, or judge it with `minutes check`")
