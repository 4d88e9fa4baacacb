"""What the answer to "who is responsible" says, in the language in use."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from app.domain.responsibility.table import Table
from app.domain.responsibility.values import (
    Answer,
    Duty,
    Flag,
    Group,
    Labour,
    Note,
    Source,
)
from app.localization import _, _n, _p, current


def duty_word(duty: Duty) -> str:
    """What somebody is responsible for."""
    return {
        Duty.ASSESSMENT: _p("duty", "Assessment"),
        Duty.PLAN: _p("duty", "Plan"),
        Duty.REVIEW: _p("duty", "Review"),
        Duty.ORIENTATION: _p("duty", "Orientation"),
        Duty.TRAINING: _p("duty", "Training"),
    }[duty]


def labour_word(labour: Labour) -> str:
    """A person's standing on the labour market."""
    return {
        Labour.UNEMPLOYED_JOBSEEKER: _("Unemployed jobseeker"),
        Labour.OTHER_JOBSEEKER: _("Jobseeker, not unemployed"),
        Labour.NOT_JOBSEEKER: _("Not a jobseeker"),
    }[labour]


def group_word(group: Group) -> str:
    """A group of line 148, as it stands on a chip."""
    return {
        Group.OTHER_INTERNATIONAL_PROTECTION: _("International protection"),
        Group.QUOTA_REFUGEE: _("Quota refugee"),
        Group.UNACCOMPANIED_MINOR: _("Unaccompanied minor"),
        Group.TRAFFICKING_VICTIM: _("Victim of trafficking"),
        Group.CHILD_HOME_CARE_ALLOWANCE: _("Child home care allowance"),
        Group.SOCIAL_ASSISTANCE_LONGTERM: _("Social assistance, not temporary"),
        Group.SOCIAL_ASSISTANCE_TEMPORARY: _("Social assistance, temporary"),
        Group.NEEDS_COORDINATED_SERVICES: _("Services must be coordinated"),
    }[group]


def body_names(table: Table, bodies: tuple[str, ...]) -> str:
    """The organisations by their names; a dash for none."""
    language = current().language
    return ", ".join(table.names[body][language] for body in bodies) or "–"


def source_words(source: Source) -> str:
    """As "lines 148, 150 · Act s. 3"; the Act is 681/2023."""
    return current().listing((lines_words(source.lines), law_words(source.law)))


def lines_words(lines: tuple[int, ...]) -> str:
    """As "lines 148, 150" of the programme."""
    numbers = ", ".join(map(str, lines))
    return _n("line {lines}", "lines {lines}", len(lines), lines=numbers)


def law_words(law: tuple[tuple[int, ...], ...]) -> str:
    """As "Act s. 3, s. 14(4)"; empty for none."""
    sections = ", ".join(map(_section, law))
    return _("Act {sections}", sections=sections) if sections else ""


def _section(place: tuple[int, ...]) -> str:
    section, *inside = place
    if not inside:
        return _("s. {section}", section=section)
    if len(inside) == 1:
        return _("s. {section}({subsection})", section=section, subsection=inside[0])
    subsection, item = inside
    return _(
        "s. {section}({subsection})({item})", section=section, subsection=subsection, item=item
    )


def pill_word(answer: Answer) -> str:
    """The flag in a word or two; empty where nothing is unclear."""
    if Flag.CONTRADICTION in answer.flags:
        return _("Contradiction")
    return _("Programme unclear") if answer.flags else ""


def remarks(table: Table, answer: Answer) -> Iterator[str]:
    """Sentences for what stands beside the names: flags first, then who is informed, notes."""
    yield from (_FLAGS[flag]() for flag in answer.flags)
    if answer.informed:
        yield _("Is informed: {bodies}.", bodies=body_names(table, answer.informed))
    yield from (_NOTES[note](answer) for note in answer.notes)


def reasons(table: Table, answer: Answer) -> Iterator[str]:
    """Sentences for every part of the answer, each with its lines and sections."""
    for duty, charge in answer.duties.items():
        yield _(
            "{duty}: {bodies} ({source}).",
            duty=duty_word(duty),
            bodies=body_names(table, charge.bodies),
            source=source_words(charge.source),
        )
    if answer.wellbeing is not None:
        yield _(
            "Takes part: {bodies} ({source}).",
            bodies=body_names(table, answer.wellbeing.bodies),
            source=source_words(answer.wellbeing.source),
        )
    yield from remarks(table, answer)


_FLAGS: Final[Mapping[Flag, Callable[[], str]]] = {
    Flag.CONTRADICTION: lambda: _(
        "Lines 148 and 150 of the programme differ. By section 3 of the Act the employment "
        "authority is responsible."
    ),
    Flag.NOT_UNEMPLOYED: lambda: _(
        "Line 97 speaks of jobseekers, lines 150, 185 and 189 only of unemployed ones. "
        "Ask the integration unit."
    ),
    Flag.NO_ASSESSOR: lambda: _(
        "The programme does not say who assesses here; by line 97 it is the municipality."
    ),
    Flag.TEMPORARY_ASSISTANCE: lambda: _(
        "Line 148 speaks of temporary social assistance only where the wellbeing services county "
        "takes part."
    ),
}
_NOTES: Final[Mapping[Note, Callable[[Answer], str]]] = {
    Note.ON_REQUEST: lambda answer: _(
        "The integration unit assesses on request, or when contact shows a need."
    ),
    Note.TRAINING_ONE_BODY: lambda answer: _(
        "Training: line 227 names the employment area only. Orientation: line 203 names the "
        "integration unit as well."
    ),
    Note.OWN_MUNICIPALITY: lambda answer: _(
        "Guidance only here: the services are those of the person's own municipality."
    ),
    Note.GUIDANCE_ONLY: lambda answer: _(
        "Guidance only: the services are for immigrants with a residence permit or a registered "
        "right of residence."
    ),
    Note.ADULTS_ONLY: lambda answer: _("Orientation is for adults."),
    Note.COMPULSORY_EDUCATION: lambda answer: _(
        "Training is not for those in compulsory education."
    ),
    Note.OTHER_CLIENT_PLAN: lambda answer: _(
        "Another client plan may take the place of the assessment ({section}).",
        section=law_words(((14, 5),)),
    ),
    Note.IF_COORDINATED: lambda answer: _(
        "The wellbeing services county takes part only if services must be coordinated."
    ),
    Note.UNIT_DECIDED: lambda answer: _(
        "The integration unit has decided how row {row} is read.", row=answer.rows[0]
    ),
}
