"""Writes checks as schema.org ClaimReview in JSON-LD.

The rating says how a claim came out on a scale from 1 (does not hold) to 3 (holds), 2 being "holds
only if…"; a claim that could not be judged has words and no number. The author is the program, and
says that no person has reviewed the check. The JSON may stand in a page as it is: the characters
that could end its element are escaped.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from geo.contracts import Verdict
from geo.export.plain import clean

if TYPE_CHECKING:
    from geo.contracts import Analysis, Article, Check, Claim

_WORST, _BETWEEN, _BEST = 1, 2, 3
_ESCAPES = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
_WEB = re.compile(r"https?://[^\s<>\"]{1,2000}")
_AUTHOR = {
    "@type": "Organization",
    "name": "Dateline",
    "description": "A check made by a program from the article's words; no person has reviewed it.",
}


def to_claimreview(analysis: Analysis) -> str:
    """Write a ClaimReview for every claim that was checked."""
    checks = {check.claim_id: check for check in analysis.checks}
    reviews = [
        _review(analysis.article, claim, checks[claim.id])
        for claim in analysis.claims
        if claim.id in checks
    ]
    document = {"@context": "https://schema.org", "@graph": reviews}
    return json.dumps(document, ensure_ascii=False, indent=2).translate(_ESCAPES)


def _review(article: Article, claim: Claim, check: Check) -> dict[str, Any]:
    sentence = article.sentence_at(claim.span.start)
    words = claim.span if sentence is None else article.sentences[sentence]
    return {
        "@type": "ClaimReview",
        "claimReviewed": _line(claim.span.text),
        "author": _AUTHOR,
        "reviewBody": _line(check.reason),
        "reviewRating": _rating(check),
        "itemReviewed": {
            "@type": "Claim",
            "text": _line(words.text),
            "appearance": _appearance(article),
        },
    }


def _rating(check: Check) -> dict[str, Any]:
    scale = {"@type": "Rating", "worstRating": _WORST, "bestRating": _BEST}
    if check.only_if:
        words = f"Holds only if: {_line(check.only_if)}"
        return {**scale, "ratingValue": _BETWEEN, "alternateName": words}
    if check.verdict is Verdict.SUPPORTED:
        return {**scale, "ratingValue": _BEST, "alternateName": "Holds"}
    if check.verdict is Verdict.REFUTED:
        return {**scale, "ratingValue": _WORST, "alternateName": "Does not hold"}
    return {"@type": "Rating", "alternateName": "Cannot tell"}


def _appearance(article: Article) -> dict[str, Any]:
    told: dict[str, Any] = {"@type": "NewsArticle", "headline": _line(article.title)}
    if article.url and _WEB.fullmatch(article.url):
        told["url"] = article.url
    if article.published is not None:
        told["datePublished"] = article.published.isoformat()
    return told


def _line(text: str) -> str:
    return " ".join(clean(text).split())
