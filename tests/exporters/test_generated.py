"""What other tests rely on in minutes that are made up: the formats that hold a meeting give it back."""

from __future__ import annotations

import io
import json

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from minutes_cli.exporters.formats import single
from minutes_cli.model.minutes import Minutes
from tests.exporters.generated import minutes


@pytest.mark.parametrize("name", ["json", "jsonl", "yaml"])
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=minutes())
def test_data_reads_back_as_the_same_minutes(name: str, made: Minutes) -> None:
    stream = io.BytesIO()
    single(name).write(made, stream)
    text = stream.getvalue().decode()
    found = yaml.safe_load(text) if name == "yaml" else json.loads(text)
    assert Minutes.model_validate(found) == made
