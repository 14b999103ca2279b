"""From headings to agenda items: which headings count, what stands under each, and its pillars."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minutes_cli.parser.action_cues import is_list_heading
from minutes_cli.parser.candidates import Candidate
from minutes_cli.parser.draft import Draft, Fact, Item, fact
from minutes_cli.parser.labels import Labels
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.parser.plan_names import plan_names
from minutes_cli.parser.tables import fold
from minutes_cli.profiles import Profile
from minutes_cli.text.dates import find_dates
from minutes_cli.text.names import looks_like_name

_TIMING = re.compile(
    r"\s*[(\[]?\b(?:\d{1,3}\s*(?:min(?:ute)?s?|mins?)\b\.?|"
    r"\d{1,2}[:.]\d{2}\s*(?:[–-]\s*\d{1,2}[:.]\d{2})?\s*(?:am|pm)?)[)\]]?\s*$",
    re.IGNORECASE,
)
# "(chairs, 5 min)"
_TIMED_BRACKET = re.compile(r"\s*\([^()]{0,60}\b\d{1,3}\s?min(?:ute)?s?\.?\)\s*$", re.IGNORECASE)
_BRACKET = re.compile(r"\s*[(\[]([^()\[\]]{2,60})[)\]]\s*[.:]?\s*$")
# A line that stands this often as a heading is a label ("Response"), not an item.
_LABEL_TIMES = 3
_ABOUT_ACTIONS = re.compile(r"\bactions?\b|\bto-?\s?dos?\b")
# More headings than this set alike are the ranks of a document.
_RANK = 3
# So many numbered headings are the document's own count of its items; a "1." again and again is one too.
_RUN = 3
_TAIL = " .:;–—-\t•|"


def add_items(draft: Draft, headings: Sequence[Candidate], profile: Profile) -> None:
    """Make the items of `headings`, with the passages under each as their paragraphs."""
    came = _first_cue(draft.passages, _WHO_CAME, profile)
    kept = _without_strangers(headings, profile, _head_ends(draft.passages, profile), came)
    tags = _bracket_tags(kept, profile)
    for candidate in kept:
        title, pillars = _title(candidate, tags, profile)
        if not title:
            continue
        number = None
        if candidate.number is not None:
            number = (
                fact(candidate.number_text, candidate.number.text, rule="item.number.printed")
                if candidate.number_text is not None
                else Fact(candidate.number.text, (candidate.body,), "normalised", rule="item.number.list")
            )
        item = Item(
            fact(title, rule=_rule(candidate)),
            number,
            candidate.level,
            candidate.passage.index,
            pillars=pillars,
        )
        if candidate.rest and candidate.rest is not candidate.body:
            item.paragraphs.append(candidate.rest)
        elif candidate.rest is candidate.body:
            item.paragraphs.append(candidate.body)
        draft.items.append(item)
    for position, item in enumerate(draft.items):
        item.last = draft.items[position + 1].first if position + 1 < len(draft.items) else len(draft.passages)
        # rows of an action log are actions, and no text of the item
        under = draft.passages[item.first + 1 : item.last]
        item.paragraphs.extend(p.text for p in under if p.view is None or p.view.kind != "actions")
    _tag_lines(draft, profile)


def _rule(candidate: Candidate) -> str:
    """What marks a heading most: its place in a run of numbers, the format, its setting, or the company it keeps."""
    if candidate.in_run:
        return "item.heading.numbered"
    if candidate.passage.paragraph.heading:
        return "item.heading.format"
    if candidate.number is not None:
        return "item.heading.number"
    if candidate.strong:
        return "item.heading.strong"
    return "item.heading.looks"


def _head_ends(passages: Sequence[Passage], profile: Profile) -> int:
    """Where the heading of the document ends at the earliest: at the first line on who came, when or where."""
    return _first_cue(passages, (*_WHO_CAME, *_WHEN_AND_WHERE), profile)


def _first_cue(passages: Sequence[Passage], keys: Sequence[str], profile: Profile) -> int:
    cue = re.compile(rf"^\W*(?:[\w’'-]+\s+){{0,4}}(?:{profile.alternatives(*keys)})\b", re.IGNORECASE)
    for passage in passages[:_HEAD_PASSAGES]:
        if passage.tabular or cue.match(str(passage.text)[:300]) or _OPENED.search(str(passage.text)[:300]):
            return passage.index
    return 0


_WHO_CAME = ("attendance.present", "attendance.in_attendance", "meeting.opened")
_WHEN_AND_WHERE = ("meeting.date", "meeting.venue", "meeting.chair")
_HEAD_PASSAGES = 12


def _is_field(candidate: Candidate, words: str, label: re.Pattern[str]) -> bool:
    """Whether a line gives the next meeting's date in one ("Next meeting: 6 May"): no item, though set like one."""
    dates = find_dates(f"{words} {str(candidate.rest)[:80]}", default_year=2000)
    return bool(label.match(words) and dates) and not candidate.passage.paragraph.heading


