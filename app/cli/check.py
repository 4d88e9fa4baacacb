"""`check`: whether a store is in order."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from typing import Any

from app.cli import progress
from app.cli.options import add_format, add_sign_in, open_desk
from app.cli.output import print_json
from app.localization import _, _n
from app.services.checking import Contents, Findings, Keys, check
from app.store.checking import Difference

NAME = "check"


def summary() -> str:
    """What the word does and prints."""
    return _(
        "Checks the tables' version, the pages of the file, the counters against the visits, the "
        "chain of the log, what clients are found by and the key slots; prints a line for each "
        "part and for all that is not in order, and ends with 1 if something is not."
    )


def add_arguments(parser: ArgumentParser) -> None:
    """Which store, and how to print."""
    add_sign_in(parser)
    add_format(parser)


def run(arguments: Namespace) -> int:
    """Check and print; 1 when something is not in order."""
    with open_desk(arguments) as desk:
        findings = check(desk, progress.show)
    if arguments.format == "json":
        print_json(_document(findings))
    else:
        for line in _lines(findings):
            print(line)
    if findings.in_order:
        return 0
    print(_("Something is not in order."), file=sys.stderr)
    return 1


def _lines(findings: Findings) -> Iterator[str]:
    yield _("Tables: version {version}", version=findings.schema)
    if findings.file is not None:
        yield from _file(findings.file)
    if findings.contents is None:
        yield _("Counters and log: not checked, since the file is damaged. Restore a backup.")
    else:
        yield from _counters(findings.contents)
        yield from _log(findings.contents)
        yield _clients(findings.contents)
    if findings.keys is not None:
        yield from _keys(findings.keys)
    if findings.in_order:
        whole = findings.contents is not None and findings.contents.whole
        yield _("All in order.") if whole else _("All that could be checked is in order.")


def _file(faults: tuple[str, ...]) -> Iterator[str]:
    if not faults:
        yield _("File: every page is whole")
    for fault in faults:
        yield _("File: damaged ({fault})", fault=fault)


def _counters(contents: Contents) -> Iterator[str]:
    visits = contents.counts.visits
    if contents.counters is None:
        yield _("Counters: not checked, the server shows visits only to those who record them")
        return
    if not contents.counters:
        yield _n("Counters: {n} visit, all agree", "Counters: {n} visits, all agree", visits)
    for counter in contents.counters:
        yield _(
            "Counter {place} {period} {breakdown} {value}: {stored} visits and {stored_persons} "
            "persons stored, {counted} and {counted_persons} counted",
            place=counter.location,
            period=_period(counter.period),
            breakdown=counter.breakdown,
            value=counter.value,
            stored=counter.stored[0],
            stored_persons=counter.stored[1],
            counted=counter.counted[0],
            counted_persons=counter.counted[1],
        )


def _log(contents: Contents) -> Iterator[str]:
    if contents.broken is None:
        yield _("Log: not checked, the server shows it only to an auditor")
        return
    if not contents.broken:
        yield _n("Log: {n} entry, unbroken", "Log: {n} entries, unbroken", contents.counts.entries)
    for number in contents.broken:
        yield _("Log entry {number} does not follow from the one before", number=number)


def _clients(contents: Contents) -> str:
    if contents.clients is None:
        return _("Clients: not checked, the server shows them only to those who keep their records")
    if not contents.clients:
        return _("Clients: all are found by what is recorded of them")
    return _n(
        "Clients: {n} is not found by what is recorded of them",
        "Clients: {n} are not found by what is recorded of them",
        contents.clients,
    )


def _keys(keys: Keys) -> Iterator[str]:
    if keys == Keys((), 0):
        yield _("Key slots: one for each active person")
    for login in keys.missing:
        yield _("Key slots: {login} has none", login=login)
    if keys.spare:
        yield _n("Key slots: {n} is nobody's", "Key slots: {n} are nobody's", keys.spare)


def _period(number: int) -> str:
    """2026-11-24 or 2026-11, as programs write it."""
    text = str(number)
    return "-".join(part for part in (text[:4], text[4:6], text[6:]) if part)


def _document(findings: Findings) -> dict[str, Any]:
    contents, keys = findings.contents, findings.keys
    counters = contents.counters if contents else None
    return {
        "in_order": findings.in_order,
        "schema": findings.schema,
        "file": findings.file,
        "visits": contents.counts.visits if contents and counters is not None else None,
        "counters": None if counters is None else [_counter(one) for one in counters],
        "log_entries": contents.counts.entries if contents else None,
        "log": contents.broken if contents else None,
        "clients": contents.clients if contents else None,
        "keys": {"missing": keys.missing, "spare": keys.spare} if keys else None,
    }


def _counter(counter: Difference) -> dict[str, Any]:
    return {
        "location": counter.location,
        "period": _period(counter.period),
        "breakdown": counter.breakdown,
        "value": counter.value,
        "stored": dict(zip(("visits", "persons"), counter.stored, strict=True)),
        "counted": dict(zip(("visits", "persons"), counter.counted, strict=True)),
    }
