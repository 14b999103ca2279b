"""The number of a bank account or card stands in minutes that are to be published.

Why: With it and a copied signature a cheque or a direct debit can be forged. Judged only where the minutes are to be
published.
Flags:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The deposit is to be paid to sort code 12-34-56, account number 12345678.

    ## Slipway

    The slipway is clean.
Passes:
    # Minutes of the Harbour Trust, 3 March 2025

    Present: Ada Roe, Ben Cole

    ## Jetty

    The deposit is to be paid to the account of the trust.

    ## Slipway

    The slipway is clean.
Fix: Take it out; send it to those who have to pay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from minutes_cli.rules.base import Flag, Rule, Subject
from minutes_cli.rules.text.personal import Hit, personal

_NUMBER = re.compile(
    r"\bsort[ -]?code\b[\s:.]{0,4}(?P<sort>\d{2}[ -]?\d{2}[ -]?\d{2})\b|"
    r"\b(?:account|a/c|acct?)\.?\s?(?:number|no|nr)?\b[\s:.]{1,4}(?P<account>\d{8})\b|"
    r"\b(?P<iban>[A-Z]{2}\d{2}(?:\s?[A-Z\d]{4}){3,7}(?:\s?[A-Z\d]{1,3})?)\b|"
    r"(?<![\d-])(?P<card>\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4})(?![\d-])"
)


def check(subject: Subject) -> Iterator[Flag]:
    return personal(subject, _NUMBER, "the number of an account", _is_sound)


def _is_sound(hit: Hit) -> bool:
    """Whether the check digits of an IBAN or a card are right; other numbers stand behind their label."""
    if iban := hit["iban"]:
        return _rest(iban)
    return _luhn(hit["card"]) if hit["card"] else True


def _rest(iban: str) -> bool:
    """ISO 13616: letters count from 10, the first four characters last, and 97 leaves 1."""
    plain = re.sub(r"\s", "", iban)
    return int("".join(str(int(c, 36)) for c in plain[4:] + plain[:4])) % 97 == 1


def _luhn(card: str) -> bool:
    """ISO 7812: from the right every other digit counts twice, and the sum ends in 0."""
    digits = [int(c) for c in card if c.isdigit()][::-1]
    return sum(d if n % 2 == 0 else sum(divmod(2 * d, 10)) for n, d in enumerate(digits)) % 10 == 0


RULE = Rule("M826", "bank-details", "error", check)
