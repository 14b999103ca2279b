"""Which rules run, and how serious their findings are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from minutes_cli.errors import UsageError
from minutes_cli.model.document import Severity
from minutes_cli.rules import all_rules
from minutes_cli.rules.base import Rule

ALL = "ALL"


def choose_rules(
    select: Sequence[str] = (), ignore: Sequence[str] = (), extend_select: Sequence[str] = ()
) -> tuple[Rule, ...]:
    """The rules to run, by code; a selector is a code, the beginning of codes ("M2") or a rule's name, "ALL" is all.

    select   instead of the rules that run by default
    Of selectors that name the same rule the longer one wins, and ignoring wins over selecting.
    Raises UsageError for a selector that names no rule.
    """
    require_known((*select, *ignore, *extend_select))
    return tuple(rule for rule in all_rules() if _is_chosen(rule, select, ignore, extend_select))


def require_known(selectors: Iterable[str]) -> None:
    """Raise UsageError for a selector that names no rule."""
    for selector in selectors:
        if not any(_fits(selector, rule) for rule in all_rules()):
            raise UsageError(selector, "no such rule or family of rules", "`minutes rules` lists them")


def _is_chosen(rule: Rule, select: Sequence[str], ignore: Sequence[str], extend: Sequence[str]) -> bool:
    chosen = _weight(rule, extend)
    if select:
        chosen = max(chosen, _weight(rule, select))
    elif rule.default:
        chosen = max(chosen, 0)
    return chosen > _weight(rule, ignore)


def _weight(rule: Rule, selectors: Sequence[str]) -> int:
    """How closely the closest selector names the rule; -1 where none does."""
    fitting = [selector for selector in selectors if _fits(selector, rule)]
    return max((_closeness(selector, rule) for selector in fitting), default=-1)


def _closeness(selector: str, rule: Rule) -> int:
    if selector.upper() == ALL:
        return 0
    return len(rule.code) if selector.lower() == rule.name else len(selector)


def fits(selectors: Sequence[str], code: str, name: str) -> bool:
    """Whether one of the selectors names the rule with this code and name."""
    return any(one.upper() == ALL or code.startswith(one.upper()) or one.lower() == name for one in selectors)


def _fits(selector: str, rule: Rule) -> bool:
    return bool(selector) and fits((selector,), rule.code, rule.name)


def severity_of(rule: Rule, chosen: Mapping[str, Severity]) -> Severity:
    """The severity that the user gives the rule or its family, else its own."""
    fitting = [selector for selector in chosen if _fits(selector, rule)]
    return chosen[max(fitting, key=lambda selector: _closeness(selector, rule))] if fitting else rule.severity
