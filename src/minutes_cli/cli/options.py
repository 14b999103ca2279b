"""Options that several commands share."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from minutes_cli.readers.options import Limits, Options

Command = Callable[..., object]

_UNITS = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30}
_LIMIT = re.compile(r"([a-z-]{1,40})=(\d{1,12})([kmg]?)", re.IGNORECASE)


def _limits(context: click.Context, _: click.Parameter, values: tuple[str, ...]) -> Limits:
    """The limits as a user changed them."""
    known = {name.replace("_", "-"): name for name in Limits.__dataclass_fields__}
    changed: dict[str, int] = {}
    for value in values:
        if value == "help":
            usual = Limits()
            click.echo("\n".join(f"{told}={getattr(usual, name)}" for told, name in known.items()))
            context.exit()
        found = _LIMIT.fullmatch(value)
        if found is None or found[1].lower() not in known:
            raise click.BadParameter(f"{value!r} is no limit such as seconds=60; `--allow help` lists them all")
        changed[known[found[1].lower()]] = int(found[2]) * _UNITS[found[3].lower()]
    return Limits(**changed)


_READING = (
    click.option("--profile", metavar="P", help="Cues to use: a name of `minutes profile list` or a TOML file."),
    click.option(
        "--password", metavar="W", envvar="MINUTES_PASSWORD", show_envvar=True, help="Password of encrypted files."
    ),
    click.option(
        "--pdf-engine",
        type=click.Choice(["pdfium", "pdfplumber"]),
        default="pdfium",
        show_default=True,
        help="What reads PDF files.",
    ),
    click.option(
        "--ocr",
        type=click.Choice(["auto", "never", "always"]),
        default="auto",
        show_default=True,
        help="Read pages from their pictures with tesseract: those without usable text, none, or all.",
    ),
    click.option(
        "--ocr-language",
        metavar="L",
        default="eng",
        show_default=True,
        help="Language of scanned pages, as `tesseract --list-langs` names it; several as eng+fra.",
    ),
    click.option(
        "--allow",
        "limits",
        metavar="NAME=N",
        multiple=True,
        callback=_limits,
        help="Allow a document more or less than usual, as in seconds=60 or memory-bytes=2G; `--allow help` lists all.",
    ),
    click.option(
        "--no-isolation", is_flag=True, help="Read documents that you trust without limits of time and memory."
    ),
)


def text_or_json(command: Command) -> Command:
    """Add --format; the command gets "text" or "json" as `form`."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(["text", "json"]),
        default="text",
        show_default=True,
        help="Form of the output.",
    )(command)


def register_option(command: Command) -> Command:
    """Add --register; the command gets the path of the register to use as `register`, whether there is one or not."""

    @wraps(command)
    def called(*args: object, register: str | None, **given: Any) -> object:
        from minutes_cli.store.location import register_path

        return command(*args, register=register_path(register, os.environ, Path.cwd()), **given)

    return click.option(
        "--register",
        metavar="PATH",
        is_flag=False,
        flag_value="",
        help="The register to use; by default MINUTES_REGISTER, the nearest .minutes/ upwards, or the user's own.",
    )(called)


def reading_options(command: Command) -> Command:
    """Add the options that say how files are read; the command gets them as `profile` and `options`."""

    @wraps(command)
    def called(*args: object, **given: Any) -> object:
        fields = {key: given.pop(key) for key in ("password", "pdf_engine", "ocr", "ocr_language", "limits")}
        isolated = not given.pop("no_isolation")
        return command(*args, options=Options(**fields, isolated=isolated), **given)

    for option in reversed(_READING):
        called = option(called)
    return called
