"""Drawn lines to grids of cells: snap, join, intersect, and let the walls that are there part the cells."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from minutes_cli.readers.pdf.page import Ruling

# lines this near each other are one: both strokes of a double border, borders of neighbouring cells
_SNAP = 3.0
# pieces of a line may lie this far apart: dashes, corners left open
_JOIN = 3.0
# a joined line shorter than this parts no cells: ticks, dots, parts of drawings
_SHORTEST = 6.0
# a table whose side is drawn at all has it along this share of its rows
_CLOSED = 0.6
# more elementary cells than this are a drawing, a map or an attack
_MOST_CELLS = 40_000


class Bar(NamedTuple):
    """A line along one axis: where it stands on the other axis, and from where to where it runs."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class GridCell:
    """A cell of a drawn grid; row and column count from 0."""

    row: int
    column: int
    rowspan: int
    colspan: int


@dataclass(slots=True)
class Grid:
    """A drawn table: the edges of its columns and rows, and its cells in reading order."""

    xs: list[float]
    ys: list[float]
    cells: list[GridCell] = field(default_factory=list)
    owner: list[list[int]] = field(default_factory=list)

    @property
    def box(self) -> tuple[float, float, float, float]:
        return self.xs[0], self.ys[0], self.xs[-1], self.ys[-1]

    def cell_at(self, x: float, y: float) -> int:
        """The index of the cell around a point of the grid."""
        column = bisect_right(self.xs, x, 1, len(self.xs) - 1) - 1
        row = bisect_right(self.ys, y, 1, len(self.ys) - 1) - 1
        return self.owner[row][column]


def find_grids(rulings: Sequence[Ruling]) -> tuple[list[Grid], list[Bar]]:
    """The grids that lines draw, and the level lines that touch no upright one (underlines, separators)."""
    level, upright = _bars(rulings)
    loose: list[Bar] = []
    grids: list[Grid] = []
    for across, down in _connected(level, upright):
        if not down:
            loose.extend(across)
            continue
        grid = _grid(across, down)
        if grid is not None and len(grid.cells) > 1 and not _is_ragged(grid, down):
            grids.append(grid)
    grids.sort(key=lambda grid: (grid.ys[0], grid.xs[0]))
    return grids, loose


def _bars(rulings: Iterable[Ruling]) -> tuple[list[Bar], list[Bar]]:
    level: list[Bar] = []
    upright: list[Bar] = []
    for x0, top, x1, bottom in rulings:
        if x1 - x0 >= bottom - top:
            level.append(Bar((top + bottom) / 2, x0, x1))
            if x1 - x0 < _SNAP:  # a dot of a dotted line, which may run either way
                upright.append(Bar((x0 + x1) / 2, top - 0.5, bottom + 0.5))
        else:
            upright.append(Bar((x0 + x1) / 2, top, bottom))
            if bottom - top < _SNAP:
                level.append(Bar((top + bottom) / 2, x0 - 0.5, x1 + 0.5))
    return _joined(level), _joined(upright)


def _joined(bars: list[Bar]) -> list[Bar]:
    """Lines at nearly the same place put on one, their pieces joined, short ones left out."""
    bars.sort()
    found: list[Bar] = []
    start = 0
    for index in range(1, len(bars) + 1):
        if (
            index == len(bars)
            or bars[index].at - bars[index - 1].at > _SNAP / 2
            or bars[index].at - bars[start].at > _SNAP
        ):
            group = bars[start:index]
            start = index
            at = sum(bar.at for bar in group) / len(group)
            group.sort(key=lambda bar: bar.start)
            first, end = group[0].start, group[0].end
            for bar in group[1:]:
                if bar.start - end <= _JOIN:
                    end = max(end, bar.end)
                else:
                    found.append(Bar(at, first, end))
                    first, end = bar.start, bar.end
            found.append(Bar(at, first, end))
    return [bar for bar in found if bar.end - bar.start >= _SHORTEST]


