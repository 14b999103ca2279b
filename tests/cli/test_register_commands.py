"""`minutes init`, `backup`, `restore` and `register`."""

import io
from pathlib import Path

import pytest

from minutes_cli.cli import main
from minutes_cli.store.database import opened

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("MINUTES_REGISTER", raising=False)
    # whoever runs the tests may have a register of their own
    for variable in ("HOME", "XDG_DATA_HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path / "home"))
    return tmp_path


def told(capsys: Capture, code: int, *argv: str) -> str:
    """What a command that ends with `code` says: on standard output if it is 0, else in one line of standard error."""
    assert main(list(argv)) == code
    out, err = capsys.readouterr()
    if code == 0:
        assert err == ""
        return out
    assert err.count("\n") == 1
    assert err.startswith("minutes: ")
    return err


def test_init_makes_a_register_once(here: Path, capsys: Capture) -> None:
    path = here / ".minutes" / "register.db"
    assert told(capsys, 0, "init") == f"{path}: a new register\n"
    assert path.parent.stat().st_mode & 0o777 == 0o700
    content = path.read_bytes()
    assert "there already" in told(capsys, 0, "init")
    assert path.read_bytes() == content
    assert told(capsys, 0, "register", "path") == f"{path}\n"


def test_init_in_another_folder(here: Path, capsys: Capture) -> None:
    told(capsys, 0, "init", "council")
    with opened(here / "council" / ".minutes" / "register.db") as connection:
        assert connection.execute("SELECT count(*) FROM meeting").fetchone() == (0,)


def test_init_where_it_cannot(here: Path, capsys: Capture) -> None:
    (here / ".minutes").touch()
    assert "cannot be used" in told(capsys, 4, "init")
    (here / "other" / ".minutes").mkdir(parents=True)
    (here / "other" / ".minutes" / "register.db").write_bytes(b"notes")
    assert "no register" in told(capsys, 4, "init", "other")
    assert (here / "other" / ".minutes" / "register.db").read_bytes() == b"notes"


def test_backup_and_restore(here: Path, capsys: Capture) -> None:
    assert "no register there" in told(capsys, 4, "backup", "one.bak")
    told(capsys, 0, "init")
    assert told(capsys, 0, "backup", "one.bak").startswith("one.bak: a backup of ")
    out = told(capsys, 0, "restore", "one.bak")
    assert "restored from one.bak; what was there is kept as register.db.before-2" in out
    assert told(capsys, 0, "restore", "one.bak", "--register", "new/r.db") == "new/r.db: restored from one.bak\n"


def test_backup_and_restore_refuse(here: Path, capsys: Capture) -> None:
    told(capsys, 0, "init")
    (here / "notes").write_bytes(b"notes")
    assert "--force" in told(capsys, 2, "backup", "notes")
    assert "is the register itself" in told(capsys, 2, "backup", "--force", ".minutes/register.db")
    assert "is a folder" in told(capsys, 2, "backup", "--force", ".")
    assert "no backup of a register" in told(capsys, 4, "restore", "notes")
    assert "no such file" in told(capsys, 2, "restore", "nowhere")
    told(capsys, 0, "backup", "--force", "notes")
    told(capsys, 0, "restore", "notes")


def test_check(here: Path, capsys: Capture) -> None:
    path = here / ".minutes" / "register.db"
    assert told(capsys, 0, "register", "check", "--register", "r.db") == "r.db: no register yet\n"
    told(capsys, 0, "init")
    out = told(capsys, 0, "register", "check").splitlines()
    assert [line.split()[0] for line in out] == ["register", "version", "size", "meetings", "actions", "changes"]
    with opened(path, write=True) as connection:
        connection.execute("INSERT INTO body VALUES (1, 'B', 'B')")
        connection.execute("INSERT INTO action VALUES (1, 'u', 1, 1, 'open', NULL, '', '', 0, '{}')")
    assert main(["register", "check"]) == 4
    captured = capsys.readouterr()
    assert captured.out.splitlines()[-1] == "action A1 is merged into itself"
    assert captured.err.endswith("damaged (1 finding): restore a backup: `minutes restore BACKUP`\n")
    path.write_bytes(b"notes")
    told(capsys, 4, "register", "check")
    assert path.read_bytes() == b"notes"


def test_export_and_import(here: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    notes = Path(__file__).parents[2] / "fixtures" / "harrowvale-pcc-2024-03.txt"
    assert "no register there" in told(capsys, 4, "register", "export", "-o", "r.jsonl")
    assert not (here / "r.jsonl").exists()
    told(capsys, 0, "init")
    told(capsys, 0, "add", "--keep-copy", str(notes))
    out = told(capsys, 0, "register", "export")
    assert told(capsys, 0, "register", "export", "-o", "r.jsonl") == ""
    assert (here / "r.jsonl").read_text(encoding="utf-8") == out
    assert "files to read" in told(capsys, 2, "register", "export", "-o", ".minutes/register.db")
    assert told(capsys, 0, "register", "import", "r.jsonl", "--register", "b.db") == "b.db: 1 meeting from r.jsonl\n"
    assert told(capsys, 0, "register", "export", "--register", "b.db") == out
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(out.encode())))
    assert told(capsys, 0, "register", "import", "-", "--register", "c.db") == "c.db: 1 meeting from -\n"
    assert "version" in told(capsys, 0, "register", "check", "--register", "c.db")
    assert "holds meetings already" in told(capsys, 4, "register", "import", "r.jsonl")
    assert "no such file" in told(capsys, 2, "register", "import", "nowhere")
    told(capsys, 3, "register", "import", ".", "--register", "d.db")
    (here / "e.txt").write_bytes(b"notes")
    assert "e.txt: line 1: not JSON" in told(capsys, 3, "register", "import", "e.txt", "--register", "d.db")
    assert not (here / "d.db").exists()
