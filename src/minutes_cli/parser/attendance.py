"""Who came, who sent apologies, who was absent.

Labels ("Present:", "Apologies for absence") give the status of what follows them: lists, prose, cells. Tables with a
column of names are read row by row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from minutes_cli.model.document import Cell
from minutes_cli.model.minutes import Status
from minutes_cli.parser.draft import Draft, Fact, Person, fact
from minutes_cli.parser.headings import Candidate
from minutes_cli.parser.passages import Passage, Text, whole
from minutes_cli.parser.tables import View, fold
from minutes_cli.profiles import Profile
from minutes_cli.text.names import initials_forms, looks_like_name, same_person, split_entry, split_people, strip_title

STATUSES: tuple[Status, ...] = ("apologies", "absent", "in_attendance", "present")
_NOBODY = re.compile(
    r"^\W*(?:none|nil|n/?a|no(?:ne| one| apologies| members?| absences?)?\b.{0,60}|not applicable|all (?:members )?present|as above|"
    r"\d+ (?:attendees|members|others).*|there were (?:no|none)\b.*)\W*$",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:public|residents|members of|others|observers|press|attendees|people|parishioners|students)\b|^\W*\d+\s|^and\s+\d+", re.IGNORECASE
)
_LONGEST_ENTRY = 160
# This many lines of a list may name nobody before the list is taken to be over.
_MOST_FAILURES = 2
_MARK = re.compile(r"[\s,_.]+(?P<mark>[XxAP✓✔☑☒√]|Present|Absent|Excused|present|absent|excused)\W*$")
_INITIALS_BETWEEN = re.compile(r"^(?P<name>(?:[\w.’'-]+\s+){1,4}?)(?P<short>[A-Z]{2,4})\s+(?P<role>[A-Z].+)$")


@dataclass(frozen=True, slots=True)
class Label:
    """A phrase that says in which way the people behind it were there."""

    status: Status
    start: int
    end: int
    group: bool = False


_LABEL_TAIL = (
    r"(?:\s+(?:for|absence|absences?|received|from|were|was|present|members?|and|non-members|in|attendance|attending|by|of|the|chair|at|meeting|"
    r"public|only|board|directors|committee|staff|officers?|guests?|apologies|this|voting|remote(?:ly)?|online|virtual(?:ly)?|person|via|zoom|"
    r"teams|teleconference|absent|council|councillors|trustees|group|with|excused|are|included|list|names?|roll|governors|\([^)]{1,40}\)|&|/|"
    r"those|who|attended|other|others|officials|external|record|quorum|participants|attendees|not|voting))*"
)
# Words that are labels only when they stand alone.
_WEAK = frozenset("public staff support others committee members panel who remote external administration secretariat consultants invited".split())


class Labels:
    """Finds the labels of the attendance in a text."""

    def __init__(self, profile: Profile) -> None:
        self.status_of: dict[str, Status] = {}
        for status in reversed(STATUSES):
            for phrase in profile.words(f"attendance.{status}"):
                self.status_of[phrase] = status
        phrases = profile.alternatives(*(f"attendance.{s}" for s in STATUSES))
        self._start = re.compile(
            rf"^\W*((?:[A-Za-z’'&/-]+[\s_]+){{0,4}}?)({phrases})({_LABEL_TAIL})\s*(?::|$|[–—-]\s|\t|(?<=from)\s|(?<=for)\s)",
            re.IGNORECASE,
        )
        self._inside = re.compile(
            rf"(?:(?<=[.;,\n)])|(?<=\s\s)|^|\t)\s*((?:also |were |was )?(?:{phrases})(?:\s+(?:were|was|from|for|by|absence|received|at|the|meeting|members)){{0,4}})\s*(?::|\s(?=were\s)|(?<=were)\s|(?<=from)\s)",
            re.IGNORECASE,
        )

    def at_start(self, text: str) -> Label | None:
        """The label that `text` begins with, or is."""
        found = self._start.match(text[:200].replace("_", " "))
        if not found:
            return None
        lead, tail = found[1].strip(" _\n"), found[3].strip()
        words = fold(" ".join((lead, found[2], tail)))
        firm = any(re.search(rf"\b{re.escape(p)}\b", words) for p in self.status_of if p not in _WEAK)
        if not firm and ((lead and tail) or ":" not in found.group() and found.end() < len(text.rstrip())):
            return None
        status = self.status_of[fold(found[2])]
        whole_label = fold(" ".join((lead, found[2], tail)))
        # the stronger word decides: "Members absent", "Staff apologies"
        for stronger in ("apologies", "absent", "in_attendance"):
            if any(re.search(rf"\b{re.escape(p)}\b", whole_label) for p in self._phrases(stronger)):
                status = stronger  # type: ignore[assignment]  # one of STATUSES
                break
        if lead and looks_like_name(lead) > 0.8 and status == "present":
            return None
        return Label(status, 0, found.end())

    def _phrases(self, status: str) -> list[str]:
        return [p for p, s in self.status_of.items() if s == status]

    def inside(self, text: str) -> list[Label]:
        """Labels further on in the same text: "Present: A, B. Apologies: C."."""
        labels = []
        for found in self._inside.finditer(text):
            words = fold(found[1])
            for phrase in sorted(self.status_of, key=len, reverse=True):
                if phrase in words:
                    labels.append(Label(self.status_of[phrase], found.start(1), found.end()))
                    break
        return labels


def add_people(draft: Draft, tables: Sequence[tuple[View, int]], headings: Sequence[Candidate], profile: Profile) -> None:
    """Fill `draft.people` from tables, labelled lists and sentences, in the order of the document."""
    labels = Labels(profile)
    found: list[Person] = []
    for view, place in tables:
        if view.kind in ("attendance", "people", "fields"):
            found.extend(_of_table(view, place, labels, profile))
    found.extend(_of_passages(draft.passages, headings, labels, profile))
    found.extend(_of_sentences(draft.passages))
    found.sort(key=lambda p: p.place)
    for person in found:
        _merge(draft.people, person)
    if draft.people and not any(p.status == "present" for p in draft.people):
        for person in draft.people:
            if person.status == "in_attendance":
                person.status = "present"


def _merge(people: list[Person], person: Person) -> None:
    """Add a person, or what is new of one already known: apologies win over a membership list."""
    for known in people:
        if same_person(known.name.value, person.name.value):
            if person.status in ("apologies", "absent") and known.status != person.status:
                known.status, known.status_fact = person.status, person.status_fact
            known.role = known.role or person.role
            known.abbreviation = known.abbreviation or person.abbreviation
            return
    people.append(person)


def read_entry(text: Text, status: Status, status_text: Text, place: int, role: Fact | None = None) -> Person | None:
    """The person one entry of a list names, or None where it names nobody."""
    value = str(text)
    if not value or len(value) > _LONGEST_ENTRY or _NOBODY.match(value):
        return None
    mark = _MARK.search(value)
    if mark and mark.start() > 3:
        status, status_text = _marked_status(mark["mark"], status), text[mark.start("mark") : mark.end("mark")]
        text = text[: mark.start()]
        value = str(text)
    between = _INITIALS_BETWEEN.match(value)
    if between and between["short"] in initials_forms(strip_title(between["name"].strip())[0]):
        # columns whose gaps were lost: "Jane Roe JR Head of Legal Services"
        person = read_entry(text[: between.end("name")], status, status_text, place)
        if person:
            person.abbreviation = fact(text[between.start("short") : between.end("short")])
            person.role = fact(text[between.start("role") : between.end("role")])
            return person
    presiding = _PRESIDING.match(value)
    if presiding:
        role = fact(text[presiding.start("role") : presiding.end("role")])
        text = text[: presiding.end("name")]
        value = str(text)
    entry = split_entry(value)
    name = text[entry.name[0] : entry.name[1]]
    if not name or looks_like_name(str(name)) < 0.3 or _UNNAMED.search(str(name)):
        return None
    person = Person(
        fact(name, confidence=0.6 + 0.37 * looks_like_name(str(name))),
        status,
        fact(status_text, status, 0.9, "derived" if status_text is text else "normalised"),
        place=place,
    )
    if entry.role:
        role_text = text[entry.role[0] : entry.role[1]]
        person.role = fact(role_text) if role_text else None
    person.role = person.role or role
    if entry.abbreviation:
        person.abbreviation = fact(text[entry.abbreviation[0] : entry.abbreviation[1]])
    person.note = entry.note or ""
    return person


def _marked_status(mark: str, status: Status) -> Status:
    if mark.lower() == "excused":
        return "apologies"
    return "absent" if mark.lower() in ("a", "absent") else "present" if status in ("absent", "apologies") else status


def people_in(text: Text, status: Status, status_text: Text, place: int, role: Fact | None = None) -> Iterator[Person]:
    """The people a text lists, one a line or separated in prose."""
    for part in _by_titles(text):
        for start, end in split_people(str(part)):
            person = read_entry(part[start:end], status, status_text, place, role)
            if person:
                yield person


_NEXT_TITLE = re.compile(r"(?<=[a-z)])\s+(?=(?:Cllr|Councillor|Mrs|Mr|Ms|Dr)\.?\s+[A-Z])")
# With this many titles and not a comma between them, the titles are what separates the entries.
_LEAST_TITLES = 2


def _by_titles(text: Text) -> Iterator[Text]:
    """Entries run together with the line breaks lost: "Cllr Ann Roe (Chair) Cllr Bob Poe"."""
    value = str(text)
    cuts = [m for m in _NEXT_TITLE.finditer(value) if not re.search(r"(?:\band|[,;&])$", value[: m.start()])]
    if len(cuts) < _LEAST_TITLES or len(cuts) < value.count(",") or ";" in value:
        yield text
        return
    at = 0
    for cut in [*(m.start() for m in cuts), len(value)]:
        yield text[at:cut]
        at = cut


# --- passages ---------------------------------------------------------------------------------------------------------


def _of_passages(
    passages: Sequence[Passage], headings: Sequence[Candidate], labels: Labels, profile: Profile
) -> Iterator[Person]:
    """Labelled lists among the running text. A list ends at a heading of another kind or at prose."""
    heading_at = {c.passage.index: c for c in headings}
    current: Label | None = None
    label_text: Text | None = None
    group: Fact | None = None
    plain = set(profile.words("attendance.plain_groups"))
    failed = 0
    for passage in passages:
        if passage.tabular:
            current = None
            continue
        heading = heading_at.get(passage.index)
        text = heading.body if heading else passage.text
        value = str(text)
        label = labels.at_start(value) if len(value) < 2500 else None
        if label and _is_prose_label(value, label):
            label = None
        if heading is not None and label is None and heading.number is not None:
            current = None
            continue
        if label:
            current, label_text, group = label, text[: label.end].strip(" :–-"), None
            chair = re.search(r"in the chair", str(label_text), re.IGNORECASE)
            if chair:
                group = fact(label_text[chair.start() : chair.end()])
            yield from _segments(text[label.end :], label, label_text, labels, passage.index, group)
            continue
        if current is None or label_text is None:
            continue
        if _is_group(text, heading is not None):
            name = fold(value)
            inner = labels.at_start(value)
            group = None if name in plain or inner else fact(text.strip(" :"), confidence=0.7)
            continue
        if heading is not None or _is_prose(value):
            current = None
            continue
        people = list(_entries_of(passage, current.status, label_text, group))
        if not people and _may_be_group(value):
            group = None if fold(value) in plain else fact(text, confidence=0.6)
        failed = 0 if people or _NOBODY.match(value) else failed + 1
        if failed > _MOST_FAILURES:
            current = None
        yield from people


def _may_be_group(value: str) -> bool:
    """A line of its own among people that names nobody: an office, an organisation."""
    return 3 < len(value) < 70 and value[0].isupper() and not re.search(r"[,;.\d]", value) and not _NOBODY.match(value)


def _entries_of(passage: Passage, status: Status, label: Text, group: Fact | None) -> Iterator[Person]:
    yield from people_in(passage.text, status, label, passage.index, group)


def _segments(
    text: Text, label: Label, label_text: Text, labels: Labels, place: int, group: Fact | None
) -> Iterator[Person]:
    """What follows a label in its own paragraph, cut at further labels inside it."""
    marks = labels.inside(str(text))
    bounds = [0, *(m.start for m in marks)], [*(m.start for m in marks), len(str(text))]
    kinds = [(label, label_text), *((m, text[m.start : m.end].strip(" :")) for m in marks)]
    for (kind, said), start, end in zip(kinds, *bounds, strict=True):
        begin = kind.end if start else 0
        part = text[begin:end]
        for sentence in part.sentences():
            if _is_prose(str(sentence)) and not re.search(r"[,;]", str(sentence)):
                continue
            yield from people_in(sentence.strip(" ."), kind.status, said, place, group if kind is label else None)


def _is_prose_label(value: str, label: Label) -> bool:
    """A sentence that only begins like a label: "Members noted that…"."""
    rest = value[label.end :]
    return bool(re.match(r"\s*(?:noted|agreed|asked|were|was|discussed|received|to)\b", rest)) and ":" not in value[: label.end]


def _is_prose(value: str) -> bool:
    words = value.split()
    return len(words) > 9 and bool(re.search(r"\b(?:was|were|said|that|will|the meeting|has|have|which|is|are)\b", value)) and ";" not in value


def _is_group(text: Text, is_heading: bool) -> bool:
    """A line that names a group of the people under it: an office, an organisation, "Members"."""
    value = str(text)
    return len(value) < 70 and (value.rstrip().endswith(":") or (is_heading or text.strong) and looks_like_name(value) < 0.6)


_APOLOGIES = re.compile(
    r"\b(?:apologies|regrets)\b[^.:;]{0,60}?\b(?:from|for|by)\b:?\s+(?P<who>[^:]{3,300}?)(?=\.(?:\s|$)|$)|"
    r"^(?P<sent>[^.:]{3,80}?)\s+(?:sent|gave|had sent|has sent|sends)\s+(?:his |her |their )?(?:apologies|regrets)|"
    r"^(?P<excused>[^.:]{3,80}?)\s+(?:was|were)\s+(?:excused|excused absent|absent with apologies)",
    re.IGNORECASE,
)
_ATTENDED = re.compile(
    r"^(?:[\w’',& -]{0,40}?\b)(?:in attendance|present|attending|participating)\s+(?:were|was|included|are)\s*:?\s+(?P<who>.{5,2000})$|"
    r"^(?P<also>[A-Z][^.;:]{3,160}?)\s+(?:was|were)\s+(?:also\s+)?(?:present|in attendance)\b[^.]{0,30}$",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\balso\b|in attendance", re.IGNORECASE)
_PRESIDING = re.compile(r"^(?P<name>.{3,60}?)[,\s(]+(?P<role>(?:was |is )?(?:in the chair|presiding|chairing))\W*$", re.IGNORECASE)


def _of_sentences(passages: Sequence[Passage]) -> Iterator[Person]:
    """"Apologies were received from…", "In attendance were…" anywhere in the text."""
    for passage in passages:
        if passage.tabular:
            continue
        value = str(passage.text)
        if not re.search(r"apolog|regrets|excused|attend|present", value, re.IGNORECASE):
            continue
        for sentence in passage.text.sentences():
            said = str(sentence)
            found = _APOLOGIES.search(said)
            if found:
                which = next(k for k in ("who", "sent", "excused") if found[k])
                yield from _named(sentence[found.start(which) : found.end(which)], "apologies", sentence, passage.index)
                continue
            found = _ATTENDED.match(said)
            if found:
                which = "who" if found["who"] else "also"
                part = sentence[found.start(which) : found.end(which)].strip(" .")
                status: Status = "in_attendance" if _ALSO.search(said) else "present"
                if which == "who":
                    yield from people_in(part, status, sentence[: found.start(which)], passage.index)
                elif not re.search(r"\b(?:quorum|members?|all|no|there|who|that)\b", str(part), re.IGNORECASE):
                    yield from _named(part, status, sentence, passage.index)


def _named(text: Text, status: Status, sentence: Text, place: int) -> Iterator[Person]:
    for person in people_in(text.strip(" ."), status, sentence, place):
        if looks_like_name(person.name.value) >= 0.5:
            yield person


# --- tables -----------------------------------------------------------------------------------------------------------


def _of_table(view: View, place: int, labels: Labels, profile: Profile) -> Iterator[Person]:
    if view.kind == "attendance":
        yield from _of_rows(view, place, labels, profile)
    elif view.kind == "people":
        yield from _of_columns(view, place, labels, profile)
    else:
        for row in view.rows:
            cells = [row[c] for c in sorted(row)]
            for cell, after in zip(cells, cells[1:], strict=False):
                label = labels.at_start(cell.text) if cell.text and len(cell.text) < 60 else None
                if label and after.paragraphs:
                    said = whole(cell.paragraphs[0])
                    for paragraph in after.paragraphs:
                        yield from _lines_of(whole(paragraph), label.status, said, place)


def _lines_of(text: Text, status: Status, said: Text, place: int, role: Fact | None = None) -> Iterator[Person]:
    """A cell's paragraph: entries by line where each line is one, else as prose."""
    lines = list(text.lines())
    if len(lines) > 1 and all(looks_like_name(re.split(r"[,(–]", str(line), maxsplit=1)[0].strip()) >= 0.55 for line in lines):
        for line in lines:
            yield from people_in(line, status, said, place, role)
    else:
        yield from people_in(text, status, said, place, role)


