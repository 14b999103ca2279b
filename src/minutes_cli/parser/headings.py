"""Find the headings that structure the record.

Each passage gets a score from its own looks (numbered, bold, capitals, larger, marked as a heading by the format) and
from the company it keeps (a run of numbers that goes through the document); those above a threshold are headings.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from minutes_cli.parser.action_cues import owned_marker
from minutes_cli.parser.announced import are_lists, score_announced, score_bullets
from minutes_cli.parser.candidates import COMMON, Candidate, Looks, candidate_of, looks_of
from minutes_cli.parser.chains import Counted, runs_by_style
from minutes_cli.parser.labels import STATUSES
from minutes_cli.parser.outline_headings import score_outline
from minutes_cli.parser.passages import Passage, Text
from minutes_cli.parser.plain_headings import score_plain
from minutes_cli.parser.plan_names import plan_names
from minutes_cli.profiles import Profile
from minutes_cli.text.blanks import is_blank
from minutes_cli.text.dates import find_dates
from minutes_cli.text.names import looks_like_name, strip_title
from minutes_cli.text.numbering import Number

THRESHOLD = 0.91
_FIELDS = ("date", "time", "venue", "chair", "end_time", "minute_taker")
_OUTCOMES = ("carried", "defeated", "deferred", "withdrawn")
# A number without a dot or bracket counts items only up to here.
_LARGEST_BARE = 60
_LEAST_YEAR = 1900
_SHORT_SENTENCE = 16
_FUSED = 0.58
# Lettered lines with text under each are headings though only their first word has a capital.
_WHOLE = 0.42
_RUN_IN = 0.3
_LONGEST_ADDRESS = 160
# A single "1." begins the items only where it looks much like a heading.
_SURE_ALONE = 0.55
# So many headings run in with their text are a habit of the document.
_ALIKE = 3
# A line that begins so surely with a name names a person.
_NAMED = 0.8
# What the format marks as a heading and is no longer than this is one, however it reads ("infra/servers").
_SHORT_TITLE = 80
# In a document with so many headings marked by its format, bold words in front of a text are labels.
_MANY_FORMATS = 5
# A label that is so likely a person's name says who speaks.
_SPEAKER = 0.8
_LETTER = re.compile(r"[^\W\d_]")


_ADDRESS = re.compile(
    r",\s*[A-Z]{2}\s+\d{5}\b|\b[A-Z]{1,2}\d{1,2}\s?\d[A-Z]{2}\b|\bd/b/a\b|"
    r"^\W*\d+(?:-\d+)?[A-Z]?\s+(?:[\w’'.]+\s+){1,4}(?:st|street|ave|avenue|rd|road|dr|drive|blvd|ln|lane|"
    r"hwy|pl|sq|wy|ct)\W*$",
    re.IGNORECASE,
)
_MOTION_LABEL = re.compile(
    r"^(?:moved|proposed|proposer|mover|seconded|seconder|nominated|carried|result|vote|votes|ayes|nays|"
    r"yeas|in favou?r|against|note)\b[^.]{0,20}:",
    re.IGNORECASE,
)
_RECITAL = re.compile(r"(?:and |now,? )?(?:whereas|therefore|be it|further resolved)\b", re.IGNORECASE)
_RESOLUTION = re.compile(r"^(?:R|Res\.?|Resolution)\s?#?\d{2,4}[-/]\d+\b")


def find_headings(passages: Sequence[Passage], profile: Profile) -> list[Candidate]:
    """The headings among `passages`, in order, with their levels."""
    candidates = weigh_headings(passages, profile)
    chosen = [c for c in candidates if c.score >= THRESHOLD]
    if len(chosen) < 2:
        chosen = _numbered_paragraphs(candidates) or chosen
    _set_levels(chosen)
    return chosen


def weigh_headings(passages: Sequence[Passage], profile: Profile) -> list[Candidate]:
    """Every passage that could be a heading, in order, with its score."""
    eligible = [p for p in passages if not p.tabular and p.paragraph.checked is None]
    looks = looks_of(eligible)
    candidates = [candidate_of(p, looks) for p in eligible]
    _score_alone(candidates, looks, profile)
    announced = score_announced(candidates, eligible)
    score_bullets(candidates)
    _score_numbers(candidates, looks)
    _score_company(candidates, profile)
    if not announced:
        score_plain(candidates, THRESHOLD)
        score_outline(candidates, THRESHOLD, profile)
    return candidates


def _score_alone(candidates: Sequence[Candidate], looks: Looks, profile: Profile) -> None:
    """What a passage's own looks say."""
    formats = sum(bool(c.passage.paragraph.heading) for c in candidates)
    tags = re.compile(r"\((?:[A-Z][a-z]+|all \w+)\)\W*$") if plan_names(profile) else None
    for candidate in candidates:
        passage, title = candidate.passage, str(candidate.title)
        paragraph = passage.paragraph
        candidate.add(candidate.likeness, "likeness")
        if not title or not _LETTER.search(title):
            candidate.add(-2, "empty")
            continue
        if is_blank(title) and not paragraph.heading and not candidate.number:
            candidate.add(-2, "a field left open")
            continue
        if paragraph.heading:
            candidate.add(0.6, "format heading")
            if len(title) <= _SHORT_TITLE and not title.endswith("."):
                candidate.add(max(0.0, THRESHOLD - 0.6 - candidate.likeness), "short")
        named = strip_title(re.split(r"[,(–-]", title, maxsplit=1)[0].strip())[0]
        if tags and tags.search(title) and looks_like_name(named) < _NAMED:
            candidate.add(0.12 if candidate.number else 0.5, "ends in a pillar's bracket")
        if candidate.strong and looks.strong_share < COMMON:
            if not candidate.rest:
                candidate.add(0.38, "bold")
            elif candidate.lead:
                candidate.add(0.34 if formats < _MANY_FORMATS else 0.1, "bold run-in")
        if paragraph.size > looks.size * 1.08 + 0.2 and looks.size:
            candidate.add(0.15, "large")
        elif paragraph.size and paragraph.size < looks.size * 0.9:
            candidate.add(-0.2, "small")
        if passage.label and not passage.label[0].isalnum() and passage.label[0] != "(":
            candidate.add(-0.35, "bullet")
        if paragraph.level >= 2 and not paragraph.heading:
            candidate.add(-0.2, "deep in a list")
        if passage.opening:
            candidate.add(0.4, "opens a row")
        if candidate.rest and not candidate.strong and candidate.number is None and not paragraph.heading:
            capitals = title.isupper() and len(title) > 5 and not str(candidate.rest).isupper()
            candidate.add(-0.02 if capitals else -0.35, "capitals run in" if capitals else "fused without a mark")
        if (
            candidate.lead
            and candidate.strong
            and str(candidate.body)[len(title) :].lstrip().startswith(":")
            and (looks_like_name(title) >= _SPEAKER)
        ):
            candidate.add(-0.6, "somebody speaks")
        if candidate.number is None and not paragraph.heading:
            titled = not title.startswith(named)
            if (not candidate.strong or titled) and looks_like_name(named) >= _NAMED:
                candidate.add(-0.3, "a name")
            dates = find_dates(title, default_year=2000)
            if sum(len(d.text) for d in dates) > 0.6 * len(title):
                candidate.add(-0.5, "a date")


