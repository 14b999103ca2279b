"""Where documents come from and results go: folders of this machine, or what fsspec reaches (s3://, memory://, …)."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol, Self

from minutes_cli.readers.files import read_bytes
from minutes_cli.readers.options import Options
from minutes_cli.text.file_names import is_url


class Journal(Protocol):
    """Lines that are safe as soon as they are added, or little later, until they are removed."""

    def read(self) -> bytes:
        """Those of the run before; what is cut off may be among them."""

    def begin(self, resumed: bool) -> None:
        """Lines are added from now on: to those of the run before, or to none."""

    def add(self, data: bytes) -> None: ...

    def pause(self) -> None:
        """Keep them for the next run; never fails."""

    def remove(self) -> None: ...


class Storage(Protocol):
    """A folder for results, by paths below it with "/"; it goes from process to process as a pickle.

    name  as the user wrote it
    Raises OutputError where it cannot be written.
    """

    name: str

    def anywhere(self) -> Self:
        """The same for processes that stand in other folders, or on other machines."""

    def begin(self) -> None:
        """Make it."""

    def read(self, path: str) -> bytes:
        """What is there; nothing where nothing is."""

    def has(self, path: str) -> bool:
        """Whether there is a file that holds something."""

    def write(self, path: str, data: bytes) -> None:
        """A file is there whole or, on failure, as it was."""

    def within(self, folder: str) -> list[str]:
        """The paths of the files right in a folder below."""

    def remove(self, path: str) -> None: ...

    def sweep(self) -> None:
        """Remove what processes that were killed left unfinished."""

    def journal(self, name: str) -> Journal: ...


def storage_at(name: str) -> Storage:
    """The folder of that name; UsageError where a library is missing that reaches it."""
    if is_url(name):
        from minutes_cli.runs.remote import RemoteFolder

        return RemoteFolder(name)
    from minutes_cli.runs.local import LocalFolder

    return LocalFolder(name)


def read_document(name: str, options: Options) -> bytes:
    """The bytes of a document within the size limit; InputError or UsageError where there are none."""
    if is_url(name):
        from minutes_cli.runs.remote import read

        return read(name, options.limits.input_bytes)
    return read_bytes(Path(name), options)
