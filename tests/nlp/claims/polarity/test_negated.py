"""What ``negated`` of a claim says: that its main assertion is negated. All names and sentences are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp import Reader
from pipeline.nlp.claims.polarity.negated import INSIDE, MAIN
from pipeline.records import Claim

READER = Reader()

MAIN_CLAUSE = [
    ("en", "The harbour has not grown since the mole was built."),
    ("en", "Nobody in Sandwick reads the tide tables of the old office."),
    ("en", "The office has no record of the second ferry."),
    ("en", "If the wind turns, the ferry will not leave the pier."),
    ("en", "It is clear that the pier does not hold the new ferry."),
    ("fr", "Le port n'a pas grandi depuis la construction du môle."),
    ("fr", "Quand le vent tourne, le bac ne quitte jamais le quai."),
    ("fr", "On sait que personne ne relit les tables de marée."),
    ("fr", "Trois bacs pour une seule île, ce n'est pas un réseau."),
    ("en", "There is no larger harbour on this coast."),
    ("en", "The ferry does not carry cars, but takes bicycles on the upper deck."),
    ("ja", "島にはもう船を直す余裕がないからさ。"),
    ("de", "Wenn der Wind dreht, verlässt die Fähre den Hafen nicht."),
    ("de", "Der Hafen wuchs, und seitdem redet niemand mehr vom alten Steg."),
    ("de", "Der Hafen, der im Mai öffnete, hat keine Fähre."),
    ("de", "Es zeigt sich, dass der Steg die neue Fähre nicht trägt."),
    ("nl", "Als de wind draait, verlaat de veerboot de haven niet."),
    ("nl", "Drie boten voor een eiland, dat is geen netwerk."),
    ("es", "Los barcos que compramos no funcionan en invierno."),
    ("es", "Aunque el puerto creció, el muelle todavía no ha abierto."),
    ("it", "Se il vento gira, il traghetto non lascia il molo."),
    ("it", "È chiaro che il molo non regge il nuovo traghetto."),
    ("it", "Il regolamento non ammette le barche a vela."),
    ("pt", "Embora o porto tenha crescido, o cais ainda não abriu."),
    ("pt", "Nenhum barco da vila chega ao farol no inverno."),
    ("ru", "Если ветер меняется, паром не выходит из порта."),
    ("ru", "Порт, который открылся в мае, не принимает паромы."),
    ("ar", "إذا تغيرت الريح فلن تغادر العبارة الميناء."),
    ("zh", "如果风向改变，渡轮就不会离开港口。"),
    ("zh", "这座港口没有扩建过。"),
    ("ja", "風向きが変わると、渡し船は港を出ない。"),
    ("ja", "港は広がったが、桟橋はまだ開いていない。"),
    ("ja", "新しい桟橋も悪くないように思えます。"),
    ("ko", "바람이 바뀌면 여객선은 항구를 떠나지 않는다."),
    ("ko", "선장은 내일 항구를 떠나지 않을 작정이다."),
]

OTHER_CLAUSE = [
    ("en", "The keeper who does not sleep watches the harbour all night."),
    ("en", "The crew will work until the pier no longer shakes."),
    ("en", "The ferry is slow because the town did not repair the engine."),
    ("en", "The truth is that which, when you stop looking at it, does not vanish."),
    ("fr", "Le gardien qui ne dort pas surveille le port toute la nuit."),
    ("fr", "Le bac est lent parce que la ville n'a pas réparé le moteur."),
    ("fr", "Si la ville ne répare pas le moteur, le bac restera au port."),
    ("de", "Der Wärter, der nicht schläft, bewacht den Hafen die ganze Nacht."),
    ("de", "Die Fähre ist langsam, weil die Stadt den Motor nicht repariert hat."),
    ("de", "Wenn die Stadt den Motor nicht repariert, bleibt die Fähre im Hafen."),
    ("nl", "De veerboot is traag omdat de stad de motor niet heeft gerepareerd."),
    ("nl", "De wachter die niet slaapt bewaakt de haven de hele nacht."),
    ("es", "La verdad es aquello que, cuando dejas de mirarlo, no desaparece."),
    ("es", "El guardián vigila un puerto que no duerme."),
    ("es", "Si la villa no repara el motor, el barco quedará en el puerto."),
    ("it", "La verità è quella cosa che non sparisce quando smetti di guardarla."),
    ("es", "En el momento en que vieron que el muelle no era firme, cambiaron de planes."),
    ("it", "Il traghetto è lento perché la città non ha riparato il motore."),
    ("pt", "O barco é lento porque a vila não reparou o motor."),
    ("pt", "Quando a vila não repara o motor, o barco fica no porto."),
    ("ru", "Смотритель, который не спит, охраняет порт всю ночь."),
    ("ru", "Паром останется в порту до тех пор, пока город не починит мотор."),
    ("ru", "Если город не починит мотор, паром останется в порту."),
    ("ar", "الحارس الذي لا ينام يراقب الميناء طوال الليل."),
    ("zh", "如果你不理解潮汐，船就会搁浅。"),
    ("zh", "这是一座不冻结的港口。"),
    ("ja", "眠らない灯台守が一晩中港を見張っている。"),
    ("ja", "町がエンジンを直さないので、渡し船は港にとどまる。"),
    ("ko", "잠을 자지 않는 등대지기가 밤새 항구를 지킨다."),
    ("ko", "마을이 엔진을 고치지 않으면 여객선은 항구에 남는다."),
]

CONTRAST = [
    ("en", "The mole is not for the town but for the crews."),
    ("fr", "Le môle n'est pas dans la baie mais sur la côte."),
    ("de", "Die Mole ist nicht aus Stein, sondern aus Holz."),
    ("nl", "De pier is niet voor de stad, maar voor de vissers."),
    ("es", "El muelle no es para la villa, sino para los pescadores."),
    ("it", "Il molo non è per la città, ma per i pescatori."),
    ("pt", "O cais não é para a vila, mas para os pescadores."),
    ("ru", "Мол — не для города, а для рыбаков."),
    ("zh", "渡轮不用煤，而是用一种油。"),
    ("en", "The mole is a bend in the coast, not a wall."),
    ("fr", "La jetée est un virage de la côte, pas un mur."),
    ("fr", "Le port ne grandit pas à coups de promesses, mais à coups de pelles."),
    ("de", "Die Mole ist eine Biegung der Küste, keine Mauer."),
    ("de", "Die Kinder fragen nicht, warum der Hafen nie öffnete, sondern warum er gebaut wurde."),
    ("it", "La domanda non è se il molo reggerà, ma se la città lo pagherà."),
    ("it", "Il molo è visto non come un muro, ma come una curva della costa."),
    ("pt", "O manual serve para reparar o motor, mas não para o construir."),
    ("ru", "Город платит не потому, что должен, а потому, что хочет."),
    ("es", "La villa paga no porque deba, sino porque quiere."),
    ("ru", "Мол служит рыбакам, а не туристам."),
    ("zh", "渡轮都租用船厂的设备，而不是自家的。"),
    ("ja", "この突堤は壁ではなく、海岸の曲がり角だ。"),
    ("ko", "이 방파제는 벽이 아니라 해안의 굽이다."),
]

REPLACED = [
    ("en", "The mole is not a wall but a bend in the coast."),
    ("de", "Die Mole ist keine Mauer, sondern eine Biegung der Küste."),
    ("es", "El muelle no es un muro, sino una curva de la costa."),
    ("ru", "Мол — это не стена, а изгиб берега."),
    ("zh", "这不是一堵墙，而是海岸的弯道。"),
    ("ar", "الرصيف ليس جدارا بل منعطف في الساحل."),
    ("fr", "Le môle n'est pas un mur mais un virage de la côte."),
    ("nl", "De pier is geen muur, maar een bocht in de kust."),
    ("it", "Il molo non è un muro, ma una curva della costa."),
    ("pt", "O cais não é um muro, mas sim uma curva da costa."),
    ("en", "The town did not sell the mole but instead leased it."),
    ("de", "Der Hafen schließt nicht, sondern bleibt das ganze Jahr offen."),
    ("es", "No se trata de vender el muelle, sino de repararlo."),
    ("it", "Non si tratta di vendere il molo, ma piuttosto di ripararlo."),
    ("de", "Es geht nicht darum, die Mole zu verkaufen, sondern sie zu reparieren."),
    ("zh", "船长没有完全照搬航线，而是用自己的办法。"),
    ("en", "The mole is not a wall, it is a bend in the coast."),
    ("fr", "Le môle n'est pas un mur, c'est un virage de la côte."),
    ("de", "Das ist keine Mauer, das ist eine Biegung der Küste."),
    ("nl", "Dat is geen muur, dat is een bocht in de kust."),
    ("ru", "Это не стена, это изгиб берега."),
    ("zh", "这不是一堵墙，这是海岸的弯道。"),
    ("es", "El muelle no es un muro, es una curva de la costa."),
    ("it", "Il molo non è un muro, è una curva della costa."),
    ("pt", "O cais não é um muro, é uma curva da costa."),
]
"""One predicate in the place of another: what is denied is asserted as much as what is put there."""

SET_PHRASES = [
    ("en", "The new captain is none other than the keeper's daughter."),
    ("en", "The town won through patience and old maps."),
    ("en", "The crew works whether or not the wind turns."),
    ("fr", "Le capitaine travaille plus que jamais au port."),
    ("de", "Der Plan ist nichts anderes als ein Tausch von Booten."),
    ("es", "La villa no deja de crecer desde el verano."),
    ("it", "La città cresce più che mai dopo l'estate."),
    ("pt", "A vila não deixa de crescer desde o verão."),
    ("ru", "Этот план не что иное, как обмен лодками."),
    ("zh", "港口的货运量不断增加。"),
    ("zh", "船长不得不推迟出发。"),
    ("ja", "この計画は船の交換にすぎない。"),
    ("ja", "間違いなく、港は来年も広がる。"),
    ("ja", "港の拡張は町に計り知れない利益をもたらした。"),
    ("ko", "항구의 화물은 끊임없이 늘고 있다."),
]


def only(text: str, language: str) -> Claim:
    claims = READER.read_text(text, language).claims
    assert len(claims) == 1, [c.text for c in claims]
    return claims[0]


def found(claim: Claim, label: str) -> bool:
    return any(e.label == label for e in claim.evidence)


@pytest.mark.parametrize(("language", "text"), MAIN_CLAUSE)
def test_a_negated_main_clause_negates_the_claim(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.negated
    assert found(claim, MAIN)


@pytest.mark.parametrize(("language", "text"), OTHER_CLAUSE)
def test_a_negation_in_another_clause_is_told_as_one_inside(language: str, text: str) -> None:
    claim = only(text, language)
    assert not claim.negated
    assert found(claim, INSIDE)
    assert not found(claim, MAIN)


@pytest.mark.parametrize(("language", "text"), CONTRAST)
def test_what_is_set_in_contrast_does_not_negate_what_is_asserted(language: str, text: str) -> None:
    claim = only(text, language)
    assert not claim.negated
    assert found(claim, INSIDE)


@pytest.mark.parametrize(("language", "text"), REPLACED)
def test_a_predicate_that_another_one_replaces_is_denied(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.negated
    assert found(claim, MAIN)


@pytest.mark.parametrize(("language", "text"), SET_PHRASES)
def test_set_phrases_negate_nothing(language: str, text: str) -> None:
    assert not only(text, language).negated


def test_every_negation_is_told_with_its_part() -> None:
    claim = only("Wenn der Wind nicht dreht, verlässt die Fähre den Hafen nicht.", "de")
    assert [(e.label, e.text) for e in claim.evidence if e.rule == "negation"] == [(INSIDE, "nicht"), (MAIN, "nicht")]


def test_the_words_around_a_cue_do_not_count() -> None:
    text = "Voss, who does not live in Sandwick, said that the pier holds."
    claim = only(text, "en")
    assert claim.holder is not None
    assert not claim.negated
    assert not found(claim, MAIN)


ALTERNATIVES = [
    ("en", "Either the crane does not lift or the rope is too long."),
    ("it", "La gru o funziona o non funziona."),
    ("ru", "Когда ветер стихнет, кран либо заработает, либо не заработает."),
    ("zh", "起重机要么能用，要么不能用。"),
    ("ja", "クレーンは動くか動かないかのどちらかだ。"),
    ("ko", "크레인은 움직이거나 움직이지 않거나 둘 중 하나다."),
    ("ar", "الرافعة إما تعمل وإما لا تعمل."),
]


@pytest.mark.parametrize(("language", "text"), ALTERNATIVES)
def test_one_of_two_alternatives_does_not_negate_the_claim(language: str, text: str) -> None:
    claim = only(text, language)
    assert not claim.negated
    assert found(claim, INSIDE)


BESIDE_ALTERNATIVES = [
    ("en", "Either way, the ferry is not late."),
    ("en", "The ferry can either stay or go, and nobody knows the plan."),
    ("de", "Entweder kommt die Fähre, oder der Hafen schließt, und niemand weiß es."),
    ("ru", "Паром либо стоит, либо идёт, но город этого не знает."),
]


@pytest.mark.parametrize(("language", "text"), BESIDE_ALTERNATIVES)
def test_a_negation_beside_the_alternatives_counts(language: str, text: str) -> None:
    assert only(text, language).negated


FACTS = [
    ("en", "The fact that the cranes do not have wheels is remarkable."),
    ("fr", "Le fait que les grues n'aient pas de roues est remarquable."),
    ("de", "Die Tatsache, dass die Kräne keine Räder haben, ist bemerkenswert."),
    ("nl", "Het feit dat de kranen geen wielen hebben is opmerkelijk."),
    ("es", "El hecho de que las grúas no tengan ruedas es notable."),
    ("it", "Il fatto che le gru non abbiano ruote è notevole."),
    ("pt", "O facto de as gruas não terem rodas é notável."),
    ("ru", "Тот факт, что у кранов нет колёс, примечателен."),
    ("ar", "حقيقة أن الرافعات ليست لها عجلات جديرة بالملاحظة."),
    ("zh", "起重机没有轮子这一事实值得注意。"),
]


@pytest.mark.parametrize(("language", "text"), FACTS)
def test_a_fact_that_is_spoken_of_is_no_main_assertion(language: str, text: str) -> None:
    claim = only(text, language)
    assert not claim.negated
    assert found(claim, INSIDE)


OF_FACTS = [
    ("en", "The fact that it rains does not matter."),
    ("fr", "Le fait qu'il pleuve n'est pas un problème."),
    ("de", "Die Tatsache, dass es regnet, ändert nichts."),
    ("es", "El hecho de que llueva no es importante."),
    ("it", "Il fatto che piova non importa."),
    ("en", "The fact is that the cranes do not have wheels."),
]


@pytest.mark.parametrize(("language", "text"), OF_FACTS)
def test_what_is_said_of_a_fact_is_the_main_assertion(language: str, text: str) -> None:
    assert only(text, language).negated


LACKING = [
    ("en", "And all this without anyone asking the town."),
    ("fr", "Et tout cela, sans que personne n'interroge la ville."),
    ("de", "Und das alles, ohne dass jemand die Stadt gefragt hätte."),
    ("es", "Y todo esto sin que nadie preguntara a la villa."),
    ("it", "E tutto questo senza che nessuno chiedesse alla città."),
    ("nl", "En dat alles zonder dat iemand het aan de stad vroeg."),
    ("ru", "И всё это без единого вопроса к городу."),
]


@pytest.mark.parametrize(("language", "text"), LACKING)
def test_a_sentence_without_a_verb_asserts_what_is_lacking(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.negated
    assert found(claim, MAIN)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The town built all this without help."),
        ("fr", "La ville a construit le port, et tout cela sans aide."),
        ("de", "Die Stadt baute das alles ohne Hilfe."),
        ("es", "La villa construyó todo esto sin ayuda."),
    ],
)
def test_what_is_lacking_beside_a_verb_negates_nothing(language: str, text: str) -> None:
    assert not only(text, language).negated


LATER = [
    ("en", "The ferry was late, and the harbour did not open."),
    ("en", "The ferry runs all year, but it does not carry cars."),
    ("en", "The crane lifts the boats every morning; it does not lift the ferry."),
    ("fr", "Le bac était en retard et le port n'a pas ouvert."),
    ("fr", "Le bac traverse la baie toute l'année, mais il n'embarque pas de voitures."),
    ("de", "Die Fähre fährt das ganze Jahr, aber sie nimmt keine Autos mit."),
    ("de", "Der Kran hebt die Boote und hat die Fähre noch nie gehoben."),
    ("nl", "De veerboot vaart het hele jaar, maar hij neemt geen auto's mee."),
    ("es", "El barco navega todo el año, pero no lleva coches."),
    ("es", "Las grúas están paradas y no se mueven con el viento."),
    ("it", "Il traghetto parte ogni mattina, ma non porta automobili."),
    ("pt", "O barco parte todas as manhãs, mas não leva carros."),
    ("pt", "O mais provável era ficarmos em terra e não vermos o farol."),
    ("ru", "Паром ходит круглый год, но не берёт машины."),
    ("ru", "Паромом надо уметь управлять, и не все капитаны справятся."),
    ("ar", "العبارة تعمل طوال العام، لكنها لا تنقل السيارات."),
    ("zh", "渡轮全年都在航行，但它不运送汽车。"),
    ("zh", "这两座码头都是给渔民用的，不是旅游设施。"),
    ("zh", "新的防波堤保护了海湾，使港口不再是一个渔村，而成为一座城市。"),
]


@pytest.mark.parametrize(("language", "text"), LATER)
def test_of_two_main_clauses_the_first_decides(language: str, text: str) -> None:
    claim = only(text, language)
    assert not claim.negated
    assert found(claim, INSIDE)


WEIGHTY = [
    ("en", "The ferry does not carry cars, and the crew sells coffee on the upper deck."),
    ("en", "Granted, the ferry runs all year, but it does not carry cars."),
    ("en", "The engineers looked at the pier and found that it does not hold the ferry."),
    ("en", "The harbours and the piers of the old coast do not open in winter."),
    ("en", "The ferry does not run in winter, but it does not cost anything in summer."),
    ("fr", "Certes, le bac traverse la baie toute l'année, mais il n'embarque pas de voitures."),
    ("fr", "Le bac n'embarque pas de voitures et les marins vendent du café."),
    ("de", "Die Fähre fährt zwar das ganze Jahr, aber sie nimmt keine Autos mit."),
    ("de", "Die Stadt repariert den Hafen und den Steg nicht."),
    ("es", "El puerto no abre en invierno, pero la grúa trabaja."),
    ("es", "Vemos que el muelle y la grúa no resisten el viento."),
    (
        "es",
        "Pasó un año y los planos de la villa muestran que el muelle de la isla no resistirá el viento del norte.",
    ),
    ("it", "Certo, il traghetto parte ogni mattina, ma non porta automobili."),
    ("pt", "O cais não abre no inverno e a grua trabalha."),
    ("ru", "Конечно, паром ходит круглый год, но он не берёт машины."),
    ("ru", "Причалы и краны этой бухты не работают зимой."),
    ("zh", "虽然渡轮全年都在航行，但它不运送汽车。"),
    ("zh", "即使风停了，也无法出海。"),
    ("zh", "由于风太大，让渡轮无法出海。"),
    ("zh", "新的桥让渡轮不再是唯一的路。"),
    ("ja", "渡し船は一年中動くが、車は運ばない。"),
    ("ko", "여객선은 일 년 내내 다니지만 차를 싣지 않는다."),
]


@pytest.mark.parametrize(("language", "text"), WEIGHTY)
def test_a_first_clause_that_is_negated_or_weighs_less_leaves_the_claim_negated(language: str, text: str) -> None:
    assert only(text, language).negated


AGAIN = [
    ("en", "It's not about the wall, it's about the coast."),
    ("de", "Man sucht keine Schilder, man sucht die Form der Küste."),
    ("en", "The guide doesn't look for signs; it looks for the shape of the coast."),
    ("es", "La guía no busca letreros, busca la forma de la costa."),
    ("it", "La guida non cerca cartelli, cerca la forma della costa."),
    ("pt", "O guia não procura placas, procura a forma da costa."),
]


@pytest.mark.parametrize(("language", "text"), AGAIN)
def test_the_same_verb_again_puts_something_in_the_place_of_what_is_negated(language: str, text: str) -> None:
    assert not only(text, language).negated


NOT_AGAIN = [
    ("en", "The mole is not a wall, and the harbour is not a lake."),
    ("de", "Das ist keine Mauer, und das ist kein Hafen."),
    ("es", "La guía no busca letreros, solo enseña el mapa."),
    ("it", "La guida non cerca cartelli, mostra la mappa."),
    ("ru", "Это не стена, это и не берег."),
]


@pytest.mark.parametrize(("language", "text"), NOT_AGAIN)
def test_another_verb_or_another_negation_leaves_it_negated(language: str, text: str) -> None:
    assert only(text, language).negated


ONLY = [
    ("en", "The harbour is not just a place for boats."),
    ("fr", "Le port n'est pas seulement un abri."),
    ("fr", "Le port n'est pas qu'un abri."),
    ("de", "Der Hafen besteht nicht nur aus Stein."),
    ("nl", "De haven bestaat niet alleen uit steen."),
    ("es", "El puerto no es solo un refugio."),
    ("it", "Il porto non è solo un riparo."),
    ("pt", "O porto não é só um abrigo."),
    ("ru", "Порт — это не только причал."),
    ("ar", "الميناء ليس ملجأ للقوارب فقط"),
    ("zh", "港口不只是避风的地方。"),
    ("ja", "港は船のためだけじゃない。"),
    ("ko", "항구는 배를 위한 것만은 아니다."),
]


@pytest.mark.parametrize(("language", "text"), ONLY)
def test_not_only_negates_where_nothing_follows(language: str, text: str) -> None:
    claim = only(text, language)
    assert claim.negated
    assert found(claim, MAIN)


AND_MORE = [
    ("en", "The harbour is not just a place for boats but a market."),
    ("en", "Not just the harbour grew in May."),
    ("fr", "Le port n'est pas qu'un abri, c'est aussi un marché."),
    ("fr", "Le port n'est pas seulement un abri, c'est aussi un marché."),
    ("de", "Der Hafen ist nicht nur aus Stein, er ist auch aus Holz."),
    ("de", "Nicht nur der Hafen wuchs im Mai."),
    ("es", "El puerto no es solo un refugio, sino también un mercado."),
    ("it", "Il porto non è solo un riparo ma un mercato."),
    ("pt", "O porto não é só um abrigo, é também um mercado."),
    ("ru", "Порт — это не только причал, но и рынок."),
    ("zh", "港口不只是避风的地方，也是市场。"),
    ("ja", "港だけでなく、市場も広がった。"),
]


@pytest.mark.parametrize(("language", "text"), AND_MORE)
def test_not_only_negates_nothing_where_more_follows(language: str, text: str) -> None:
    assert not only(text, language).negated


GRANTED = [
    ("en", "We don't know whether the wind will turn, but the ferry leaves at noon."),
    ("en", "Not every captain likes the pier, but the town pays for it."),
    ("fr", "On ne sait pas si le vent tournera, mais le bac part à midi."),
    ("de", "Wir wissen nicht, ob der Wind dreht, aber die Fähre fährt am Mittag."),
    ("nl", "We weten niet of de wind draait, maar de veerboot vertrekt om twaalf uur."),
    ("es", "No sabemos si el viento cambiará, pero el barco sale a mediodía."),
    ("it", "Non sappiamo se il vento girerà, ma il traghetto parte a mezzogiorno."),
    ("it", "Non tutti i capitani amano il molo, ma la città lo paga."),
    ("pt", "Não sabemos se o vento mudará, mas o barco parte ao meio-dia."),
    ("ru", "Мы не знаем, изменится ли ветер, но паром уходит в полдень."),
    ("zh", "我们不知道风会不会转向，但渡轮中午出发。"),
    ("ja", "風が変わるかは分からないけど、渡し船は正午に出る。"),
]
MAY_BE = [
    ("en", "Nothing prevents the town from building a second pier."),
    ("fr", "Rien n'empêche la ville de construire un second quai."),
    ("de", "Nichts hindert die Stadt am Bau eines zweiten Stegs."),
    ("nl", "Niets belet de stad een tweede steiger te bouwen."),
    ("es", "Nada impide que la villa construya otro muelle."),
    ("it", "Nulla impedisce alla città di costruire un secondo molo."),
    ("pt", "Nada impede a vila de construir outro cais."),
    ("ru", "Ничто не мешает городу построить второй причал."),
    ("zh", "没有什么能阻止这座城市修建第二座码头。"),
]
TAKEN_FOR_GRANTED = [
    ("en", "The crew was surprised that nobody came to the pier."),
    ("fr", "Les marins étaient surpris que personne ne vienne au port."),
    ("de", "Die Mannschaft war überrascht, dass niemand zum Steg kam."),
    ("es", "A la villa le sorprende que nadie visite el muelle."),
    ("fr", "La ville oublie le fait que le quai n'a jamais été réparé."),
    ("it", "La città dimentica il fatto che il molo non è mai stato riparato."),
    ("it", "Il faro mostra rotte che i pescatori non hanno mai seguito."),
    ("en", "The new engine shakes the hull in a way that the old one never did."),
    ("en", "The map points toward the harbour, not toward the cliffs."),
    ("ru", "Мы видели лодки, как старые, так и не очень."),
    ("ja", "一隻あれば「渡れない」を否定できる。"),
    ("ja", "この町の港は全然ダメ。"),
]


@pytest.mark.parametrize(("language", "text"), [*GRANTED, *MAY_BE, *TAKEN_FOR_GRANTED])
def test_what_is_granted_or_only_named_negates_nothing(language: str, text: str) -> None:
    assert not only(text, language).negated


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The town has yet to build a second pier."),
        ("en", "We don't know whether the wind will turn."),
        ("en", "Not every captain likes the pier."),
        ("de", "Wir wissen nicht, ob der Wind dreht."),
        ("es", "No sabemos si el viento cambiará."),
        ("it", "Non tutti i capitani amano il molo."),
        ("it", "I pescatori non hanno mai seguito la rotta."),
        ("ru", "Мы не знаем, изменится ли ветер."),
    ],
)
def test_the_same_words_with_nothing_beside_them_negate(language: str, text: str) -> None:
    assert only(text, language).negated


NOT_THOUGHT = [
    ("en", "I don't think the pier holds the new ferry."),
    ("fr", "Je ne pense pas que le quai tienne tout l'hiver."),
    ("de", "Ich glaube nicht, dass der Steg den Winter übersteht."),
    ("es", "No creo que el muelle resista todo el invierno."),
    ("it", "Non credo che il molo regga tutto l'inverno."),
    ("pt", "Não acho que o cais resista todo o inverno."),
    ("ru", "Я не считаю старый причал надёжным."),
    ("zh", "我不认为码头能撑过冬天。"),
    ("ja", "桟橋が冬を越すとは思わない。"),
    ("ko", "부두가 겨울을 버틸 것이라고 생각하지 않는다."),
]


@pytest.mark.parametrize(("language", "text"), NOT_THOUGHT)
def test_what_somebody_does_not_think_is_negated(language: str, text: str) -> None:
    assert only(text, language).negated


REBUTTED = [
    ("de", "Gegner behaupten, der alte Steg sei unsicher, doch das trifft nicht zu."),
    ("fr", "Des pêcheurs affirment que le vieux quai est dangereux, mais ce n'est pas vrai."),
    ("es", "Se suele decir que la grúa hace más rica a la villa, pero no es cierto."),
    ("it", "I pescatori sostengono che il molo rovini la costa, ma non è vero."),
    ("ru", "Часто говорят, что новый причал портит берег, но это не так."),
    ("zh", "渔民声称新码头会毁掉海岸，但事实并非如此。"),
]


@pytest.mark.parametrize(("language", "text"), REBUTTED)
def test_what_is_said_of_a_report_that_is_wrong_decides(language: str, text: str) -> None:
    assert only(text, language).negated


def test_a_negation_of_what_another_says_is_none_of_the_rest() -> None:
    text = "Visitors come not because the guide says they should, but because they tried the ferry and liked the view."
    assert not any(c.negated for c in READER.read_text(text, "en").claims)


SUPERLATIVES = [
    ("en", "The views of the crews could not be more different."),
    ("de", "Die Ansichten der Mannschaften könnten unterschiedlicher nicht sein."),
    ("de", "Die Ansichten könnten nicht unterschiedlicher sein."),
    ("fr", "Les avis des équipages ne pourraient être plus différents."),
    ("es", "Las opiniones de los equipos no podrían ser más distintas."),
    ("it", "Le opinioni delle squadre non potrebbero essere più diverse."),
    ("pt", "As opiniões das equipas não poderiam ser mais diferentes."),
    ("nl", "De verschillen konden niet groter zijn."),
    ("ru", "Мнения команд расходятся как нельзя сильнее."),
    ("ko", "선원들의 의견은 이보다 더 다를 수 없다."),
    ("ar", "لا يمكن أن تكون الآراء أكثر اختلافا."),
]


@pytest.mark.parametrize(("language", "text"), SUPERLATIVES)
def test_what_could_not_be_more_so_is_very_much_so(language: str, text: str) -> None:
    claim = only(text, language)
    assert not claim.negated
    assert not claim.hedged


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The crane cannot be used in winter."),
        ("de", "Der Kran könnte leider nicht sicher sein."),
        ("it", "La gru non può essere più usata."),
        ("es", "La grúa no puede ser reparada."),
        ("nl", "De kraan kan niet meer draaien."),
        ("fr", "La grue ne peut pas être levée."),
    ],
)
def test_what_cannot_be_is_negated(language: str, text: str) -> None:
    assert only(text, language).negated


WHICH = [
    ("en", "The crew has to know which boats can sail and which cannot."),
    ("de", "Die Mannschaft muss wissen, welche Boote fahren und welche nicht."),
    ("fr", "L'équipage doit savoir quels bateaux partent et lesquels ne partent pas."),
    ("es", "El equipo tiene que saber qué barcos navegan y cuáles no."),
    ("it", "La squadra deve sapere quali barche navigano e quali non navigano."),
    ("pt", "A equipa tem de saber quais barcos navegam e quais não."),
    ("nl", "De ploeg moet weten welke boten varen en welke niet."),
    ("ru", "Команда должна знать, какие лодки ходят, а какие нет."),
    ("zh", "船员需要知道哪些船可以出海，哪些船不可以出海。"),
    ("ja", "乗組員はどの船が出られて、どの船が出られないかを知る必要がある。"),
    ("ko", "선원들은 어느 배가 나갈 수 있고 어느 배가 나갈 수 없는지 알아야 한다."),
    ("ar", "يجب أن يعرف الطاقم أي القوارب تبحر وأيها لا تبحر."),
]
UNSEEN = [
    ("en", "What the town does not see is the price of the crane."),
    ("de", "Was die Stadt nicht sieht, ist der Preis des Krans."),
    ("it", "Ciò che non è stato detto è il prezzo della gru."),
    ("pt", "O que a vila não vê é o preço da grua."),
    ("zh", "小镇没有看到的是起重机的价格。"),
    ("ja", "町が見ていないのはクレーンの値段だ。"),
    ("ar", "ما لا تراه المدينة هو سعر الرافعة."),
]


@pytest.mark.parametrize(("language", "text"), [*WHICH, *UNSEEN])
def test_a_clause_that_names_something_negates_nothing_else(language: str, text: str) -> None:
    claim = only(text, language)
    assert not claim.negated
    assert found(claim, INSIDE)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("es", "La villa no sabe qué barcos navegan y cuáles están en el puerto."),
        ("de", "Die Stadt weiß nicht, welche Boote fahren und welche im Hafen liegen."),
        ("zh", "小镇不知道哪些船可以出海，哪些船在港口。"),
        ("ar", "لا تعرف المدينة أي القوارب تبحر وأيها في الميناء."),
        ("fr", "Parce que la grue ne soulève pas le bac."),
    ],
)
def test_a_negation_before_such_a_clause_or_with_no_other_beside_it_counts(language: str, text: str) -> None:
    assert only(text, language).negated


BEHIND_WHAT_IS_GRANTED = [
    ("en", "Granted, the captain can explain the course, but it takes time, and the result is not exact."),
    ("fr", "Certes, le capitaine peut expliquer la route, mais cela prend du temps, et le résultat n'est pas exact."),
    ("de", "Zwar fährt die Fähre, aber der Kran hebt die Boote und die Stadt zahlt nicht."),
    ("nl", "Natuurlijk vaart de boot, maar de stad betaalt veel en de kraan werkt niet."),
    ("ru", "Конечно, капитан может объяснить курс, но это потребует времени, а результат не будет точным."),
]


@pytest.mark.parametrize(("language", "text"), BEHIND_WHAT_IS_GRANTED)
def test_behind_what_is_granted_the_first_clause_decides(language: str, text: str) -> None:
    claim = only(text, language)
    assert not claim.negated
    assert found(claim, INSIDE)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La grue a pas mal changé le port."),
        ("ja", "船を出すには、まずこれができないと始まらない。"),
        ("ja", "新しい船を楽しむ人もいれば、つまんないって人もいる。"),
        ("ja", "成果を大げさに語ったりしない、その誠実さもすごい。"),
        ("ja", "この計画には無理がある。"),
    ],
)
def test_negating_forms_of_one_language_that_negate_nothing(language: str, text: str) -> None:
    assert not only(text, language).negated


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "La grue n'est pas mal conçue."),
        ("ja", "この町で船を直すのは無理だね。"),
        ("ja", "クレーンを冬に動かすのはまだ無理だ。"),
        ("ko", "이 마을에서 배를 고치는 것은 무리다."),
    ],
)
def test_forms_of_one_language_that_negate(language: str, text: str) -> None:
    assert only(text, language).negated
