"""`minutes render`: data back to documents."""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from benchmarks.round_trips import differences
from minutes_cli import load, parse
from minutes_cli.cli import main
from minutes_cli.cli.render import DOCUMENTS
from minutes_cli.errors import ExitCode
from minutes_cli.exporters.formats import EXPORTS, single
from minutes_cli.model.minutes import Minutes
from tests.isolation.command import run


def data_file(folder: Path, *meetings: Minutes) -> Path:
    path = folder / "data.json"
    path.write_text("\n".join(one.model_dump_json(by_alias=True) for one in meetings), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", DOCUMENTS)
def test_data_becomes_the_document_that_export_writes(form: str, tmp_path: Path, wrenshire: Minutes) -> None:
    target = tmp_path / f"minutes{EXPORTS[form].suffix}"
    assert main(["render", str(data_file(tmp_path, wrenshire)), "--to", form, "-o", str(target)]) == ExitCode.DONE
    stream = io.BytesIO()
    single(form).write(wrenshire, stream)
    assert target.read_bytes() == stream.getvalue()


def test_what_was_mended_in_the_data_stands_in_the_document(tmp_path: Path, wrenshire: Minutes) -> None:
    mended = wrenshire.model_copy(update={"meeting": wrenshire.meeting.model_copy(update={"venue": "Town Hall"})})
    target = tmp_path / "minutes.docx"
    assert main(["render", str(data_file(tmp_path, mended)), "--to", "docx", "-o", str(target)]) == ExitCode.DONE
    assert parse(target).meeting == load(data_file(tmp_path, mended)).meeting


def test_several_meetings_go_into_a_folder(
    tmp_path: Path, wrenshire: Minutes, nothing: Minutes, capsys: pytest.CaptureFixture[str]
) -> None:
    data = str(data_file(tmp_path, wrenshire, nothing))
    assert main(["render", data, "--to", "markdown"]) == ExitCode.USAGE
    assert "name a folder with -o" in capsys.readouterr().err
    assert main(["render", data, "--to", "markdown", "-o", f"{tmp_path}/out/"]) == ExitCode.DONE
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_what_is_no_data_of_minutes_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a": 1}', encoding="utf-8")
    assert main(["render", str(path), "--to", "docx", "-o", str(tmp_path / "a.docx")]) == ExitCode.INPUT
    assert "not the data of minutes" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("part", "field", "value", "told"),
    [
        ("meeting", "date", "2024-13-06", 'meeting/date: "2024-13-06" is no date such as 2024-03-06'),
        ("meeting", "date", "2023-02-29", 'meeting/date: "2023-02-29" is no date such as 2024-03-06'),
        ("meeting", "date", "20240306", 'meeting/date: "20240306" is no date such as 2024-03-06'),
        ("meeting", "start_time", "25:99", 'meeting/start_time: "25:99" is no time such as 14:30'),
        ("meeting", "end_time", "4 pm", 'meeting/end_time: "4 pm" is no time such as 14:30'),
        ("next_meeting", "date", "soon", 'next_meeting/date: "soon" is no date such as 2024-03-06'),
        ("next_meeting", "time", "24:10", 'next_meeting/time: "24:10" is no time such as 14:30'),
        ("actions", "due", "2024-00-01", 'actions/0/due: "2024-00-01" is no date such as 2024-03-06'),
    ],
)
def test_days_and_times_that_cannot_be_are_told_with_their_place(
    part: str, field: str, value: str, told: str, tmp_path: Path, wrenshire: Minutes, capsys: pytest.CaptureFixture[str]
) -> None:
    data = json.loads(wrenshire.model_dump_json(by_alias=True))
    (data[part][0] if part == "actions" else data[part])[field] = value
    path = tmp_path / "a.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    assert main(["render", str(path), "--to", "markdown"]) == ExitCode.INPUT
    assert capsys.readouterr().err == f"minutes: {path}: not the data of minutes ({told}): mend it there\n"


def letterhead(path: Path) -> Path:
    """A body's own document: green headings, a header, text that nobody wants in the minutes."""
    import docx
    from docx.shared import RGBColor

    document = docx.Document()
    document.styles["Heading 1"].font.color.rgb = RGBColor(0x00, 0x66, 0x33)  # type: ignore[attr-defined]
    document.styles["Heading 9"].element.getparent().remove(document.styles["Heading 9"].element)
    document.sections[0].header.paragraphs[0].text = "Wrenshire County"
    document.add_paragraph("Dear all,")
    document.save(str(path))
    return path


def test_a_body_s_own_document_gives_page_header_and_styles(tmp_path: Path, wrenshire: Minutes) -> None:
    import docx

    target, house = tmp_path / "minutes.docx", letterhead(tmp_path / "house.docx")
    given = ["render", str(data_file(tmp_path, wrenshire)), "--to", "docx", "--template", str(house), "-o", str(target)]
    assert main(given) == ExitCode.DONE
    document = docx.Document(str(target))
    assert str(document.styles["Heading 1"].font.color.rgb) == "006633"  # type: ignore[attr-defined]
    assert document.sections[0].header.paragraphs[0].text == "Wrenshire County"
    assert "Dear all," not in [paragraph.text for paragraph in document.paragraphs]
    assert differences(wrenshire, parse(target)) == {}


