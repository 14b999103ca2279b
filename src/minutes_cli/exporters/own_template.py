"""Minutes through a body's own template, in Jinja's language, as Markdown or HTML.

What the minutes say is text there, never markup: in HTML it is escaped, in Markdown its signs are. A template reaches
the data of one meeting and nothing else: no file, no other template, nothing of Python.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, BinaryIO, Protocol

from minutes_cli.errors import UsageError
from minutes_cli.text.days import long_date, short_date
from minutes_cli.text.safe import safe

if TYPE_CHECKING:
    from jinja2 import Environment

    from minutes_cli.model.minutes import Minutes

# What went wrong in the expressions of a template, besides what Jinja itself refuses.
_FAULTS = (ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)


class OwnTemplate(Protocol):
    """A template that was read."""

    def write(self, minutes: Minutes, stream: BinaryIO) -> None:
        """Write one meeting; UsageError where the template asks for what is not there."""


def own_template(form: str, data: bytes, name: str) -> OwnTemplate:
    """The template in `data`; UsageError, with `name` for the message, where it is none."""
    from jinja2 import TemplateSyntaxError

    try:
        template = _environment(form).from_string(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError(name, "is no template: it is not text in UTF-8", "") from error
    except TemplateSyntaxError as error:
        raise UsageError(f"{name}:{error.lineno}", safe(error.message or "is no template"), _HELP) from error
    return _Template(template.generate, name)


_MOST_CHARACTERS = 50_000_000
_HELP = "docs/render.md tells what a template is made of"


class _Template:
    def __init__(self, generate: Callable[..., Iterator[str]], name: str) -> None:
        self._generate, self._name = generate, name

    def write(self, minutes: Minutes, stream: BinaryIO) -> None:
        from jinja2 import TemplateError, TemplateNotFound

        try:
            text = self._text(minutes)
        except (TemplateError, *_FAULTS) as error:
            lines = [one.lineno for one in traceback.extract_tb(error.__traceback__) if one.filename == "<template>"]
            place = f"{self._name}:{lines[-1]}" if lines else self._name
            reason = safe(str(error)) or type(error).__name__
            raise UsageError(
                place, f"{reason} is out of its reach" if isinstance(error, TemplateNotFound) else reason, _HELP
            ) from error
        stream.write((text.rstrip() + "\n").encode())

    def _text(self, minutes: Minutes) -> str:
        parts: list[str] = []
        size = 0
        for part in self._generate(minutes.model_dump(mode="json", by_alias=True)):
            parts.append(part)
            size += len(part)
            if size > _MOST_CHARACTERS:
                raise UsageError(self._name, f"writes more than {_MOST_CHARACTERS:,} characters", _HELP)
        return "".join(parts)


def _environment(form: str) -> Environment:
    from jinja2 import StrictUndefined
    from jinja2.loaders import DictLoader
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=DictLoader({}),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_in_markdown if form == "markdown" else _in_html,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    # else what stands in minutes could be declared to be markup
    del environment.filters["safe"]
    environment.filters.update(long_date=long_date, short_date=short_date)
    return environment


def _in_html(value: object) -> object:
    """What is written of a value, before it is escaped; what a template's own macros give is markup already."""
    if isinstance(value, str) and not hasattr(value, "__html__"):
        return safe(value)
    return "" if value is None else value


def _in_markdown(value: object) -> object:
    from markupsafe import Markup

    from minutes_cli.exporters.to_markdown import escaped

    found = _in_html(value)
    return Markup(escaped(found)) if isinstance(found, str) and not hasattr(found, "__html__") else found
