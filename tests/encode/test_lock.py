"""The lock decides which bytes may be loaded."""

import pickle
import shutil

import pytest

from pipeline.encode.lock import check_files, file_hash, read_lock, revision_of
from pipeline.encode.names import ENCODER, TOKENIZER
from pipeline.encode.settings import MODELS
from pipeline.errors import ModelError

LOCK = """
models:
- name: tiny
  revision: abc
  files:
    a.bin: 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824
    b.bin: 486ea46224d1bb4fb680f34f7c9ad96a8f24ec88be73ea8e5a6c65260e9cb8a7
"""


@pytest.fixture
def models(tmp_path):
    (tmp_path / "models.lock.yaml").write_text(LOCK)
    (tmp_path / "tiny").mkdir()
    (tmp_path / "tiny" / "a.bin").write_bytes(b"hello")
    (tmp_path / "tiny" / "b.bin").write_bytes(b"world")
    return tmp_path


def test_files_as_locked_pass(models):
    check_files(read_lock(models, "tiny"))


@pytest.mark.parametrize("bad", [b"", b"hellO", b"hello "])
def test_other_bytes_are_refused_by_name(models, bad):
    (models / "tiny" / "a.bin").write_bytes(bad)
    with pytest.raises(ModelError, match=r"a\.bin.*git checkout") as caught:
        check_files(read_lock(models, "tiny"))
    assert caught.value.kind == "model-corrupt"
    assert caught.value.item.endswith("a.bin")
    assert str(pickle.loads(pickle.dumps(caught.value))) == str(caught.value)


def test_a_missing_file_is_named(models):
    (models / "tiny" / "b.bin").unlink()
    with pytest.raises(ModelError, match=r"b\.bin: cannot be read") as caught:
        check_files(read_lock(models, "tiny"))
    assert caught.value.kind == "model-missing"


def test_only_one_file_can_be_checked(models):
    (models / "tiny" / "b.bin").unlink()
    check_files(read_lock(models, "tiny"), only="a.bin")


def test_a_missing_lock_is_named(tmp_path):
    with pytest.raises(ModelError, match=r"models\.lock\.yaml: cannot be read"):
        read_lock(tmp_path, "tiny")


@pytest.mark.parametrize("text", ["", "models: 3", "models: [1, 2]", "models: [{name: other}]", "models: [", "[]"])
def test_a_lock_that_does_not_hold_the_model_is_refused(models, text):
    (models / "models.lock.yaml").write_text(text)
    with pytest.raises(ModelError, match="does not describe the model 'tiny'"):
        read_lock(models, "tiny")


def test_a_revision_follows_names_and_bytes_but_not_order():
    one = revision_of({"a": "1", "b": "2"})
    assert one == revision_of({"b": "2", "a": "1"})
    assert (
        len({one, revision_of({"a": "2", "b": "1"}), revision_of({"a": "1"}), revision_of({"a": "1", "c": "2"})}) == 4
    )


def test_every_shipped_model_is_described_and_its_revision_is_that_of_its_files():
    import yaml

    entries = yaml.safe_load((MODELS / "models.lock.yaml").read_text())["models"]
    for entry in entries:
        assert entry["revision"] == revision_of(entry["files"])
        assert entry["license"]
        assert entry["languages"]
        assert f"## {entry['name']}" in (MODELS / "README.md").read_text()


def test_the_shipped_tokenizer_is_the_locked_one(tmp_path):
    locked = read_lock(MODELS, ENCODER)
    copy = shutil.copy(locked.folder / TOKENIZER, tmp_path)
    assert file_hash(type(locked.folder)(copy)) == locked.files[TOKENIZER]
