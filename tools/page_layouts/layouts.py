"""Lays stories out as pages, by lot, with all that stands round a story, and knows the truth."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from html import escape
from random import Random
from typing import TYPE_CHECKING

import lxml.html

from geo.adapters.documents.page_blocks import pieces_of
from tools.page_layouts import prose

if TYPE_CHECKING:
    from collections.abc import Callable

SITES = (
    "article",
    "divs",
    "wordpress",
    "breaks",
    "tables",
    "live",
    "blog",
    "itemprop",
    "hashed",
    "amp",
)


@dataclass(slots=True)
class Page:
    """A page and the paragraphs of its story, in order."""

    title: str
    html: str
    story: list[str] = field(default_factory=list)

    @property
    def truth(self) -> str:
        """The story as a reader would mark it: no headline, captions or asides."""
        return "\n\n".join(self.story)

    def pasted(self, seed: int) -> str:
        """Take all that is seen of the page as plain text, as one copies it from a browser."""
        lot = Random(seed)  # noqa: S311 - no secret
        tree = lxml.html.document_fromstring(self.html)
        gap = lot.choice(("\n", "\n\n", "\n\n"))
        return gap.join(piece.text for piece in pieces_of(tree))


class _Site:
    """How one site marks things up."""

    def __init__(self, name: str, lot: Random) -> None:
        self.name = name
        self.lot = lot
        self._hash = f"css-{lot.randrange(16**6):06x}"

    def is_so(self, share: float) -> bool:
        """Decide by lot."""
        return self.lot.random() < share

    def named(self, *choices: str) -> str:
        """Choose a class, or one that says nothing where the site has only such."""
        if self.name == "hashed":
            return f' class="{self._hash}-{self.lot.randrange(900)}"'
        return f' class="{self.lot.choice(choices)}"'

    def box(self, names: tuple[str, ...], *inner: str, tag: str = "div") -> str:
        """Put markup into an element."""
        return f"<{tag}{self.named(*names)}>{''.join(inner)}</{tag}>"

    def links(self, words: list[str], names: tuple[str, ...]) -> str:
        """List links."""
        items = (
            f'<li><a href="/{number}">{escape(word)}</a></li>' for number, word in enumerate(words)
        )
        return self.box(names, *items, tag="ul")

    def paragraph(self, text: str) -> str:
        """Mark up a paragraph of the story."""
        if self.name == "divs":
            return f"<div{self.named('text', 'par', 'zn-body__paragraph')}>{escape(text)}</div>"
        return f"<p>{escape(text)}</p>"


def page(seed: int) -> Page:
    """Lay out the page of a number; the same number gives the same page."""
    lot = Random(seed)  # noqa: S311 - no secret
    site = _Site(SITES[seed % len(SITES)], lot)
    title = prose.headline(lot)
    made = Page(title=title, html="")
    story = _story(site, made)
    writer = prose.name(lot)
    head = f"<title>{escape(title)} | The Coast Daily</title>"
    data = {"@type": "NewsArticle", "headline": title, "articleBody": "\n".join(made.story)}
    if site.is_so(0.3):
        head += f'<script type="application/ld+json">{json.dumps(data)}</script>'
    body = (*_top(site), *_shell(site, title, writer, story), *_after(site, writer), *_foot(site))
    opening = f"<!doctype html><html lang=en><head>{head}</head>"
    made.html = f"{opening}<body>{''.join(body)}</body></html>"
    return made


_STORY_TAGS = {"divs": "div", "tables": "td", "breaks": "div", "hashed": "div"}
_STORY_NAMES = {
    "wordpress": ' class="post-content entry-content"',
    "itemprop": ' itemprop="articleBody" class="story"',
    "blog": ' class="post hentry"',
    "divs": ' class="story-body content__body"',
    "breaks": ' id="content"',
}


def _shell(site: _Site, title: str, writer: str, story: str) -> list[str]:
    tag = _STORY_TAGS.get(site.name, "article")
    opening = f"<h1>{escape(title)}</h1>{''.join(_above(site, writer))}"
    whole = f"<{tag}{_STORY_NAMES.get(site.name, '')}>{story}</{tag}>"
    if site.name == "tables":
        side = f"<td width=20%>{_side(site)}</td>"
        return [opening, f"<table><tr>{side}{whole}</tr></table>"]
    side = site.box(("sidebar", "rail"), _side(site), tag="aside")
    return [f"<main>{opening}{whole}</main>", side if site.is_so(0.6) else ""]


def _above(site: _Site, writer: str) -> list[str]:
    """Put together what stands between the headline and the story; not each page has all."""
    lot = site.lot
    shares = lot.sample(["Share", "Tweet", "Email", "Print", "Copy link", "WhatsApp", "Save"], 4)
    parts = (
        (0.4, site.box(("standfirst", "dek", "summary"), escape(prose.sentence(lot)), tag="p")),
        (0.8, site.box(("byline", "author", "meta"), f"By {writer}")),
        (0.7, site.box(("date", "timestamp", "meta"), prose.day(lot))),
        (0.5, site.box(("read-time",), f"{lot.randint(2, 9)} min read")),
        (0.6, site.links(shares, ("share-bar", "social", "tools"))),
        (0.6, _picture(site)),
    )
    return [part for share, part in parts if site.is_so(share)]


def _story(site: _Site, made: Page) -> str:
    """Write the story and what is put between its paragraphs."""
    lot = site.lot
    out: list[str] = []
    between: list[Callable[[_Site], str]] = [_advert, _more, _sign_up, _picture, _pulled]
    count = lot.randint(6, 22)
    for number in range(count):
        if site.name == "live" and number % 3 == 0:
            time = f"{lot.randint(1, 23)}:{lot.randint(10, 59)}"
            out.append(site.box(("live-time",), time, tag="h3"))
        out.append(_part(site, made))
        if number < count - 1 and site.is_so(0.22):
            out.append(lot.choice(between)(site))
    return "".join(out)


def _part(site: _Site, made: Page) -> str:
    """Write a part of the story: mostly a paragraph, now and then a heading, list or quotation."""
    lot = site.lot
    if site.is_so(0.07):
        items = [prose.sentence(lot) for _ in range(lot.randint(2, 4))]
        made.story.extend(items)
        return f"<ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"
    if site.is_so(0.05):
        made.story.append(prose.sentence(lot))
        return f"<blockquote><p>{escape(made.story[-1])}</p></blockquote>"
    head = ""
    if site.is_so(0.05):
        made.story.append(lot.choice(("What happened", "A long wait", "The cost", "What comes")))
        head = f"<h2>{made.story[-1]}</h2>"
    made.story.append(prose.paragraph(lot))
    if site.name == "breaks":
        return f"{head}{escape(made.story[-1])}<br><br>"
    return head + site.paragraph(made.story[-1])


def _advert(site: _Site) -> str:
    words = site.lot.choice(("Advertisement", "Article continues below", "SPONSORED"))
    return site.box(("ad-slot", "advert"), words)


def _more(site: _Site) -> str:
    lot = site.lot
    if site.is_so(0.5):
        link = f"<a href=/x>{escape(prose.headline(lot))}</a>"
        return f"<p><strong>Read more:</strong> {link}</p>"
    heads = [prose.headline(lot) for _ in range(lot.randint(1, 3))]
    head = lot.choice(("Related", "Read also", "More on this story"))
    return site.box(("related", "recirc"), f"<h4>{head}</h4>", site.links(heads, ("list",)))


def _sign_up(site: _Site) -> str:
    words = f"<p>{escape(prose.notice(site.lot))}</p><button>Sign up</button>"
    return site.box(("newsletter", "signup"), f"<h4>The Coast Briefing</h4>{words}")


def _picture(site: _Site) -> str:
    caption = f"<figcaption>{escape(prose.caption(site.lot))}</figcaption>"
    return f"<figure><img src=b.jpg>{caption}</figure>"


def _pulled(site: _Site) -> str:
    return site.box(("pullquote",), f"“{escape(prose.sentence(site.lot))}”", tag="aside")


def _teasers(site: _Site, count: int) -> str:
    out = []
    for _ in range(count):
        first, *rest = prose.teaser(site.lot)
        more = "".join(f"<p>{escape(line)}</p>" for line in rest)
        head = f"<h3><a href=/t>{escape(first)}</a></h3>"
        out.append(site.box(("card", "teaser"), head, more))
    return "".join(out)


def _side(site: _Site) -> str:
    lot = site.lot
    head = lot.choice(("Most read", "Trending", "Latest news", "Editor’s picks"))
    return f"<h3>{head}</h3>{_teasers(site, lot.randint(3, 6))}"


def _top(site: _Site) -> list[str]:
    lot = site.lot
    buttons = "<button>Accept all</button><a href=#>Manage choices</a>"
    notice = f"<p>{escape(prose.notice(lot))}</p>{buttons}"
    breaking = f"<a href=/b>Breaking: {escape(prose.headline(lot))}</a>"
    crumbs = ["Home", lot.choice(("World", "Coast", "Business"))]
    menu = site.links(prose.menu(lot), ("nav", "menu"))
    parts = (
        (0.5, site.box(("cookie-banner", "consent"), notice)),
        (0.3, '<a class="skip" href="#main">Skip to content</a>'),
        (1.0, f"<header><a href=/>The Coast Daily</a>{menu}</header>"),
        (0.4, site.box(("breaking",), breaking)),
        (0.4, site.links(crumbs, ("breadcrumb",))),
    )
    return [part for share, part in parts if site.is_so(share)]


def _after(site: _Site, writer: str) -> list[str]:
    lot = site.lot
    about = f"<h4>{writer}</h4><p>{escape(prose.biography(lot, writer))}</p>"
    head = lot.choice(("Related stories", "You may also like", "More from Coast", "Recommended"))
    more = f"<h2>{head}</h2>{_teasers(site, lot.randint(2, 8))}"
    parts = (
        (0.4, site.box(("author-bio",), about)),
        (0.5, site.box(("tags",), "Tags: ", site.links(prose.menu(lot, 5), ("taglist",)))),
        (0.7, site.box(("related", "more"), more, tag="section")),
        (0.4, _comments(site)),
    )
    return [part for share, part in parts if site.is_so(share)]


def _comments(site: _Site) -> str:
    lot = site.lot
    made = []
    for _ in range(lot.randint(1, 8)):
        lines = (f"<div>{escape(line)}</div>" for line in prose.comment(lot))
        made.append(site.box(("comment",), *lines))
    return site.box(("comments",), f"<h3>{lot.randint(2, 90)} Comments</h3>", *made, tag="section")


def _foot(site: _Site) -> list[str]:
    lot = site.lot
    lines = (f"<div>{escape(line)}</div>" for line in prose.footer(lot))
    menu = site.links(prose.menu(lot), ("nav",))
    return [
        site.box(("newsletter",), f"<p>{escape(prose.notice(lot))}</p>"),
        f"<footer>{''.join(lines)}{menu}</footer>",
    ]
