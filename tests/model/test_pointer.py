import pytest

from minutes_cli.model.pointer import field_of, look_up, owner_of

DATA = {"meeting": {"date": "2024-03-06", "a/b": 1, "m~n": 2}, "actions": [{"owners": [{"name": None}]}]}


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("", DATA),
        ("/meeting/date", "2024-03-06"),
        ("/meeting/a~1b", 1),
        ("/meeting/m~0n", 2),
        ("/actions/0/owners/0/name", None),
    ],
)
def test_a_pointer_leads_to_its_value(pointer: str, value: object) -> None:
    assert look_up(DATA, pointer) == value


@pytest.mark.parametrize(
    "pointer",
    [
        "meeting",
        "/",
        "/nowhere",
        "/meeting/date/0",
        "/actions/1",
        "/actions/-1",
        "/actions/x",
        "/actions/²",
        f"/actions/{'9' * 5000}",
    ],
)
def test_a_pointer_that_leads_nowhere_is_a_lookup_error(pointer: str) -> None:
    with pytest.raises(LookupError):
        look_up(DATA, pointer)


@pytest.mark.parametrize(
    ("pointer", "field", "owner"),
    [
        ("/meeting/date", "/meeting/date", ""),
        ("/actions/3/owners/0/name", "/actions/*/owners/*/name", "/actions/3"),
        ("", "", ""),
    ],
)
def test_field_and_entry_of_a_pointer(pointer: str, field: str, owner: str) -> None:
    assert (field_of(pointer), owner_of(pointer)) == (field, owner)
