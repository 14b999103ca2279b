"""`minutes profile`: the cues that ship, and how to start an own set."""

from __future__ import annotations

import click

from minutes_cli.cli.output import print_names, standard_output
from minutes_cli.profiles import profile_names, profile_text
from minutes_cli.text.safe import safe


@click.group("profile")
def command() -> None:
    """List and print profiles: the words by which the minutes of one kind of body are read."""


@command.command("list")
def list_profiles() -> None:
    """List the profiles that ship."""
    print_names(profile_names())


@command.command("show")
@click.argument("name")
def show_profile(name: str) -> None:
    """Print a profile as TOML, to read or to start one of your own.

    \b
    minutes profile show uk-council > ours.toml
    minutes parse --profile ours.toml notes.pdf
    """  # noqa: D301 (\b is click's mark of lines to leave as they are)
    lines = (safe(line) for line in profile_text(name).splitlines())
    with standard_output() as stream:
        stream.writelines(f"{line}\n".encode() for line in lines)
