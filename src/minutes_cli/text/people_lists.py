"""Lists of people in prose: where one entry ends and the next begins."""

from __future__ import annotations

import itertools
import re

from minutes_cli.text.entries import FUSED, POSSIBLE_NAME, SURE_NAME, split_entry
from minutes_cli.text.name_words import COURTESY, RANKS, ROLE_WORDS
from minutes_cli.text.person_names import looks_like_name, strip_office

Span = tuple[int, int]

_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_INITIALS = re.compile(r"\([A-Z][A-Za-z]{0,3}[A-Z]\)\s+(?=[A-Z])")
_AND = re.compile(r"(?i)\s(?:and|&)\s")
_KEY = r"\b(?:present|attend(?:ing|ed|ees|ance)?|apolog(?:y|ies)|absent|regrets|excused|members(?=:))\b"
_LABEL = re.compile(
    rf"(?i)\s*[^,;:\n()]{{0,50}}?{_KEY}(?:[^,;:\n()]{{0,30}}?(?:\bfrom|\bby|:)|\s(?:were|was|are|is))(?!\w)\s*"
)
_MANY = re.compile(
    r"(?i)(?:councillors|councilors|cllrs|clrs|aldermen|messrs|drs|trustees|commissioners|members|directors|supervisors|deputies)"
    r"\.?:?\s{1,3}(?=(?-i:[A-Z]))"
)
_TAIL = re.compile(r"\s(?:was|were|is|are|has|had|have|sent|joined|left|arrived|attended|also|who|being)\b")
_NOBODY = re.compile(
    r"(?i)(?:\d+|two|three|four|five|six|several|some|many)\s|(?:and\s)?(?:others|none|nil|n/a)\b"
    r"|the public|members of the public"
)
_SEMICOLON = re.compile(r";|\n\s?(?=[•·▪●○*])")
_COMMA = re.compile(r",")
# A line end, or one that was lost between the initials of one entry and the title of the next: "(AR) Ms B Poe".
_LINE_END = re.compile(rf"(?i:\n|(?<=\0)\s(?=(?:{'|'.join(sorted(COURTESY | RANKS))})\b\.?\s(?-i:[A-Z])))")
_FULL_STOP = re.compile(r"(?<![^\W\d_])([^\W\d_]{3,20})\.(?:\s+(?=[A-Z])|\Z)")
# What begins so is somebody, whatever stands behind the name.
_PERSONAL = re.compile(r"(?:Mrs?|Ms|Miss|Dr|Cllr)\.?\s+[A-Z]")
# A dot after these belongs to them ("Cllr. Roe", "Acme Inc.").
_DOTTED = COURTESY | RANKS | {"inc", "ltd", "esq", "jnr", "snr", "bros", "corp", "asst", "dept"}
# Where a full stop is looked for at the end of an entry.
_LONGEST_WORD = 24
# An entry of a list is not longer; what is, is prose.
_LONGEST_ENTRY = 160
_EDGES = " \t\r\n\u00a0,;&•·▪●○*-–"


def split_people(text: str) -> list[Span]:
    """Spans of the people in a list, each with role and brackets, in order.

    Semicolons separate best: where there are some, commas part name and role. With commas alone, what is no name
    belongs to the name before it ("Jane Roe, Acting Chair, Ann Poe, Member" is two entries). Line ends separate
    where a line is an entry or a list of entries by itself. What names nobody ("23 others") is left out.
    """
    label = _LABEL.match(text)
    masked = _BRACKET.sub(lambda hit: "\0" * len(hit[0]), text)
    lines = [
        piece for line in _lines(masked, label.end() if label else 0) for piece in _by_initials(text, masked, line)
    ]
    if any(";" in masked[slice(*line)] for line in lines):
        whole = (lines[0][0], lines[-1][1])
        entries = [span for piece in _split(masked, whole, _SEMICOLON) for span in _of_group(masked, piece)]
    elif _is_one_a_line(masked, lines):
        entries = lines
    else:
        entries = [span for line in lines for span in _of_line(text, masked, line)]
    tidy = [_tidied(text, span) for span in entries]
    return [span for span in tidy if span[0] < span[1] and not _NOBODY.match(text, *span)]


