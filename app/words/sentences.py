"""The sentence for everything that can be refused: what happened, and what to do."""

from collections.abc import Callable, Mapping
from datetime import date, time
from typing import Any, Final

from app.domain.errors import Refused
from app.domain.line import clean_line
from app.localization import _, _n, current

Values = Mapping[str, Any]


def sentence(refused: Refused) -> str:
    """What to tell the person, in the language in use."""
    speak = _SENTENCES.get(refused.code)
    return speak(_spoken(refused.values)) if speak else _unknown(refused.code)


def codes() -> frozenset[str]:
    """All codes that have a sentence."""
    return frozenset(_SENTENCES)


def _unknown(code: str) -> str:
    return _("This cannot be done ({code}).", code=code)


def _spoken(values: Values) -> Values:
    """Dates and times as the language writes them, texts so that any screen can show them."""
    words = current()

    def spoken(value: object) -> object:
        if isinstance(value, date):
            return words.full_date(value)
        if isinstance(value, time):
            return words.clock_time(value)
        return clean_line(value) if isinstance(value, str) else value

    return {name: spoken(value) for name, value in values.items()}


_SENTENCES: Final[Mapping[str, Callable[[Values], str]]] = {
    # The visit
    "topic_missing": lambda v: _("Choose a topic."),
    "topics_too_many": lambda v: _("At most {most} topics.", **v),
    "outcomes_too_many": lambda v: _("At most {most} outcomes.", **v),
    "chosen_twice": lambda v: _("The same choice stands there twice. Take one of them away."),
    "persons_out_of_range": lambda v: _("The number of persons is 1 to {most}.", **v),
    "code_unknown": lambda v: _("“{given}” is not on the list. Choose one that is.", **v),
    "not_asked_here": lambda v: _(
        "Language and municipality are not recorded at this location. Leave them out."
    ),
    "note_too_long": lambda v: _("The note has {length} characters; {most} fit. Shorten it.", **v),
    "note_not_here": lambda v: _("Notes are not kept for anonymous visits at this location."),
    "date_in_future": lambda v: _("{day} is in the future. Choose today or an earlier day.", **v),
    "time_in_future": lambda v: _("{time} has not come yet. Choose an earlier time.", **v),
    "date_too_old": lambda v: _("{day} is more than a year ago. Check the date.", **v),
    "visit_unknown": lambda v: _("This visit is not there any more."),
    "visit_voided": lambda v: _("This visit has been voided. Restore it first."),
    "not_your_visit": lambda v: _(
        "You can change your own visits of today. Ask a supervisor to change this one."
    ),
    "reason_missing": lambda v: _("Write a reason."),
    "reason_too_long": lambda v: _(
        "The reason has {length} characters; {most} fit. Shorten it.", **v
    ),
    "tally_empty": lambda v: _("Count at least one visit."),
    "tally_too_many": lambda v: _("At most {most} visits in one cell. Check the number.", **v),
    "nobody_waits": lambda v: _("Nobody waits."),
    "waiter_unknown": lambda v: _("This person is not in the line any more."),
    # Places and chips
    "location_unknown": lambda v: _("“{given}” is not a portal location.", **v),
    "span_backwards": lambda v: _("{opens}–{closes} ends before it begins. Correct it.", **v),
    "spans_overlap": lambda v: _("Two opening times of the day overlap at {opens}.", **v),
    "hours_not_understood": lambda v: _("Write the hours as 9–15 or 9–12, 13–16.30."),
    "day_not_understood": lambda v: _("Write the day as 24.11.2026."),
    "text_too_long": lambda v: _("“{given}…” is longer than {most} characters.", **v),
    "email_not_understood": lambda v: _("An e-mail address looks like name@example.fi."),
    "phone_not_understood": lambda v: _("A telephone number has digits, spaces, + and hyphens."),
    "web_not_understood": lambda v: _("A web address begins with https:// or http://."),
    "validity_backwards": lambda v: _("{last} is before {first}. Change one of them.", **v),
    "season_too_long": lambda v: _("A season that comes again every year is shorter than a year."),
    "seasons_overlap": lambda v: _("Two kinds of opening hours both hold on {day}.", **v),
    "day_twice": lambda v: _("{day} stands there twice. Take one of them away.", **v),
    "topics_all_off": lambda v: _("At least one topic must stay on: no visit is without one."),
    "label_missing": lambda v: _("Write a label in all three languages."),
    "label_too_long": lambda v: _("“{given}” is longer than {most} characters.", **v),
    "too_many_on_keys": lambda v: _("There are keys for {most}. Take some away.", **v),
    # Slips
    "service_unknown": lambda v: _("“{given}” is not in the directory.", **v),
    "service_off": lambda v: _(
        "{name} is switched off until somebody has checked it. Choose another service.", **v
    ),
    "service_changed": lambda v: _(
        "Somebody else has changed this service meanwhile. Leave it without saving and look again."
    ),
    "organisation_changed": lambda v: _(
        "Somebody else has changed this organisation meanwhile. Leave it without saving and look "
        "again."
    ),
    "service_known": lambda v: _("{name} is in the directory already.", **v),
    "organisation_unknown": lambda v: _("There is no organisation “{given}”.", **v),
    "service_ended": lambda v: _("{name} ended on {day}. Choose another service.", **v),
    "service_not_yet": lambda v: _("{name} begins on {day}. Choose another service.", **v),
    "service_not_on_slip": lambda v: _(
        "{name} never stands on a slip: a visit there tells of the visitor's origin.", **v
    ),
    "slip_file_missing": lambda v: _("Say the name of a file: --out FILE."),
    "slip_not_kept": lambda v: _("What stood on slip {number} is not kept. Make a new one.", **v),
    "slip_not_safe": lambda v: _(
        "No slip was made: {name} stands on a discreet slip only, where a paper is safe.", **v
    ),
    "slip_incomplete": lambda v: _(
        "A slip needs a service, the visitor's language and the name of a file."
    ),
    "appointment_past": lambda v: _("{day} has passed. Choose a later time.", **v),
    "language_off": lambda v: _(
        "No native speaker has read the texts in this language ({language}) yet. A supervisor "
        "can switch them on.",
        **v,
    ),
    "language_not_draft": lambda v: _(
        "“{given}” is not a language that is switched on and off.", **v
    ),
    # Referrals
    "slip_number_wrong": lambda v: _(
        "“{given}” is no number of a slip. It looks like J-3147-K.", **v
    ),
    "slip_unknown": lambda v: _("No slip {number} has been handed over here.", **v),
    "slip_void": lambda v: _("Slip {number} has been voided. Restore it first.", **v),
    "slip_part_missing": lambda v: _(
        "Slip {number} has {most} services. Say which: 1 to {most}.", **v
    ),
    "slip_part_unknown": lambda v: _(
        "Slip {number} has {most} services. Say which: 1 to {most}.", **v
    ),
    "not_your_slip": lambda v: _(
        "You can void your own slips of today. Ask a supervisor to void this one."
    ),
    "outcome_missing": lambda v: _("Say what came of it: --state."),
    "outcome_not_entered": lambda v: _("A referral expires by itself. Choose another outcome."),
    "turned_away_why": lambda v: _("Say why the visitor was turned away."),
    "not_turned_away": lambda v: _("Who and why belong to a visitor who was turned away."),
    # Who is responsible
    "case_incomplete": lambda v: _("Say which --municipality and which --labour."),
    "row_not_open": lambda v: _(
        "The programme does not leave row “{given}” open. Rows that it does: {rows}.", **v
    ),
    # Clients
    "client_unknown": lambda v: _("There is no such client."),
    "client_changed": lambda v: _(
        "Somebody else has changed this client meanwhile. Look at both, then save again."
    ),
    "client_stays": lambda v: _(
        "This client cannot be taken back any more: it was recorded earlier, by somebody else, or "
        "is in use."
    ),
    "birth_not_understood": lambda v: _("Write the birth date as 1.1.1990, or only the year."),
    "names_too_many": lambda v: _("A client has at most {most} names.", **v),
    "relatives_too_many": lambda v: _("At most {most} relatives fit.", **v),
    "birth_in_future": lambda v: _("The birth date is in the future. Check it."),
    "birth_too_old": lambda v: _("The birth year is before {year}. Check it.", **v),
    "reference_not_understood": lambda v: _(
        "A Koto-AJ reference has letters, digits and hyphens, at most 40."
    ),
    "group_misplaced": lambda v: _(
        "This group is kept apart from the others, or not apart. Record it in its own place."
    ),
    "identity_wrong": lambda v: _("This is no identity code: a sign is wrong. Check it."),
    "identity_other_birth": lambda v: _("The identity code is of another birth date. Check both."),
    "order_past": lambda v: _("{day} has passed. Choose a later day.", **v),
    "merge_with_itself": lambda v: _("These are one and the same client. Choose another one."),
    "merge_unknown": lambda v: _("These records are not merged any more."),
    "merge_newer_first": lambda v: _(
        "Another record was merged later. Take that one apart first, then this one."
    ),
    "not_named": lambda v: _(
        "Non-disclosure orders are kept by named people. Ask a supervisor who they are."
    ),
    "search_empty": lambda v: _("Write a name, a birth date or a number."),
    "basis_missing": lambda v: _(
        "There is no consent in force. Choose the task, or how the client consented."
    ),
    "consent_unknown": lambda v: _("This consent is not there any more."),
    "consent_withdrawn": lambda v: _("This consent was withdrawn on {day}.", **v),
    "no_clients_here": lambda v: _("At this location visitors have no names."),
    # The path through the programme
    "day_missing": lambda v: _("Give the day."),
    "choice_missing": lambda v: _("Choose one."),
    "number_not_understood": lambda v: _("Write a whole number."),
    "date_unlikely": lambda v: _("{day} is hardly meant. Check the date.", **v),
    "days_out_of_order": lambda v: _("{last} is before {first}. Check both dates.", **v),
    "assessment_without_date": lambda v: _("Give a date of the assessment."),
    "date_known_here": lambda v: _(
        "The date can be unknown only where the assessment was made elsewhere."
    ),
    "interview_missing": lambda v: _(
        "An assessment is completed with an interview. Give its date."
    ),
    "course_language_missing": lambda v: _("Choose the language of the course."),
    "start_missing": lambda v: _("Give the first day."),
    "hours_out_of_range": lambda v: _("Hours are 0 to {most}.", **v),
    "training_language_missing": lambda v: _("Choose Finnish or Swedish."),
    "test_incomplete": lambda v: _("A final test has a date and a language. Give both."),
    "plan_too_long": lambda v: _(
        "A plan holds for two years at most, here until {day}. An extension needs a ground.", **v
    ),
    "end_incomplete": lambda v: _("A plan that has ended has a day and a reason. Give both."),
    "referred_and_not": lambda v: _("Either a day of the referral, or why there was none."),
    "assessment_first": lambda v: _(
        "No assessment was completed by {day}, and a plan is drawn after one.", **v
    ),
    "plan_unknown": lambda v: _("This belongs to a plan that is not there any more."),
    "before_plan": lambda v: _("The plan was drawn on {day}. Choose that day or a later one.", **v),
    "extension_too_long": lambda v: _(
        "With this ground the plan goes on until {day} at most.", **v
    ),
    "extension_too_short": lambda v: _(
        "The plan holds until {day} anyway. Choose a later day.", **v
    ),
    "leaves_overlap": lambda v: _(
        "A leave that begins on {day} overlaps with another. Check the days.", **v
    ),
    "step_unknown": lambda v: _("This entry is not there any more."),
    "step_changed": lambda v: _(
        "Somebody else has changed this entry meanwhile. Look at both, then save again."
    ),
    # Import of clients
    "table_damaged": lambda v: _(
        "{name} cannot be read as CSV or as a workbook (xlsx). Save it anew and try again.", **v
    ),
    "table_too_large": lambda v: _("{name} is larger than {most} MB. Divide it.", **v),
    "table_empty": lambda v: _("Nothing stands in {name}.", **v),
    "table_quote": lambda v: _("A quotation mark stands wrong in or after line {line}.", **v),
    "lines_too_many": lambda v: _("There are more than {most} lines. Divide the file.", **v),
    "line_too_long": lambda v: _("A cell of this line stands under no heading."),
    "line_twice": lambda v: _("The same person stands in line {line}.", **v),
    "column_unknown": lambda v: _(
        "“{given}” is no heading of a table of clients. Correct it, or take the column away.", **v
    ),
    "column_twice": lambda v: _("The heading {given} stands there twice.", **v),
    "column_missing": lambda v: _(
        "The first line must have headings, among them {column}. Add it.", **v
    ),
    "cell_fault": lambda v: _("{column}: the workbook could not compute this cell.", **v),
    "cell_too_long": lambda v: _("{column}: longer than {most} characters.", **v),
    "cell_not_a_day": lambda v: _("{column}: no such day. Write 1990-01-31 or 31.1.1990.", **v),
    "cell_not_a_year": lambda v: _("{column}: not a year of four digits that fits.", **v),
    "cell_not_on_list": lambda v: _("{column}: not on the list. Choose a code that is.", **v),
    "cell_relative": lambda v: _("{column}: write as guardian|Name|telephone.", **v),
    "reference_of_other": lambda v: _(
        "Client {number} has this Koto-AJ reference and another birth. Check both.", **v
    ),
    "client_likely": lambda v: _(
        "Client {number} has the same name and birth, without the Koto-AJ reference. Add it there.",
        **v,
    ),
    # Exchange of the directory
    "hsds_not_understood": lambda v: _(
        "{name} is not JSON in UTF-8 that can be read. Ask for the file again.", **v
    ),
    "hsds_not_hsds": lambda v: _(
        "{name} has no services as Open Referral HSDS 3.0 writes them.", **v
    ),
    "hsds_too_large": lambda v: _(
        "{name} is larger than {most} MB. Ask for it in several files.", **v
    ),
    "hsds_field_missing": lambda v: _("The field {field} is missing.", **v),
    "hsds_field_wrong": lambda v: _("The field {field} is not as HSDS 3.0 has it.", **v),
    "hsds_date_wrong": lambda v: _("A date in it is none: {given}.", **v),
    "hsds_reference": lambda v: _(
        "{field} points to {given}, which is neither in the file nor in the directory.", **v
    ),
    "hsds_twice": lambda v: _("Its id stands in the file twice."),
    # Statistics
    "period_backwards": lambda v: _("The period ends on {last}, before it begins on {first}.", **v),
    "dimension_twice": lambda v: _("The same division stands there twice. Take one of them away."),
    "one_grain": lambda v: _("Choose one of day, week, month, quarter and year, not several."),
    "cancelled": lambda v: _("Stopped."),
    "threshold_out_of_range": lambda v: _(
        "The least number that is told is from {least} to {most}.", **v
    ),
    "target_in_use": lambda v: _(
        "{name} is open in another program. Close it there, or choose another name.", **v
    ),
    "target_is_folder": lambda v: _("{name} is a folder. Choose a name for the file.", **v),
    "target_no_file": lambda v: _(
        "{name} is no file and cannot be replaced. Choose another name.", **v
    ),
    "target_name_too_long": lambda v: _("The name {name}… is too long. Shorten it.", **v),
    "rows_too_many": lambda v: _(
        "A sheet holds {most} rows, and there are {found}. Choose a shorter period, or CSV.", **v
    ),
    "dimension_not_here": lambda v: _("“{given}” is not counted here. Choose of: {names}.", **v),
    "referrals_internal": lambda v: _(
        "Referrals are counted for internal use only: ask for them with internal figures."
    ),
    "referrals_form": lambda v: _("Referrals come as a table, json or csv: name --format."),
    "days_missing": lambda v: _("Say which days: --from and --to, --period or --report."),
    "report_unknown": lambda v: _("There is no saved report “{name}”. See: stats reports.", **v),
    "report_name_signs": lambda v: _(
        'The name becomes the name of a file: it cannot have / \\ : * ? " < > | in it.'
    ),
    "rows_need_file_form": lambda v: _("Visits one by one come as csv or xlsx: name --format."),
    # People and sign-in
    "no_right": lambda v: _("Your role does not allow this. Ask somebody whose role does."),
    "login_not_valid": lambda v: _(
        "A user name has letters a–z, digits, dots and hyphens, at most 60."
    ),
    "login_taken": lambda v: _("“{login}” is taken. Choose another user name.", **v),
    "name_missing": lambda v: _("Write a name."),
    "name_too_long": lambda v: _("The name is longer than {most} characters.", **v),
    "roles_missing": lambda v: _("Choose at least one role."),
    "person_unknown": lambda v: _("This person is not known in this database."),
    "person_left": lambda v: _("This user name is no longer in use. Ask an administrator."),
    "last_administrator": lambda v: _("Somebody must stay administrator."),
    "password_too_short": lambda v: _("A password has at least {least} characters.", **v),
    "password_missing": lambda v: _("Give the password at the prompt or in {variable}.", **v),
    "passwords_differ": lambda v: _("The two passwords are not the same. Type both again."),
    "user_missing": lambda v: _("Say who signs in: --user NAME."),
    "sign_in_wrong": lambda v: _("User name or password does not match."),
    "sign_in_wait": lambda v: _n(
        "Too many wrong tries. Try again in {n} second.",
        "Too many wrong tries. Try again in {n} seconds.",
        v["seconds"],
    ),
    "recovery_wrong": lambda v: _("This recovery code belongs to another file."),
    "recovery_needs_file": lambda v: _(
        "On a shared server there is no recovery code. "
        "Whoever looks after the database gives a new password."
    ),
    "recovery_mistyped": lambda v: _("The code has a mistake. Compare it with the paper."),
    # The store
    "file_missing": lambda v: _("There is no database {name} here. Choose another folder.", **v),
    "file_exists": lambda v: _("There is a database in {place} already. Open that one.", **v),
    "file_damaged": lambda v: _(
        "This file is no database of this program, or it is damaged. Restore a backup."
    ),
    "file_not_opened": lambda v: _("The file cannot be opened. Check that the disk is there."),
    "file_read_only": lambda v: _(
        "Nothing can be written to this disk. Nothing was saved; try again when it can."
    ),
    "fault": lambda v: _(
        "Something went wrong in the program. It goes on; what is saved stays saved."
    ),
    "file_busy": lambda v: _("Another program holds the file. Nothing was saved; try again."),
    "disk_full": lambda v: _("The disk is full. Nothing was saved; make room and try again."),
    "disk_error": lambda v: _("The disk does not answer. Nothing was saved; check the disk."),
    "key_file_missing": lambda v: _(
        "{file} is missing beside the database; without it nothing opens. Restore a backup.", **v
    ),
    "key_file_damaged": lambda v: _("{file} is damaged. Restore it from a backup.", **v),
    "key_file_exists": lambda v: _("{file} is there already. Choose another folder.", **v),
    "schema_older_here": lambda v: _(
        "The database on the server is of an older program. Its owner brings it up to date with "
        "the word “upgrade”, then it opens again."
    ),
    "database_empty": lambda v: _("There is nothing to bring up to date in this database."),
    "public_months": lambda v: _(
        "Public figures are of whole calendar months: choose from the first day of a month to the "
        "last day of one."
    ),
    "public_not_ended": lambda v: _(
        "Public figures end with the last month that is over: choose days until {last}.",
        **v,
    ),
    "public_by": lambda v: _(
        "Public figures are by location, by month, quarter or year, and by one of: topic, "
        "language, municipality, channel, outcome, or weekday and hour together. Choose among "
        "these, or internal figures if you may see them."
    ),
    "public_rows": lambda v: _(
        "Visits one by one are for internal use only: ask for them with internal figures."
    ),
    "schema_newer": lambda v: _(
        "A newer version of the program wrote this database. Update the program first."
    ),
    "no_access": lambda v: _(
        "{place} cannot be read or written. Ask who keeps this computer.", **v
    ),
    "path_missing": lambda v: _("{place} is not there. Check the name.", **v),
    "network_drive": lambda v: _(
        "{place} is on a network drive, where two computers could break the file. "
        "Choose a folder of this computer, or use a shared server.",
        **v,
    ),
    "folder_read_only": lambda v: _("Nothing can be written in {place}. Choose another.", **v),
    # Backups
    "backup_needs_file": lambda v: _(
        "This database lies on a server. Its backup is made there, by who keeps the server."
    ),
    "backup_not_proved": lambda v: _(
        "What was written could not be read back whole. No backup was kept; check the disk."
    ),
    "backup_damaged": lambda v: _("This backup is damaged. Use another one."),
    "not_a_backup": lambda v: _("{name} is no backup of this program. Choose another file.", **v),
    # Hand-over
    "not_a_handover": lambda v: _("{name} is no hand-over file. Choose another file.", **v),
    "handover_damaged": lambda v: _(
        "This hand-over file is damaged. Nothing was taken in; ask for it once more."
    ),
    "handover_wrong_password": lambda v: _(
        "The password does not open this file. Ask whoever handed it over."
    ),
    "handover_code_unknown": lambda v: _(
        "“{given}” is not known to this version of the program. Update it.", **v
    ),
    "handover_other_visit": lambda v: _("Another visit of the same identity is here already."),
    # The tour
    "tour_stuck": lambda v: _("The window did not answer in time for the picture “{name}”.", **v),
    "tour_broken": lambda v: _("Something went wrong. A report is in {path}", **v),
    "no_folder": lambda v: _("{place} is a file. Name a folder.", **v),
    "picture_not_made": lambda v: _("The picture {name} could not be written.", **v),
    # The server
    "address_not_understood": lambda v: _(
        "The address of a server looks like postgresql://server/database."
    ),
    "server_away": lambda v: _("The server does not answer. Check the network and try again."),
    "server_too_old": lambda v: _(
        "The server is PostgreSQL {version}; this program needs 15 or newer.", **v
    ),
    "server_in_use": lambda v: _("Somebody works in this database already. Sign in to it."),
    "owner_makes_no_roles": lambda v: _(
        "This owner of the database may not make user names on the server (CREATEROLE). "
        "Ask who keeps the server."
    ),
    "login_too_long_here": lambda v: _n(
        "On this server a user name has at most {n} character.",
        "On this server a user name has at most {n} characters.",
        v["most"],
    ),
    "database_missing": lambda v: _("The server has no such database. Check the address."),
    "no_right_on_server": lambda v: _("The server does not allow this to your user name."),
}
