"""One person's name: what belongs to it, how likely it is one, its initials, and whether two are the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import product

from minutes_cli.text.name_words import (
    COMMA_POST_NOMINALS,
    COURTESY,
    MONTH_NAMES,
    NOT_NAMES,
    OFFICE_PREFIXES,
    OFFICES,
    ORGANISATION_WORDS,
    PARTICLES,
    POST_NOMINALS,
    RANK_PREFIXES,
    RANKS,
    ROLE_WORDS,
    SURNAMES_TOO,
    UPPER_RANKS,
)

Span = tuple[int, int]

# Letters that can abbreviate a person or an office: JR, RCo, PCC; two capitals at least.
ABBREVIATION = re.compile(r"(?=(?:[^A-Z]*[A-Z]){2})[A-Z][A-Za-z0-9&]{0,5}(?:-[A-Z]{1,2})?")

# Longer strings are sentences or rubbish; the longest names of real attendance lists have five words.
_LONGEST_NAME = 60
# How likely a string of so many capitalised words is a name: one may be anything, five are seldom a person.
_LIKELY = {1: 0.4, 2: 0.85, 3: 0.8, 4: 0.65, 5: 0.5}
# "The Rt Hon Dr" has three titles; a row of more is no name.
_MOST_TITLES = 4
# More words than this make too many forms of initials to be of use.
_MOST_PARTS = 6
# The heights that looks_like_name gives for what decides alone.
_TITLED, _INITIALLED, _DOUBTFUL, _UNLIKELY = 0.95, 0.9, 0.6, 0.3

_NOT_A_NAME = ROLE_WORDS | ORGANISATION_WORDS | NOT_NAMES
# Looked for from the start of a run of blanks and commas alone: else the time would be the square of its length.
_SUFFIX = re.compile(r"(?i)(?<![,\s])[,\s]+(?:jr|sr|jnr|snr|ii|iii|iv)\.?$")
_LAST_WORD = re.compile(r"(,\s?|\s)([^\s,]+)\Z")
# The longest letters after a name ("FCPFA") with a comma and a blank.
_LONGEST_LETTERS = 9
_FOREIGN = re.compile(r"[\d@()\[\]{}<>|_=+!?%&$£€#/\\;:]")
_CAPITALISED = re.compile(r"[^\W\d_][\w'’‘`‑-]*\.?")
# "al-Sayed", "d'Arcy": the particle grown together with the name.
_PREFIXED = re.compile(r"(?:al|el|as|an|ar|ad|at|ath|bin|ibn)-[^\W\d_][\w'’-]*|d['’][^\W\d_]\w+")
_INITIAL = re.compile(r"(?:[^\W\d_]\.?-?){1,3}")
# Capitals inside a name: McRoe, MacRoe, O'Roe, DeRoe, FitzRoe.
_INNER_CAPITALS = re.compile(r"(?:(?:Mc|Mac|De|Di|Da|Del|Du|La|Le|Van|Von|Fitz|St)|[^\W\d_]['’‘`])[^\W\d_].*")


def strip_title(name: str) -> tuple[str, str]:
    """Take titles and ranks off a name, and give both: "Ch Supt Bev Roe, QPM" -> ("Bev Roe", "Ch Supt").

    Post-nominals go too, unnamed. A title without a name stays what it is.
    """
    return _cut(name, bare_span(name))


def strip_office(name: str) -> tuple[str, str]:
    """As `strip_title`, and an office before the name too: "Vice Chair Roe" -> ("Roe", "Vice Chair")."""
    return _cut(name, bare_span(name, offices=True))


def _cut(name: str, span: Span) -> tuple[str, str]:
    return name[slice(*span)], name[: span[0]].strip().rstrip(":/").rstrip()


@lru_cache(maxsize=4096)
def bare_span(name: str, *, offices: bool = False) -> Span:
    """Where the bare name stands in a string: without titles, ranks, post-nominals and outer blanks.

    offices   without an office before it either
    """
    end = _before_post_nominals(name)
    start = len(name) - len(name.lstrip())
    pattern = _titles(offices)
    for _ in range(_MOST_TITLES):
        hit = pattern.match(name, start, end)
        if not hit or not _goes_on(name[hit.end() : end], pattern):
            break
        start = hit.end()
    return min(start, end), end


def title_span(name: str) -> Span | None:
    """Where the titles and ranks before a name stand."""
    first, last = len(name) - len(name.lstrip()), len(name[: bare_span(name)[0]].rstrip().rstrip(":/").rstrip())
    return (first, last) if first < last else None


@cache
def _titles(offices: bool) -> re.Pattern[str]:
    def any_of(words: Iterable[str]) -> str:
        return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))

    prefix = rf"(?:(?:(?:{any_of(RANK_PREFIXES)})[.\s]\s?|(?-i:[TADC])/){{0,3}})"
    upper = rf"(?-i:{any_of(word.upper() for word in UPPER_RANKS)})"
    forms = [rf"(?:(?:rt|right)\.?\s)?(?:{any_of(COURTESY)})", rf"{prefix}(?:{upper}|{any_of(RANKS - UPPER_RANKS)})"]
    if offices:
        office = "|".join(
            re.escape(word.title()) + "|" + re.escape(word.upper()) for word in sorted(OFFICES, key=len)[::-1]
        )
        forms.append(rf"(?:(?:{any_of(OFFICE_PREFIXES)})[.\s-]\s?){{0,2}}(?-i:{office}|Vice-Chair)")
    return re.compile(rf"(?i)(?:the\s)?(?:{'|'.join(forms)})(?:\.\s{{0,3}}|\s?[:/]\s{{0,3}}|\s{{1,3}})(?=[^\W\d_])")


def _goes_on(rest: str, titles: re.Pattern[str]) -> bool:
    """Whether what follows a title can be a name: "General Counsel" has no general."""
    hit = re.match(r"[\w'’-]+", rest)
    if not hit or not (hit[0][0].isupper() or hit[0].casefold() in PARTICLES):
        return False
    return len(hit[0]) == 1 or hit[0].casefold() not in _NOT_A_NAME or bool(titles.match(rest))


def _before_post_nominals(name: str) -> int:
    """Find where the name ends: before blanks, commas and letters such as MBE, QPM."""
    start = len(name) - len(name.lstrip())
    end = len(name.rstrip(" \t\r\n\u00a0,;"))
    while hit := _LAST_WORD.search(name, max(start, end - _LONGEST_LETTERS), end):
        letters = POST_NOMINALS | COMMA_POST_NOMINALS if hit[1].startswith(",") else POST_NOMINALS
        if hit[2] not in letters or hit.start() <= start:
            break
        end = hit.start()
    return end


_POSSESSIVE = re.compile(r"[’']s\b")


@lru_cache(maxsize=4096)
def looks_like_name(text: str) -> float:
    """How likely a string is one person's name, from 0 to 1; a single capitalised word scores in the middle.

    Titles help; words of roles, organisations and minutes, digits and lower-case words forbid.
    """
    text = text.strip(" \t\r\n\u00a0,;:*")
    if not text or len(text) > 2 * _LONGEST_NAME:
        return 0.0
    start, end = bare_span(text)
    if end - start > _LONGEST_NAME or _FOREIGN.search(text, start) or _POSSESSIVE.search(text):
        return 0.0
    words = _SUFFIX.sub("", text[start:end]).replace(",", " , ").split()
    score = _score_of(words)
    return max(score, _TITLED) if score and start else score


def may_be_name(text: str) -> bool:
    """Whether a string that stands where a name has to may be one: of any script or none, with any characters.

    What has no two letters, is too long, or has words of roles, organisations and minutes ("Vacant") is none.
    """
    words = {word.casefold() for word in re.findall(r"[^\W\d_]+", text)}
    return len(text) <= _LONGEST_NAME and sum(map(len, words)) > 1 and not words & _NOT_A_NAME


def _score_of(words: list[str]) -> float:
    if not 1 <= len(words) <= max(_LIKELY) or words[-1].casefold() in PARTICLES - {"y", "e"} or "," in words:
        return 0.0
    plain = [word.casefold().strip(".'’") for word in words]
    months = sum(word in MONTH_NAMES for word in plain)
    if words[-1].casefold().strip(".") in COURTESY | RANKS:
        return 0.0
    surname_too = plain[-1] in SURNAMES_TOO
    rest = plain[:-1] if surname_too else plain
    if any(len(word) > 1 and word in _NOT_A_NAME for word in rest) or months == len(words):
        return 0.0
    kinds = [_kind(word, last=index == len(words) - 1) for index, word in enumerate(words)]
    if "no" in kinds or not {"word", "caps", "odd"}.intersection(kinds):
        return 0.0
    if "odd" in kinds or (kinds[0] == "caps" and "word" in kinds):
        return _UNLIKELY
    if surname_too:
        return _DOUBTFUL if rest else _DOUBTFUL / 2
    if len(words) == 1:
        return _LIKELY[1] if kinds[0] == "word" else _UNLIKELY
    if "initial" in kinds and kinds[-1] != "initial":
        return _INITIALLED
    if set(kinds) <= {"caps", "particle"}:
        return _LIKELY[len(words)] / 2
    return _LIKELY[len(words)] - (0.25 if months else 0.0)


def _kind(word: str, *, last: bool) -> str:
    """Tell what a word is in a name: word, caps (ROE), initial (J. or JP), particle, odd (CamelCase), or no."""
    if _PREFIXED.fullmatch(word):
        return "word"
    if word.casefold() in PARTICLES and not (word.isupper() and len(word) > 2):
        return "particle"
    if not word[0].isupper():
        return "no"
    if _INITIAL.fullmatch(word) and word.replace(".", "").replace("-", "").isupper():
        return "caps" if last and len(word) > 2 and "." not in word else "initial"
    if not _CAPITALISED.fullmatch(word):
        return "no"
    if word.isupper():
        return "caps"
    parts = re.split(r"[-‑]", word)
    regular = all(part[1:] == part[1:].lower() or _INNER_CAPITALS.fullmatch(part) for part in parts)
    return "word" if regular else "odd"


def initials(name: str) -> str:
    """Give the initials as minutes abbreviate a name: "Rachel Roe-Poe" -> "RRP", "Sean O’Roe" -> "SOR"."""
    return "".join(_letters(part)[0] for part in _parts(name))


def initials_forms(name: str) -> set[str]:
    """All initials that somebody may abbreviate a name with: hyphens and O’ ignored or not, middle names left out."""
    parts = _parts(name)[:_MOST_PARTS]
    if not parts:
        return set()
    letters = [_letters(part) for part in parts]
    middle = [[*choices, ""] for choices in letters[1:-1]]
    ends = [letters[0], *middle, letters[-1]] if len(letters) > 1 else [letters[0]]
    forms = {"".join(choice) for choice in product(*ends)}
    if len(parts) > 1:
        # Two people of one pair of initials: MWh beside MW.
        last = "".join(filter(str.isalpha, parts[-1]))[:2]
        forms |= {parts[0][0].upper() + last, parts[0][0].upper() + last.upper()}
    return forms


def abbreviates(letters: str, name: str) -> bool:
    """Whether letters stand for a name: JR, or JRo and JRe where two people share JR."""
    if not ABBREVIATION.fullmatch(letters):
        return False
    forms = initials_forms(name)
    letters = letters.replace("-", "")
    return letters in forms or "".join(filter(str.isupper, letters)) in forms


def _parts(name: str) -> list[str]:
    bare = _SUFFIX.sub("", strip_office(name)[0]).replace(",", " ")
    words = [word.strip(".'’‘\"()") for word in re.sub(r"(?<=[^\W\d_])\.(?=[^\W\d_])", ". ", bare).split()]
    return [word for word in words if word and word[0].isalpha()]


def _letters(part: str) -> list[str]:
    """List the ways to abbreviate one word of a name, the usual one first."""
    if part.isupper() and len(part) <= 3 and not re.search(r"[AEIOUY]", part[1:]):
        return [part]  # "BJ Roe": two initials in one word
    halves = [half for half in re.split(r"[-‑]", part) if half]
    apostrophe = re.fullmatch(r"([^\W\d_])['’‘`]([^\W\d_]).*", part)
    celtic = re.match(r"(?:Mc|Mac)([A-ZÀ-Þ])", part)
    first = part[0].upper()
    if len(halves) > 1:
        both = "".join(half[0].upper() for half in halves)
        return [both, first, halves[-1][0].upper()]
    if apostrophe:
        second = apostrophe[2].upper()
        return [first + second, first, second]
    return [first, first + celtic[1]] if celtic else [first]


def surname(name: str) -> str:
    """Give the last name with its particles: "Dr Jan van der Roe Jr" -> "van der Roe"; "ROE, Jan" -> "ROE"."""
    bare = _SUFFIX.sub("", strip_office(name)[0])
    if "," in bare:
        return bare.split(",", maxsplit=1)[0].strip()
    words = bare.split()
    start = max(0, len(words) - 1)
    while start > 1 and words[start - 1].casefold().strip(".") in PARTICLES:
        start -= 1
    return " ".join(words[start:])


def same_person(one: str, other: str) -> bool:
    """Whether two names are of one person: titles dropped, an initial may stand for a first name.

    A surname alone is nobody in particular: "Roe" is not "Jane Roe", though "Roe" is "Cllr Roe".
    """
    left, right = _comparable(one), _comparable(other)
    if not left or not right:
        return False
    if left == right:
        return True
    (first, *middle, last), (first_too, *middle_too, last_too) = _padded(left), _padded(right)
    if last != last_too or not first or not first_too:
        return False
    pairs = [(first, first_too), *zip(middle, middle_too, strict=False)]
    return all(a == b or (min(len(a), len(b)) == 1 and a[0] == b[0]) for a, b in pairs)


def _padded(words: tuple[str, ...]) -> tuple[str, ...]:
    return words if len(words) > 1 else ("", *words)


@lru_cache(maxsize=4096)
def _comparable(name: str) -> tuple[str, ...]:
    bare = _SUFFIX.sub("", strip_office(name)[0])
    if bare.count(",") == 1:
        bare = " ".join(reversed(bare.split(",")))
    words = re.split(r"[\s‑-]+", bare)
    first = [letter for word in words[:-1] for letter in _split_initials(word)]
    return tuple(word for word in map(_plain, [*first, words[-1]]) if word)


def _split_initials(word: str) -> list[str]:
    joined = word.isupper() and len(word) <= 3 and len(word) > 1 and "." not in word
    return list(word) if joined else [part for part in word.split(".") if part]


def _plain(word: str) -> str:
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(character for character in decomposed if character.isalnum())
