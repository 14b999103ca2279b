"""One entry of an attendance list to a person: name, role, initials, and whatever mark stands behind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.model.minutes import Status
from minutes_cli.parser.draft import Fact, Person, fact
from minutes_cli.parser.passages import Text
from minutes_cli.text.names import initials_forms, looks_like_name, may_be_name, split_entry, split_people, strip_title

NOBODY = re.compile(
    r"^\W*(?:none|nil|n/?a|no(?:ne| one| apologies| members?| absences?)?\b.{0,60}|not applicable|"
    r"all (?:members )?present|as above|"
    r"\d+ (?:attendees|members|others).*|there were (?:no|none)\b.*)\W*$",
    re.IGNORECASE,
)
_UNNAMED = re.compile(
    r"\b(?:public|residents|members of|others|observers|press|attendees|people|parishioners|students)\b|"
    r"^\W*\d+\s|^and\s+\d+",
    re.IGNORECASE,
)
_LONGEST_ENTRY = 160
# This many lines of a list may name nobody before the list is taken to be over.
_MOST_FAILURES = 2
_MARK = re.compile(r"[\s,_.]+(?P<mark>[XxAP✓✔☑☒√]|Present|Absent|Excused|present|absent|excused)\W*$")
_INITIALS_BETWEEN = re.compile(r"^(?P<name>(?:[\w.’'-]+\s+){1,4}?)(?P<short>[A-Z]{2,4})\s+(?P<role>[A-Z].+)$")


_PRESIDING = re.compile(
    r"^(?P<name>.{3,60}?)[,\s(]+(?P<role>(?:was |is )?(?:in the chair|presiding|chairing))\W*$", re.IGNORECASE
)


# "Jane Roe @jroe (TSC)": open-source projects put the account behind the name.
_HANDLE = re.compile(r"^(?P<name>[^@()]{3,40}?)\s+\(?@[\w-]{1,39}\)?\s*(?:[(–-]\s*(?P<role>[^()]{2,60})\)?)?$")


# "Jane Roe (JR, Chair)"
_SHORT_AND_ROLE = re.compile(
    r"^(?P<name>[^()]{3,50}?)\s*\((?P<short>[A-Z][A-Za-z]{0,3}[A-Z]),\s*(?P<role>[^()]{2,60})\)\W*$"
)


def read_entry(text: Text, status: Status, status_text: Text, place: int, role: Fact | None = None) -> Person | None:
    """The person one entry of a list names, or None where it names nobody; a mark behind it gives the status."""
    value = _PLACE_TITLE.sub(lambda m: " " * len(m[0]), str(text))
    if not value or len(value) > _LONGEST_ENTRY or NOBODY.match(value):
        return None
    mark = _MARK.search(value)
    if mark and mark.start() > 3:
        status = _marked_status(mark["mark"], status)
        person = _read_person(text[: mark.start()], status, text, place, role)
        if person:
            person.status_fact = fact(text.group(mark, "mark"), status, grade="normalised", rule="attendance.mark")
        return person
    return _read_person(text, status, status_text, place, role)


def _read_person(text: Text, status: Status, status_text: Text, place: int, role: Fact | None) -> Person | None:
    """The person of an entry, in each of the forms that put name, initials and role together."""
    value = _PLACE_TITLE.sub(lambda m: " " * len(m[0]), str(text))
    between = _INITIALS_BETWEEN.match(value)
    if between and between["short"] in initials_forms(strip_title(between["name"].strip())[0]):
        # columns whose gaps were lost: "Jane Roe JR Head of Legal Services"
        person = read_entry(text[: between.end("name")], status, status_text, place)
        if person:
            person.abbreviation = fact(text.group(between, "short"), rule="attendance.abbreviation.between")
            person.role = fact(text.group(between, "role"), rule="attendance.role.behind")
            return person
    handle = _HANDLE.match(value)
    if handle:
        person = read_entry(text[: handle.end("name")], status, status_text, place, role)
        if person and handle["role"]:
            person.role = fact(text.group(handle, "role"), rule="attendance.role.behind")
        return person
    bracket = _SHORT_AND_ROLE.match(value)
    if bracket:
        person = read_entry(text[: bracket.end("name")], status, status_text, place)
        if person:
            person.abbreviation = fact(text.group(bracket, "short"), rule="attendance.abbreviation.bracket")
            person.role = fact(text.group(bracket, "role"), rule="attendance.role.bracket")
        return person
    presiding = _PRESIDING.match(value)
    if presiding:
        role = fact(text.group(presiding, "role"), rule="attendance.role.in_the_chair")
        text = text[: presiding.end("name")]
        value = str(text)
    entry = split_entry(value)
    name = text[entry.name[0] : entry.name[1]]
    if not name or looks_like_name(str(name)) < 0.3 or _UNNAMED.search(str(name)):
        return None
    person = Person(
        fact(name),
        status,
        fact(
            status_text,
            status,
            grade="normalised",
        ),
        place=place,
    )
    if entry.role:
        role_text = text[entry.role[0] : entry.role[1]]
        person.role = fact(role_text, rule="attendance.role.behind") if role_text else None
    person.role = person.role or role
    if entry.abbreviation:
        person.abbreviation = fact(
            text[entry.abbreviation[0] : entry.abbreviation[1]], rule="attendance.abbreviation.bracket"
        )
    if entry.notes:
        notes = [text[start:end] for start, end in entry.notes]
        printed = "; ".join(" ".join(str(note).split()) for note in notes)
        person.note = Fact(printed, tuple(notes), rule="attendance.note")
    return person


def read_odd(text: Text, status: Status, status_text: Text, place: int) -> Person | None:
    """The person of a cell that is one name, though its characters are not those of names known here."""
    text = text.strip(" ")
    value = str(text)
    if not may_be_name(value) or NOBODY.match(value) or _UNNAMED.search(value):
        return None
    return Person(fact(text), status, fact(status_text, status, grade="normalised"), place=place)


def read_pair(text: Text, status: Status, status_text: Text, place: int) -> Person | None:
    """The person of an entry that is a name, a comma and where they come from: "Jane Roe, Acme Systems"."""
    comma = str(text).find(",")
    person = read_entry(text[:comma], status, status_text, place) if comma > 0 else None
    if person is not None and person.role is None and comma + 1 < len(text):
        person.role = fact(text[comma + 1 :].strip(" ."), rule="attendance.role.behind")
    return person


def _marked_status(mark: str, status: Status) -> Status:
    if mark.lower() == "excused":
        return "apologies"
    return "absent" if mark.lower() in ("a", "absent") else "present" if status in ("absent", "apologies") else status


# Accounts and names in a chat: "@jroe", "Jane_Roe", "plh", "jroe (61)", "jroe[late]".
_NICK = re.compile(r"^@?(?P<name>[^\W_][\w.|-]{1,29})(?:\s?[(\[][\w +-]{1,20}[)\]])?$")
# A line of such names, and no sentence: so many, some of which can be nothing else.
_LEAST_NICKS = 3
_ONLY_NICK = re.compile(r"^@|^[a-z]|_|[a-z][A-Z]")


def _nicks(value: str) -> list[tuple[int, int]]:
    """Spans of the names in a list of nothing but names from a chat; [] for any other text."""
    spans, at = [], 0
    for cut in [*re.finditer(r",\s*", value), None]:
        end = cut.start() if cut else len(value)
        found = _NICK.match(value[at:end].strip())
        if not found:
            return []
        at += len(value[at:end]) - len(value[at:end].lstrip())
        spans.append((at, at + found.end("name")))
        at = cut.end() if cut else end
    names = [value[a:b] for a, b in spans]
    sure = len(names) == 1 and (value.startswith("@") or re.search(r"\(\d+\)$", value) or "_" in value)
    return spans if sure or (len(names) >= _LEAST_NICKS and any(_ONLY_NICK.search(n) for n in names)) else []


def people_in(text: Text, status: Status, status_text: Text, place: int, role: Fact | None = None) -> Iterator[Person]:
    """The people a text lists, one a line or separated in prose."""
    text = text.strip('"“”')
    if nicks := _nicks(str(text).strip(" .*")):
        at = len(str(text)) - len(str(text).lstrip(" .*"))
        for start, end in nicks:
            name = fact(text[at + start : at + end])
            yield Person(name, status, fact(status_text, status, grade="normalised"), role, place=place)
        return
    for part in _by_titles(text):
        value = _PLACE_TITLE.sub(lambda m: " " * len(m[0]), str(part))
        for start, end in _plain_list(value) or split_people(value):
            person = read_entry(part[start:end], status, status_text, place, role)
            if person:
                yield person


# "District Cllr Roe" is no organisation.
_PLACE_TITLE = re.compile(
    r"\b(?:County|District|Borough|Parish|Town|City|Ward|Unitary)\s+(?=(?:Cllr|Councillor)\s+[A-Z])"
)


def _plain_list(value: str) -> list[tuple[int, int]]:
    """The entries of a list of nothing but names, first names among them: "Ann Lee (AL), Bob Poe, Yusuf"."""
    if value.count(",") < _LEAST_COMMAS or ";" in value:
        return []
    spans, at = [], 0
    for cut in [*re.finditer(r",\s+(?:and\s+)?|\s+and\s+|\s+&\s+", value), None]:
        end = cut.start() if cut else len(value)
        spans.append((at, end))
        at = cut.end() if cut else end
    names = [_BESIDE.sub("", value[a:b]).strip(" .") for a, b in spans]
    if any("(" in n or ")" in n for n in names) or not all(looks_like_name(n) >= 0.4 for n in names):
        return []
    return spans


_LEAST_COMMAS = 2
# What may stand beside a name in such a list: "Ann (AL)", "Ann - chair".
_BESIDE = re.compile(r"\([^()]*\)|\s?[–-]\s[a-z][a-z ]{2,20}$")


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
        two = _TWO_NAMES.match(value[at:cut])
        for end in (at + two.end("first"), cut) if two else (cut,):
            yield text[at:end]
            at = end


# Of four words behind a title the last two name somebody without one: "Cllr Ann Roe Bob Poe (Clerk)".
_TWO_NAMES = re.compile(
    r"^\s*(?P<first>(?:Cllr|Councillor|Mrs|Mr|Ms|Dr)\.?(?: [A-Z][a-z]+){2})(?: [A-Z][a-z]+){2}\W*(?:\(|$)"
)


def people_in_lines(text: Text, status: Status, said: Text, place: int, role: Fact | None = None) -> Iterator[Person]:
    """A paragraph's people: entries by line where each line is one, else as prose."""
    lines = list(text.lines())
    if len(lines) > 1 and all(
        looks_like_name(re.split(r"[,(–]", str(line), maxsplit=1)[0].strip()) >= 0.55 for line in lines
    ):
        for line in lines:
            yield from people_in(line, status, said, place, role)
    else:
        yield from people_in(text, status, said, place, role)
