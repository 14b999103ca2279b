"""Which passages and sentences of a document its gold means."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from types import ModuleType

from minutes_cli.parser.candidates import Candidate

# A passage is a gold title from this likeness on, as the scorer has it; less sure where it only begins with it.
ALIKE, BEGINS = 0.8, 0.85
# A sentence is a gold text if they share this much of their words (F1), or it begins or holds that text.
SHARED_WORDS = 0.6
LEAST_WORDS = 3
_REACH = 300


def gold_titles(titles: Sequence[str], candidates: Sequence[Candidate], score: ModuleType) -> set[int]:
    """The candidates that are items of the gold: the pairing most alike over the document, both in their order."""
    worth = [_worth(title, candidates, score) for title in titles]
    rows, columns = len(titles), len(candidates)
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            paired = worth[i][j] + best[i + 1][j + 1] if worth[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], paired)
    chosen: set[int] = set()
    i = j = 0
    while i < rows and j < columns:
        if worth[i][j] and best[i][j] == worth[i][j] + best[i + 1][j + 1]:
            chosen.add(j)
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return chosen


def _worth(title: str, candidates: Sequence[Candidate], score: ModuleType) -> list[float]:
    wanted = score.words(title)
    begins = " ".join(wanted) + " "
    found = []
    for at, candidate in enumerate(candidates):
        body = score.words(str(candidate.body)[:_REACH])
        likeness = 0.0
        if 3 * len(set(wanted) & set(body)) >= len(set(wanted)):
            likeness = score.similar(title, str(candidate.title))
            if likeness < ALIKE:
                starts = len(wanted) > 1 and (" ".join(body) + " ").startswith(begins)
                likeness = BEGINS if starts else 0.0
        if likeness:
            # of two alike (an agenda in front) the one that looks more like a heading, then the later one
            likeness += 0.02 * min(2.0, max(0.0, candidate.score)) + 0.0001 * at / len(candidates)
        found.append(likeness)
    return found


def is_gold_text(sentence: str, text: str) -> bool:
    """Whether a sentence is the text of an action or decision; both folded by the scorer."""
    a, b = sentence.split(), text.split()
    if (len(a) >= LEAST_WORDS and text.startswith(sentence)) or (len(b) >= LEAST_WORDS and text in sentence):
        return True
    shared = sum((Counter(a) & Counter(b)).values())
    return 2 * shared >= SHARED_WORDS * (len(a) + len(b)) > 0
