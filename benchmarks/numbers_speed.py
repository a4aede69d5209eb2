"""Sentences per second of the reader of numbers, with and without a number in them, beside quantulum3 in one run.

Usage::

    python3.11 -m venv /tmp/quantulum && /tmp/quantulum/bin/pip install quantulum3     # once, outside this repository
    .venv/bin/python benchmarks/numbers_speed.py [--quantulum3 /tmp/quantulum/bin/python] [--seconds 4]

Both read the same English sentences in a process of their own, one after the other on one core; processor time counts,
loading does not. The sentences with numbers are those of the labelled frames of this repository, the others are below.
Our reader is timed in all twelve languages as well; quantulum3 knows English.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

LABELLED = Path(__file__).parents[1] / "tests/nlp/quantities/data/frames.jsonl"
WITHOUT = {
    "en": "The committee said that the matter would be looked at again when the report of the inspectors is there, "
    "and that nobody should expect a quick answer.",
    "fr": "Le comité a déclaré que la question serait examinée de nouveau lorsque le rapport des inspecteurs sera là, "
    "et que personne ne doit attendre une réponse rapide.",
    "de": "Der Ausschuss erklärte, dass die Frage erneut geprüft werde, sobald der Bericht der Prüfer vorliege, und "
    "dass niemand mit einer schnellen Antwort rechnen solle.",
    "es": "El comité declaró que la cuestión se examinaría de nuevo cuando se disponga del informe de los "
    "inspectores, y que nadie debe esperar una respuesta rápida.",
    "it": "Il comitato ha dichiarato che la questione sarà esaminata di nuovo quando sarà disponibile la relazione "
    "degli ispettori, e che nessuno deve aspettarsi una risposta rapida.",
    "pt": "O comitê declarou que a questão será examinada de novo quando estiver disponível o relatório dos "
    "inspetores, e que ninguém deve esperar uma resposta rápida.",
    "nl": "De commissie verklaarde dat de kwestie opnieuw wordt bekeken zodra het rapport van de inspecteurs er is, "
    "en dat niemand een snel antwoord moet verwachten.",
    "ru": "Комитет заявил, что вопрос будет рассмотрен снова, когда появится отчёт инспекторов, и что никто не "
    "должен ожидать быстрого ответа.",
    "ar": "قالت اللجنة إن المسألة ستبحث من جديد عندما يتوفر تقرير المفتشين، وإن على الجميع ألا يتوقعوا إجابة سريعة.",
    "zh": "委员会表示，等检查人员的报告出来以后会重新审议此事，大家不应期待很快得到答复。",
    "ja": "委員会は、検査官の報告が出た後に改めてこの件を検討するとし、すぐに回答を期待すべきではないと述べた。",
    "ko": "위원회는 검사관의 보고서가 나오면 이 문제를 다시 검토할 것이며 "
    "누구도 빠른 답변을 기대해서는 안 된다고 밝혔다.",
}
RIVAL = """
import json, sys, time, warnings, logging
warnings.simplefilter("ignore"); logging.disable(logging.CRITICAL)
from quantulum3 import parser
job = json.load(sys.stdin)
for name, texts in job["texts"].items():
    parser.parse(texts[0])
    done, start = 0, time.process_time()
    while time.process_time() - start < job["seconds"]:
        for text in texts:
            parser.parse(text)
            done += 1
            if time.process_time() - start > job["seconds"]:
                break
    print(json.dumps([name, done / (time.process_time() - start)]))
"""


def per_second(read: Callable[[str], object], texts: list[str], seconds: float) -> float:
    """Return how many of the texts are read in a second of processor time."""
    for text in texts:
        read(text)
    done, start = 0, time.process_time()
    while time.process_time() - start < seconds:
        for text in texts:
            read(text)
        done += len(texts)
    return done / (time.process_time() - start)


def ours(with_number: dict[str, list[str]], seconds: float) -> None:
    """Print our speed per language."""
    from pipeline.nlp.quantities import read

    for lang, text in WITHOUT.items():
        assert not read(text, lang), text
        share = seconds / len(WITHOUT)
        numbers = per_second(lambda t, lang=lang: read(t, lang), with_number[lang], share)  # type: ignore[misc]  # bound default
        plain = per_second(lambda t, lang=lang: read(t, lang), [text] * 50, share)  # type: ignore[misc]  # bound default
        print(f"ours, {lang}: {numbers:,.0f} sentences/s with a number, {plain:,.0f} without")


def main() -> None:
    """Print sentences per second of processor time."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quantulum3", help="an interpreter that has quantulum3 installed")
    parser.add_argument("--seconds", type=float, default=4.0)
    options = parser.parse_args()
    with_number: dict[str, list[str]] = {}
    for line in LABELLED.read_text("utf-8").splitlines():
        row = json.loads(line)
        with_number.setdefault(row["lang"], []).append(row["text"])
    ours(with_number, options.seconds)
    if options.quantulum3:
        job = {"seconds": options.seconds, "texts": {"with a number": with_number["en"], "without": [WITHOUT["en"]]}}
        result = subprocess.run(
            [options.quantulum3, "-c", RIVAL], input=json.dumps(job), capture_output=True, text=True, check=False
        )
        print(result.stderr[-800:], file=sys.stderr) if result.returncode else None
        for name, rate in map(json.loads, result.stdout.splitlines()):
            print(f"quantulum3, en: {rate:,.0f} sentences/s {name}")


if __name__ == "__main__":
    main()
