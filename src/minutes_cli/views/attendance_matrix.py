"""Who came to what: people down, meetings across, as many of the newest as the terminal holds."""

from __future__ import annotations

from collections.abc import Container, Sequence

from rich import box
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.table import Table
from rich.text import Text

from minutes_cli.model.attendance import Attender, Capacity, Matrix, Presence, Turnout
from minutes_cli.text.days import day_of, short_date
from minutes_cli.views.words import HEADING, QUIET, counted, joined, plain

# symbol, words and style of each way to be at a meeting, in the order of the legend
PRESENCES: dict[Presence, tuple[str, str, str]] = {
    "present": ("●", "present", "green"),
    "part": ("◐", "for a part", "green"),
    "substitute": ("◆", "as a substitute", "green"),
    "in_attendance": ("○", "in attendance", "blue"),
    "apologies": ("–", "apologies", "yellow"),
    "absent": ("✗", "absent", "red"),
    "unnamed": ("?", "not named, yet a member before and after", "red"),
}
_GROUPS: dict[Capacity, str] = {
    "member": "Members",
    "substitute": "Substitutes",
    "in_attendance": "In attendance",
}
# A name takes no more of the line than this; a longer one is folded.
_WIDEST_NAME = 28
# A column holds a day, the start of a month, two digits of a year or three of a rate, and the gap beside it.
_COLUMN = 3 + 1


def attendance_matrix(found: Sequence[Matrix]) -> RenderableType:
    """A table for each body, one below the other."""
    several = len(found) > 1
    views: list[RenderableType] = []
    for matrix in found:
        if several:
            views.append(
                joined([Text() if not views else Text("\n"), plain(matrix.body or "No body named", "bold")], "")
            )
        views.append(_Body(matrix))
    return Group(*views)


class _Body:
    """The table of one body, made once the width is known."""

    def __init__(self, matrix: Matrix) -> None:
        self._matrix = matrix

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        matrix = self._matrix
        rate = max(len("Came"), *(len(_rate(person)) for person in matrix.people)) + 1
        name = max(len("In attendance  00"), *(len(person.name) for person in matrix.people))
        name = max(1, min(name, _WIDEST_NAME, options.max_width - rate - _COLUMN))
        shown = matrix.meetings[-max(1, (options.max_width - name - rate) // _COLUMN) :]
        yield self._table(shown, name)
        yield from self._told(shown, options.max_width)

    def _table(self, shown: Sequence[Turnout], width: int) -> Table:
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=0, header_style="bold", border_style=QUIET)
        table.add_column("", overflow="fold", width=width)
        for turnout in shown:
            table.add_column(_head(turnout), justify="center", width=_COLUMN - 1)
        table.add_column("Came", justify="right", no_wrap=True)
        for capacity, title in _GROUPS.items():
            people = [person for person in self._matrix.people if person.capacity == capacity]
            if people:
                table.add_row(Text.assemble((title, HEADING), (f"  {len(people)}", QUIET)))
            for person in people:
                table.add_row(plain(person.name), *_marks(person, shown), _rate(person))
            if people and capacity == "member":
                counts = [Text(f"{turnout.came}", style=QUIET) for turnout in shown]
                shares = [Text("" if t.rate is None else f"{t.rate * 100:.0f}", style=QUIET) for t in shown]
                table.add_row(Text("members there", style=QUIET), *counts)
                table.add_row(Text("in per cent", style=QUIET), *shares, end_section=True)
        return table

    def _told(self, shown: Sequence[Turnout], width: int) -> list[RenderableType]:
        """Below the table: the legend, what was left out, and the remarks."""
        here = {turnout.sitting for turnout in shown}
        marks = [(person, mark) for person in self._matrix.people for mark in person.meetings if mark.sitting in here]
        used = {mark.presence for _, mark in marks}
        told: list[RenderableType] = [Text(), _legend(used, width)]
        left = self._matrix.meetings[: len(self._matrix.meetings) - len(shown)]
        if left:
            told.append(plain(_left_out(left), "yellow"))
        remarks = [
            joined(
                [
                    plain(f"  {person.name},"),
                    plain(f"{short_date(m.sitting.date) or m.sitting.file}:"),
                    plain(m.remark),
                ],
                " ",
            )
            for person, m in marks
            if m.remark and m.presence in ("part", "substitute")
        ]
        return [*told, *([Text(), Text("Remarks", style=HEADING), *remarks] if remarks else [])]


def _legend(used: Container[Presence], width: int) -> Text:
    """The symbols in words, each kept on one line."""
    legend, room = Text(), width
    for presence, (symbol, words, style) in PRESENCES.items():
        if presence in used:
            entry = Text.assemble((symbol, style), f" {words}")
            needed = len(entry) + 2
            legend.append("\n" if legend and needed > room else "  " if legend else "")
            room = (width if needed > room else room) - needed
            legend.append_text(entry)
    return legend


def _head(turnout: Turnout) -> Text:
    """The date in three lines: day, month, year."""
    day = day_of(turnout.sitting.date)
    return Text(f"{day.day}\n{day:%b}\n{day:%y}" if day else "no\nda-\nte")


def _marks(person: Attender, shown: Sequence[Turnout]) -> list[Text]:
    found = {mark.sitting: mark.presence for mark in person.meetings}
    marks = []
    for turnout in shown:
        presence = found.get(turnout.sitting)
        symbol, _, style = PRESENCES[presence] if presence else ("", "", "")
        marks.append(Text(symbol, style=style))
    return marks


def _rate(person: Attender) -> Text:
    if person.rate is None:
        return Text(str(person.came))
    return Text.assemble((f"{person.came}/{person.expected} ", QUIET), f"{person.rate * 100:3.0f}%")


def _left_out(left: Sequence[Turnout]) -> str:
    dates = [turnout.sitting.date for turnout in left if turnout.sitting.date]
    when = f" ({short_date(dates[0])} to {short_date(dates[-1])})" if len(dates) > 1 else ""
    return (
        f"{counted(len(left), 'earlier meeting')}{when} left out here but counted:"
        " a wider terminal or --format csv has them all"
    )