def _of_columns(view: View, place: int, labels: Labels, profile: Profile) -> Iterator[Person]:
    """Columns of people under heads that say status or office."""
    heads = view.table.rows[0] if view.head else ()
    by_column: dict[int, tuple[Status, Text | None, Fact | None]] = {}
    for cell in heads:
        if not cell.paragraphs:
            continue
        said = whole(cell.paragraphs[0])
        label = labels.at_start(cell.text)
        plain = fold(cell.text) in profile.words("attendance.plain_groups")
        for column in range(cell.column, cell.column + cell.colspan):
            by_column[column] = (label.status, said, None) if label else ("present", said, None if plain else fact(said, confidence=0.5))
    rows = view.table.rows[view.head :]
    for row in rows:
        for cell in row:
            status, said_or_none, _ = by_column.get(cell.column, ("present", None, None))
            for paragraph in cell.paragraphs:
                text = whole(paragraph)
                if text:
                    yield from _lines_of(text, status, said_or_none or text, place)


def _of_rows(view: View, place: int, labels: Labels, profile: Profile) -> Iterator[Person]:
    """One person a row; a label in the first column or a merged row gives the status of what follows."""
    status: Status = "present"
    said: Text | None = None
    marks = {
        "present": set(profile.words("attendance.present_marks")),
        "absent": set(profile.words("attendance.absent_marks")),
        "apologies": set(profile.words("attendance.apologies_marks")),
    }
    group: Fact | None = None
    columns = view.columns
    heads = _status_heads(view)
    for number, row in enumerate(view.rows):
        first = next((row[c] for c in sorted(row) if row[c].text.strip()), None)
        if first is None:
            continue
        label = labels.at_start(first.text) if len(first.text) < 60 else None
        if label and (first.column != columns.get("name") or len([c for c in row.values() if c.text.strip()]) == 1):
            status, said, group = label.status, whole(first.paragraphs[0]), None
        cell = row.get(columns.get("name", 1))
        if cell is None or not cell.paragraphs or (label and cell is first):
            continue
        filled = [c for c in row.values() if c.text.strip()]
        if len(filled) == 1 and filled[0] is cell and looks_like_name(cell.text.strip()) < 0.5 and view.table.columns > 1:
            plain = fold(cell.text) in profile.words("attendance.plain_groups")
            group = None if plain else fact(whole(cell.paragraphs[0]), confidence=0.7)
            continue
        if fold(cell.text) in profile.words("attendance.column_name"):
            continue
        row_status, row_said = _under_heads(row, heads) or _row_status(view, row, marks, status, said)
        role_cell = _filled(row, columns.get("role"))
        for paragraph in cell.paragraphs:
            for person in _lines_of(whole(paragraph), row_status, row_said or whole(paragraph), place + number):
                if role_cell and not _TICK.fullmatch(role_cell.text.strip()):
                    _take_role(person, role_cell)
                elif person.role is None and group:
                    person.role = group
                short = _filled(row, columns.get("abbreviation"))
                if short and len(short.text.strip()) <= 8:
                    person.abbreviation = fact(whole(short.paragraphs[0]))
                yield person


