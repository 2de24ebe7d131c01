"""What is found in a text: of one kind of claim on a known day, or the firmest verdict of all."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from geo.contracts import Source, Verdict
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.contracts import ClaimKind
    from geo.pipeline import Services


def verdicts(text: str, kind: ClaimKind, services: Services) -> list[Verdict]:
    """List the verdicts on all claims of a kind, in the order of the text."""
    analysis = analyse(Source(text=text, published=date(2024, 3, 5)), services)
    checks = {check.claim_id: check for check in analysis.checks}
    return [checks[claim.id].verdict for claim in analysis.claims if claim.kind is kind]


def verdict_of(text: str, services: Services) -> Verdict:
    """Tell the firmest verdict of a text: a refusal before a confirmation."""
    found = {check.verdict for check in analyse(Source(text=text), services).checks}
    firm = (Verdict.REFUTED, Verdict.SUPPORTED)
    return next((one for one in firm if one in found), Verdict.NOT_ENOUGH_INFO)
