"""Export and import: the way there and back loses nothing, and a damaged line changes nothing."""

import json
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import minutes_cli
from minutes_cli.errors import CorruptInputError, RegisterError
from minutes_cli.store.checking import check
from minutes_cli.store.database import nothing_recorded, opened, transaction
from minutes_cli.store.importing import load
from minutes_cli.store.saving import Addition, save
from minutes_cli.store.transfer import export

FIXTURES = Path(__file__).parents[2] / "fixtures"
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
NUMBER = st.integers(-(2**63), 2**63 - 1)
BLOB = st.binary(max_size=20)
# what stands in a blob of minutes: bytes of any kind, or JSON written in one way or another
WRITTEN = ["{}", '{"a":1.50}', '{"a":1,"a":2}', '{ "a": 1 }', '"\\ud800"', "NaN", "1e16", '{"a":1e999}', "1" * 5000]
DATA = st.one_of(
    BLOB,
    BLOB.map(zlib.compress),
    TEXT.map(lambda text: zlib.compress(text.encode())),
    st.sampled_from(WRITTEN).map(str.encode).map(zlib.compress),
)


def lines_of(path: Path) -> list[bytes]:
    with opened(path) as connection:
        return list(export(connection, "0.1"))


def test_there_and_back_is_the_same(filled: Path, tmp_path: Path) -> None:
    lines = lines_of(filled)
    other = tmp_path / "other" / "register.db"
    assert load(other, lines, "e") == 1
    assert lines_of(other) == lines
    found = check(other)
    assert found is not None
    assert found.findings == ()


def test_minutes_are_readable_and_numbers_go_on(filled: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in lines_of(filled)]
    (first, *_) = [row["row"] for row in rows if row.get("table") == "version"]
    assert first["data"]["json"]["meeting"]["chair"] == "Ann Rowe"
    assert rows[-2:] == [
        {"table": "sqlite_sequence", "row": {"name": "action", "seq": 30}},
        {"table": "sqlite_sequence", "row": {"name": "change", "seq": 8}},
    ]
    load(tmp_path / "other.db", lines_of(filled), "e")
    with opened(tmp_path / "other.db", write=True) as connection:
        connection.execute("INSERT INTO action VALUES (NULL, 'new', 3, NULL, 'open', NULL, '', '', 0, '{}')")
        assert connection.execute("SELECT max(id) FROM action").fetchone() == (31,)


