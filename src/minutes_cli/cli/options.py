"""Options that several commands share."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

from minutes_cli.errors import UsageError
from minutes_cli.readers.options import Limits, Options

Command = Callable[..., object]

_UNITS = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30}
_LIMIT = re.compile(r"([a-z-]{1,40})=(\d{1,12})([kmg]?)", re.IGNORECASE)


def _allowed(context: click.Context, _: click.Parameter, values: tuple[str, ...]) -> dict[str, int]:
    """The limits that a user sets, by field of `Limits`."""
    if "help" in values:
        usual = Limits()
        names = Limits.__dataclass_fields__
        click.echo("\n".join(f"{name.replace('_', '-')}={getattr(usual, name)}" for name in names))
        context.exit()
    changed: dict[str, int] = {}
    for value in values:
        found = _LIMIT.fullmatch(value)
        name = found[1].lower().replace("-", "_") if found else ""
        if found is None or name not in Limits.__dataclass_fields__:
            known = value.partition("=")[0].lower().replace("-", "_") in Limits.__dataclass_fields__
            what = "sets no whole number, as seconds=60 does" if known else "is no limit such as seconds=60"
            raise click.BadParameter(f"{value!r} {what} (`--allow help` lists them all)")
        changed[name] = int(found[2]) * _UNITS[found[3].lower()]
    return changed


def _configured(context: click.Context) -> dict[str, int]:
    """Those of the table [limits] of the configuration file."""
    from minutes_cli.config.files import from_file

    file = context.params.get("config")
    given = None if context.params.get("isolated") else from_file(Path.cwd(), Path(file) if file else None)
    table = given.values.get("limits", {}) if given else {}
    if given is None or not isinstance(table, dict):
        return {}  # what else is wrong there is for those who read all of it
    try:
        return _allowed(context, click.Option(["--allow"]), tuple(f"{name}={value}" for name, value in table.items()))
    except click.BadParameter as error:
        raise UsageError(f"{given.origin}: limits", error.message, "") from error


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
        callback=_allowed,
        envvar="MINUTES_ALLOW",
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
        fields = {key: given.pop(key) for key in ("password", "pdf_engine", "ocr", "ocr_language")}
        limits = Limits(**(_configured(click.get_current_context()) | given.pop("limits")))
        isolated = not given.pop("no_isolation")
        return command(*args, options=Options(limits, **fields, isolated=isolated), **given)

    for option in reversed(_READING):
        called = option(called)
    return called


def cache_option(command: Command) -> Command:
    """Add --no-cache; the command gets what earlier runs left as `cache`, None where that is unwanted."""

    @wraps(command)
    def called(*args: object, no_cache: bool, **given: Any) -> object:
        from minutes_cli.cli.cache import open_cache

        return command(*args, cache=None if no_cache else open_cache(os.environ), **given)

    return click.option(
        "--no-cache",
        is_flag=True,
        help="Do anew what did not change. By default results are kept in MINUTES_CACHE_DIR, else in the user's "
        "cache folder.",
    )(called)
