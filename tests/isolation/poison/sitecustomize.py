"""On the path of a Python process, makes documents that begin with "POISON " do what hostile ones might."""

import importlib.abc
import os
import signal
import sys
import time


def _take(dose: str) -> None:
    match dose:
        case "segv":
            os.kill(os.getpid(), signal.SIGSEGV)
        case "abort":
            os.abort()
        case "exit":
            os._exit(7)
        case "loop":
            while True:
                pass
        case "sleep":
            time.sleep(1000)
        case "memory":
            bytearray(4 * 2**30)
        case "exception":
            raise KeyError("text of the document")


def _poison() -> None:
    from minutes_cli import readers

    read = readers.read

    def poisoned(data, name, *others):  # type: ignore[no-untyped-def]
        if data.startswith(b"POISON "):
            _take(data.split()[1].decode())
        return read(data, name, *others)

    readers.read = poisoned


class _Poisoner(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path, target=None):  # type: ignore[no-untyped-def]
        if name == "minutes_cli.pipeline":
            sys.meta_path.remove(self)
            _poison()


sys.meta_path.insert(0, _Poisoner())
