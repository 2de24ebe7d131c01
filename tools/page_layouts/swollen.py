"""Swells a page to the size that pages have out there: data for scripts, links to other stories."""

from __future__ import annotations

import json
from random import Random

_SCRIPTS = 0.6  # share of what is added; the rest is cards of other stories
_WORDS = ("storm", "port", "council", "vote", "budget", "river", "bridge", "school", "film", "star")


def swollen(html: str, size_bytes: int, seed: int) -> str:
    """Add scripts and cards round the story of a page until it is so large."""
    lot = Random(seed)  # noqa: S311 - no secret
    more = max(0, size_bytes - len(html))
    scripts, cards = [""], [""]
    while sum(map(len, scripts)) < _SCRIPTS * more:
        scripts.append(_script(lot))
    while sum(map(len, cards)) < (1 - _SCRIPTS) * more:
        cards.append(_card(lot))
    above = len(cards) // 4
    menu, related = "".join(cards[:above]), "".join(cards[above:])
    head, body = html.split("</head>", 1)
    at = body.index(">", body.index("<body")) + 1
    start, rest = body[:at], body[at:].replace("</body>", f"<aside>{related}</aside></body>", 1)
    return f"{head}{''.join(scripts)}</head>{start}<nav>{menu}</nav>{rest}"


def _script(lot: Random) -> str:
    data = {f"key{lot.randrange(10**9)}": [f"v{lot.random()}" for _ in range(40)] for _ in range(9)}
    return f"<script>{json.dumps(data)}</script>"


def _card(lot: Random) -> str:
    words = " ".join(lot.choices(_WORDS, k=lot.randint(4, 10))).capitalize()
    number = lot.randrange(10**9)
    return (
        f'<div class="card card--{number % 9} css-{number:x}" data-id="{number}">'
        f'<a class="card__link" href="/news/{number}"><div class="card__picture"><picture>'
        f'<source srcset="/{number}.webp"><img src="/{number}.jpg?w=320" alt="{words}"></picture>'
        f'</div><h3 class="card__title">{words}</h3></a><span class="card__time">'
        f'<time datetime="2026-03-0{1 + number % 9}">{1 + number % 23} hours ago</time></span>'
        '<svg viewBox="0 0 24 24"><path d="M12 2L2 7l10 5 10-5z"/></svg></div>'
    )
