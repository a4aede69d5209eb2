"""Statements without a clause: what is voiced, likened, put in a nutshell. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Claim

READER = Reader(NlpSettings(spacy_models=()))


def last(text: str, language: str) -> Claim:
    return READER.read_text(text, language).claims[-1]


def who(claim: Claim) -> str | None:
    return claim.holder.text if claim.holder else None


VOICES = [
    ("de", "Die Gewerkschaften äußern seit Mai Bedenken wegen der neuen Kräne im Hafen.", "Die Gewerkschaften"),
    ("de", "Mara Voss hat Zweifel an der Sicherheit der neuen Kräne geäußert.", "Mara Voss"),
    ("de", "Mara Voss hat in ihrem Buch auf die Schwächen der Kräne hingewiesen.", "Mara Voss"),
    ("fr", "Les experts expriment déjà des inquiétudes sur les grues du port.", "Les experts"),
    ("fr", "Mara Voss a pointé le manque de grues dans le port de Quillon.", "Mara Voss"),
    ("es", "Los expertos ya están expresando preocupación por las grúas del puerto.", "Los expertos"),
    ("es", "Mara Voss identificó el problema del puerto: las grúas son lentas.", "Mara Voss"),
    ("it", "Gli esperti stanno già esprimendo preoccupazioni sulle gru del porto.", "Gli esperti"),
    ("pt", "Os especialistas manifestaram receios sobre os guindastes do porto.", "Os especialistas"),
    ("pt", "Mara Voss ressaltou a lentidão dos guindastes no livro sobre o porto.", "Mara Voss"),
    ("pt", "Mara Voss e Dana Reyes, em 1995, ressaltaram a lentidão dos guindastes.", "Mara Voss"),
    ("nl", "Experts hebben hun bezorgdheid geuit over de kranen in de haven.", "Experts"),
    ("nl", "Mara Voss klaagde over de traagheid van de kranen.", "Mara Voss"),
    ("ru", "Эксперты уже выражают обеспокоенность новыми кранами в порту.", "Эксперты"),
    ("ar", "أعرب الخبراء عن قلقهم بشأن الرافعات الجديدة في الميناء.", "الخبراء"),
    ("zh", "专家已经对港口的新起重机表示担忧。", "专家"),
    ("ja", "専門家は港の新しいクレーンに懸念を表明した。", "専門家"),
    ("ko", "전문가들은 항구의 새 크레인에 우려를 표명했다.", "전문가들"),
]

LIKENS = [
    ("de", "Mara Voss hat diese Lage mehrfach mit einem Hafen ohne Kräne verglichen.", "Mara Voss"),
    ("fr", "Mara Voss a comparé plusieurs fois cette situation à un port sans grue.", "Mara Voss"),
    ("es", "Mara Voss ha comparado más de una vez esta situación con un puerto sin grúas.", "Mara Voss"),
    (
        "es",
        "Mara Voss y Dana Reyes, dos pioneras que vivieron los años 70, compararon este mal con un puerto vacío.",
        "Mara Voss",
    ),
    ("it", "Mara Voss ha paragonato più volte questa situazione a un porto senza gru.", "Mara Voss"),
    ("pt", "Mara Voss comparou mais de uma vez esta situação com um porto sem guindastes.", "Mara Voss"),
    ("nl", "Mara Voss heeft deze toestand meermaals met een haven zonder kranen vergeleken.", "Mara Voss"),
    ("ru", "Мара Восс сравнивала эту ситуацию с портом без кранов.", "Мара Восс"),
    ("zh", "李雨桐多次把这种情况比作没有起重机的港口。", "李雨桐"),
    ("ja", "佐伯美咲氏はこの状況を何度も起重機のない港にたとえた。", "佐伯美咲氏"),
    ("ko", "한서윤은 이 상황을 여러 번 크레인 없는 항구에 비유했다.", "한서윤"),
]

SUMS = [
    ("de", "Quillon hat es diese Woche auf den Punkt gebracht: Der Hafen wächst ohne Kräne.", "Quillon"),
    ("fr", "Quillon l'a bien résumé cette semaine : le port grandit sans grues.", "Quillon"),
    ("es", "Quillon lo ha resumido bien esta semana: el puerto crece sin grúas.", "Quillon"),
    ("it", "Quillon lo ha riassunto bene questa settimana: il porto cresce senza gru.", "Quillon"),
    ("pt", "Quillon resumiu bem esta semana: o porto cresce sem guindastes.", "Quillon"),
    ("nl", "Quillon vatte het deze week goed samen: de haven groeit zonder kranen.", "Quillon"),
    ("de", "Mara Voss geht noch weiter: Der Hafen braucht gar keinen Kran.", "Mara Voss"),
    ("fr", "Mara Voss va plus loin : le port n'a besoin d'aucune grue.", "Mara Voss"),
    ("es", "Mara Voss es tajante: el puerto no necesita ninguna grúa.", "Mara Voss"),
    ("it", "Mara Voss va oltre: il porto non ha bisogno di nessuna gru.", "Mara Voss"),
    ("pt", "Mara Voss vai mais longe: o porto não precisa de nenhum guindaste.", "Mara Voss"),
    ("nl", "Mara Voss is daar stellig over: de haven heeft helemaal geen kranen nodig.", "Mara Voss"),
    ("ru", "Мара Восс идёт дальше: порту вообще не нужны краны.", "Мара Восс"),
    ("zh", "北风公司这周总结得很好：没有起重机港口也在增长。", "北风公司"),
    ("ja", "北風社は今週うまくまとめている：クレーンがなくても港は成長している。", "北風社"),
    ("ko", "북풍사는 이번 주에 잘 정리했다: 크레인이 없어도 항구는 성장한다.", "북풍사"),
]


STANCES = [
    (
        "de",
        "Mara Voss hat eine neue Faustregel aufgestellt: Ein Kran sollte ein Schiff im Monat laden.",
        "Mara Voss",
    ),
    ("de", "Die These von Mara Voss: Der Hafen braucht keinen Kran mehr.", "Mara Voss"),
    ("fr", "Mara Voss défend une thèse simple : le port n'a plus besoin de grues.", "Mara Voss"),
    ("fr", "La thèse de Mara Voss : le port n'a plus besoin de grues.", "Mara Voss"),
    ("es", "Mara Voss tiene una regla: una grúa debe servir a un barco al mes.", "Mara Voss"),
    ("es", "La tesis de Mara Voss es clara: el puerto ya no necesita grúas.", "Mara Voss"),
    ("it", "Mara Voss ha una convinzione: il porto non ha più bisogno di gru.", "Mara Voss"),
    ("it", "La tesi di Mara Voss: il porto non ha più bisogno di gru.", "Mara Voss"),
    ("pt", "Mara Voss tem uma convicção: o porto já não precisa de guindastes.", "Mara Voss"),
    ("nl", "De stelling van Mara Voss: de haven heeft geen kranen meer nodig.", "Mara Voss"),
    ("ru", "Мара Восс выдвинула смелый тезис: порту больше не нужны краны.", "Мара Восс"),
    ("zh", "在这一点上，李雨桐的看法是，港口不再需要起重机。", "李雨桐"),
    ("en", "Mara Voss's long-term view of ports is that cranes will vanish.", "Mara Voss"),
    ("fr", "La vision de Mara Voss sur les ports est que les grues vont disparaître.", "Mara Voss"),
]

CONSENSUS = [
    ("en", "The consensus is that the old crane remains better for heavy loads.", "The consensus"),
    ("en", "The consensus narrative treats this as a temporary limit.", "The consensus narrative"),
    ("de", "Der Konsens ist, dass der alte Kran für schwere Lasten besser bleibt.", "Der Konsens"),
    ("fr", "Le consensus est que l'ancienne grue reste meilleure pour les charges.", "Le consensus"),
    ("es", "El consenso es que la grúa vieja sigue siendo mejor para cargas pesadas.", "El consenso"),
    ("it", "Il consenso è che la vecchia gru resta migliore per i carichi pesanti.", "Il consenso"),
    ("pt", "O consenso é que o guindaste antigo continua melhor para cargas.", "O consenso"),
    ("nl", "De consensus is dat de oude kraan beter blijft voor zware lasten.", "De consensus"),
    ("ru", "Консенсус состоит в том, что старый кран лучше подходит для грузов.", "Консенсус"),
    ("zh", "业内共识是，旧起重机更适合吊装重物。", "业内共识"),
    ("ja", "業界の通説は、古いクレーンのほうが重い荷に向くというものだ。", "業界の通説"),
    ("ko", "업계의 중론은 낡은 크레인이 무거운 짐에 더 낫다는 것이다.", "업계의 중론"),
    ("ar", "الإجماع هو أن الرافعة القديمة أفضل للأحمال الثقيلة.", "الإجماع"),
]


@pytest.mark.parametrize(("language", "text", "holder"), VOICES + LIKENS + SUMS + STANCES + CONSENSUS)
def test_statements_without_a_clause_are_of_whoever_makes_them(language: str, text: str, holder: str) -> None:
    claim = last(text, language)
    assert (who(claim), claim.quoted) == (holder, "indirect")


OWN = [
    ("de", "Das Ergebnis ist eindeutig: Der Hafen braucht gar keinen Kran."),
    ("es", "La cosa es clara: el puerto no necesita ninguna grúa."),
    ("it", "Il risultato è chiaro: il porto non ha bisogno di nessuna gru."),
    ("de", "Wir haben eine These: Der Hafen braucht in diesem Jahr keinen Kran mehr."),
    ("de", "Der Kran hat eine Regel: Niemand darf bei Wind unter ihm stehen."),
    ("fr", "La règle de Quillon : quatre grues sur cinq font un cinquième du travail."),
    ("es", "El puerto tiene una ventaja: las grúas son nuevas y rápidas."),
    ("pt", "Tenho uma convicção: o porto já não precisa de guindastes."),
    ("zh", "我的看法是，港口不再需要起重机。"),
    ("zh", "最终的看法是，港口不再需要起重机。"),
    ("zh", "他们谈了对港口和北风公司发展的看法，网上有发言记录。"),
    ("zh", "他们谈了对港口和全国 AI 发展的看法，网上有发言记录。"),
    ("es", "Los investigadores compararon la grúa nueva con la antigua en 300 puertos."),
    ("es", "La tabla compara los precios del puerto con los de otro puerto."),
    ("es", "Mara Voss lo ha vendido todo esta semana: la grúa, el coche y el barco."),
    ("it", "I ricercatori hanno paragonato la gru nuova a quella vecchia."),
    ("it", "Mara Voss lo ha venduto questa settimana: il porto resta vuoto."),
    ("fr", "Les chercheurs ont comparé la grue neuve à l'ancienne."),
    ("fr", "Mara Voss l'a vendu cette semaine : le port reste vide."),
    ("de", "Die Forscher haben den neuen Kran mit dem alten verglichen."),
    ("de", "Mara Voss hat es diese Woche verkauft: Der Hafen bleibt leer."),
    ("nl", "De onderzoekers hebben de nieuwe kraan met de oude vergeleken."),
    ("ru", "Исследователи сравнивали новый кран со старым."),
    ("zh", "研究人员把新起重机与旧起重机进行了比较。"),
    ("zh", "市场对港口的变化很敏感。"),
    ("en", "My view of ports is that cranes will vanish."),
    ("en", "There is no consensus that the crane is safe."),
    ("en", "The consensus was reached in May after a long night."),
    ("fr", "Le consensus est fragile dans le port de Quillon."),
    ("es", "El consenso entre los puertos llegó en mayo."),
    ("zh", "批评者的人数在过去一年里增加了三倍。"),
    ("ja", "佐伯美咲氏は本を労働組合に売った。"),
    ("ko", "한서윤은 책을 노조에 팔았다."),
    ("ar", "باعت ليلى حداد الرافعة القديمة في الميناء."),
]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_deeds_and_things_say_nothing(language: str, text: str) -> None:
    assert all(c.holder is None for c in READER.read_text(text, language).claims)


def test_what_was_not_voiced_is_not_said() -> None:
    claim = last("Los expertos no han expresado dudas sobre las grúas del puerto.", "es")
    assert claim.negated or who(claim) is None
