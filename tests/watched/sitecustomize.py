"""On the path of a Python process, writes down what it does to the world: one line a deed, in the file WATCHED."""

import os
import sys

_WORLD = (
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "subprocess.Popen",
    "pickle.find_class",
    "socket.connect",
    "socket.bind",
    "socket.getaddrinfo",
    "urllib.Request",
    "webbrowser.open",
    "os.remove",
    "os.rename",
    "shutil.unpack_archive",
)
_WRITES = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_log = os.open(os.environ["WATCHED"], os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if event in _WORLD or (event == "open" and isinstance(arguments[2], int) and arguments[2] & _WRITES):
        os.write(_log, f"{event} {arguments[0]!r} {arguments[1:2]!r}\n".encode("ascii", "backslashreplace"))


sys.addaudithook(_watch)
