"""The pictures in docs/img are what the program draws today."""

from __future__ import annotations

import pytest

from tests.maps.pictures import FOLDER, PICTURES, draw, file_name
from tests.maps.structure import differences

RENEW = "Look at the new drawing; if it is as good, run: python -m tests.maps.pictures"


@pytest.mark.parametrize(("name", "theme", "phone"), PICTURES)
def test_the_picture_is_drawn_as_before(name: str, theme: str, phone: bool) -> None:  # noqa: FBT001 - a case
    kept = (FOLDER / file_name(name, theme, phone=phone)).read_text(encoding="utf-8")
    told = differences(kept, draw(name, theme, phone=phone))
    assert not told, "\n".join([*told, RENEW])


def test_what_a_reader_would_see_is_told() -> None:
    name, theme, phone = PICTURES[0]
    kept = (FOLDER / file_name(name, theme, phone=phone)).read_text(encoding="utf-8")
    assert differences(kept, kept) == []
    assert "'Vladivostok' is gone" in differences(
        kept, kept.replace(">Vladivostok</text>", "></text>")
    )
    assert differences(kept, kept.replace("#811033", "#00ff00"))
