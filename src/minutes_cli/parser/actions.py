"""Actions: marked ("Action:", "[ ]"), listed in tables or under a heading, or worded as a task laid on someone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from minutes_cli.model.document import Cell
from minutes_cli.parser.draft import Action, Draft, Fact, fact
from minutes_cli.parser.headings import Candidate
from minutes_cli.parser.items import ends_record
from minutes_cli.parser.owners import Owners
from minutes_cli.parser.passages import Passage, Text, whole
from minutes_cli.parser.tables import View, fold
from minutes_cli.parser.when import meeting_day
from minutes_cli.profiles import Profile
from minutes_cli.text.dates import find_dates

_WHO = r"(?P<who>(?:[Tt]he\s+)?@?[A-Z][\w.’'@-]*(?:(?:\s*[,/&+]\s*|\s+and\s+|,\s*and\s+|\s+)(?:the\s+)?@?[A-Z(][\w.’')@-]*){0,7})"
_DUE_CUE = re.compile(
    r"\b(?:by|before|due|no later than|until|deadline:?|in time for|prior to|at|for|on|from|within)\s+(?P<term>(?:the\s+)?(?:end of (?:the\s+)?(?:week|month|year|day|january|february|"
    r"march|april|may|june|july|august|september|october|november|december)|next (?:meeting|week|month|board|council meeting)|(?:\d+|two|three|four|six) (?:days|weeks|months)))",
    re.IGNORECASE,
)
_ASAP = re.compile(r"\b(?:asap|as soon as possible|immediately|urgently)\b", re.IGNORECASE)
_DONE_TAIL = re.compile(
    r"\s*[-–—:(\[]*\s*\b(?P<state>DONE|COMPLETED?|CLOSED|Done|Completed?|Closed|Discharged)\b(?:\s+[\d/-]{4,10})?\W*$"
)


@dataclass
class Cues:
    """The profile's words for actions, as patterns."""

    profile: Profile
    marker: re.Pattern[str] = field(init=False)
    inner: re.Pattern[str] = field(init=False)
    verb: re.Pattern[str] = field(init=False)
    task: re.Pattern[str] = field(init=False)
    closed: re.Pattern[str] = field(init=False)
    open: re.Pattern[str] = field(init=False)

    def __post_init__(self) -> None:
        markers = self.profile.alternatives("actions.markers")
        verbs = self.profile.alternatives("actions.verbs")
        self.marker = re.compile(
            rf"^\W{{0,4}}(?:\d+\s*[-.)]\s*)?(?P<lead>[A-Z][\w]*\s+)?(?P<marker>{markers})\b"
            rf"(?P<ref>\s*(?:no\.?\s*|#\s*)?(?!\d{{4}}-\d\d)\d[\w/.]{{0,8}}(?=\s*[:.)\]–—-]|\s+[A-Z]))?"
            rf"(?P<info>\s*\([^)]{{1,60}}\)|(?:\s+(?:\d{{4}}-\d\d-\d\d|(?:on|for|by)?\s*[A-Z@][\w@/&-]*|and|,)){{0,6}}?(?:\s*-\s*[A-Z]{{4,9}})?)?\s*\]?\)?(?P<sep>[:–—-]+)\s*",
            re.IGNORECASE,
        )
        self.inner = re.compile(
            r"(?<=[.;)!?]\s)(?:ACTIONS?|Actions?)(?:\s+[Pp]oint)?(?:\s+\d[\w/]*)?\s*[:–—-]\s*(?=\S)"
        )
        self.verb = re.compile(rf"(?:{verbs})\b", re.IGNORECASE)
        not_verbs = r"(?!be\b|have\b|the\b|take (?:the )?(?:minutes|notes)\b)"
        self.task = re.compile(
            rf"^\W{{0,3}}{_WHO}(?:,\s[^,.;:]{{3,40}},?)?(?P<link>\s+(?:to|will|shall|is to|are to|is going to|agreed to|agrees to|volunteered to|offered to|undertook to|was asked to|"
            rf"were asked to|has agreed to|took an action(?: item)? to|has an action to|needs to|will be)\s+)(?:also |then |now |continue to )?{not_verbs}(?P<verb>(?:{verbs})\b|[a-z-]+\b)",
        )
        self.closed = re.compile(rf"\b(?:{self.profile.alternatives('actions.closed')})\b", re.IGNORECASE)
        self.open = re.compile(rf"\b(?:{self.profile.alternatives('actions.open')})\b", re.IGNORECASE)

    def state(self, words: str) -> str | None:
        """ "closed" or "open" where the words say so: what is "not complete" is open."""
        if self.open.search(words):
            return "open"
        if self.closed.search(words):
            return "closed"
        return None


