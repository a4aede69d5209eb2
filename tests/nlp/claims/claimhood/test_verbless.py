"""Sentences without a verb, comments that stand alone, conditions of nothing, and what bids: no claims."""

from __future__ import annotations

import pytest

from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Tagged, Window

SURE = (0.6, 0.395, *([0.005 / 7] * 7))


def sure(windows: list[Window]) -> list[Tagged]:
    """Call every sentence a claim."""
    return [Tagged(tuple(SURE for _ in w.sentences), (), (), (), (), ()) for w in windows]


READER = Reader(NlpSettings(spacy_models=()), sure)

VERBLESS = [
    ("de", "Kräne nur mit klarem Auftrag."),
    ("de", "Nicht trotz, sondern wegen der neuen Kräne."),
    ("de", "Nicht als Notlösung."),
    ("de", "Drittens: Norhavens Übernahme von Brel durch den Hafen."),
    ("en", "A 40 ton model for the old quay."),
    ("en", "Maybe a lighter crane for a future harbour with enough water and wind."),
    ("en", "The development process of the crane."),
    ("en", "The thesis from the perspective of the port."),
    ("ru", "Тезис со стороны порта."),
    ("fr", "Quelques mots sur les grues du port."),
    ("es", "Unas palabras sobre las grúas."),
    ("it", "Alcune riflessioni sulla gru."),
    ("pt", "Algumas notas sobre as gruas."),
    ("nl", "Enkele gedachten over de kranen."),
    ("de", "Worte zum Kran."),
]

POINTS = [
    ("en", "Secondly, for small ports."),
    ("en", "Secondly, for captains whose ships rarely stop."),
    ("ru", "Во-вторых, у капитанов, которых порт не пускает и не кормит."),
    ("ru", "Во-первых, для маленьких портов:"),
    ("fr", "Deuxièmement, pour les petits ports."),
    ("es", "En segundo lugar, para los puertos pequeños:"),
    ("it", "In secondo luogo, per i porti piccoli."),
    ("pt", "Em segundo lugar, para os portos pequenos."),
    ("nl", "Ten tweede, voor kleine havens."),
]

LEADS = [
    ("en", "From my first piece on the cranes of the port:"),
    ("en", "More complaints about the cranes:"),
    ("en", "To close our tour of the port, here are the three points to keep:"),
    ("de", "Zum Ende unseres Rundgangs, hier sind die drei Punkte:"),
    ("fr", "Pour finir notre visite du port, voici les trois points à retenir :"),
    ("es", "Más quejas sobre las grúas:"),
    ("es", "Al terminar la visita del puerto, aquí están las tres ideas:"),
    ("it", "Alla fine del giro, ecco i tre punti da ricordare:"),
    ("pt", "Ao terminar a visita ao porto, aqui ficam as três ideias:"),
    ("nl", "Aan het eind van de rondgang, hier zijn de drie punten:"),
    ("ru", "В конце прогулки по порту, вот три мысли:"),
    ("zh", "本章，我们对起重机的问题进行讨论："),
]

COMMENTS = [
    ("en", "As was to be expected."),
    ("en", "As everyone would have guessed."),
    ("de", "Wie zu erwarten war."),
    ("fr", "Comme on pouvait s'y attendre."),
    ("es", "Como era de esperar."),
    ("it", "Come c'era da aspettarsi."),
    ("pt", "Como era de esperar."),
    ("nl", "Zoals te verwachten viel."),
    ("ru", "Как и следовало ожидать."),
    ("zh", "不出所料。"),
    ("ja", "予想通り。"),
    ("ko", "예상했던 대로."),
    ("ar", "كما كان متوقعا."),
]

CONDITIONS = [
    ("en", "In other words, when the limit of the port is reached."),
    ("en", "Even if nobody can prove what a better crane is."),
    ("de", "Selbst wenn niemand beweisen kann."),
    ("fr", "Surtout quand le port est fermé."),
    ("es", "Sobre todo cuando el puerto está cerrado."),
    ("it", "Soprattutto quando il porto è chiuso."),
    ("pt", "Sobretudo quando o porto está fechado."),
    ("nl", "Vooral als de haven dicht is."),
    ("ru", "Особенно когда порт закрыт."),
    ("zh", "即使没有人能证明。"),
    ("ja", "たとえ港が閉まっていても。"),
    ("ko", "비록 항구가 닫혀 있더라도."),
]

