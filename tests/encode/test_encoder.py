"""The encoder: a text's vector depends on that text alone, and a damaged model is refused."""

import pickle
import shutil
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.encode import (
    Encoder,
    EncodeSettings,
    PairScorer,
    PointEncoder,
    Tagger,
    centre,
    encoder_revision,
    revisions,
)
from pipeline.encode.names import ENCODER, WEIGHTS
from pipeline.encode.settings import MODELS
from pipeline.errors import ModelError

TEXTS = (
    "The harbour froze in January.",
    "Le port a gelé en janvier.",
    "港口在一月结冰了。",
    "Mara Voss sells lamps.",
    "",
    "x " * 900,
)


@pytest.fixture(scope="module")
def encoder():
    return Encoder()


@pytest.fixture(scope="module")
def alone(encoder):
    return np.stack([encoder.encode([text])[0] for text in TEXTS])


@pytest.fixture
def models(tmp_path):
    """A copy of the shipped models that a test may damage; the large files are links until then."""
    for path in MODELS.rglob("*"):
        target = tmp_path / path.relative_to(MODELS)
        if path.is_dir():
            target.mkdir(parents=True, exist_ok=True)
        elif path.suffix == ".onnx":
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(path)
        else:
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, target)
    return tmp_path


def test_vectors_are_float32_rows_of_length_one(alone):
    assert alone.dtype == np.float32
    assert alone.shape == (len(TEXTS), 384)
    assert np.allclose(np.linalg.norm(alone, axis=1), 1, atol=1e-5)


@settings(deadline=None, max_examples=12)
@given(st.lists(st.integers(0, len(TEXTS) - 2), min_size=1, max_size=7))
def test_batch_mates_and_order_change_no_digit(encoder, alone, order):
    assert np.array_equal(encoder.encode([TEXTS[i] for i in order]), alone[order])


def test_threads_change_no_digit(alone):
    assert np.array_equal(Encoder(EncodeSettings(threads=2)).encode(TEXTS), alone)


def test_no_texts_give_no_rows(encoder):
    assert encoder.encode([]).shape == (0, 384)


def test_a_translation_is_nearer_than_another_statement(alone):
    rows = centre(alone[:4], ["en", "fr", "zh", "en"])
    similar = rows @ rows.T
    assert min(similar[0, 1], similar[0, 2], similar[1, 2]) > 0.4
    assert max(similar[0, 3], similar[1, 3], similar[2, 3]) < 0.3


def test_as_a_sentence_transformer_it_gives_the_same_digits(encoder, alone):
    from sentence_transformers import SentenceTransformer

    model = encoder.sentence_transformer()
    assert isinstance(model, SentenceTransformer)
    rows = model.encode(list(TEXTS), prompt=encoder.settings.words_before, show_progress_bar=False)
    assert np.array_equal(rows, alone)


def test_encoding_with_the_shipped_model_imports_no_torch():
    code = (
        "import sys; from pipeline.encode import Encoder; Encoder().encode(['The harbour froze.']);"
        "print([m for m in ('torch', 'transformers', 'sentence_transformers') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_pickled_encoder_loads_its_own_model(encoder, alone):
    copy = pickle.loads(pickle.dumps(encoder))
    assert copy._model is None
    assert copy.revision == encoder.revision


def test_importing_and_asking_for_revisions_loads_no_heavy_library():
    code = (
        "import sys; from pipeline.encode import EncodeSettings, revisions; revisions(EncodeSettings());"
        "heavy = ('numpy', 'torch', 'onnxruntime', 'tokenizers', 'sentence_transformers');"
        "print([m for m in heavy if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_truncated_weight_file_is_refused_by_name(models):
    path = models / ENCODER / WEIGHTS
    whole = path.read_bytes()
    path.unlink()
    path.write_bytes(whole[: len(whole) // 2])
    encoder = Encoder(EncodeSettings(models=models))
    assert encoder.revision == Encoder().revision  # the lock is whole; only loading notices
    with pytest.raises(ModelError, match=rf"{WEIGHTS}.*git checkout"):
        encoder.encode(["text"])


def test_a_missing_weight_file_is_refused_by_name(models):
    (models / ENCODER / WEIGHTS).unlink()
    with pytest.raises(ModelError, match=rf"{WEIGHTS}: cannot be read"):
        Encoder(EncodeSettings(models=models)).encode(["text"])


def test_a_folder_that_is_not_there_is_refused(tmp_path):
    settings = EncodeSettings(model=str(tmp_path / "nowhere"))
    with pytest.raises(ModelError, match=r"nowhere.*set the model to 'default'"):
        encoder_revision(settings)
    with pytest.raises(ModelError, match=r"nowhere.*set the model to 'default'"):
        Encoder(settings).encode(["text"])


def test_a_folder_without_a_model_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("no model")
    with pytest.raises(ModelError, match="cannot be loaded"):
        Encoder(EncodeSettings(model=str(tmp_path))).encode(["text"])


def test_a_folder_of_another_model_works(tmp_path):
    torch = pytest.importorskip("torch")
    from sentence_transformers import SentenceTransformer
    from sentence_transformers.sentence_transformer.modules import BoW

    torch.manual_seed(0)
    SentenceTransformer(modules=[BoW(vocab=["harbour", "froze", "lamp"])]).save(str(tmp_path))
    encoder = Encoder(EncodeSettings(model=str(tmp_path)))
    rows = encoder.encode(["harbour froze", "lamp"])
    assert np.allclose(rows, [[0.5**0.5, 0.5**0.5, 0], [0, 0, 1]], atol=1e-6)
    assert not encoder.has_means
    before = encoder.revision
    (tmp_path / "extra.txt").write_text("changed")
    assert encoder_revision(encoder.settings) != before


def test_the_prefix_is_part_of_the_revision():
    assert encoder_revision(EncodeSettings(prefix="passage: ")) != encoder_revision(EncodeSettings())
    assert encoder_revision(EncodeSettings(prefix="query: ")) == encoder_revision(EncodeSettings())


def test_revisions_name_every_model():
    assert revisions(EncodeSettings()) == (
        ("encoder", Encoder().revision),
        ("point-encoder", PointEncoder().revision),
        ("reader", Tagger().revision),
        ("stance-judge", PairScorer().revision),
    )
