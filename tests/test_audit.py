"""What `make audit` says: of faults, and of packages that nobody could be asked about."""

from __future__ import annotations

from tools.audit import told

SOUND = {"name": "shapely", "version": "2.1.0", "vulns": []}
FAULTY = {
    "name": "pillow",
    "version": "9.0.0",
    "vulns": [{"id": "PYSEC-2022-10", "fix_versions": ["9.0.1"]}],
}
UNASKED = {"name": "altair", "skip_reason": "Dependency not found on PyPI"}


def test_faults_are_named_with_what_mends_them() -> None:
    lines, code = told({"dependencies": [SOUND, FAULTY]})
    assert lines == [
        "pillow 9.0.0: PYSEC-2022-10 mended in 9.0.1",
        "2 of 2 packages were asked about: 1 of them with known faults.",
    ]
    assert code == 1


def test_that_nothing_was_found_is_no_good_news_where_nobody_could_be_asked() -> None:
    lines, code = told({"dependencies": [UNASKED] * 10})
    assert lines[0].startswith("0 of 10 packages were asked about")
    assert "NOT ASKED: 10 (altair, altair," in lines[1]
    assert "and 2 more" in lines[1]
    assert "pypi.org" in lines[-1]
    assert code == 2


def test_one_that_was_not_asked_about_is_enough_to_fail() -> None:
    lines, code = told({"dependencies": [SOUND, UNASKED]})
    assert "NOT ASKED: 1 (altair)" in lines[1]
    assert code == 2
    assert told({"dependencies": [SOUND]})[1] == 0