BIDDING = [
    ("en", "Let's first build smart cranes in small ports and learn to run them."),
    ("en", "Just notice the short queue of ships in the last week."),
    ("de", "Versuchen wir erst gar nicht."),
    ("fr", "Ne cherchons pas à définir la grue."),
    ("es", "No intentemos definir la grúa."),
    ("pt", "Não tentemos definir a grua."),
    ("nl", "Laten we eerst kleine kranen bouwen."),
    ("ru", "Не будем пытаться определить, что такое кран — отдадим это инженерам."),
    ("zh", "我们先不讨论起重机的定义。"),
    ("ja", "クレーンがどう動いているか考えてみて。"),
    ("ja", "港がいつまでも開いていてほしいな。"),
    ("ko", "우선 작은 크레인을 제작하자."),
    ("en", "Participants are encouraged to try the new crane during the visit."),
    ("de", "Alle Leser sind herzlich eingeladen, den Kran zu testen."),
    ("fr", "Les lecteurs sont invités à essayer la grue."),
    ("es", "Los interesados están invitados a probar la grúa."),
    ("it", "I lettori sono invitati a provare la gru."),
    ("pt", "Os leitores estão convidados a experimentar a grua."),
    ("nl", "Lezers zijn van harte uitgenodigd om de kraan te proberen."),
    ("ru", "Приглашаем всех желающих испытать кран."),
    ("zh", "欢迎感兴趣的读者报名参观起重机。"),
]

SHOWN = [
    ("en", "My own definition goes something like this."),
    ("de", "Meine eigene Definition lautet wie folgt."),
    ("fr", "Ma propre définition est la suivante."),
    ("es", "Mi propia definición es la siguiente."),
    ("it", "La mia definizione è la seguente."),
    ("pt", "A minha definição é a seguinte."),
    ("nl", "Mijn eigen definitie luidt als volgt."),
    ("ru", "Моё определение следующее."),
    ("zh", "我的定义如下。"),
    ("ja", "私の定義はこんな感じかな。"),
    ("ko", "내 정의는 다음과 같다."),
    ("zh", "既然聊到这里，我就来讲讲起重机的历史。"),
    ("ru", "Чуть подробнее на эту тему я писал в отдельном эссе."),
    ("en", "On this I wrote in a bit more detail in a separate essay."),
    ("de", "Etwas genauer habe ich das in einem eigenen Essay beschrieben."),
    ("fr", "J'en ai parlé un peu plus en détail dans un autre essai."),
]

RESOLVED = [
    ("de", "Erst den alten Kran reparieren, dann die neuen Schiffe holen."),
    ("fr", "D'abord réparer la vieille grue, ensuite acheter la neuve."),
    ("es", "Primero reparar la grúa vieja, después comprar la nueva."),
    ("it", "Prima riparare la gru vecchia, poi comprare la nuova."),
    ("pt", "Primeiro reparar a grua velha, depois comprar a nova."),
    ("nl", "Eerst de oude kraan herstellen, dan de nieuwe schepen halen."),
    ("ru", "Сначала починить старый кран, потом купить новый."),
]

NAMED = [
    ("zh", "一个标注好的港口地图。"),
    ("zh", "一套管理港口的开发模板。"),
    ("zh", "一个meta-crane。"),
    ("zh", "Harbor-time Crane。"),
    ("en", "Link mentioned: harborworks/crane_lift/tests/lift.yaml at main: A frame to test cranes by night."),
    ("fr", "Liens mentionnés : norhaven/grue : un cadre pour tester les grues la nuit."),
    ("de", "Erwähnter Link: norhaven/kran: Ein Rahmen, der Kräne bei Nacht prüft."),
    ("es", "Enlace mencionado: norhaven/grua: un marco que prueba grúas de noche."),
    ("en", "Ship Jams in Harbours, Crane Reliability, Berth Isolation, Locking everything is legal, Quay M vs Quay N"),
]

