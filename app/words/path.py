"""What is said of the steps of a client's path, in the language in use."""

from typing import Any, Final

from app.domain.path.agreed import Agreed, Area, WhyNot
from app.domain.path.assessment import Assessment, Topic
from app.domain.path.eligible import Because, Eligible
from app.domain.path.longer import Extension, Ground, Leave
from app.domain.path.notice import Notice, NoticeKind
from app.domain.path.orientation import Content, Orientation
from app.domain.path.plan import Basis, EndReason, Plan, Register
from app.domain.path.review import Review, ReviewReason, Share
from app.domain.path.training import Level, Skill, Training
from app.localization import _, _p, current
from app.words.responsible import source_words

_POINT: Final = "."


def step_word(kind: type[Any]) -> str:
    """A kind of step."""
    return {
        Assessment: _p("step", "Assessment"),
        Plan: _p("step", "Plan"),
        Orientation: _p("step", "Orientation"),
        Training: _p("step", "Training and final test"),
        Review: _p("step", "Review"),
        Agreed: _p("step", "Service"),
        Extension: _p("step", "Extension"),
        Leave: _p("step", "Leave"),
        Notice: _p("step", "Reported"),
    }[kind]


def topic_words() -> dict[Topic, str]:
    """What the interview of an assessment goes through."""
    return {
        Topic.SKILLS: _p("interview", "Skills"),
        Topic.TRAINING_NEEDS: _p("interview", "Need of training"),
        Topic.OTHER_NEEDS: _p("interview", "Other needs"),
        Topic.GOALS: _p("interview", "Goals"),
        Topic.EXPERIENCE: _p("interview", "Experience"),
        Topic.LANGUAGE: _p("interview", "Language skills"),
        Topic.WORK_CAPACITY: _p("interview", "Work capacity"),
    }


def content_words() -> dict[Content, str]:
    """What a course of society orientation is about."""
    return {
        Content.LIVING_AND_WORKING: _("Living and working in Finland"),
        Content.SOCIETY: _("How society works"),
        Content.RIGHTS_AND_DUTIES: _("Rights and duties"),
    }


def skill_words() -> dict[Skill, str]:
    """What the final test tests."""
    return {
        Skill.LISTENING: _p("final test", "Listening"),
        Skill.READING: _p("final test", "Reading"),
        Skill.SPEAKING: _p("final test", "Speaking"),
        Skill.WRITING: _p("final test", "Writing"),
    }


def level_words() -> dict[Level, str]:
    """The levels of the language scale, as "B1.1"."""
    written = {level: level.upper().replace("_", _POINT) for level in Level}
    return written | {Level.BELOW_A1_1: _("below A1.1")}


def basis_words() -> dict[Basis, str]:
    """What setting the goals of a plan takes into account."""
    return {
        Basis.WISHES: _p("goals", "Wishes"),
        Basis.SKILLS: _p("goals", "Skills"),
        Basis.LIFE_SITUATION: _p("goals", "Life situation"),
        Basis.WORK_HISTORY: _p("goals", "Work history"),
        Basis.EDUCATION_HISTORY: _p("goals", "Education"),
    }


def register_words() -> dict[Register, str]:
    """Where a plan is kept."""
    return {Register.KOTOPORTTI: _("Here"), Register.KOTO_AJ: _("Koto-AJ")}


def end_words() -> dict[EndReason, str]:
    """Why a plan ended early."""
    return {
        EndReason.GOALS_REACHED: _p("plan ended", "Goals reached"),
        EndReason.NEW_PLAN: _p("plan ended", "New plan"),
        EndReason.MOVED: _p("plan ended", "Moved away"),
        EndReason.CLIENT_WISH: _p("plan ended", "Client's wish"),
        EndReason.NO_NEED: _p("plan ended", "No need any more"),
        EndReason.OTHER: _p("plan ended", "Other reason"),
    }


