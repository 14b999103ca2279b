"""What is worth a look first: what no field took, hints, and the values that are least sure."""

from __future__ import annotations

from minutes_cli.model.tracing import Explanation, SeenLine
from minutes_cli.views.claims import full_name
from minutes_cli.views.page.margin import line_id
from minutes_cli.views.page.marks import Marks
from minutes_cli.views.page.tags import element, escaped
from minutes_cli.views.words import place_in_words

# Below this a value is right less often than two times in three.
_UNSURE = 0.66
_MOST = 40


def looks(found: Explanation, marks: Marks) -> str:
    """A section of links to the lines and stretches."""
    missed = [_line(line, row[0]) for row in found.rows for line in (found.lines[row[0]],) if line.label == "unknown"]
    hinted = [_line(line, index) for index, line in enumerate(found.lines) if line.hint and line.label != "unknown"]
    unsure = sorted(
        (claim.evidence.confidence, number)
        for number, claim in enumerate(found.claims)
        if claim.evidence.confidence < _UNSURE and not claim.reference
    )
    values = [_value(found, marks, number) for _, number in unsure]
    return element(
        "section",
        element("h2", "Worth a look"),
        _list("In no field", missed),
        _list("Hints", hinted),
        _list("Least sure", values),
        "" if missed or hinted or values else element("p", "Every line ended in a field, every value is fairly sure."),
        kind="looks",
    )


def _list(title: str, entries: list[str]) -> str:
    if not entries:
        return ""
    count = element("span", str(len(entries)), kind="count")
    rest = element("li", f"and {len(entries) - _MOST} more") if len(entries) > _MOST else ""
    return element("h3", title, " ", count) + element("ul", *entries[:_MOST], rest)


def _line(line: SeenLine, index: int) -> str:
    place = line.source.place()
    words = element("a", escaped(line.source.text[:120]), href=f"#{line_id(index)}")
    where = element("small", escaped(place_in_words(place.page, place.line, place.block)))
    hint = element("span", escaped(line.hint), kind="hint") if line.hint else ""
    return element("li", words, " ", where, hint)


def _value(found: Explanation, marks: Marks, number: int) -> str:
    claim = found.claims[number]
    name = element("a", escaped(full_name(claim, found.minutes)), href=f"#{marks.anchor(number) or f'v{number}'}")
    return element(
        "li", name, " ", element("b", escaped(claim.value)), " ", element("small", f"{claim.evidence.confidence:.2f}")
    )
