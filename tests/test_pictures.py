"""The pictures of the README: made by `make pictures`, and as the tool shows things now."""

from __future__ import annotations

import re
from pathlib import Path

from lxml import etree

from fixtures.pictures import FOLDER, NOTES, show

_README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
_PICTURES = {path.name for path in FOLDER.iterdir()}
# GitHub shows a README about 830 pixels wide: less is enlarged, and of much more the words are too small to read
_WIDTHS = range(800, 1401)


def test_show_svg_is_what_minutes_show_says_now() -> None:
    assert (FOLDER / "show.svg").read_text(encoding="utf-8") == show(NOTES[0])


def test_the_readme_shows_each_picture_and_says_what_is_on_it() -> None:
    shown = dict(re.findall(r"!\[([^\]]+)\]\(docs/pictures/([^)]+)\)", _README))
    assert set(shown.values()) == _PICTURES == {"show.svg", "report.png"}
    assert all(len(told) > 40 for told in shown)


def test_pictures_are_as_wide_as_a_readme_can_show() -> None:
    picture = (FOLDER / "report.png").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20], "big") in _WIDTHS
    drawn = etree.parse(str(FOLDER / "show.svg")).getroot()
    assert int(float(drawn.get("viewBox", "").split()[2])) in _WIDTHS
    assert not drawn.xpath("//*[local-name()='script' or local-name()='image']")
    assert "http" not in "".join(drawn.xpath("//*[local-name()='style']/text()"))