def add_actions(
    draft: Draft, tables: Sequence[tuple[View, int]], headings: Sequence[Candidate], profile: Profile
) -> None:
    """Fill `draft.actions`, in the order of the document, each once."""
    cues, owners = Cues(profile), Owners(draft.people, profile)
    found: list[Action] = []
    for view, place in tables:
        if view.kind == "actions":
            found.extend(_of_table(draft, view, place, cues, owners))
        elif view.kind == "items" and "action" in view.columns:
            found.extend(_of_columns(draft, view, place, cues, owners))
    found.extend(_of_passages(draft, headings, cues, owners))
    found = _with_subjects(found, draft)
    day = meeting_day(draft)
    for action in sorted(found, key=lambda a: a.place):
        if action.due is None:
            _read_due(action, day)
        _add(draft.actions, action)


def _with_subjects(actions: list[Action], draft: Draft) -> list[Action]:
    """Settle markers that name nobody but the owner ("ACTION: SS").

    The sentence before one is the task; where a table lists the actions, the marker only tells at which item the row
    of the same owner with the likest wording arose.
    """
    rows = [a for a in actions if a.cue == "table"]
    kept = [a for a in actions if not a.margin]
    for action in actions:
        if not action.margin:
            continue
        if not rows:
            kept.append(action)
            continue
        names = sorted(o.value.lower() for o in action.owners)
        alike = [r for r in rows if sorted(o.value.lower() for o in r.owners) == names]
        said = " ".join(str(p) for p in draft.passages[max(0, action.place - 2) : action.place])
        best = max(alike, key=lambda r: _overlap(r.text.value, said), default=None)
        if best is not None and _overlap(best.text.value, said) >= _LEAST_OVERLAP:
            best.place, best.apart = action.place, False
            rows.remove(best)
    return kept


_LEAST_OVERLAP = 0.2


def _overlap(one: str, two: str) -> float:
    """Share of the longer words of the first text that the second has."""
    a, b = (set(re.findall(r"\w{4,}", t.lower())) for t in (one, two))
    return len(a & b) / len(a) if a else 0.0


def _add(actions: list[Action], action: Action) -> None:
    """Add it, or join it to the same action printed before: in a list and at its item."""
    for known in actions:
        if (known.listed or action.listed) and _same(known.text.value, action.text.value):
            listed, other = (action, known) if action.listed else (known, action)
            if not other.listed:
                listed.place, listed.apart = other.place, False
            listed.listed = listed.listed and other.listed
            listed.owners = listed.owners or other.owners
            listed.due, listed.due_text = listed.due or other.due, listed.due_text or other.due_text
            if other.state_fact and not listed.state_fact:
                listed.state, listed.state_fact = other.state, other.state_fact
            actions[actions.index(known)] = listed
            return
    actions.append(action)


def _same(one: str, two: str) -> bool:
    a, b = set(re.findall(r"\w+", one.lower())), set(re.findall(r"\w+", two.lower()))
    return bool(a and b) and 2 * len(a & b) / (len(a) + len(b)) >= 0.75


def _read_due(action: Action, day: date | None) -> None:
    """The date an action's own text gives for it."""
    text = action.text.quotes[0]
    value = str(text)
    for found in find_dates(value, after=day, default_year=day.year if day else None):
        before = value[: found.start].rstrip().lower()
        if (
            found.value
            and (day is None or found.value >= day)
            and re.search(r"\b(?:by|before|until|due|on|for|from|the|than|at|and|in|of|put on|,|\()$|^$", before)
        ):
            quote = text[found.start : found.end]
            action.due = Fact(
                found.value.isoformat(), (quote,), "derived" if found.inferred_year else "normalised", 0.85
            )
            action.due_text = fact(quote, confidence=0.85)
            return
    term = _DUE_CUE.search(value) or _ASAP.search(value)
    if term:
        action.due_text = fact(text[term.start() : term.end()], confidence=0.75)


# --- running text -----------------------------------------------------------------------------------------------------


