"""Values in the margin of the lines that they were read from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from minutes_cli.model.minutes import Minutes
from minutes_cli.model.pointer import field_of, owner_of, steps
from minutes_cli.model.tracing import Claim, Explanation, Label

# What the last step of a pointer adds nothing to.
_PLAIN_STEPS = ("as_written", "name")


class Note(NamedTuple):
    """Values of one entry, or of several entries that say the same.

    who         "action 1", "attendees 1–7", "item 2.1"; "" for the meeting
    fields      what they are: "date", "owner"
    values      where a value is not as printed, its form in the data; one a field, "" where it is as printed
    confidence  of the least sure one
    """

    who: str
    fields: tuple[str, ...]
    values: tuple[str, ...]
    grades: tuple[str, ...]
    confidence: float
    rules: tuple[str, ...]

    @property
    def what(self) -> str:
        """'title, date 2024-03-06'."""
        pairs = zip(self.fields, self.values, strict=True)
        return ", ".join(f"{name} {value}" if value else name for name, value in pairs)

    @property
    def proof(self) -> str:
        """'0.85 derived action.marker': how sure, how it follows where that is not plain, and by which rules."""
        odd = [grade for grade in ("derived", "ambiguous") if grade in self.grades]
        return " ".join((f"{self.confidence:.2f}", *odd, *_in_short(self.rules)))


def _in_short(rules: Sequence[str]) -> list[str]:
    """Names of rules, the part that they share with the one before left out: 'action.marker', '.owner.first'."""
    found: list[str] = []
    for number, rule in enumerate(rules):
        family, dot, rest = rule.partition(".")
        shared = number and rules[number - 1].partition(".")[0] == family
        found.append(dot + rest if shared else rule)
    return found


def entry_of(path: str) -> str:
    """The pointer to what the value belongs to: an action, an attendee, one exchange of an item, the meeting."""
    first, *rest = steps(path)
    within = 4 if "exchanges" in rest[:2] else 2 if owner_of(path) else 1
    return "/" + "/".join((first, *rest)[:within])


def row_label(found: Explanation, row: Sequence[int]) -> Label:
    """The label of a row: that of its first cell from which something was read."""
    labels = [found.lines[index].label for index in row]
    return next((label for label in labels if label not in ("unknown", "prose")), labels[0])


def row_zones(found: Explanation) -> list[str]:
    """The part of the record of each row; page headers and footers interrupt none."""
    zones = [found.lines[row[0]].zone for row in found.rows]
    told = [zone for zone in zones if zone != "furniture"]
    kept: list[str] = []
    for zone in zones:
        kept.append(zone if zone != "furniture" else kept[-1] if kept else told[0] if told else zone)
    return kept


def begun_on(found: Explanation, row: Sequence[int]) -> list[Claim]:
    """The claims of a row's lines that begin on them."""
    return [claim for index in row for claim in found.lines[index].claims if claim.stretches[0].line == index]


def notes(claims: Iterable[Claim], minutes: Minutes) -> list[Note]:
    """What was read, entry by entry; references to other entries are left out."""
    of_entry: dict[str, dict[str, Claim]] = {}
    for claim in claims:
        if not claim.reference:
            entry = entry_of(claim.path)
            of_entry.setdefault(entry, {}).setdefault(field_in_words(claim.path), claim)
    alike: dict[tuple[object, ...], list[str]] = {}
    for entry, fields in of_entry.items():
        said = tuple((name, form_of(claim)) for name, claim in fields.items())
        alike.setdefault((field_of(entry), said), []).append(entry)
    return [_note(entries, of_entry[entries[0]], minutes) for entries in alike.values()]


def _note(entries: Sequence[str], fields: dict[str, Claim], minutes: Minutes) -> Note:
    proofs = [claim.evidence for claim in fields.values()]
    return Note(
        who_in_words(entries, minutes),
        tuple(fields),
        tuple(form_of(claim) for claim in fields.values()),
        tuple(proof.grade for proof in proofs),
        min(proof.confidence for proof in proofs),
        tuple(dict.fromkeys(proof.rule for proof in proofs if proof.rule)),
    )


def form_of(claim: Claim) -> str:
    """The value, where it is not what is printed."""
    return "" if claim.evidence.grade == "exact" or claim.value in claim.evidence.quote else claim.value


def field_in_words(path: str) -> str:
    """'date', 'owner', 'votes for': what a value is, without the entry that it belongs to."""
    inside = steps(path.removeprefix(entry_of(path)))
    words = [step.replace("_", " ") for step in inside if not step.isdigit()]
    if len(words) > 1 and inside[-1] in _PLAIN_STEPS:
        words.pop()
    if words and any(step.isdigit() for step in inside):
        words[0] = words[0].removesuffix("s")
    return " ".join(words)


def who_in_words(entries: Sequence[str], minutes: Minutes) -> str:
    """'attendees 1–7', 'action 2', 'item 2.1': entries of one list by their number, items by the printed one."""
    *above, last = steps(entries[0])
    kind = (above[-1] if above else last).replace("_", " ")
    numbers = [int(step) for entry in entries for step in steps(entry)[-1:] if step.isdigit()]
    if not numbers:
        return "" if kind == "meeting" else kind
    if kind == "items":
        printed = [minutes.items[number].number for number in numbers if number < len(minutes.items)]
        return " ".join(("item", *(number for number in printed if number)))
    one = kind.removesuffix("s")
    return f"{one if len(numbers) == 1 else kind} {_ranges(numbers)}"


def _ranges(numbers: Sequence[int]) -> str:
    """[0, 1, 2, 5] from one, in short: '1–3, 6'."""
    found: list[list[int]] = []
    for number in sorted(numbers):
        if found and number == found[-1][1] + 1:
            found[-1][1] = number
        else:
            found.append([number, number])
    return ", ".join(str(a + 1) if a == b else f"{a + 1}–{b + 1}" for a, b in found)


def full_name(claim: Claim, minutes: Minutes) -> str:
    """'action 2: owner', 'date'."""
    who = who_in_words([entry_of(claim.path)], minutes)
    field = field_in_words(claim.path)
    return f"{who}: {field}" if who else field
