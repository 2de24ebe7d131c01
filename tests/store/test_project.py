"""A project file gives a colleague the whole story, and a hostile one does nothing."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.contracts import Block, BlockKind, Source, Span
from geo.errors import StoreError
from geo.settings import Settings
from geo.store import Story, is_project, open_store, project_from_json, project_to_json

HEAD = Block(kind=BlockKind.HEADLINE, span=Span(start=0, end=5, text="Ferry"))
STORY = Story(
    id="of the sender",
    version=7,
    source=Source(text="Ferry\nIt left Narva.", url="https://example.org/a", blocks=(HEAD,)),
    edits=({"edit": "no place", "anchor": {"quote": "Ferry"}},),
    settings={"size": "web"},
)


def test_a_colleague_goes_on_with_the_story() -> None:
    raw = project_to_json(STORY, [replace(STORY, edits=())])
    assert is_project(raw)
    story, versions = project_from_json(raw, name="ferry.dateline.json")
    assert story == replace(STORY, id="", version=0)
    assert [version.edits for version in versions] == [()]
    store = open_store(Settings(store=None))
    kept = store.add(story)
    assert store.open(kept.id).source == STORY.source
    store.close()


@given(st.text())
def test_any_text_comes_through(text: str) -> None:
    lone = f"{text}\udfff"
    raw = project_to_json(Story(source=Source(text=lone)))
    assert project_from_json(raw, name="x")[0].source.text == lone


def changed(**parts: object) -> bytes:
    return json.dumps({**json.loads(project_to_json(STORY)), **parts}).encode()


def of_source(**parts: object) -> dict[str, object]:
    story = json.loads(project_to_json(STORY))["story"]
    return {**story, "source": {**story["source"], **parts}}


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"", "no project"),
        (b"\xff\xfe", "no project"),
        (b"[]", "no project"),
        (b'{"dateline_project": 1}', "cannot be opened"),
        (b'{"dateline_project":' + b"[" * 100_000, "no project"),
        (changed(dateline_project=2), "Update Dateline"),
        (changed(versions={}), "no project"),
        (changed(versions=[{}] * 201), "no project"),
        (changed(story={"source": {"text": 5}}), "cannot be opened"),
        (changed(story={**of_source(), "more": 1}), "cannot be opened"),
        (changed(story=of_source(text="Other words")), "do not fit"),
        (b" " * 60_000_001, "more than 60 MB"),
    ],
    ids=range(12),
)
def test_what_is_no_project_is_told_in_a_sentence(raw: bytes, said: str) -> None:
    with pytest.raises(StoreError, match=said) as told:
        project_from_json(raw, name="a.json")
    assert "a.json" in str(told.value)


def test_an_address_that_is_no_link_is_dropped() -> None:
    raw = changed(story=of_source(url="javascript:alert(1)"))
    assert project_from_json(raw, name="x")[0].source.url is None


def test_a_saved_analysis_is_no_project() -> None:
    assert not is_project(b'{"schema_version": 1, "article": {"text": "\\"dateline_project\\""}}')
