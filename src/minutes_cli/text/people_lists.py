"""Lists of people in prose: where one entry ends and the next begins."""

from __future__ import annotations

import re

from minutes_cli.text.entries import POSSIBLE_NAME, SURE_NAME
from minutes_cli.text.name_words import ROLE_WORDS
from minutes_cli.text.person_names import looks_like_name, strip_office

Span = tuple[int, int]

_BRACKET = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_AND = re.compile(r"\s+(?:and|&)\s+", re.IGNORECASE)
_LABEL = re.compile(
    r"(?i)\s*(?:[^,;:\n()]{0,50}?\b(?:present|attend\w*|attendance|apolog\w+|absent|regrets|excused|members?)\b[^,;:\n()]{0,40}?"
    r"(?::|\b(?:were|was|from|by)\b))\s*"
)
_MANY = re.compile(r"(?i)(?:councillors|councilors|cllrs|clrs|aldermen|messrs|drs|trustees|commissioners|members|directors|supervisors)\.?:?\s+(?=[A-Z])")
_TAIL = re.compile(r"\s+(?:was|were|is|are|has|had|have|sent|joined|left|arrived|attended|also|who|being)\b.*", re.DOTALL)
_NOBODY = re.compile(r"(?i)(?:\d+|two|three|four|five|six|several|some|many)\s|(?:and\s)?(?:others|none|nil|n/a)\b|the public|members of the public")
_SENTENCE = re.compile(r"(?<=[a-z]{3})\.\s+(?=[A-Z])")
_EDGES = " \t\r\n\u00a0,;&•·▪●○*-–"


def split_people(text: str) -> list[Span]:
    """Spans of the people in a list, each with role and brackets, in order.

    Semicolons separate best: where there are some, commas part name and role. With commas alone, what is no name
    belongs to the name before it ("Jane Roe, Acting Chair, Ann Poe, Member" is two entries). Line ends separate
    where a line is an entry or a list of entries by itself. What names nobody ("23 others") is left out.
    """
    label = _LABEL.match(text)
    start = label.end() if label else 0
    masked = _BRACKET.sub(lambda hit: "\0" * len(hit[0]), text)
    lines = _lines(masked, start)
    if any(";" in masked[slice(*line)] for line in lines):
        whole = (lines[0][0], lines[-1][1])
        entries = [span for piece in _split(masked, whole, re.compile(r";|\n\s*(?=[•·▪●○*])")) for span in _by_and(text, masked, piece)]
    elif _is_one_a_line(masked, lines):
        entries = lines
    else:
        entries = [span for line in lines for span in _by_commas(text, masked, line)]
    tidy = [_tidied(text, span) for span in entries]
    return [span for span in tidy if span[0] < span[1] and not _NOBODY.match(text[slice(*span)])]


def _split(masked: str, span: Span, separator: re.Pattern[str]) -> list[Span]:
    pieces, position = [], span[0]
    for hit in separator.finditer(masked, *span):
        pieces.append((position, hit.start()))
        position = hit.end()
    return [piece for piece in [*pieces, (position, span[1])] if masked[slice(*piece)].strip(" \t\r\n\u00a0")]


def _lines(masked: str, start: int) -> list[Span]:
    """Lines, with those that only go on joined to the one before."""
    lines: list[Span] = []
    for line in _split(masked, (start, len(masked)), re.compile(r"\n")):
        if lines and _goes_on(masked[slice(*lines[-1])], masked[slice(*line)]):
            lines[-1] = (lines[-1][0], line[1])
        else:
            lines.append(line)
    return lines or [(start, len(masked))]


def _goes_on(line: str, following: str) -> bool:
    """Whether a list runs on over a line end: after "and" or a comma, before a small letter, or within a name."""
    if re.search(r"(?i)(?:[,&\-–/]|\b(?:and|of|the|for))\s*$", line) or re.match(r"\s*(?:[a-z(\0]|and\b|&)", following):
        return True
    if "," not in line:
        return False
    last, first = line.rsplit(",", 1)[1].strip(), re.split(r"[,;(\0]", following.strip(), maxsplit=1)[0]
    return " " not in last and " " in line.split(",")[0].strip() and looks_like_name(f"{last} {first}") >= SURE_NAME


def _is_one_a_line(masked: str, lines: list[Span]) -> bool:
    """Several lines, none with more than one comma and none with two names joined by "and"."""
    texts = [masked[slice(*line)].strip(_EDGES) for line in lines]
    if len(texts) < 2 or any(text.count(",") > 1 for text in texts):
        return False
    return not any(all(looks_like_name(part) >= SURE_NAME for part in _AND.split(text)) for text in texts if _AND.search(text))


def _by_and(text: str, masked: str, span: Span) -> list[Span]:
    """Cut at "and" where a name stands on both sides."""
    pieces = [span]
    for hit in _AND.finditer(masked, *span):
        start = pieces[-1][0]
        before, after = masked[start : hit.start()], masked[hit.end() : span[1]]
        if not before.strip(_EDGES):
            pieces[-1] = (hit.end(), span[1])
        elif _names(after) >= SURE_NAME and _names(before) >= POSSIBLE_NAME or min(_names(before), _names(after)) >= POSSIBLE_NAME:
            pieces[-1:] = [(start, hit.start()), (hit.end(), span[1])]
    return pieces


def _by_commas(text: str, masked: str, line: Span) -> list[Span]:
    """Cut a line at commas and sentence ends; what is no name stays with the name before it."""
    entries: list[Span] = []
    for sentence in _split(masked, line, _SENTENCE):
        for comma in _split(masked, sentence, re.compile(",")):
            for piece in _by_and(text, masked, comma):
                if entries and not _starts_entry(masked[slice(*piece)], masked[slice(*entries[-1])]):
                    entries[-1] = (entries[-1][0], piece[1])
                else:
                    entries.append(piece)
    return entries


def _starts_entry(piece: str, before: str) -> bool:
    """Whether a piece between commas is somebody, or a role that stands before a name."""
    if _NOBODY.match(piece.strip()):
        return True
    score = _names(piece)
    if score >= SURE_NAME:
        return not _is_role_alone(before)
    return score >= POSSIBLE_NAME and " " not in before.strip(_EDGES)


def _is_role_alone(piece: str) -> bool:
    """A role that waits for its name: "Acting Superintendent, P. Roe"."""
    words = [word.casefold() for word in piece.strip(_EDGES).split()]
    return bool(words) and "\0" not in piece and "," not in piece and words[-1] in ROLE_WORDS and _names(piece) < POSSIBLE_NAME


def _names(piece: str) -> float:
    """How likely a piece begins with a person: brackets, roles after a dash and verbs left out."""
    head = re.split(r"\0|\s[-–—]\s|\t", piece.strip(_EDGES), maxsplit=1)[0].strip(_EDGES)
    bare = _MANY.sub("", _TAIL.sub("", head), count=1)
    name, office = strip_office(bare)
    score = max(looks_like_name(bare), looks_like_name(name))
    return max(score, SURE_NAME) if office and score >= POSSIBLE_NAME else score


def _tidied(text: str, span: Span) -> Span:
    """An entry without bullets, "and", a plural title before it, or a verb after it."""
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
    if end > start and text[end - 1] == "." and re.search(r"[a-z]{3}\.$", text[start:end]):
        end -= 1
    return start, end
