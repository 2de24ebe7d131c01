"""The store: lists, opens, saves and removes stories; what it says is kept is on the disk."""

from __future__ import annotations

import secrets
import sqlite3
import time
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from threading import RLock
from typing import TYPE_CHECKING

from geo.errors import StoreError
from geo.store.merge import merged
from geo.store.story import Brief, Outcome, Saved, Story, Version, from_json, to_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

# While somebody types, an earlier state is kept as a version no oftener than this.
_BETWEEN_VERSIONS_S = 300.0
_MOST_VERSIONS = 100
# A tab that has not been heard of for so long is closed, or asleep.
_TAB_SEEN_S = 30.0
_NONE_SUCH = "This story is no longer kept: it was removed, perhaps in another tab."
_MERGED = "Another tab changed this story too; the changes of both are kept."
_REMOVED = "This story was removed in another tab. What you have here is kept as a new one."
_COPIED = (
    "Another tab changed the same things in this story. Nothing is lost: what you have here is "
    "kept as a story of its own, “{title}”."
)


class Store:
    """The stories in one file; safe to share between threads, tabs and processes.

    ``notice`` is what the user has to be told of its opening; "" where there is nothing.
    ``clock`` gives seconds since 1970.
    """

    def __init__(
        self,
        connection: sqlite3.Connection,
        *,
        notice: str = "",
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.notice = notice
        self._connection = connection
        self._clock = clock
        self._lock = RLock()

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._connection.close()

    def stories(self) -> tuple[Brief, ...]:
        """List all stories, the one that was changed last first."""
        with self._work() as work:
            rows = work.execute(
                "select id, title, changed, edits from stories order by changed desc, id"
            ).fetchall()
        return tuple(
            Brief(id=id_, title=title, changed=_moment(changed), edits=edits)
            for id_, title, changed, edits in rows
        )

    def open(self, id_: str) -> Story:
        """Give a story as it was saved last.

        Raises
        ------
        StoreError
            If there is none of this id.
        """
        with self._work() as work:
            return _read(work, id_)

    def add(self, story: Story) -> Story:
        """Keep a story as a new one, under an id of its own that nobody can guess."""
        new = replace(story, id=secrets.token_hex(8), version=1)
        values = (new.id, _plain(new.title), 1, self._clock(), len(new.edits), to_json(new))
        with self._work() as work:
            work.execute("insert into stories values (?, ?, ?, ?, ?, ?)", values)
        return new

    def save(self, story: Story, base: Story, *, as_version: bool = False) -> Saved:
        """Keep what became of ``base``, the story as this tab opened or saved it last.

        What another tab saved meanwhile is merged with it; where both changed the same thing, this
        tab's goes on as a story of its own, as does one that was removed. ``as_version`` keeps the
        state before in any case.

        Raises
        ------
        StoreError
            If it cannot be written.
        """
        with self._work() as work:
            if not _is_kept(work, base.id):
                return Saved(story=self.add(story), outcome=Outcome.COPIED, message=_REMOVED)
            theirs = _read(work, base.id)
            now = replace(story, id=theirs.id, version=theirs.version)
            if now == theirs:
                return Saved(story=theirs, outcome=Outcome.UNCHANGED)
            if theirs.version == base.version:
                return Saved(
                    story=self._write(work, now, theirs, as_version=as_version),
                    outcome=Outcome.SAVED,
                )
            both = merged(base, story, theirs)
            if both is not None:
                kept = self._write(work, both, theirs, as_version=True)
                return Saved(story=kept, outcome=Outcome.MERGED, message=_MERGED)
            copy = self.add(_named(story, f"{story.title} (from another tab)"))
            return Saved(
                story=copy, outcome=Outcome.COPIED, message=_COPIED.format(title=copy.title)
            )

    def remove(self, id_: str) -> None:
        """Remove a story with all its versions."""
        with self._work() as work:
            work.execute("delete from stories where id = ?", (_plain(id_),))

    def versions(self, id_: str) -> tuple[Version, ...]:
        """List the earlier states of a story that were kept, the latest first."""
        with self._work() as work:
            rows = work.execute(
                "select number, saved from versions where story = ? order by number desc",
                (_plain(id_),),
            ).fetchall()
        return tuple(Version(number=number, saved=_moment(saved)) for number, saved in rows)

    def at(self, id_: str, number: int) -> Story:
        """Give an earlier state of a story; saved, it becomes the latest.

        Raises
        ------
        StoreError
            If that state was not kept.
        """
        with self._work() as work:
            found = work.execute(
                "select state from versions where story = ? and number = ?", (_plain(id_), number)
            ).fetchone()
        if found is None:
            raise StoreError("This version of the story is no longer kept. Choose another one.")
        return from_json(found[0], id_=id_, version=number)

    def seen(self, id_: str, tab: str) -> bool:
        """Note that a tab has a story open; say whether another one has it open too."""
        now = self._clock()
        with self._work() as work:
            _read(work, id_)
            work.execute("delete from tabs where seen < ?", (now - _TAB_SEEN_S,))
            work.execute("insert or replace into tabs values (?, ?, ?)", (id_, _plain(tab), now))
            (others,) = work.execute(
                "select count(*) from tabs where story = ? and tab <> ?", (id_, _plain(tab))
            ).fetchone()
        return bool(others)

    def _write(
        self, work: sqlite3.Connection, story: Story, before: Story, *, as_version: bool
    ) -> Story:
        now = self._clock()
        if as_version or story.edits != before.edits or self._is_due(work, story.id, now):
            work.execute(
                "insert or replace into versions "
                "select id, version, changed, state from stories where id = ?",
                (story.id,),
            )
            work.execute(
                "delete from versions where story = ? and number not in "
                "(select number from versions where story = ? order by number desc limit ?)",
                (story.id, story.id, _MOST_VERSIONS),
            )
        new = replace(story, version=before.version + 1)
        work.execute(
            "update stories set title = ?, version = ?, changed = ?, edits = ?, state = ? "
            "where id = ?",
            (_plain(new.title), new.version, now, len(new.edits), to_json(new), new.id),
        )
        return new

    def _is_due(self, work: sqlite3.Connection, id_: str, now: float) -> bool:
        """Whether the last version that was kept is old enough for the next."""
        (last,) = work.execute("select max(saved) from versions where story = ?", (id_,)).fetchone()
        return last is None or now - last >= _BETWEEN_VERSIONS_S

    @contextmanager
    def _work(self) -> Iterator[sqlite3.Connection]:
        """Do all of something or nothing; others who use the file wait."""
        with self._lock:
            is_outermost = not self._connection.in_transaction
            try:
                if is_outermost:
                    self._connection.execute("begin immediate")
                yield self._connection
                if is_outermost:
                    self._connection.execute("commit")
            except BaseException as error:
                if is_outermost and self._connection.in_transaction:
                    self._connection.execute("rollback")
                if isinstance(error, sqlite3.Error):
                    raise StoreError(
                        f"Your stories cannot be read or kept at the moment ({error}). What you "
                        "see is still on this page: save it as a project file."
                    ) from error
                raise


def _is_kept(work: sqlite3.Connection, id_: str) -> bool:
    found = work.execute("select 1 from stories where id = ?", (_plain(id_),)).fetchone()
    return found is not None


def _read(work: sqlite3.Connection, id_: str) -> Story:
    found = work.execute(
        "select state, version from stories where id = ?", (_plain(id_),)
    ).fetchone()
    if found is None:
        raise StoreError(_NONE_SUCH)
    return from_json(found[0], id_=id_, version=found[1])


def _named(story: Story, title: str) -> Story:
    return replace(story, source=replace(story.source, title=title))


def _plain(text: str) -> str:
    """Make a text that the file can hold: half a surrogate pair is in no encoding."""
    return text.encode(errors="replace").decode()


def _moment(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
