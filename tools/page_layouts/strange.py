"""Pages laid out unlike those of `tools.page_layouts.layouts`, each by hand, with known truth."""

from __future__ import annotations

from html import escape
from random import Random
from typing import TYPE_CHECKING

from tools.page_layouts import prose
from tools.page_layouts.layouts import Page

if TYPE_CHECKING:
    from collections.abc import Callable


def strange_pages(seed: int = 0) -> dict[str, Page]:
    """Lay out a story in each of these ways; the same seed gives the same pages."""
    return {name: make(Random(seed)) for name, make in _PAGES.items()}  # noqa: S311 - no secret


def phone_text(seed: int = 0) -> Page:
    """Take a story out of a phone's reading view as text; ``html`` is that text."""
    lot = Random(seed)  # noqa: S311 - no secret
    title, story = prose.headline(lot), paragraphs(lot, 7)
    lines = [
        "coastdaily.example",
        title,
        prose.name(lot),
        prose.day(lot),
        "4 min read",
        prose.caption(lot),
        *story[:3],
        prose.caption(lot),
        *story[3:],
        "Tap to view the original page",
        "Sent from my phone",
    ]
    return Page(title=title, html="\n".join(lines), story=story)


def paragraphs(lot: Random, count: int) -> list[str]:
    """Write so many paragraphs."""
    return [prose.paragraph(lot) for _ in range(count)]


def marked(story: list[str]) -> str:
    """Mark paragraphs up."""
    return "".join(f"<p>{escape(one)}</p>" for one in story)


def whole_page(title: str, body: str, head: str = "") -> str:
    """Put a page round its body."""
    return (
        f"<!doctype html><html><head><meta charset=utf-8><title>{escape(title)}</title>{head}"
        f"</head><body>{body}</body></html>"
    )


def _front(lot: Random) -> Page:
    """Lay out a front page's strips of teasers, each with a summary, above and below the story."""
    title, story = prose.headline(lot), paragraphs(lot, 9)
    strips = [
        "".join(
            f'<div class="promo"><a href="/s{number}"><h2>{escape(prose.headline(lot))}</h2></a>'
            f"<p>{escape(prose.paragraph(lot, 2))}</p><span>{number} comments</span></div>"
            for number in range(4)
        )
        for _ in range(2)
    ]
    body = (
        f'<div id="strip-top">{strips[0]}</div><div id="lead"><h1>{escape(title)}</h1>'
        f'<div class="col">{marked(story)}</div></div><div id="strip-bottom">{strips[1]}</div>'
    )
    return Page(title=title, html=whole_page(f"{title} - Fjord Post", body), story=story)


def _live(lot: Random) -> Page:
    """Lay out live coverage: entries with times, names and buttons, key points on top."""
    title = f"Live: {prose.headline(lot)}"
    points = [prose.sentence(lot) for _ in range(3)]
    entries = [paragraphs(lot, 2) for _ in range(6)]
    listed = "".join(f"<li>{escape(one)}</li>" for one in points)
    posts = "".join(
        f'<article id="post-{number}"><time>{18 - number}:0{number} CET</time><h3>'
        f"{escape(prose.headline(lot))}</h3>{marked(entry)}<footer>Share this post</footer>"
        "</article>"
        for number, entry in enumerate(entries)
    )
    heads = posts.split("<h3>")[1:]
    told = [
        part
        for head, entry in zip(heads, entries, strict=True)
        for part in (head.split("</h3>")[0], *entry)
    ]
    body = (
        f"<main><h1>{escape(title)}</h1><section><h2>What to know</h2><ul>{listed}</ul></section>"
        f'<div class="timeline">{posts}</div><button>Load earlier posts</button></main>'
    )
    return Page(title=title, html=whole_page(title, body), story=[*points, *told])


def _paywall(lot: Random) -> Page:
    """Lay out the beginning of a story, then an offer in whole sentences."""
    title, story = prose.headline(lot), paragraphs(lot, 3)
    offer = (
        "<h3>Keep reading for 1 euro</h3><p>You have read your last free story of the month.</p>"
        "<p>Choose the plan that suits you and cancel whenever you like.</p><ul><li>Every story, "
        "on all your devices.</li><li>The crossword and the archive since 1921.</li></ul><p>Our "
        "reporters are paid by readers like you, and by nobody else.</p>"
    )
    body = (
        f'<article><h1>{escape(title)}</h1><div class="teaser-content">{marked(story)}</div>'
        f'<div class="gate"><div class="gate-inner">{offer}</div></div></article>'
        "<footer>Imprint Data protection</footer>"
    )
    return Page(title=title, html=whole_page(title, body), story=story)


