"""Templates: what minutes of a body must have, as TOML; blank documents made from them, and blank documents filled.

A template is known by its name, or by the path of its file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.resources import files
from pathlib import Path

from pydantic import ValidationError

from minutes_cli.errors import UsageError
from minutes_cli.model.template import Template
from minutes_cli.profiles import SHIPPED as PROFILES
from minutes_cli.profiles import Profile

SHIPPED = ("general", "pcc", "parish-council", "board", "project")
# A blank document's suffix -> the module that writes it; a module is imported when its form is asked for.
WRITERS = {".docx": "minutes_cli.templates.to_docx", ".md": "minutes_cli.templates.to_markdown"}


def template_names() -> list[tuple[str, str]]:
    """Name and description of each template that ships."""
    return [(name, shipped(name).description) for name in SHIPPED]


@cache
def shipped(name: str) -> Template:
    return _build(template_text(name), name)


def template_text(name: str) -> str:
    """The TOML of a template that ships, or of the file at that path; UsageError where there is none."""
    if name in SHIPPED:
        return (files(__package__) / f"{name}.toml").read_text(encoding="utf-8")
    try:
        return Path(name).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError, ValueError) as error:
        hint = f"use one of {', '.join(SHIPPED)} or the path of a TOML file"
        raise UsageError(name, "no such template", hint) from error


def load_template(name: str) -> Template:
    """A template by its name or by the path of its file; UsageError where it is missing or malformed."""
    if name in SHIPPED:
        return shipped(name)
    template = _build(template_text(name), name)
    if template.profile is None or template.profile in PROFILES:
        return template
    # a profile of one's own lies beside the template, wherever the command is called
    beside = Path(name).parent / template.profile
    if not beside.is_file():
        hint = f"use one of {', '.join(PROFILES)} or the path of a TOML file beside the template"
        raise UsageError(name, f"profile: there is no {template.profile}", hint)
    return template.model_copy(update={"profile": str(beside)})


def blank_document(template: Template, profile: Profile, suffix: str, body: str | None = None) -> bytes:
    """A blank document that asks for all that the template demands: the same bytes each time.

    suffix   one of `WRITERS`
    body     whose minutes they will be; None for a place to write it
    """
    from minutes_cli.templates.composing import compose

    written: Callable[[object], bytes] = import_module(WRITERS[suffix]).written
    return written(compose(template, profile, body))


def _build(text: str, origin: str) -> Template:
    try:
        return Template.model_validate({"name": Path(origin).stem, **tomllib.loads(text)})
    except tomllib.TOMLDecodeError as error:
        raise UsageError(origin, f"not valid TOML ({error})", "mend the file") from error
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        raise UsageError(origin, _told(first["loc"], first["type"], first["msg"]), _HINT) from error


_HINT = "`minutes template schema` lists the keys, `minutes template show pcc` is an example"


def _told(path: tuple[int | str, ...], kind: str, message: str) -> str:
    """A key as the user wrote it, and what is wrong with it: "items.sections, no. 2: title is missing"."""
    key = ".".join(str(part) for part in path if isinstance(part, str)) or "the file"
    number = next((part + 1 for part in path if isinstance(part, int)), None)
    where = f"{key} (no. {number})" if number else key
    if kind == "missing":
        return f"{where}: is missing"
    if kind == "extra_forbidden":
        return f"{where}: no such key in a template"
    return f"{where}: {message[:1].lower()}{message[1:]}"
