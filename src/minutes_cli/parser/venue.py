"""Where the meeting was held."""

from __future__ import annotations

import re

from minutes_cli.parser.draft import Fact, fact
from minutes_cli.parser.head import Head
from minutes_cli.parser.passages import Text
from minutes_cli.profiles import Profile
from minutes_cli.text.dates import find_dates
from minutes_cli.text.prose import heading_likeness
from minutes_cli.text.times import find_times

_HELD = re.compile(
    r"\b(?:held|met|meeting(?: was)?|convened|took place|conducted|gathered|hosted)\b[^.;]{0,80}?\b(?P<word>at|in|via|over|through|on|by)\s+(?P<venue>(?:the\s+)?[^.;]{3,120})",
    re.IGNORECASE,
)


def find_venue(head: Head, profile: Profile) -> Fact | None:
    words = re.compile(rf"\b(?:{profile.alternatives('meeting.venue_words')})\b", re.IGNORECASE)
    for value in head.labelled("venue"):
        text = _clean_venue(value, head)
        if text and not re.fullmatch(r"https?://\S+", str(text)):
            return fact(text, confidence=0.92)
    for passage in head.beginning:
        if passage.tabular or len(passage.text) > 1500:
            continue
        for sentence in passage.text.sentences():
            value = str(sentence)
            at = 0
            while (found := _HELD.search(value, at)) is not None:
                text = _clean_venue(sentence[found.start("venue") : found.end("venue")], head)
                if text and words.search(str(text)) and not _starts_with_time(str(text)):
                    return fact(text, confidence=0.75)
                at = found.start("venue")
    for passage in head.beginning:
        if passage.tabular:
            continue
        for line in (s for p in passage.text.lines() for s in p.sentences()):
            value = str(line)
            if len(value) < 110 and words.search(value) and heading_likeness(value) >= 0.45:
                if re.search(r"\b(?:minutes|meeting|present|committee|council|board of|apolog|chair|clerk|officer|notes)\b|:\s", value, re.IGNORECASE):
                    continue
                text = _clean_venue(line, head)
                if text:
                    return fact(text, confidence=0.6)
    return None


def _starts_with_time(value: str) -> bool:
    times = find_times(value)
    return bool(times) and times[0].start <= 3


def _clean_venue(text: Text, head: Head) -> Text:
    """A venue without the date and time that stand before or behind it."""
    value = str(text)
    cuts = [(d.start, d.end) for d in find_dates(value, default_year=2000)] + [(t.start, t.end) for t in find_times(value)]
    begin, end = 0, len(value)
    for start, stop in sorted(cuts):
        if not value[begin:start].strip(" ,;.–-:") or re.fullmatch(r"[\s,;.–-]*(?:on|at|from|in)?\s*", value[begin:start], re.IGNORECASE):
            begin = stop
        else:
            end = start
            break
    text = text[begin:end].strip(" ,;.–-:")
    for word in ("on", "at", "from", "in", "starting at", "commencing at", "beginning at", "starting", "and was", "with"):
        value = str(text)
        if value.lower().endswith(f" {word}"):
            text = text[: len(value) - len(word) - 1].strip(" ,;.–-:")
        if value.lower().startswith(f"{word} "):
            text = text[len(word) + 1 :].strip(" ,;.–-:")
    return text
