"""Tables over many documents in parts: a folder a table, a Parquet file in each for every chunk of a run.

Actions stand as the minutes of one meeting have them: no part knows of the meetings in the others.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from minutes_cli.exporters.tidy import TABLES
from minutes_cli.exporters.tidy.keys import meeting_ids, within
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes
from minutes_cli.runs.storage import Storage


def part_name(table: str, number: int) -> str:
    return f"{table}/part-{number:05}.parquet"


def write_parts(number: int, meetings: Sequence[bytes], storage: Storage) -> tuple[str, ...]:
    """Write the tables of meetings that are given as JSON, none where there are none; their paths."""
    if not meetings:
        return ()
    from minutes_cli.exporters.to_parquet import write_rows

    collections = list(map(_alone, meetings))
    for name, table in TABLES.items():
        stream = io.BytesIO()
        write_rows(name, (row for one in collections for row in table.rows(one)), stream)
        storage.write(part_name(name, number), stream.getvalue())
    return tuple(part_name(name, number) for name in TABLES)


def _alone(data: bytes) -> Collection:
    """A meeting with its actions; their ids are unique over all meetings, as those of other things are."""
    from minutes_cli.tracking.follow import follow

    minutes = Minutes.model_validate_json(data)
    alone = Collection(meetings=(minutes,))
    (meeting,) = meeting_ids(alone)
    actions = (one.model_copy(update={"id": within(meeting, one.id)}) for one in follow([minutes]))
    return alone.model_copy(update={"actions": tuple(actions)})


def remove_others(written: set[str], storage: Storage) -> None:
    """Remove the parts that an earlier run wrote and this one did not."""
    for table in TABLES:
        for name in storage.within(table):
            if name not in written and name.startswith(f"{table}/part-") and name.endswith(".parquet"):
                storage.remove(name)
