"""The words by which minutes mark what is not for the public, and the ground that they cite.

What is doubtful counts as marked: an item too few in a publication copy is mended in a minute. A mere mention is no
mark: of a session that was not held, of minutes of another one, of a public that nobody sent out.
"""

from __future__ import annotations

import re
from typing import NamedTuple

CITED = "exempt under"


class Mark(NamedTuple):
    """What a text says of itself or of what follows.

    ground  in words of ours, never of the document
    opens   whether what follows is restricted too, until the public is back
    plain   whether the text says no more than that the public is sent out, and perhaps that it is back
    end     where in the text it ends
    """

    ground: str
    opens: bool
    plain: bool = False
    end: int = 0


class _Cue(NamedTuple):
    pattern: re.Pattern[str]
    mark: Mark


def _cue(pattern: str, ground: str, *, opens: bool = False) -> _Cue:
    return _Cue(re.compile(pattern, re.IGNORECASE), Mark(ground, opens))


_SESSION = (
    r"(?:closed|executive|private|confidential|in-camera)\s(?:session|meeting|(?:part|portion)\sof\sthe\s(?:meeting|agenda))s?\b"
    r"(?!\sroom)"
)
_GOING = (
    r"\b(?:go|goes|going|went|mov(?:e|ed|es|ing)|enter(?:ed|s|ing)?|adjourn(?:ed|s|ing)?|recess(?:ed|es)?"
    r"|retir(?:e|ed|es)|conven(?:e|ed|es)|proceed(?:ed|s)?|continu(?:e|ed|es)|resolv(?:e|ed|es)|turn(?:ed|s)?"
    r"|clos(?:e|ed|es)|call(?:ed|s)?|meets?|met|sat|held|holds?|discussed|considered|taken|dealt\swith|heard|decided"
    r"|deliberated|conducted|beg[ai]n|commenced|opened|started)\b"
)
# not what is called public itself: "exclude the public sector"
_PUBLIC = (
    r"(?:press|public|media)\b(?=\W*\Z|\s?[^\w\s]|\s(?:and|or|be|been|being|is|was|were|from|for|during|on|in|under"
    r"|while|whilst|at|to|as|by|due|so|pursuant|because|should|would)\b)"
)
_OUT = r"(?:excluded|(?:asked|required|requested|invited|instructed)\sto\s(?:leave|withdraw)|to\s(?:leave|withdraw))"
_EXCLUSION = "taken after the exclusion of the press and public"
_CLOSED = "taken in closed session"
# Anywhere in a text.
_ANYWHERE = (
    _cue(
        rf"\bexclu(?:de|ded|des|ding|sion\sof)\s(?:(?:all|any|other|the|members\sof|both)\s){{1,4}}{_PUBLIC}"
        r"|\bexclu(?:de|ded|des|ding|sion\sof)\s(?:the\s)?(?:press|public|media)(?:\sand|\sor|,|\s/|/)\s?(?:the\s)?(?:press|public|media)\b"
        r"|\b(?:exclusion|in\sthe\sabsence)\sof\s(?:the\s)?(?:press|public|media)\b(?=\W*\Z|\s?[^\w\s]|\s(?:and|or|from)\b)"
        rf"|\b(?:press|public|media)\b[^.;]{{0,80}}\b(?:be|been|being|is|are|was|were)\b[^.;]{{0,30}}\b{_OUT}\b"
        r"|\b(?:press|public|media)\sand\s(?:the\s)?(?:press|public|media)\b[^.;]{0,40}\b(?:withdrew|left|retired)\b"
        r"|\b(?:meeting|session|part|portion|items?|business)\b[^.;]{0,40}\bclosed\sto\s(?:the\s)?(?:press|public|media)\b",
        _EXCLUSION,
        opens=True,
    ),
    _cue(
        rf"{_GOING}[^.;]{{0,60}}?\b(?:in|into|to|for|an?)\s(?:an?\s|the\s)?{_SESSION}"
        rf"|\b(?:in|into)\s(?:an?\s)?{_SESSION}|\bin[\s-]camera\b"
        r"|\b(?:taken|considered|discussed|dealt\swith|heard|met|sat|held|continued|moved)\s(?:\w+\s){0,4}?in(?:to)?\sprivate"
        r"(?=\W*\Z|\s?[^\w\s]|\s(?:as|because|under|due|at|and|by|on|for|with)\b)",
        _CLOSED,
        opens=True,
    ),
    _cue(
        r"\bnot\s(?:for|to\sbe)\s(?:publication|published|publicly)\b|\bexempt\sfrom\spublication\b",
        "marked not for publication",
    ),
    _cue(
        r"\bschedule\s12\s?a\b|(?<!vat\s)(?<!tax\s)(?<!vat-)(?<!tax-)\bexempt\s"
        r"(?:information|items?|business|reports?|append\w{1,5}|minutes?|session|part)\b"
        r"|\bpublic\sbodies\s\(admission\sto\smeetings\)[^;]{0,200}\b(?:confidential|private)\b",
        "marked exempt",
    ),
    _cue(r"[(\[]\s?(?:strictly\s)?confidential\s?[)\]]", "marked confidential"),
    _cue(r"[(\[]\s?exempt\s?[)\]]|\A\W?\(restricted\)|\(restricted\)\W{0,3}\Z", "marked exempt"),
)
_EXEMPT = r"(?:strictly\s)?exempt"
_CONFIDENTIAL = r"(?:strictly\s)?(?:private\sand\s)?(?:confidential|restricted)"
_PART_2 = r"(?:agenda\s|minutes\s)?part\s(?:2|b|ii|two)\b"
# In a title, or at the beginning of a passage that is hardly more than the mark.
_HEADINGS = (
    _cue(
        rf"\A\W{{0,3}}{_PART_2}(?:\W*\Z"
        r"|.{0,60}\b(?:private|confidential|exempt|closed|not\s(?:for|to|open)|exclu\w+|press|restricted|in\scamera)\b)",
        "in the part of the meeting that is not public",
        opens=True,
    ),
    _cue(_SESSION + r"(?!\s(?:minutes|reports?)\b)", _CLOSED, opens=True),
    _cue(
        r"\b(?:confidential|private|restricted|exempt)\s(?:\w+\s)?(?:items|business|matters|session|part|section|agenda)\b"
        r"|\bexempt\sinformation\b|\breserved\s(?:items|business)\b|\bclosed\s(?:business|part|section|agenda)\b",
        "marked confidential",
        opens=True,
    ),
    _cue(
        r"\b(?:confidential|restricted)\s(?:\w+\s)?(?:item|matter|reports?|minutes?|annex\w{0,3}|append\w{1,5}|discussions?)\b",
        "marked confidential",
    ),
    *(
        _cue(
            rf"\A\W{{0,3}}{word}\b\s?(?:[:–—-]|\W*\Z)|[–—:-]\s?{word}\W*\Z|[(\[][^)\]]{{0,30}}\b{word}\b",
            f"marked {kind}",
        )
        for kind, word in (("exempt", _EXEMPT), ("confidential", _CONFIDENTIAL))
    ),
)
# A passage that is or begins with a mark.
_LEADING = re.compile(rf"\W{{0,3}}(?:{_EXEMPT}|{_CONFIDENTIAL}|{_PART_2}|{_SESSION})\s?(?:[:–—-]|\W*\Z)", re.IGNORECASE)

