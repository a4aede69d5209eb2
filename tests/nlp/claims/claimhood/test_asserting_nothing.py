"""What the writer tells elsewhere, bids the reader do, leads over to, breaks off or asks: no claims."""

from __future__ import annotations

import pytest

from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.claimhood.questions import is_open_question
from pipeline.records import Tagged, Window

SURE = (0.6, 0.395, *([0.005 / 7] * 7))


def sure(windows: list[Window]) -> list[Tagged]:
    """Call every sentence a claim."""
    return [Tagged(tuple(SURE for _ in w.sentences), (), (), (), (), ()) for w in windows]


READER = Reader(NlpSettings(spacy_models=()), sure)

ELSEWHERE = [
    ("en", "Why the crane failed is something I'll explain in my next post."),
    ("en", "We covered the cranes in more detail in an earlier article."),
    ("en", "More details on the cranes can be found in the next section."),
    ("de", "Warum der Kran versagte, erkläre ich im nächsten Beitrag."),
    ("de", "Ich werde darüber in einem eigenen Artikel berichten."),
    ("fr", "Je reviendrai sur les grues dans un prochain article."),
    ("es", "Hablaremos de las grúas en el próximo artículo."),
    ("it", "Vi racconterò della gru in una delle prossime puntate."),
    ("pt", "Falaremos das gruas no próximo artigo."),
    ("nl", "Ik vertel meer over de kranen in een volgend artikel."),
    ("ru", "О кранах я расскажу в следующей статье."),
    ("zh", "下一篇文章我们会详细介绍这台起重机。"),
    ("ja", "次回の記事では、クレーンの仕組みを詳しく説明します。"),
    ("ko", "다음 글에서 크레인의 구조를 자세히 다루겠습니다."),
    ("ar", "سأشرح عمل الرافعة في المقال القادم."),
]

SHOWN = [
    ("en", "Here's a chart showing the ships of the port by month."),
    ("en", "In the following picture we can see the old crane and the new quay."),
    ("en", "We continue our notes on cranes at the end of the year."),
    ("de", "Hier ist ein Diagramm der Schiffe nach Monaten."),
    ("fr", "Voici un graphique des navires par mois."),
    ("es", "En las siguientes imágenes podemos ver la grúa vieja y el muelle nuevo."),
    ("it", "Ecco un grafico delle navi per mese."),
    ("pt", "Na imagem seguinte podemos ver a grua velha e o cais novo."),
    ("nl", "Hier zie je een grafiek van de schepen per maand."),
    ("ru", "Вот график кораблей по месяцам."),
    ("zh", "下面是港口船只的示意图。"),
    ("fr", "[Extraits d'un capitaine qui parle de la grue]"),
    ("en", "[Clip of a captain talking about the crane]"),
]

BIDDING = [
    ("en", "But imagine a port in which no crane ever stops."),
    ("en", "Forget the cranes, the quays and the long nights in the harbour."),
    ("en", "Let's hope that the port opens soon."),
    ("en", "If you think that only big ports have cranes, think again."),
    ("en", "Let's say the port closes by 2031."),
    ("de", "Stellen Sie sich einen Hafen ohne Kräne vor."),
    ("de", "Hoffen wir, dass der Hafen bald öffnet."),
    ("fr", "Mais imaginez un instant que la grue n'ait pas été construite."),
    ("fr", "Détaillons ces trois grues."),
    ("fr", "Méfiez-vous des vieilles grues, surtout la nuit."),
    ("es", "Crucemos los dedos para que el puerto abra pronto."),
    ("es", "Ojalá el puerto abra pronto."),
    ("it", "Immaginate un porto senza gru."),
    ("it", "Valutate i costi della gru ogni mese"),
    ("pt", "Se pensas que só os grandes portos têm gruas, pensa outra vez."),
    ("nl", "Stel je een haven zonder kranen voor."),
    ("ru", "Представьте порт, в котором нет кранов."),
    ("ru", "Будем надеяться, что порт скоро откроют."),
    ("zh", "试想一下，没有起重机的港口。"),
    ("ja", "クレーンのない港を想像してみてください。"),
    ("ko", "크레인이 없는 항구를 상상해 보라."),
    ("ar", "تخيل ميناء بلا رافعات."),
]

