"""How characters look, as far as it carries meaning."""

from __future__ import annotations

import re
from dataclasses import dataclass

_COLOUR = re.compile(r"#?([0-9a-fA-F]{2})([0-9a-fA-F]{2})([0-9a-fA-F]{2})")
# a shade of which each part is as high as this (of 255) is white to the eye; letters of one point are a dot
_WHITE, _TINY = 250, 1.0


def is_faint(colour: str | None, size: float | None) -> bool | None:
    """Whether letters of a colour ("FFFFFF", "#fefefe") and size in points cannot be seen; None without either."""
    parts = _COLOUR.fullmatch(colour or "")
    if colour is None and size is None:
        return None
    is_white = parts is not None and min(int(part, 16) for part in parts.groups()) >= _WHITE
    return is_white or (size is not None and size <= _TINY)


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or a run says of its characters; None where it says nothing.

    faint   they are white, transparent or as small as a dot: nobody sees them on white paper
    """

    bold: bool | None = None
    underline: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    font: str | None = None
    faint: bool | None = None

    def over(self, base: Look) -> Look:
        """What is said here, and where nothing is, what the base says."""
        return Look(
            base.bold if self.bold is None else self.bold,
            base.underline if self.underline is None else self.underline,
            base.struck if self.struck is None else self.struck,
            base.hidden if self.hidden is None else self.hidden,
            base.size if self.size is None else self.size,
            base.font if self.font is None else self.font,
            base.faint if self.faint is None else self.faint,
        )

    def toggled(self, base: Look) -> Look:
        """The look of a character style in a paragraph style, the base: what both switch on is off."""
        both = self.over(base)
        return Look(
            bool(self.bold) != bool(base.bold),
            both.underline,
            bool(self.struck) != bool(base.struck),
            bool(self.hidden) != bool(base.hidden),
            both.size,
            both.font,
            both.faint,
        )