def _of_passages(draft: Draft, headings: Sequence[Candidate], cues: Cues, owners: Owners) -> Iterator[Action]:
    """Marked, listed and worded actions among the passages."""
    heading_at = {c.passage.index: c for c in headings}
    lists = set(cues.profile.words("actions.lists"))
    in_list, in_item, list_level, group = False, False, 0, None
    passages = draft.passages
    previous: Action | None = None
    for position, passage in enumerate(passages):
        if passage.tabular:
            continue
        heading = heading_at.get(passage.index)
        text = heading.rest if heading is not None else passage.body
        if heading is not None or fold(str(passage.text)) in lists:
            title = fold(str(heading.title if heading is not None else passage.text))
            in_list = is_list_heading(title, lists)
            in_item = any(item.first == passage.index for item in draft.items)
            list_level, group, previous = passage.paragraph.level, None, None
            if ends_record(passage, cues.profile):
                in_list = False
            if in_list or not text:
                if heading is not None and heading.body and cues.marker.match(str(heading.body)) and not in_list:
                    yield from _marked(heading.body, passage, cues, owners)
                continue
        if not text:
            continue
        value = str(text)
        if in_list and (ends_record(passage, cues.profile) or _NEXT.match(value)):
            in_list = False
        if (
            previous is not None
            and len(value) < 60
            and (state := cues.state(value))
            and not cues.marker.match(value)
            and _is_status(value)
        ):
            previous.state, previous.state_fact = state, fact(text, state, 0.8)  # type: ignore[assignment]  # a state
            continue
        found = list(_marked(text, passage, cues, owners))
        for action in found if in_list else ():
            action.listed, action.apart = True, not in_item
        for action in found:
            if action.margin and position:
                action.text = fact(list(passages[position - 1].text.sentences())[-1], confidence=0.6)
        if not found and passage.paragraph.checked is not None:
            found = [_task(text, passage, "marker", cues, owners)]
            found[0].state = "closed" if passage.paragraph.checked else "open"
        if not found and in_list:
            deeper = _deeper(passage, previous, passages) if previous is not None else False
            if deeper and previous is not None and _read_under(previous, text, cues, owners):
                continue
            found, group = ([], group) if deeper else _in_list(passage, text, group, cues, owners, list_level)
            for action in found:
                action.apart = not in_item
        if not found and (heading is None or heading.rest is not heading.body):
            found = list(_worded(text, passage, cues, owners))
        for action in found:
            if text.struck:
                action.state = "closed"
            yield action
        previous = (
            found[-1]
            if found
            else (
                previous
                if previous is not None and passage.paragraph.level > passages[previous.place].paragraph.level
                else None
            )
        )


def is_list_heading(title: str, lists: set[str]) -> bool:
    """Whether a folded heading announces a list of actions: "Outstanding actions", "Review of action items"."""
    return title in lists or (
        len(title.split()) <= 6 and any(re.search(rf"\b{re.escape(p)}$", title) for p in lists if "action" in p)
    )


def _deeper(passage: Passage, previous: Action, passages: Sequence[Passage]) -> bool:
    """Whether a passage stands under the action before it in an indented list."""
    one, two = passages[previous.place].paragraph, passage.paragraph
    return two.level > one.level or two.indent > one.indent + 12


def _read_under(action: Action, text: Text, cues: Cues, owners: Owners) -> bool:
    """What a line under an action says of its state or new owner."""
    value = str(text)
    first = next(text.sentences(), text)
    state = cues.state(str(first)) if len(str(first).split()) <= 12 else None
    if state:
        action.state, action.state_fact = state, fact(first, state, 0.8)  # type: ignore[assignment]  # a state
    moved = re.match(r"^\W*(?:re-?assigned|passed|moved|given) to (?P<who>.{2,40}?)\.?$", value, re.IGNORECASE)
    if moved:
        action.owners = owners.split(text[moved.start("who") : moved.end("who")], 0.2) or action.owners
    return state is not None or moved is not None


def _is_status(value: str) -> bool:
    return len(value.split()) <= 6


