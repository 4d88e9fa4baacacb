"""What the columns of a table of clients hold, and which values they take."""

from collections.abc import Iterable, Iterator

from app.domain.client import INTEGRATION_LANGUAGES, Interpreting, Origin, Relation
from app.domain.client_columns import Column
from app.domain.client_form import NO_END
from app.domain.reference import Kind, Reference
from app.domain.responsibility.values import Group, Labour
from app.localization import _


def column_words(reference: Reference) -> dict[Column, str]:
    """For each column, what may stand in it."""
    several, day = _("several with ; between them"), _("a day as 1990-01-31 or 31.1.1990")
    name = _("given names, then | and the family name; {several}", several=several)
    return {
        Column.GIVEN_NAMES: _("the person's own given names; needed"),
        Column.FAMILY_NAME: _("the family name; empty for who has one name only"),
        Column.SPELLINGS: _("other spellings: {name}", name=name),
        Column.SCRIPTS: _("the name in another script: {name}", name=name),
        Column.FORMER_NAMES: _("former names: {name}", name=name),
        Column.BIRTH_DATE: _("{day}, or the year alone", day=day),
        Column.BIRTH_YEAR: _("four digits, where the day is not known"),
        Column.CONTACT_LANGUAGE: _one_of(reference[Kind.LANGUAGE]),
        Column.INTERPRETING: _one_of(Interpreting),
        Column.INTEGRATION_LANGUAGE: _one_of(INTEGRATION_LANGUAGES),
        Column.MUNICIPALITY: _one_of(reference[Kind.MUNICIPALITY]),
        Column.LABOUR: _one_of(Labour),
        Column.GROUPS: _("{codes}; {several}", codes=_one_of(Group), several=several),
        Column.ARRIVED_ON: day,
        Column.PERMIT_ON: _("of the first residence permit: {day}", day=day),
        Column.PHONE: _("digits, spaces, + and hyphens"),
        Column.EMAIL: _("an e-mail address"),
        Column.ADDRESS: _("one line"),
        Column.KOTO_AJ: _("the Koto-AJ reference, by which a client is known again"),
        Column.IN_CHARGE: _("the user name of the person in charge"),
        Column.RELATIVES: _(
            "as guardian|Name|telephone, the first {codes}; {several}",
            codes=_one_of(Relation),
            several=several,
        ),
        Column.ORIGIN: _(
            "who told what stands in the line, if not the client: {codes}", codes=_one_of(Origin)
        ),
        Column.PROTECTED_UNTIL: _(
            "the last day of a non-disclosure order, or {word}; by named people only", word=NO_END
        ),
    }


def column_lines(reference: Reference) -> Iterator[str]:
    """Each column with what it takes, a line each."""
    return (f"{column}: {words}" for column, words in column_words(reference).items())


def _one_of(codes: Iterable[str]) -> str:
    return _("one of {codes}", codes=" ".join(codes))