def _connected(level: list[Bar], upright: list[Bar]) -> list[tuple[list[Bar], list[Bar]]]:
    """Lines grouped so that those which touch, directly or through others, are together."""
    parent = list(range(len(level) + len(upright)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    places = [bar.at for bar in level]
    for index, bar in enumerate(upright):
        low = bisect_left(places, bar.start - _SNAP)
        high = bisect_right(places, bar.end + _SNAP)
        for other in range(low, high):
            if level[other].start - _SNAP <= bar.at <= level[other].end + _SNAP:
                parent[root(other)] = root(len(level) + index)
    groups: dict[int, tuple[list[Bar], list[Bar]]] = defaultdict(lambda: ([], []))
    for index, bar in enumerate(level):
        groups[root(index)][0].append(bar)
    for index, bar in enumerate(upright):
        groups[root(len(level) + index)][1].append(bar)
    return list(groups.values())


def _grid(level: list[Bar], upright: list[Bar]) -> Grid | None:
    xs = _edges([bar.at for bar in upright], _shared_ends(level))
    ys = _edges([bar.at for bar in level], _shared_ends(upright))
    columns, rows = len(xs) - 1, len(ys) - 1
    if columns < 1 or rows < 1 or columns * rows > _MOST_CELLS:
        return None
    walls = _walls(upright, xs, ys)
    floors = _walls(level, ys, xs)
    grid = Grid(xs, ys, owner=[[-1] * columns for _ in range(rows)])
    for row in range(rows):
        for column in range(columns):
            if grid.owner[row][column] < 0:
                _add_cell(grid, row, column, walls, floors)
    return grid


def _edges(places: list[float], ends: list[float]) -> list[float]:
    """Where columns (or rows) end: at lines, and where lines of the other direction end together."""
    found: list[float] = []
    for place in sorted(set(places)):
        if not found or place - found[-1] > _SNAP:
            found.append(place)
    for end in ends:
        if not found or end < found[0] - 2 * _SNAP:
            found.insert(0, end)
        elif end > found[-1] + 2 * _SNAP:
            found.append(end)
    return found


def _shared_ends(bars: list[Bar]) -> list[float]:
    """The outermost start and end of lines, each where two lines or more agree on it."""
    found: list[float] = []
    for ends in ([bar.start for bar in bars], [bar.end for bar in bars]):
        outer = min(ends, default=0.0) if not found else max(ends, default=0.0)
        if sum(abs(end - outer) <= _SNAP for end in ends) >= 2:
            found.append(outer)
        else:
            found.append(float("nan"))
    return [end for end in found if end == end]


def _walls(bars: list[Bar], across: list[float], along: list[float]) -> list[list[bool]]:
    """Whether there is a wall at each edge `across`, between each two neighbours of the edges `along`."""
    walls = [[False] * (len(along) - 1) for _ in across]
    for bar in bars:
        edge = bisect_right(across, bar.at + 0.01) - 1
        first = bisect_left(along, bar.start - _SNAP)
        last = bisect_right(along, bar.end + _SNAP) - 1
        for index in range(first, last):
            walls[edge][index] = True
    return walls


def _is_ragged(grid: Grid, upright: list[Bar]) -> bool:
    """Whether rows end at different places: boxes of several widths under each other, not one table."""
    walls = _walls(upright, grid.xs, grid.ys)
    return any(0 < sum(side) < _CLOSED * len(side) for side in (walls[0], walls[-1]))


def _add_cell(grid: Grid, row: int, column: int, walls: list[list[bool]], floors: list[list[bool]]) -> None:
    """Grow a cell from its top left corner to the next wall on the right and the next floor below."""
    columns, rows = len(grid.xs) - 1, len(grid.ys) - 1
    number = len(grid.cells)
    right = column + 1
    while right < columns and not walls[right][row] and grid.owner[row][right] < 0:
        right += 1
    below = row + 1
    while (
        below < rows
        and not any(floors[below][column:right])
        and not any(walls[inner][below] for inner in range(column + 1, right))
        and all(grid.owner[below][inner] < 0 for inner in range(column, right))
    ):
        below += 1
    for y in range(row, below):
        grid.owner[y][column:right] = [number] * (right - column)
    grid.cells.append(GridCell(row, column, below - row, right - column))
