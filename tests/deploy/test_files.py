"""The checks of deployment files that need no Docker daemon, cluster or root."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.support.site import PROJECT

DEPLOY = PROJECT / "deploy"
SCRIPTS = sorted(path for path in (*(PROJECT / "bin").rglob("*"), DEPLOY / "local-cluster") if path.is_file())


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_a_command_is_shell(path: Path):
    subprocess.run(["sh", "-n", path], check=True)


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
@pytest.mark.skipif(shutil.which("shellcheck") is None, reason="shellcheck isn't installed")
def test_shellcheck_finds_nothing_wrong_in_a_command(path: Path):
    done = subprocess.run(
        ["shellcheck", "-x", "-s", "sh", "-S", "warning", path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", sorted(DEPLOY.rglob("*.json")), ids=lambda path: path.name)
def test_json_can_be_read(path: Path):
    json.loads(path.read_text())


def test_the_composed_workers_write_nothing_and_have_no_rights():
    compose = yaml.safe_load((DEPLOY / "docker" / "compose.yaml").read_text())
    for name in ("worker-1", "worker-2", "migrate"):
        service: dict[str, Any] = compose["services"][name]
        assert service["read_only"]
        assert service["cap_drop"] == ["ALL"]
    assert set(compose["volumes"]) == {"postgresql", "caddy"}
    known = set(compose["services"])
    assert all(set(service.get("depends_on", {})) <= known for service in compose["services"].values())


def test_the_image_takes_only_what_is_there_and_isnt_root():
    lines = (DEPLOY / "docker" / "Dockerfile").read_text().splitlines()
    copied = [line.split()[1:-1] for line in lines if line.startswith("COPY") and "--from" not in line]
    assert [path for paths in copied for path in paths if not (PROJECT / path).exists()] == []
    assert "USER 10001" in lines
    assert any(line.startswith("HEALTHCHECK") for line in lines)


def test_the_manifests_fit_together():
    documents = list(yaml.safe_load_all((DEPLOY / "kubernetes" / "chat_stream.yaml").read_text()))
    kinds = {document["kind"]: document for document in documents}
    pod = kinds["Deployment"]["spec"]["template"]
    assert kinds["Service"]["spec"]["selector"].items() <= pod["metadata"]["labels"].items()
    container = pod["spec"]["containers"][0]
    assert container["readinessProbe"]["httpGet"]["path"] == "/health/ready"
    assert container["livenessProbe"]["httpGet"]["path"] == "/health/live"
    secret = yaml.safe_load((DEPLOY / "kubernetes" / "secret.example.yaml").read_text())
    assert container["envFrom"] == [{"secretRef": {"name": secret["metadata"]["name"]}}]
    backend = kinds["Ingress"]["spec"]["rules"][0]["http"]["paths"][0]["backend"]["service"]
    assert backend["name"] == kinds["Service"]["metadata"]["name"]


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="systemd isn't installed")
def test_systemd_understands_the_units(tmp_path: Path):
    for unit in (*(DEPLOY / "systemd").glob("*.service"), *(DEPLOY / "systemd").glob("*.timer")):
        # The program lies elsewhere until it is installed, and the user isn't there.
        text = unit.read_text().replace("/opt/chat_stream/.venv/bin/python", "/bin/true")
        (tmp_path / unit.name).write_text(text.replace("User=chat_stream", "User=daemon"))
    units = [str(tmp_path / name) for name in ("chat_stream@3001.service", "chat_stream-migrate.service")]
    (tmp_path / "chat_stream@3001.service").write_text((tmp_path / "chat_stream@.service").read_text())
    units += [str(path) for path in tmp_path.glob("chat_stream-backup.*")]
    done = subprocess.run(
        ["systemd-analyze", "verify", "--man=no", *units], capture_output=True, text=True, check=False
    )
    ours = [line for line in done.stderr.splitlines() if "chat_stream" in line]
    assert ours == []