def _marked(text: Text, passage: Passage, cues: Cues, owners: Owners) -> Iterator[Action]:
    """Actions behind a marker at the beginning of the text, or behind one inside it."""
    value = str(text)
    found = cues.marker.match(value)
    starts: list[tuple[int, int, re.Match[str] | None]] = []
    if found and _is_marker(found, value):
        starts.append((found.start(), found.end(), found))
    starts.extend(
        (m.start(), m.end(), None) for m in cues.inner.finditer(value) if not found or m.start() >= found.end()
    )
    for number, (_, begin, mark) in enumerate(starts):
        end = starts[number + 1][0] if number + 1 < len(starts) else len(value)
        body = text[begin:end]
        if not body or _is_decision(str(body)):
            continue
        action = _task(body, passage, "marker", cues, owners)
        if mark:
            _read_mark(action, text, mark, owners, cues)
        if not action.owners and len(str(body)) < 40 and (people := owners.split(body.strip(" ."), 0.6)):
            action.owners, action.margin = people, True
        if str(action.text.value):
            yield action


def _is_marker(found: re.Match[str], value: str) -> bool:
    """Whether the match is a marker and no sentence that begins with the word."""
    printed = found["marker"]
    if not printed[0].isupper() and not printed.startswith(("todo", "@")):
        return False
    info = (found["info"] or "").strip()
    if info and not info.startswith("(") and re.search(r"\b(?:and|on|for)$", info):
        return False
    if found["sep"] and found["sep"][0] in "–—-" and value[found.start("sep") - 1] != " " and info:
        return False
    return not (
        found["lead"]
        and found["lead"].strip().lower() in ("the", "an", "this", "legal", "no", "class", "court", "previous")
    )


_RECORDS_DECISION = re.compile(
    r"\s*(?:approved|denied|tabled|none|n/?a|nil|no action|motion|adjourned|granted|accepted)\b.{0,60}(?:;|$|motion)|"
    r".{0,120};\s*(?:motion|second|vote)\b",
    re.IGNORECASE,
)


def _is_decision(value: str) -> bool:
    """Whether a marker records a decision: "Action: Approved; Motion: …"."""
    return bool(_RECORDS_DECISION.match(value))


def _read_mark(action: Action, text: Text, mark: re.Match[str], owners: Owners, cues: Cues) -> None:
    if mark["ref"]:
        at = mark.start("ref")
        action.reference = fact(text[at : mark.end("ref")].strip(" #"))
    info = mark["info"] or ""
    lead = mark["lead"] or ""
    for group in ("info", "lead"):
        piece = {"info": info, "lead": lead}[group]
        if not piece.strip() or action.owners:
            continue
        stripped = re.sub(r"\d{4}-\d\d-\d\d|-\s*[A-Z]{4,9}\s*$", lambda m: " " * len(m[0]), piece)
        part = text[mark.start(group) : mark.end(group)]
        words = stripped.strip(" ()-")
        at = str(part).find(words) if words else -1
        if at >= 0:
            action.owners = owners.split(part[at : at + len(words)], 0.3)
    state = cues.state(info) if re.search(r"-\s*[A-Z]{4,9}\s*$", info) else None
    if state:
        action.state = state  # type: ignore[assignment]  # open or closed


def _task(text: Text, passage: Passage, cue: str, cues: Cues, owners: Owners) -> Action:
    """An action of `text`: its tail may say its state, its head who is to do it."""
    text, state, said = _without_state(text, cues)
    action = Action(fact(text, confidence=0.9), passage.index, cue)  # type: ignore[arg-type]  # one of the cues
    if state:
        action.state, action.state_fact = state, fact(said, state, 0.85) if said is not None else None  # type: ignore[assignment]
    found = cues.task.match(str(text))
    if found:
        action.owners = owners.split(text[found.start("who") : found.end("who")], 0.3)
    else:
        for sentence in list(text.sentences())[1:]:
            later = cues.task.match(str(sentence))
            if later and cues.verb.fullmatch(later["verb"]):
                action.owners = owners.split(sentence[later.start("who") : later.end("who")], 0.75)
                break
        named = _NAMED.match(str(text))
        if named:
            people = owners.split(text[named.start("who") : named.end("who")], 0.55)
            if people:
                action.owners = people
                action.text = fact(text[named.end() :], confidence=0.9)
        if not action.owners:
            tail = re.search(
                r"(?:[(\[](?P<a>[^()\[\]]{2,40})[)\]]|\s[–-]\s*(?P<b>[A-Z][\w/ &,.’'-]{1,30}))\s*\.?$", str(text)
            )
            if tail:
                which = "a" if tail["a"] else "b"
                people = owners.split(text[tail.start(which) : tail.end(which)], 0.75)
                if people:
                    action.owners = people
                    action.text = fact(text[: tail.start()], confidence=0.85)
    return action


