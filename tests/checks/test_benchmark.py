from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks import claims

if TYPE_CHECKING:
    from pathlib import Path

_ROWS: list[dict[str, Any]] = [
    {
        "sentence": "It lies about 94 km north of Kyiv.",
        "subject": {"name": "Chernobyl", "lat": 51.276, "lon": 30.225},
        "anchor": {"name": "Kyiv", "lat": 50.45, "lon": 30.524},
        "value": "94",
        "unit": "km",
        "hedge": "about",
        "claimed_km": 94.0,
    },
    {
        "sentence": "Oxford is 51 miles from London, England.",
        "subject": {"name": "Oxford, England", "lat": 51.752, "lon": -1.256},
        "anchor": {"name": "London, England", "lat": 51.509, "lon": -0.126},
        "value": "51",
        "unit": "miles",
        "hedge": "",
        "claimed_km": 82.1,
    },
]


def test_true_figures_are_kept_and_falsified_ones_refused() -> None:
    result = claims.judge_all(_ROWS)

    assert result["claims"] == 2
    assert result["balanced_accuracy"] == 1.0
    assert result["unit_slip_named"] == 1.0
    assert result["cannot_tell"] == 0.0


def test_sentences_are_read_with_the_subject_as_headline() -> None:
    result = claims.read_all(_ROWS)

    assert result["extraction_recall"] == 1.0
    assert result["wrong_figures_tied"] == 0


@pytest.mark.parametrize(
    ("value", "factor", "falsified"),
    [("94", 1.0, "94"), ("94", 1.609344, "150"), ("1,300", 0.5, "650"), ("7", 10.0, "70")],
)
def test_falsified_figures_keep_as_many_digits_as_were_written(
    value: str, factor: float, falsified: str
) -> None:
    assert claims.falsified(value, factor) == falsified


@pytest.mark.parametrize("option", [[], ["--json"]])
def test_the_command_prints_a_table_or_json(
    option: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(json.dumps(row) for row in _ROWS), encoding="utf-8")
    monkeypatch.setattr("sys.argv", ["claims", str(file), *option])

    claims.main()

    assert "balanced_accuracy" in capsys.readouterr().out
