"""Carries out what a person said of figures: that one is the distance between two places."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from geo.contracts import (
    NO_SUBJECT,
    NOT_UNDERSTOOD,
    CheckedFigure,
    Claim,
    ClaimKind,
    Dimension,
    Subject,
)
from geo.edits.anchor import find_anchor

if TYPE_CHECKING:
    from collections.abc import Sequence

    from geo.contracts import Article, Document, Edit, Problem, Quantity, Span, Toponym

# Problems that say of a figure that nothing could be made of it.
_OF_A_FIGURE = frozenset({NOT_UNDERSTOOD, NO_SUBJECT})
_REASON = "Somebody chose the two places."


def edit_claims(
    article: Article,
    document: Document,
    claims: Sequence[Claim],
    toponyms: Sequence[Toponym],
    edits: Sequence[Edit],
) -> tuple[tuple[Claim, ...], tuple[Edit, ...]]:
    """Carry out edits of figures; return those whose figure or places were not found as well."""
    lost = []
    found = list(claims)
    at = {one.span: one.id for one in toponyms}
    for edit in edits:
        if not isinstance(edit, CheckedFigure):
            continue
        quantity = length_at(document, find_anchor(article.text, edit.anchor))
        subject, anchor = (
            at.get(span) if (span := find_anchor(article.text, one)) else None
            for one in (edit.subject, edit.measured_to)
        )
        if quantity is None or subject is None or anchor is None:
            lost.append(edit)
            continue
        found = [one for one in found if not _is_of(one, quantity)]
        found.append(
            Claim(
                id="",
                kind=ClaimKind.SEPARATION,
                subject=Subject(toponym_ids=(subject, anchor), reason=_REASON),
                quantity=quantity,
                span=quantity.span,
            )
        )
    if len(found) == len(claims) and all(one.id for one in found):
        return tuple(found), tuple(lost)
    found.sort(key=lambda one: (one.span.start, one.span.end))
    return tuple(replace(one, id=f"c{n}") for n, one in enumerate(found, start=1)), tuple(lost)


def still_open(problems: Sequence[Problem], claims: Sequence[Claim]) -> tuple[Problem, ...]:
    """Leave out that nothing was made of a figure, where somebody has said what it is."""
    tied = [one.quantity for one in claims if one.subject.reason == _REASON and one.quantity]
    return tuple(
        one
        for one in problems
        if one.code not in _OF_A_FIGURE
        or one.span is None
        or not any(one.span.overlaps(quantity.span) for quantity in tied)
    )


def _is_of(claim: Claim, quantity: Quantity) -> bool:
    return claim.quantity is not None and claim.quantity.span.overlaps(quantity.span)


def length_at(document: Document, span: Span | None) -> Quantity | None:
    """Find the length that stands in some words, or around them."""
    if span is None:
        return None
    return next(
        (
            one.quantity
            for one in document.amounts
            if one.quantity.span.overlaps(span) and one.quantity.dimension is Dimension.LENGTH
        ),
        None,
    )
