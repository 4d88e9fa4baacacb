"""A PostgreSQL server of the tests' own, from the programs that the system has.

It listens on a socket in a folder of its own and asks for passwords as a real one does, so that a
role's password can be tested. What it holds is thrown away, hence no waiting for the disk.
"""

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import machine
import psycopg
from psycopg import sql
from sqlalchemy import URL

OWNER = "keeper"
PASSWORD = "invented"
QUICK = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")


class Server:
    """A running server; roles belong to all its databases, a database to one test."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)

    def url(self, database: str, user: str = OWNER, password: str = PASSWORD) -> str:
        """The address of a database as SQLAlchemy takes it, for a role of the server."""
        url = URL.create(
            "postgresql+psycopg", user, password, None, None, database, {"host": str(self._folder)}
        )
        return url.render_as_string(hide_password=False)

    def create(self, template: str = "template1") -> str:
        """The name of a new database, a copy of `template`."""
        name = f"test_{next(self._numbers)}"
        self._command("CREATE DATABASE {} TEMPLATE {}", name, template)
        return name

    def drop(self, database: str) -> None:
        self._command("DROP DATABASE {} WITH (FORCE)", database)

    def _command(self, command: str, *names: str) -> None:
        with psycopg.connect(
            host=str(self._folder), user=OWNER, password=PASSWORD, dbname="postgres"
        ) as connection:
            connection.autocommit = True
            connection.execute(sql.SQL(command).format(*map(sql.Identifier, names)))


@contextmanager
def running_server() -> Iterator[Server]:
    """Start a server and stop it at the end; a machine without one is an error."""
    programs = machine.server_programs()
    if programs is None:
        raise RuntimeError(f"The tests need PostgreSQL: {machine.apt_line(['postgresql'])}")
    folder = Path(tempfile.mkdtemp(prefix="kp-"))
    account = _account(folder)
    data, log = folder / "data", folder / "log"
    try:
        _initialise(programs, data, account)
        options = " ".join(f"-c {one}" for one in (*QUICK, f"unix_socket_directories={folder}"))
        control: list[str | Path] = [programs / "pg_ctl", "--pgdata", data, "--silent", "--wait"]
        _call([*control, "--log", log, "--options", options, "start"], account)
        try:
            yield Server(folder)
        finally:
            _call([*control, "--mode", "immediate", "stop"], account)
    finally:
        shutil.rmtree(folder)


@contextmanager
def fresh_server_database(server: Server, template: str = "template1") -> Iterator[str]:
    """The address of a database of one's own, which is gone afterwards."""
    name = server.create(template)
    try:
        yield server.url(name)
    finally:
        server.drop(name)


def _account(folder: Path) -> dict[str, Any]:
    """How to start a program that refuses to run as root: as the owner of `folder`."""
    if os.geteuid() != 0:
        return {}
    names = {entry.pw_name for entry in pwd.getpwall()}
    user = pwd.getpwnam("postgres" if "postgres" in names else "nobody")
    os.chown(folder, user.pw_uid, user.pw_gid)
    folder.chmod(0o755)
    return {"user": user.pw_uid, "group": user.pw_gid, "extra_groups": []}


def _initialise(programs: Path, data: Path, account: dict[str, Any]) -> None:
    secret = data.with_name("password")
    secret.write_text(PASSWORD)
    words = ["--encoding=UTF8", "--locale=C.UTF-8", "--no-sync", "--auth=scram-sha-256"]
    owner = [f"--username={OWNER}", f"--pwfile={secret}", f"--pgdata={data}"]
    _call([programs / "initdb", *words, *owner], account)


def _call(command: list[str | Path], account: dict[str, Any]) -> None:
    """Run a program of the server's; what it says stands in the error if it fails."""
    with tempfile.TemporaryFile("w+") as said:
        code = subprocess.run(
            command, cwd="/", stdin=subprocess.DEVNULL, stdout=said, stderr=said, **account
        ).returncode
        said.seek(0)
        if code != 0:
            raise RuntimeError(f"{Path(command[0]).name} failed: {said.read()}")