def _filled(row: dict[int, Cell], column: int | None) -> Cell | None:
    cell = row.get(column) if column is not None else None
    return cell if cell and cell.text.strip() else None


def _status_heads(view: View) -> list[tuple[float, Status, Text]]:
    """Words "Present" and "Absent" of a head that one column shares, with where their middle is."""
    found: list[tuple[float, Status, Text]] = []
    for row in view.table.rows[: view.head]:
        for cell in row:
            for paragraph in cell.paragraphs:
                for line in paragraph.lines:
                    for word in line.words:
                        status = _HEAD_WORDS.get(word.text.lower().strip(":"))
                        if status:
                            found.append(((word.x0 + word.x1) / 2, status, whole(paragraph)))
    return found if len({status for _, status, _ in found}) > 1 else []


_HEAD_WORDS: dict[str, Status] = {"present": "present", "absent": "absent", "excused": "apologies", "apologies": "apologies"}


def _under_heads(row: dict[int, Cell], heads: list[tuple[float, Status, Text]]) -> tuple[Status, Text] | None:
    """The status under whose word the row's only mark stands."""
    if not heads:
        return None
    marks = [
        word
        for cell in row.values()
        for paragraph in cell.paragraphs
        for line in paragraph.lines
        for word in line.words
        if _TICK.fullmatch(word.text)
    ]
    if len(marks) != 1:
        return None
    middle = (marks[0].x0 + marks[0].x1) / 2
    _, status, said = min(heads, key=lambda head: abs(head[0] - middle))
    return status, said


