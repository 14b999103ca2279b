"""Where the meeting was held."""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.parser.draft import Fact, fact, preferred
from minutes_cli.parser.head import Head
from minutes_cli.parser.passages import Text
from minutes_cli.parser.when import leading_time
from minutes_cli.profiles import Profile
from minutes_cli.text.dates import find_dates
from minutes_cli.text.prose import heading_likeness
from minutes_cli.text.times import find_times

_HELD = re.compile(
    r"\b(?:held|met|meeting was|convened|took place|takes place|conducted|gathered|hosted|"
    r"called (?:the meeting )?to order)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:at|in(?!\s+person)|via|over|through|on|using|by(?=\s+(?:video|tele|phone|zoom|conference|teams|"
    r"skype)))\s+(?:the\s+)?",
    re.IGNORECASE,
)
_MANNER = re.compile(
    r"\bheld\s+(?P<how>(?:tele|video)?phonically|telephonically|virtually|online|remotely|electronically)\b",
    re.IGNORECASE,
)
_OTHER_LINE = re.compile(
    r"\b(?:minutes|meeting(?! room)|present|committee(?! room)|council(?! chamber)|"
    r"board of|governing body|apolog|chair|clerk|officer|manager|director|notes|office of|"
    r"attend)\b|:\s|@",
    re.IGNORECASE,
)
_DOER = re.compile(r"^(?:by|with|to|for|and|was|were|from)\b")
_LONGEST_PASSAGE = 1500
_LONGEST_VENUE = 120


def find_venue(head: Head, body: Fact | None, profile: Profile) -> Fact | None:
    """The likeliest place, with the others that the heading names."""
    found = list(_venues(head, body, profile))
    return preferred(found[0], (f for f in found[1:] if found[0].value not in f.value)) if found else None


def _venues(head: Head, body: Fact | None, profile: Profile) -> Iterator[Fact]:
    """A labelled venue, then the place in "was held at…", then a line at the top that names a room or building.

    body  whose name is no place, though it be a club or a school
    """
    words = re.compile(rf"\b(?:{profile.alternatives('meeting.venue_words')})\b", re.IGNORECASE)
    for stated in head.labelled("venue"):
        text = _clean_venue(stated)
        if text and not re.fullmatch(r"https?://\S+", str(text)):
            yield fact(text, rule="meeting.venue.label")
    for passage in head.beginning:
        if not passage.tabular and len(passage.text) < _LONGEST_PASSAGE:
            for sentence in passage.text.sentences():
                found = _in_sentence(sentence, words)
                if found:
                    yield found
    for passage in head.beginning:
        if passage.tabular or len(passage.text) > 200:
            continue
        for line in (s for part in passage.text.lines() for s in part.sentences()):
            # the place may stand behind the time: "7.30 pm, Village Hall"
            line = line[leading_time(line) :].strip(" ,–-·|")
            behind = _AT.match(str(line))
            line = line[behind.end() :] if behind and line.start > 0 else line
            value = str(line).removeprefix("the ")
            if (
                value[:1].isupper()
                and len(value) < _LONGEST_VENUE
                and words.search(value)
                and heading_likeness(value) >= 0.45
                and not _OTHER_LINE.search(_ROOMS.sub("", value))
                and not (body and any(_overlap(line, text) for text in body.quotes))
            ):
                text = _clean_venue(line)
                if text:
                    yield fact(text, rule="meeting.venue.line")


# Rooms that are called after who meets there.
_ROOMS = re.compile(r"\b(?:council|committee|board|chairman’s)\s+(?:chambers?|rooms?|offices?|house)\b", re.IGNORECASE)
_AT = re.compile(r"(?:at|in|via)\s+(?=[A-Z])")


def _overlap(one: Text, other: Text) -> bool:
    return one.paragraph is other.paragraph and one.start < other.end and other.start < one.end


def _in_sentence(sentence: Text, words: re.Pattern[str]) -> Fact | None:
    """The place behind "was held", tried at each preposition after it."""
    value = str(sentence)
    held = _HELD.search(value)
    if not held:
        return None
    for start in (m.end() for m in _PREPOSITION.finditer(value, held.end())):
        end = re.search(r"[;]|,? and (?:was|live|open|commenced|attended)|\bto\s+[a-z]+\b|$", value[start:])
        text = _clean_venue(sentence[start : start + (end.start() if end else len(value))])
        if (
            text
            and words.search(str(text))
            and len(text) < _LONGEST_VENUE
            and str(text)[0].isalpha()
            and not _DOER.match(str(text))
        ):
            return fact(text, rule="meeting.venue.sentence")
    how = _MANNER.search(value)
    return fact(sentence.group(how, "how"), rule="meeting.venue.manner") if how else None


def _clean_venue(text: Text) -> Text:
    """A venue without the date and time that stand before or behind it."""
    value = str(text)
    cuts = [(d.start, d.end) for d in find_dates(value, default_year=2000)] + [
        (t.start, t.end) for t in find_times(value)
    ]
    begin, end = 0, len(value)
    for start, stop in sorted(cuts):
        if not value[begin:start].strip(" ,;.–-:") or re.fullmatch(
            r"[\s,;.–-]*(?:on|at|from|in)?\s*", value[begin:start], re.IGNORECASE
        ):
            begin = stop
        else:
            end = start
            break
    text = text[begin:end].strip(" ,;.–-:")
    for word in (
        "on",
        "at",
        "from",
        "in",
        "starting at",
        "commencing at",
        "beginning at",
        "starting",
        "and was",
        "with",
    ):
        value = str(text)
        if value.lower().endswith(f" {word}"):
            text = text[: len(value) - len(word) - 1].strip(" ,;.–-:")
        if value.lower().startswith(f"{word} "):
            text = text[len(word) + 1 :].strip(" ,;.–-:")
    return text[4:] if str(text).startswith("the ") else text
