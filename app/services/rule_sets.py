"""The rule sets that came with the program."""

import json
from functools import cache

from app import paths
from app.domain.clock.rule_sets import RuleSets, rule_sets_from


@cache
def bundled_rule_sets() -> RuleSets:
    """Programme and law, of now and before."""
    text = paths.resource("reference", "rule_sets.json").read_text("utf-8")
    return rule_sets_from(json.loads(text))
