"""Whether what stands in a form can be recorded, and how it differs from what is stored."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from app.domain.errors import Refused
from app.domain.path.whole import Kept, check_whole
from app.ui.clients.path.around import Around
from app.ui.clients.path.form import StepForm

_NOW = datetime.max.replace(tzinfo=UTC)


def checked(form: StepForm, around: Around, own: UUID) -> tuple[Any | None, Refused | None]:
    """The step in the form, or why there is none; `own` is the id that it has or gets."""
    try:
        step = form.step()
        step.check(around.today)
        _check_fits(around, step, own)
    except Refused as refused:
        return None, refused
    return step, None


def differences(form: StepForm, stored: StepForm) -> Iterator[tuple[str, str]]:
    """By their questions the answers of `stored` that are others in `form`."""
    for one, other in zip(form.answers, stored.answers, strict=True):
        if one.state() != other.state():
            yield other.question(), other.told() or "–"


def _check_fits(around: Around, step: Any, own: UUID) -> None:
    """Refuse a step that does not fit the others, where these fit each other."""
    path = around.path
    try:
        check_whole(path)
    except Refused:
        return
    check_whole(path.with_step(Kept(own, step, 0, own, _NOW)))
