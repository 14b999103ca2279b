"""A blank document tried: filled with made-up data and read back."""

from __future__ import annotations

from minutes_cli.errors import InputError
from minutes_cli.model.template import Template
from minutes_cli.model.trial import Trial
from minutes_cli.pipeline import read_parts
from minutes_cli.profiles import Profile
from minutes_cli.readers.options import Options
from minutes_cli.templates.expected import lost
from minutes_cli.templates.filling import Filled, fill


def try_out(
    data: bytes, path: str, media_type: str, template: Template, profile: Profile, wanted: str | None, options: Options
) -> Trial | None:
    """How the document fares; None for a format that cannot be filled.

    wanted   the profile that the user or the template names
    """
    try:
        filled = fill(data, path, media_type, template, profile, options.limits)
    except InputError:
        return None
    return Trial(filled.asked, lost(read_back(filled, path, wanted, options), filled.expected))


def read_back(filled: Filled, path: str, wanted: str | None, options: Options):
    _, parts = read_parts(filled.data, path, options, wanted)
    return parts[0][1]
