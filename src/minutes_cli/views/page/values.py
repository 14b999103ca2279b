"""All values, entry by entry, each with its words and a link to where they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from minutes_cli.model.pointer import owner_of, steps
from minutes_cli.model.tracing import Claim, Explanation
from minutes_cli.views.claims import entry_of, field_in_words, who_in_words
from minutes_cli.views.page.marks import Marks, proof, weighed
from minutes_cli.views.page.tags import class_of, element, escaped
from minutes_cli.views.words import place_in_words


def values(found: Explanation, marks: Marks) -> Iterator[str]:
    """A section for each list of the data, in its order."""
    lists: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, claim in enumerate(found.claims):
        lists[steps(claim.path)[0]][owner_of(claim.path) and entry_of(claim.path)].append(number)
    for name, entries in lists.items():
        title = name.replace("_", " ").capitalize()
        count = element("span", str(len(entries)), kind="count") if "" not in entries else ""
        content = [_entry(found, marks, entry, numbers) for entry, numbers in entries.items()]
        yield element("section", element("h2", title, " ", count), *content, kind="values") + "\n"


def _entry(found: Explanation, marks: Marks, entry: str, numbers: list[int]) -> str:
    head = element("h3", escaped(_title(found, entry))) if entry else ""
    label = found.claims[numbers[0]].label
    rows = [_value(found.claims[number], number, marks) for number in numbers]
    return element("div", head, element("ul", *rows), kind=f"entry {class_of(label)}")


def _title(found: Explanation, entry: str) -> str:
    who = who_in_words([entry], found.minutes)
    number = int(steps(entry)[1])
    if entry.startswith("/items/") and len(steps(entry)) == 2 and number < len(found.minutes.items):
        return f"{who} {found.minutes.items[number].title}"
    if entry.startswith("/attendees/") and number < len(found.minutes.attendees):
        return f"{who} {found.minutes.attendees[number].name}"
    return who


def _value(claim: Claim, number: int, marks: Marks) -> str:
    evidence = claim.evidence
    anchor = marks.anchor(number)
    name = escaped(field_in_words(claim.path))
    place = place_in_words(evidence.page, evidence.line, evidence.block)
    where = element("small", escaped(place), " · ") if place else ""
    link = element("a", name, href=f"#{anchor}") if anchor else element("span", name)
    quote = element("q", escaped(evidence.quote)) if claim.value != evidence.quote else ""
    told = element("span", escaped(claim.value), " ", quote, kind="found")
    return element(
        "li", link, " ", told, " ", element("span", where, proof(claim), *weighed(claim), kind="proof"), id=f"v{number}"
    )
