"""Opens the file in which stories are kept: made, brought up to date, and put aside if damaged."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import suppress
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from geo.errors import StoreError
from geo.store.stories import Store

if TYPE_CHECKING:
    from pathlib import Path

    from geo.settings import Settings

FORMAT = 1
_WAIT_S = 5.0
_TABLES = """
create table stories (
    id text primary key, title text not null, version integer not null, changed real not null,
    edits integer not null, state text not null
) strict;
create table versions (
    story text not null references stories (id) on delete cascade, number integer not null,
    saved real not null, state text not null, primary key (story, number)
) strict;
create table tabs (
    story text not null references stories (id) on delete cascade, tab text not null,
    seen real not null, primary key (story, tab)
) strict;
"""


def open_store(settings: Settings, *, owner: str = "") -> Store:
    """Open the store of this computer's user, or of one ``owner`` where a server has several.

    A file that is damaged is put aside, never deleted, and ``notice`` of the store says so.

    Raises
    ------
    StoreError
        If it can be neither opened nor made, or was made by a later version of the program.
    """
    if settings.store is None:
        return Store(_made(sqlite3.connect(":memory:", check_same_thread=False)))
    path = settings.store / f"{_stem(owner)}.sqlite3"
    try:
        settings.store.mkdir(parents=True, exist_ok=True, mode=0o700)
        return Store(_opened(path))
    except sqlite3.OperationalError as error:
        raise _fault(path, error) from error
    except sqlite3.DatabaseError:
        aside = _put_aside(path)
    except OSError as error:
        raise _fault(path, error) from error
    try:
        return Store(
            _opened(path),
            notice=f"The file of your stories was damaged. It is kept as {aside.name!r} in "
            f"{str(aside.parent)!r}; a new one was begun.",
        )
    except (sqlite3.Error, OSError) as error:
        raise _fault(path, error) from error


def _stem(owner: str) -> str:
    """Name the file; of an owner only a digest, for who signs in may be called anything."""
    if not owner:
        return "stories"
    return f"stories-{hashlib.sha256(owner.encode(errors='surrogatepass')).hexdigest()[:32]}"


def _opened(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_WAIT_S, check_same_thread=False)
    try:
        with suppress(OSError):  # some file systems know no permissions
            path.chmod(0o600)
        _check(connection)
        connection.execute("pragma journal_mode = wal")
        # What is said to be kept is kept, even if the power fails at that moment.
        connection.execute("pragma synchronous = full")
        return _made(connection)
    except BaseException:
        connection.close()
        raise


def _check(connection: sqlite3.Connection) -> None:
    (found,) = connection.execute("pragma quick_check(1)").fetchone()
    if found != "ok":
        raise sqlite3.DatabaseError(found)


def _made(connection: sqlite3.Connection) -> sqlite3.Connection:
    """Make the tables unless they are there."""
    connection.isolation_level = None  # transactions are begun by hand
    connection.execute("pragma foreign_keys = on")
    connection.execute("begin immediate")
    (known,) = connection.execute("pragma user_version").fetchone()
    if known > FORMAT:
        connection.execute("rollback")
        raise StoreError("Your stories were kept by a later version of Dateline. Update Dateline.")
    if known < FORMAT:
        for statement in filter(str.strip, _TABLES.split(";")):
            connection.execute(statement)
        connection.execute(f"pragma user_version = {FORMAT}")
    connection.execute("commit")
    return connection


def _put_aside(path: Path) -> Path:
    """Rename a damaged file, and with it what has not been written into it yet."""
    day = datetime.now(UTC).strftime("%Y%m%d-%H%M%S")
    aside = path.with_name(f"{path.stem}-damaged-{day}.sqlite3")
    try:
        for ending in ("", "-wal", "-shm"):
            with suppress(FileNotFoundError):
                path.with_name(path.name + ending).rename(aside.with_name(aside.name + ending))
    except OSError as error:
        raise _fault(path, error) from error
    return aside


def _fault(path: Path, error: Exception) -> StoreError:
    return StoreError(
        f"Your stories cannot be kept in {str(path)!r} ({error}). Make that folder writable, or "
        "set DATELINE_STORE to one that is; “off” keeps nothing."
    )
