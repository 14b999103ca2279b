"""What a template demands of a blank document, held against what was found in it."""

from __future__ import annotations

from itertools import pairwise

from minutes_cli.parser.tables import fold
from minutes_cli.templates.expected import name_of
from minutes_cli.templates.sheet import Grid, Sheet
from minutes_cli.templates.work import Work


def demand(work: Work, sheet: Sheet) -> None:
    """Ask for each field, table, section and marker that has no place."""
    _headers(work, sheet)
    for key in work.template.meeting.required:
        if key not in work.found and key not in ("title", "body"):
            work.ask("field", name_of("meeting", key))
    if work.template.attendance.apologies and "apologies" not in work.found and "people" in work.found:
        work.ask("field", "who sent apologies")
    if work.template.next_meeting and "next" not in work.found:
        work.ask("field", "the next meeting")
    _sections(work)
    marker = work.template.actions.marker
    if marker and "action-marker" not in work.found:
        work.ask("marker", marker)
    decision = work.template.decisions.marker
    if decision and "decision-marker" not in work.found:
        work.ask("marker", decision)


def _headers(work: Work, sheet: Sheet) -> None:
    """The heads of the two tables that a template knows."""
    grids = [block for block in sheet.blocks if isinstance(block, Grid)]
    heads = [tuple(fold(head.replace("*", "")) for head in grid.heads()) for grid in grids]
    asked_people = False
    for name, wanted in (
        ("attendance", work.template.attendance.headers),
        ("items", work.template.items.headers),
    ):
        folded = tuple(fold(head) for head in wanted)
        if not wanted or folded in heads:
            continue
        # the table that is most like it
        like = max(
            (n for n, other in enumerate(heads) if set(other) & set(folded)),
            key=lambda n: len(set(heads[n]) & set(folded)),
            default=None,
        )
        place = None
        printed = f"no table of {'the attendance' if name == 'attendance' else 'items'} with the heads "
        printed += " | ".join(wanted)
        if like is not None:
            first = next(grids[like].rows[0].lines(), None)
            place = first.place if first else None
            shown = " | ".join(head.replace("*", "") or "–" for head in grids[like].heads())
            printed = f"the heads {shown} where {' | '.join(wanted)} should stand"
        work.ask("headers", printed, place)
        asked_people |= name == "attendance"
    if "people" not in work.found:
        # without those who were there neither the others nor owners are known
        work.expected = [one for one in work.expected if one.part != "attendees" and one.key != "owners"]
        if not asked_people:
            work.ask("field", "who was present")


def _sections(work: Work) -> None:
    met = [section for section, _ in work.sections]
    for section in work.template.items.sections:
        if section.required and section not in met:
            work.ask("section", section.title)
    if not work.template.items.ordered:
        return
    order = [work.template.items.sections.index(section) for section in met]
    for (before, after), (section, line) in zip(pairwise(order), work.sections[1:], strict=True):
        if after < before:
            work.ask("order", f"“{section.title}” stands behind “{met[order.index(before)].title}”", line.place)
