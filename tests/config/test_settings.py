"""A wrong setting stops the start with its name."""

import pytest

from chat_stream.config import SettingError, Settings, settings
from chat_stream.worker import Worker
from tests.support.model import ScriptedModel


@pytest.fixture(autouse=True)
def read_anew():
    settings.cache_clear()
    yield
    settings.cache_clear()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("DATABASE_URL", "mysql://localhost/chat"),
        ("CHAT_STREAM_PUBLIC_URL", "chat.example.com"),
        ("CHAT_STREAM_PUBLIC_URL", "https://example.com/chat"),
        ("CHAT_STREAM_GRACE_SECONDS", "soon"),
        ("CHAT_STREAM_GRACE_SECONDS", "-1"),
        ("CHAT_STREAM_SENDS", "0"),
        ("CHAT_STREAM_TRUSTED_PROXIES", "everybody"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=f"The setting {name} can't be used.*{value}"):
        settings()


async def test_a_model_that_nobody_knows_stops_the_start(database_url: str, model: ScriptedModel):
    with pytest.raises(SettingError, match=r"CHAT_STREAM_MODELS.*no-such-model"):
        async with Worker(Settings(database_url=database_url, models=("no-such-model",)), model.stream).running():
            pass


async def test_a_second_server_on_the_same_file_is_refused(
    worker: Worker, model: ScriptedModel, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("chat_stream.worker.LOCK_PATIENCE", 0.1)
    with pytest.raises(SettingError, match="Another chat_stream uses"):
        async with Worker(worker.settings, model.stream).running():
            pass


def test_models_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CHAT_STREAM_MODELS", " openai/a, demo ,")
    assert settings().models == ("openai/a", "demo")
