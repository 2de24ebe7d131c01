from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from geo.errors import ExportError, GeoError
from geo.export.files import write_text

if TYPE_CHECKING:
    from collections.abc import Iterator

# User of no rights, on every Unix.
NOBODY = 65_534


def test_a_file_is_written_whole_with_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    assert write_text(path, "für\nalle") == path
    assert path.read_bytes() == "für\nalle".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text("old")
    path.chmod(0o640)
    write_text(str(path), "new")
    assert path.read_text() == "new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_can_be_read_as_any_other(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.write_text("")
    assert write_text(tmp_path / "new", "x").stat().st_mode == plain.stat().st_mode


def test_a_link_is_written_through(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    link = tmp_path / "link"
    link.symlink_to("real")
    write_text(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "real").read_text() == "new"


@pytest.mark.parametrize(
    ("name", "said"),
    [("", "is a folder; give the name"), ("missing/map.html", "there is no folder")],
)
def test_what_cannot_be_is_said_in_a_sentence(tmp_path: Path, name: str, said: str) -> None:
    with pytest.raises(ExportError, match=said) as caught:
        write_text(tmp_path / name, "x")
    assert isinstance(caught.value, GeoError)
    assert list(tmp_path.iterdir()) == []


def test_a_name_that_the_disk_refuses_leaves_nothing_behind(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written: File name too long"):
        write_text(tmp_path / ("x" * 300), "x")
    assert list(tmp_path.iterdir()) == []


def test_a_failure_half_way_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "map.html"
    path.write_text("old")
    with pytest.raises(UnicodeEncodeError):
        write_text(path, "half \ud800")
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.fixture
def powerless() -> Iterator[None]:
    """Take root's right to write anywhere from the test, where root runs it."""
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(NOBODY)
    yield
    if is_root:
        os.seteuid(0)


@pytest.fixture
def locked() -> Iterator[Path]:
    """Make a folder that all may look into and none may write to."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o555)
        yield folder
        folder.chmod(0o755)


@pytest.mark.usefixtures("powerless")
def test_a_folder_without_permission(locked: Path) -> None:
    with pytest.raises(ExportError, match="Permission denied"):
        write_text(locked / "map.html", "x")
