"""Who came, who sent apologies, who was absent.

Labels ("Present:", "Apologies for absence") give the status of what follows them: lists, prose, cells. Tables with a
column of names are read row by row.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise, takewhile

from minutes_cli.model.minutes import Status
from minutes_cli.parser.attendance_tables import people_in_table
from minutes_cli.parser.candidates import Candidate
from minutes_cli.parser.draft import Draft, Fact, Person, fact
from minutes_cli.parser.entries import NOBODY, people_in, people_in_lines, read_pair
from minutes_cli.parser.items import ends_record
from minutes_cli.parser.labels import Label, Labels
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.parser.tables import View, fold
from minutes_cli.profiles import Profile
from minutes_cli.text.names import looks_like_name, same_person, strip_title
from minutes_cli.text.numbering import find_number

# This many lines of a list may name nobody before the list is taken to be over.
_MOST_FAILURES = 2


def add_people(
    draft: Draft, tables: Sequence[tuple[View, int]], headings: Sequence[Candidate], profile: Profile
) -> None:
    """Fill `draft.people` from tables, labelled lists and sentences, in the order of the document."""
    labels = Labels(profile)
    found: list[Person] = []
    for view, place in tables:
        if view.kind in ("attendance", "people", "fields"):
            how = _TABLES[view.kind]
            found.extend(_read_by(how, people_in_table(view, place, labels, profile)))
    found.extend(_read_by("attendance.list", _of_passages(draft.passages, headings, labels, profile)))
    found.extend(_read_by("attendance.sentence", _of_sentences(draft.passages)))
    if not any(p.status in ("present", "in_attendance") for p in found):
        found.extend(_read_by("attendance.unlabelled", _unlabelled(draft.passages[:_UNLABELLED_PASSAGES], labels)))
    found.sort(key=lambda p: p.place)
    for person in found:
        _merge(draft.people, person)
    if draft.people and not any(p.status == "present" for p in draft.people):
        for person in draft.people:
            if person.status == "in_attendance":
                person.status = "present"


# The rule that reads a table of each kind: a person a row, people under heads, a label beside a cell of people.
_TABLES = {"attendance": "attendance.table", "people": "attendance.columns", "fields": "attendance.cell"}


def _read_by(rule: str, people: Iterable[Person]) -> Iterator[Person]:
    """The people, with the rule by which name and status were read; a mark of its own may have given the status."""
    for person in people:
        person.name = replace(person.name, rule=rule)
        if not person.status_fact.rule:
            person.status_fact = replace(person.status_fact, rule=f"{rule}.status")
        yield person


def _merge(people: list[Person], person: Person) -> None:
    """Add a person, or what is new of one already known: apologies win over a membership list."""
    for known in people:
        if same_person(known.name.value, person.name.value):
            if person.status in ("apologies", "absent") and known.status != person.status:
                known.status, known.status_fact = person.status, person.status_fact
            known.role = known.role or person.role
            known.abbreviation = known.abbreviation or person.abbreviation
            known.note = known.note or person.note
            return
    people.append(person)


_WITH_INITIALS = re.compile(r"^[^(]{3,50}\([A-Z][A-Za-z]{0,3}[A-Z]\)")
# So many lines of name and initials before the first item are an attendance list, whatever stands above them.
_LEAST_UNLABELLED = 3


def _unlabelled(passages: Sequence[Passage], labels: Labels) -> Iterator[Person]:
    """A list of people without a label, told by the initials in brackets behind the names."""
    found: list[Person] = []
    group: Fact | None = None
    for passage in passages:
        value = str(passage.text)
        if passage.tabular or len(value) > 160:
            continue
        label = labels.at_start(value)
        if label and label.status in ("apologies", "absent"):
            # a list of its own, whose people are of no group above it
            group = None
            continue
        if _WITH_INITIALS.match(value) or _is_full_name(value):
            found.extend(people_in(passage.text, "present", passage.text, passage.index, group))
        elif found or _is_group(passage.text, False):
            if _is_group(passage.text, False) or (passage.text.strong and _may_be_group(value)):
                group = fact(passage.text.strip(" :"), rule="attendance.role.group")
            elif looks_like_name(re.split(r"[,(–]", value, maxsplit=1)[0].strip()) >= 0.7:
                found.extend(people_in(passage.text, "present", passage.text, passage.index, group))
    names = [p.place for p in found]
    together = sum(1 for a, b in pairwise(names) if b - a == 1)
    if sum(p.abbreviation is not None for p in found) >= _LEAST_UNLABELLED or together >= _LEAST_TOGETHER:
        yield from found


def _is_full_name(value: str) -> bool:
    return 2 <= len(value.split()) <= 3 and not value.isupper() and looks_like_name(value) >= 0.85


# So many full names, a line each and one under the other, are people and no headings.
_LEAST_TOGETHER = 4
_UNLABELLED_PASSAGES = 25


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
    not_groups = {
        w
        for key in ("date", "time", "venue", "end_time", "minute_taker", "body", "title")
        for w in profile.words(f"meeting.{key}")
    }
    fields = {*profile.words("meeting.chair"), *profile.words("meeting.minute_taker"), *profile.words("meeting.date")}
    failed, listed_by_number, in_pairs, whole_list = 0, False, False, False
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
            listed_by_number = _is_numbered(passages, passage.index + 1)
            in_pairs = _are_pairs(passages, passage.index + 1)
            chair = re.search(r"in the chair", str(label_text), re.IGNORECASE)
            if chair:
                group = fact(label_text.group(chair), rule="attendance.role.in_the_chair")
            named = list(_segments(text[label.end :], label, label_text, labels, passage.index, group))
            yield from named
            whole_list = len(named) >= _WHOLE_LIST
            continue
        if current is None or label_text is None:
            continue
        if whole_list and (heading is not None or not _is_titled(value)):
            current = None
            continue
        if fold(value) in fields:
            current = None
            continue
        inner_group = _GROUP_IN_LINE.match(value) if heading is None or heading.rest else None
        came = current.status in ("present", "in_attendance")
        if inner_group and came and fold(inner_group["group"]) not in not_groups:
            said = text.group(inner_group, "group")
            # "Directors" are the members of a board, but among its officers they are a rank
            says_nothing = fold(str(said)) in plain and (current.status == "present" or fold(str(said)) in _ANYBODY)
            of_group = None if says_nothing else fact(said, rule="attendance.role.group")
            people = list(
                people_in(text.group(inner_group, "rest").strip(" ."), current.status, said, passage.index, of_group)
            )
            if people:
                failed = 0
                yield from people
                continue
        if (
            in_pairs
            and passage.paragraph.label
            and (pair := read_pair(text, current.status, label_text, passage.index))
        ):
            yield pair
            continue
        level = passage.paragraph.heading
        ranks_below = level is None or level > (label_text.paragraph.heading or 0) > 0
        if _is_group(text, heading is not None) and ranks_below:
            name = fold(value)
            inner = labels.at_start(value)
            group = None if name in plain or inner else fact(text.strip(" :"), rule="attendance.role.group")
            continue
        number = find_number(value)
        if (
            heading is not None
            or _is_prose(value)
            or ends_record(passage, profile)
            or (number is not None and number.marked and not listed_by_number)
        ):
            current = None
            continue
        people = list(_entries_of(passage, current.status, label_text, group))
        if not people and _may_be_group(value):
            group = None if fold(value) in plain else fact(text, rule="attendance.role.group")
        failed = 0 if people or NOBODY.match(value) else failed + 1
        if failed > _MOST_FAILURES:
            current = None
        yield from people


_ANYBODY = frozenset(("staff", "officers", "others", "guests", "visitors", "public", "observers", "attendees"))
# "Directors: Ann Lee, Bob Poe" below "Present:"
_GROUP_IN_LINE = re.compile(r"^(?P<group>[A-Z][\w’'&/ -]{2,40}):\s+(?P<rest>[A-Z].{3,600})$")


def _are_pairs(passages: Sequence[Passage], start: int) -> bool:
    """Whether each entry of the list with bullets from `start` is a name and, behind a comma, where they come from."""
    entries = [str(p.text) for p in takewhile(lambda p: bool(p.paragraph.label) and not p.tabular, passages[start:])]
    pairs = sum(entry.count(",") == 1 and ";" not in entry for entry in entries)
    return len(entries) >= _LEAST_PAIRS and pairs >= (
        _MOSTLY_PAIRS * len(entries) if len(entries) > _LEAST_PAIRS else 2
    )


_LEAST_PAIRS = 2
_MOSTLY_PAIRS = 0.7


def _is_numbered(passages: Sequence[Passage], start: int) -> bool:
    """Whether the entries of a list are numbered themselves: its first two are."""
    numbers = [find_number(str(p.text)) for p in passages[start : start + 2]]
    return len(numbers) == 2 and all(n is not None and n.marked for n in numbers)


def _may_be_group(value: str) -> bool:
    """A line of its own among people that names nobody: an office, an organisation."""
    return 3 < len(value) < 70 and value[0].isupper() and not re.search(r"[,;.\d]", value) and not NOBODY.match(value)


def _entries_of(passage: Passage, status: Status, label: Text, group: Fact | None) -> Iterator[Person]:
    yield from people_in_lines(passage.text, status, label, passage.index, group)


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
        for lead in (_EVERYBODY, _RECEIVED):
            said_first = lead.match(str(part))
            part = part[said_first.end() :] if said_first else part
        for sentence in part.sentences():
            if _is_prose(str(sentence)) and not re.search(r"[,;]", str(sentence)):
                continue
            yield from people_in(sentence.strip(" ."), kind.status, said, place, group if kind is label else None)


_EVERYBODY = re.compile(r"^\W*all (?:members |directors |trustees )?(?:were )?present\s*[-–:,]\s*", re.IGNORECASE)
# "Apologies for absence: were received from Ann Roe"
_RECEIVED = re.compile(
    r"^\W*(?:have been |had been |was |were )?(?:received|accepted|noted|given|sent)\s+(?:and \w+ )?"
    r"(?:from|by|for)\b:?\s*",
    re.IGNORECASE,
)
# A label with so many people behind it on its own line has its whole list there, but for lines that begin with a title.
_WHOLE_LIST = 3
_LONGEST_TITLED = 40


def _is_titled(value: str) -> bool:
    """Whether a line begins with somebody's title: "Ms. Jane Roe. Superintendent J. Poe"."""
    return bool(strip_title(value[:_LONGEST_TITLED])[1]) and not _is_prose(value)


