"""Encryption of secrets, and who may read the key."""

import stat
from pathlib import Path

import pytest
from cryptography.fernet import Fernet

from chat_stream.config import SettingError
from chat_stream.keys import Vault


def test_what_went_in_comes_out_for_its_own_purpose_only(tmp_path: Path):
    vault = Vault.open("", tmp_path)
    encrypted = vault.encrypt("sk-secret", "alice/openai")
    assert "sk-secret" not in encrypted
    assert vault.decrypt(encrypted, "alice/openai") == "sk-secret"
    assert vault.decrypt(encrypted, "bob/openai") is None


def test_the_key_file_is_made_once_and_its_owners_alone(tmp_path: Path):
    encrypted = Vault.open("", tmp_path / "data").encrypt("sk-secret", "")
    file = tmp_path / "data" / "secret.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert Vault.open("", tmp_path / "data").decrypt(encrypted, "") == "sk-secret"


def test_a_key_file_that_others_may_read_stops_the_start(tmp_path: Path):
    Vault.open("", tmp_path)
    (tmp_path / "secret.key").chmod(0o644)
    with pytest.raises(SettingError, match="chmod 600"):
        Vault.open("", tmp_path)


def test_a_key_can_be_replaced_by_one_in_front_of_it(tmp_path: Path):
    old, new = Fernet.generate_key().decode(), Fernet.generate_key().decode()
    encrypted = Vault.open(old, tmp_path).encrypt("sk-secret", "")
    assert Vault.open(f"{new}, {old}", tmp_path).decrypt(encrypted, "") == "sk-secret"
    assert Vault.open(new, tmp_path).decrypt(encrypted, "") is None
    assert not any(tmp_path.iterdir())


def test_a_setting_that_is_no_key_is_named_but_not_shown(tmp_path: Path):
    with pytest.raises(SettingError, match="CHAT_STREAM_SECRET_KEY") as refused:
        Vault.open("my secret", tmp_path)
    assert "my secret" not in str(refused.value)
