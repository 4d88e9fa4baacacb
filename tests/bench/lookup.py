"""Looking clients up among many on both engines, against plain statements and a bare scan."""

import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from statistics import quantiles
from typing import Final

from rapidfuzz import fuzz, process

from app.services.lookup import look_up
from app.services.server import create
from app.services.unit import Desk, Unit
from app.store.opening import open_server, server_url
from tests.bench.measure import Result, timed
from tests.bench.recall import Recall, fill, queries
from tests.desks import FIRST, WORKSTATION, SetClock, file_desk
from tests.engines import fresh_server_database, running_server

BEGUN: Final = (
    *("a", "moh", "shev", "nguy", "ali", "tka", "war", "hadd", "koval", "ol", "abd", "khai"),
    *("hassan", "mohamed", "olena", "thandar", "nguyen"),
)
REGION: Final = 20_000
_MISSED_FIRST: Final = 0.2
_MISSED: Final = 0.05
GOAL: Final = 0.015
_BEGUN_LIMIT: Final = 2.5
_ANY_LIMIT: Final = 1.5
_TIMES: Final = 4
_SHOWN: Final = 10
_HIT: Final = (
    "select c.number, n.position, n.given, n.family, n.kind, c.birth_year, c.hidden_until, c.id"
)
_NAME: Final = "join client_name n on n.client_id = c.id"
_TOKENS: Final = f"""
    {_HIT} from token join client c on c.number = token.rowid {_NAME} where token match ? limit 50
"""
_KEYS: Final = f"""
    {_HIT} from client_key k join client c on c.number = k.number {_NAME}
    where k.key >= %s and k.key < %s limit 50
"""
Peer = Callable[[Unit, str], object]


def measured(folder: Path, number: int) -> list[Result]:
    """Of `number` clients: begun names and any spelling, and in the file who is found."""
    _said(number, "a file")
    desk = file_desk(folder, SetClock())
    recall = Recall(desk, fill(desk, number))
    print(f"Who is found among {number:,} by each spelling", *recall.lines(), sep="\n")
    _write_tokens(desk)
    results = [*_missed(recall, number), *_compared(desk, f"of {number:,}", _by_tokens)]
    desk.store.close()
    _said(number, "a server")
    with running_server() as server, fresh_server_database(server) as address:
        desk = create(address, FIRST, WORKSTATION)
        fill(desk, number)
        _plan(address)
        results += _compared(desk, f"of {number:,} on a server", _by_keys)
        desk.store.close()
    return results


def _plan(address: str) -> None:
    """Let a server count its rows, as it does by itself a little later."""
    store = open_server(server_url(address))
    with store.write() as session:
        session.connection().exec_driver_sql("analyze")
    store.close()


def measured_beside(folder: Path, number: int) -> list[Result]:
    """Of so many clients in a file that there is a goal and no limit."""
    _said(number, "a file")
    desk = file_desk(folder, SetClock())
    fill(desk, number)
    with desk.read() as unit:
        begun = [timed(partial(look_up, unit, text)) for text in BEGUN * _TIMES]
        spelt = [timed(partial(look_up, unit, text)) for _kind, text, _name in queries()]
    desk.store.close()
    return [
        Result(f"lookup, begun, of {number:,}, p95, beside its goal", _part(begun, 95), GOAL),
        Result(
            f"lookup, any spelling, of {number:,}, p95, beside its goal", _part(spelt, 95), GOAL
        ),
    ]


def _missed(recall: Recall, number: int) -> Iterator[Result]:
    """How many were not found, beside how many may be where the region's own are asked for."""
    asked, limit = recall.asked.total(), 1.0 if number == REGION else None
    for what, found, share in (
        ("not first", recall.first, _MISSED_FIRST),
        ("not among the first ten", recall.among, _MISSED),
    ):
        missed = asked - found.total()
        yield Result(f"lookup, {what}, of {number:,}", missed, share * asked, limit, counted=True)


def _said(number: int, where: str) -> None:
    print(f"Writing {number:,} clients into {where}", file=sys.stderr, flush=True)


def _compared(desk: Desk, where: str, peer: Peer) -> Iterator[Result]:
    with desk.read() as unit:
        begun = _in_turn(partial(look_up, unit), partial(peer, unit), BEGUN * _TIMES)
        shown = _in_turn(partial(_shown, unit), partial(peer, unit), BEGUN * _TIMES)
        texts = [text for _kind, text, _name in queries()]
        spelt = _in_turn(
            partial(look_up, unit),
            partial(process.extract, choices=_names(unit), scorer=fuzz.ratio, limit=_SHOWN),
            texts,
        )
    yield from _parts(f"lookup, begun, {where}", *begun, _BEGUN_LIMIT)
    yield from _parts(f"lookup, begun, with ten rows to show, {where}", *shown, None)
    yield from _parts(f"lookup, any spelling, {where}", *spelt, _ANY_LIMIT)


def _shown(unit: Unit, text: str) -> list[object]:
    return [*look_up(unit, text).found[:_SHOWN]]


def _names(unit: Unit) -> list[str]:
    rows = unit.connection.exec_driver_sql("select given || ' ' || family from client_name")
    return [name for (name,) in rows]


def _write_tokens(desk: Desk) -> None:
    """The spellings in a full-text index, as it is recommended for names."""
    with desk.write() as unit:
        unit.connection.exec_driver_sql(
            "create virtual table token using fts5(of, prefix = '1 2 3', tokenize = 'unicode61')"
        )
        unit.connection.exec_driver_sql(
            "insert into token (rowid, of) select number, group_concat(key, ' ') from client_key"
            " where key between '0' and ':' or key between 'a' and '{' group by number"
        )


def _by_tokens(unit: Unit, text: str) -> object:
    return unit.connection.exec_driver_sql(_TOKENS, (f'"{text}" *',)).all()


def _by_keys(unit: Unit, text: str) -> object:
    return unit.connection.exec_driver_sql(_KEYS, (text, text + "~")).all()


def _in_turn(
    ours: Callable[[str], object], peer: Callable[[str], object], texts: Sequence[str]
) -> tuple[list[float], list[float]]:
    """The seconds of both for each text, after a round of each that does not count."""
    for text in texts:
        peer(text), ours(text)
    seconds = [(timed(partial(ours, text)), timed(partial(peer, text))) for text in texts]
    return [one for one, _other in seconds], [other for _one, other in seconds]


def _parts(
    what: str, ours: Sequence[float], peer: Sequence[float], limit: float | None
) -> Iterator[Result]:
    """The half and the slowest twentieth; the limit is for the half."""
    yield Result(f"{what}, p50", _part(ours, 50), _part(peer, 50), limit)
    yield Result(f"{what}, p95", _part(ours, 95), _part(peer, 95))


def _part(seconds: Sequence[float], percent: int) -> float:
    return quantiles(seconds, n=100)[percent - 1]
