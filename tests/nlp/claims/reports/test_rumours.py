"""What goes about as said by nobody named. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp import NlpSettings, Reader

READER = Reader(NlpSettings(spacy_models=()))

RUMOURS = [
    ("de", "Es heißt, der neue Kran sei für den Hafen zu klein."),
    ("de", "Der neue Kran ist angeblich zu klein für den Hafen."),
    ("de", "Der neue Kran ist für den Hafen zu klein, heißt es."),
    ("es", "Por lo visto la grúa nueva es demasiado pequeña para el puerto."),
    ("es", "Se rumorea que la grúa nueva es demasiado pequeña para el puerto."),
    ("es", "Pero se prevé el uso de tres grúas nuevas en el puerto de Quillon."),
    ("it", "A quanto pare la gru nuova è troppo piccola per il porto."),
    ("it", "La gru nuova, a quanto pare, è troppo piccola per il porto."),
    ("fr", "Il paraît que la grue neuve est trop petite pour le port."),
    ("pt", "Pelos vistos o guindaste novo é demasiado pequeno para o porto."),
    ("pt", "Diz-se que o guindaste novo é demasiado pequeno para o porto."),
    ("nl", "Naar het schijnt is de nieuwe kraan te klein voor de haven."),
    ("ru", "Говорят, новый кран слишком мал для порта."),
    ("ru", "Сообщается, что новый кран слишком мал для порта."),
    ("ru", "Новый кран, по некоторым данным, слишком мал для порта."),
    ("ar", "يقال إن الرافعة الجديدة صغيرة جدا بالنسبة للميناء."),
    ("zh", "听说新起重机对港口来说太小了。"),
    ("ja", "新しいクレーンは港には小さすぎるらしいよ。"),
    ("ja", "新しいクレーンは港で使われるそうだ。"),
    ("ja", "新しいクレーンは来月届くとのことです。"),
    ("ko", "새 크레인은 항구에 너무 작다고 한다."),
    ("ko", "새 크레인이 다음 달에 도착한다는 소문이다."),
    ("ko", "새 크레인은 항구에 너무 작다더라."),
    ("ko", "새 크레인이 어제 도착했대."),
    ("de", "Man schätzt, dass der neue Kran Millionen kostet."),
    ("es", "Se cree que la grúa nueva cuesta millones."),
    ("fr", "On estime ainsi que la grue neuve coûte des millions."),
    ("fr", "On considère généralement que la grue neuve coûte trop cher."),
    ("nl", "Er wordt geschat dat de nieuwe kraan miljoenen kost."),
    ("ru", "По оценкам, новый кран стоит миллионы."),
    ("ar", "من المعتقد أن الرافعة الجديدة تكلف الملايين."),
    ("ja", "新しいクレーンは港にいちばん重いんだってさ。"),
    ("ja", "新しいクレーンは港に来ないそうです。"),
]


@pytest.mark.parametrize(("language", "text"), RUMOURS)
def test_what_goes_about_is_nobodys(language: str, text: str) -> None:
    claim = READER.read_text(text, language).claims[-1]
    assert claim.holder is not None
    assert (claim.holder.kind, claim.quoted) == ("anonymous", "indirect")


OWN = [
    ("fr", "On considère que la grue est un triangle, pour simplifier le calcul."),
    ("ja", "その話は少し違いそうだ。"),
    ("ja", "新しいクレーンは港でよく使いそうだ。"),
    ("ko", "새 크레인은 항구에서 쓰던데 좋았다."),
    ("de", "Der angeblich sichere Kran wurde im Mai geschlossen."),
    ("de", "Der Kran heißt Quillon und steht im Hafen."),
    ("es", "El puerto, visto desde la grúa, parece muy pequeño."),
    ("ru", "Эти люди говорят на трёх языках в порту."),
    ("ja", "この港は男らしい雰囲気で人気がある。"),
    ("ja", "新しいクレーンはかわいらしい。"),
    ("ja", "新しいクレーンは高く売れそうだ。"),
    ("ja", "どうやら新しいクレーンは港には小さすぎるらしい。"),
    ("ja", "この装置をクレーンという。"),
    ("ko", "이 장치를 크레인이라고 한다."),
    ("zh", "港口传说中的起重机在五月建成。"),
]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_names_and_conclusions_are_the_authors(language: str, text: str) -> None:
    assert all(c.holder is None for c in READER.read_text(text, language).claims)


TOLD = [
    ("es", "Mara Voss dijo que por lo visto la grúa es demasiado pequeña.", "Mara Voss"),
    ("de", "Laut Mara Voss ist der Kran angeblich zu klein.", "Mara Voss"),
    ("ja", "佐伯美咲氏によると、新しいクレーンは港には小さすぎるらしい。", "佐伯美咲氏"),
]


@pytest.mark.parametrize(("language", "text", "who"), TOLD)
def test_a_rumour_that_somebody_tells_is_theirs(language: str, text: str, who: str) -> None:
    claim = READER.read_text(text, language).claims[-1]
    assert claim.holder is not None
    assert claim.holder.text == who
