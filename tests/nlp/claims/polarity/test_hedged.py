"""Which marks of doubt make the main assertion of a claim doubtful, and which only a part of it."""

from __future__ import annotations

import pytest

from pipeline.encode import Tagger
from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(spacy_models=()))
MAIN_READER = Reader(NlpSettings(spacy_models=()), Tagger())


def only(text: str, language: str) -> Claim:
    claims = READER.read_text(text, language).claims
    assert len(claims) == 1, [c.text for c in claims]
    return claims[0]


RELATIVE = [
    ("en", "The crew mended the crane that storms from the north may break."),
    ("es", "El equipo reparó la grúa que las tormentas quizá rompan."),
    ("it", "La squadra ha riparato la gru che le tempeste forse romperanno."),
    ("pt", "A equipe consertou o guindaste que as tempestades talvez quebrem."),
    ("en", "The office keeps a list of ferries that might be closed in spring."),
    ("en", "The town has narrow docks where a crane could be hidden."),
    ("en", "The harbour office answers concerns that the ferry could be late."),
    ("fr", "Le bureau tient une liste de bacs qui pourraient fermer au printemps."),
    ("de", "Das Amt führt eine Liste der Fähren, die im Frühjahr schließen könnten."),
    ("es", "La ciudad tiene una grúa que podría levantar cien barcos."),
    ("it", "La città ha una gru che potrebbe sollevare cento navi."),
    ("pt", "A cidade tem uma grua que poderia levantar cem navios."),
    ("nl", "De stad heeft een lijst van boten die misschien verdwijnen."),
    ("ru", "У города есть список паромов, которые могут закрыться весной."),
    ("ar", "لدى المدينة رافعة كبيرة، وهي الرافعة التي ربما ترفع مئة سفينة."),
]


@pytest.mark.parametrize(("language", "text"), RELATIVE)
def test_doubt_in_a_clause_that_describes_hedges_nothing_else(language: str, text: str) -> None:
    claim = only(text, language)
    assert not claim.hedged
    assert "hedge_inside" in {e.label for e in claim.evidence}


CIRCUMSTANCE = [
    ("en", "While the crane might look strong, it will not lift a ship."),
    ("en", "Obviously, while the crane might look strong, it will not lift a ship."),
    ("en", "The crew checks the engine when the weather could turn."),
    ("de", "Die Mannschaft prüft den Motor, wenn das Wetter umschlagen könnte."),
    ("ru", "Даже если кран может быть построен, порт останется мал."),
]


@pytest.mark.parametrize(("language", "text"), CIRCUMSTANCE)
def test_doubt_in_a_circumstance_hedges_nothing_else(language: str, text: str) -> None:
    assert not only(text, language).hedged


PHRASES = [
    ("en", "The town closed the old bridge, likely in response to the storm."),
    ("en", "The town closed the old bridge --- possibly for a whole year --- and built a ferry."),
    ("fr", "La ville a fermé le vieux pont, probablement pour éviter des chutes."),
    ("de", "Die Stadt hat die alte Brücke geschlossen, vermutlich wegen des Sturms."),
    ("de", "Die dritte Brücke ist die kleinste — und vielleicht die, von der alle reden."),
    ("es", "La ciudad ha cerrado el viejo puente, probablemente por la tormenta."),
    ("it", "La città ha chiuso il vecchio ponte, forse per la tempesta."),
    ("pt", "A cidade tem um porto novo, talvez por causa da tempestade."),
    ("nl", "De stad heeft de oude brug gesloten, waarschijnlijk vanwege de storm."),
    ("ru", "Город закрыл старый мост, вероятно из-за бури."),
]


@pytest.mark.parametrize(("language", "text"), PHRASES)
def test_doubt_in_a_phrase_behind_what_is_asserted_hedges_nothing_else(language: str, text: str) -> None:
    assert not only(text, language).hedged


ATTRIBUTES = [
    ("en", "The office keeps the names of potentially dangerous ships in a safe."),
    ("en", "The crew must keep potentially useful papers for a year."),
    ("fr", "Le bureau garde les noms des navires potentiellement dangereux."),
    ("de", "Das Amt führt eine Liste von potenziell gefährlichen Schiffen."),
    ("es", "La oficina guarda los nombres de barcos y vigila los muelles potencialmente peligrosos."),
    ("it", "L'ufficio conserva i nomi delle navi potenzialmente pericolose."),
    ("pt", "O porto guarda os nomes dos navios potencialmente perigosos."),
    ("nl", "De haven houdt een lijst bij van potentieel gevaarlijke schepen."),
    ("ru", "Город спорит о якобы найденном корабле."),
    ("zh", "港口列出了所有潜在的风险。"),
]


