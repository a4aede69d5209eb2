"""Why a claim has its stance can be told from what the run keeps, without a model, and as its edition judged."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.cluster.stance.surroundings import RARE
from pipeline.config import load
from pipeline.run.explain import explain_lines
from pipeline.run.pipeline import Options, run
from pipeline.run.progress import Quiet
from pipeline.store import EditionRow, Store, lock

LETTERS = {
    "en": "Mara Voss denied that AI scaling has hit a wall. Larger models keep getting better, said Ilse Brandt. "
    "The beans came up late this year.",
    "de": "Lena Reuter bestritt, dass die Skalierung der Modelle an eine Wand gestoßen ist. Größere Modelle bringen "
    "kaum noch Fortschritt, sagt Tom Okoro.",
    "fr": "Odile Ferran nie que la mise à l'échelle ait atteint un mur. Les grands modèles ne gagnent presque plus.",
    "ja": "水野蓮は、AIのスケーリングが壁にぶつかったことを否定した。より大きなモデルはほとんど進歩をもたらさない。",
}


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    root = tmp_path_factory.mktemp("explain")
    (root / "in").mkdir()
    for code, text in LETTERS.items():
        (root / "in" / f"{code}.md").write_text(f"# {code}\n\n{text}\n")
    (root / "sources.yaml").write_text(
        "sources:\n  - {id: letters, kind: files, path: in, outlet: Letters}\n"
        "questions:\n  - id: wall\n    text: Has AI scaling hit a wall?\n"
        "    yes: [AI scaling has hit a wall.]\n    no: [Larger models keep getting better.]\n"
        "  - {id: bare, text: 'Werden größere Modelle noch besser?'}\n"
    )
    config = load(root / "sources.yaml")
    now = datetime(2026, 11, 1, 8, tzinfo=UTC)
    run(Options(config, config.root, root / "out", "serial", 1), Quiet(), lambda: now)
    # What is asked later changes nothing of what was judged.
    (root / "sources.yaml").write_text((root / "sources.yaml").read_text().replace("hit a wall", "hit a door"))
    return root


def claims(root: Path) -> list[dict]:
    folder = root / "out" / json.loads((root / "out" / "latest.json").read_text())["path"]
    return [json.loads(line) for line in (folder / "claims.jsonl").read_text().splitlines()]


def part(root: Path, claim: dict, question: str) -> list[str]:
    """The lines on one question."""
    lines = list(explain_lines(claim["id"], root / "out"))
    start = next(n for n, line in enumerate(lines) if line.startswith(f"stance:     {question}: "))
    end = next(n for n, line in enumerate(lines) if n > start and not line.startswith("  "))
    return lines[start:end]


def test_every_stance_has_its_reasons_as_its_edition_judged(root):
    found = claims(root)
    assert {claim["language"] for claim in found} == set(LETTERS)
    for claim in found:
        for stance in claim["stances"]:
            lines = part(root, claim, stance["question_id"])
            assert f"{stance['label']} ({stance['probability']})" in lines[0]
            names = [line[2:].split(":")[0] for line in lines[1:]]
            beside = ["beside"] * (2 if stance["question_id"] == "wall" else 1)
            assert names == ["judged", *beside, "vectors", "together", "rarity"], lines


@pytest.mark.parametrize("code", sorted(LETTERS))
def test_a_denial_is_told_with_the_words_and_what_was_said_of_them(root, code):
    denial = next(claim for claim in claims(root) if claim["language"] == code)
    assert [level["commitment"] for level in denial["attribution"]] == ["denies"]
    lines = part(root, denial, "wall")
    words = re.search("“(.*)”", lines[1])[1]
    assert words in denial["text"]
    assert len(words) < len(denial["text"])
    assert "turned: the holder denies" in lines[1]
    assert lines[2].startswith("  beside:   “Larger models keep getting better.” (no): agrees 0.")
    assert lines[3].startswith("  beside:   “AI scaling has hit a wall.” (yes): ")
    assert "likeness " in lines[4]
    assert re.search(rf"rarity: +\d+\.\d where it stands, {RARE:.1f} where", lines[6])
    assert "“Werden größere Modelle noch besser?” (the question)" in part(root, denial, "bare")[2]


def test_what_was_too_far_to_be_read_says_so(root):
    beans = next(claim for claim in claims(root) if "beans" in claim["text"])
    assert "not read, since the words are too far from the question" in part(root, beans, "wall")[2]


def test_no_model_is_loaded(root):
    code = (
        "import sys; from pathlib import Path; from pipeline.run.explain import explain_lines\n"
        "print('\\n'.join(explain_lines(sys.argv[1], Path(sys.argv[2]))))\n"
        "print({'onnxruntime', 'torch', 'spacy', 'tokenizers'} & set(sys.modules))"
    )
    line = [sys.executable, "-c", code, claims(root)[0]["id"], str(root / "out")]
    told = subprocess.run(line, capture_output=True, text=True, check=True).stdout.splitlines()
    assert told[-1] == "set()"
    assert any(line.startswith("  together:") for line in told)


def unknown(root: Path, claim: dict) -> str:
    (line,) = [line for line in explain_lines(claim["id"], root / "out") if "why is not known" in line]
    return line


def test_while_a_run_is_at_work_the_claim_is_shown(root):
    with lock(root / "out" / ".state"):
        assert "a run is at work at this moment" in unknown(root, claims(root)[0])


def test_without_the_state_of_its_edition_the_claim_is_shown(root):
    with lock(root / "out" / ".state"), Store(root / "out" / ".state") as store:
        kept = store.last_edition()
        store.save_edition(EditionRow(kept.id, kept.inputs, kept.generated, {"record": kept.identities["record"]}))
    try:
        assert "make one with: stancewire publish" in unknown(root, claims(root)[0])
    finally:
        with lock(root / "out" / ".state"), Store(root / "out" / ".state") as store:
            store.save_edition(kept)
    state = root / "out" / ".state"
    state.rename(root / "away")
    try:
        assert "is not there; explain beside it" in unknown(root, claims(root)[0])
    finally:
        (root / "away").rename(state)
