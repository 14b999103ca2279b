"""Where a heading ends and the text fused to it begins."""

from __future__ import annotations

import re

from minutes_cli.text.prose import heading_likeness

# Words that begin the first sentence behind a heading set in the same paragraph.
_STARTERS = re.compile(
    r"\s(?=(?:The|There|It|None|All|Members|Cllrs?|Councillors?|Mr|Mrs|Ms|Dr|This|These|That|RESOLVED|"
    r"Resolved|Noted|Received|"
    r"Nothing|Apologies|Prior|Following|As|In|Clerk|They|We|He|She|After|At|An|Motion|MOTION|Moved|On|No|"
    r"Discussion|Discussed|"
    r"Action|ACTION|Not|Minutes|N/A|Currently|Due|For|With|When|Several|Each|Both|Due|Further|A)\s+[\w(‘“’'])"
)
_JOINING = re.compile(
    r"(?:\b(?:of|the|to|by|and|from|for|in|on|with|at|a|an|or|&|any|re|per|under|into|about)|[,/&–-])$", re.IGNORECASE
)
_SEPARATOR = re.compile(r"\s+[–—-]+\s+|:\s+|\.\s+(?=[A-Z])|\t+|\s{4,}")
_BRACKET_TAG = re.compile(r"\([A-Z][^()]{2,40}\)\s+(?=[A-Z“‘\"])")
# A short text that ends in a tag is a heading to its end: "Domestic abuse: follow up to the inspection (Harm)".
_ENDING_TAG = re.compile(r"\([A-Z][^().]{2,40}\)\W*$")
_LONGEST_TAGGED = 16
_LONGEST_TITLE = 200
# So many words behind a dash (in numbered headings) or another mark may be the second half of a heading.
_LONGEST_SECOND, _LONGEST_SECOND_BARE = 16, 10
# A heading set in bold is believed to be fused when at least this much plain text follows.
_LEAST_REST = 12


def split_title(text: str, strong_until: int = 0, numbered: bool = False) -> tuple[int, int]:
    """The end of the heading in `text`, and where the text fused to it begins (the length of `text` if there is none).

    strong_until  how many characters at the beginning are bold or underlined
    """
    length = len(text)
    if length > _LONGEST_TITLE and not numbered and not strong_until and not text[:6].isupper():
        return length, length  # plain prose: nothing marks a heading in front of it
    if (
        2 < strong_until < length - _LEAST_REST
        and text[strong_until - 1 : strong_until + 1].strip(" .:–-\t") != text[strong_until - 1 : strong_until + 1]
    ):
        return _trimmed(text, strong_until), strong_until
    bracket = _BRACKET_TAG.search(text[:_LONGEST_TITLE])
    if bracket and heading_likeness(text[: bracket.start()]) >= 0.4:
        return bracket.end() - 1, bracket.end()
    if heading_likeness(text) >= 0.5 and len(text.split()) <= 14:
        return length, length
    if numbered and len(text.split()) <= _LONGEST_TAGGED and _ENDING_TAG.search(text):
        return length, length
    for found in _SEPARATOR.finditer(text[:_LONGEST_TITLE]):
        left, right = text[: found.start()], text[found.end() :]
        if right[:1].islower() and not found.group().startswith(":"):
            continue
        least = 0.38 if numbered and found.group().startswith(".") else 0.55
        if len(right) >= _LEAST_REST and heading_likeness(left) >= least and len(left.split()) <= 14:
            longest = _LONGEST_SECOND if numbered and not found.group().startswith(":") else _LONGEST_SECOND_BARE
            if heading_likeness(right) >= 0.4 and len(right.split()) <= longest and not right.rstrip().endswith("."):
                continue
            return found.start() + (1 if found.group().startswith(".") else 0), found.end()
    for found in _STARTERS.finditer(text[:_LONGEST_TITLE]):
        left = text[: found.start()]
        if left.isupper() and re.match(r"A\s+[A-Z]{2}", text[found.end() :]):
            continue
        if (
            len(left) >= 3
            and not _JOINING.search(left)
            and heading_likeness(left) >= 0.5
            and length - found.end() >= _LEAST_REST
        ):
            return found.start(), found.end()
    return length, length


def _trimmed(text: str, end: int) -> int:
    return len(text[:end].rstrip(" :–—-\t")) or end
