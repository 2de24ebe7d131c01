"""Pages as news sites lay them out today, each by hand, with known truth.

What stands inside the story (links to others, sign-ups, galleries, notes) has the form of running
text, and the names that sites give their elements say nothing or mislead.
"""

from __future__ import annotations

from html import escape
from random import Random
from typing import TYPE_CHECKING

from tools.page_layouts import prose
from tools.page_layouts.layouts import Page
from tools.page_layouts.strange import marked, paragraphs, whole_page

if TYPE_CHECKING:
    from collections.abc import Callable


def modern_pages(seed: int = 0) -> dict[str, Page]:
    """Lay out a story in each of these ways; the same seed gives the same pages."""
    return {name: make(Random(seed)) for name, make in _PAGES.items()}  # noqa: S311 - no secret


def _linked(lot: Random, label: str) -> str:
    return f"{label}<a href=/r>{escape(prose.headline(lot))}</a>"


def _inline(lot: Random) -> Page:
    """Lay out links to other stories between paragraphs, as paragraphs, and links in each."""
    title, story = prose.headline(lot), paragraphs(lot, 12)
    told = [f"<p>{escape(one).replace(' in ', ' <a href=/place>in</a> ', 1)}</p>" for one in story]
    between = (
        f"<p><strong>{_linked(lot, 'RELATED: ')}</strong></p>",
        f"<p>{_linked(lot, '')}</p>",
        "<p><em><a href=/n>Sign up for our newsletter and find it in your inbox.</a></em></p>",
        f"<p><b>{_linked(lot, 'MORE: ')}</b></p>",
        "<p><i>Have a news tip? Write to us@coast.example or use <a href=/t>our form</a>.</i></p>",
        f"<p>👉 {_linked(lot, 'Also read: ')}</p>",
    )
    for step, one in enumerate(between):
        told[step] += one
    body = f"<main><h1>{escape(title)}</h1><div class=css-9x1>{''.join(told)}</div></main>"
    return Page(title=title, html=whole_page(title, body), story=story)


def _consent(lot: Random) -> Page:
    """Lay out a wall of consent in many sentences before a short story."""
    title, story = prose.headline(lot), paragraphs(lot, 4)
    purposes = "".join(
        f"<div><h3>{head}</h3><p>{words}</p><label>Off</label></div>"
        for head, words in (
            ("Store information", "Cookies and similar keys can be kept on your device for this."),
            ("Measure content", "Reports can be made from your activity and that of others."),
            ("Develop services", "What you do here can be used to make our products better."),
            ("Match devices", "Your device can be told from others by what it sends on its own."),
        )
    )
    wall = (
        "<div id=pmc-1><h2>Your privacy matters to us</h2><p>With your agreement we and our 1,204 "
        "partners use exact data on where you are. You may withdraw it at any time by returning to "
        f"this page. Some partners rely on a legitimate interest.</p>{purposes}<p>Agree and close"
        "</p><p>Reject all</p></div>"
    )
    body = f"{wall}<div id=app><h1>{escape(title)}</h1><div class=x1>{marked(story)}</div></div>"
    return Page(title=title, html=whole_page(title, body), story=story)


def _minutes(lot: Random) -> Page:
    """Lay out a live page whose entries have writers, buttons, corrections and posts by others."""
    title = f"{prose.headline(lot)} – live"
    entries = [paragraphs(lot, 3) for _ in range(5)]
    posts = "".join(
        f"<section><p><time>{15 - at}.4{at} CET</time></p><h2>{escape(prose.headline(lot))}</h2>"
        f"<p><a href=/w>{prose.name(lot)}</a></p>{marked(entry)}<p>Updated at {15 - at}.5{at} CET"
        "</p><button>Share</button></section>"
        for at, entry in enumerate(entries)
    )
    heads = [part.split("</h2>")[0] for part in posts.split("<h2>")[1:]]
    jumps = "".join(f"<li><a href=#{at}>1{at}:05 {head}</a></li>" for at, head in enumerate(heads))
    told = [part for head, entry in zip(heads, entries, strict=True) for part in (head, *entry)]
    body = (
        f"<h1>{escape(title)}</h1><div><h3>Key events</h3><ul>{jumps}</ul><label>Show key events "
        f"only</label><p>Please turn on JavaScript to use this feature</p></div><div>{posts}</div>"
        "<p>Older posts</p>"
    )
    return Page(title=title, html=whole_page(title, body), story=told)


