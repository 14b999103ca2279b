"""What holds of any run of meetings: properties of following, of users' changes and of the ledger."""

from __future__ import annotations

from typing import Any

from hypothesis import example, given, settings
from hypothesis import strategies as st

from minutes_cli.model.tracking import UNSETTLED, Change, Entry, Link
from minutes_cli.tracking.ledger import balance, transitions
from minutes_cli.tracking.life import tracked
from minutes_cli.tracking.numbers import running_number
from minutes_cli.tracking.threads import WINDOW, Follower, Thread, Ties
from tests.tracking.series import entry

TASKS = (
    "Clerk to obtain three quotes for the cemetery gate",
    "Obtain three quotes for the cemetery gate – two received",
    "Clerk to obtain three quotes for the playground gate by 3 June",
    "Ann to write to the county about parking at the school",
    "Letter to the county about school parking",
    "Book the hall for the annual meeting",
)
NUMBERS = (None, None, "52/21", "Action 550a", "AP1", "2", "2 (Jan)", "01/2", "Jan 2a")
UPDATES = (None, None, "Ongoing.", "Complete.", "Proposed for closure", "No longer required", "New date 4 June 2021.")

rows = st.fixed_dictionaries(
    {
        "text": st.sampled_from(TASKS),
        "owners": st.sampled_from([(), ("Clerk",), ("Ann",), ("Clerk", "Ann")]),
        "reference": st.sampled_from(NUMBERS),
        "update": st.sampled_from(UPDATES),
        "state": st.sampled_from(["open", "open", "open", "closed"]),
        "item": st.sampled_from([None, "2", "550", "7/21"]),
        "title": st.sampled_from([None, "Matters arising", "Roads"]),
        "due": st.sampled_from([None, None, "2021-05-01", "2021-06-01"]),
        "struck": st.sampled_from([False, False, False, False, True]),
    }
)
listed = st.lists(rows, max_size=3)
# gaps between meetings let some actions fall out of the window
gaps = st.integers(0, WINDOW // 2 + 1).map(lambda count: [[]] * count)
some = st.lists(listed, min_size=1, max_size=3)
runs = st.tuples(some, gaps, some, gaps, some).map(lambda parts: [entries for part in parts for entries in part])


def row(text: str, **more: Any) -> dict[str, Any]:
    return {"text": text, "owners": ("Ann",), "state": "open", **more}


# the first of two actions falls out of the window; the place of the second among them must not move with it
PLACES = [
    [row("Mend the gate"), row("Ann to write to the county about parking at the school")],
    *([[]] * 6),
    [row("Ann to write to the county about parking at the school")],
    *([[]] * 6),
    [row("School", reference="2 (Jan)"), row("School", reference="1 (Jan)")],
]


def meetings(run: list[list[dict[str, Any]]]) -> list[list[Entry]]:
    return [
        [
            entry(f"{number}.{place}", f"2021-{number // 28 + 1:02}-{number % 28 + 1:02}", **row)
            for place, row in enumerate(listed)
        ]
        for number, listed in enumerate(run)
    ]


def ties(run: list[list[Entry]], picks: list[tuple[int, int, bool]]) -> Ties:
    """Some pairs of entries tied or parted."""
    every = [entry.id for entries in run for entry in entries]
    pairs = {(every[one % len(every)], every[two % len(every)]): joined for one, two, joined in picks if every}
    fit = {pair: joined for pair, joined in pairs.items() if pair[0] != pair[1]}
    return Ties(*(frozenset(pair for pair, joined in fit.items() if joined is which) for which in (True, False)))


def shape(threads: list[Thread]) -> list[list[tuple[str, Link | None]]]:
    return [[(entry.id, link) for entry, link in zip(t.entries, t.links, strict=True)] for t in threads]


def copied(thread: Thread) -> Thread:
    return Thread(list(thread.entries), list(thread.links), thread.seen)


@given(runs, st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40), st.booleans()), max_size=3))
@example(PLACES, [])
@settings(max_examples=200, deadline=None)
def test_what_is_long_settled_or_forgotten_can_be_left_out(run: list[Any], picks: list[tuple[int, int, bool]]) -> None:
    run = meetings(run)
    tied = ties(run, picks)
    whole = Follower(tied)
    for held, entries in enumerate(run):
        numbers = {running_number(entry.reference) for entry in entries} - {None}
        partners = {one for pair in tied.joined | tied.apart for one in pair}
        kept = [
            copied(thread)
            for thread in whole.threads
            if held + 1 - thread.seen <= WINDOW
            or any(running_number(e.reference) in numbers or e.id in partners for e in thread.entries)
        ]
        part = Follower(tied, kept, held)
        before = len(whole.doubts)
        assert shape(part.add(entries)) == shape(whole.add(entries))
        assert part.doubts == whole.doubts[before:]


