"""`minutes action`: one action of the register: its life, and what users do to it."""

from __future__ import annotations

import datetime
import getpass
import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from minutes_cli.cli.options import Command, register_option, text_or_json
from minutes_cli.cli.output import print_json
from minutes_cli.cli.records import date_of
from minutes_cli.errors import UsageError

if TYPE_CHECKING:
    from minutes_cli.model.tracking import ChangeKind, TrackedAction
    from minutes_cli.store.changes import Wish


@click.group("action")
def command() -> None:
    """Show one action of the register, or change it: ACTION is its number (A17) or the first letters of its id.

    Changes stand on top of what documents say; `minutes log` lists them, `minutes undo` takes back the last.
    """


def _changing(run: Callable[..., TrackedAction]) -> Command:
    """Options of all changes; `run` gets the connection and a `wish(kind, value)`, and returns the action as it is."""

    @wraps(run)
    def called(register: Path, note: str | None, on: str | None, who: str | None, **given: Any) -> None:
        from minutes_cli.store.changes import Wish
        from minutes_cli.store.database import opened

        now = datetime.datetime.now().astimezone()
        if on and on > now.date().isoformat():
            raise UsageError("--on", f"{on} is yet to come", "give today or a day before")

        def wish(kind: ChangeKind, value: str | None = None) -> Wish:
            at, day = now.isoformat(timespec="milliseconds"), on or now.date().isoformat()
            return Wish(kind, at, who or user(), day, value, note)

        must_exist(register)
        with opened(register, write=True) as connection:
            action = run(connection=connection, wish=wish, **given)
        _tell_state(action)

    options = (
        click.option("--note", metavar="TEXT", help="Why, or what was done."),
        click.option("--on", metavar="DATE", callback=date_of, help="Day from which it holds.  [default: today]"),
        click.option("--by", "who", metavar="NAME", envvar="MINUTES_USER", help="Who you are.  [default: your login]"),
    )
    wrapped: Command = called
    for option in reversed(options):
        wrapped = option(wrapped)
    return register_option(wrapped)


@command.command("show")
@click.argument("action")
@text_or_json
@register_option
def show_command(action: str, form: str, register: Path) -> None:
    """Print the life of an action: every mention with its quote and page, and every change."""
    from minutes_cli.cli.terminal import show
    from minutes_cli.store.changes import find_action, read_action
    from minutes_cli.store.database import opened
    from minutes_cli.views.action import life

    must_exist(register)
    with opened(register) as connection:
        found = read_action(connection, find_action(connection, action))
    if form == "json":
        print_json(found, alone=True)
    else:
        show(life(found, datetime.date.today()))


@command.command("close")
@click.argument("action")
@_changing
def close(connection: Any, wish: Callable[..., Wish], action: str) -> TrackedAction:
    """Close an action: it is done."""
    return _record(connection, action, wish("close"))


@command.command("reopen")
@click.argument("action")
@_changing
def reopen(connection: Any, wish: Callable[..., Wish], action: str) -> TrackedAction:
    """Open an action again."""
    return _record(connection, action, wish("reopen"))


@command.command("assign")
@click.argument("action")
@click.argument("owner")
@_changing
def assign(connection: Any, wish: Callable[..., Wish], action: str, owner: str) -> TrackedAction:
    """Give an action to OWNER; several with commas between."""
    if not owner.strip(" ,"):
        raise UsageError("OWNER", "is empty", "name who is to do it")
    return _record(connection, action, wish("assign", owner))


@command.command("due")
@click.argument("action")
@click.argument("date", callback=date_of)
@_changing
def due(connection: Any, wish: Callable[..., Wish], action: str, date: str) -> TrackedAction:
    """Set the due date of an action."""
    return _record(connection, action, wish("due", date))


@command.command("note")
@click.argument("action")
@click.argument("text")
@_changing
def note_command(connection: Any, wish: Callable[..., Wish], action: str, text: str) -> TrackedAction:
    """Write a note on an action."""
    if not text.strip():
        raise UsageError("TEXT", "is empty", "write what there is to note")
    return _record(connection, action, wish("note", text))


@command.command("tag")
@click.argument("action")
@click.argument("tag")
@click.option("--remove", is_flag=True, help="Take the tag off.")
@_changing
def tag_command(connection: Any, wish: Callable[..., Wish], action: str, tag: str, remove: bool) -> TrackedAction:
    """Put a tag on an action, a word of your own."""
    if not tag.strip():
        raise UsageError("TAG", "is empty", "name the tag")
    return _record(connection, action, wish("untag" if remove else "tag", tag))


@command.command("link")
@click.argument("action")
@click.argument("other")
@_changing
def link_command(connection: Any, wish: Callable[..., Wish], action: str, other: str) -> TrackedAction:
    """Say that ACTION and OTHER, raised at another meeting, are one action."""
    from minutes_cli.store.changes import link

    return link(connection, action, other, wish("link"))


@command.command("unlink")
@click.argument("action")
@click.argument("meeting")
@_changing
def unlink_command(connection: Any, wish: Callable[..., Wish], action: str, meeting: str) -> TrackedAction:
    """Say that what MEETING (its key) mentions is another action than ACTION; it gets a number of its own."""
    from minutes_cli.store.changes import unlink

    return unlink(connection, action, meeting, wish("unlink"))


def _record(connection: Any, action: str, wish: Wish) -> TrackedAction:
    from minutes_cli.store.changes import record

    return record(connection, action, wish)


def _tell_state(action: TrackedAction) -> None:
    from minutes_cli.cli.terminal import show
    from minutes_cli.views.actions_table import tracked_actions

    show(tracked_actions([action], datetime.date.today()))


def user() -> str:
    """Who is at the keyboard, as the system knows them."""
    try:
        return os.environ.get("MINUTES_USER") or getpass.getuser()
    except (OSError, KeyError, ImportError):
        return "unknown"


def must_exist(register: Path) -> None:
    """Raise UsageError where nothing was recorded yet: a change is no reason to make a register."""
    if not register.exists():
        raise UsageError(str(register), "no register there yet", "add minutes first: `minutes add notes.pdf`")