# Words that may stand between a denial and what is denied; anything else may say another thing: "there being no further
# business the board went into closed session".
_KINDS = r"(?:further|such|other|exempt|confidential|private|any|an?|the|or|and)"
_LINKS = (
    r"any|an?|the|in|into|to|for|of|or|and|be|been|need(?:ed|s)?|necess\w{3,5}|requir\w{1,6}|warrant\w{0,3}|involv\w{1,3}"
    r"|hold|held|go|going|gone|enter(?:ed)?|mov\w{1,3}|exempt|confidential|private|board|council|committee|meeting|members?"
    r"|trustees|press|public|excluded?|were|was|is|are|which|that|proposed|resolved|agreed|considered|thought"
)
_DENIED_BEFORE = re.compile(
    rf"\b(?:no|not|never|without)(?:\s{_KINDS}){{0,5}}\s?\Z"
    rf"|\b(?:no|not\sany|nothing)(?:\s{_KINDS}){{0,4}}(?:\s(?:items?|business|matters?|reports?|reasons?|cause|need|necessity))?"
    rf"\s(?:which|that|for|to|of|requir\w{{1,6}}|need\w{{0,4}}|warrant\w{{0,3}}|involv\w{{1,3}})(?:\s(?:{_LINKS})){{0,12}}\s?\Z"
    rf"|\b(?:not|never)(?:\s(?:{_LINKS})){{1,9}}\s?\Z",
    re.IGNORECASE,
)
_NONE = (
    r"(?:none|nil|n/?a|unnecessary|lost|defeated)\b|nothing\sto\b|no\s(?:items?|business|matters?|exempt|confidential"
    r"|reports?|exclusion|need|executive|closed|private|session|such)\b|no\W*\Z|not\s(?:needed|required|necessary"
    r"|held|applicable|used|moved|carried|convened|entered|excluded|called|passed|agreed|adopted|made)\b"
)
_DENIAL = re.compile(
    rf"[\s:,(–—-]{{0,4}}(?:(?:there|it|this)\s)?(?:(?:was|were|is|are|being|had|has|been)\s){{0,2}}(?:{_NONE})",
    re.IGNORECASE,
)
# Of another time or place: "minutes of the closed session", "will meet in closed session next month".
_TOLD_OF = re.compile(
    r"\b(?:reports?|minutes|announcements?|actions?|summary|results?|motions?|decisions?|notes)"
    r"(?:\s(?:out|of|from|arising|after|on|the|its|last|previous)){1,4}\s?\Z|\b(?:after|before|prior\sto|following)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
_LATER = re.compile(r"[^.;]{0,40}\bnext\s(?:meeting|month|week)\b", re.IGNORECASE)
_WILL = re.compile(r"\bwill\b", re.IGNORECASE)

_BACK = re.compile(
    r"\b(?:press|public|media|visitors)\b[^.;]{0,60}\b(?:re-?admitted|re-?join(?:ed)?|returned(?=\W*\Z|[.,;]|\s(?:to|at)\b)|invited\sback|came\sback)\b"
    r"|\bre-?admit(?:ted|ting)?\b[^.;]{0,40}\b(?:press|public|media|visitors)\b"
    r"|\bre-?open(?:ed)?\sto\sthe\s(?:press|public)\b"
    r"|\b(?:return(?:ed|s|ing)?|(?:came|come|went|go)\s(?:back|out)|resum(?:e|ed|es|ing)|reconven(?:e|ed|es|ing)|re-?open(?:ed|s)?"
    r"|re-?enter(?:ed)?|back)\b[^.;]{0,30}?\b(?:open|public|regular)\s(?:public\s)?(?:session|meeting|portion|part)\b"
    r"|\b(?:open|public|regular)\ssession\s(?:was\s)?(?:resumed|reconvened)\b"
    rf"|\b(?:out\sof|ended|ends|exit(?:ed|s)?|conclu(?:ded|des))\s(?:the\s)?{_SESSION}"
    rf"|\b{_SESSION}\s(?:was\s)?(?:ended|concluded|adjourned|closed)\b"
    r"|\A\W{0,3}(?:part\s(?:1|a|i|one)\b|(?:open|public)\ssession\W*\Z)",
    re.IGNORECASE,
)
# A plan to come back is none.
_PLANNED = re.compile(r"\b(?:will|would|until|shall|before|when|once)\b[^.;]{0,40}\Z", re.IGNORECASE)
_TO = re.compile(r"\bto\s\Z", re.IGNORECASE)
_REASON = re.compile(
    r"\b(?:to|on|re|regarding|concerning|about|relating|discuss\w*|consider\w*|purpose|because|as|under|pursuant)\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])")
_CITED = re.compile(
    r"\bparagraphs?\s(?P<numbers>\d{1,2}(?:\s?(?:,|and|&|or|to|-|–)\s?(?:paragraphs?\s)?\d{1,2}){0,8})\b"
    r"(?=.{0,120}\bschedule\s12\s?a\b)|\bschedule\s12\s?a\b.{0,120}?\bparagraphs?\s"
    r"(?P<after>\d{1,2}(?:\s?(?:,|and|&|or|to|-|–)\s?\d{1,2}){0,8})\b",
    re.IGNORECASE,
)


def mark_of(text: str, *, heading: bool = False) -> Mark | None:
    """What a title or passage marks; None for a text that is for everybody. The mark that reaches furthest counts."""
    cues = (*_ANYWHERE, *_HEADINGS) if heading or _LEADING.match(text) else _ANYWHERE
    found = []
    for cue in cues:
        for at in cue.pattern.finditer(text):
            if not _only_mentioned(text, at):
                found.append(cue.mark._replace(end=at.end(), plain=_is_plain(text, at)))
                break
    return next((mark for mark in found if mark.opens), found[0] if found else None)


def is_denied(text: str) -> bool:
    """Whether what stands below a heading says that there was nothing of the kind: "None", "Not required"."""
    return bool(_DENIAL.match(text))


def return_of(text: str, mark: Mark | None = None) -> re.Match[str] | None:
    """Where a passage says that the public is back; behind the mark that it has."""
    for found in _BACK.finditer(text, mark.end if mark else 0):
        before = text[max(0, found.start() - 60) : found.start()]
        if not _PLANNED.search(before) and not (mark and _TO.search(before)):
            return found
    return None


def is_told_first(text: str, at: re.Match[str]) -> bool:
    """Whether it stands in the first sentence of the passage."""
    return not _SENTENCE_END.search(text, 0, at.start())


def cited(text: str) -> str | None:
    """'exempt under paragraphs 1 and 3 of Schedule 12A', where the text cites such; only its numbers are the text's."""
    found = _CITED.search(text)
    if not found:
        return None
    numbers = " ".join((found["numbers"] or found["after"]).split())
    return f"{CITED} paragraph{'' if numbers.isdigit() else 's'} {numbers} of Schedule 12A"


def _only_mentioned(text: str, at: re.Match[str]) -> bool:
    before, behind = text[max(0, at.start() - 120) : at.start()], text[at.end() : at.end() + 80]
    if _DENIED_BEFORE.search(before) or _DENIAL.match(behind) or _TOLD_OF.search(before):
        return True
    if re.search(r"\bnot\b(?!\s(?:for|to|open)\b)", at[0], re.IGNORECASE):
        return True
    return bool(_WILL.search(before[-30:]) and _LATER.match(behind))


def _is_plain(text: str, at: re.Match[str]) -> bool:
    """Whether nothing is told of what was discussed: no reason, and nothing until the public is back, if it is."""
    stop = _SENTENCE_END.search(text, at.end())
    end = stop.start() if stop else len(text)
    back = return_of(text, Mark("", opens=True, end=at.end()))
    if back and back.start() < end:
        return not _REASON.search(text, at.end(), back.start())
    if _REASON.search(text, at.end(), end):
        return False
    return not stop or bool(back and not _SENTENCE_END.search(text, stop.end(), back.start()))
