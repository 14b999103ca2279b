"""Which words are bold: those whose strokes are thicker than usual for their size."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from statistics import median

from minutes_cli.readers.ocr.picture import Picture
from minutes_cli.readers.ocr.words import Seen

# what is darker than this share of the paper round the word is its ink: cells may be shaded
_INK = 0.6
# runs of ink longer than this share of the word's height are no stems but bars
_BAR = 0.4
# strokes thicker than the page's usual ones by this are bold: fonts differ by a third, scans blur that a little
_BOLD = 1.2
# words of fewer letters are measured too roughly: they are bold like the longer one next to them
_FEWEST_LETTERS = 4
_ROUGHLY_BOLD = 1.08
_RUN = re.compile(b"\1+")


def find_bold(lines: Sequence[Sequence[Seen]], sizes: Sequence[float], picture: Picture) -> list[list[bool]]:
    """Whether each word of each line is bold; `sizes` are those of the lines."""
    found = [
        [_thickness(word, picture) / size if size else 0.0 for word in line]
        for line, size in zip(lines, sizes, strict=True)
    ]
    usual = median([weight for weights in found for weight in weights if weight] or [1.0])
    return [_bold(line, [weight / usual for weight in weights]) for line, weights in zip(lines, found, strict=True)]


def _bold(line: Sequence[Seen], weights: Sequence[float]) -> list[bool]:
    sure = {
        index: weight >= _BOLD
        for index, (word, weight) in enumerate(zip(line, weights, strict=True))
        if weight and sum(map(str.isalnum, word.text)) >= _FEWEST_LETTERS
    }
    found: list[bool] = []
    for index, weight in enumerate(weights):
        if index in sure:
            found.append(sure[index])
            continue
        if not sure:
            found.append(weight >= _BOLD)
            continue
        near = sure[min(sure, key=lambda other: abs(other - index))]
        found.append(near and (weight >= _ROUGHLY_BOLD or not weight))
    return found


def _thickness(word: Seen, picture: Picture) -> float:
    """How many dots wide the word's strokes are on average, 0 where there are too few to tell."""
    x0, x1 = max(int(word.x0), 0), min(int(word.x1), picture.width)
    rows = range(max(int(word.top), 0), min(int(word.bottom), picture.height))
    crop = [picture.dots[row * picture.width + x0 : row * picture.width + x1] for row in rows]
    if not crop or x1 <= x0:
        return 0.0
    paper = Counter(b"".join(crop[::3])).most_common(1)[0][0]
    limit = int(_INK * paper)
    ink = bytes(shade < limit for shade in range(256))
    longest = _BAR * len(crop)
    runs = [len(run) for row in crop for run in _RUN.findall(row.translate(ink)) if len(run) <= longest]
    return sum(runs) / len(runs) if len(runs) >= len(crop) / 2 else 0.0
