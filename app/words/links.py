"""What is said of the basis on which a client is linked, in the language in use."""

from app.domain.link import Consent, Task, Way
from app.localization import _, _p, current


def task_word(task: Task) -> str:
    """A statutory task as the basis of a link."""
    return {
        Task.ASSESSMENT: _p("basis of a link", "For the assessment"),
        Task.PLAN: _p("basis of a link", "For the plan"),
        Task.REVIEW: _p("basis of a link", "For the review"),
    }[task]


def way_word(way: Way) -> str:
    """How a consent was given."""
    return {
        Way.SPOKEN: _p("consent given", "Spoken"),
        Way.WRITTEN: _p("consent given", "In writing"),
        Way.ELECTRONIC: _p("consent given", "Electronic"),
    }[way]


def consent_words(consent: Consent) -> str:
    """A consent with its day, or with the day from which it is not in force."""
    if consent.withdrawn_on is not None:
        return _("Withdrawn {day}", day=current().full_date(consent.withdrawn_on))
    return _("Consent {day}", day=current().full_date(consent.given_on))
