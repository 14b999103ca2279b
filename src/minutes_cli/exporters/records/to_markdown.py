"""A Markdown table, to paste into an issue or a wiki."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, BinaryIO

from pydantic import BaseModel

from minutes_cli.exporters.records.tables import Table
from minutes_cli.text.safe import safe

_MARKUP = re.compile(r"[\\`*_{}\[\]<>|#~$&!]")


def write(records: Sequence[BaseModel], table: Table[Any], stream: BinaryIO) -> None:
    """Write one row a record."""
    cells = (tuple(escaped(value) for value in table.brief(record)) for record in records)
    rows = [tuple(map(escaped, table.header)), ("---",) * len(table.header), *cells]
    stream.writelines(f"| {' | '.join(row)} |\n".encode() for row in rows)


def escaped(value: str) -> str:
    """The text on one line, without what Markdown would take for markup."""
    return _MARKUP.sub(lambda found: f"\\{found[0]}", safe(value)).strip()
