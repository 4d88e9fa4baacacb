"""What is said of clients, in the language in use: why one was found, and what a record holds."""

from collections.abc import Callable, Mapping
from typing import Final

from app.domain.client import Interpreting, Relation, Why
from app.domain.isolates import named
from app.domain.lookup import Because, Reason
from app.localization import _, _p

_REASONS: Final[Mapping[Reason, Callable[[str, str], str]]] = {
    Reason.NAME: lambda asked, found: _("name {found}", found=found),
    Reason.BEGINS: lambda asked, found: _("{found} begins with {asked}", found=found, asked=asked),
    Reason.SCRIPT: lambda asked, found: _(
        "{asked} is {found} in another script", asked=asked, found=found
    ),
    Reason.SPELLING: lambda asked, found: _(
        "{asked} is another spelling of {found}", asked=asked, found=found
    ),
    Reason.SLIP: lambda asked, found: _("{asked} is nearly {found}", asked=asked, found=found),
    Reason.FORMER: lambda asked, found: _("former name {found}", found=found),
    Reason.BIRTH: lambda asked, found: _("birth date"),
    Reason.YEAR: lambda asked, found: _("birth year"),
    Reason.NUMBER: lambda asked, found: _("client number"),
    Reason.PHONE: lambda asked, found: _p("why found", "telephone"),
    Reason.REFERENCE: lambda asked, found: _("Koto-AJ reference"),
}


def because_words(because: Because) -> str:
    """One reason why a client was found; names keep their direction inside it."""
    return _REASONS[because.reason](named(because.asked), named(because.found))


def why_word(why: Why) -> str:
    """For what a record is opened."""
    return {
        Why.VISIT: _p("record opened for", "Visit"),
        Why.ASSESSMENT: _p("record opened for", "Assessment"),
        Why.PLAN: _p("record opened for", "Plan"),
        Why.REVIEW: _p("record opened for", "Review"),
        Why.REFERRAL: _p("record opened for", "Referral"),
        Why.CONTACT: _p("record opened for", "Getting in touch"),
        Why.CORRECTION: _p("record opened for", "Correction"),
        Why.OWN_REQUEST: _p("record opened for", "The client asked"),
    }[why]


def interpreting_word(need: Interpreting) -> str:
    """Whether a client needs an interpreter."""
    return {
        Interpreting.NOT_ASKED: _p("interpreter", "not asked"),
        Interpreting.NEEDED: _p("interpreter", "needed"),
        Interpreting.NOT_NEEDED: _p("interpreter", "not needed"),
    }[need]


def relation_word(relation: Relation) -> str:
    """What somebody is to a client."""
    return {
        Relation.GUARDIAN: _("guardian"),
        Relation.REPRESENTATIVE: _("representative"),
        Relation.SPOUSE: _("spouse"),
        Relation.CHILD: _("child"),
        Relation.PARENT: _("parent"),
        Relation.SIBLING: _("sibling"),
        Relation.OTHER: _p("relative", "other"),
    }[relation]
