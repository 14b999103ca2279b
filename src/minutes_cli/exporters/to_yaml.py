"""YAML for people: the same keys and values as the JSON, in the same order."""

from __future__ import annotations

import re
from typing import BinaryIO

import yaml

from minutes_cli.model.minutes import Minutes
from minutes_cli.text.safe import CONTROL

_LINE_CHARACTERS = 100


class _Dumper(yaml.CSafeDumper if hasattr(yaml, "CSafeDumper") else yaml.SafeDumper):  # type: ignore[misc]
    """Writes a string with control characters in double quotes, the only form in which they can be escaped."""

    def ignore_aliases(self, data: object) -> bool:
        return True


def _string(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = '"' if CONTROL.search(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _string)


def write(minutes: Minutes, stream: BinaryIO) -> None:
    """Write one document."""
    stream.write(_encode(minutes))


def write_next(minutes: Minutes, stream: BinaryIO) -> None:
    """Write one document of a stream, after a line of three hyphens."""
    stream.write(b"---\n" + _encode(minutes))


def _encode(minutes: Minutes) -> bytes:
    data = minutes.model_dump(mode="json", by_alias=True)
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_LINE_CHARACTERS)
    return CONTROL.sub(_escaped, text).encode()


def _escaped(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code == 0x0A:
        return "\n"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
