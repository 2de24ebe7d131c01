"""The command line: what it prints, writes and returns, and one sentence for everything bad."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from geo.cli import main
from geo.cli.progress import compiling
from geo.cli.table import print_claims
from geo.cli.terminal import printable, use_utf8
from geo.contracts import Analysis, Problem, Source
from geo.maps.page.data_island import read_island
from geo.pipeline import analyse
from geo.settings import REPOSITORY

if TYPE_CHECKING:
    from pathlib import Path

    from geo.pipeline import Services

TRAIN = str(REPOSITORY / "data" / "examples" / "armoured-train.txt")

# Every command here is a run of the real program, which compiles its gazetteer once.
pytestmark = pytest.mark.usefixtures("services")


def one_sentence(printed: str) -> str:
    """Check that something was said in one line and without a traceback."""
    assert printed.startswith("dateline: ")
    assert printed.count("\n") == 1
    assert "Traceback" not in printed
    assert "fault in Dateline" not in printed
    return printed


def command(*arguments: str, **options: object) -> subprocess.Popen[bytes]:
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    return subprocess.Popen(  # noqa: S603 - this very program
        [sys.executable, *arguments], cwd=REPOSITORY, **{**pipes, **options}
    )


def test_results_are_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = "geojson,csv,kml,claimreview"
    assert main(["export", TRAIN, "--format", names, "--out-dir", str(tmp_path)]) == 0
    endings = {path.suffix for path in tmp_path.iterdir()}
    assert {".geojson", ".csv", ".kml"} <= endings
    capsys.readouterr()
    assert main(["export", TRAIN, "--format", "dwg"]) == 2
    assert "no format 'dwg'" in one_sentence(capsys.readouterr().err)
    new = tmp_path / "pictures" / "today"
    assert main(["export", TRAIN, "--format", "geojson", "-o", str(new)]) == 0
    (written,) = new.iterdir()
    capsys.readouterr()
    assert main(["export", TRAIN, "--format", "csv", "--out-dir", str(written)]) == 2
    assert "cannot be made" in one_sentence(capsys.readouterr().err)


class TestPictures:
    def test_stills_and_their_words_are_written(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        asked = ["--png", "--svg", "--pdf", "--size", "social", "--scale", "2", "--theme", "dark"]
        assert main(["export", TRAIN, *asked, "--out-dir", str(tmp_path)]) == 0
        found = {re.sub(r"^.*-social", "", path.name): path for path in tmp_path.iterdir()}
        # Only pictures, and the text that goes with them.
        assert set(found) == {"-dark@2x.png", "-dark.svg", "-dark.pdf", "-dark.txt"}
        with Image.open(found["-dark@2x.png"]) as image:
            assert image.size == (2400, 1260)
        assert found["-dark.pdf"].read_bytes().startswith(b"%PDF-")
        words = found["-dark.txt"].read_text(encoding="utf-8")
        assert words.startswith("Alternative text\nMap of the way by rail from Pyongyang")
        assert "holds only in one reading" in words
        assert "GeoNames (CC BY 4.0)" in words
        printed = capsys.readouterr()
        assert printed.out.count("Wrote ") == 4
        assert not printed.err

    def test_formats_come_besides_when_they_are_asked_for(self, tmp_path: Path) -> None:
        arguments = ["export", TRAIN, "--svg", "--format", "geojson", "--out-dir", str(tmp_path)]
        assert main(arguments) == 0
        assert {path.suffix for path in tmp_path.iterdir()} == {".svg", ".txt", ".geojson"}

    def test_countries_and_seas_are_named_in_the_language_that_is_asked_for(
        self, tmp_path: Path
    ) -> None:
        asked = ["--svg", "--labels", "de", "--out-dir", str(tmp_path)]
        assert main(["export", TRAIN, *asked]) == 0
        (picture,) = tmp_path.glob("*-web-de.svg")
        words = picture.read_text(encoding="utf-8")
        assert ">NORDKOREA<" in words  # what the article says of its figures stays as it is
        assert ">NORTH KOREA<" not in words

    def test_letters_without_a_font_are_told(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        title = ["--title", "Train to \U00012000"]  # a sign of cuneiform
        assert main(["export", TRAIN, "--svg", *title, "--out-dir", str(tmp_path)]) == 0
        assert "drawn" in one_sentence(capsys.readouterr().err)

    @pytest.mark.parametrize(
        "size", [["--size", "poster"], ["--scale", "9"], ["--theme", "pink"], ["--labels", "xx"]]
    )
    def test_unknown_choices_are_refused(
        self, size: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["export", TRAIN, "--png", *size]) == 2
        assert "invalid choice" in capsys.readouterr().err


class TestOpen:
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (None, "cannot be read"),
            (b"<html></html>", "a web page, not a map"),
            (b'{"schema_version": 2}', "schema version 2"),
            (b"\x89PNG", "a picture"),
        ],
    )
    def test_what_cannot_be_opened_is_said_before_anything_starts(
        self,
        tmp_path: Path,
        content: bytes | None,
        words: str,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        path = tmp_path / "map.html"
        if content is not None:
            path.write_bytes(content)
        assert main(["open", str(path)]) == 2
        assert words in one_sentence(capsys.readouterr().err)


def test_a_name_is_looked_up(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["gazetteer", "find", "Vladivostok"]) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert re.search(r"lon +131\.\d+ +lat +43\.\d+ .*Vladivostok, .*RU .*GeoNames", first)
    assert main(["gazetteer", "find", "Qwrtzplk\x1b[31m"]) == 1
    assert "\x1b" not in one_sentence(capsys.readouterr().err)
    assert main(["gazetteer", "build"]) == 0
    assert re.search(r"ready: \d{3},\d{3} places", capsys.readouterr().out)


class Terminal(io.StringIO):
    """Output that somebody watches."""

    def isatty(self) -> bool:
        return True


class OldTerminal(io.TextIOWrapper):
    """A terminal that knows few letters."""

    def isatty(self) -> bool:
        return True


class TestCheck:
    def test_claims_are_shown_with_their_verdicts(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["check", TRAIN]) == 0
        shown = capsys.readouterr()
        assert "Kim Jong Un’s armoured train heads for Russia" in shown.out
        assert "just 80 miles" in shown.out
        assert "✓ holds" in shown.out
        assert "◐ holds only if…" in shown.out
        assert "\x1b" not in shown.out
        assert not shown.err

    def test_json_is_the_whole_analysis(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert (
            main(["check", TRAIN, "--json", "--title", "A title", "--published", "2023-09-11"]) == 0
        )
        analysis = Analysis.from_json(capsys.readouterr().out)
        assert analysis.article.title == "A title"
        assert str(analysis.article.published) == "2023-09-11"
        assert analysis.claims
        assert analysis.checks

    def test_text_is_read_from_a_pipe(
        self, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        piped = io.TextIOWrapper(io.BytesIO(b"The ship left Lisbon for Dakar on Monday."))
        monkeypatch.setattr(sys, "stdin", piped)
        assert main(["check", "-"]) == 0
        assert "No distance, duration or speed" in capsys.readouterr().out

    def test_nothing_placed_is_said_and_told_apart(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        article = tmp_path / "article.txt"
        article.write_text("It rained all day. Nobody went out.", encoding="utf-8")
        output = tmp_path / "map.html"
        assert main(["check", str(article)]) == 1
        one_sentence(capsys.readouterr().err)
        assert main(["map", str(article), "-o", str(output)]) == 1
        assert "nothing in it could be placed" in one_sentence(capsys.readouterr().err)
        assert not output.exists()

    def test_the_text_cannot_steer_the_terminal(self, services: Services, train: str) -> None:
        hostile = "A \x1b[31mred\x1b[0m \u202eend \x1b]0;owned\x07\x9b2J[bold]x[/bold]"
        analysis = analyse(Source(text=train), services)
        analysis = replace(
            analysis,
            article=replace(analysis.article, title=hostile),
            checks=tuple(replace(check, reason=hostile) for check in analysis.checks),
            problems=(Problem(stage="read", code="odd", message=hostile),),
        )
        out = Terminal()
        print_claims(analysis, out)
        shown = re.sub(r"\x1b\[[0-9;]*m", "", out.getvalue())  # the table's own colours
        assert shown.count("A red end [bold]x[/bold]") >= 2
        unseen = {unicodedata.category(letter) for letter in shown.replace("\n", "")}
        assert not unseen & {"Cc", "Cf"}


class TestMap:
    def test_a_page_and_data_are_written(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        page, data = tmp_path / "map.html", tmp_path / "map.geojson"
        assert main(["map", TRAIN, "-o", str(page), "--geojson", str(data)]) == 0
        assert str(page) in capsys.readouterr().out
        assert page.read_text(encoding="utf-8").lower().startswith("<!doctype html>")
        assert json.loads(data.read_text(encoding="utf-8"))["features"]
        assert sorted(path.name for path in tmp_path.iterdir()) == ["map.geojson", "map.html"]

    @pytest.mark.parametrize(
        ("how", "source"),
        [([], 'src="a%20map.html"'), (["data"], 'src="data:text/html;charset=utf-8;base64,')],
    )
    def test_prints_what_shows_it_in_another_page_and_opens_again(
        self,
        how: list[str],
        source: str,
        tmp_path: Path,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        page = tmp_path / "a map.html"
        assert main(["map", TRAIN, "-o", str(page), "--embed", *how]) == 0
        shown = capsys.readouterr().out
        assert source in shown
        assert 'sandbox="allow-scripts"' in shown
        held = read_island(page.read_text(encoding="utf-8"))
        assert held is not None
        assert Analysis.from_json(held).is_placed

    def test_lays_the_story_on_a_street_map_only_if_asked_and_checks_its_address(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        page = tmp_path / "map.html"
        assert main(["map", TRAIN, "-o", str(page), "--tiles", "carto"]) == 0
        assert "img-src data: https://basemaps.cartocdn.com;" in page.read_text(encoding="utf-8")
        page.unlink()
        capsys.readouterr()
        assert main(["map", TRAIN, "-o", str(page), "--tiles", "http://x/{z}"]) == 2
        assert "names no map tiles" in capsys.readouterr().err
        assert not page.exists()

    @pytest.mark.parametrize("where", ["missing/map.html", "folder", "file/map.html"])
    def test_an_output_that_cannot_be_written(
        self, tmp_path: Path, where: str, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (tmp_path / "folder").mkdir()
        (tmp_path / "file").write_text("", encoding="utf-8")
        before = sorted(tmp_path.rglob("*"))
        assert main(["map", TRAIN, "-o", str(tmp_path / where)]) == 2
        one_sentence(capsys.readouterr().err)
        assert sorted(tmp_path.rglob("*")) == before


class TestBadInput:
    @pytest.mark.parametrize("name", ["check", "map"])
    @pytest.mark.parametrize(
        ("content", "words"),
        [
            (b"", "text is empty"),
            (b" \n\t\n", "text is empty"),
            (b"x" * 10_000_000, "MB"),
            (b"\x00\x01\x02binary", "binary"),
            (b"%PDF-1.7", "PDF"),
            (b"\xff\xfea", "damaged"),
        ],
    )
    def test_a_bad_file_is_refused_in_one_sentence(
        self,
        tmp_path: Path,
        name: str,
        content: bytes,
        words: str,
        capsys: pytest.CaptureFixture[str],
    ) -> None:
        article = tmp_path / "article.txt"
        article.write_bytes(content)
        output = tmp_path / "map.html"
        extra = ["-o", str(output)] if name == "map" else []
        assert main([name, str(article), *extra]) == 2
        shown = capsys.readouterr()
        assert words in one_sentence(shown.err)
        assert not shown.out
        assert not output.exists()

    def test_missing_files_and_folders(
        self, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["check", str(tmp_path / "none.txt")]) == 2
        assert "There is no file" in one_sentence(capsys.readouterr().err)
        assert main(["check", str(tmp_path)]) == 2
        assert "folder" in one_sentence(capsys.readouterr().err)
        assert main(["check", "a\x00b"]) == 2
        one_sentence(capsys.readouterr().err)

    @pytest.mark.parametrize(
        "arguments",
        [
            [],
            ["check"],
            ["nonsense"],
            ["check", TRAIN, "--published", "yesterday"],
            ["app", "--port", "70000"],
            ["app", "--port", "http"],
        ],
    )
    def test_what_cannot_be_understood(
        self, arguments: list[str], capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(arguments) == 2
        assert "error:" in capsys.readouterr().err

    def test_a_fault_of_ours_is_called_one(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr(sys, "stdin", io.StringIO("no bytes to be had"))
        assert main(["check", "-"]) == 2
        said = capsys.readouterr().err
        assert "This is a fault in Dateline" in said
        assert "AttributeError" in said
        assert said.count("\n") == 1


class TestProcess:
    def test_help_names_every_command(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["--help"]) == 0
        shown = capsys.readouterr().out
        assert all(name in shown for name in ("map", "check", "schema", "app", "Exit codes"))

    def test_the_schema_describes_what_check_prints(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["schema"]) == 0
        schema = json.loads(capsys.readouterr().out)
        assert "schema_version" in schema["$defs"]["Analysis"]["properties"]

    def test_a_reader_that_goes_away_is_no_fault(self) -> None:
        # More than a pipe holds, so that the program must notice.
        with command("-m", "geo", "check", TRAIN, "--json") as process:
            assert process.stdout is not None
            assert process.stderr is not None
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait(timeout=60) == 141

    def test_control_c_stops_in_one_line(self) -> None:
        # What runs in the background may have been told to ignore Ctrl-C, and its children with it.
        program = (
            "import signal, sys; from geo.cli import main; "
            "signal.signal(signal.SIGINT, signal.default_int_handler); "
            "sys.exit(main(['check', '-']))"
        )
        with command("-c", program) as process:
            assert process.stdin is not None
            assert process.stderr is not None
            # More than a pipe holds: once written, the program is up and reads; then it waits.
            process.stdin.write(b"x" * 100_000)
            process.stdin.flush()
            time.sleep(0.5)
            process.send_signal(signal.SIGINT)
            assert process.stderr.read() == b"dateline: Stopped.\n"
            assert process.wait(timeout=60) == 130

    def test_output_to_a_file_is_utf_8_whatever_the_locale(self) -> None:
        environment = {**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"}
        with command("-m", "geo", "check", TRAIN, env=environment) as process:
            out, err = process.communicate(timeout=60)
        assert process.returncode == 0
        assert not err
        assert "Kim Jong Un’s" in out.decode("utf-8")

    def test_a_check_loads_nothing_that_it_does_without(self) -> None:
        asked = (
            "import sys, geo.cli; first = set(sys.modules); "
            "import geo.cli.commands, geo.cli.table, geo.wiring; print(*first, '|', *sys.modules)"
        )
        with command("-c", asked) as process:
            out, _ = process.communicate(timeout=60)
        first, loaded = (set(words.split()) for words in out.decode().split("|"))
        assert "geo.cli.parser" in first
        assert not first & {"numpy", "geo.contracts"}
        heavy = {"pandas", "geopandas", "pyproj", "routingkit_cch", "onnxruntime", "streamlit"}
        seldom = {"geo.maps.spec.model", "geo.cli.serve", "zoneinfo", "difflib"}
        assert "geo.checks" in loaded
        assert not loaded & {*heavy, *seldom}


@given(st.text(max_size=80))
@example("\x1b[31mred\x1b[0m")
@example("\x1b]8;;http://x\x07link\x1b]8;;\x07")
@example("\x9b31m\u202e\u2066\u200b\ud800")
@example("a\u2028b\r\nc\td")
def test_what_is_printed_is_one_harmless_line(text: str) -> None:
    line = printable(text)
    line.encode("utf-8")
    assert line == " ".join(line.split())
    assert not any(unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp"} for letter in line)


def test_a_terminal_without_a_letter_gets_a_question_mark(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = io.BytesIO()
    old = OldTerminal(raw, encoding="ascii", errors="strict")
    monkeypatch.setattr(sys, "stdout", old)
    use_utf8()
    old.write("✓ holds")
    old.flush()
    assert raw.getvalue() == b"? holds"
    monkeypatch.setattr(sys, "stdout", Terminal())
    use_utf8()  # nothing to set up, and no fault


class TestProgress:
    def test_few_lines_where_nobody_watches(self, monkeypatch: pytest.MonkeyPatch) -> None:
        log = io.StringIO()
        monkeypatch.setattr(sys, "stderr", log)
        with compiling() as progress:
            for share in range(101):
                progress(share / 100, "Compiling")
        assert 4 <= log.getvalue().count("\n") <= 6
        assert "Compiling (0%)" in log.getvalue()

    def test_a_bar_on_a_terminal_and_none_when_nothing_is_done(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        terminal = Terminal()
        monkeypatch.setattr(sys, "stderr", terminal)
        with compiling():
            pass
        assert not terminal.getvalue()
        with compiling() as progress:
            progress(0.5, "Compiling [names]")
        assert "Compiling [names]" in terminal.getvalue()
        assert "50 %" in terminal.getvalue()
