"""OCR that is missing, fails, hangs or prints rubbish ends in one clear refusal, and nothing is left running."""

from __future__ import annotations

import io
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from minutes_cli.cli import main
from minutes_cli.errors import InputError, LimitError, NoTextError
from minutes_cli.readers import read
from minutes_cli.readers.ocr.words import read_table
from minutes_cli.readers.options import Limits, Options
from tests.corpus import FIXTURES
from tests.readers.ocr_program import HEAD, install, runs, uninstall
from tests.readers.pdf_pages import Sheet

SCAN = FIXTURES / "scan-of-harrowvale-pcc-2024-05.pdf"
Patch = pytest.MonkeyPatch


def scan(options: Options = Options()) -> object:  # noqa: B008 (Options is immutable)
    return read(SCAN.read_bytes(), "scan.pdf", options)


def word(text: str, confidence: str = "95", place: str = "300\t300\t200\t40") -> str:
    return f"5\t1\t1\t1\t1\t1\t{place}\t{confidence}\t{text}"


def test_without_tesseract_a_scan_is_refused_with_what_to_install(tmp_path: Path, monkeypatch: Patch) -> None:
    uninstall(tmp_path, monkeypatch)
    for mode in ("auto", "always"):
        with pytest.raises(NoTextError, match="install tesseract"):
            scan(Options(ocr=mode))  # type: ignore[arg-type]


def test_without_tesseract_what_is_text_is_read_and_what_is_not_is_told(tmp_path: Path, monkeypatch: Patch) -> None:
    uninstall(tmp_path, monkeypatch)
    sheet = Sheet().lines("Printed as text").page()
    sheet.canvas.drawInlineImage(Image.new("L", (20, 20), 90), 0, 0, 595, 842)
    (problem,) = sheet.read().problems
    assert (problem.code, problem.page) == ("page-without-text", 2)
    assert "install tesseract" in problem.message


@pytest.mark.parametrize("command", ["parse", "show", "actions"])
@pytest.mark.parametrize("mode", ["auto", "never", "always"])
def test_the_command_says_so_in_one_line(
    command: str, mode: str, tmp_path: Path, monkeypatch: Patch, capsys: pytest.CaptureFixture[str]
) -> None:
    uninstall(tmp_path, monkeypatch)
    assert main([command, "--ocr", mode, str(SCAN)]) == 3
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert ("--ocr never" if mode == "never" else "tesseract") in err