def _is_prose_label(value: str, label: Label) -> bool:
    """A sentence that only begins like a label: "Members noted that…"."""
    rest = value[label.end :]
    return (
        bool(re.match(r"\s*(?:noted|agreed|asked|were|was|discussed|received|to)\b", rest))
        and ":" not in value[: label.end]
    )


def _is_prose(value: str) -> bool:
    words = value.split()
    return (
        (len(words) > 9 or (len(words) > 4 and words[-1].endswith(".")))
        and bool(re.search(r"\b(?:was|were|said|that|will|the meeting|has|have|which|is|are)\b", value))
        and ";" not in value
    )


def _is_group(text: Text, is_heading: bool) -> bool:
    """A line that names a group of the people under it: an office, an organisation, "Members"."""
    value = str(text)
    return (
        len(value) < 70
        and not value.startswith("@")
        and (
            value.rstrip().endswith(":")
            or ((is_heading or text.strong) and looks_like_name(re.split(r"[,(–]", value, maxsplit=1)[0].strip()) < 0.6)
        )
    )


_APOLOGIES = re.compile(
    r"\b(?:apologies|regrets)\b[^.:;]{0,60}?\b(?:from|for|by)\b:?\s+(?P<who>[^:]{3,300}?)(?=\.(?:\s|$)|$)|"
    r"^(?P<sent>[^.:]{3,80}?)\s+(?:sent|gave|had sent|has sent|sends)\s+(?:his |her |their )?(?:apologies|regrets)|"
    r"^(?P<excused>[^.:]{3,80}?)\s+(?:was|were)\s+(?:excused|excused absent|absent with apologies)",
    re.IGNORECASE,
)
_ATTENDED = re.compile(
    r"^(?:[\w’',& -]{0,40}?\b)(?:in attendance|present|attending|participating)\s+(?:were|was|included|"
    r"are)\s*:?\s+(?P<who>.{5,2000})$|"
    r"^(?P<also>[A-Z](?:[^.;:]|(?<=\b[A-Z])\.|(?<=\bCllr)\.|(?<=\bCllrs)\.|(?<=\bMr)\.|(?<=\bMrs)\.|(?<=\bMs)\.|"
    r"(?<=\bDr)\.){3,160}?)\s+(?:(?:was|were)\s+(?:also\s+)?(?:present|in attendance)\b|also\s+(?:attended|joined)\b)"
    r"[^.]{0,30}\.?$|"
    r"^(?P<plain>[A-Z][^.;:]{2,160}?)\s+present\.?$",
    re.IGNORECASE,
)
_ALSO = re.compile(r"\balso\b|in attendance", re.IGNORECASE)


_WORDS_OF_SENTENCES = ("apolog", "regrets", "excused", "attend", "present")


def _of_sentences(passages: Sequence[Passage]) -> Iterator[Person]:
    """People in sentences anywhere: "Apologies were received from…", "In attendance were…"."""
    for passage in passages:
        if passage.tabular:
            continue
        value = str(passage.text)
        low = value.lower()
        if not any(word in low for word in _WORDS_OF_SENTENCES):
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
                which = next(k for k in ("who", "also", "plain") if found[k])
                part = sentence[found.start(which) : found.end(which)].strip(" .")
                status: Status = "in_attendance" if _ALSO.search(said) else "present"
                if which == "who":
                    yield from people_in(part, status, sentence[: found.start(which)], passage.index)
                elif not re.search(r"\b(?:quorum|members?|all|no|there|who|that)\b", str(part), re.IGNORECASE):
                    yield from _named(part, status, sentence, passage.index)


def _named(text: Text, status: Status, sentence: Text, place: int) -> Iterator[Person]:
    for person in people_in(text.strip(" ."), status, sentence, place):
        if looks_like_name(person.name.value) >= (0.35 if person.name.value != str(text) else 0.5):
            yield person
