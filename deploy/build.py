"""Builds the page unless the build that is there fits: `python -m deploy.build`. One build serves every address.

A build fits if it was made of the same sources and nobody changed its files since. The stamp that says so is written
last, so a build that was interrupted never fits.
"""

import hashlib
import json
import os
import subprocess  # nosec B404  # for Reflex's own command, without a shell
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from deploy.notices import FILE, notices
from deploy.page_address import STAND_IN, UnknownPage, use_own_address

PACKAGES = ("requirements.txt", "reflex.lock", ".npmrc")
SOURCES = (
    *("chat_stream", "packages/reflex-object-deltas/src", "assets", "rxconfig.py", *PACKAGES),
    *("deploy/page_address.py", "deploy/notices.py"),
)
LINKED = "external"
"""The folder in `assets/` with links to sources, which Reflex makes while it compiles."""


@dataclass(frozen=True, slots=True)
class Build:
    """The built page of the project in a folder."""

    project: Path

    @property
    def folder(self) -> Path:
        return self.project / ".web" / "build" / "client"

    @property
    def stamp(self) -> Path:
        return self.project / ".web" / "build" / "stamp.json"

    def fits(self) -> bool:
        try:
            return json.loads(self.stamp.read_text()) == self._made_of(self.sources())
        except (OSError, ValueError):
            return False

    def make(self) -> None:
        """Lets Reflex build it. Sources that change meanwhile make the build one that doesn't fit.

        Raises:
            SystemExit: It can't be built; the message holds the end of what Reflex said.
        """
        sources = self.sources()
        self.stamp.unlink(missing_ok=True)
        export(self.project)
        try:
            use_own_address(self.folder)
        except UnknownPage as error:
            sys.exit(f"{error}\nThe page can't be built: deploy/page_address.py doesn't know this version of Reflex.")
        (self.folder / FILE).write_text(notices(self.project / ".web"))
        self.note(sources)

    def note(self, sources: str) -> None:
        """Remembers what the build that is there was made of."""
        self.stamp.write_text(json.dumps(self._made_of(sources)))

    def sources(self) -> str:
        """A digest of everything that the page is built from."""
        files = (file for name in SOURCES for file in _files(self.project / name))
        lines = (f"{file.relative_to(self.project)} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in files)
        return _digest(lines)

    def _made_of(self, sources: str) -> dict[str, str]:
        # Name, size and time of what was built: reading it all would take as long as the rest of a start.
        files = ((file.relative_to(self.folder), file.stat()) for file in _files(self.folder))
        built = (f"{name} {at.st_size} {at.st_mtime_ns}" for name, at in files)
        return {"sources": sources, "built": _digest(built)}


def export(project: Path) -> None:
    command = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
    environment = {**os.environ, "REFLEX_API_URL": STAND_IN}
    done = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True, check=False)  # nosec B603
    if done.returncode:
        sys.exit(f"{(done.stdout + done.stderr)[-4000:]}\nThe page can't be built. What Reflex said stands above.")


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    for file in sorted(path.rglob("*")):
        is_made = "__pycache__" in file.parts or file.is_relative_to(path / LINKED)
        if file.is_file() and not is_made:
            yield file


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


if __name__ == "__main__":
    build = Build(Path(__file__).resolve().parents[1])
    if not build.fits():
        build.make()