@pytest.mark.parametrize(("language", "text"), ATTRIBUTES)
def test_doubt_about_an_attribute_hedges_nothing_else(language: str, text: str) -> None:
    assert not only(text, language).hedged


REMARKS = [
    ("en", "As you may already know, the port of Lindhaven has two cranes."),
    ("en", "Perhaps most importantly, the port has two cranes."),
    ("en", "You may want to read the list, which the port keeps for its two cranes."),
    ("fr", "Comme vous le savez peut-être, le port de Lindhaven a deux grues."),
    ("de", "Wie Sie vielleicht wissen, hat der Hafen von Lindhaven zwei Kräne."),
    ("es", "Como quizá sepas, el puerto de Lindhaven tiene dos grúas."),
    ("it", "Come forse sapete, il porto di Lindhaven ha due gru."),
    ("pt", "Como talvez saibas, o porto de Lindhaven tem duas gruas."),
    ("nl", "Zoals je misschien weet, heeft de haven van Lindhaven twee kranen."),
    ("ru", "Как вы, возможно, знаете, в порту Линдхафен два крана."),
    ("zh", "正如你可能知道的，港口有两台起重机。"),
]


@pytest.mark.parametrize(("language", "text"), REMARKS)
def test_a_remark_to_readers_hedges_nothing(language: str, text: str) -> None:
    assert not any(c.hedged for c in READER.read_text(text, language).claims)


OPEN = [
    ("en", "It is unclear whether the port will close in May."),
    ("de", "Ob der Hafen im Mai schließt, ist unklar."),
    ("es", "No está claro si el puerto cerrará en mayo."),
    ("it", "Non è chiaro se il porto chiuderà a maggio."),
    ("pt", "Não está claro se o porto vai fechar em maio."),
    ("nl", "Het is onduidelijk of de haven in mei sluit."),
    ("ru", "Неизвестно, когда закроется порт."),
    ("ko", "항구가 언제 닫히는지는 불분명하다."),
]


@pytest.mark.parametrize(("language", "text"), OPEN)
def test_that_a_question_is_open_is_asserted_without_doubt(language: str, text: str) -> None:
    assert not any(c.hedged for c in READER.read_text(text, language).claims)


LEADING_UP = [
    ("ja", "この案は正しいと思うけど、港には新しい起重機がない。"),
    ("ja", "船は遅れるかもしれないけど、港は今日も開いている。"),
    ("ja", "港が好きだと思う人は町に住んでいる。"),
    ("ja", "町の人が規則を意味不明だと言うから港は空いている。"),
    ("ja", "港の古い起重機は悪い印象だ。"),
    ("ja", "なぜなら、港には古い起重機が二台ある。"),
    ("ko", "배가 늦을 것 같지만, 항구는 오늘도 열려 있다."),
]


@pytest.mark.parametrize(("language", "text"), LEADING_UP)
def test_doubt_in_a_clause_that_leads_up_to_the_last_hedges_nothing_else(language: str, text: str) -> None:
    assert not only(text, language).hedged


ABLE = [
    ("fr", "Le bac peut porter deux cents voitures."),
    ("fr", "Il est possible de louer un bateau au port."),
    ("en", "It is possible to rent a boat in the port."),
    ("es", "Es posible alquilar un barco en el puerto."),
    ("it", "È possibile noleggiare una barca nel porto."),
    ("pt", "É possível alugar um barco no porto."),
    ("ru", "Для зимней работы число кранов должно быть равно числу причалов."),
    ("zh", "船员尽可能早地离开了港口。"),
    ("ar", "الشركة قد أعلنت الموعد في الأسبوع الماضي."),
    ("it", "Il sindaco ha detto che il porto sarebbe rimasto aperto."),
    ("en", "The drawing suggests a port with a wide basin."),
    ("ko", "표가 있다면 배에 탈 수 있다."),
]


@pytest.mark.parametrize(("language", "text"), ABLE)
def test_abilities_duties_and_reported_futures_are_no_doubt(language: str, text: str) -> None:
    assert not any(c.hedged for c in READER.read_text(text, language).claims)


