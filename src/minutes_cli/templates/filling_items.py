"""The record of a blank document, filled: items and what stands under them, one item after the other."""

from __future__ import annotations

import re

from minutes_cli.templates.filling_tasks import fill_action, fill_decision, is_action, is_decision
from minutes_cli.templates.made_up import APPROVAL, AWAY, NEXT, PROSE, item_title
from minutes_cli.templates.sheet import Line, Slot
from minutes_cli.templates.words import next_slot, number_of, without_number
from minutes_cli.templates.work import Work

_PILLAR = re.compile(r"\b(?:pillar|priorit|theme|objective)", re.IGNORECASE)
_LAST = re.compile(r"\bminutes of the (?:last|previous)\b|\b(?:last|previous) minutes\b", re.IGNORECASE)
_TAGGED = re.compile(r"\s*\([^()]{1,80}\)\s*$")
AWAY_SENTENCE = f"Apologies were received from {AWAY.name}."


class Items:
    """Fills the items of one document, told of each line in order."""

    def __init__(self, work: Work) -> None:
        self._work = work
        self._line: Line | None = None
        self._last: Line | None = None
        self._number: str | None = None
        self._is_next = self._is_apologies = self._is_last = self._written = False
        self._missing: set[str] = set()

    def open(self, line: Line, number: str | None = None) -> None:
        """A line is the title of an item; `number` stands in another cell."""
        work, text = self._work, line.text
        number = number or number_of(text)
        self.close(inside=self._is_inside(line, number))
        section = work.words.section(without_number(text))
        if section:
            work.sections.append((section, line))
            if line.heading is None and not line.table:
                work.ask("heading", section.title, line.place)
        pillar = self._fill_title(line)
        title = without_number(line.text).replace("*", "").strip(" :")
        title = _TAGGED.sub("", title) if pillar else title
        work.used.add(line)
        self._line, self._last, self._number, self._written = line, line, number, False
        self._is_next = work.words.is_next(title)
        self._is_last = _LAST.search(title) is not None
        self._is_apologies = "apolog" in title.casefold() and "apologies" not in work.found
        self._missing = set(work.template.next_meeting or ("date",)) if self._is_next else set()
        if section and line.heading is None and not line.table:
            return  # what it lacks is told
        work.expect("items", "title", title, title, line.place, title)
        if number:
            work.expect("items", "number", number, number, line.place, title)
        if pillar:
            work.expect("items", "pillars", pillar, pillar, line.place, title)

    def _is_inside(self, line: Line, number: str | None) -> bool:
        """Whether an item is part of the one before it."""
        if self._line is None:
            return False
        if number and self._number:
            return number.startswith(f"{self._number}.")
        return bool(line.heading and self._line.heading and line.heading > self._line.heading)

    def _fill_title(self, line: Line) -> str | None:
        """Write a title and a pillar where there are places for them; the pillar."""
        work = self._work
        names = work.template.pillars.names
        pillar: str | None = None
        puts: list[tuple[Slot, str]] = []
        for slot in line.slots():
            if _PILLAR.search(slot.name) and names:
                pillar = names[next(work.numbers) % len(names)]
                puts.append((slot, pillar))
            else:
                puts.append((slot, item_title(next(work.numbers)) if not puts else ""))
        line.put(puts)
        return pillar

    def under(self, line: Line) -> None:
        """A line stands under the title that was opened last."""
        work = self._work
        work.used.add(line)
        if not line.text.strip():
            return
        self._last = line
        if self._is_next:
            self._fill_next(line)
        elif is_action(work, line):
            fill_action(work, line)
            self._written = True
        elif is_decision(work, line):
            fill_decision(work, line)
            self._written = True
        elif slots := line.slots():
            text = self._prose(line)
            line.put([(slots[0], text), *((slot, "") for slot in slots[1:])])
            self._written = True
        elif line.heading is None:
            self._written = True

    def _prose(self, line: Line) -> str:
        if not self._is_apologies or "apologies" in self._work.found:
            return APPROVAL if self._is_last else PROSE
        self._work.found.add("apologies")
        self._work.expect("attendees", "name", AWAY.name, AWAY.name, line.place, AWAY.name)
        self._work.expect("attendees", "status", "apologies", "apologies", line.place, AWAY.name)
        return AWAY_SENTENCE

    def close(self, inside: bool = False) -> None:
        """What stands under the item is over; an item without a place to write in gets a line."""
        line = self._line
        if line is None or self._last is None:
            return
        if self._is_next and "next" not in self._work.found:
            self._last.below.append(self._next_line(line))
        elif not self._written and not inside and not self._is_next:
            self._last.below.append(self._prose(line))
        for key in sorted(self._missing) if self._is_next else ():
            self._work.ask("field", f"the {key} of the next meeting", line.place)
        self._line, self._missing = None, set()

    def _next_line(self, line: Line) -> str:
        """Everything that is asked of the next meeting, in one line."""
        values = [self.next_value(line, key) for key in ("date", "time", "venue") if key in self._missing]
        if "kind" in self._missing:
            self._last.below.append(self.next_value(line, "kind"))  # type: ignore[union-attr]
        return ", ".join(values)

    def _fill_next(self, line: Line) -> None:
        puts: list[tuple[Slot, str]] = []
        for slot in line.slots():
            key = next_slot(slot.name)
            if key is None and "next" not in self._work.found:
                key = "date"
            value = self.next_value(line, key) if key else ""
            if key == "date" and "time" in slot.name:
                value = f"{value}, {self.next_value(line, 'time')}"
            puts.append((slot, value))
        line.put(puts)
        label = self._work.words.label.search(line.text)
        if not puts and label and not line.text[label.end() :].strip(" _."):
            key = {"start_time": "time"}.get(named := self._work.words.keys[label["label"].casefold()], named)
            if key in NEXT:
                line.text = f"{line.text.rstrip(' _.')} {self.next_value(line, key)}"

    def next_value(self, line: Line, key: str) -> str:
        """The made-up value of a field of the next meeting, which is expected back."""
        value = NEXT[key]
        self._work.found.add("next")
        self._missing.discard(key)
        self._work.expect("next_meeting", key, value.read, value.written, line.place)
        return value.written

    def fill_next_label(self, line: Line, end: int) -> None:
        """Fill a line "Next meeting: [date]" that is no item."""
        wanted = set(self._work.template.next_meeting or ("date",))
        self._missing = set(wanted)
        rest = line.text[end:]
        if any(slot.start >= end for slot in line.slots()):
            self._fill_next(line)
        elif not rest.strip(" _.:–-"):
            values = [self.next_value(line, key) for key in ("date", "time", "venue") if key in wanted]
            line.text = f"{line.text[:end].rstrip()} {', '.join(values)}"
        self._work.found.add("next")
        self._work.used.add(line)
        for key in sorted(self._missing):
            self._work.ask("field", f"the {key} of the next meeting", line.place)
        self._missing = set()
