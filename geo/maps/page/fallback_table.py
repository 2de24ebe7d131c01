"""A table of the largest of many places, for whoever does not see the map.

Every text is escaped as it goes in. A table of all places would double the file.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from geo.maps.spec.columns import decode_counts, largest

if TYPE_CHECKING:
    from geo.maps.spec.model import PointColumns

_MOST = 300


def points_table(columns: PointColumns) -> str:
    """Write the places with the highest counts as an HTML table."""
    counts = decode_counts(columns)
    counted = bool(columns.count_word) or counts.max() > counts.min()
    heads = ["Place", *([columns.count_word or "count"] if counted else [])]
    if columns.notes:
        heads.append("Note")
    rows = "".join(
        f'<tr><th scope="row"><bdi>{html.escape(name)}</bdi></th>'
        + (f'<td class="dl-points-figure">{figure(count)}</td>' if counted else "")
        + (f"<td>{html.escape(note)}</td>" if columns.notes else "")
        + "</tr>"
        for name, count, note in largest(columns, _MOST)
    )
    told = f"{columns.total:,} place{'' if columns.total == 1 else 's'}"
    if columns.total > _MOST:
        by = (
            f" by {html.escape(columns.count_word or 'count')}"
            if counts.max() > counts.min()
            else ""
        )
        told = f"The first {_MOST} of {told}{by}"
    head = "".join(f'<th scope="col">{html.escape(text)}</th>' for text in heads)
    return (
        '<div class="dl-points-rows" tabindex="0" role="region" aria-label="Table of places">'
        f'<table class="dl-points-table"><caption>{told}</caption>'
        f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def figure(count: float) -> str:
    """Write a count with its thousands set apart, and at most two places after the point."""
    return f"{count:,.0f}" if count == int(count) else f"{count:,.2f}"