def _metropolitan(lot: Random) -> Page:
    """Lay out a large paper's page: notes on pictures, sound, print and staff among the prose."""
    title, story = prose.headline(lot), paragraphs(lot, 10)
    writer, other = prose.name(lot), prose.name(lot)
    advert = "<div><p>Advertisement</p><a href=#after>SKIP ADVERTISEMENT</a></div>"
    body = (
        f"{advert}<div><p>Supported by</p></div><article><h1>{escape(title)}</h1>"
        "<div><p>Listen to this article · 6:12 min <a href=/l>Learn more</a></p></div>"
        f"<div><img><span>{escape(prose.sentence(lot))}</span><span>Credit...{other} for The Coast"
        f"</span></div><p>By {writer}</p><p>{writer} travelled with the crew for a week.</p>"
        f"<section name=articleBody>{marked(story[:5])}{advert}{marked(story[5:])}</section>"
        f"<p>{other} contributed reporting from Bergen.</p><p>{writer} covers the sea for The "
        "Coast. She has worked in Lisbon and Dakar. <a href=/w>More about her</a></p><p>A version "
        "of this article appears in print on March 4, 2026, Section A, Page 9 of the national "
        "edition. Order Reprints | Today’s Paper | Subscribe</p><p>See more on: <a href=/a>Ports"
        "</a>, <a href=/b>Weather</a></p></article>"
    )
    return Page(title=title, html=whole_page(title, body), story=story)


def _blocks(lot: Random) -> Page:
    """Lay out a broadcaster's page of named blocks, pictures with their sources, lists inside."""
    title, story = prose.headline(lot), paragraphs(lot, 9)
    heads = ("What do we know?", "Why it matters")
    picture = (
        "<div data-component=image-block><figure><img><span>Image source, Coast Images</span>"
        f"<figcaption>Image caption, {escape(prose.sentence(lot))}</figcaption></figure></div>"
    )
    more = "".join(f"<li><a href=/{at}>{escape(prose.headline(lot))}</a></li>" for at in range(4))
    text = [f"<div data-component=text-block>{marked([one])}</div>" for one in story]
    text[3] = f"<div data-component=subheadline-block><h2>{heads[0]}</h2></div>{text[3]}"
    text[6] = f"<div data-component=subheadline-block><h2>{heads[1]}</h2></div>{text[6]}"
    text[4] += f"<div data-component=links-block><h2>More on this story</h2><ul>{more}</ul></div>"
    body = (
        f"<main><article><h1>{escape(title)}</h1><div data-component=byline-block><time>4 hours ago"
        f"</time><span>{prose.name(lot)}</span><span>Seas correspondent</span><span>Reporting from "
        f"Split</span></div>{picture}{''.join(text)}<div data-component=tags><a href=/1>Croatia</a>"
        f"<a href=/2>Ships</a></div></article><section><h2>Top stories</h2><ul>{more}</ul>"
        "</section><section><h2>Elsewhere on our site</h2><p>The quiet war over a lighthouse "
        "nobody wanted.</p><p>Ada Byron on what the tide brought back.</p></section></main>"
    )
    told = [*story[:3], heads[0], *story[3:6], heads[1], *story[6:]]
    return Page(title=title, html=whole_page(title, body), story=told)


def _endless(lot: Random) -> Page:
    """Lay out the next stories in full under the one that was asked for."""
    title, story = prose.headline(lot), paragraphs(lot, 8)
    others = "".join(
        f"<article><h1>{escape(prose.headline(lot))}</h1><p>By {prose.name(lot)}</p>"
        f"<div class=body>{marked(paragraphs(lot, 5))}</div></article>"
        for _ in range(2)
    )
    body = (
        f"<div id=feed><article><h1>{escape(title)}</h1><p>By {prose.name(lot)}</p><div class=body>"
        f"{marked(story)}</div></article><p>Next up</p>{others}</div>"
    )
    return Page(title=title, html=whole_page(title, body), story=story)


def _academic(lot: Random) -> Page:
    """Lay out an essay with boxes on who wrote, who paid, and how it may be printed elsewhere."""
    title, story = prose.headline(lot), paragraphs(lot, 7)
    writer = prose.name(lot)
    body = (
        f"<h1>{escape(title)}</h1><aside><section><h3>Author</h3><ol><li>{writer}<p>Professor of "
        f"Harbours, University of Bergen</p></li></ol></section><section><h3>Disclosure statement"
        f"</h3><p>{writer} does not work for, own shares in or receive money from any firm that "
        "would gain from this article.</p></section><section><h3>Partners</h3><p>The University of "
        "Bergen provides funding as a member of the Essay.</p></section></aside><div "
        f"itemprop=articleBody>{marked(story[:4])}<hr><p><strong><em><a href=/r>Read more: "
        f"{escape(prose.headline(lot))}</a></em></strong></p><hr>{marked(story[4:])}</div><div>"
        "<h3>Republish this article</h3><p>We believe in the free flow of knowledge. Republish our "
        "pieces for free, online or in print, under a Creative Commons licence.</p></div><ul><li>"
        "<a href=/t>Ports</a></li><li><a href=/u>Tides</a></li></ul><section><h3>Events</h3><p>An "
        "evening with the people who keep the lights on.</p></section>"
    )
    return Page(title=title, html=whole_page(title, body), story=story)