def _split(masked: str, span: Span, separator: re.Pattern[str]) -> list[Span]:
    pieces, position = [], span[0]
    for hit in separator.finditer(masked, *span):
        pieces.append((position, hit.start()))
        position = hit.end()
    return [piece for piece in [*pieces, (position, span[1])] if masked[slice(*piece)].strip(" \t\r\n\u00a0")]


def _lines(masked: str, start: int) -> list[Span]:
    """Lines, with those that only go on joined to the one before."""
    lines: list[Span] = []
    for line in _split(masked, (start, len(masked)), _LINE_END):
        if lines and _goes_on(masked[slice(*lines[-1])], masked[slice(*line)]):
            lines[-1] = (lines[-1][0], line[1])
        else:
            lines.append(line)
    return lines or [(start, len(masked))]


def _by_initials(text: str, masked: str, line: Span) -> list[Span]:
    """Cut behind initials in brackets that another name follows at once: "Ann Roe, Chair (AR) Bo Poe, Clerk (BP)"."""
    cuts = [line[0]]
    for hit in _INITIALS.finditer(text, *line):
        following = re.split(r"[,;\0]", masked[hit.end() : line[1]][:_LONGEST_ENTRY], maxsplit=1)[0]
        if looks_like_name(following.strip()) >= SURE_NAME and not _is_role_alone(following):
            cuts.append(hit.end())
    return list(itertools.pairwise([*cuts, line[1]]))


def _goes_on(line: str, following: str) -> bool:
    """Whether a list runs on over a line end: after "and" or a comma, before a small letter, or within a name."""
    if re.search(r"(?:[,&\-–/]|\b(?:and|of|the|for))\s*$|\b[A-Z]\.?\s*$", line[-_LONGEST_ENTRY:]) or re.match(
        r"\s*(?:[a-z(\0]|and\b|&)", following
    ):
        return True
    if "," not in line:
        return False
    last, first = line.rsplit(",", 1)[1].strip(), re.split(r"[,;(\0]", following.strip(), maxsplit=1)[0]
    if last.lower() in ROLE_WORDS:
        return False
    return " " not in last and " " in line.split(",")[0].strip() and looks_like_name(f"{last} {first}") >= SURE_NAME


def _is_one_a_line(masked: str, lines: list[Span]) -> bool:
    """Several lines, none with more than one comma and none with two names joined by "and"."""
    texts = [masked[slice(*line)].strip(_EDGES) for line in lines]
    if len(texts) < 2 or any(text.count(",") > 1 for text in texts):
        return False
    return not any(
        all(looks_like_name(part) >= SURE_NAME for part in _AND.split(text)) for text in texts if _AND.search(text)
    )


def _of_group(masked: str, span: Span) -> list[Span]:
    """Cut what stands between semicolons: one entry, or bare names ("A Roe, B Poe, C Coe; D Doe (Clerk)")."""
    commas = _split(masked, span, _COMMA)
    if len(commas) > 2 and all(_names(_head(masked, comma)) >= SURE_NAME for comma in commas):
        return [piece for comma in commas for piece in _by_and(masked, comma)]
    return _by_and(masked, span)


def _by_and(masked: str, span: Span) -> list[Span]:
    """Cut at "and" where a name stands on both sides."""
    pieces = [span]
    for hit in _AND.finditer(masked, *span):
        start = pieces[-1][0]
        before, after = _head(masked, (start, hit.start())), _head(masked, (hit.end(), span[1]))
        if not before.strip(_EDGES):
            pieces[-1] = (hit.end(), span[1])
        elif _NOBODY.match(after) or min(_names(before), _names(after)) >= POSSIBLE_NAME:
            pieces[-1:] = [(start, hit.start()), (hit.end(), span[1])]
    return pieces


def _of_line(text: str, masked: str, line: Span) -> list[Span]:
    """Cut a line without semicolons: behind names in brackets ("Clerk (Ms J. Roe)") if any, else at commas."""
    brackets = list(_BRACKET.finditer(text, *line))
    named = [hit.end() for hit in brackets if looks_like_name(hit[0][1:-1]) >= SURE_NAME]
    if 2 * len(named) <= len(brackets):
        return _by_commas(masked, line)
    cuts = [line[0], *named]
    entries = list(zip(cuts, named, strict=False))
    rest = (named[-1], line[1])
    return entries + (_by_commas(masked, rest) if masked[slice(*rest)].strip(_EDGES + ".") else [])