def _score_numbers(candidates: Sequence[Candidate], looks: Looks) -> None:
    """Credit to the run of numbers that goes through the document, then to those inside its sections."""
    bare = {c.number.values[0] for c in candidates if c.number and not c.number.marked and c.likeness >= 0.5}
    listed = are_lists(candidates)
    numbered = [
        Counted(
            i,
            c.number,
            c.likeness + (0.3 if c.strong or c.passage.opening or c.passage.paragraph.heading else 0),
            _look(c),
        )
        for i, c in enumerate(candidates)
        if c.number
        and not (listed and c.passage.label and not c.passage.paragraph.heading)
        and (
            c.number.marked
            or c.passage.opening
            or c.passage.label
            or ((c.likeness >= 0.5 or (c.strong and c.likeness >= _RUN_IN)) and _may_count(c.number, bare))
        )
    ]
    runs = runs_by_style([c for c in numbered if c.number.style != "dotted"])
    top: list[Counted] = []
    if runs:
        style = max(runs, key=lambda s: (runs[s][0] + 0.02 * _extent(runs[s][1]), s))
        run = runs[style][1]
        if len(run) >= 2 or (run[0].number.values[0] == 1 and run[0].number.marked and run[0].weight >= _SURE_ALONE):
            top = run
    members = {c.place for c in top}
    for counted in top:
        candidate = candidates[counted.place]
        candidate.in_run = True
        candidate.add(0.4, "in the run of numbers")
        if not candidate.rest and candidate.likeness < 0.55 and len(str(candidate.title).split()) <= _SHORT_SENTENCE:
            candidate.add(min(0.3, 0.56 - candidate.likeness), "one short sentence")
        elif candidate.rest and _RUN_IN <= candidate.likeness < 0.56:
            candidate.add(0.58 - candidate.likeness, "numbered and run in with its text")
    tops = {str(c.number.text).rstrip("abcdefghijklmnopqrstuvwxyz") for c in top}
    same = Counter((c.number.style, c.number.values) for c in numbered)
    bounds = [*(c.place for c in top), len(candidates)]
    for counted in numbered:
        candidate = candidates[counted.place]
        if counted.place in members:
            continue
        if counted.number.style == "dotted":
            parent = counted.number.text.split(".")[0]
            known = parent in tops or not top
            candidate.add(0.35 if known else 0.2, "number within an item")
        elif (
            same[(counted.number.style, counted.number.values)] >= 3
            and (len(top) < 3 or counted.look == top[0].look)
            and counted.number.style == "integer"
        ):
            # lists that Word or Markdown restart: every item is "1."
            candidate.add(0.35, "repeated number")
        elif top and counted.place < bounds[0]:
            candidate.add(-0.1, "before the first item")
        elif counted.number.style == "minute" and counted.number.marked:
            candidate.add(0.3, "minute number")
        elif counted.number.style in ("integer", "upper", "ROMAN", "code"):
            candidate.add(0.12, "numbered")
    _score_groups(candidates, members)
    for candidate in candidates:
        number = candidate.number
        if number and not number.marked and not candidate.in_run and not candidate.passage.label:
            _take_back_number(candidate)


