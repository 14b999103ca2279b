"""What the first bytes of a file tell about its encoding."""

from __future__ import annotations

import codecs

# UTF-32 first: its little-endian mark begins with that of UTF-16
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# UTF-16 of mostly Latin text has a zero in nearly every second byte; a third leaves room for other scripts
_ZEROS = 0.33
# stray control bytes happen in text (old printers, bad pastes): a few, or up to one byte in fifty
_STRAY_CONTROLS = 3
_BINARY_SHARE = 0.02
# what fills the last block of a disk or of a transfer
_PADDING = b"\0"
# those that a terminal is told things with are seen in logs of chats and sessions
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\a\b\t\n\v\f\r\x1a\x1b")


def marked_encoding(sample: bytes) -> str | None:
    """The encoding that a byte order mark names, or that zeros at every second place give away."""
    for mark, encoding in _MARKS:
        if sample.startswith(mark):
            return encoding
    half = len(sample) / 2
    before, after = sample[::2].count(0), sample[1::2].count(0)
    if after > _ZEROS * half and before <= _BINARY_SHARE * half and _is_text(sample, "utf-16-le"):
        return "utf-16-le"
    if before > _ZEROS * half and after <= _BINARY_SHARE * half and _is_text(sample, "utf-16-be"):
        return "utf-16-be"
    return None


def _is_text(sample: bytes, encoding: str) -> bool:
    """Whether bytes hold no more control characters than text does, read in an encoding of two bytes a letter."""
    text = sample.decode(encoding, errors="replace")
    controls = sum(character < " " and not character.isspace() for character in text)
    return controls <= max(_STRAY_CONTROLS, _BINARY_SHARE * len(text))


def is_binary(sample: bytes) -> bool:
    """Whether bytes without a marked encoding hold more control characters than text does."""
    text = sample.strip(_PADDING)
    controls = len(text) - len(text.translate(None, _CONTROLS))
    return controls > max(_STRAY_CONTROLS, _BINARY_SHARE * len(text)) or len(text) == 0 < len(sample)
