"""JSON that `minutes parse` printed, back to minutes."""

from __future__ import annotations

import codecs

from pydantic import ValidationError

from minutes_cli.errors import CorruptInputError
from minutes_cli.model.days import impossible
from minutes_cli.model.minutes import SCHEMA_VERSION, Minutes

_HINT = "give what `minutes parse` printed"


def read_minutes(data: bytes | str, name: str) -> Minutes:
    """The minutes in one JSON object; CorruptInputError, with `name` for the message, where there is none."""
    try:
        minutes = Minutes.model_validate_json(_text(data))
    except ValidationError as error:
        raise CorruptInputError(name, _reason(error), _HINT) from error
    if minutes.schema_version.partition(".")[0] != SCHEMA_VERSION.partition(".")[0]:
        raise CorruptInputError(
            name, f"data of version {minutes.schema_version}, not {SCHEMA_VERSION}", "parse the source anew"
        )
    for reason in impossible(minutes):
        raise CorruptInputError(name, f"not the data of minutes ({reason})", "mend it there")
    return minutes


def is_data(data: bytes) -> bool:
    """Whether a file holds JSON and no document."""
    return data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")


def read_all(data: bytes, name: str) -> tuple[Minutes, ...]:
    """The minutes in one JSON object, or in JSON Lines; raises as `read_minutes` does, of a line with its number."""
    text = _text(data)
    lines = [(number, line) for number, line in enumerate(text.splitlines(), start=1) if line.strip()]
    # an object of one line, or spread over several
    if len(lines) < 2 or not all(line.lstrip()[:1] == b"{" and len(line.strip()) > 1 for _, line in lines):
        return (read_minutes(text, name),)
    return tuple(read_minutes(line, f"{name}: line {number}") for number, line in lines)


def _text(data: bytes | str) -> bytes:
    """UTF-8 without a byte order mark; shells of Windows write UTF-16 when they redirect."""
    if isinstance(data, str):
        return data.encode("utf-8", "surrogatepass")
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace").encode()
    return data.removeprefix(codecs.BOM_UTF8)


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    where = "/".join(str(part) for part in first["loc"])
    if first["type"] == "json_invalid":
        return f"not JSON ({first['msg']})"
    return f"not the data of minutes ({f'{where}: ' if where else ''}{first['msg']})"
