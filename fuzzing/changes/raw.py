"""Changes of bytes, whatever they mean."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from fuzzing.changes.common import Change, span

_ODD = (0, 1, 0x7F, 0x80, 0xFF, 0xFE, 0x20, 0x0A, 0x0D, 0x3C, 0x28)
_WORDS = (0, 1, 2, 0x7F, 0x80, 0xFF, 0x100, 0x7FFF, 0x8000, 0xFFFE, 0xFFFF, 0x10000, 0x7FFFFFFF, 0x80000000, 0xFFFFFFFF)


def flip_bits(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 5, 20)) if data else 0):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def set_bytes(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    changed = bytearray(data)
    for _ in range(random.choice((1, 1, 2, 5, 20)) if data else 0):
        changed[random.randrange(len(changed))] = random.choice((*_ODD, random.randrange(256)))
    return bytes(changed)


def delete(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, end = span(random, len(data), len(data) // 2)
    return data[:start] + data[end:]


def cut(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def repeat(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    start, end = span(random, len(data), 2000)
    return data[:start] + data[start:end] * random.choice((2, 2, 2, 3, 10, 100)) + data[end:]


def insert(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.randbytes(random.choice((1, 2, 4, 50))) + data[at:]


def swap(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    places = sorted(random.randrange(len(data) + 1) for _ in range(4))
    one, two, three, four = places
    return data[:one] + data[three:four] + data[two:three] + data[one:two] + data[four:]


def splice(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    other = random.choice(others)
    return data[: random.randrange(len(data) + 1)] + other[random.randrange(len(other) + 1) :]


def paste(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A stretch of another document over one of this."""
    other = random.choice(others)
    start, end = span(random, len(other), 4000)
    at = random.randrange(len(data) + 1)
    return data[:at] + other[start:end] + data[at + random.choice((0, end - start)) :]


def number(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """A number of binary formats: 2 or 4 bytes, at an even place."""
    size = random.choice((2, 4))
    if len(data) < size:
        return data
    at = random.randrange(len(data) - size + 1) // 2 * 2
    return data[:at] + _odd_word(random, data[at : at + size]) + data[at + size :]


def number_in_use(random: Random, data: bytes, others: Sequence[bytes]) -> bytes:
    """As `number`, where there is one already: not in the gaps of zeros."""
    size = random.choice((2, 4))
    for _ in range(20):
        at = random.randrange(max(1, len(data) - size + 1)) // 2 * 2
        old = data[at : at + size]
        if len(old) == size and any(old):
            return data[:at] + _odd_word(random, old) + data[at + size :]
    return data


def _odd_word(random: Random, old: bytes) -> bytes:
    value = int.from_bytes(old, "little")
    new = random.choice((*_WORDS, value + 1, value - 1, value * 2, value // 2, value ^ 0x8000, random.getrandbits(32)))
    return (new % (1 << 8 * len(old))).to_bytes(len(old), random.choice(("little", "little", "big")))


NUMBERS: list[Change] = [number, number_in_use]
CHANGES: list[Change] = [flip_bits, set_bytes, delete, cut, repeat, insert, swap, splice, paste]