def _amp(lot: Random) -> Page:
    """Lay out a page for phones with elements of its own."""
    title, story = prose.headline(lot), paragraphs(lot, 8)
    inside = marked(story[:4]) + (
        "<amp-ad width=300 height=250 type=x><div fallback>Could not load the ad.</div></amp-ad>"
        f"<amp-img src=a.jpg></amp-img><amp-fit-text>{escape(prose.caption(lot))}</amp-fit-text>"
    )
    rows = "".join(f"<li><a href=/m>{escape(one)}</a></li>" for one in prose.menu(lot, 8))
    body = (
        f"<amp-sidebar id=side layout=nodisplay><ul>{rows}</ul></amp-sidebar><header><button>Menu"
        f"</button></header><article><h1>{escape(title)}</h1>{inside}{marked(story[4:])}</article>"
        "<amp-consent layout=nodisplay><p>We and 812 partners store information on your device."
        f"</p></amp-consent><amp-list><a href=/q>{escape(prose.headline(lot))}</a></amp-list>"
    )
    return Page(title=title, html=whole_page(title, body), story=story)


def _forum(lot: Random) -> Page:
    """Lay out a report as the first post of a thread, with answers under it."""
    title, story = prose.headline(lot), paragraphs(lot, 5)
    profile = "<td class=user><b>harbourwatcher</b><br>Joined: 2011<br>Posts: 4,211</td>"
    answers = "".join(
        f"<tr>{profile}<td class=reply><div>Re: {escape(title)}</div><div>"
        f"{escape(' '.join(prose.comment(lot)))}</div><div>Quote | Report</div></td></tr>"
        for _ in range(5)
    )
    body = (
        f"<div>Board index » World » News</div><h2>{escape(title)}</h2><table class=thread>"
        f"<tr>{profile}<td class=post><div class=content>{'<br><br>'.join(map(escape, story))}"
        f"</div><div>Quote | Report</div></td></tr>{answers}</table><div>Page 1 of 3</div>"
    )
    return Page(title=title, html=whole_page(f"{title} - Harbour Forum", body), story=story)


def _wire(lot: Random) -> Page:
    """Lay out an agency's page of 1999: tables in tables, breaks, the story in one cell."""
    title, story = prose.headline(lot), paragraphs(lot, 9)
    links = "<br>".join(f"<a href=x.htm>{escape(prose.headline(lot))}</a>" for _ in range(7))
    cell = "<br>&nbsp;&nbsp;&nbsp;".join(map(escape, story))
    body = (
        "<table border=0 width=760><tr><td colspan=3 bgcolor=navy><font color=white>COAST WIRE "
        f"SERVICE</font></td></tr><tr><td valign=top width=140><font size=1>{links}</font></td>"
        f"<td><table><tr><td><font size=5><b>{escape(title)}</b></font></td></tr><tr><td>"
        f"<font face=Times>{cell}</font></td></tr><tr><td><i>(MORE)</i></td></tr></table></td><td "
        "width=120><font size=1>Weather<br>Markets<br>Sport</font></td></tr><tr><td colspan=3>"
        "<center><font size=1>Copyright 1999 Coast Wire. Redistribution is not allowed.</font>"
        "</center></td></tr></table>"
    )
    return Page(title=title, html=whole_page(title, body), story=story)


