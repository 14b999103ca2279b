"""A template to a blank document: what to write and where, in the order of minutes."""

from __future__ import annotations

from collections.abc import Iterator

from minutes_cli.model.template import MeetingField, Section, Template
from minutes_cli.parser.tables import fold
from minutes_cli.profiles import Profile
from minutes_cli.templates.blank import Blank, Block, Grid, Heading, Hint, Labelled, Paragraph, Piece, Text, Title

LABELS: dict[MeetingField, str] = {
    "title": "Title",
    "body": "Meeting of",
    "date": "Date",
    "start_time": "Time",
    "end_time": "Finish",
    "venue": "Venue",
    "chair": "Chair",
    "minute_taker": "Minutes by",
}
DATE = Hint("Date", ": weekday, day, month, year")
BODY = Hint("Name of the body")
HINTS: dict[MeetingField, Hint] = {
    "title": Hint("Title"),
    "body": BODY,
    "date": DATE,
    "start_time": Hint("Time", " of the start"),
    "end_time": Hint("Time", " of the end"),
    "venue": Hint("Venue", " or link"),
    "chair": Hint("Name of the chair"),
    "minute_taker": Hint("Name of the minute taker"),
}
# A clerk adds rows or takes them out; so many are enough to see how.
_ROWS = 6
_NARROW, _WIDE = 1, 9
_STATUS = ("Present", "Apologies")
TASK = Hint("Task")
TEXT = "what is reported, asked and answered"


def compose(template: Template, profile: Profile, body: str | None = None) -> Blank:
    """The blank document; `body` is the name that stands in its title, else there is a place to write it."""
    title = template.meeting.title
    before, sign, after = title.partition("{body}")
    pieces: tuple[Piece, ...] = tuple(p for p in (before, (body or BODY) if sign else "", after) if p)
    blocks = (
        Title(pieces),
        *_fields(template),
        *_attendance(template, profile),
        *_items(template, profile),
    )
    plain = title.replace("{body}", body or "") if body or not sign else f"Minutes – {template.description}"
    return Blank(plain, template.language, blocks)


def _fields(template: Template) -> Iterator[Block]:
    asked = [key for key in template.meeting.required if key != "title"]
    for key in asked:
        if key != "body" or "{body}" not in template.meeting.title:
            yield Labelled(template.meeting.labels.get(key, LABELS[key]), (HINTS[key],))


def _attendance(template: Template, profile: Profile) -> Iterator[Block]:
    attendance = template.attendance
    if attendance.headers:
        yield Heading(("Attendance",))
        row = tuple(_person_cell(head, template, profile) for head in attendance.headers)
        yield Grid(attendance.headers, (1,) * len(attendance.headers), (row,) * _ROWS)
    else:
        initials = " (initials)" if attendance.abbreviations else ""
        yield Labelled("Present", (Hint("Names", f"{initials}, the chair first"),))
    if attendance.in_attendance:
        yield Labelled("In attendance", (Hint("Names", " and offices"),))
    if attendance.apologies and not _tells_apologies(template, profile):
        yield Labelled("Apologies", (Hint("Names", ", or none"),))


def _tells_apologies(template: Template, profile: Profile) -> bool:
    """Whether a column of the attendance or an item has room for apologies."""
    columns = (fold(head) in profile.words("attendance.column_status") for head in template.attendance.headers)
    return any(columns) or any("apologies" in section.title.lower() for section in template.items.sections)


def _person_cell(head: str, template: Template, profile: Profile) -> tuple[Paragraph, ...]:
    word = fold(head)
    if word in profile.words("attendance.column_name"):
        return (Text((Hint("Name"),)),)
    if word in profile.words("attendance.column_status"):
        return (Text((Hint("Present", " or apologies", _STATUS),)),)
    if word in profile.words("attendance.column_abbreviation"):
        return (Text((Hint("Initials"),)),)
    columns = {fold(other) for other in template.attendance.headers}
    short = template.attendance.abbreviations and columns.isdisjoint(profile.words("attendance.column_abbreviation"))
    return (Text((Hint(_role(head)), " (", Hint("Initials"), ")") if short else (Hint(_role(head)),)),)


