"""What is said of clients who may be one person, in the language in use."""

from collections.abc import Iterable

from app.domain.duplicates import Sign
from app.localization import _, capital, current


def sign_word(sign: Sign) -> str:
    """What two records have in common."""
    return {
        Sign.IDENTITY: _("same identity code"),
        Sign.REFERENCE: _("same Koto-AJ reference"),
        Sign.BIRTH: _("same birth date"),
        Sign.SWAPPED: _("birth date with day and month exchanged"),
        Sign.PHONE: _("same telephone"),
        Sign.NAME: _("same name"),
        Sign.SPELLING: _("name in another spelling"),
        Sign.GIVEN: _("same given name"),
        Sign.NEAR_BIRTH: _("birth date but for one digit"),
        Sign.YEAR: _("same birth year"),
        Sign.FAMILY: _("relatives in common"),
    }[sign]


def why_words(signs: Iterable[Sign]) -> str:
    """All that speaks for one person, in one line."""
    return capital(current().listing(map(sign_word, signs)))
