"""JSON Lines: one object a line."""

from __future__ import annotations

import json
import re
from typing import BinaryIO

from minutes_cli.model.minutes import Minutes
from minutes_cli.text.safe import CONTROL_IN_LINE, may_hold_controls


def write(minutes: Minutes, stream: BinaryIO) -> None:
    """Write one object on one line."""
    stream.write(encode(minutes.model_dump_json(by_alias=True)))


write_next = write


def encode(text: str) -> bytes:
    """JSON as UTF-8 with a final line end; what could upset a terminal is escaped, which changes no value."""
    data = text.encode("utf-8", "surrogatepass")
    if may_hold_controls(data):
        data = CONTROL_IN_LINE.sub(_escaped, text).encode()
    return data + b"\n"


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1]
