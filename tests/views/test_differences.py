"""What differs between two versions, for a terminal and for a pipe."""

from __future__ import annotations

from minutes_cli import parse
from minutes_cli.comparing import compare
from minutes_cli.model.differences import Differences
from minutes_cli.views.differences import differences
from tests.views.shown import HOSTILE, shown

DRAFT = """\
Minutes of the Harbour Trust, Thursday 4 May 2023
Present: Ada Fenn (Chair), Bo Larch
Apologies: Cy Marsh

1. Moorings
There are forty moorings on the north quay, of which thirty are let; the others wait for new chains, which are late.
Action: Bo Larch to find the paper by 1 June 2023.

2. Lights
The lamp on the pier is out.
"""


def compared(*edits: tuple[str, str]) -> Differences:
    text = DRAFT
    for old, new in edits:
        text = text.replace(old, new)
    return compare(parse(DRAFT.encode(), name="draft.txt"), parse(text.encode(), name="final.txt"))


def test_without_colour_brackets_mark_what_is_gone_and_new() -> None:
    found = compared(("1 June", "8 June"), ("thirty are let", "ten are let"), ("2. Lights", "2. Lamps"))
    assert (
        shown(differences(found, colour=False))
        == """\
draft.txt → final.txt  3 differences

Items  2
  ~ 1 Moorings
      text: There are forty moorings on the north quay, of which [-thirty-]
      {+ten+} are let; the others wait for new chains, …
  ~ 2 Lamps
      title: [-Lights-] → {+Lamps+}

Actions  1
  ~ Bo Larch to find the paper by 8 June 2023.
      text: Bo Larch to find the paper by [-1-] {+8+} June 2023.
      due: [-2023-06-01-] → {+2023-06-08+}
"""
    )


def test_with_colour_there_are_no_brackets() -> None:
    text = shown(differences(compared(("thirty are let", "ten are let")), colour=True), colour=True)
    assert "\x1b[9;31mthirty\x1b[0m" in text
    assert "\x1b[4;32mten\x1b[0m" in text
    assert "[-" not in text
    assert "{+" not in text


def test_an_entry_more_or_less_is_shown_with_what_it_holds() -> None:
    found = compared(("Cy Marsh", "Dee Nolan"), ("The lamp on the pier is out.", "Action: Ada Fenn to mend the lamp."))
    assert (
        shown(differences(found, colour=False))
        == """\
draft.txt → final.txt  4 differences

Attendance  2
  - Cy Marsh
      status: apologies
  + Dee Nolan
      status: apologies

Items  1
  ~ 2 Lights
      text: [-The lamp on the pier is out.-]

Actions  1
  + Ada Fenn to mend the lamp.
      owners: Ada Fenn
      state: open
      item: 2
"""
    )


def test_equal_minutes_take_one_line_more() -> None:
    assert shown(differences(compared(), colour=False)) == "draft.txt → final.txt\nThey say the same.\n"


def test_control_characters_are_written_out() -> None:
    text = shown(differences(compared(("Ada Fenn", HOSTILE), ("on the pier", HOSTILE)), colour=False), width=200)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "[bold]name[/bold]" in text
