"""A document to minutes: cut into passages and headings, then one step after the other reads its own part."""

from __future__ import annotations

from minutes_cli.model.document import Document
from minutes_cli.model.minutes import Minutes
from minutes_cli.parser.actions import add_actions
from minutes_cli.parser.assemble import assemble
from minutes_cli.parser.attendance import add_people
from minutes_cli.parser.comings import add_comings
from minutes_cli.parser.commitments import add_commitments
from minutes_cli.parser.decisions import add_decisions
from minutes_cli.parser.draft import Draft
from minutes_cli.parser.exchanges import add_exchanges
from minutes_cli.parser.fields import find_fields
from minutes_cli.parser.flow import read_flow
from minutes_cli.parser.head import Head
from minutes_cli.parser.headings import find_headings
from minutes_cli.parser.items import add_items
from minutes_cli.parser.kinds import find_kind, without_wonder
from minutes_cli.parser.laid_out import is_laid_out, read_laid_out
from minutes_cli.parser.meeting import add_meeting
from minutes_cli.parser.next_meeting import add_next_meeting
from minutes_cli.parser.promised import add_promised
from minutes_cli.parser.resolve import Register
from minutes_cli.parser.slips import find_slips
from minutes_cli.parser.slips.record import Record
from minutes_cli.profiles import Profile
from minutes_cli.text.dates import is_day_first

_DATE_SAMPLE_CHARACTERS = 60_000


def parse_document(document: Document, name: str, sha256: str, profile: Profile) -> Minutes:
    """Everything that the document records, with its evidence.

    name, sha256  of the file, for `Minutes.source`
    """
    laid_out = is_laid_out(document)
    draft, head = read_laid_out(document) if laid_out else _read(document, profile)
    register = Register(draft, profile)
    if not laid_out:
        add_comings(draft, register)
    add_exchanges(draft, register, profile)
    add_commitments(draft, register, profile)
    if not laid_out:
        # there all actions are printed, and who came when
        add_promised(draft, profile)
    minutes = assemble(draft, document, name, sha256, register, profile)
    record = Record(draft, minutes, head, profile)
    told = (*find_kind(record), *find_slips(record))
    return minutes.model_copy(update={"diagnostics": without_wonder((*minutes.diagnostics, *told))})


def _read(document: Document, profile: Profile) -> tuple[Draft, Head]:
    """What the cues of a document tell: its items, people, own facts, actions, decisions and next meeting."""
    flow = read_flow(document, profile)
    passages = flow.passages
    headings = find_headings(passages, profile)
    draft = Draft(passages)
    add_items(draft, headings, profile)
    first = draft.items[0].first if draft.items else len(passages)
    fields = find_fields(passages[: max(first, 12)], flow.tables, profile)
    sample = "\n".join(str(p.text) for p in passages)[:_DATE_SAMPLE_CHARACTERS]
    day_first = is_day_first(sample)
    head = Head(
        passages[: max(first, 3)],
        flow.furniture,
        fields,
        document.metadata,
        day_first=day_first is not False,
        order_told=day_first is not None,
    )
    add_people(draft, flow.tables, headings, profile)
    add_meeting(draft, head, profile)
    add_actions(draft, flow.tables, headings, profile)
    add_decisions(draft, headings, profile)
    add_next_meeting(draft, head, fields, profile)
    return draft, head
