"""Referrals of the period by authority and outcome, as a table."""

from app.localization import _, _p
from app.ui.statistics.numbers_card import NumbersCard


class ReferralsCard(NumbersCard):
    """The same as for the numbers, under its own heading."""

    def _retranslate(self) -> None:
        self.set_heading(_p("referral", "Referrals"))
        self.set_link(_("Copy"))
        self.table.setAccessibleName(_p("referral", "Referrals"))