SENSELESS = " ".join(f"'{word('xkcqwrtz', place=place)}'" for place in (f"{n * 20}\t9\t9\t9" for n in range(60)))
REFUSED = {
    "fails": ("exit 1", NoTextError, "exit status 1"),
    "is killed": ("kill -9 $$", NoTextError, "exit status"),
    "prints nothing": ("cat >/dev/null", NoTextError, "no text"),
    "prints no table": ("cat >/dev/null; echo Segmentation fault", NoTextError, "no text"),
    "prints what is no text": ("head -c 100000 /dev/urandom", NoTextError, "no text"),
    "prints without end": ("yes", NoTextError, "fails"),
    "reads nothing": (f"printf '%s' '{HEAD}'", NoTextError, "no text"),
    "finds letters without sense": (f"printf '%s\\n' '{HEAD}' {SENSELESS}", NoTextError, "no text"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_program_that_goes_wrong(case: str, tmp_path: Path, monkeypatch: Patch) -> None:
    reading, error, reason = REFUSED[case]
    install(tmp_path, monkeypatch, reading)
    with pytest.raises(error, match=reason):
        scan()


@pytest.mark.parametrize("version", ["exit 1", "echo hello", "head -c 1000 /dev/urandom"])
def test_a_program_that_is_not_what_it_seems(version: str, tmp_path: Path, monkeypatch: Patch) -> None:
    install(tmp_path, monkeypatch, "exit 0", version)
    with pytest.raises(NoTextError, match="tesseract"):
        scan()


@pytest.mark.parametrize("how", ["sleep 600", "sleep 600 & wait", "cat >/dev/null; sleep 600"])
def test_a_program_that_hangs_is_killed_with_all_that_it_started(how: str, tmp_path: Path, monkeypatch: Patch) -> None:
    mine = tmp_path / "pid"
    install(tmp_path, monkeypatch, f"echo $$ > {mine}; {how}")
    with pytest.raises(LimitError, match="more than 1 seconds"):
        scan(Options(limits=Limits(ocr_seconds=1)))
    for _ in range(50):
        if not runs(int(mine.read_text())):
            break
        time.sleep(0.1)
    assert not runs(int(mine.read_text()))


def test_nothing_is_left_behind(tmp_path: Path, monkeypatch: Patch) -> None:
    install(tmp_path, monkeypatch, f"cat >/dev/null; printf '%s\\n' '{HEAD}' '{word('Minutes')}'")
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setenv("TMPDIR", str(empty))
    monkeypatch.chdir(empty)
    scan()
    assert list(empty.iterdir()) == []


def test_more_scanned_pages_than_the_limit_are_refused(tmp_path: Path, monkeypatch: Patch) -> None:
    install(tmp_path, monkeypatch, f"cat >/dev/null; printf '%s\\n' '{HEAD}' '{word('Minutes')}'")
    with pytest.raises(LimitError, match="more than 1 scanned pages"):
        scan(Options(limits=Limits(ocr_pages=1)))


def test_images_are_counted_before_the_first_is_read(tmp_path: Path, monkeypatch: Patch) -> None:
    install(tmp_path, monkeypatch, f"touch {tmp_path}/ran")
    stream = io.BytesIO()
    page = Image.new("L", (200, 200), 0)
    page.save(stream, "TIFF", save_all=True, append_images=[page] * 2)
    with pytest.raises(LimitError, match="more than 2 scanned pages"):
        read(stream.getvalue(), "a.tiff", Options(limits=Limits(ocr_pages=2)))
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("size", [(300, 300), (1, 100_000)])
def test_a_blank_picture_and_one_too_thin_for_letters_are_not_read(
    size: tuple[int, int], tmp_path: Path, monkeypatch: Patch
) -> None:
    install(tmp_path, monkeypatch, f"touch {tmp_path}/ran; exit 1")
    stream = io.BytesIO()
    Image.new("L", size, 255 if size[0] > 1 else 0).save(stream, "PNG")
    with pytest.raises(NoTextError):
        read(stream.getvalue(), "a.png")
    assert not (tmp_path / "ran").exists()


def test_pictures_over_the_limit_are_refused_before_they_are_unpacked(tmp_path: Path, monkeypatch: Patch) -> None:
    install(tmp_path, monkeypatch, "exit 1")
    with pytest.raises(LimitError, match="megapixels"):
        scan(Options(limits=Limits(image_dots=1000)))
    bomb = io.BytesIO()
    Image.new("1", (20_000, 20_000)).save(bomb, "PNG")
    with pytest.raises(LimitError, match="megapixels"):
        read(bomb.getvalue(), "a.png")


@pytest.mark.parametrize("form", ["PNG", "JPEG", "TIFF"])
@pytest.mark.parametrize("kept", [30, 200, 2000])
def test_damaged_images_are_refused(form: str, kept: int, tmp_path: Path, monkeypatch: Patch) -> None:
    install(tmp_path, monkeypatch, "cat >/dev/null")
    whole = io.BytesIO()
    Image.effect_noise((300, 300), 90).save(whole, form)
    with pytest.raises(InputError):
        read(whole.getvalue()[:kept], f"a.{form.lower()}")


@given(st.text() | st.lists(st.text(alphabet="5\t1.-x|é\0", max_size=60)).map("\n".join))
def test_any_table_is_read_without_a_fault(table: str) -> None:
    for seen in read_table(table):
        assert seen.text and 0 <= seen.certainty <= 1
