"""One document to its data in the form that is wanted, or to why there is none."""

from __future__ import annotations

import hashlib
import io
import time
import traceback
from collections.abc import Callable
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

from minutes_cli.errors import CrashError, MinutesError, lacking
from minutes_cli.isolation.bounds import bounded
from minutes_cli.isolation.deaths import nested_too_deeply, out_of_memory
from minutes_cli.isolation.protocol import Content, Result, Settings
from minutes_cli.readers import waiting
from minutes_cli.readers.files import read_bytes


def parse(
    name: str, given: bytes | None, settings: Settings, ask_for_more: Callable[[float], None] | None = None
) -> Result:
    """The result of the file at `name`, or of `given` bytes; raises nothing.

    ask_for_more  keeps the limits: it is told of each time that the document needs more seconds
    """
    began = time.monotonic()
    result = Result(name)
    limits = settings.options.limits
    try:
        with bounded(limits) if ask_for_more else nullcontext(), waiting.heard_by(ask_for_more or _ignored):
            data = read_bytes(Path(name), settings.options) if given is None else given
            result = replace(result, sha256=hashlib.sha256(data).hexdigest())
            result = _parsed(result, data, settings)
    except MinutesError as error:
        result = replace(result, failure=error)
    except MemoryError:
        result = replace(result, failure=out_of_memory(name, limits))
    except RecursionError:
        result = replace(result, failure=nested_too_deeply(name))
    except ModuleNotFoundError as error:
        result = replace(result, failure=lacking(name, error))
    except Exception as error:
        result = replace(result, bug=CrashError(type(error).__name__, "".join(traceback.format_exception(error))))
    return replace(result, seconds=round(time.monotonic() - began, 3))


def _parsed(result: Result, data: bytes, settings: Settings) -> Result:
    from minutes_cli.exporters import exporter
    from minutes_cli.kept.cache import Cache
    from minutes_cli.kept.parsing import parse_kept
    from minutes_cli.pipeline import parse_all_bytes

    # bytes of a file name that are no text are spelled out: JSON could not hold them
    name = result.name.encode("utf-8", "backslashreplace").decode()
    form = exporter(settings.form)
    write = form.write_next if settings.joined else form.write
    if settings.kept is None:
        meetings = parse_all_bytes(data, name, settings.options, settings.profile)
    else:
        meetings = parse_kept(data, name, settings.options, settings.profile, Cache(Path(settings.kept)))
    contents = []
    for minutes in meetings:
        stream = io.BytesIO()
        write(minutes, stream)
        contents.append(Content(minutes.source.part, stream.getvalue()))
    return replace(result, contents=tuple(contents), pages=meetings[0].source.pages)


def _ignored(seconds: float) -> None:
    pass