LEADING = [
    ("en", "To list some of the cranes that the port bought (i.e. new to us, not to all):"),
    ("en", "As the captain states in her letter:"),
    ("en", "The first sketch of the crane was:"),
    ("de", "Um einige der Kräne zu nennen:"),
    ("de", "Wie die Kapitänin in ihrem Brief schreibt:"),
    ("fr", "Comme l'explique la capitaine,"),
    ("es", "Para resumir los gastos del puerto:"),
    ("it", "Come scrive la capitana nella lettera:"),
    ("pt", "Para resumir de forma clara, podemos comparar as duas gruas lado a lado:"),
    ("nl", "Zoals de kapitein in haar brief schrijft:"),
    ("ru", "Как пишет капитан в своём письме:"),
]

BROKEN = [
    ("en", "The old rule of the port is based on the observation that"),
    ("fr", "Cependant, sachant cela, affirmer sans hésiter que"),
    ("es", "La regla del puerto se basa en la idea de que"),
    ("de", "Die Regel des Hafens beruht darauf, dass"),
    ("ru", "Правило порта основано на том, что"),
]

ALONE = [
    ("de", "Mehrere Häfen parallel zu beobachten."),
    ("de", "Vertrauen aufzubauen, wo es verdient ist, und es zu entziehen, wo es fehlt."),
    ("de", "Sondern ob wir die Kräne selbst bauen — oder mieten."),
    ("de", "Aber wenn der Hafen im Winter zufriert."),
    ("ru", "Иными словами, когда порт достиг предела."),
    ("ru", "Не говоря уже о кранах."),
    ("en", "Not to mention the cranes."),
    ("en", "But whether the port can pay for the cranes."),
    ("fr", "Sans parler des grues."),
    ("pt", "Se a vila inteira compreendesse este porto."),
    ("es", "Si la villa entera comprendiera este puerto."),
    ("nl", "Om kosten in de haven te besparen."),
]

ASKED = [
    (
        "de",
        "Wenn ein kleiner Hafen 100 Schiffe mit halbem Aufwand löscht, wozu dienen dann die 12 Kräne?",
    ),
    ("fr", "Est-ce que le port, qui a 15 fois plus de grues que la ville voisine, a gagné la course de 2019 ?"),
    ("en", "If a small port can unload 100 ships at half the cost, what are the 12 cranes in the north for?"),
    ("es", "Si un puerto pequeño descarga 100 barcos a mitad de coste, ¿para qué sirven las 12 grúas del norte?"),
    ("ru", "Если малый порт разгружает 100 судов вдвое дешевле, зачем нужны 12 кранов на севере?"),
]

TOPICS = [
    ("en", "Deep Think Cranes, Harbor's costs, Fine-tuning of the old quay"),
    ("en", "Crane loading issues, Port pricing and fees, Harbor vs Quay"),
    ("en", "Quay Model (QMs), PIER Benchmark, Reporting Crane Vulnerabilities"),
]

LICENCES = [
    ("en", "If you use the Harbor Plans to build a crane, you shall also include the name of the port."),
    ("de", "Mit der Nutzung der Pläne verpflichten Sie sich, den Namen des Hafens zu nennen."),
    ("fr", "En utilisant ces plans, vous vous engagez à citer le nom du port."),
    ("ru", "Используя чертежи, вы обязуетесь указать название порта."),
]


@pytest.mark.parametrize(
    ("language", "text"),
    [*ELSEWHERE, *SHOWN, *BIDDING, *LEADING, *BROKEN, *ALONE, *ASKED, *TOPICS, *LICENCES],
)
def test_what_asserts_nothing_is_no_claim(language: str, text: str) -> None:
    assert READER.read_text(text, language).claims == ()


