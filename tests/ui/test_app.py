"""The app's own logic, run without a browser on the real line: what is shown, kept and refused."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from streamlit.testing.v1 import AppTest

from geo.contracts import Anchor, NoPlace, Source
from geo.edits import edits_to_plain
from geo.errors import GazetteerError
from geo.maps.page.data_island import analysis_island
from geo.pipeline import analyse
from geo.settings import OPEN, REPOSITORY
from geo.store import Story
from geo.store.project import project_to_json
from geo.ui import card, texts
from geo.ui.work import Desk
from tests.adapters.documents import made

if TYPE_CHECKING:
    from pathlib import Path

    from geo.pipeline import Services
    from geo.ui.work import Result

pytestmark = pytest.mark.usefixtures("services")

SHORT = "Ferry leaves Dover\n\nThe ferry left Dover for Calais on Monday, a way of 26 miles."


@pytest.fixture(autouse=True)
def _own_store(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATELINE_STORE", "off")


@pytest.fixture
def app() -> AppTest:
    return AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=60).run()


def shown(app: AppTest) -> Result:
    assert not app.exception
    result: Result = app.session_state["shown"]
    return result


def is_at_start(app: AppTest) -> bool:
    return len(app.text_area) == 1


def submit(app: AppTest, text: str) -> AppTest:
    app.text_area(key="desk_text").set_value(text).run()
    return app.button(key="desk_go").click().run()


def field(app: AppTest, label: str) -> str:
    (found,) = [one for one in app.text_input if one.label == label]
    return found.value or ""


def test_it_opens_on_a_box_to_paste_into_and_examples(app: AppTest) -> None:
    assert not app.exception
    assert is_at_start(app)
    keys = {button.key for button in app.button}
    assert {"desk_go", "example_armoured-train", "example_hospital-ship"} <= keys
    # Nothing was shown yet, so that there is nothing to go back to.
    assert "back" not in keys


def test_a_text_is_shown_with_what_to_do_about_it(app: AppTest) -> None:
    app.button(key="example_armoured-train").click().run()
    assert not is_at_start(app)
    assert "armoured train" in shown(app).spec.title
    assert shown(app).spec.claim_cards
    labels = [button.label for button in app.button]
    assert labels == [texts.NEW_STORY, texts.EDIT_TEXT, texts.PUBLISH]


def test_another_text_takes_its_place(app: AppTest) -> None:
    app.button(key="example_armoured-train").click().run()
    app.button(key="another").click().run()
    assert is_at_start(app)
    app.text_area(key="desk_text").set_value(SHORT).run()
    title = next(one for one in app.text_input if one.label == texts.DESK_HEADLINE)
    title.set_value("  A title of mine ").run()
    app.button(key="desk_go").click().run()
    assert not is_at_start(app)
    assert shown(app).spec.title == "A title of mine"
    assert "Dover" in {place.name for place in shown(app).spec.places}


def test_what_a_text_tells_of_itself_is_guessed_and_never_carried_over(app: AppTest) -> None:
    dated = "Two boats lost\n\nPORTO, Portugal, 3 May 2024 - Two boats were lost off Porto."
    app.text_area(key="desk_text").set_value(dated).run()
    assert field(app, texts.DESK_HEADLINE) == "Two boats lost"
    assert app.date_input[0].value == date(2024, 5, 3)
    app.text_input[0].set_value("Mine").run()
    app.date_input[0].set_value(date(2024, 5, 4)).run()
    app.text_area(key="desk_text").set_value(SHORT).run()
    assert field(app, texts.DESK_HEADLINE) == "Ferry leaves Dover"
    assert app.date_input[0].value is None


def test_the_language_is_warned_of_before_a_text_is_checked(app: AppTest) -> None:
    german = "Der Zug fuhr am Montag von Köln nach Bonn und kam dort mit großer Verspätung an. " * 4
    app.text_area(key="desk_text").set_value(german).run()
    assert "English" in app.warning[0].value


@pytest.mark.parametrize(
    ("text", "words"), [("", texts.EMPTY_TEXT), (" \n ", texts.EMPTY_TEXT), ("x" * 2_100_000, "MB")]
)
def test_a_bad_text_is_refused_in_words_and_kept(app: AppTest, text: str, words: str) -> None:
    app.button(key="example_armoured-train").click().run()
    before = shown(app)
    app.button(key="edit").click().run()
    submit(app, text)
    assert words in app.error[0].value
    assert is_at_start(app)
    assert app.text_area(key="desk_text").value == text
    assert shown(app) is before


def test_going_back_keeps_what_was_typed(app: AppTest) -> None:
    submit(app, SHORT)
    app.button(key="edit").click().run()
    app.text_area(key="desk_text").set_value("Half an article").run()
    app.button(key="back").click().run()
    assert not is_at_start(app)
    app.button(key="edit").click().run()
    assert app.text_area(key="desk_text").value == "Half an article"


def stories(app: AppTest) -> list[str]:
    return [one.label for one in app.button if str(one.key).startswith("open_")]


def test_several_stories_are_kept_and_opened_again(app: AppTest) -> None:
    submit(app, SHORT)
    app.button(key="another").click().run()
    assert app.text_area(key="desk_text").value == ""
    app.text_area(key="desk_text").set_value("A [second](x) *one*\n\nIn Rome.").run()
    assert len(stories(app)) == 2
    assert "second\\]" in stories(app)[0]
    assert app.query_params["story"]
    ferry = next(one for one in app.button if one.label.startswith("Ferry leaves Dover"))
    ferry.click().run()
    assert shown(app).spec.title == "Ferry leaves Dover"
    app.button(key="another").click().run()
    second = next(one for one in app.button if "second" in one.label)
    second.click().run()
    assert is_at_start(app)  # it was never checked
    assert "A [second]" in (app.text_area(key="desk_text").value or "")
    remove = next(one for one in app.button if str(one.key).startswith("remove_"))
    remove.click().run()
    assert len(stories(app)) == 1


def test_a_reload_goes_on_where_the_story_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATELINE_STORE", str(tmp_path))
    first = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=60).run()
    first.text_area(key="desk_text").set_value("Half an article").run()
    typed = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=60)
    typed.query_params["story"] = first.query_params["story"]
    typed.run()
    assert typed.text_area(key="desk_text").value == "Half an article"
    submit(typed, SHORT)
    again = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=60)
    again.query_params["story"] = typed.query_params["story"]
    again.run()
    assert shown(again).spec.title == "Ferry leaves Dover"


def test_an_address_of_no_story_is_said(app: AppTest) -> None:
    app.query_params["story"] = "../../etc/passwd"
    app.run()
    assert is_at_start(app)
    assert "no longer kept" in app.error[0].value


def test_a_text_without_places_still_has_a_page(app: AppTest) -> None:
    submit(app, "It rained all day. Nobody went out.")
    assert not is_at_start(app)
    assert not shown(app).analysis.is_placed
    assert texts.NOTHING_PLACED in [note.value for note in app.info]


def test_a_fault_of_ours_is_called_one(app: AppTest, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> Result:
        raise RuntimeError("out of order")

    monkeypatch.setattr(Desk, "work", broken)
    submit(app, SHORT)
    assert "RuntimeError" in app.error[0].value
    assert "Your text is kept" in app.error[0].value
    assert app.text_area(key="desk_text").value == SHORT


def test_a_fault_while_a_view_is_drawn_is_told_and_the_way_out_stays(
    app: AppTest, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("out of order")

    app.button(key="example_armoured-train").click().run()
    monkeypatch.setattr(card, "draw", broken)
    app.run()
    assert not app.exception
    assert "RuntimeError" in app.error[0].value
    app.button(key="another").click().run()
    assert is_at_start(app)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (RuntimeError("no disk"), "RuntimeError"),
        (GazetteerError("The disk is full."), "disk is full"),
    ],
)
def test_the_first_page_says_why_it_cannot_open(
    monkeypatch: pytest.MonkeyPatch, fault: Exception, words: str
) -> None:
    def broken(*_: object) -> Services:
        raise fault

    monkeypatch.setattr(Desk, "open", broken)
    app = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert words in app.error[0].value


def test_the_first_start_shows_how_far_it_is() -> None:
    def script() -> None:
        import streamlit as st  # noqa: PLC0415 - the script of a page stands alone

        from geo.ui.progress import show_share  # noqa: PLC0415 - as above

        with show_share(st.container()) as share:
            share(0.25, "Names")
            share(1.0000001, "Done")

    app = AppTest.from_function(script).run()
    assert not app.exception
    shares = [bar.proto.value for bar in app.get("progress")]
    assert shares == [25, 100]


@pytest.fixture(scope="module")
def saved(services: Services) -> str:
    """A story that was analysed and saved before."""
    return analyse(Source(text=SHORT, title="Saved before"), services).to_json()


def upload(app: AppTest, name: str, raw: bytes) -> AppTest:
    app.file_uploader(key="desk_saved").set_value((name, raw, "text/html"))
    return app.run()


def test_a_saved_map_comes_back(app: AppTest, saved: str) -> None:
    page = f"<html>{analysis_island(saved)}</html>".encode()
    upload(app, "map.html", page)
    assert not is_at_start(app)
    assert shown(app).spec.title == "Saved before"
    # The text is at hand for another try.
    app.button(key="edit").click().run()
    assert app.text_area(key="desk_text").value == SHORT


def test_a_colleague_goes_on_with_a_project_and_its_corrections(app: AppTest) -> None:
    anchor = Anchor(quote="Dover", before="ferry left ", start=SHORT.index("Dover for"))
    edits = edits_to_plain([NoPlace(anchor=anchor)])
    project = project_to_json(Story(source=Source(text=SHORT, title="Theirs"), edits=edits))
    upload(app, "theirs.dateline.json", project)
    assert shown(app).spec.title == "Theirs"
    names = {place.name for place in shown(app).spec.places}
    assert "Calais" in names
    assert "Dover" not in names
    app.button(key="take_back_0").click().run()
    assert "Dover" in {place.name for place in shown(app).spec.places}


def test_no_name_of_a_file_is_markup_in_what_is_said_of_it(app: AppTest) -> None:
    upload(app, "![x](http://192.0.2.1/x.png).html", b"<html></html>")
    (said,) = app.error
    assert "![x](http" not in said.value
    assert r"\!\[x\]\(http" in said.value


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"<html></html>", "no text in it"),
        (b'{"schema_version": 99}', "Update Dateline"),
        (b"\xff\xd8\xff", "a picture"),
    ],
)
def test_another_file_is_refused_in_words(app: AppTest, raw: bytes, words: str) -> None:
    # Whatever its name ends in: the browser's own refusal is a red sign without words.
    upload(app, "photo.jpg" if raw.startswith(b"\xff") else "map.html", raw)
    assert words in app.error[0].value
    assert is_at_start(app)
    assert "shown" not in app.session_state


def test_a_story_in_a_file_of_any_kind_is_analysed(app: AppTest) -> None:
    upload(app, "story", made.docx("Ferry back in Bodø", SHORT))
    assert not is_at_start(app)
    assert shown(app).analysis.article.text == f"Ferry back in Bodø\n\n{SHORT}"
    app.button(key="edit").click().run()
    assert app.text_area(key="desk_text").value == f"Ferry back in Bodø\n\n{SHORT}"


def test_of_a_feed_with_several_stories_one_is_chosen(app: AppTest) -> None:
    items = "".join(
        f"<item><title>{title}</title><description>{text}</description></item>"
        for title, text in (("One", "A ferry left Split."), ("Two", SHORT))
    )
    upload(app, "feed.xml", f"<rss version='2.0'><channel>{items}</channel></rss>".encode())
    assert not app.exception
    app.selectbox(key="which_story").set_value(2).run()

    assert not app.exception
    assert shown(app).analysis.article.title == "Two"


def test_what_cannot_be_drawn_is_refused_in_words(
    app: AppTest, saved: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> Result:
        raise RuntimeError("out of order")

    monkeypatch.setattr(Desk, "reopen", broken)
    upload(app, "analysis.json", saved.encode())
    assert "RuntimeError" in app.error[0].value
    assert "changed by hand" in app.error[0].value


def test_the_command_opens_a_saved_map(
    saved: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "analysis.json"
    path.write_text(saved, encoding="utf-8")
    monkeypatch.setenv(OPEN, str(path))
    app = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=60).run()
    assert shown(app).spec.title == "Saved before"


def test_the_language_is_guessed_and_can_be_said(app: AppTest) -> None:
    text = "Der Zug fuhr am Montag von Wien nach Graz und kam dort sehr spät am Abend an. " * 3
    app.text_area(key="desk_text").set_value(text).run()
    (chosen,) = app.selectbox
    assert chosen.value == "und"
    assert "does not read like English" in app.warning[0].value
    chosen.set_value("en").run()
    assert not app.warning
    assert app.session_state["kept_story"].source.language == "en"
    app.button(key="desk_go").click().run()
    assert shown(app).analysis.article.language == "en"


def test_an_earlier_version_comes_back(app: AppTest) -> None:
    app.text_area(key="desk_text").set_value("The ferry left").run()
    app.text_area(key="desk_text").set_value(SHORT).run()
    app.button(key="restore_1").click().run()
    assert app.text_area(key="desk_text").value == "The ferry left"
    # What was there is a version itself.
    assert app.button(key="restore_2")


def test_what_changed_since_a_version_stands_side_by_side(app: AppTest) -> None:
    submit(app, SHORT)
    app.button(key="edit").click().run()
    other = SHORT.replace("Calais", "Ostend").replace("26 miles", "<i>90</i> miles")
    app.text_area(key="desk_text").set_value(other).run()
    app.button(key="changed_1").click().run()
    assert not app.exception
    (told,) = [one.value for one in app.get("html") if "class='changes'" in one.value]
    assert "<th scope='col'>Places</th>" in told
    assert "Ostend" in told.partition("+ new")[2]
    assert "Calais" in told.partition("− gone")[2]
    assert "<i>" not in told
    app.button(key="compared_close").click().run()
    assert not [one for one in app.get("html") if "class='changes'" in one.value]


def test_a_project_named_on_the_command_line_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Source(text=SHORT, title="From a colleague")
    earlier = Story(source=Source(text="The ferry left"))
    path = tmp_path / "story.dateline.json"
    path.write_bytes(project_to_json(Story(source=source), [earlier]))
    monkeypatch.setenv(OPEN, str(path))
    app = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=60).run()
    assert shown(app).spec.title == "From a colleague"
    app.button(key="edit").click().run()
    assert any("14 letters" in one.value for one in app.text)


def test_a_saved_map_that_went_away_leaves_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(OPEN, str(tmp_path / "gone.html"))
    app = AppTest.from_file(str(REPOSITORY / "app.py"), default_timeout=60).run()
    assert not app.exception
    assert is_at_start(app)
    assert "Choose another file" in app.error[0].value
