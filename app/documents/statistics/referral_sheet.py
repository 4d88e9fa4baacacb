"""Referrals by authority and outcome as a table: a line for each authority, a column a state."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping

from app.documents.sheet import Look, Sheet, SheetRow
from app.documents.statistics.account import Part
from app.domain.referral import State
from app.domain.referral_figures import By, ReferralFigures
from app.localization import _, _p
from app.words.referrals import Names, state_word, value_word

BY = (By.CATEGORY, By.TARGET, By.STATE)
Target = tuple[str | None, str | None]


def referral_sheet(figures: ReferralFigures, names: Names) -> Sheet:
    """The answer by `BY`, most referrals first; of what may not be named the kind stands.

    Where the answer is by location too, as for Romaniportti alone, that comes first.
    """
    counts: defaultdict[Target, Counter[str | None]] = defaultdict(Counter)
    for line in figures.lines:
        category, target, state = line.values[-len(BY) :]
        counts[category, target][state] += line.referrals
    states = [state for state in State if any(found[state] for found in counts.values())]
    named = sorted(
        ((_called(target, names), found) for target, found in counts.items()),
        key=lambda entry: (-entry[1].total(), entry[0]),
    )
    rows = [_row(name, found, states) for name, found in named]
    if len(rows) > 1:
        whole = sum(counts.values(), Counter[str | None]())
        rows.append(_row(_("Together"), whole, states, Look.STRONG))
    head = (_p("referral", "Referred to"), *map(state_word, states), _("Total"))
    return Sheet(head, tuple(rows))


def referral_note(figures: ReferralFigures) -> str:
    """What is counted, and Romaniportti apart."""
    said = [_("Counted on the day of the slip, with what has come of it by today.")]
    if figures.romaniportti is not None:
        said.append(f"{_('Romaniportti, apart')}: {figures.romaniportti}.")
    return " ".join(said)


def referral_part(figures: ReferralFigures, names: Names) -> Part | None:
    """The same for paper; None where nobody was referred."""
    if not figures.portals and not figures.romaniportti:
        return None
    title, sheet = _("Referrals by authority and outcome"), referral_sheet(figures, names)
    return Part(_p("referral", "Referrals"), title, sheet, note=referral_note(figures))


def _row(
    name: str, found: Mapping[str | None, int], states: list[State], look: Look = Look.PLAIN
) -> SheetRow:
    counted = [found.get(state, 0) for state in states]
    return SheetRow((name, *counted, sum(counted)), look)


def _called(target: Target, names: Names) -> str:
    category, service = target
    if service is not None:
        return value_word(By.TARGET, service, names)
    kind = value_word(By.CATEGORY, category, names)
    return _p("referral", "{kind}, not named", kind=kind)