def _opens(candidate: Candidate, headings: Sequence[Candidate], head_ends: int) -> bool:
    """Whether a heading without number in front of the numbered ones is set like them, below the attendance."""
    first = next(c for c in headings if c.in_run)
    return (
        candidate.passage.index > head_ends > 0
        and candidate.strong
        and first.strong
        and "prose follows" in " ".join(candidate.reasons)
    )


_OPENED = re.compile(r"\b(?:was held|called to order|convened|met at|met on|in the chair)\b", re.IGNORECASE)


def _names_meeting(candidate: Candidate, words: str, profile: Profile, head_ends: int, came: int) -> bool:
    """Whether a line near the top is the title of the minutes, or above those who came the name of the body."""
    said, place = set(re.findall(r"[a-z]+", words)), candidate.passage.index
    titles, bodies = (set(profile.words(f"meeting.{key}")) for key in ("title_words", "body_words"))
    return (place < head_ends and bool(titles & said)) or (place < came and bool(bodies & said))


def _without_strangers(headings: Sequence[Candidate], profile: Profile, head_ends: int, came: int) -> list[Candidate]:
    """Leave out the title, wrappers, labels of the attendance, lists of actions, and what closes the record."""
    labels = Labels(profile)
    lists, closing = set(profile.words("actions.lists")), profile.words("items.closing")
    next_label = re.compile(rf"(?:{profile.alternatives('next.labels')})\b")
    formats = Counter(c.passage.paragraph.heading for c in headings if c.passage.paragraph.heading)
    ranked = any(c.in_run for c in headings) or max(formats.values(), default=0) > _RANK
    plain = 0 if ranked else sum(c.strong and not c.rest for c in headings)
    kept: list[Candidate] = []
    run = [c.passage.index for c in headings if c.in_run]
    ones = [c.passage.index for c in headings if c.number is not None and c.number.values == (1,)]
    begin = run[0] if len(run) >= _RUN else ones[0] if len(ones) >= _RUN else head_ends
    headings = [
        c
        for c in headings
        if c.passage.index >= begin
        or (c.number is not None and c.number.marked)
        or (run and _opens(c, headings, head_ends))
    ]
    again = Counter(fold(str(c.title)) for c in headings if c.number is None and not c.passage.paragraph.heading)
    for position, candidate in enumerate(headings):
        words = fold(str(candidate.title))
        bare = candidate.number is None
        if bare and _is_wrapper(candidate, profile):
            continue
        first = bare and not kept
        if first and not candidate.rest and _names_meeting(candidate, words, profile, max(head_ends, 5), came):
            continue
        if (
            first
            and candidate.passage.paragraph.heading
            and formats[candidate.passage.paragraph.heading] == 1
            and position == 0
        ):
            continue
        heading = candidate.passage.paragraph.heading
        same_rank = formats[heading] > _RANK if heading else plain > _RANK and candidate.strong and not candidate.rest
        if (
            bare
            and not same_rank
            and (label := labels.at_start(str(candidate.title)))
            and label.end >= len(candidate.title)
        ):
            continue
        if (
            bare
            and is_list_heading(words, lists)
            and _ABOUT_ACTIONS.search(words)
            and (not same_rank or position >= len(headings) - 2)
        ):
            continue
        if bare and (again[words] >= _LABEL_TIMES or (_is_field(candidate, words, next_label))):
            continue
        if bare and any(words.startswith(c) for c in closing) and position >= 0.6 * len(headings):
            continue
        kept.append(candidate)
    return kept


