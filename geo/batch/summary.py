"""Writes the summary page of an archive: what its tables hold, on one page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import duckdb

from geo.export.files import write_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from geo.batch.shard import Tally
    from geo.batch.store import Store

PAGE = "index.html"
_MOST = 50
_STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;max-width:50rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;margin-bottom:2rem}td,th{padding:.2rem 1rem .2rem 0;"
    "text-align:left}td:last-child{text-align:right}"
)
_LISTS = (
    (
        "Places in most stories",
        ("place", "country", "stories"),
        (
            "SELECT min(name), min(country_code), count(DISTINCT story_id) AS n "
            "FROM geocodes WHERE place_id <> '' GROUP BY place_id ORDER BY n DESC, place_id"
        ),
    ),
    (
        "Claims by kind and verdict",
        ("kind", "verdict", "claims"),
        (
            "SELECT kind, verdict, count(*) AS n "
            "FROM checks JOIN claims USING (story_id, claim_id) "
            "GROUP BY kind, verdict ORDER BY n DESC, kind, verdict"
        ),
    ),
    (
        "Journeys by means and status",
        ("means", "status", "legs"),
        (
            "SELECT mode, status, count(*) AS n FROM legs GROUP BY mode, status "
            "ORDER BY n DESC, mode, status"
        ),
    ),
    (
        "Stories that could not be read",
        ("why", "stories"),
        (
            "SELECT reason[:200] AS why, count(*) AS n FROM quarantine GROUP BY why "
            "ORDER BY n DESC, why"
        ),
    ),
)
_TABLES = ("geocodes", "checks", "claims", "legs", "quarantine")


def write_summary(store: Store, keys: Iterable[str], tally: Tally) -> Path:
    """Write the page beside the tables of these shards.

    Raises
    ------
    ExportError
        If it cannot be written.
    """
    shards = sorted(keys)
    parts = [_table("Rows of the tables", ("table", "rows"), list(tally.rows.items()))]
    if shards:
        base = duckdb.connect(config={"autoinstall_known_extensions": "false"})
        for table in _TABLES:
            files = [str(store.path(table, key)) for key in shards]
            columns = base.read_parquet(files)
            plain = ", ".join(f'"{name}"' for name in columns.columns if name != "geometry")
            columns.project(plain).create_view(table)
        for title, heads, asked in _LISTS:
            parts.append(_table(title, heads, base.sql(asked).limit(_MOST).fetchall()))
        base.close()
    body = "".join(parts)
    title = escape(store.out.name)
    return write_text(
        store.out / PAGE,
        f'<!doctype html><html lang="en"><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style><h1>Archive {title}</h1>{body}"
        "<p>Open it with its stories: <code>python -m geo open FOLDER</code>. "
        "Places: GeoNames (CC BY 4.0).</p></html>\n",
    )


def _table(title: str, heads: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """Draw a table; every text in it is from outside."""
    head = "".join(f"<th>{escape(name)}</th>" for name in heads)
    body = "".join(
        f"<tr>{''.join(f'<td>{_cell(value)}</td>' for value in row)}</tr>" for row in rows
    )
    return f"<h2>{escape(title)}</h2><table><tr>{head}</tr>{body}</table>" if rows else ""


def _cell(value: object) -> str:
    return f"{value:,}" if isinstance(value, int) else escape(str(value))