ASSERTED = [
    ("en", "The cranes will be covered in snow in the next section of the quay."),
    ("en", "I wrote in my last article that the port is closed."),
    ("en", "More details leaked here than in any other port."),
    ("en", "Here's a crane that lifts forty tons."),
    ("en", "In the following picture we can see that the crane is broken."),
    ("en", "Forget the cranes: the port lives on its fish."),
    ("en", "Imagine cranes that never stop, and then the port would be rich."),
    ("en", "Imagine Harbor, the new firm, has bought the crane."),
    ("en", "Whether the port can pay is unclear."),
    ("en", "As the port grows, the ships wait:"),
    ("en", "To list a crane as new is a crime in this port."),
    ("en", "The crane is what the port lives on."),
    ("en", "The letter showed us how slow the crane was:"),
    ("de", "Der Brief zeigte uns, wie langsam der Kran war:"),
    ("en", "The captain thinks that the port (who would have known?) is closed."),
    ("en", "Voss buys a dock, Marlow sells cranes, Pell quits"),
    ("en", "Cranes are slow, Quays are long, Docks are full"),
    ("en", "Norhaven won the bid, Quillon lost, Marlow waits"),
    ("en", "You shall see that the crane is safe."),
    ("de", "Wenn der Hafen zufriert, ruht die Fähre."),
    ("de", "Ob der Hafen öffnet bleibt offen."),
    ("de", "Mehrere Häfen versuchen Kosten zu sparen."),
    ("de", "Kräne zu bauen, ist teuer."),
    ("de", "Sondern der Hafen zahlt die Kräne."),
    ("de", "Vergessen Sie nicht, dass der Hafen geschlossen ist."),
    ("de", "Hier ist ein Kran, der vierzig Tonnen hebt."),
    ("fr", "N'oubliez pas que le port est fermé."),
    ("fr", "Oubliez la grue, c'est le quai qui compte."),
    ("fr", "Détaillons ce point, car le port est fermé."),
    ("fr", "Comme le port grandit, les navires attendent."),
    ("fr", "Voici une grue qui soulève quarante tonnes."),
    ("es", "Si el puerto abriera, los barcos volverían."),
    ("es", "Olvídate de la grúa, es el muelle lo que importa."),
    ("es", "Hablaremos con el puerto, que está cerrado."),
    ("it", "Valutate le offerte, il porto ha scelto la gru."),
    ("it", "Se l'interesse cresce il porto guadagna."),
    ("pt", "A própria vila compreende este porto."),
    ("pt", "Se a vila compreendesse este porto, tudo seria melhor."),
    ("nl", "Om te winnen moet de haven groeien."),
    ("ru", "Если порт закроют, суда уйдут."),
    ("ru", "Пока кранов в порту не видно."),
    ("ru", "Представьте: порт закрыт уже год."),
    ("zh", "下一期工程将扩建港口。"),
    ("zh", "更不用说，港口已经关闭了。"),
    ("ja", "次回の選挙では港が争点になる。"),
    ("ko", "다음 장은 항구에서 열린다."),
    ("ar", "ستفتح الحكومة الميناء في العام القادم."),
]


@pytest.mark.parametrize(("language", "text"), ASSERTED)
def test_what_only_resembles_that_stays_a_claim(language: str, text: str) -> None:
    assert len(READER.read_text(text, language).claims) >= 1


QUESTIONS = [
    ("Is the port closed?", True),
    ("Warum ist der Hafen geschlossen?“", True),
    ("港は閉まっていますか？", True),
    ("The captain thinks so (or did she jest?).", False),
    ("The port is closed, right?", False),
    ("Der Hafen ist geschlossen, oder?", False),
    ("Le port est fermé, n'est-ce pas ?", False),
    ("El puerto está cerrado, ¿verdad?", False),
    ("Порт закрыт, не так ли?", False),
    ("港口已经关闭了，对吧？", False),
]


@pytest.mark.parametrize(("text", "expected"), QUESTIONS)
def test_a_question_is_open_unless_it_asks_to_be_agreed_with(text: str, expected: bool) -> None:
    assert is_open_question(text) is expected
