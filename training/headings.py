"""Passages that may be headings, as numbers: their looks, their neighbours, and what those set alike have in common."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from minutes_cli.parser.candidates import Candidate
from minutes_cli.parser.draft import Draft
from minutes_cli.parser.headings import find_headings, weigh_headings
from minutes_cli.parser.items import add_items
from minutes_cli.parser.passages import Passage
from minutes_cli.parser.tables import fold
from minutes_cli.profiles import Profile

STYLES = ("integer", "dotted", "minute", "upper", "lower", "ROMAN", "roman", "code")
_LONGEST = 80
_REACH = 600
# What comes of the rules' judgement; the labeller by itself goes without.
FROM_RULES = frozenset(
    (
        *("kept", "score", "in_run", "in_front", "behind", "items", "headings", "run"),
        *("score_before", "score_after", "kept_alike", "headings_alike", "score_alike"),
    )
)


def describe(passages: Sequence[Passage], profile: Profile) -> tuple[list[Candidate], list[dict[str, float]]]:
    """The candidates of a document and the features of each, the same keys in the same order."""
    candidates = weigh_headings(passages, profile)
    headings = find_headings(passages, profile)
    draft = Draft(list(passages))
    add_items(draft, headings, profile)
    chosen, kept = {c.passage.index for c in headings}, {item.first for item in draft.items}
    looks = [_look(candidate) for candidate in candidates]
    lengths = [_words(str(candidate.passage.text)) for candidate in candidates]
    groups = _groups(candidates, looks, lengths, chosen, kept)
    sizes = Counter[float]()
    for candidate in candidates:
        sizes[candidate.passage.paragraph.size] += len(candidate.passage.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    again = Counter(fold(str(candidate.title)) for candidate in candidates)
    whole = {
        "items": len(kept),
        "headings": len(chosen),
        "run": sum(candidate.in_run for candidate in candidates),
        "candidates": len(candidates),
    }
    rows: list[dict[str, float]] = []
    for at, candidate in enumerate(candidates):
        index = candidate.passage.index
        before = candidates[at - 1] if at else None
        after = candidates[at + 1] if at + 1 < len(candidates) else None
        rows.append(
            {
                **whole,
                **_own(candidate, usual),
                **groups[looks[at]],
                "kept": index in kept,
                "in_front": index < min(kept, default=len(passages)),
                "behind": index > max(kept, default=-1),
                "again": again[fold(str(candidate.title))],
                "position": at / len(candidates),
                "score_before": before.score if before else -1,
                "score_after": after.score if after else -1,
                "likeness_before": before.likeness if before else -1,
                "likeness_after": after.likeness if after else -1,
                "length_after": lengths[at + 1] if after else 0,
                "indent_after": after.passage.paragraph.indent - candidate.passage.paragraph.indent if after else 0,
                "alike_before": before is not None and looks[at - 1] == looks[at],
                "alike_after": after is not None and looks[at + 1] == looks[at],
            }
        )
    return candidates, rows


def _own(candidate: Candidate, usual: float) -> dict[str, float]:
    passage, paragraph, title = candidate.passage, candidate.passage.paragraph, str(candidate.title)
    label = passage.label[:1]
    return {
        "score": candidate.score,
        "in_run": candidate.in_run,
        "likeness": candidate.likeness,
        "heading": paragraph.heading or 0,
        "strong": candidate.strong,
        "opening": passage.opening,
        "style": STYLES.index(candidate.number.style) + 1 if candidate.number else 0,
        "marked": candidate.number is not None and candidate.number.marked,
        "label": 0 if not label else 1 if label.isalnum() or label == "(" else 2,
        "size": paragraph.size / usual if usual and paragraph.size else 1,
        "indent": paragraph.indent,
        "level": paragraph.level,
        "words": len(title.split()),
        "rest": _words(str(candidate.rest)),
        "capitals": title.isupper(),
        "small": title[:1].islower(),
        "end": ".:?,;".find(title[-1:]) if title else -2,
        "bracket": title.rstrip(" .:").endswith(")"),
        "digits": sum(map(str.isdigit, title)) / max(1, len(title)),
    }


def _look(candidate: Candidate) -> tuple[object, ...]:
    passage = candidate.passage
    return (
        passage.paragraph.heading,
        candidate.strong,
        passage.opening,
        round(passage.paragraph.indent / 18),
        passage.column,
        candidate.number.style if candidate.number else passage.label[:1],
        bool(candidate.rest),
    )


def _words(value: str) -> int:
    return min(_LONGEST, len(value[:_REACH].split()))


def _groups(
    candidates: Sequence[Candidate], looks: Sequence[object], lengths: Sequence[int], chosen: set[int], kept: set[int]
) -> dict[object, dict[str, float]]:
    """What the candidates of each look have in common."""
    places: defaultdict[object, list[int]] = defaultdict(list)
    for at, look in enumerate(looks):
        places[look].append(at)
    found = {}
    for look, group in places.items():
        own = [candidates[at] for at in group]
        after = [at + 1 for at in group if at + 1 < len(candidates)]
        found[look] = {
            "alike": float(len(group)),
            "share_alike": len(group) / len(candidates),
            "kept_alike": _mean([c.passage.index in kept for c in own]),
            "headings_alike": _mean([c.passage.index in chosen for c in own]),
            "score_alike": _mean([c.score for c in own]),
            "likeness_alike": _mean([c.likeness for c in own]),
            "words_alike": _mean([len(str(c.title).split()) for c in own]),
            "apart_alike": _mean([looks[at] != look for at in after]),
            "length_after_alike": _mean([lengths[at] for at in after]),
        }
    return found


def _mean(values: Sequence[float]) -> float:
    return sum(values) / len(values) if values else 0.0
