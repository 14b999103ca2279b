"""What the characters of Word's symbol fonts mean in Unicode, as far as minutes use them."""

from __future__ import annotations

import re

# code in the font -> character; tick boxes, ticks, crosses, bullets, arrows
_WINGDINGS = {
    0x6C: "●", 0x6E: "■", 0x6F: "☐", 0x71: "☐", 0x72: "☐", 0x75: "◆", 0x76: "❖", 0x77: "•", 0x78: "☒", 0x9E: "•",
    0x9F: "•", 0xA7: "•", 0xA8: "☐", 0xD8: "➢", 0xDF: "←", 0xE0: "→", 0xE8: "→", 0xF0: "⇨", 0xFB: "✗", 0xFC: "✓",
    0xFD: "☒", 0xFE: "☑", 0x4A: "☺", 0x28: "☎", 0x2A: "✉",
}  # fmt: skip
_WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "☐", 0x97: "•", 0x98: "•"}
_WINGDINGS_3 = {0x22: "→", 0x67: "→", 0x84: "→"}
_SYMBOL = {
    0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈", 0xBE: "—", 0xDE: "⇒",
    0xAC: "←", 0xAE: "→", 0xD6: "√", 0x6D: "μ", 0x44: "Δ", 0x2D: "−",
}  # fmt: skip
_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "wingdings 3": _WINGDINGS_3, "symbol": _SYMBOL}
# Word stores a symbol font's characters in the private use area.
_PRIVATE = 0xF000
_PRIVATE_USE = re.compile(r"[\uf000-\uf0ff]")


def is_symbol_font(font: str | None) -> bool:
    return font is not None and font.lower() in _FONTS


def symbol(code: int, font: str | None) -> str | None:
    """The character for a code in a symbol font, None where its meaning is not known."""
    if _PRIVATE <= code < _PRIVATE + 0x100:
        code -= _PRIVATE
        return _FONTS.get((font or "").lower(), _SYMBOL).get(code)
    if is_symbol_font(font):
        return _FONTS[(font or "").lower()].get(code, " " if code == 0x20 else None)
    return chr(code) if 0x20 <= code <= 0x10FFFF and not 0xD800 <= code < 0xE000 else None


def in_unicode(text: str, font: str | None) -> tuple[str, int]:
    """Text typed in a font as Unicode, and how many of its characters are not known."""
    if not is_symbol_font(font) and not _PRIVATE_USE.search(text):
        return text, 0
    known = [symbol(ord(character), font) for character in text]
    return "".join(character or "" for character in known), known.count(None)
