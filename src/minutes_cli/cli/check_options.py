"""The options of `minutes check`, joined with what the configuration says."""

from __future__ import annotations

import os
from functools import wraps
from pathlib import Path
from typing import Any

import click

from minutes_cli.cli.options import Command, reading_options
from minutes_cli.reports import REPORTS

LEVELS = ("error", "warning", "info")


def _codes(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> list[str]:
    return [code.strip() for one in given for code in one.split(",") if code.strip()]


def _severities(_: click.Context, __: click.Parameter, given: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for one in given:
        code, sign, level = one.partition("=")
        if not sign or not code.strip() or level.strip() not in LEVELS:
            raise click.BadParameter(f"{one!r} is no CODE=LEVEL such as M401=error; levels are {', '.join(LEVELS)}")
        found[code.strip()] = level.strip()
    return found


# Each sets the key of its name in the table [check].
_SETTING = (
    click.option(
        "--select",
        metavar="CODES",
        multiple=True,
        callback=_codes,
        help="Rules to run instead of the usual ones: M1,M204 or ALL.",
    ),
    click.option("--ignore", metavar="CODES", multiple=True, callback=_codes, help="Rules not to run."),
    click.option(
        "--extend-select", metavar="CODES", multiple=True, callback=_codes, help="Rules to run beside the usual ones."
    ),
    click.option(
        "--severity",
        metavar="CODE=LEVEL",
        multiple=True,
        callback=_severities,
        help="Take the findings of a rule or family as error, warning or info.",
    ),
    click.option(
        "--fail-on",
        type=click.Choice(LEVELS),
        help="The least severity that makes the exit code 1.  [default: warning]",
    ),
    click.option("--exclude", metavar="GLOB", multiple=True, help="Files and folders to leave out of folders."),
    click.option(
        "--template",
        metavar="T",
        help="What the minutes must have: a name of `minutes template list` or a TOML file.",
    ),
    click.option("--baseline", metavar="FILE", help="Let findings pass that this file holds; see --write-baseline."),
    click.option(
        "--publication/--no-publication",
        default=None,
        help="Judge them as minutes that are to be published.",
    ),
)
_FINDING = (
    click.option("--config", metavar="PATH", help="The configuration file; by default the nearest one upwards."),
    click.option("--isolated", is_flag=True, help="Leave configuration files alone."),
)


def setting_options(command: Command) -> Command:
    """Add the options that set a key, --config and --isolated; the command gets all in force as `effective`."""

    @wraps(command)
    def called(*args: object, config: str | None, isolated: bool, **given: Any) -> object:
        from minutes_cli.config import effective  # loads pydantic, which no help page needs

        values = {"profile": given.pop("profile", None)}
        values |= {f"check.{key.replace('_', '-')}": given.pop(key) for key in _KEYS}
        told = {key: value for key, value in values.items() if value not in (None, [], (), {})}
        found = effective(told, os.environ, Path.cwd(), Path(config) if config else None, isolated)
        return command(*args, effective=found, **given)

    for option in reversed((*_SETTING, *_FINDING)):
        called = option(called)
    return called


def configured(command: Command) -> Command:
    """As `setting_options`, with those that say how files are read: the command gets them as `options`."""
    return setting_options(reading_options(command))


_KEYS = ("select", "ignore", "extend_select", "severity", "fail_on", "exclude", "template", "baseline", "publication")


def printing_options(command: Command) -> Command:
    """Add the options that say how findings are printed; the command gets them as `printing`."""

    @wraps(command)
    def called(*args: object, form: str, statistics: bool, output: str | None, **given: Any) -> object:
        from minutes_cli.cli.check_print import Printing

        if statistics and form not in ("text", "json"):
            raise click.UsageError(f"--statistics is printed as text or json, not as {form}")
        return command(*args, printing=Printing(form, statistics, output), **given)

    for option in reversed(_PRINTING):
        called = option(called)
    return called


_PRINTING = (
    click.option(
        "--format",
        "form",
        type=click.Choice(["text", *REPORTS]),
        default="text",
        show_default=True,
        help="Form of the output.",
    ),
    click.option("--statistics", is_flag=True, help="Count by rule what was found; with --format json as data."),
    click.option("-o", "--output", metavar="PATH", help="Write a file; on failure an old one stays."),
)
