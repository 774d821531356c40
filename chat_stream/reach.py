"""Where the app reaches into a dependency's inside, and what stops the start when that inside has changed.

Each reach is named in the module that makes it, by `REACHES`: what it uses, the public way that is missing, and what
would go wrong unnoticed. `MODULES` has them all. docs/upgrading-dependencies.md says how to upgrade.
"""

import importlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

import structlog

MODULES = (
    "chat_stream.llm.network.joined_chunks",
    "chat_stream.reflex_patches.hydrate",
    "chat_stream.reflex_patches.lock_notices",
    "chat_stream.reflex_patches.lost_server",
    "chat_stream.reflex_patches.served_page",
    "chat_stream.reflex_patches.shown_failures",
    "chat_stream.server.granian",
    "chat_stream.streaming.hub.subscriber",
)
"""Checked when the app starts."""
LATE_MODULES = ("chat_stream.llm.litellm.reaches",)
"""Checked when LiteLLM is imported, which takes seconds and isn't waited for."""

WHAT_TO_DO = "Install the versions of requirements.txt, or read docs/upgrading-dependencies.md."

log = structlog.get_logger()


class WrongShape(Exception):
    """A dependency has another inside than the one this app was written for. The message says what to do."""


@dataclass(frozen=True, slots=True)
class Reach:
    """One use of what a dependency doesn't promise to keep.

    Args:
        dependency: The distribution, as pip calls it, or `python`.
        inside: What is used.
        missing: The public way that there would have to be.
        otherwise: What would happen if the app started without it.
        is_there: Whether the dependency has it, in the shape that is used. Whatever it raises counts as no.
        is_needed: False if nothing is lost without it but time: then a warning is logged.
    """

    dependency: str
    inside: str
    missing: str
    otherwise: str
    is_there: Callable[[], bool]
    is_needed: bool = True

    def check(self) -> None:
        """
        Raises:
            WrongShape: The dependency has no such inside.
        """
        if self._is_there():
            return
        if self.is_needed:
            raise WrongShape(self.sentence)
        log.warning("reach.missing", sentence=self.sentence)

    @property
    def sentence(self) -> str:
        which = f"{self.dependency} {_version(self.dependency)}"
        return f"{which} has no {self.inside} as this app uses it: {self.otherwise}. {WHAT_TO_DO}"

    def _is_there(self) -> bool:
        try:
            return self.is_there()
        except Exception:  # noqa: BLE001  # a changed inside may raise anything
            return False


def check(modules: Iterable[str] = MODULES) -> None:
    """
    Raises:
        WrongShape: A dependency was upgraded, and its inside is another one now.
    """
    for name in modules:
        for reach in reaches_of(name):
            reach.check()


def reaches_of(module: str) -> tuple[Reach, ...]:
    """
    Raises:
        WrongShape: The module imports a name that its dependency doesn't have.
    """
    try:
        return importlib.import_module(module).REACHES
    except ImportError as error:
        raise WrongShape(f"{module} can't be imported: {error}. {WHAT_TO_DO}") from error


def _version(distribution: str) -> str:
    try:
        return version(distribution)
    except PackageNotFoundError:
        return "of this machine"
