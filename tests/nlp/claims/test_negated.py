"""What ``negated`` of a claim says: that its main assertion is negated. All names and sentences are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp import Reader
from pipeline.nlp.claims.negated import INSIDE, MAIN
from pipeline.records import Claim

READER = Reader()

MAIN_CLAUSE = [
    ("en", "The harbour has not grown since the mole was built."),
    ("en", "Nobody in Sandwick reads the tide tables of the old office."),
    ("en", "The office has no record of the second ferry."),
    ("en", "The ferry was late, and the harbour did not open."),
    ("en", "If the wind turns, the ferry will not leave the pier."),
    ("en", "It is clear that the pier does not hold the new ferry."),
    ("fr", "Le port n'a pas grandi depuis la construction du môle."),
    ("fr", "Quand le vent tourne, le bac ne quitte jamais le quai."),
    ("fr", "Le bac était en retard et le port n'a pas ouvert."),
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
    ("en", "The mole is a bend in the coast, not a wall."),
    ("en", "The mole is not a wall but a bend in the coast."),
    ("fr", "La jetée est un virage de la côte, pas un mur."),
    ("fr", "Le port ne grandit pas à coups de promesses, mais à coups de pelles."),
    ("de", "Die Mole ist keine Mauer, sondern eine Biegung der Küste."),
    ("de", "Die Mole ist eine Biegung der Küste, keine Mauer."),
    ("de", "Die Kinder fragen nicht, warum der Hafen nie öffnete, sondern warum er gebaut wurde."),
    ("es", "El muelle no es un muro, sino una curva de la costa."),
    ("it", "La domanda non è se il molo reggerà, ma se la città lo pagherà."),
    ("it", "Il molo è visto non come un muro, ma come una curva della costa."),
    ("pt", "O manual serve para reparar o motor, mas não para o construir."),
    ("ru", "Мол — это не стена, а изгиб берега."),
    ("ru", "Мол служит рыбакам, а не туристам."),
    ("zh", "渡轮都租用船厂的设备，而不是自家的。"),
    ("zh", "这不是一堵墙，而是海岸的弯道。"),
    ("ja", "この突堤は壁ではなく、海岸の曲がり角だ。"),
    ("ko", "이 방파제는 벽이 아니라 해안의 굽이다."),
    ("ar", "الرصيف ليس جدارا بل منعطف في الساحل."),
]

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