MAIN = [
    ("en", "The port, apparently, is closed."),
    ("en", "The plan was signed in May, and the ferry might close."),
    ("en", "That is why I expect a larger port in the north."),
    ("en", "The new pier is a potentially dangerous place."),
    ("en", "The ferry is big, perhaps it is too big."),
    ("en", "The crew counts few ships, likely 20 in a year."),
    ("en", "The change in water levels after dredging could harm the docks."),
    ("en", "Looking at the lists, it seems that the port is as busy as ever, but as poor as before."),
    ("en", "The office answered the letter, stating that the port might close."),
    ("en", "The town has one crane, but in a long winter, that may not be enough."),
    ("en", "I am uncertain whether the port will close."),
    ("fr", "Le port, apparemment, est fermé."),
    ("fr", "C'est pour cela que le port semble vide."),
    ("fr", "Le plan signé pour les grues pourrait changer la ville."),
    ("de", "Der Hafen ist, vermutlich, geschlossen."),
    ("de", "Der Plan ist unterschrieben, und die Fähre könnte schließen."),
    ("es", "El puerto, al parecer, está cerrado."),
    ("it", "Il porto, forse, è chiuso."),
    ("ru", "Порт, вероятно, закрыт."),
    ("ru", "Он, должно быть, уехал из города."),
    ("ja", "港は開いていると思うけど。"),
    ("ja", "遠いかもしれないけど、港まで歩けると思う。"),
    ("ko", "항구는 오늘 닫을 것 같다."),
    ("zh", "在这座城市里，港口可能会关闭。"),
    ("ar", "الشركة قد تعلن الموعد في الأسبوع القادم."),
    ("it", "Il sindaco sarebbe rimasto in città."),
    ("en", "A port that mends no cranes may close sooner."),
    ("en", "Whoever helps the ferry that carries letters might win."),
    ("es", "Un puerto que repara grúas quizá cierra antes."),
    ("es", "Un puerto que no repara grúas tal vez cierra antes."),
    ("pt", "Um porto que conserta guindastes talvez feche mais cedo."),
    ("it", "Un porto che ripara gru forse chiude prima."),
]


@pytest.mark.parametrize(("language", "text"), MAIN)
def test_doubt_about_what_is_asserted_hedges(language: str, text: str) -> None:
    assert only(text, language).hedged


OPINIONS = [
    ("en", "I do believe that the port needs a second crane."),
    ("en", "I don't think the crane will change the port."),
    ("fr", "Je ne pense pas que la grue change le port."),
    ("fr", "J'estime que le port a besoin d'une grue."),
    ("de", "Meiner Ansicht nach braucht der Hafen einen Kran."),
    ("es", "Mi apuesta es que el puerto tendrá una grúa nueva."),
    ("it", "La mia scommessa è che il porto avrà una gru nuova."),
    ("pt", "A minha aposta é que o porto terá uma grua nova."),
    ("nl", "Mijn gok is dat de haven een nieuwe kraan krijgt."),
    ("ru", "Я не считаю, что кран изменит порт."),
    ("zh", "我个人认为港口需要一台新的起重机。"),
    ("ja", "この起重機で港が変わるとは思わない。"),
    ("ko", "저는 항구에 새 기중기가 필요하다고 봅니다."),
    ("en", "I do not believe the cranes will change the port."),
    ("es", "Creemos que el puerto necesita una grúa."),
    ("it", "Crediamo che il porto abbia bisogno di una gru."),
    ("pt", "Acreditamos que o porto precisa de uma grua."),
    ("nl", "Wij geloven dat de haven een kraan nodig heeft."),
    ("ru", "Мы считаем, что порту нужен кран."),
    ("ar", "نعتقد أن الميناء يحتاج إلى رافعة."),
    ("ar", "لست متأكدا من أن الميناء يحتاج إلى رافعة."),
    ("ja", "港に起重機が必要かどうかは自信がない。"),
    ("ko", "항구에 기중기가 필요한지는 확신이 없다."),
    ("ko", "항구에 새 기중기가 필요하다고 생각한다."),
]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ko", "한미라 씨는 항구에 새 기중기가 필요하다고 생각한다."),
        ("ko", "항만청은 항구에 새 기중기가 필요하다고 본다."),
        ("ko", "한미라 씨는 항구에 새 기중기가 필요하다고 생각하지 않는다."),
        ("zh", "在马拉·沃斯看来，港口需要一台新的起重机。"),
        ("en", "Mara Voss thinks that the port needs a new crane."),
    ],
)
def test_what_somebody_else_thinks_is_not_hedged_by_it(language: str, text: str) -> None:
    (claim,) = MAIN_READER.read_text(text, language).claims
    assert (claim.holder is not None, claim.hedged) == (True, False)


@pytest.mark.parametrize(("language", "text"), OPINIONS)
def test_the_writer_s_own_belief_hedges(language: str, text: str) -> None:
    assert any(c.hedged for c in READER.read_text(text, language).claims)


@pytest.mark.parametrize("story", ["the story that the cranes will change the port", "any promise of the port"])
def test_not_to_believe_a_story_is_no_doubt(story: str) -> None:
    assert not only(f"I do not believe {story}.", "en").hedged


