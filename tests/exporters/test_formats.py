"""What every format of `minutes export` keeps to, whatever it holds."""

from __future__ import annotations

import io

import pytest

from minutes_cli.errors import UsageError
from minutes_cli.exporters.formats import EXPORTS, single, whole
from minutes_cli.model.collection import Collection
from minutes_cli.model.minutes import Minutes
from tests.tracking.made_actions import tracked

WHOLE = [name for name, export in EXPORTS.items() if export.holds == "whole"]
SINGLE = [name for name, export in EXPORTS.items() if export.holds == "meeting"]


def written(name: str, collection: Collection) -> bytes:
    stream = io.BytesIO()
    if name in WHOLE:
        whole(name).write(collection, stream)
    for minutes in collection.meetings if name in SINGLE else ():
        single(name).write(minutes, stream)
    return stream.getvalue()


@pytest.mark.parametrize("name", EXPORTS)
def test_its_files_have_a_suffix_of_their_own(name: str) -> None:
    assert [other for other, export in EXPORTS.items() if export.suffix == EXPORTS[name].suffix] == [name]


@pytest.mark.parametrize("name", WHOLE)
def test_nothing_can_be_written(name: str) -> None:
    assert written(name, Collection()) == written(name, Collection())


@pytest.mark.parametrize("name", [*WHOLE, *SINGLE])
def test_the_same_data_gives_the_same_bytes_and_stays_as_it_is(name: str, wrenshire: Minutes) -> None:
    actions = [tracked({"raised": "2024-03-06", "due": "2024-06-18", "owners": ["Ann Lee"]}, place) for place in (1, 2)]
    collection = Collection(meetings=(wrenshire,), actions=tuple(actions))
    before = collection.model_dump_json()
    try:
        first = written(name, collection)
    except UsageError as error:
        pytest.skip(str(error))
    assert written(name, collection) == first
    assert collection.model_dump_json() == before