def _title(candidate: Candidate, tags: set[str], profile: Profile) -> tuple[Text, list[Fact]]:
    """The heading without pillars and timing, and the pillars."""
    title, pillars = candidate.title, []
    value = str(title)
    bracket = _BRACKET.search(value)
    if bracket and fold(bracket[1]) in tags:
        for start, end in _split_tags(bracket[1], profile):
            pillars.append(fact(title[bracket.start(1) + start : bracket.start(1) + end], rule="item.pillar.bracket"))
        title = title[: bracket.start()]
    timing = _TIMED_BRACKET.search(str(title)) or _TIMING.search(str(title))
    if timing and timing.start() > 3:
        title = title[: timing.start()]
    return title.strip(_TAIL), pillars


def _split_tags(value: str, profile: Profile) -> list[tuple[int, int]]:
    """Spans of the pillars in "Looking after victims / Bringing offenders to justice"; a known name is one."""
    if fold(value) in map(fold, plan_names(profile)):
        return [(0, len(value))]
    spans, at = [], 0
    for found in [*re.finditer(r"\s*[/;&]\s*|\s*,\s*(?=[A-Z])", value), None]:
        end = found.start() if found else len(value)
        if value[at:end].strip():
            spans.append((at, end))
        at = found.end() if found else end
    return spans


def _bracket_tags(headings: Sequence[Candidate], profile: Profile) -> set[str]:
    """What stands in brackets at the end of headings and is a pillar: known to the profile, or used so again and again.

    People's names and short forms stand there too (a presenter); only a profile with pillars lets unknown ones in.
    """
    known = {fold(name) for name in (*plan_names(profile), *profile.words("pillars.all"))}
    seen: Counter[str] = Counter()
    for candidate in headings:
        bracket = _BRACKET.search(str(candidate.title))
        if bracket and bracket[1][0].isalpha():
            seen[bracket[1]] += 1
    tags = {fold(t) for t in seen if all(fold(t[a:b]) in known for a, b in _split_tags(t, profile))}
    if plan_names(profile):
        unknown = [
            t
            for t in seen
            if t[0].isupper()
            and not t.isupper()
            and not any(c.isdigit() for c in t)
            and len(t.split()) <= 5
            and not (len(t.split()) > 1 and looks_like_name(t) > 0.8)
        ]
        if tags or len(unknown) >= 2:
            tags |= {fold(t) for t in unknown}
    return tags


def _tag_lines(draft: Draft, profile: Profile) -> None:
    """Pillars on a line of their own under the heading: labelled, or short phrases in that place again and again."""
    label = re.compile(rf"^(?:{profile.alternatives('pillars.labels')})(?:\(?s\)?)?\s*[:–-]\s*", re.IGNORECASE)
    bare: list[tuple[Item, Text]] = []
    for item in draft.items:
        if not item.paragraphs:
            continue
        text = item.paragraphs[0]
        found = label.match(str(text))
        if found and len(str(text)) < 160:
            rest = text[found.end() :]
            item.pillars.extend(
                fact(rest[a:b].strip(" ."), rule="item.pillar.label") for a, b in _split_tags(str(rest), profile)
            )
            del item.paragraphs[0]
        elif _like_a_tag(str(text)) and len(item.paragraphs) > 1:
            bare.append((item, text))
    if plan_names(profile) and len(bare) >= 3 and not any(i.pillars for i in draft.items):
        for item, text in bare:
            item.pillars.extend(fact(text[a:b], rule="item.pillar.line") for a, b in _split_tags(str(text), profile))
            item.paragraphs.remove(text)


def _like_a_tag(value: str) -> bool:
    return (
        len(value.split()) <= 5 and value[:1].isupper() and value[-1:].isalpha() and not any(c in value for c in ":.,")
    )


def ends_record(passage: Passage, profile: Profile) -> bool:
    """Whether a passage begins what comes after the record: signatures, appendices, distribution."""
    words = fold(str(passage.text))
    return len(words) < 80 and any(words.startswith(c) for c in profile.words("items.closing"))


def _is_wrapper(candidate: Candidate, profile: Profile) -> bool:
    """Whether it only announces that items follow ("Agenda", "Minutes")."""
    return candidate.number is None and fold(str(candidate.title)) in profile.words("items.wrappers")
