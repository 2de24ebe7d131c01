from __future__ import annotations

import csv
import gzip
import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.batch.cut import cut
from geo.batch.inputs import find_inputs
from geo.batch.records import read_records
from geo.errors import ArticleError
from geo.settings import Settings

if TYPE_CHECKING:
    from collections.abc import Callable

SETTINGS = Settings()
WORDS = st.text(
    alphabet=st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\x00"),
    min_size=1,
    max_size=40,
).filter(lambda text: bool(text.strip()))


def texts_of(path: Path, size_bytes: int) -> list[str]:
    shards = cut(find_inputs([str(path)]), SETTINGS, size_bytes)
    records = [one for shard in shards for one in read_records(shard, SETTINGS)]
    assert not [one.reason for one in records if one.reason]
    places = [(one.file, one.position) for one in records]
    assert len(set(places)) == len(places)
    return [one.source.text for one in records if one.source]


@given(texts=st.lists(WORDS, min_size=1, max_size=30), size_bytes=st.integers(1, 400))
def test_every_line_is_in_one_shard_however_large_these_are(
    texts: list[str], size_bytes: int
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.jsonl"
        lines = "\n".join(json.dumps({"text": text}, ensure_ascii=False) for text in texts)
        path.write_text(lines, encoding="utf-8", newline="")
        assert texts_of(path, size_bytes) == texts


@given(texts=st.lists(WORDS, min_size=1, max_size=30), size_bytes=st.integers(1, 400))
def test_rows_of_csv_keep_quotes_commas_and_line_ends_within(
    texts: list[str], size_bytes: int
) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        rows = [f'{text}, "said" she\nand left' for text in texts]
        with path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(["Title", "Text"])
            writer.writerows(["x;y", row] for row in rows)
        assert texts_of(path, size_bytes) == rows


def packed(kind: str, raw: bytes) -> bytes:
    if kind == "gz":
        half = len(raw) // 2
        return gzip.compress(raw[:half]) + gzip.compress(raw[half:])
    return bytes(pa.compress(raw, codec="zstd", asbytes=True))


@pytest.mark.parametrize("kind", ["gz", "zst"])
def test_packed_files_hold_what_plain_ones_hold(kind: str, tmp_path: Path) -> None:
    texts = [f"Story {number} from Graz." for number in range(300)]
    raw = "".join(f"{json.dumps({'text': text})}\n" for text in texts).encode()
    path = tmp_path / f"a.jsonl.{kind}"
    path.write_bytes(packed(kind, raw))
    assert texts_of(path, 900) == texts


def test_a_damaged_file_gives_what_lies_before_the_damage_and_says_where(tmp_path: Path) -> None:
    lines = (json.dumps({"text": f"Story {n} of {n * n} from Graz."}) for n in range(20_000))
    raw = gzip.compress("\n".join(lines).encode())
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(raw[: len(raw) // 2])
    shards = list(cut(find_inputs([str(path)]), SETTINGS))
    assert [bool(shard.fault) for shard in shards] == [False] * (len(shards) - 1) + [True]
    assert "damaged from here on" in shards[-1].fault
    assert sum(shard.records for shard in shards) > 1_000


def test_rows_of_parquet_are_read_from_the_middle(tmp_path: Path) -> None:
    texts = [f"Story {number} from Graz." for number in range(1_000)]
    path = tmp_path / "a.parquet"
    pq.write_table(pa.table({"body": texts}), path, row_group_size=300)
    assert texts_of(path, 4_000) == texts


def test_a_folder_gives_its_documents_and_its_tables(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "one.txt").write_text("A story from Graz.", encoding="utf-8")
    page = "<html><body><article><p>A page from Linz, in Austria.</p></article></body></html>"
    (tmp_path / "two.html").write_text(page, encoding="utf-8")
    (tmp_path / "three.jsonl").write_text('{"text": "A line from Wels."}\n', encoding="utf-8")
    (tmp_path / ".hidden").write_text("no", encoding="utf-8")
    found = texts_of(tmp_path, 10)
    assert [text.strip() for text in found] == [
        "A line from Wels.",
        "A story from Graz.",
        "A page from Linz, in Austria.",
    ]


def page_record(number: int) -> bytes:
    page = f"<html><body><p>Page {number} tells of Graz, in Austria.</p></body></html>"
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{page}".encode()
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{number:032d}>\r\n"
        f"WARC-Target-URI: https://paper.example/{number}\r\nWARC-Date: 2026-03-02T00:00:00Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
    )
    return head.encode() + answer + b"\r\n\r\n"


@pytest.mark.parametrize("pack", [gzip.compress, bytes], ids=["packed", "plain"])
def test_pages_of_a_web_archive_are_read_each_once(
    pack: Callable[[bytes], bytes], tmp_path: Path
) -> None:
    path = tmp_path / "a.warc"
    path.write_bytes(b"".join(pack(page_record(number)) for number in range(12)))
    found = texts_of(path, 900)
    assert [text.split(" tells")[0].strip() for text in found] == [f"Page {n}" for n in range(12)]


def test_all_inputs_that_are_missing_are_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match=r"no\.jsonl.*nor\.csv"):
        find_inputs([str(tmp_path / "no.jsonl"), str(tmp_path / "nor.csv")])


def test_a_line_too_long_is_set_apart_and_its_neighbours_are_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    short = json.dumps({"text": "A story from Graz."}).encode() + b"\n"
    path.write_bytes(short + b"x" * (4 * SETTINGS.max_bytes + 10) + b"\n" + short)
    records = [
        one
        for shard in cut(find_inputs([str(path)]), SETTINGS)
        for one in read_records(shard, SETTINGS)
    ]
    assert [bool(one.source) for one in records] == [True, False, True]
    assert "more than 8 MB" in records[1].reason