_NEXT = re.compile(r"^\W*(?:date of (?:the )?)?next\b[^.]{0,30}\bmeeting", re.IGNORECASE)
_NAMED = re.compile(r"^(?P<who>[^:]{2,40}?)\s*(?:::|:|\s[–-]\s|->)\s*(?=\S)")


def _without_state(text: Text, cues: Cues) -> tuple[Text, str | None, Text | None]:
    """Cut a status off the end: " - DONE", "Complete.", "Not yet concluded, to be carried over."."""
    tail = _DONE_TAIL.search(str(text))
    if tail and tail.start() > 8:
        before = str(text)[: tail.start()].rstrip()
        if not re.search(r"\b(?:be|is|not|been|get|are)$", before, re.IGNORECASE):
            return text[: tail.start()], "closed", text[tail.start("state") : tail.end("state")]
    sentences = list(text.sentences())
    state = said = None
    while len(sentences) > 1:
        last = str(sentences[-1])
        now = cues.state(last) if len(last.split()) <= 9 else None
        if now is None:
            break
        state, said = now, sentences.pop()
    end = sentences[-1].end - text.start if sentences else len(text)
    return text[:end], state, said


def _in_list(
    passage: Passage, text: Text, group: Text | None, cues: Cues, owners: Owners, level: int
) -> tuple[list[Action], Text | None]:
    """An entry of a list of actions; a line that only names someone heads the entries under it."""
    value = str(text)
    marked = (
        bool(passage.label)
        or passage.paragraph.checked is not None
        or text.start > passage.text.start
        or passage.view is not None
    )
    if (
        len(value) < 45
        and (value.rstrip().endswith(":") or text.strong or not passage.label)
        and owners.split(text.strip(" :"), 0.6)
    ):
        return [], text.strip(" :")
    if re.match(r"^\W*(?:none|nil|n/?a|no (?:new )?actions?)\b", value, re.IGNORECASE):
        return [], group
    if not marked and not cues.task.match(value) and group is None and not _NAMED.match(value):
        return [], group
    if passage.paragraph.level > level + 1 and not cues.task.match(value):
        return [], group
    action = _task(text, passage, "heading", cues, owners)
    if not action.owners and group is None and not cues.verb.match(str(action.text.value)):
        return [], group
    action.listed = True
    if not action.owners and group is not None:
        action.owners = owners.split(group, 0.3)
    return [action], group


_REPORTED = re.compile(
    r"^(?:It was (?:agreed|decided|suggested|resolved|requested) that\s+)?" + _WHO + r"(?:\s*,[^,.]{3,60},)?\s+"
    r"(?:said|stated|indicated|confirmed|advised|added|noted|promised|agreed|suggested|offered)\s+(?:that\s+)?"
    r"(?:he|she|they|s/he|he/she|he[’']ll|she[’']ll|I)\s*(?:would|will|could|[’']ll)?\s+(?P<verb>[a-z-]+)",
)
_AGREED = re.compile(
    r"^(?:It was (?:agreed|decided|suggested|requested|noted)(?: that)?|(?:The \w+|Members|All|We|Council(?:lors)?) (?:agreed|suggested|requested|asked) (?:that )?)\s*"
    r"(?P<who>(?:the\s+)?[A-Za-z@][\w.’'-]*(?:(?:\s*[,/&]\s*|\s+and\s+|\s+)(?:the\s+)?[A-Z][\w.’'-]*){0,4})\s+(?:to|will|would|should|(?=[a-z]+\b))\s*(?P<verb>[a-z-]+)",
)
_ASKED = re.compile(
    r"\b(?:asked|requested|instructed|directed|tasked)\s+(?:that\s+)?(?P<who>(?:[Tt]he\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*){0,3}|the clerk|the secretary)\s+to\s+(?P<verb>[a-z-]+)"
)


def _worded(text: Text, passage: Passage, cues: Cues, owners: Owners) -> Iterator[Action]:
    """Sentences that lay a task on somebody known."""
    for sentence in text.sentences():
        value = str(sentence)
        if len(value) > 600 or value.endswith("?"):
            continue
        for pattern, least, confidence in ((cues.task, 0.7, 0.7), (_REPORTED, 0.9, 0.55), (_AGREED, 0.7, 0.6)):
            found = pattern.match(value)
            if not found or not cues.verb.fullmatch(found["verb"]):
                continue
            kind = (
                "would"
                if pattern is _REPORTED
                else "agreed"
                if pattern is _AGREED
                else "will"
                if "will" in found["link"]
                else "to"
            )
            if kind not in cues.profile.words("actions.worded"):
                continue
            people = owners.split(sentence[found.start("who") : found.end("who")], least)
            if not people:
                continue
            action = Action(fact(sentence, confidence=confidence), passage.index, "wording", people)
            yield action
            break


