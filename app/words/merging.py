"""The fields of two records that are merged, and what stands in them, in the language in use."""

from app.domain.client import Record
from app.domain.identity import Need
from app.domain.isolates import named
from app.domain.merging.fields import Field
from app.localization import _, current
from app.words.record import Known, name_kind_word, need_word, part_word, value_words


def field_word(field: Field) -> str:
    """What a field is called."""
    if field is Field.OTHER_NAMES:
        return _("Other names")
    if field is Field.IDENTITY:
        return _("Identity code")
    return part_word("names" if field is Field.NAME else field.value)


def field_words(record: Record, field: Field, known: Known) -> str:
    """What stands in a field, in one line; a dash for nothing."""
    if field is Field.NAME:
        return named(record.name)
    if field is Field.OTHER_NAMES:
        others = (f"{name_kind_word(one.kind)}: {named(one.whole)}" for one in record.names[1:])
        return current().listing(others) or "–"
    return value_words(record, field.value, known)


def kept_words(need: Need | None) -> str:
    """For what an identity code is kept; the code itself is never told here."""
    return need_word(need) if need else "–"