def _score_groups(candidates: Sequence[Candidate], members: set[int]) -> None:
    """Credit to numbers that look alike and each have text under them; entries of a list stand close together."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for place, candidate in enumerate(candidates):
        if candidate.number and candidate.number.marked and place not in members and candidate.number.style != "dotted":
            groups.setdefault((candidate.number.style, *_look(candidate)), []).append(place)
    for (style, *_), places in groups.items():
        after = [candidates[p + 1] for p in places if p + 1 < len(candidates)]
        alone = sum(1 for c in after if not (c.number and c.number.style == style) and not c.passage.label)
        likeness = sum(candidates[p].likeness for p in places) / len(places)
        fused = sum(1 for p in places if candidates[p].rest and candidates[p].likeness >= _FUSED)
        if fused >= 0.75 * len(places) and len(places) >= 2:
            for place in places:
                candidates[place].add(0.36, "numbered alike, each run in with its text")
            continue
        whole = style == "upper" and all(_stands_whole(candidates[p]) for p in places)
        if likeness >= (_WHOLE if whole else _FUSED) and alone >= 0.75 * len(places) and len(places) >= 2:
            for place in places:
                candidates[place].add(0.42 if whole else 0.3, "numbered alike, with text under each")


def _stands_whole(candidate: Candidate) -> bool:
    """Whether a lettered line is no sentence: nothing runs in with it, and no full stop ends it."""
    return not candidate.rest and str(candidate.title)[-1:] not in ".;,"


def _take_back_number(candidate: Candidate) -> None:
    """A bare number that counts nothing belongs to the text: "2013 Ordinance", "14 Station Road"."""
    candidate.number, candidate.number_text, text = None, None, candidate.passage.text
    start = text.start
    candidate.body = text
    candidate.title = Text(candidate.title.paragraph, start, max(candidate.title.end, start))
    if candidate.title and re.match(
        r"\d+\s+[A-Z][\w’']*(?:\s+[A-Z][\w’']*)?\s+(?:St|Street|Rd|Road|Ave|Avenue|Dr|Drive|Lane|Way|Place)\b",
        str(text),
        re.IGNORECASE,
    ):
        candidate.add(-0.4, "an address")


def _may_count(number: Number, bare: set[int]) -> bool:
    """Whether a number without a mark may count items: small ones, and ones that have a neighbour."""
    value = number.values[0]
    return value <= _LARGEST_BARE or (value < _LEAST_YEAR and bool({value - 1, value + 1} & bare))


def _extent(run: Sequence[Counted]) -> int:
    return run[-1].place - run[0].place if run else 0


def _look(candidate: Candidate) -> tuple[object, ...]:
    passage = candidate.passage
    return (
        passage.paragraph.heading,
        candidate.strong,
        passage.opening,
        round(passage.paragraph.indent / 18),
        passage.column,
    )


def _score_company(candidates: Sequence[Candidate], profile: Profile) -> None:
    """What stands next to a passage: text under it speaks for a heading, words of other uses against it."""
    labels = re.compile(rf"^(?:{profile.alternatives(*(f'meeting.{key}' for key in _FIELDS))})\s*:", re.IGNORECASE)
    attendance = re.compile(
        rf"^(?:{profile.alternatives(*(f'attendance.{key}' for key in STATUSES))})\b[^.]{{0,40}}:\s*\S",
        re.IGNORECASE,
    )
    markers = re.compile(
        rf"^(?:{profile.alternatives('actions.markers', 'decisions.markers')})"
        r"(?:\s?\d{1,3}\s?[:)–-]|\b\s*[\d/:–-]|\s(?-i:[A-Z]{1,6}[ /-]\d)|\s+that\b)",
        re.IGNORECASE,
    )
    owned = owned_marker(profile)
    outcomes = re.compile(
        rf"^\W{{0,40}}(?:{profile.alternatives(*(f'decisions.{key}' for key in _OUTCOMES))}|"
        rf"warning)\b(?:\s+\w+){{0,3}}(?:\s*\([^()]*\))?\W*$",
        re.IGNORECASE,
    )
    verdicts = re.compile(
        rf"^\W{{0,40}}(?:{profile.alternatives('actions.closed', 'actions.open')})\b(?:\s+\w+){{0,3}}\W*$",
        re.IGNORECASE,
    )
    pillars = re.compile(rf"^(?:{profile.alternatives('pillars.labels')})\s*:\s*\S", re.IGNORECASE)
    run_ins = [c for c in candidates if c.lead and c.strong and c.rest and c.likeness >= 0.5]
    for position, candidate in enumerate(candidates):
        text = str(candidate.body)
        if (labels.match(text) and not (candidate.in_run and text.endswith(":"))) or (
            attendance.match(text) and candidate.number is None
        ):
            candidate.add(-0.6, "label of a field")
        elif markers.match(text) or owned.match(text) or pillars.match(text) or _MOTION_LABEL.match(text):
            candidate.add(-0.8, "marker")
        elif _RESOLUTION.match(str(candidate.passage.text)) or _RECITAL.match(text):
            candidate.add(-0.8, "a resolution's number")
        elif candidate.number is None and outcomes.match(text):
            candidate.add(-0.6, "an outcome")
        elif candidate.number is None and position and verdicts.match(text):
            above = str(candidates[position - 1].body)
            if markers.match(above) or owned.match(above):
                candidate.add(-0.6, "the state of an action")
        elif len(text) < _LONGEST_ADDRESS and _ADDRESS.search(text):
            candidate.add(-0.4, "an address")
        following = candidates[position + 1] if position + 1 < len(candidates) else None
        if len(run_ins) >= _ALIKE and candidate in run_ins:
            candidate.add(0.1, "run in like others")
        if following is None and candidate.number is None and not candidate.rest:
            candidate.add(-0.3, "nothing follows")
        elif following is not None and not candidate.rest:
            own, other = candidate.passage.paragraph, following.passage.paragraph
            if other.indent > own.indent + 6 and following.likeness < 0.6 and not candidate.passage.label:
                candidate.add(0.15, "text under it is indented")
            if following.likeness < 0.4:
                candidate.add(0.06, "prose follows")


def _numbered_paragraphs(candidates: Sequence[Candidate]) -> list[Candidate]:
    """The items of minutes that number every paragraph and have no headings."""
    chosen = [c for c in candidates if c.in_run]
    if len(chosen) < _LEAST_PARAGRAPHS:
        return []
    for candidate in chosen:
        first = next(candidate.body.sentences(), candidate.body)
        words = str(first).split()
        if len(words) > 12:
            first = first[: len(" ".join(words[:12]))]
        candidate.title, candidate.rest = first, candidate.body
    return chosen


_LEAST_PARAGRAPHS = 3


def _set_levels(chosen: Sequence[Candidate]) -> None:
    """Depth of each heading: by its number, by the format's own level, else one below the numbered one above it."""
    formats = sorted({c.passage.paragraph.heading for c in chosen if c.passage.paragraph.heading})
    any_run = any(c.in_run for c in chosen)
    current = 0
    for candidate in chosen:
        heading = candidate.passage.paragraph.heading
        if candidate.in_run:
            candidate.level = 1
        elif candidate.number and candidate.number.style == "dotted":
            candidate.level = candidate.number.text.count(".") + 1
        elif heading and not any_run:
            candidate.level = formats.index(heading) + 1
        elif any_run and current:
            candidate.level = current + 1 if candidate.number or current == 1 else current
        current = min(candidate.level, 6) if candidate.in_run or candidate.number or heading or not current else current