@given(runs)
@settings(max_examples=60, deadline=None)
def test_every_entry_is_in_one_thread_and_links_lead_back(run: list[Any]) -> None:
    run = meetings(run)
    follower = Follower()
    for entries in run:
        follower.add(entries)
    order = {entry.id: (number, entry) for number, entries in enumerate(run) for entry in entries}
    assert sorted(entry.id for thread in follower.threads for entry in thread.entries) == sorted(order)
    for thread in follower.threads:
        seen: set[str] = set()
        for one, link in zip(thread.entries, thread.links, strict=True):
            assert (link is None) == (not seen)
            assert link is None or link.to in seen
            seen.add(one.id)


@given(runs)
@settings(max_examples=60, deadline=None)
def test_the_ledger_balances(run: list[Any]) -> None:
    follower = Follower()
    for entries in meetings(run):
        follower.add(entries)
    actions = [tracked(thread) for thread in follower.threads]
    for ledger in balance(actions):
        assert ledger.balanced
        assert ledger.opened == len(actions)
    for action in actions:
        steps = transitions(action)
        assert steps[0].before is None
        assert all(step.mention is not None and step.mention.quote for step in steps)
        assert [step.before for step in steps[1:]] == [step.after for step in steps[:-1]]
        assert steps[-1].after == action.state


kinds = st.sampled_from(["close", "reopen", "due", "assign", "note", "tag"])
days = st.integers(1, 28).map(lambda day: f"2021-01-{day:02}")


@st.composite
def some_changes(draw: st.DrawFn) -> list[Change]:
    listed = draw(st.lists(st.tuples(kinds, days), max_size=4))
    values = {"due": "2022-02-02", "assign": "Cy Marsh", "tag": "urgent"}
    return [
        Change(number=number, at="2022-01-01T00:00:00+00:00", who="ann", kind=kind, on=on, value=values.get(kind))
        for number, (kind, on) in enumerate(listed, 1)
    ]


@given(runs, some_changes())
@settings(max_examples=100, deadline=None)
def test_the_ledger_balances_over_changes(run: list[Any], changed: list[Change]) -> None:
    follower = Follower()
    for entries in meetings(run):
        follower.add(entries)
    actions = [tracked(thread, changed) for thread in follower.threads]
    assert all(ledger.balanced for ledger in balance(actions))
    assert all(transitions(action)[-1].after == action.state for action in actions)


@given(st.lists(rows, min_size=1, max_size=5), st.lists(rows, min_size=1, max_size=5), some_changes())
@settings(max_examples=100, deadline=None)
def test_what_users_set_survives_any_reading_of_earlier_meetings(
    one: list[Any], other: list[Any], changed: list[Change]
) -> None:
    """However the minutes held up to the day of a change are read, what the user set stands."""
    changed = [change.model_copy(update={"on": "2021-02-01"}) for change in changed]
    last = {change.kind: change for change in changed}
    for listed in (one, other):
        entries = [entry for entries in meetings([[row] for row in listed]) for entry in entries]
        thread = Thread(entries, [None] * len(entries), len(entries))
        action = tracked(thread, changed)
        states = [change.kind for change in changed if change.kind in ("close", "reopen")]
        if states:
            assert (action.state in UNSETTLED) == (states[-1] == "reopen")
        if "due" in last:
            assert action.due == last["due"].value
        if "assign" in last:
            assert [owner.as_written for owner in action.owners] == ["Cy Marsh"]
        assert action.tags == (("urgent",) if "tag" in last else ())


@given(st.lists(rows, min_size=1, max_size=4), some_changes(), st.integers(1, 5))
@settings(max_examples=100, deadline=None)
def test_later_meetings_that_carry_an_action_leave_what_users_set(
    listed: list[Any], changed: list[Change], times: int
) -> None:
    changed = [change.model_copy(update={"on": "2021-02-01"}) for change in changed]
    entries = [entry for entries in meetings([[row] for row in listed]) for entry in entries if not entry.struck]
    if not entries:
        return
    carried = entries[-1].model_copy(update={"state": "open", "update": "Carried forward."})
    printed = tracked(Thread(entries, [None] * len(entries), 1))
    if printed.state not in UNSETTLED:
        return  # to carry what was settled opens it again
    later = [
        carried.model_copy(
            update={"id": f"later{n}", "sitting": carried.sitting.model_copy(update={"date": f"2021-03-{n + 1:02}"})}
        )
        for n in range(times)
    ]
    before = tracked(Thread(entries, [None] * len(entries), 1), changed)
    after = tracked(Thread([*entries, *later], [None] * (len(entries) + times), 1), changed)
    if changed:
        kinds = {change.kind for change in changed}
        assert kinds.isdisjoint({"close", "reopen"}) or (after.state in UNSETTLED) == (before.state in UNSETTLED)
        assert "due" not in kinds or after.due == before.due
        assert "assign" not in kinds or after.owners == before.owners
