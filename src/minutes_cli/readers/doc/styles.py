"""The style sheet of a Word 97-2003 file."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from minutes_cli.readers.doc.formatting import (
    C_BOLD,
    C_DOUBLE_STRIKE,
    C_HIDDEN,
    C_SIZE,
    C_STRIKE,
    C_UNDERLINE,
    NOTHING,
    P_OUTLINE,
    Modifiers,
    read_modifiers,
)
from minutes_cli.readers.office.looks import Look

MOST_BASES = 30
NO_STYLE = 0xFFF
# numbers of built-in styles
_HEADINGS, _TITLE, _HYPERLINKS = range(1, 10), 62, (85, 86)
_PARAGRAPH_KIND = 1


@dataclass(frozen=True, slots=True)
class Style:
    """One style as the file states it; `built_in` is its number among Word's own styles."""

    built_in: int
    base: int
    paragraph: Modifiers
    run: Modifiers


@dataclass(slots=True)
class Styles:
    """Styles by their place in the sheet."""

    sheet: dict[int, Style] = field(default_factory=dict)
    _looks: dict[int, Look] = field(default_factory=dict)

    def chain(self, key: int) -> list[Style]:
        """A style and those it is based on, the nearest first, no more than `MOST_BASES`."""
        found: list[Style] = []
        while len(found) < MOST_BASES and (style := self.sheet.get(key)):
            found.append(style)
            key = style.base
        return found

    def look(self, key: int) -> Look:
        if key not in self._looks:
            look = Look()
            for style in reversed(self.chain(key)):
                look = read_look(style.run, look).over(look)
            self._looks[key] = look
        return self._looks[key]

    def paragraph(self, key: int, code: int) -> bytes | None:
        """A paragraph modifier of the nearest style that has it."""
        return next((style.paragraph[code] for style in self.chain(key) if code in style.paragraph), None)

    def heading(self, key: int, own: Modifiers) -> int | None:
        """The level of heading, from 1."""
        if P_OUTLINE in own:
            return own[P_OUTLINE][0] + 1 if own[P_OUTLINE][0] in range(9) else None
        for style in self.chain(key):
            if style.built_in in _HEADINGS:
                return style.built_in
            if P_OUTLINE in style.paragraph:
                return style.paragraph[P_OUTLINE][0] + 1 if style.paragraph[P_OUTLINE][0] in range(9) else None
            if style.built_in == _TITLE:
                return 1
        return None

    def is_hyperlink(self, key: int) -> bool:
        return any(style.built_in in _HYPERLINKS for style in self.chain(key))


def read_look(run: Modifiers, base: Look) -> Look:
    """What a run or style says of its characters, in a base that it may turn round."""
    underline, size = run.get(C_UNDERLINE), run.get(C_SIZE)
    struck = _toggle(run.get(C_STRIKE), base.struck)
    return Look(
        _toggle(run.get(C_BOLD), base.bold),
        None if underline is None else underline[0] != 0,
        _toggle(run.get(C_DOUBLE_STRIKE), base.struck) if struck is None else struck,
        _toggle(run.get(C_HIDDEN), base.hidden),
        None if size is None else int.from_bytes(size, "little") / 2,
    )


def _toggle(stated: bytes | None, base: bool | None) -> bool | None:
    """0 off, 1 on, 0x80 as the style has it, 0x81 the other way round."""
    if stated is None or stated[0] == 0x80:
        return None
    return not base if stated[0] == 0x81 else stated[0] != 0


def read_styles(sheet: bytes) -> Styles:
    """The styles of a style sheet (STSH); an empty one has none."""
    styles = Styles()
    if len(sheet) < 6:
        return styles
    info, count, base_size = struct.unpack_from("<HHH", sheet)
    at = 2 + info
    for key in range(count):
        if at + 2 > len(sheet):
            break
        (size,) = struct.unpack_from("<H", sheet, at)
        stored = sheet[at + 2 : at + 2 + size]
        if len(stored) >= base_size + 2 and base_size >= 6:
            styles.sheet[key] = _read_style(stored, base_size)
        at += 2 + size
    return styles


def _read_style(stored: bytes, base_size: int) -> Style:
    number, kind_and_base, changes = struct.unpack_from("<HHH", stored)
    kind = kind_and_base & 0xF
    (length,) = struct.unpack_from("<H", stored, base_size)
    at = base_size + 2 + 2 * length + 2
    parts: list[bytes] = []
    for _ in range(changes & 0xF):
        at += at % 2
        size = int.from_bytes(stored[at : at + 2], "little")
        parts.append(stored[at + 2 : at + 2 + size])
        at += 2 + size
    is_paragraph = kind == _PARAGRAPH_KIND
    paragraph = read_modifiers(parts[0][2:]) if is_paragraph and parts else NOTHING
    runs = parts[1:] if is_paragraph else parts
    return Style(number & NO_STYLE, kind_and_base >> 4, paragraph, read_modifiers(runs[0]) if runs else NOTHING)
