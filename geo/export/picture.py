"""What a picture must tell of itself before it can be written as a file."""

from __future__ import annotations

from typing import Protocol


class Picture(Protocol):
    """A still and the words that stand for it; see `geo.maps.graphic.draw.Poster`."""

    @property
    def svg(self) -> str:
        """The drawing."""

    @property
    def width_px(self) -> float:
        """Width at 1×, CSS pixels."""

    @property
    def height_px(self) -> float:
        """Height at 1×, CSS pixels."""

    @property
    def title(self) -> str:
        """What the picture is called."""

    @property
    def alt(self) -> str:
        """One sentence that stands for it."""

    @property
    def description(self) -> str:
        """All that it tells."""

    @property
    def credits(self) -> str:
        """Whom it is owed to."""

    @property
    def language(self) -> str:
        """Language of its words, as in BCP 47."""

    @property
    def url(self) -> str:
        """Address of the article; "" if it has none."""