SUPPOSED = [
    ("fr", "Et visiblement, le port a fermé hier."),
    ("en", "As far as I can tell, the port closed in May."),
    ("en", "In all likelihood, the port will close in May."),
    ("en", "The new crane is reported to be twice as fast."),
    ("de", "Soweit ich mich erinnere, hatte der Hafen zwei Kräne."),
    ("de", "Mit großer Wahrscheinlichkeit schließt der Hafen im Mai."),
    ("es", "Si no recuerdo mal, el puerto tenía dos grúas."),
    ("it", "Se ben ricordo, il porto aveva due gru."),
    ("pt", "Se bem me lembro, o porto tinha duas gruas."),
    ("pt", "Já deves ter ouvido falar do porto de Lindhaven."),
    ("nl", "Voor zover ik weet had de haven twee kranen."),
    ("ru", "Насколько я помню, в порту было два крана."),
    ("ru", "С большой вероятностью порт закроют."),
    ("zh", "这台起重机看上去很有用。"),
    ("ja", "港が閉まるなんてありえない話じゃない。"),
    ("ko", "제가 알기로 항구에는 기중기가 두 대 있었다."),
    ("ar", "على حد علمي أغلق الميناء في مايو."),
]


@pytest.mark.parametrize(("language", "text"), SUPPOSED)
def test_what_is_remembered_or_likely_is_hedged(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.hedged
    assert not claim.negated


AGAINST_THE_SOUND = [
    ("en", "It may sound odd, but the ferry is faster than the bridge."),
    ("en", "It seems strange to say so, but the ferry is faster than the bridge."),
    ("de", "Das mag seltsam klingen, aber die Fähre ist schneller als die Brücke."),
    ("de", "Es klingt vielleicht seltsam, aber die Fähre ist schneller als die Brücke."),
    ("fr", "Cela semble étrange, mais le bac est plus rapide que le pont."),
    ("es", "Quizás suene raro, pero el barco es más rápido que el puente."),
    ("it", "Sembra strano, ma il traghetto è più veloce del ponte."),
    ("nl", "Het klinkt misschien vreemd, maar de veerboot is sneller dan de brug."),
    ("ru", "Это может показаться странным, но паром быстрее моста."),
    ("zh", "听起来可能违反直觉：渡轮比桥快。"),
    ("ja", "変に聞こえるかもしれないが、渡し船は橋より速い。"),
    ("ar", "قد يبدو هذا غريبا، لكن العبارة أسرع من الجسر."),
]
PARTICIPLES = [
    ("en", "The crew sold the crane, suggesting that the town may need the money."),
    ("en", "The crew sold the crane, possibly making the harbour poorer."),
    ("en", "The crew sold the crane, making the harbour perhaps poorer."),
    ("fr", "La ville répare la grue, demandant peut-être plus d'argent."),
    ("fr", "En plus de probablement réparer la grue, la ville paie le môle."),
    ("es", "La villa repara la grúa, necesitando quizás más dinero."),
    ("es", "Además de probablemente reparar la grúa, la villa paga el muelle."),
    ("it", "La città ripara la gru, richiedendo potenzialmente altri soldi."),
    ("pt", "A vila repara a grua, exigindo talvez mais dinheiro."),
]


@pytest.mark.parametrize(("language", "text"), [*AGAINST_THE_SOUND, *PARTICIPLES])
def test_doubt_in_what_is_granted_or_follows_from_what_is_asserted_hedges_nothing_else(
    language: str, text: str
) -> None:
    assert not only(text, language).hedged


BESIDE_A_PARTICIPLE = [
    ("en", "In spring, building a crane may cost more than the ferry."),
    ("en", "The harbour may be small, but the ferry is faster than the bridge."),
    ("en", "It is possible that the crane may close, and speculation is rife that the pier might fall."),
    ("en", "It seems that the pier is closed, but nobody repairs it."),
    ("es", "Quizás llegue el barco, pero el puerto es pequeño."),
    ("it", "Forse arriva il traghetto, ma il porto è piccolo."),
    ("fr", "Maintenant, le port ferme peut-être."),
    ("es", "Cuando llegue el invierno, el puerto quizás cierre."),
    ("pt", "Reparando a grua, a vila talvez poupe dinheiro."),
    ("de", "Vielleicht kommt die Fähre, aber der Hafen ist klein."),
    ("zh", "看起来港口会关闭。"),
]


@pytest.mark.parametrize(("language", "text"), BESIDE_A_PARTICIPLE)
def test_doubt_about_what_is_asserted_beside_them_hedges(language: str, text: str) -> None:
    assert only(text, language).hedged