NONE = [*RESOLVED, *NAMED, *VERBLESS, *POINTS, *LEADS, *COMMENTS, *CONDITIONS, *BIDDING, *SHOWN]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_asserts_nothing_of_its_own_is_no_claim(language: str, text: str) -> None:
    assert READER.read_text(text, language).claims == ()


CLAIMS = [
    ("de", "Kräne heben Lasten."),
    ("de", "Die Kräne stehen im Hafen."),
    ("de", "Häfen organisieren Arbeit."),
    ("de", "Ein voller Erfolg für den Hafen."),
    ("de", "Auf dem Papier ein Triumph."),
    ("de", "Drittens: Der Hafen muss aufhören, fremde Kräne zu bezahlen."),
    ("de", "Gleicher Kran, gleicher Preis, aber weniger Lärm pro Schiff."),
    ("de", "Kein Kran ohne Strom."),
    ("de", "Wir nicht mit einem alten Kran."),
    ("en", "A fine crane for small ports."),
    ("en", "A crane in the harbour fell."),
    ("en", "The tails of the curve shrink further."),
    ("en", "The head of the port and the mayor agree on the plan."),
    ("en", "The next crane of the port runs on wind."),
    ("en", "Ships change weekly."),
    ("en", "Second, with a lighter crane, it is more important to know the wind."),
    ("en", "Firstly, current cranes use far more oil than ships."),
    ("en", "Secondly, for small ports the crane is too heavy."),
    ("ru", "Во-вторых, у капитана должна быть привычка проверять кран."),
    ("ru", "В-третьих, кран — это сложный инструмент."),
    ("ru", "Кран на причале."),
    ("ru", "Отличный кран для маленького порта."),
    ("fr", "Deuxièmement, pour les petits ports, la grue est trop lourde."),
    ("es", "En segundo lugar, para los puertos pequeños la grúa es cara."),
    ("pt", "Primeiro, por razões de segurança, nenhum porto aprovaria a grua."),
    ("nl", "Ten tweede, voor kleine havens is de kraan te duur."),
    ("en", "As expected, the port closed."),
    ("en", "The port closed as expected."),
    ("de", "Wie erwartet schloss der Hafen."),
    ("fr", "Comme prévu, le port a fermé."),
    ("es", "Como siempre, el puerto cerró."),
    ("ru", "Как и ожидалось, порт закрыли."),
    ("ja", "結果は予想通りだ。"),
    ("en", "Even if the port closes, the ships will come."),
    ("en", "When the port closed the ships turned back."),
    ("de", "Selbst wenn der Hafen schließt, kommen die Schiffe."),
    ("zh", "即使港口关闭船也会来。"),
    ("ja", "たとえ港が閉まっても船は来る。"),
    ("en", "Dockers are encouraged to use the new crane."),
    ("en", "Readers are quick to forget the old crane."),
    ("es", "Los lectores están cansados de la grúa."),
    ("ja", "船長は見てみて驚いた。"),
    ("ja", "誰も港に来てほしいとは思っていない。"),
    ("ru", "Порт не будет пытаться купить кран."),
    ("en", "Every port is like this."),
    ("es", "El puerto es así."),
    ("en", "Just look at the port: it lost a third of its ships."),
    ("en", "With a lighter crane, the port has one rule: never lift at night."),
    ("es", "Más puertos compran grúas cada año."),
    ("zh", "我就是来修起重机的人。"),
    ("zh", "一个港口的船很多。"),
    ("zh", "一个船长的决定改变了港口。"),
    ("zh", "一个主要原因是港口关闭。"),
    ("de", "Erst kamen die Kräne, dann kamen die Schiffe."),
    ("fr", "D'abord le port a fermé, ensuite il a rouvert."),
    ("es", "Primero cerró el puerto, después abrió."),
    ("ru", "Сначала закрыли порт, потом открыли."),
    ("en", "Brel Works, Lorn Docks, Hark Quays, Norhaven Port are the largest harbours of the coast"),
]


@pytest.mark.parametrize(("language", "text"), CLAIMS)
def test_what_asserts_something_stays_a_claim(language: str, text: str) -> None:
    assert READER.read_text(text, language).claims
