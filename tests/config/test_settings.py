"""A wrong setting stops the start with its name."""

import pytest

from chat_stream.config import SettingError, settings
from chat_stream.worker import Worker
from tests.support.backing import SQLITE, Backing, only_on
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
        ("CHAT_STREAM_PATIENCE_SECONDS", "0"),
        ("CHAT_STREAM_PATIENCE_SECONDS", "long"),
        ("CHAT_STREAM_PATIENCE_SECONDS", "nan"),
        ("CHAT_STREAM_SENDS", "0"),
        ("CHAT_STREAM_TRUSTED_PROXIES", "everybody"),
        ("CHAT_STREAM_DATABASE_CONNECTIONS", "2"),
        ("REDIS_URL", "localhost:6379"),
        ("GRANIAN_WORKERS", "0"),
        ("CHAT_STREAM_BEGINNINGS", "Write a letter"),
        ("CHAT_STREAM_BEGINNINGS", "{fr: Ecris}"),
    ],
)
def test_a_wrong_setting_is_named(monkeypatch: pytest.MonkeyPatch, name: str, value: str):
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingError, match=f"The setting {name} can't be used.*{value}"):
        settings()


def test_several_workers_on_sqlite_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GRANIAN_WORKERS", "2")
    monkeypatch.setenv("REDIS_URL", "redis://localhost:6379/0")
    with pytest.raises(SettingError, match=r"GRANIAN_WORKERS asks for 2 workers, .* SQLite .* DATABASE_URL"):
        settings()


def test_several_workers_without_redis_are_refused(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("GRANIAN_WORKERS", "2")
    monkeypatch.setenv("DATABASE_URL", "postgresql+asyncpg://localhost/chat_stream")
    with pytest.raises(SettingError, match=r"GRANIAN_WORKERS asks for 2 workers, .* Set REDIS_URL"):
        settings()


@only_on(SQLITE)
async def test_a_model_that_nobody_knows_stops_the_start(backing: Backing, model: ScriptedModel):
    wrong = backing.settings().model_copy(update={"models": ("no-such-model",)})
    with pytest.raises(SettingError, match=r"CHAT_STREAM_MODELS.*no-such-model"):
        async with Worker(wrong, model.stream).running():
            pass


@only_on(SQLITE)
async def test_a_second_server_on_the_same_file_is_refused(
    worker: Worker, model: ScriptedModel, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("chat_stream.database.sole_user.PATIENCE", 0.1)
    with pytest.raises(SettingError, match="Another chat_stream uses"):
        async with Worker(worker.settings, model.stream).running():
            pass


def test_models_are_separated_by_commas(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("CHAT_STREAM_MODELS", " openai/a, demo ,")
    assert settings().models == ("openai/a", "demo")