def _explainer(lot: Random) -> Page:
    """Lay out a list of contents, a table of facts and a box of definitions round questions."""
    title = prose.headline(lot)
    asks = ("Where is the new line?", "Who pays for it?", "When does it open?", "What if it fails?")
    answers = [paragraphs(lot, 2) for _ in asks]
    toc = "".join(f"<li><a href=#{at}>{ask}</a></li>" for at, ask in enumerate(asks))
    parts = [
        f"<h2 id={at}>{ask}</h2>{marked(answer)}"
        for at, (ask, answer) in enumerate(zip(asks, answers, strict=True))
    ]
    rows = "".join(
        f"<tr><th>{head}</th><td>{cell}</td></tr>"
        for head, cell in (("Length", "48 km"), ("Cost", "€2.1bn"), ("Owner", "Coast Rail"))
    )
    parts[1] += f"<div class=factbox><h4>At a glance</h4><table>{rows}</table></div>"
    body = (
        f"<article><h1>{escape(title)}</h1><div class=toc><p>In this article</p><ol>{toc}</ol>"
        f"</div>{''.join(parts)}<p>Was this helpful? Yes No</p></article>"
    )
    told = [part for ask, answer in zip(asks, answers, strict=True) for part in (ask, *answer)]
    return Page(title=title, html=whole_page(title, body), story=told)


def _crowd(lot: Random) -> Page:
    """Lay out a short story above many long comments in markup that does not name them."""
    title, story = prose.headline(lot), paragraphs(lot, 4)
    comments = "".join(
        f"<div class=c{at}><b>{nick}</b><span>{day}</span><p>{escape(words)} "
        f"{escape(prose.paragraph(lot, 3))}</p><span>{last} ({at})</span></div>"
        for at, (nick, day, words, last) in enumerate(prose.comment(lot) for _ in range(14))
    )
    body = (
        f"<div id=root><div><h1>{escape(title)}</h1><div>{marked(story)}</div></div><div><h2>Join "
        "the conversation</h2><p>Comments are open until Friday. Be kind, and keep to the subject."
        f"</p>{comments}<p>Load more comments</p></div></div>"
    )
    return Page(title=title, html=whole_page(title, body), story=story)


def _local(lot: Random) -> Page:
    """Lay out a local station's page: weather, alerts, promotion and notes within the story."""
    title, story = prose.headline(lot), paragraphs(lot, 7)
    videos = "".join(
        f"<li><a href=/v>{escape(prose.headline(lot))}</a><p>1:3{at}</p></li>" for at in range(5)
    )
    body = (
        "<div><span>54°</span><span>Mostly cloudy</span><p>Flood watch until 6 PM in four counties."
        f"</p></div><div id=story><h1>{escape(title)}</h1><p>Author: {prose.name(lot)}</p><p>"
        "Published: 5:14 PM CST March 4, 2026</p><p>Updated: 9:02 PM CST March 4, 2026</p>"
        f"{marked(story[:2])}<p><em>Video above: {escape(prose.headline(lot))}</em></p>"
        f"{marked(story[2:4])}<p><strong>Get the Coast 5 app:</strong> Download it from the <a "
        "href=/a>App Store</a> or from <a href=/g>Google Play</a> to get alerts where you are.</p>"
        f"{marked(story[4:])}<p><em>Copyright 2026 Coast Television. All rights reserved. This "
        "material may not be published, broadcast, rewritten or redistributed.</em></p><p><strong>"
        f"The Latest from coast5.example:</strong></p><ul>{videos}</ul></div><div><h2>Trending "
        f"videos</h2><ul>{videos}</ul><p>Close Ad</p></div>"
    )
    return Page(title=title, html=whole_page(title, body), story=story)


_PAGES: dict[str, Callable[[Random], Page]] = {
    "inline": _inline,
    "consent": _consent,
    "minutes": _minutes,
    "metropolitan": _metropolitan,
    "blocks": _blocks,
    "endless": _endless,
    "academic": _academic,
    "explainer": _explainer,
    "crowd": _crowd,
    "local": _local,
}
