"""What all changes share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

# (source of chance, a document, all good ones of its kind) -> the document, changed; as it was where nothing fits
Change = Callable[[Random, bytes, Sequence[bytes]], bytes]

ODD_NUMBERS = (
    b"0", b"-1", b"1", b"2", b"-0", b"255", b"256", b"32767", b"32768", b"65535", b"65536", b"2147483647",
    b"2147483648",
    b"-2147483648", b"4294967295", b"9999999999", b"-9999999999", b"18446744073709551616", b"1e308", b"-1e308",
    b"1e999",
    b"NaN", b"inf", b"-inf", b"0.0000000001", b"1.5", b"1,5", b"00001", b"+1", b"0x10", b"1_000", b"", b"9" * 400,
    b"9" * 5000, "\u0663".encode(), "\u00b2".encode(), "\u2460".encode(), "\uff11\uff12".encode(), "\u0be7".encode(),
)  # fmt: skip


def span(random: Random, length: int, most: int) -> tuple[int, int]:
    """A start and an end in something so long, mostly near each other."""
    start = random.randrange(length + 1)
    return start, min(length, start + 1 + int(random.random() ** 3 * most))
