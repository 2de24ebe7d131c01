"""What a page shows before its script runs, or without one: the words and the drawn map.

Every text is escaped here, once, as it goes in; the drawing escapes its own.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from geo.maps.layout.routes import route_width
from geo.maps.page.fallback_table import points_table
from geo.maps.spec.model import JourneyMark, Manner, PlaceKind, VerdictSign
from geo.maps.svg.responsive import draw_fitting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from geo.maps.spec.model import (
        ClaimCard,
        MapJourney,
        MapPlace,
        MapRoute,
        MapSpec,
        Provenance,
    )

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}")
_SIGNS = {
    VerdictSign.HOLDS: ("✓", "holds"),
    VerdictSign.ONLY_IF: ("◐", "only-if"),
    VerdictSign.FAILS: ("✗", "fails"),
    VerdictSign.UNKNOWN: ("?", "unknown"),
}
_CROSS = '<span class="dl-journey-cross" aria-hidden="true">✕</span>'
# Fewer claims than these leave room beside the map; the page's script has the same figure.
_FEW = 2
_NO_CARDS = (
    '<p class="dl-empty">No distance, duration or speed of the article could be checked.</p>'
)


def draw_fallback(spec: MapSpec) -> str:
    """Write title, result, map, claims, places and sources with no script at all."""
    language = spec.language if _LANGUAGE.fullmatch(spec.language) else "en"
    result = "".join(
        f"<b>{_text(phrase.text)}</b>" if phrase.strong else _text(phrase.text)
        for phrase in spec.result
    )
    claims = _list("ol", "dl-claim-list", map(_card, spec.claim_cards)) or _NO_CARDS
    journeys = _list("ol", "dl-journey-list", (_journey(one, spec) for one in spec.journeys))
    places = _list("ul", "dl-fallback-places", map(_place, _shown(spec)))
    sources = _list("ul", "", map(_item, (*spec.sources, made_line(spec.provenance))))
    has_story = bool(spec.paragraphs) or spec.points is None
    largest = _section("The largest places", points_table(spec.points)) if spec.points else ""
    return (
        f'<div class="dateline dl-fallback" lang="{language}">\n'
        f'<header class="dl-head"><h1 class="dl-title">{_text(spec.title)}</h1>'
        f'<p class="dl-result">{result}</p></header>\n'
        f'<div class="{_stage_class(spec)}">'
        f'<div class="dl-map dl-map-fallback">{draw_fitting(spec, ident="still")}</div>\n'
        f"{_section('What the article says', claims, 'dl-claims') if has_story else largest}"
        f"{_section('Who goes where', journeys, 'dl-journeys') if journeys else ''}</div>\n"
        f'<p class="dl-credits">{_text(spec.credits)}</p>\n'
        f'<div class="dl-below">{_section("Places", places) if places else ""}\n'
        f"{largest if has_story else ''}"
        f'<section class="dl-sources"><h2 class="dl-kicker">Sources</h2>{sources}</section></div>\n'
        "</div>\n"
    )


def _stage_class(spec: MapSpec) -> str:
    """Put journeys under the map, or beside it where there are hardly any claims."""
    if not spec.journeys:
        return "dl-stage"
    return f"dl-stage dl-stage-{'beside' if len(spec.claim_cards) < _FEW else 'under'}"


def _section(heading: str, inside: str, name: str = "") -> str:
    return f'<section class="{name}"><h2 class="dl-kicker">{heading}</h2>{inside}</section>'


def made_line(provenance: Provenance) -> str:
    """Say what the map was made from, when and by what."""
    told = (
        f"Made with {provenance.program}" if provenance.program else "",
        provenance.made and f"at {provenance.made}",
        f"checked {provenance.checked}",
        provenance.published and f"article of {provenance.published}",
        provenance.url,
        provenance.article_id and f"text {provenance.article_id}",
    )
    return f"{', '.join(part for part in told if part)}."


def _text(words: str) -> str:
    return html.escape(words)


def _list(tag: str, name: str, items: Iterable[str]) -> str:
    inside = "".join(items)
    return f'<{tag} class="{name}">{inside}</{tag}>' if inside else ""


def _item(words: str) -> str:
    return f"<li>{_text(words)}</li>"


def _shown(spec: MapSpec) -> Iterable[MapPlace]:
    return (place for place in spec.places if place.kind is not PlaceKind.ASSOCIATIVE)


def _place(place: MapPlace) -> str:
    second = f", {_text(place.second)}" if place.second else ""
    return f"<li><b>{_text(place.name)}</b>{second}</li>"


def _journey(journey: MapJourney, spec: MapSpec) -> str:
    sentence = "".join(
        f"<b><bdi>{_text(phrase.text)}</bdi></b>" if phrase.strong else _text(phrase.text)
        for phrase in journey.sentence
    )
    route = next((route for route in spec.routes if route.id == journey.route), None)
    return (
        '<li class="dl-item"><span class="dl-journey dl-journey-fallback">'
        f'<span class="dl-journey-mark">{_mark(journey, route)}</span>'
        f'<span class="dl-journey-body"><span class="dl-journey-way">{sentence}</span>'
        f'<span class="dl-journey-status">{_text(journey.word)}</span></span></span></li>'
    )


def _mark(journey: MapJourney, route: MapRoute | None) -> str:
    """Write a piece of the line of a journey, or a cross for one that was called off."""
    if route is None:
        return _CROSS if journey.mark is JourneyMark.CALLED_OFF else ""
    how = "assumed" if route.assumed else "inferred" if route.inferred else ""
    dashed = f" dl-route-{how}" if how and route.manner is Manner.TAKEN else ""
    names = (
        f"dl-route dl-route-{route.kind} dl-route-{route.manner} dl-route-{route.status} "
        f"dl-tone-{route.tone}{dashed}"
    )
    return (
        '<svg width="28" height="12" viewBox="0 0 28 12" aria-hidden="true">'
        f'<path d="M1 6H27" class="{_text(names)}" stroke-width="{route_width(route)}"/></svg>'
    )


def _card(card: ClaimCard) -> str:
    sign, name = _SIGNS[card.sign]
    return (
        f'<li class="dl-item"><span class="dl-claim dl-claim-fallback">'
        f'<span class="dl-disc dl-tone-{card.tone.value}">{card.number}</span>'
        f'<span class="dl-claim-body"><span class="dl-quote">“{_text(card.quote)}”</span>'
        f'<span class="dl-verdict dl-verdict-{name}">{sign} {_text(card.word)}</span>'
        f'<span class="dl-sentence">{_text(card.sentence)}</span></span></span></li>'
    )