_TICK = re.compile(r"[xXP✓✔☑☒√•]")


def _row_status(
    view: View, row: dict[int, Cell], marks: dict[str, set[str]], status: Status, said: Text | None
) -> tuple[Status, Text | None]:
    """What the presence columns of a row say."""
    absent, present = _filled(row, view.columns.get("absent")), _filled(row, view.columns.get("status"))
    if absent and fold(absent.text) not in marks["absent"] - {"a"}:
        return "absent", whole(absent.paragraphs[0])
    if present:
        word = present.text.strip().lower()
        for kind in ("apologies", "present", "absent"):
            if word in marks[kind] or fold(word) in marks[kind]:
                return kind, whole(present.paragraphs[0])  # type: ignore[return-value]  # the keys are statuses
        if word.startswith(("apolog", "excus", "regret")):
            return "apologies", whole(present.paragraphs[0])
        if word.startswith("absent"):
            return "absent", whole(present.paragraphs[0])
    elif view.columns.get("status") and "absent" not in view.columns and view.head:
        return "absent", said
    return status, said


def _take_role(person: Person, cell: Cell) -> None:
    """The role from a cell, with initials in brackets at its end taken out of it."""
    text = whole(cell.paragraphs[0])
    found = re.search(r"\s*\(([A-Z][A-Za-z]{0,4}[A-Z]|[A-Z]{1,6}\d?)\)\s*$", str(text))
    if found:
        person.abbreviation = person.abbreviation or fact(text[found.start(1) : found.end(1)])
        text = text[: found.start()]
    if text:
        person.role = fact(text)