def test_a_template_that_cannot_be_used_is_told(
    tmp_path: Path, wrenshire: Minutes, capsys: pytest.CaptureFixture[str]
) -> None:
    data, target = str(data_file(tmp_path, wrenshire)), str(tmp_path / "a.docx")
    given = ["render", data, "--template", data, "-o", target]
    assert main([*given, "--to", "docx"]) == ExitCode.USAGE
    assert "no Word document to take styles from" in capsys.readouterr().err
    assert main([*given, "--to", "pdf"]) == ExitCode.USAGE
    assert not Path(target).exists()


DOCS = (Path(__file__).parents[2] / "docs" / "render.md").read_text(encoding="utf-8")


@pytest.fixture
def through(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., str]:
    """What these minutes are through this template, or the one line that says why it cannot be used."""

    def render(minutes: Minutes, template: str | bytes, form: str = "html") -> str:
        own = tmp_path / "ours.txt"
        own.write_bytes(template if isinstance(template, bytes) else template.encode())
        target = tmp_path / "out.txt"
        given = ["render", str(data_file(tmp_path, minutes)), "--to", form, "--template", str(own), "-o", str(target)]
        if main(given) == ExitCode.DONE:
            return target.read_text(encoding="utf-8")
        assert not target.exists()
        told = capsys.readouterr().err
        assert told.count("\n") == 1
        return told

    return render


def test_the_template_of_the_page_that_explains_them_works(through: Callable[..., str], wrenshire: Minutes) -> None:
    (template,) = re.findall(r"```jinja\n(.*?)```", DOCS, re.DOTALL)
    found = through(wrenshire, template, "markdown")
    assert found.startswith("# Assurance and Accountability Meeting\n\nHeld on Wednesday 2 November 2022")
    assert "| Share the estates survey. |" in found


def test_every_variable_is_explained(wrenshire: Minutes) -> None:
    assert set(wrenshire.model_dump(by_alias=True)) <= set(re.findall(r"`(\w+)`", DOCS))


def said(minutes: Minutes, text: str) -> Minutes:
    return minutes.model_copy(update={"meeting": minutes.meeting.model_copy(update={"venue": text, "chair": None})})


@pytest.mark.parametrize(
    ("form", "template", "found"),
    [
        ("html", "<p>{{ meeting.venue }}</p>", "<p>&lt;b&gt;*Hall*&lt;/b&gt; \\u202e</p>\n"),
        ("html", "{{ meeting.chair }}!", "!\n"),
        ("html", "{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(meeting.chair) }}", "<i></i>\n"),
        ("markdown", "*{{ meeting.venue }}*", "*\\<b>\\*Hall\\*\\</b> \\\\u202e*\n"),
        (
            "markdown",
            "{% macro m() %}*{{ meeting.venue }}*{% endmacro %}{{ m() }}",
            "*\\<b>\\*Hall\\*\\</b> \\\\u202e*\n",
        ),
    ],
)
def test_what_minutes_say_is_text_in_a_template_of_your_own(
    form: str, template: str, found: str, through: Callable[..., str], wrenshire: Minutes
) -> None:
    assert through(said(wrenshire, "<b>*Hall*</b> \u202e"), template, form) == found


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("a\n{% for x in actions %}", "ours.txt:2: Unexpected end of template"),
        ("a\n\n{{ meeting.venu }}", "ours.txt:3: 'dict object' has no attribute 'venu'"),
        ("{{ metting.venue }}", "ours.txt:1: 'metting' is undefined"),
        ("{{ 1 / 0 }}", "ours.txt:1: division by zero"),
        ("{{ meeting.venue | safe }}", "ours.txt:1: No filter named 'safe'"),
        ("{% include '/etc/passwd' %}", "ours.txt:1: /etc/passwd is out of its reach"),
        ("{{ meeting.__class__.__mro__ }}", "ours.txt:1: access to attribute '__class__' of 'dict' object is unsafe"),
        ("{% for n in range(10000000) %}{% endfor %}", "ours.txt:1: range too big"),
        (b"\xff\xfe", "is no template: it is not text in UTF-8"),
        ("{% for n in range(6000) %}{{ 'x' * 10000 }}{% endfor %}", "ours.txt: writes more than 50,000,000 characters"),
    ],
)
def test_a_mistake_in_a_template_is_told_in_one_line_and_nothing_is_written(
    template: str | bytes, told: str, through: Callable[..., str], wrenshire: Minutes
) -> None:
    assert told.casefold() in through(wrenshire, template).casefold()


def test_a_template_that_takes_too_much_is_ended(tmp_path: Path, wrenshire: Minutes) -> None:
    (tmp_path / "ours.txt").write_text("{{ 'x' * 3000000000 }}", encoding="utf-8")
    data = data_file(tmp_path, wrenshire).name
    code, out, told = run("render", data, "--to", "html", "--template", "ours.txt", folder=tmp_path)
    assert (code, out) == (ExitCode.USAGE, "")
    assert told == "minutes: ours.txt: needs more than 900 MiB of memory: make the template simpler\n"


def test_of_several_meetings_none_is_written_where_one_cannot_be(
    tmp_path: Path, wrenshire: Minutes, nothing: Minutes
) -> None:
    (tmp_path / "ours.txt").write_text("{{ meeting.date[0] }}", encoding="utf-8")
    data = str(data_file(tmp_path, wrenshire, nothing))
    given = ["render", data, "--to", "html", "--template", str(tmp_path / "ours.txt"), "-o", f"{tmp_path}/out/"]
    assert main(given) == ExitCode.USAGE
    assert not (tmp_path / "out").exists()
