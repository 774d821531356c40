"""The package as others have it: built, installed into an empty environment, under the example app."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

PACKAGE = Path(__file__).parents[1]
START_PATIENCE = 240.0


def build(folder: Path) -> tuple[Path, Path]:
    """The wheel and the sdist."""
    run(["uv", "build", "--quiet", "--out-dir", str(folder), str(PACKAGE)])
    return next(folder.glob("*.whl")), next(folder.glob("*.tar.gz"))


@dataclass
class Environment:
    """A virtual environment that had nothing in it but what was installed here."""

    folder: Path

    @classmethod
    def with_installed(cls, folder: Path, *what: str, python: str = sys.executable) -> "Environment":
        run(["uv", "venv", "--quiet", "--python", python, str(folder)])
        run(["uv", "pip", "install", "--quiet", "--python", str(folder / "bin" / "python"), *what])
        return cls(folder)

    def run(self, *command: str, cwd: Path) -> str:
        return run([str(self.folder / "bin" / "python"), *command], cwd=cwd, environment=self.variables())

    def variables(self) -> dict[str, str]:
        """Nothing of this process's own packages; Node is where it was."""
        kept = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
        switches = {"REFLEX_USE_NPM": "1", "REFLEX_TELEMETRY_ENABLED": "false", "REFLEX_CHECK_LATEST_VERSION": "false"}
        return {**kept, **switches, "PATH": f"{self.folder / 'bin'}:{os.environ['PATH']}"}


@dataclass(frozen=True)
class Example:
    """A running copy of examples/notes."""

    project: Path
    environment: Environment
    address: str
    server_port: int


@contextmanager
def example_app(environment: Environment, folder: Path) -> Generator[Example]:
    """Starts it, as somebody who tries it does.

    Raises:
        RuntimeError: It doesn't start; the message holds the end of what it said.
    """
    made = shutil.ignore_patterns(".web", ".states", "__pycache__", "external", "*.db")
    project = shutil.copytree(PACKAGE / "examples" / "notes", folder / "notes", ignore=made)
    port, backend = free_port(), free_port()
    command = ["-m", "reflex", "run", "--frontend-port", str(port), "--backend-port", str(backend)]
    log = folder / "app.log"
    with log.open("wb") as words:
        app = subprocess.Popen(
            [str(environment.folder / "bin" / "python"), *command],
            cwd=project,
            env=environment.variables(),
            stdin=subprocess.DEVNULL,
            stdout=words,
            stderr=words,
            start_new_session=True,
        )
    try:
        wait_for("App running", log, app)
        yield Example(project, environment, f"http://localhost:{port}", backend)
    finally:
        os.killpg(app.pid, signal.SIGKILL)
        app.wait()


def wait_for(words: str, log: Path, app: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_PATIENCE
    while words not in log.read_text(errors="replace"):
        if app.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"The example doesn't start:\n{log.read_text(errors='replace')[-4000:]}")
        time.sleep(0.1)


def run(command: list[str], *, cwd: Path | None = None, environment: dict[str, str] | None = None) -> str:
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{(done.stdout + done.stderr)[-4000:]}")
    return done.stdout


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
