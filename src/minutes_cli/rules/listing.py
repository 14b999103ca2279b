"""Rules as users read of them: all, those of a family, or one."""

from __future__ import annotations

from minutes_cli.errors import UsageError
from minutes_cli.model.rule_pages import RulePage
from minutes_cli.rules import FAMILIES, all_rules, page
from minutes_cli.rules.base import Rule


def listed(wanted: str | None = None) -> tuple[RulePage, ...]:
    """The rule with this code or name, those whose codes begin so, or all; UsageError where there is none."""
    asked = (wanted or "").lower()
    found = [rule for rule in all_rules() if asked == rule.name or rule.code.lower().startswith(asked)]
    if not found:
        raise UsageError(wanted or "", "no such rule or family of rules", "`minutes rules` lists them")
    return tuple(map(_told, found))


def _told(rule: Rule) -> RulePage:
    text = page(rule.code)
    return RulePage(
        code=rule.code,
        name=rule.name,
        family=FAMILIES[rule.code[:2]],
        severity=rule.severity,
        default=rule.default,
        kinds=rule.kinds,
        fixable=rule.fixes,
        **text._asdict(),
    )
