"""The project's own packages are taken from the tree that chat_stream lies in, wherever that runs."""

import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from reflex.utils.build import zip_app

from deploy.build import SOURCES

PROJECT = Path(__file__).parents[2]
PACKAGES = sorted(str(source.relative_to(PROJECT)) for source in PROJECT.glob("packages/*/src"))
LOOK = "import chat_stream, reflex_object_deltas as package; print(package.__file__)"


@pytest.fixture
def other_copy(tmp_path: Path) -> Path:
    """A folder in which another version of the package is installed."""
    installed = tmp_path / "installed"
    (installed / "reflex_object_deltas").mkdir(parents=True)
    (installed / "reflex_object_deltas" / "__init__.py").write_text("")
    return installed


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Another tree of the project, as a second working copy is one."""
    tree = tmp_path / "tree"
    for folder in ("chat_stream", *(f"{package}/reflex_object_deltas" for package in PACKAGES)):
        (tree / folder).mkdir(parents=True)
        (tree / folder / "__init__.py").write_text("")
    shutil.copy(PROJECT / "chat_stream" / "__init__.py", tree / "chat_stream")
    return tree


def taken_in(tree: Path, installed: Path) -> Path:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    command = [sys.executable, "-c", LOOK]
    done = subprocess.run(command, cwd=tree, env=environment, capture_output=True, text=True, check=True)
    return Path(done.stdout.strip())


def test_a_tree_takes_its_own_package_and_no_installed_copy(other_copy: Path):
    assert taken_in(PROJECT, other_copy).is_relative_to(PROJECT / "packages")


def test_another_tree_with_the_same_environment_takes_its_own(tree: Path, other_copy: Path):
    assert taken_in(tree, other_copy).is_relative_to(tree)


def test_an_installed_chat_stream_takes_what_it_brings(tree: Path, other_copy: Path):
    (tree / "chat_stream" / "installed").mkdir()
    shutil.move(tree / "packages", tree / "chat_stream" / "installed" / "packages")
    assert taken_in(tree, other_copy).is_relative_to(tree / "chat_stream" / "installed")


def test_an_installed_chat_stream_that_brings_none_takes_what_is_beside_it(tree: Path, other_copy: Path):
    shutil.rmtree(tree / "packages")
    assert taken_in(tree, other_copy).is_relative_to(other_copy)


@pytest.mark.parametrize("package", PACKAGES)
def test_an_image_has_the_package_and_a_page_is_built_anew_when_it_changes(package: str):
    image = (PROJECT / "deploy" / "docker" / "Dockerfile").read_text().rpartition("FROM")[2]
    assert f"COPY {package} {package}\n" in image
    assert package in SOURCES


def test_what_is_sent_to_reflexs_hosting_has_the_package(tree: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(tree)
    zip_app(frontend=False, zip_dest_dir=tmp_path)
    sent = zipfile.ZipFile(tmp_path / "backend.zip").namelist()
    assert f"{PACKAGES[0]}/reflex_object_deltas/__init__.py" in sent
