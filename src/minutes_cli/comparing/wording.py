"""Two texts word by word."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from rapidfuzz.distance import Indel

from minutes_cli.comparing.folding import Word
from minutes_cli.model.differences import Run

# Words that stay between two changes are part of them where they are so few: a rewritten sentence keeps an "of".
_ISLAND = 1
# Texts of more words are compared sentence by sentence first: comparing takes the product of both lengths.
_LONGEST = 4000

_Block = tuple[int, int, int, int]
"""words [from, to) of the old text and [from, to) of the new one that differ"""


def runs(
    old: Sequence[Word], new: Sequence[Word], told_old: Collection[int] = (), told_new: Collection[int] = ()
) -> tuple[Run, ...]:
    """What of the texts is the same and what not; empty where nothing differs.

    told_old, told_new   sentences of which a part is compared elsewhere: that all the rest of one is gone or new is
                         told there
    """
    gone, come = set[int](), set[int]()
    blocks = [block for block in _blocks(old, new) if not _only_spaced(old, new, block)]
    for start, end, other_start, other_end in blocks:
        gone.update(range(start, end))
        come.update(range(other_start, other_end))
    gone -= _whole(old, gone, told_old)
    come -= _whole(new, come, told_new)
    if not gone and not come:
        return ()
    return tuple(_runs(old, new, blocks, gone, come))


def _only_spaced(old: Sequence[Word], new: Sequence[Word], block: _Block) -> bool:
    """Whether both have the same letters, with white space in other places: "1 st", "1st"."""
    start, end, other_start, other_end = block
    return "".join(word.key for word in old[start:end]) == "".join(word.key for word in new[other_start:other_end])


def _whole(text: Sequence[Word], changed: set[int], told: Collection[int]) -> set[int]:
    """Words of told sentences of which nothing stayed."""
    kept = {word.sentence for at, word in enumerate(text) if at not in changed}
    return {at for at in changed if text[at].sentence in told and text[at].sentence not in kept}


def _runs(
    old: Sequence[Word], new: Sequence[Word], blocks: Sequence[_Block], gone: set[int], come: set[int]
) -> Iterator[Run]:
    at = 0
    for start, end, other_start, other_end in blocks:
        yield from _run("same", new[at:other_start])
        yield from _run("removed", [old[index] for index in range(start, end) if index in gone])
        yield from _run("added", [new[index] for index in range(other_start, other_end) if index in come])
        at = other_end
    yield from _run("same", new[at:])


def _run(how: str, text: Sequence[Word]) -> Iterator[Run]:
    if text:
        yield Run.model_validate({"how": how, "text": "".join(word.shown for word in text)})


def _blocks(old: Sequence[Word], new: Sequence[Word]) -> Iterator[_Block]:
    if len(old) > _LONGEST or len(new) > _LONGEST:
        yield from _by_sentence(old, new)
        return
    pending: _Block | None = None
    for block in _changes([word.key for word in old], [word.key for word in new]):
        if pending and block[0] - pending[1] <= _ISLAND:
            pending = (pending[0], block[1], pending[2], block[3])
            continue
        if pending:
            yield pending
        pending = block
    if pending:
        yield pending


def _by_sentence(old: Sequence[Word], new: Sequence[Word]) -> Iterator[_Block]:
    mine, yours = _sentences(old), _sentences(new)
    for start, end, other_start, other_end in _changes([one for one, _ in mine], [one for one, _ in yours]):
        left = mine[start][1] if start < len(mine) else len(old)
        right = mine[end][1] if end < len(mine) else len(old)
        other_left = yours[other_start][1] if other_start < len(yours) else len(new)
        other_right = yours[other_end][1] if other_end < len(yours) else len(new)
        if right - left > _LONGEST or other_right - other_left > _LONGEST:
            yield left, right, other_left, other_right
            continue
        for a, b, c, d in _blocks(old[left:right], new[other_left:other_right]):
            yield left + a, left + b, other_left + c, other_left + d


def _sentences(text: Sequence[Word]) -> list[tuple[str, int]]:
    """The keys of each sentence, and where it begins."""
    found: list[tuple[list[str], int]] = []
    last = None
    for at, word in enumerate(text):
        if word.sentence != last:
            found.append(([], at))
            last = word.sentence
        found[-1][0].append(word.key)
    return [(" ".join(keys), at) for keys, at in found]


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[_Block]:
    """The parts between those that are the same."""
    at = other_at = 0
    for match in Indel.opcodes(old, new).as_matching_blocks():
        if match.a > at or match.b > other_at:
            yield at, match.a, other_at, match.b
        at, other_at = match.a + match.size, match.b + match.size
