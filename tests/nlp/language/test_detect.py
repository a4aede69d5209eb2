"""Language detection: real sentences written for these tests, and the ways in which detectors are known to fail."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.errors import ReadError
from pipeline.nlp.language import detect, detect_document, profiles
from pipeline.nlp.language.scripts import count_scripts, han_origin, main_script

SENTENCES = {
    "en": "The harbour was quiet when the last ferry came in, and nobody was waiting on the pier.",
    "fr": "Le port était calme quand le dernier bateau est arrivé, et personne n'attendait sur la jetée.",
    "de": "Der Hafen war still, als die letzte Fähre einlief, und niemand wartete auf dem Steg.",
    "es": "El puerto estaba tranquilo cuando llegó el último barco y nadie esperaba en el muelle.",
    "it": "Il porto era tranquillo quando è arrivato l'ultimo traghetto e nessuno aspettava sul molo.",
    "pt": "O porto estava calmo quando o último barco chegou e ninguém esperava no cais.",
    "nl": "De haven was stil toen de laatste veerboot binnenkwam en niemand stond op de kade te wachten.",
    "zh": "最后一班渡轮进港时，港口很安静，码头上没有人等候。",
    "ja": "最後のフェリーが着いたとき、港は静かで、桟橋には誰も待っていなかった。",
    "ko": "마지막 배가 들어왔을 때 항구는 조용했고 부두에는 아무도 기다리지 않았다.",
    "ru": "В порту было тихо, когда пришёл последний паром, и на пирсе никто не ждал.",
    "ar": "كان الميناء هادئا عندما وصلت العبارة الأخيرة ولم يكن أحد ينتظر على الرصيف.",
    "pl": "W porcie było cicho, kiedy przypłynął ostatni prom, i nikt nie czekał na nabrzeżu.",
    "sv": "Hamnen var tyst när den sista färjan kom in och ingen väntade på bryggan.",
    "da": "Havnen var stille, da den sidste færge kom ind, og ingen ventede på kajen.",
    "uk": "У порту було тихо, коли прийшов останній пором, і на пірсі ніхто не чекав.",
    "tr": "Son vapur geldiğinde liman sessizdi ve iskelede kimse beklemiyordu.",
    "cs": "Když připlul poslední trajekt, byl v přístavu klid a na molu nikdo nečekal.",
    "ro": "Portul era liniștit când a sosit ultimul feribot și nimeni nu aștepta pe chei.",
    "el": "Το λιμάνι ήταν ήσυχο όταν έφτασε το τελευταίο πλοίο.",
    "he": "הנמל היה שקט כאשר המעבורת האחרונה הגיעה.",
    "hi": "जब आखिरी नाव आई तब बंदरगाह शांत था और कोई इंतज़ार नहीं कर रहा था।",
    "fa": "وقتی آخرین کشتی رسید بندر آرام بود و هیچ کس در اسکله منتظر نبود.",
    "th": "ท่าเรือเงียบสงบเมื่อเรือลำสุดท้ายมาถึง",
    "vi": "Bến cảng rất yên tĩnh khi chuyến phà cuối cùng cập bến.",
    "bg": "Пристанището беше тихо, когато дойде последният ферибот.",
    "mk": "Пристаништето беше тивко кога дојде последниот ферибот.",
    "ur": "جب آخری کشتی آئی تو بندرگاہ خاموش تھی اور کوئی انتظار نہیں کر رہا تھا۔",
}


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_sentence_is_recognised_with_confidence(code: str) -> None:
    found = detect(SENTENCES[code])
    assert found.code == code
    assert found.confidence > 0.8


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_capital_letters_change_nothing(code: str) -> None:
    # "İ" has no single lower-case letter; Turkish shouts its dotted i differently, which str.upper does not do.
    if code != "tr":
        assert detect(SENTENCES[code].upper()).code == code


def test_traditional_chinese_is_chinese() -> None:
    assert detect("最後一班渡輪進港時，碼頭上沒有人等候。").code == "zh"


def test_japanese_in_characters_only_shows_by_its_forms() -> None:
    assert detect("経済対策").code == "ja"
    assert detect("经济对策").code == "zh"
    assert han_origin("気") == "ja"
    assert han_origin("对") == "zh"
    assert han_origin("山") is None


def test_shared_characters_follow_the_context() -> None:
    assert detect("東京大学", prior={"ja": 0.9}).code == "ja"
    assert detect("東京大学", hint="ja-JP").code == "ja"
    assert detect("人工", hint="zh-Hans").code == "zh"


def test_latin_names_do_not_outweigh_a_sentence_in_another_script() -> None:
    assert detect("OpenAI 发布了 GPT-4o mini 模型").code == "zh"
    assert detect("Компания OpenAI выпустила GPT-4o mini").code == "ru"
    assert detect("OpenAI の GPT-4o mini は速い").code == "ja"


def test_address_is_not_evidence() -> None:
    assert detect("Niemand wartete. https://example.com/the-history-of-the-world-and-of-that-which-is-not").code == "de"


@pytest.mark.parametrize("text", ["", "   ", "12 345,67 %", "!?…", "🙂🙂", "\x00", "—", "𝟘"])
def test_no_letters_is_undetermined(text: str) -> None:
    found = detect(text)
    assert (found.code, found.confidence) == ("und", 0.0)


def test_unknown_script_is_undetermined() -> None:
    assert detect("ԲԱՐԵՎ բարեւ ձեզ").code == "und"


def test_short_text_is_less_sure_than_a_sentence() -> None:
    assert detect("no").confidence < 0.8 < detect(SENTENCES["es"]).confidence


def test_prior_settles_a_short_passage_but_not_a_foreign_sentence() -> None:
    assert detect("Patient attention", prior={"fr": 0.9}).code == "fr"
    assert detect("Patient attention", prior={"en": 0.9}).code == "en"
    assert detect(SENTENCES["en"], prior={"fr": 0.9}).code == "en"


def test_hint_is_overruled_by_the_text() -> None:
    assert detect_document(SENTENCES["de"] * 5, "en").code == "de"


def test_document_is_sampled_beyond_its_head() -> None:
    head = "Subscribe now. Share this post. " * 45
    text = head + (SENTENCES["fr"] + " ") * 200
    assert detect_document(text).code == "fr"


def test_same_answer_whatever_the_hash_seed() -> None:
    code = (
        "from pipeline.nlp.language import detect;"
        "print([detect(w) for w in ('no', 'data', 'sensor', 'компания', 'die', 'real', '大学')])"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("1", "2")
    }
    assert len(answers) == 1


def test_import_reads_no_profiles() -> None:
    code = "import sys, pipeline.nlp.language; print('numpy' in sys.modules, 'langdetect' in sys.modules)"
    result = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert result.stdout.split() == ["False", "False"]


def test_unreadable_profiles_name_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(profiles.resources, "files", missing)
    with pytest.raises(ReadError, match=r"reinstall langdetect==1\.0\.9"):
        profiles._read_profiles()


def test_counts_are_kept_exactly() -> None:
    model, raw = profiles.load_profiles(), profiles._read_profiles()
    for column, code in enumerate(model.codes):
        assert all(model._row(group)[column] == count for group, count in raw[code].items())
        assert sum(raw[code].values()) == model._counts[:, column].sum()


def test_probabilities_of_a_letter_sum_to_one() -> None:
    import numpy as np

    model = profiles.load_profiles()
    letters = sorted({g for g in model._places if len(g) == 1} | {" "})
    total = sum(np.exp(model._log_three("th" + c)) for c in letters)
    english = total[model.codes.index("en")]
    assert english == pytest.approx(1.0, abs=0.02)


def test_every_profile_has_a_script_and_a_prior() -> None:
    model = profiles.load_profiles()
    assert len(model.codes) == 55
    assert None not in model.scripts
    assert model.log_prior.shape == (55,)
    assert set(profiles.load_yaml("words.yaml")) <= {code.split("-")[0] for code in model.codes}


def test_main_script_joins_kana_and_han() -> None:
    assert main_script(count_scripts("漢字かな abc")) == "cjk"
    assert main_script(count_scripts("")) is None


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.none() | st.text(max_size=6))
def test_any_text_gets_a_code_and_a_probability(text: str, hint: str | None) -> None:
    found = detect(text, hint=hint)
    assert 0.0 <= found.confidence <= 1.0
    assert found.code == "und" or found.code in {code.split("-")[0] for code in profiles.load_profiles().codes}
    assert detect_document(text, hint) == found or len(text) > 3600
