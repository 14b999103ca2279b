"""How characters look, as far as it carries meaning."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Look:
    """What a style or a run says of its characters; None where it says nothing."""

    bold: bool | None = None
    underline: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    size: float | None = None
    font: str | None = None

    def over(self, base: Look) -> Look:
        """What is said here, and where nothing is, what the base says."""
        return Look(
            base.bold if self.bold is None else self.bold,
            base.underline if self.underline is None else self.underline,
            base.struck if self.struck is None else self.struck,
            base.hidden if self.hidden is None else self.hidden,
            base.size if self.size is None else self.size,
            base.font if self.font is None else self.font,
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
        )
