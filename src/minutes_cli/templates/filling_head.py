"""The heading of a blank document, filled: labelled lines, tables of labels, placeholders in the title."""

from __future__ import annotations

from minutes_cli.parser.tables import fold
from minutes_cli.templates.made_up import MEETING
from minutes_cli.templates.sheet import Grid, Line, Slot
from minutes_cli.templates.words import meeting_slot
from minutes_cli.templates.work import Work

_BLANK = " \t_.…:–-"


def fill_labels(work: Work, line: Line, following: Line | None) -> bool:
    """Fill what stands behind the labels of a line; False where it has none."""
    marks = list(work.words.label.finditer(line.text))
    if not marks or (marks[0].start() > 0 and not line.text[: marks[0].start()].strip()):
        return False
    slots = line.slots()
    opens = following is not None and following.is_open() and bool(following.slots())
    if not opens and not any(sign in line.text for sign in ":\t"):
        return False  # a word that is a label elsewhere
    puts: list[tuple[Slot, str]] = []
    for number, mark in enumerate(marks):
        end = marks[number + 1].start() if number + 1 < len(marks) else len(line.text)
        key = work.words.keys[fold(mark["label"])]
        inside = [slot for slot in slots if mark.end() <= slot.start < end]
        if inside:
            puts += [(slot, _value(work, line, _key(slot, key), fold(mark["label"]))) for slot in inside]
        elif line.text[mark.end() : end].strip(_BLANK):
            work.found.add(key)  # it is printed once and for all
        elif end == len(line.text) and following is not None and opens:
            slot = following.slots()[0]
            following.put([(slot, _value(work, following, key, fold(mark["label"])))])
            work.used.add(following)
        else:
            space = "" if line.text[: mark.end()].endswith((" ", "\t")) else " "
            puts.append((Slot(mark.end(), end, ""), space + _value(work, line, key, fold(mark["label"]))))
    line.put(puts)
    work.used.add(line)
    return True


def _key(slot: Slot, key: str) -> str:
    """The field of a placeholder behind a label: the label's, unless a line holds date and time."""
    named = meeting_slot(slot.name)
    return named if named in ("date", "start_time", "end_time", "venue") and key in ("date", "start_time") else key


def _value(work: Work, line: Line, key: str, label: str = "") -> str:
    """The made-up value of a field, which is expected back."""
    value = MEETING[key]
    work.found.add(key)
    work.expect("meeting", key, value.read, value.written, line.place)
    if key == "date" and "time" in label and "start_time" not in work.found:
        return f"{value.written}, {_value(work, line, 'start_time')}"
    return value.written


def fill_names(work: Work, line: Line) -> None:
    """Fill placeholders of the heading that say themselves what belongs there."""
    puts = []
    for slot in line.slots():
        key = meeting_slot(slot.name)
        if key in ("body", "title"):
            puts.append((slot, MEETING[key].written))
            work.found.add(key)
        elif key:
            puts.append((slot, _value(work, line, key)))
    line.put(puts)


def fill_table(work: Work, grid: Grid) -> bool:
    """Fill a table of labels beside places for their values; False for another table."""
    filled = False
    for row in grid.rows:
        for column, cell in enumerate(row.cells):
            label = fold(row.text(column).replace("*", ""))
            after = row.cells[column + 1] if column + 1 < len(row.cells) else []
            if label in work.words.keys and after and cell:
                filled = True
                _beside(work, after[0], work.words.keys[label], label)
                work.used.update(cell)
            elif cell and work.words.label.search(cell[0].text):
                filled = fill_labels(work, cell[0], None) or filled
    return filled


def _beside(work: Work, line: Line, key: str, label: str) -> None:
    slots = line.slots()
    if slots:
        line.put([(slots[0], _value(work, line, key, label)), *((slot, "") for slot in slots[1:])])
    elif line.text.strip(_BLANK):
        work.found.add(key)
    else:
        line.text = _value(work, line, key, label)
    work.used.add(line)