def _role(head: str) -> str:
    return "Role" if fold(head) == "capacity" else head.strip(" :").capitalize()


def _items(template: Template, profile: Profile) -> Iterator[Block]:
    if template.items.headers:
        rows = tuple(_row(heading, texts, template) for heading, texts in _numbered(template, profile))
        shares = (_NARROW, _WIDE, *(2,) * len(template.items.headers[2:]))
        yield Heading(("Items",))
        yield Grid(template.items.headers, shares, rows)
        return
    for heading, texts in _numbered(template, profile):
        yield heading if template.items.numbered else heading._replace(number=None)
        yield from texts


def _row(heading: Heading, texts: tuple[Text, ...], template: Template) -> tuple[tuple[Paragraph, ...], ...]:
    number = Text((f"{heading.number}." if heading.level == 1 else f"{heading.number}",))
    return ((number,), (heading._replace(number=None), *texts), *((),) * len(template.items.headers[2:]))


def _numbered(template: Template, profile: Profile) -> Iterator[tuple[Heading, tuple[Text, ...]]]:
    """Every item with its number and what stands under it."""
    next_told = False
    sections = _sections(template, profile)
    anywhere = any(section.items for section in sections)
    for number, section in enumerate(sections, 1):
        is_next = _is_next(section, profile)
        next_told |= is_next
        texts = _next(template) if is_next else _texts(section, template, acting=section.decision and not anywhere)
        yield Heading((section.title,), number=str(number)), tuple(texts)
        for place in range(1, section.items + 1):
            title: tuple[Piece, ...] = (Hint("Title of the item"),)
            if template.pillars.tagged:
                title = (*title, " (", Hint("Pillar", choices=template.pillars.names), ")")
            below = (Text((Hint("Text", f": {TEXT}"),)), *_decision(template), _action(template))
            yield Heading(title, 2, f"{number}.{place}"), below
    if template.next_meeting and not next_told:
        yield Heading(("Next meeting",), number=str(len(sections) + 1)), tuple(_next(template))


def _is_next(section: Section, profile: Profile) -> bool:
    title = fold(section.title)
    return title.startswith(profile.words("next.labels")) or "next meeting" in title


def _sections(template: Template, profile: Profile) -> tuple[Section, ...]:
    """The template's sections; where none has room for decisions and actions, the last one before the next meeting."""
    sections = template.items.sections or (Section(title="Business", items=2),)
    if any(section.items or section.decision for section in sections):
        return sections
    business = [number for number, section in enumerate(sections) if not _is_next(section, profile)]
    last = business[-1] if business else None
    return tuple(
        section.model_copy(update={"decision": True}) if number == last else section
        for number, section in enumerate(sections)
    )


def _texts(section: Section, template: Template, acting: bool) -> Iterator[Text]:
    if section.text or not (section.items or section.decision):
        yield Text((Hint("Text", f": {section.text[:1].lower()}{section.text[1:]}" if section.text else ""),))
    if section.decision:
        yield from _decision(template)
    if acting:
        yield _action(template)


def _decision(template: Template) -> Iterator[Text]:
    marker = template.decisions.marker
    if marker:
        movers: tuple[Piece, ...] = (
            (" Proposed by ", Hint("Proposer"), ", seconded by ", Hint("Seconder"), ".")
            if template.decisions.movers
            else ()
        )
        yield Text((" ", Hint("Decision"), ".", *movers), marker)


def _action(template: Template) -> Text:
    owner = Hint("Name" if template.actions.owner == "name" else "Initials" if template.actions.owner else "Owner")
    due: tuple[Piece, ...] = (" by ", Hint("Date")) if template.actions.due else ()
    return Text((" ", owner, " to ", TASK, *due, "."), template.actions.marker)


def _next(template: Template) -> Iterator[Text]:
    hints = {"date": DATE, "time": Hint("Time"), "venue": Hint("Venue")}
    asked = [hints[key] for key in ("date", "time", "venue") if key in template.next_meeting] or [DATE]
    pieces: list[Piece] = []
    for hint in asked:
        pieces += [", ", hint] if pieces else [hint]
    yield Text(tuple(pieces))
    if "kind" in template.next_meeting:
        yield Text((Hint("Type of meeting"),))
