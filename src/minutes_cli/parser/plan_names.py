"""What a profile says of the names of a plan's pillars."""

from __future__ import annotations

from minutes_cli.profiles import Profile


def plan_names(profile: Profile) -> tuple[str, ...]:
    """The pillars that the profile knows; with any, its bodies tag their items."""
    return (*profile.words("pillars.names"), *profile.words("pillars.usual"))
