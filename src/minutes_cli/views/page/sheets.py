"""Pages with their words in place: text drawn at its boxes, values laid over it, notes beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from minutes_cli.model.document import BoundingBox, Line, Word
from minutes_cli.model.tracing import Explanation, box_of
from minutes_cli.views.claims import row_label
from minutes_cli.views.page.margin import line_id, margin
from minutes_cli.views.page.marks import Marks
from minutes_cli.views.page.tags import class_of, element, escaped

# Boxes of words reach from 0.2 of the size below the baseline to 0.8 above it.
_BASELINE = 0.8
# A word this many times as high as wide, of several letters, stands on its side.
_ON_ITS_SIDE = 1.6
# A page whose size is unknown ends so many points beyond its last word.
_BLEED_PT = 40.0
# Details open to the left, or upwards, of what stands in this part of the page.
_RIGHT_PART, _LOW_PART = 0.5, 0.75
# Colours reach this far around the words.
_PAD_PT = 1.0

Size = tuple[float, float]


def sheets(found: Explanation, marks: Marks) -> Iterator[str]:
    """A section a page; pages without text are left out."""
    for page, group in groupby(found.rows, key=lambda row: found.lines[row[0]].source.line.page):
        rows = list(group)
        if page is not None:
            yield _sheet(found, marks, page, rows)


def _sheet(found: Explanation, marks: Marks, page: int, rows: Sequence[Sequence[int]]) -> str:
    indices = [index for row in rows for index in row]
    size = _size(found, page, indices)
    width, height = size
    drawn = "\n".join(_drawn(found.lines[index].source.line) for index in indices)
    head = element("h2", f"Page {page}", id=f"page{page}")
    paper = element(
        "div",
        f'<svg viewBox="0 0 {width:g} {height:g}" aria-hidden="false">\n{drawn}\n</svg>\n',
        *(_bar(found, row, size) for row in rows),
        *(piece for index in indices for piece in _overlays(found, marks, index, size)),
        kind="paper",
        style=f"aspect-ratio:{width:g}/{height:g};--width:{width:g}",
    )
    notes = element("div", *(_beside(found, row, size) for row in rows), kind="beside")
    spread = element("div", paper, "\n", notes, kind="spread")
    return element("section", head, spread, kind="sheet", aria_labelledby=f"page{page}") + "\n"


def _size(found: Explanation, page: int, indices: Sequence[int]) -> Size:
    """The page's size; where the reader did not say, enough for its words."""
    sizes = found.document.sizes
    if page <= len(sizes):
        return sizes[page - 1]
    box = box_of([box for index in indices if (box := found.lines[index].source.place().bbox)])
    return box[2] + _BLEED_PT, box[3] + _BLEED_PT


def _drawn(line: Line) -> str:
    """The words of a line, each stretched to the width it has in the source."""
    words = [word for word in line.words if word.text.strip()]
    return " ".join(_turned(word) if _is_turned(word) else _upright(word) for word in words)


def _upright(word: Word) -> str:
    height = word.bottom - word.top
    y = word.top + _BASELINE * height
    attributes = f'x="{word.x0:.1f}" y="{y:.1f}" font-size="{height:.1f}" {_length(word.x1 - word.x0)}'
    return f"<text {attributes}{_weight(word)}>{escaped(word.text)}</text>"


def _turned(word: Word) -> str:
    width = word.x1 - word.x0
    place = f"translate({word.x0 + _BASELINE * width:.1f} {word.bottom:.1f}) rotate(-90)"
    attributes = f'transform="{place}" font-size="{width:.1f}" {_length(word.bottom - word.top)}'
    return f"<text {attributes}{_weight(word)}>{escaped(word.text)}</text>"


def _is_turned(word: Word) -> bool:
    return len(word.text) > 2 and word.bottom - word.top > _ON_ITS_SIDE * (word.x1 - word.x0)


def _length(points: float) -> str:
    return f'textLength="{max(points, 0.1):.1f}" lengthAdjust="spacingAndGlyphs"'


def _weight(word: Word) -> str:
    return ' font-weight="700"' if word.bold else ""


def _overlays(found: Explanation, marks: Marks, index: int, size: Size) -> Iterator[str]:
    """A coloured anchor over each stretch that became a value."""
    source = found.lines[index].source
    for segment in marks.segments(index):
        box = source.place(segment.start, segment.end).bbox if segment.claims else None
        if box is not None and source.text[segment.start : segment.end].strip():
            sides = ["left"] * (box[0] > _RIGHT_PART * size[0]) + ["up"] * (box[1] > _LOW_PART * size[1])
            yield marks.link(index, segment, "", _style(box, size), " ".join(sides))


def _style(box: BoundingBox, size: Size, pad: float = _PAD_PT) -> str:
    """Place and size in percent of the page."""
    width, height = size
    left, top = 100 * (box[0] - pad) / width, 100 * (box[1] - pad) / height
    across, down = 100 * (box[2] - box[0] + 2 * pad) / width, 100 * (box[3] - box[1] + 2 * pad) / height
    return f"left:{left:.2f}%;top:{top:.2f}%;width:{across:.2f}%;height:{down:.2f}%"


def _row_box(found: Explanation, row: Sequence[int]) -> BoundingBox | None:
    boxes = [box for index in row if (box := found.lines[index].source.place().bbox)]
    return box_of(boxes) if boxes else None


def _bar(found: Explanation, row: Sequence[int], size: Size) -> str:
    """A coloured bar at the left of the row: its label at a glance."""
    box = _row_box(found, row)
    if box is None:
        return ""
    label = row_label(found, row)
    style = _style((max(box[0] - 6, 1), box[1], max(box[0] - 4, 3), box[3]), size, 0)
    frame = element("i", kind="miss", style=_style(box, size)) if label == "unknown" else ""
    return frame + element("i", kind=f"bar {class_of(label)}", style=style, title=label, id=line_id(row[0]))


def _beside(found: Explanation, row: Sequence[int], size: Size) -> str:
    box, label = _row_box(found, row), row_label(found, row)
    told = list(margin(found, row))
    if label in ("unknown", "furniture"):
        told.insert(0, element("span", label, kind="note"))
    if box is None or not told:
        return ""
    style = f"top:{100 * box[1] / size[1]:.2f}%"
    return element("div", *told, kind=f"at {class_of(label)}", style=style)