def _wordpress(lot: Random) -> Page:
    """Lay out a blog with related posts, a contents list and a call to share inside the body."""
    title, story = prose.headline(lot), paragraphs(lot, 10)
    related = "".join(
        f'<div class="jp-relatedposts-post"><a href=/r>{escape(prose.headline(lot))}</a><p>'
        f"{escape(prose.paragraph(lot, 2))}</p></div>"
        for _ in range(3)
    )
    middle = (
        f'<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3>{related}</div>'
        '<div class="wp-block-group has-background"><p>Did you like this post? Tell your friends '
        "about it, and leave us a word below.</p></div>"
    )
    body = (
        '<div id="page"><div id="ez-toc-container"><p>Contents</p><ul><li><a href=#a>How it began'
        f"</a></li><li><a href=#b>What is next</a></li></ul></div><h1 class=entry-title>"
        f"{escape(title)}</h1><div class=entry-content>{marked(story[:5])}{middle}"
        f'{marked(story[5:])}<div class="sharedaddy"><h3>Share this:</h3><ul><li>Click to share '
        "on Mastodon (Opens in new window)</li></ul></div></div><div id=secondary><h2>Archives"
        "</h2><ul><li>May 2024</li><li>April 2024</li></ul></div></div>"
    )
    return Page(title=title, html=whole_page(f"{title} | Windward Notes", body), story=story)


def _abroad(lot: Random) -> Page:
    """Lay out a Greek site's story in English, with everything round it in Greek."""
    title, story = prose.headline(lot), paragraphs(lot, 7)
    teasers = "".join(
        f"<div><h4><a href=/{number}>{head}</a></h4><p>{text}</p></div>"
        for number, (head, text) in enumerate(
            (
                ("Νέα δρομολόγια για τα νησιά", "Το πλοίο θα φεύγει κάθε πρωί από τον Πειραιά."),
                ("Κλειστός ο δρόμος", "Η τροχαία ζητεί από τους οδηγούς να κάνουν υπομονή."),
                ("Ο καιρός αύριο", "Βροχές στα δυτικά και ισχυροί άνεμοι στο Αιγαίο."),
            )
        )
    )
    body = (
        "<nav><a href=/>Αρχική</a><a href=/k>Κόσμος</a><a href=/o>Οικονομία</a></nav><div><h1>"
        f"{escape(title)}</h1><div>Δημοσιεύθηκε: 4 Μαΐου 2024</div><div>{marked(story)}</div>"
        f"<div><h3>Διαβάστε επίσης</h3>{teasers}</div></div><footer>Όροι χρήσης. Με την επιφύλαξη "
        "παντός δικαιώματος.</footer>"
    )
    return Page(title=title, html=whole_page(title, body), story=story)


def _release(lot: Random) -> Page:
    """Lay out a ministry's release: notes and contacts below the end are none of the story."""
    title, story = prose.headline(lot), paragraphs(lot, 6)
    body = (
        '<a href="#content">Skip to main content</a><div role=search>Search</div><main id=content>'
        f"<p>Press release</p><h1>{escape(title)}</h1><dl><dt>Published</dt><dd>4 May 2024</dd>"
        f'<dt>From</dt><dd>Ministry of Ports</dd></dl><div class="govspeak">{marked(story)}</div>'
        "<h2>Share this page</h2><ul><li>Share on Facebook</li></ul><h2>Is this page useful?</h2>"
        "<p>Yes</p><p>No</p><p>Report a problem with this page</p></main><footer><h2>Services and "
        "information</h2><ul><li>Births</li><li>Driving</li></ul></footer>"
    )
    return Page(title=title, html=whole_page(f"{title} - ports.example", body), story=story)


def _gallery(lot: Random) -> Page:
    """Lay out a story with slides in its middle, each with a caption of whole sentences."""
    title, story = prose.headline(lot), paragraphs(lot, 8)
    slides = "".join(
        f'<li class="slide"><img src={number}.jpg><p class="slide-text">'
        f"{escape(prose.caption(lot))}</p><span>{number} / 6</span></li>"
        for number in range(1, 7)
    )
    body = (
        f"<article><header><h1>{escape(title)}</h1></header>{marked(story[:3])}<div "
        f'class="carousel"><ul>{slides}</ul><a href=#>Next slide</a></div>{marked(story[3:])}'
        "</article>"
    )
    return Page(title=title, html=whole_page(title, body), story=story)


_PAGES: dict[str, Callable[[Random], Page]] = {
    "front": _front,
    "live": _live,
    "paywall": _paywall,
    "amp": _amp,
    "forum": _forum,
    "wire": _wire,
    "wordpress": _wordpress,
    "abroad": _abroad,
    "release": _release,
    "gallery": _gallery,
}