def test_registers_of_documents_come_back(register: Path, tmp_path: Path) -> None:
    with opened(register, write=True) as connection:
        for path in sorted(FIXTURES.glob("harrowvale-pcc-*.pdf")):
            for minutes in minutes_cli.parse_all(path):
                save(connection, Addition(minutes, str(path), "2024-03-18T09:30:00+00:00", path.read_bytes()))
        blobs = connection.execute("SELECT data, copy FROM version ORDER BY id").fetchall()
    lines = lines_of(register)
    assert load(tmp_path / "other.db", lines, "e") == 3
    assert lines_of(tmp_path / "other.db") == lines
    with opened(tmp_path / "other.db") as connection:
        found = connection.execute("SELECT data, copy FROM version ORDER BY id").fetchall()
        words = "SELECT count(*) FROM passage_text WHERE passage_text MATCH 'police'"
        assert connection.execute(words).fetchone()[0] > 0
    assert [[zlib.decompress(blob) for blob in row] for row in found] == [
        [zlib.decompress(blob) for blob in row] for row in blobs
    ]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    bodies=st.dictionaries(NUMBER, st.none() | TEXT, min_size=1, max_size=4),
    versions=st.lists(st.tuples(TEXT, st.none() | NUMBER, DATA, st.none() | BLOB), max_size=4),
    last=st.integers(0, 2**63 - 1),
)
def test_any_rows_come_back(
    bodies: dict[int, str | None],
    versions: list[tuple[str, int | None, bytes, bytes | None]],
    last: int,
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    with nothing_recorded() as connection:
        connection.executemany("INSERT INTO body VALUES (?, ?, 'x')", bodies.items())
        connection.execute(
            "INSERT INTO meeting (id, key, body_id, day, file, version, n_attendees, n_items, n_actions, n_decisions)"
            " SELECT 1, 'k', id, '2024-03-18', '', 1, 0, 0, 0, 0 FROM body LIMIT 1"
        )
        for number, (path, part, data, copy) in enumerate(versions, start=1):
            row = (number, 1, number, "", path, "0" * 64, part, "", data, copy)
            connection.execute("INSERT INTO version VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        connection.execute("INSERT INTO sqlite_sequence VALUES ('change', ?)", (last,))
        lines = list(export(connection, "0.1"))
    path = tmp_path_factory.mktemp("other") / "register.db"
    load(path, lines, "e")
    assert lines_of(path) == lines


def changed(lines: list[bytes], table: str, **values: object) -> tuple[int, list[bytes]]:
    """The lines with other values in the last row of a table, and the number of its line."""
    for number in range(len(lines), 0, -1):
        content = json.loads(lines[number - 1])
        if content.get("table") == table:
            content["row"].update(values)
            return number, [*lines[: number - 1], json.dumps(content).encode() + b"\n", *lines[number:]]
    raise AssertionError(table)


ODD = [
    ("body", {"id": None}),
    ("body", {"id": "7"}),
    ("body", {"id": True}),
    ("body", {"id": 3}),
    ("body", {"id": 2**63}),
    ("body", {"name": 1.5}),
    ("body", {"name": ["a"]}),
    ("body", {"name": "\ud800"}),
    ("body", {"name": {"base64": "YQ=="}}),
    ("body", {"name; DROP TABLE body": "a"}),
    ("version", {"data": "text"}),
    ("version", {"data": {"base64": "?"}}),
    ("version", {"data": {"json": "\ud800"}}),
    ("version", {"data": {"pickle": "a"}}),
    ("version", {"data": None}),
    ("version", {"number": 1}),
    ("action", {"state": "odd"}),
    ("action", {"body_id": 99}),
    ("action", {"data": "{"}),
    ("entry", {"action_id": 5}),
    ("seat", {"meeting_id": 99}),
    ("sqlite_sequence", {"name": "meeting"}),
    ("sqlite_sequence", {"seq": "many"}),
    ("sqlite_sequence", {"seq": 2**63}),
]


@pytest.mark.parametrize(("table", "values"), ODD)
@pytest.mark.parametrize("there", [True, False])
def test_an_odd_row_is_told_by_its_line_and_nothing_changes(
    filled: Path, tmp_path: Path, table: str, values: dict[str, object], there: bool
) -> None:
    number, lines = changed(lines_of(filled), table, **values)
    refused(tmp_path / "other.db", lines, number, there)


def refused(path: Path, lines: list[bytes], number: int, there: bool = False) -> None:
    """An import of the lines fails at that one and leaves no trace."""
    if there:
        with opened(path, write=True) as connection, transaction(connection):
            connection.execute("UPDATE sqlite_sequence SET seq = 1")
        before = lines_of(path)
    files = sorted(path.parent.iterdir())
    with pytest.raises(CorruptInputError) as raised:
        load(path, lines, "e")
    assert raised.value.name == f"e: line {number}"
    if there:
        assert lines_of(path) == before
    else:
        assert sorted(path.parent.iterdir()) == files


LINES = {
    "nothing": (lambda lines: [], 1),
    "no JSON": (lambda lines: [*lines[:2], b"{\n", *lines[2:]], 3),
    "no UTF-8": (lambda lines: [*lines[:2], b"\xff\n", *lines[2:]], 3),
    "a blank line": (lambda lines: [*lines[:2], b"\n", *lines[2:]], 3),
    "deep": (lambda lines: [*lines[:2], b"[" * 100_000], 3),
    "a list": (lambda lines: [b"[]\n", *lines], 1),
    "another format": (lambda lines: [b'{"schema_version": "1.0"}\n', *lines], 1),
    "no first line": (lambda lines: lines[1:], 1),
    "the first line twice": (lambda lines: [lines[0], *lines], 2),
    "a row twice": (lambda lines: [*lines[:2], *lines[1:]], 3),
    "out of order": (lambda lines: [lines[0], *lines[3:], *lines[1:3]], None),
    "a later version": (lambda lines: [lines[0].replace(b'"register":1', b'"register":999'), *lines[1:]], 1),
    "a table of SQLite": (
        lambda lines: [*lines[:2], b'{"table": "sqlite_master", "row": {}}\n', *lines[2:]],
        3,
    ),
}


@pytest.mark.parametrize("name", LINES)
def test_what_is_no_export_is_told_by_its_line(filled: Path, tmp_path: Path, name: str) -> None:
    change, number = LINES[name]
    lines = change(lines_of(filled))
    if number is None:
        number = next(n for n, line in enumerate(lines, 1) if n > 1 and json.loads(line)["table"] == "body")
    refused(tmp_path / "other.db", lines, number)


def test_an_export_that_ends_too_early_is_told(filled: Path, tmp_path: Path) -> None:
    lines = lines_of(filled)
    for count in range(len(lines) - 2):
        refused(tmp_path / "other.db", lines[:count], count + 1)


def test_a_register_that_holds_something_stays(filled: Path) -> None:
    lines = lines_of(filled)
    with pytest.raises(RegisterError, match="holds meetings already"):
        load(filled, lines, "e")
    assert lines_of(filled) == lines