def review_words() -> dict[ReviewReason, str]:
    """The main reason of a review."""
    return {
        ReviewReason.SERVICE_NEED: _p("review", "Need of services changed"),
        ReviewReason.LIFE_SITUATION: _p("review", "Life situation changed"),
        ReviewReason.CLIENT_REQUEST: _p("review", "Client's request"),
        ReviewReason.INTERVAL: _p("review", "Six months"),
        ReviewReason.AUTHORITY: _p("review", "Authority's initiative"),
        ReviewReason.CLOSING: _p("review", "Closing review"),
    }


def share_words() -> dict[Share, str]:
    """How far something went."""
    return {
        Share.FULL: _p("how far", "As planned"),
        Share.PARTLY: _p("how far", "Partly"),
        Share.NONE: _p("how far", "Not at all"),
    }


def ground_words() -> dict[Ground, str]:
    """Why a plan is extended."""
    return {
        Ground.SUPPORT: _("Schooling, special support or home care allowance"),
        Ground.STUDIES: _("Under 25, finishing own studies"),
    }


def area_words() -> dict[Area, str]:
    """What an agreed service is about."""
    return {
        Area.EMPLOYMENT: _p("service", "Employment"),
        Area.HEALTH: _p("service", "Health"),
        Area.CIVIC_SKILLS: _p("service", "Civic skills"),
        Area.STUDIES: _p("service", "Studies"),
    }


def why_not_words() -> dict[WhyNot, str]:
    """Why there was no referral."""
    return {
        WhyNot.CLIENT_GOES_ALONE: _p("no referral", "Client goes alone"),
        WhyNot.TAKES_PART_ALREADY: _p("no referral", "Takes part already"),
        WhyNot.NO_ROOM: _p("no referral", "No room"),
        WhyNot.NOT_OFFERED: _p("no referral", "Not offered here"),
        WhyNot.CLIENT_WISH: _p("no referral", "Client's wish"),
        WhyNot.OTHER: _p("no referral", "Other reason"),
    }


def notice_words() -> dict[NoticeKind, str]:
    """What a client told."""
    return {
        NoticeKind.SERVICE_NEED: _p("told", "Need of services changed"),
        NoticeKind.LIFE_SITUATION: _p("told", "Life situation changed"),
        NoticeKind.REQUEST: _p("told", "Asks for a review"),
    }


def because_words(eligible: Eligible) -> str:
    """Why somebody may take part, or may not, with its day and where that stands."""
    reason = {
        Because.IN_REGION: _("Lives in the region"),
        Because.QUOTA_REFUGEE: _("Quota refugee"),
        Because.OUTSIDE_REGION: _("Lives outside the region: guidance only"),
        Because.MUNICIPALITY_UNKNOWN: _("The municipality is not stated"),
        Because.RECENTLY_MOVED: _("Moved to Finland less than three years ago"),
        Because.PERMIT_RECENT: _("First permit at most three years old"),
        Because.NEITHER_RECENT: _("Move and first permit are more than three years back"),
        Because.DATES_UNKNOWN: _("The day of the move or of the first permit is not known"),
        Because.UNDER_18: _("Under 18"),
        Because.AGE_UNKNOWN: _("The age is not known"),
        Because.UNEMPLOYED_JOBSEEKER: _("Unemployed jobseeker"),
        Because.ASSESSED_NEED: _("The assessment found the need"),
        Because.NO_ASSESSED_NEED: _(
            "Not an unemployed jobseeker, and no assessment found the need"
        ),
        Because.LABOUR_UNKNOWN: _("The labour status is not known"),
    }[eligible.because]
    until = _("until {day}", day=current().full_date(eligible.until)) if eligible.until else ""
    return current().listing((reason, until, source_words(eligible.source)))


def may_words(eligible: Eligible) -> str:
    """Whether somebody may take part, in a word or two."""
    if eligible.answer is None:
        return _("Cannot be said")
    if not eligible.answer:
        return _("Not for this client")
    return _("May, a plan first") if eligible.first_client else _("May take part")