def _by_commas(masked: str, line: Span) -> list[Span]:
    """Cut at commas and sentence ends; what is no name stays with the name before it."""
    many = bool(_MANY.match(masked[slice(*line)].lstrip(_EDGES)))
    commas = [comma for sentence in _sentences(masked, line) for comma in _split(masked, sentence, _COMMA)]
    entries: list[Span] = []
    for piece in (piece for comma in commas for piece in _by_and(masked, comma)):
        if entries and not _starts_entry(_head(masked, piece), _head(masked, entries[-1]), many):
            entries[-1] = (entries[-1][0], piece[1])
        else:
            entries.append(piece)
    return entries


def _sentences(masked: str, line: Span) -> list[Span]:
    sentences, position = [], line[0]
    for hit in _FULL_STOP.finditer(masked, *line):
        if hit[1].casefold() not in _DOTTED:
            sentences.append((position, hit.end(1)))
            position = hit.end()
    return [*sentences, (position, line[1])] if masked[position : line[1]].strip(_EDGES) else sentences


def _starts_entry(piece: str, before: str, many: bool) -> bool:
    """Whether a piece between commas is somebody; one word is where the list is of such ("Councillors Roe, Poe")."""
    words = piece.strip(_EDGES)
    if _NOBODY.match(words) or words.casefold().startswith("the "):
        return True
    if _is_fused(piece):
        return _is_fused(before) or not _is_role_alone(before)
    score = _names(piece)
    if score >= SURE_NAME:
        return not _is_role_alone(before)
    return score >= POSSIBLE_NAME and (many or " " not in before.strip(_EDGES))


def _is_fused(piece: str) -> bool:
    """Whether a piece holds a name with its role beside it: "Deputy Clerk Jane Roe", "Ms J Roe Deputy Clerk"."""
    if _PERSONAL.match(piece.lstrip(_EDGES)):
        return True
    words = _TAIL.split(re.split(r"\0", piece.strip(_EDGES), maxsplit=1)[0], maxsplit=1)[0].strip(_EDGES)
    entry = split_entry(words)
    return (
        entry.role is not None
        and " " in words[slice(*entry.name)]
        and (entry.title is not None or entry.name[0] > entry.role[0])
        and looks_like_name(words[slice(*entry.name)]) >= SURE_NAME
    )


def _is_role_alone(piece: str) -> bool:
    """Whether a role waits for its name: "Acting Superintendent, P. Roe"."""
    words = piece.strip(_EDGES).casefold().split()
    return bool(words) and not {",", "\0"} & set(piece) and words[-1] in ROLE_WORDS and _names(piece) < POSSIBLE_NAME


def _head(masked: str, span: Span) -> str:
    return masked[span[0] : min(span[1], span[0] + _LONGEST_ENTRY)]


def _names(piece: str) -> float:
    """How likely a piece begins with a person: brackets, roles after a dash and verbs left out."""
    head = re.split(r"\0|\s[-–—]\s|\t", piece.strip(_EDGES), maxsplit=1)[0].strip(_EDGES)
    bare = _MANY.sub("", _TAIL.split(FUSED.split(head, maxsplit=1)[0], maxsplit=1)[0], count=1)
    name, office = strip_office(bare)
    score = max(looks_like_name(bare), looks_like_name(name))
    return max(score, SURE_NAME) if office and score >= POSSIBLE_NAME else score


def _tidied(text: str, span: Span) -> Span:
    """Strip an entry of bullets, "and", a plural title before it, or a verb after it."""
    start, end = span
    tail = _TAIL.search(text, start, end)
    if tail and looks_like_name(strip_office(text[start : tail.start()].strip(_EDGES))[0]) >= POSSIBLE_NAME:
        end = tail.start()
    while start < end and text[start] in _EDGES:
        start += 1
    while end > start and text[end - 1] in _EDGES:
        end -= 1
    lead = re.compile(r"(?:and|&)\s+", re.IGNORECASE).match(text, start, end)
    start = lead.end() if lead else start
    many = _MANY.match(text, start, end)
    start = many.end() if many else start
    stop = _FULL_STOP.search(text, max(start, end - _LONGEST_WORD), end)
    if stop and stop.end() == end and stop[1].casefold() not in _DOTTED:
        end = stop.end(1)
    return start, end
