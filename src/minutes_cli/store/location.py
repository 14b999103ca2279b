"""Where the register is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FOLDER, FILE, VARIABLE = ".minutes", "register.db", "MINUTES_REGISTER"


def register_path(given: str | None, environment: Mapping[str, str], folder: Path) -> Path:
    """The register to use: the one given, that of MINUTES_REGISTER, the nearest `.minutes/` upwards, else the user's.

    folder   where the search upwards begins
    """
    if named := given or environment.get(VARIABLE):
        return Path(named).expanduser()
    for place in (folder, *folder.parents):
        if (place / FOLDER).is_dir():
            return place / FOLDER / FILE
    from platformdirs import user_data_path  # only where nothing nearer is found

    return user_data_path("minutes", appauthor=False) / FILE
