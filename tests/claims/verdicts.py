"""What is found of one kind of claim in a text of a known day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from geo.contracts import Source
from geo.pipeline import analyse

if TYPE_CHECKING:
    from geo.contracts import ClaimKind, Verdict
    from geo.pipeline import Services


def verdicts(text: str, kind: ClaimKind, services: Services) -> list[Verdict]:
    """List the verdicts on all claims of a kind, in the order of the text."""
    analysis = analyse(Source(text=text, published=date(2024, 3, 5)), services)
    checks = {check.claim_id: check for check in analysis.checks}
    return [checks[claim.id].verdict for claim in analysis.claims if claim.kind is kind]