# --- tables -----------------------------------------------------------------------------------------------------------


def _of_table(draft: Draft, view: View, place: int, cues: Cues, owners: Owners) -> Iterator[Action]:
    """One action a row."""
    item = draft.item_at(place)
    apart = item is None or (item.number is None and item.last - item.first > 1) or _announced(draft, place, cues)
    for row in view.rows:
        cell = view.cell(row, "action")
        text = _cell_text(cell)
        if (
            text is None
            or not any(c.isalpha() for c in str(text))
            or re.match(r"^\W*(?:none|nil|n/?a)\W*$", str(text), re.IGNORECASE)
        ):
            continue
        if fold(str(text)) in cues.profile.words("actions.column_text") or (
            len([c for c in row.values() if c.text.strip()]) == 1 and view.table.columns > 2
        ):
            continue
        action = _task(text, Passage(text, place), "table", cues, owners)
        action.listed, action.place, action.apart = True, place, apart
        _read_cells(action, view, row, cues, owners)
        yield action


def _announced(draft: Draft, place: int, cues: Cues) -> bool:
    """Whether a heading that is no item stands right above a table: "Appendix A – Action log"."""
    words = [*cues.profile.words("actions.lists"), *cues.profile.words("items.closing")]
    item = draft.item_at(place)
    for passage in draft.passages[max(0, place - 2) : place]:
        if item is not None and passage.index <= item.first:
            continue
        title = fold(str(passage.text))
        if len(title) < 80 and any(title.startswith(w) or title.endswith(w) for w in words):
            return True
    return False


def _cell_text(cell: Cell | None) -> Text | None:
    """The cell's first paragraph; further ones rarely belong to the task itself."""
    if cell is None:
        return None
    for paragraph in cell.paragraphs:
        text = whole(paragraph)
        if text:
            return text
    return None


def _read_cells(action: Action, view: View, row: dict[int, Cell], cues: Cues, owners: Owners) -> None:
    who, due, state, reference = (_cell_text(view.cell(row, k)) for k in ("owner", "due", "state", "reference"))
    if who is not None:
        people = owners.split(who, 0.2)
        action.owners = people or [fact(who, confidence=0.6)]
    if due is not None and re.search(r"\w", str(due)):
        found = next((d for d in find_dates(str(due)) if d.value), None)
        if found and found.value:
            action.due = fact(due[found.start : found.end], found.value.isoformat(), 0.92)
        said = cues.state(str(due))
        action.due_text = fact(due) if not said else None
        if said:
            action.state, action.state_fact = said, fact(due, said)  # type: ignore[assignment]
    if state is not None:
        said = cues.state(" ".join(str(whole(p)) for p in view.cell(row, "state").paragraphs))  # type: ignore[union-attr]  # it has text
        if said:
            action.state, action.state_fact = said, fact(state, said)  # type: ignore[assignment]
    for cell in row.values():
        if (
            cell.text.strip()
            and action.state_fact is None
            and len(cell.text) < 60
            and cell is not view.cell(row, "action")
        ):
            said = "closed" if cues.closed.match(cell.text.strip()) and not cues.open.search(cell.text) else None
            if said:
                action.state, action.state_fact = "closed", fact(whole(cell.paragraphs[0]), "closed")
    if reference is not None and len(str(reference)) < 20:
        action.reference = fact(reference)


def _of_columns(draft: Draft, view: View, place: int, cues: Cues, owners: Owners) -> Iterator[Action]:
    """A record whose rows have columns for the task, its owner and its date beside the discussion."""
    for row in view.rows:
        text, who = _cell_text(view.cell(row, "action")), _cell_text(view.cell(row, "owner"))
        if text is None or who is None:
            continue
        at = next((p.index for p in draft.passages if p.view is view and p.row == next(iter(row.values())).row), place)
        action = _task(text, Passage(text, at), "table", cues, owners)
        action.place = at
        _read_cells(action, view, row, cues, owners)
        yield action
