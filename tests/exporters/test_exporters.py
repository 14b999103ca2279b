import io
import json

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from minutes_cli.exporters import EXPORTERS, exporter
from minutes_cli.model.minutes import Meeting, Minutes, Source
from minutes_cli.text.safe import CONTROL

SOURCE = Source(file="a.txt", sha256="0" * 64, media_type="text/plain", profile="generic")


def written(minutes: Minutes, name: str) -> str:
    stream = io.BytesIO()
    exporter(name).write(minutes, stream)
    return stream.getvalue().decode()


def read_back(text: str, name: str) -> object:
    return yaml.safe_load(text) if name == "yaml" else json.loads(text)


@pytest.mark.parametrize("name", EXPORTERS)
def test_what_is_written_reads_back_as_the_same_minutes(name: str, wrenshire: Minutes) -> None:
    assert Minutes.model_validate(read_back(written(wrenshire, name), name)) == wrenshire


@pytest.mark.parametrize("name", EXPORTERS)
def test_empty_minutes_can_be_written(name: str, nothing: Minutes) -> None:
    assert Minutes.model_validate(read_back(written(nothing, name), name)) == nothing


@pytest.mark.parametrize("name", EXPORTERS)
def test_every_format_is_documented_and_ends_its_last_line(name: str, wrenshire: Minutes) -> None:
    assert exporter(name).__doc__
    assert written(wrenshire, name).endswith("\n")
    assert EXPORTERS[name].suffix.startswith(".")


@pytest.mark.parametrize("name", EXPORTERS)
@given(title=st.text())
def test_any_text_survives_and_no_control_character_is_written_raw(name: str, title: str) -> None:
    minutes = Minutes(source=SOURCE, meeting=Meeting(title=title))
    text = written(minutes, name)
    assert Minutes.model_validate(read_back(text, name)) == minutes
    assert CONTROL.search(text.replace("\n", "")) is None


def test_json_keeps_the_order_of_the_schema_and_letters_as_they_are(wrenshire: Minutes) -> None:
    text = written(wrenshire.model_copy(update={"meeting": Meeting(title="Caffè – Ærø")}), "json")
    assert list(json.loads(text)) == list(Minutes.model_fields)
    assert "Caffè – Ærø" in text
    assert '"for": 5' in text


def test_json_lines_takes_one_line(wrenshire: Minutes) -> None:
    assert written(wrenshire, "jsonl").count("\n") == 1


def test_several_as_yaml_are_a_stream_of_documents(wrenshire: Minutes) -> None:
    stream = io.BytesIO()
    for _ in range(2):
        exporter("yaml").write_next(wrenshire, stream)
    assert len(list(yaml.safe_load_all(stream.getvalue()))) == 2
