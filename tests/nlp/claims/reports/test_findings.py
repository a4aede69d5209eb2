"""What research and trials are said to show is theirs, unless they are the author's. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(spacy_models=()))

FOUND = [
    ("en", "Early testing shows that the crane is ready for many ports.", "Early testing", "the crane is"),
    ("en", "The experiment highlighted clear rules as a key part of safe cranes.", "The experiment", "clear rules"),
    ("en", "Recent research suggests cranes rely more on luck than on skill.", "Recent research", "cranes rely"),
    ("de", "Das Experiment zeigte, dass Kräne noch Hilfe brauchen.", "Das Experiment", "Kräne noch"),
    ("fr", "L'expérience a montré que les grues ont encore besoin d'aide.", "L'expérience", "les grues"),
    ("es", "Las primeras pruebas muestran que la grúa está lista.", "Las primeras pruebas", "la grúa"),
    ("it", "I primi test mostrano che la gru è pronta per molti porti.", "I primi test", "la gru"),
    ("pt", "Os primeiros testes mostram que o guindaste está pronto.", "Os primeiros testes", "o guindaste"),
    ("nl", "Eerste tests tonen aan dat de kraan klaar is voor veel havens.", "Eerste tests", "de kraan"),
    ("ru", "Первые испытания показали, что кран готов к работе.", "Первые испытания", "кран готов"),
    ("zh", "早期测试表明，这台起重机已经可以使用。", "早期测试", "这台起重机"),
    ("ja", "初期のテストでは、このクレーンが多くの港で使えることが示された。", "初期のテスト", "このクレーンが"),
    ("ko", "초기 테스트 결과 이 크레인은 여러 항구에서 쓸 준비가 된 것으로 나타났다.", "초기 테스트", "이 크레인은"),
]


@pytest.mark.parametrize(("language", "text", "holder", "content"), FOUND)
def test_what_trials_show_is_theirs(language: str, text: str, holder: str, content: str) -> None:
    (found,) = READER.read_text(text, language).claims
    assert found.holder is not None
    assert (found.holder.text, found.quoted) == (holder, "indirect")
    assert text[found.content[0].start :].startswith(content)


OWN = [
    ("en", "I ran the pump for a week. Early testing shows that it holds."),
    ("en", "Our tests show that the pump holds in the cold."),
    ("en", "The results show that the pump holds in the cold."),
    ("en", "Tests show that the pump holds in the cold."),
    ("en", "Further research is needed to show that the pump holds."),
    ("en", "The pump that passed the tests shows that steel lasts."),
    ("de", "Wir haben den Kran geprüft. Erste Tests zeigen, dass er hält."),
    ("fr", "Nos tests montrent que la grue est prête pour le port."),
    ("it", "Abbiamo provato la gru. I primi test mostrano che regge."),
    ("zh", "我们做了测试，测试表明这台起重机可以使用。"),
]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_what_the_authors_trials_show_is_the_authors(language: str, text: str) -> None:
    assert all(c.holder is None for c in READER.read_text(text, language).claims)
