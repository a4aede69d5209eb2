"""Deeds, debates, comparisons and the author's own figures: frames that make no words anybody's. Names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp.claims.frames import Frame
from pipeline.nlp.claims.reports.deeds import says_nothing
from pipeline.nlp.claims.rules.discourse import MOOD
from pipeline.nlp.claims.words.lexicon import load
from pipeline.records import Span


def nothing(language: str, text: str, source: str, cue: str, content: str, rule: str = "learned reader") -> bool:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    lexicon = load(language)
    assert lexicon is not None
    frame = Frame(at(source) if source else None, at(cue), (at(content),), "indirect", "asserts", rule)
    return says_nothing(text, frame, lexicon)


OWN = [
    ("en", "According to my own observations, cranes pay.", "my own observations", "According to", "cranes pay"),
    ("en", "Based on our tests, cranes pay.", "our tests", "Based on", "cranes pay"),
    ("de", "Nach unseren Berechnungen lohnen sich Kräne.", "Berechnungen", "Nach", "lohnen sich Kräne"),
    ("de", "Meiner Erfahrung nach lohnen sich Kräne.", "Meiner Erfahrung", "nach", "lohnen sich Kräne"),
    ("fr", "Selon nos calculs, les grues rapportent.", "nos calculs", "Selon", "les grues rapportent"),
    ("es", "Según mi experiencia, las grúas rinden.", "mi experiencia", "Según", "las grúas rinden"),
    ("it", "Secondo la mia esperienza, le gru rendono.", "la mia", "Secondo", "le gru rendono"),
    ("pt", "Segundo a minha experiência, os guindastes rendem.", "minha", "Segundo", "os guindastes rendem"),
    ("nl", "Volgens mijn ervaring lonen kranen.", "mijn", "Volgens", "lonen kranen"),
    ("ru", "По моим наблюдениям, краны окупаются.", "моим наблюдениям", "По", "краны окупаются"),
    ("zh", "根据我的观察，起重机很划算。", "我的观察", "根据", "起重机很划算"),
    ("ja", "私の経験によると、クレーンは得だ。", "私の経験", "によると", "クレーンは得だ"),
    ("ko", "내 경험에 따르면 기중기는 이득이다.", "내 경험", "에 따르면", "기중기는 이득이다"),
    ("ar", "وفقا لتجربتي، الرافعات مربحة.", "لتجربتي", "وفقا", "الرافعات مربحة"),
]
OTHERS_FIGURES = [
    ("en", "According to my colleague, cranes pay.", "my colleague", "According to", "cranes pay"),
    ("en", "According to their tests, cranes pay.", "their tests", "According to", "cranes pay"),
    ("de", "Nach Berechnungen der Werft lohnen sich Kräne.", "der Werft", "Nach Berechnungen", "lohnen sich Kräne"),
    ("fr", "Selon mon voisin, les grues rapportent.", "mon voisin", "Selon", "les grues rapportent"),
    ("it", "Secondo la mia vicina, le gru rendono.", "la mia vicina", "Secondo", "le gru rendono"),
    ("zh", "根据港口的观察，起重机很划算。", "港口", "根据", "起重机很划算"),
    ("ja", "ヴォス氏の経験によると、クレーンは得だ。", "ヴォス氏の経験", "によると", "クレーンは得だ"),
    ("ko", "보스의 경험에 따르면 기중기는 이득이다.", "보스의 경험", "에 따르면", "기중기는 이득이다"),
]
FINDING = [
    ("en", "The crew built a model to find out whether the crane holds.", "The crew", "find out", "the crane holds"),
    ("en", "A user wrote a tool to check ropes and estimate how far they go.", "A user", "estimate", "far they go"),
    ("de", "Voss baute ein Modell, um zu prüfen, ob der Kran hält.", "Voss", "prüfen", "der Kran hält"),
    ("fr", "Voss a bâti un modèle pour savoir si la grue tient.", "Voss", "savoir", "la grue tient"),
    ("es", "Voss construyó un modelo para saber si la grúa aguanta.", "Voss", "saber", "la grúa aguanta"),
    ("it", "Voss ha costruito un modello per capire se la gru tiene.", "Voss", "capire", "la gru tiene"),
    ("nl", "Voss bouwde een model om te zien of de kraan houdt.", "Voss", "zien", "de kraan houdt"),
    ("ru", "Восс построил модель, чтобы понять, выдержит ли кран.", "Восс", "понять", "выдержит ли кран"),
]
FOUND = [
    ("en", "The crew found out whether the crane holds.", "The crew", "found out", "whether the crane holds"),
    ("en", "The crew wants to see whether the crane holds.", "The crew", "see", "whether the crane holds"),
    ("de", "Voss weiß, ob der Kran hält.", "Voss", "weiß", "ob der Kran hält"),
    ("fr", "Voss sait que la grue tient.", "Voss", "sait", "la grue tient"),
    ("it", "Voss spiega per voi se la gru tiene.", "Voss", "spiega", "se la gru tiene"),
]
DEBATES = [
    ("en", "Members discussed the price of the cranes.", "Members", "discussed", "the price of the cranes"),
    ("en", "Members debated whether cranes pay.", "Members", "debated", "cranes pay"),
    ("en", "The debate centers on whether cranes pay.", "The debate", "centers on", "whether cranes pay"),
    ("en", "Members discussed creating a crane as a product.", "Members", "discussed", "creating a crane as a product"),
    ("de", "Mitglieder diskutierten den Preis der Kräne.", "Mitglieder", "diskutierten", "den Preis der Kräne"),
    ("fr", "Des membres ont discuté du prix des grues.", "Des membres", "ont discuté", "du prix des grues"),
    ("es", "Los miembros debatieron el precio de las grúas.", "Los miembros", "debatieron", "el precio de las grúas"),
    ("it", "I membri hanno discusso il prezzo delle gru.", "I membri", "hanno discusso", "il prezzo delle gru"),
    ("nl", "Leden bespraken de prijs van de kranen.", "Leden", "bespraken", "de prijs van de kranen"),
    ("ru", "Участники обсудили цену кранов.", "Участники", "обсудили", "цену кранов"),
    ("zh", "成员们讨论了起重机的价格。", "成员们", "讨论了", "起重机的价格"),
    ("ja", "会員たちはクレーンの値段について議論した。", "会員たち", "議論した", "クレーンの値段"),
]
DEBATED = [
    ("en", "Members discussed that cranes pay.", "Members", "discussed", "cranes pay"),
    ("en", "Members discussed the crane as the best of all.", "Members", "discussed", "the crane as the best of all"),
    ("en", "Members discussed “the end of cranes” at night.", "Members", "discussed", "the end of cranes"),
    ("de", "Mitglieder diskutierten, dass Kräne sich lohnen.", "Mitglieder", "diskutierten", "Kräne sich lohnen"),
    ("es", "Los miembros discutieron que las grúas rinden.", "Los miembros", "discutieron", "las grúas rinden"),
    ("ja", "会員たちはクレーンが得だと議論した。", "会員たち", "議論した", "クレーンが得だと"),
]
ACTS = [
    ("en", "Others prefer old cranes for the quay.", "Others", "prefer", "old cranes for the quay"),
    ("en", "The plan rests on the bet that cranes pay.", "The plan", "rests on the bet", "cranes pay"),
    ("en", "Members pushed against rules for cranes.", "Members", "pushed", "rules for cranes"),
    (
        "de",
        "Der Plan basiert auf der Wette, dass Kräne sich lohnen.",
        "Der Plan",
        "basiert auf der Wette",
        "Kräne sich",
    ),
    ("fr", "Le plan repose sur le pari que les grues rapportent.", "Le plan", "repose sur le pari", "les grues"),
    ("fr", "Les marins préfèrent les vieilles grues.", "Les marins", "préfèrent", "les vieilles grues"),
    ("es", "Los marineros prefieren las grúas viejas.", "Los marineros", "prefieren", "las grúas viejas"),
    ("it", "Alcuni marinai hanno accettato le gru vecchie.", "Alcuni marinai", "accettato", "le gru vecchie"),
    ("ru", "Моряки предпочитают старые краны.", "Моряки", "предпочитают", "старые краны"),
    ("zh", "水手们更喜欢旧起重机。", "水手们", "更喜欢", "旧起重机"),
]
SIDES = [
    ("en", "It gives faster lifts compared to older cranes.", "faster lifts", "compared", "to older cranes"),
    ("es", "Ofrece más fuerza comparado con otras grúas.", "más fuerza", "comparado", "con otras grúas"),
    ("de", "Der Kran hebt mehr verglichen mit anderen.", "Der Kran", "verglichen", "mit anderen"),
    ("nl", "De kraan tilt meer vergeleken met andere.", "De kraan", "vergeleken", "met andere"),
    ("en", "The fair shows just how much cranes have grown.", "The fair", "shows", "how much cranes have grown"),
    ("de", "Die Messe zeigt, wie sehr die Kräne gewachsen sind.", "Die Messe", "zeigt", "die Kräne gewachsen sind"),
    ("fr", "Le salon montre à quel point les grues ont grandi.", "Le salon", "montre", "les grues ont grandi"),
    ("es", "La feria muestra hasta qué punto crecieron las grúas.", "La feria", "muestra", "crecieron las grúas"),
    ("es", "Las grúas demostraron ser útiles en el puerto.", "Las grúas", "demostraron", "ser útiles en el puerto"),
    ("en", "The cranes proved to be useful.", "The cranes", "proved", "to be useful"),
    ("it", "Le gru si rivelarono troppo lente.", "Le gru", "rivelarono", "troppo lente"),
    ("en", "Members linked to the roadmap of the crane.", "Members", "linked", "the roadmap of the crane"),
]
UNSAID = [
    ("zh", "很多人误认为沃斯是老板。", "很多人", "误认为", "沃斯是老板"),
    ("ja", "ヴォスとの対談を見て、港は広いって印象を受けた。", "ヴォス", "印象を受けた", "港は広いって"),
    ("ko", "보스와의 대담을 보고 항구가 넓다는 인상을 받았다.", "보스", "인상을 받았다", "항구가 넓다는"),
    (
        "it",
        "Un altro articolo parla più in generale della gru.",
        "Un altro articolo",
        "parla",
        "più in generale della gru",
    ),
    ("es", "El artículo habla de seguridad en el puerto.", "El artículo", "habla", "de seguridad en el puerto"),
    ("fr", "Ce billet parle de sécurité dans le port.", "Ce billet", "parle", "de sécurité dans le port"),
    ("nl", "Dit artikel gaat over kranen in de haven.", "Dit artikel", "gaat", "over kranen in de haven"),
]
SAID = [
    ("zh", "很多人认为沃斯是老板。", "很多人", "认为", "沃斯是老板"),
    ("ja", "ヴォスは港は広いって印象を受けた。", "ヴォス", "印象を受けた", "港は広いって"),
    ("it", "I titoli parlavano di una gru infallibile.", "I titoli", "parlavano", "di una gru infallibile"),
    ("es", "El artículo habla de “grúas muertas”.", "El artículo", "habla de", "“grúas muertas”"),
    ("it", "La capitana parla di una gru infallibile.", "La capitana", "parla", "di una gru infallibile"),
]
ASKS = [
    ("en", "Voss asked whether the new crane pays.", "Voss", "asked", "the new crane pays"),
    ("en", "A sailor inquired how the yard lifts such loads.", "A sailor", "inquired", "how the yard lifts such loads"),
    ("de", "Voss fragte, ob der Kran sich lohnt.", "Voss", "fragte", "der Kran sich lohnt"),
    ("fr", "Voss a demandé si la grue rapporte.", "Voss", "a demandé", "la grue rapporte"),
    ("es", "Voss preguntó si la grúa rinde.", "Voss", "preguntó", "la grúa rinde"),
    ("it", "Voss ha chiesto se la gru rende.", "Voss", "ha chiesto", "la gru rende"),
    ("pt", "Voss perguntou se o guindaste rende.", "Voss", "perguntou", "o guindaste rende"),
    ("nl", "Voss vroeg of de kraan loont.", "Voss", "vroeg", "de kraan loont"),
    ("ru", "Восс спросил, окупится ли кран.", "Восс", "спросил", "окупится ли кран"),
    ("zh", "沃斯询问起重机是否划算。", "沃斯", "询问", "起重机是否划算"),
    ("ja", "ヴォス氏はクレーンは得かと尋ねた。", "ヴォス氏", "尋ねた", "クレーンは得か"),
    ("ko", "보스는 기중기가 이득인지 물었다.", "보스", "물었다", "기중기가 이득인지"),
    ("ar", "سأل فوس عما إذا كانت الرافعة مربحة.", "فوس", "سأل", "عما إذا كانت الرافعة مربحة"),
    ("en", "Voss expressed interest in seeing the crane.", "Voss", "expressed", "interest in seeing the crane"),
    ("de", "Voss zeigte Interesse an dem Kran.", "Voss", "zeigte", "Interesse an dem Kran"),
    ("fr", "Voss a exprimé son intérêt pour la grue.", "Voss", "a exprimé", "son intérêt pour la grue"),
    ("es", "Voss mostró interés por la grúa.", "Voss", "mostró", "interés por la grúa"),
    ("it", "Voss ha mostrato interesse per la gru.", "Voss", "ha mostrato", "interesse per la gru"),
    ("zh", "沃斯对起重机表示了兴趣。", "沃斯", "表示", "对起重机表示了兴趣"),
    ("ja", "ヴォス氏はクレーンに関心を示した。", "ヴォス氏", "示した", "クレーンに関心を"),
]
ASKED = [
    ("en", "Voss asked that the crane be sold.", "Voss", "asked", "the crane be sold"),
    ("en", "Voss asked about the crane, saying cranes pay.", "Voss", "asked", "about the crane, saying cranes pay"),
    ("de", "Voss fragte nicht, er sagte, dass der Kran sich lohnt.", "er", "sagte", "dass der Kran sich lohnt"),
    ("fr", "Voss a demandé que la grue soit vendue.", "Voss", "a demandé", "que la grue soit vendue"),
    ("es", "Voss pidió que la grúa se venda.", "Voss", "pidió", "que la grúa se venda"),
    ("zh", "沃斯表示起重机很划算。", "沃斯", "表示", "起重机很划算"),
    ("en", "Voss expressed concern about the crane.", "Voss", "expressed", "concern about the crane"),
    ("es", "Voss expresó dudas sobre la grúa.", "Voss", "expresó", "dudas sobre la grúa"),
]
REQUESTS = [
    ("en", "Voss asked for help with the crane.", "Voss", "asked", "for help with the crane"),
    ("de", "Voss bat um eine Erklärung zum Kran.", "Voss", "bat", "um eine Erklärung zum Kran"),
    ("fr", "Voss a demandé des précisions sur la grue.", "Voss", "a demandé", "des précisions sur la grue"),
    ("es", "Voss pide otra vez aclaraciones sobre la grúa.", "Voss", "pide", "sobre la grúa"),
    ("it", "Voss chiede chiarimenti sulla gru.", "Voss", "chiede", "chiarimenti sulla gru"),
    ("pt", "Voss pediu conselhos sobre o guindaste.", "Voss", "pediu", "conselhos sobre o guindaste"),
    ("ru", "Восс попросил совета о кране.", "Восс", "попросил", "совета о кране"),
    ("ja", "ヴォス氏はクレーンについて助言を求めた。", "ヴォス氏", "求めた", "クレーンについて助言を"),
    ("en", "Voss knows when a crane is not safe.", "Voss", "knows", "when a crane is not safe"),
    ("de", "Voss weiß, wann ein Kran nicht sicher ist.", "Voss", "weiß", "wann ein Kran nicht sicher ist"),
    ("fr", "Voss a su reconnaître quand une grue casse.", "Voss", "su", "quand une grue casse"),
    ("es", "Voss ha sabido reconocer cuándo una grúa no aguanta.", "Voss", "sabido reconocer", "cuándo una grúa"),
    ("it", "Voss sa quando una gru non regge.", "Voss", "sa quando", "una gru non regge"),
    ("ru", "Восс знает, когда кран не выдержит.", "Восс", "знает", "когда кран не выдержит"),
]
CALLS = [
    ("en", "Voss asked for a ban on old cranes.", "Voss", "asked for", "a ban on old cranes"),
    ("en", "Voss asked for help, saying cranes fail.", "Voss", "asked", "for help, saying cranes fail"),
    ("es", "Voss pide que se vendan las grúas.", "Voss", "pide", "se vendan las grúas"),
    ("de", "Voss forderte ein Verbot alter Kräne.", "Voss", "forderte", "ein Verbot alter Kräne"),
    ("en", "Voss knows that the crane is not safe.", "Voss", "knows", "that the crane is not safe"),
    ("fr", "Voss sait que la grue casse.", "Voss", "sait", "que la grue casse"),
]
KEEPS = [
    ("es", "Voss mantiene en secreto lo que construye.", "Voss", "mantiene", "construye"),
    ("it", "Voss mantiene segreto ciò che costruisce.", "Voss", "mantiene", "costruisce"),
    ("pt", "A Voss mantém em segredo o que constrói até que esteja pronto.", "Voss", "mantém", "constrói até"),
    ("fr", "Voss maintient secret ce qu'elle construit.", "Voss", "maintient", "elle construit"),
    ("it", "La soluzione prevede la creazione di gru che reggano.", "La soluzione", "prevede", "la creazione di gru"),
    ("es", "La ley prevé la venta de grúas que no aguanten.", "La ley", "prevé", "la venta de grúas"),
    ("fr", "Le plan prévoit la vente de grues qui cassent.", "Le plan", "prévoit", "la vente de grues"),
    ("pt", "O plano prevê a venda de guindastes.", "O plano", "prevê", "a venda de guindastes"),
    ("en", "A sailor built a small tool called Merlo.", "A sailor", "called", "Merlo"),
    ("de", "Ein Matrose baute ein Werkzeug namens Merlo.", "Ein Matrose", "namens", "Merlo"),
    ("fr", "Un marin a bâti une grue appelée Merlo.", "Un marin", "appelée", "Merlo"),
    ("es", "Un marinero creó una grúa llamada Merlo.", "Un marinero", "llamada", "Merlo"),
    ("nl", "Een zeeman bouwde een kraan genaamd Merlo.", "Een zeeman", "genaamd", "Merlo"),
]
KEPT = [
    ("es", "Voss mantiene desde hace años que la grúa rinde.", "Voss", "mantiene", "la grúa rinde"),
    ("it", "Voss mantiene che la gru rende.", "Voss", "mantiene", "la gru rende"),
    ("fr", "Voss maintient que la grue rapporte.", "Voss", "maintient", "la grue rapporte"),
    ("pt", "A Voss mantém que o guindaste rende.", "Voss", "mantém", "o guindaste rende"),
    ("it", "Voss prevede un calo dei prezzi.", "Voss", "prevede", "un calo dei prezzi"),
    ("es", "Los analistas prevén una caída de precios.", "Los analistas", "prevén", "una caída de precios"),
    ("en", "A sailor called the crane a wreck.", "A sailor", "called", "the crane a wreck"),
    ("fr", "Un marin a appelé cette grue une épave.", "Un marin", "a appelé", "cette grue une épave"),
]
MEASURES = [
    ("en", "The cranes are sorted according to their size.", "their size", "according to", "The cranes are sorted"),
    ("de", "Die Kräne werden nach der Größe sortiert.", "der Größe", "nach", "Die Kräne werden"),
    ("fr", "Le prix varie selon la taille de la grue.", "la taille de la grue", "selon", "Le prix varie"),
    ("es", "El precio cambia según el tamaño del barco.", "el tamaño del barco", "según", "El precio cambia"),
    ("it", "Il prezzo cambia secondo la grandezza della nave.", "la grandezza della", "secondo", "Il prezzo cambia"),
    ("pt", "O preço muda segundo o tamanho do navio.", "o tamanho do navio", "segundo", "O preço muda"),
    ("nl", "De kranen worden volgens een vast schema gekeurd.", "een vast schema", "volgens", "De kranen worden"),
    ("ru", "Краны ставят согласно их размеру.", "их размеру", "согласно", "Краны ставят"),
    ("zh", "根据船只的大小，港口会增加起重机。", "船只的大小", "根据", "港口会增加起重机"),
]
MEASURED = [
    ("en", "According to the size report, cranes pay.", "the size report", "According to", "cranes pay"),
    ("de", "Laut dem Bericht lohnen sich Kräne.", "dem Bericht", "Laut", "lohnen sich Kräne"),
    ("fr", "Selon le rapport, le prix varie.", "le rapport", "Selon", "le prix varie"),
    ("es", "Según el informe, el precio cambia.", "el informe", "Según", "el precio cambia"),
    ("it", "Secondo il rapporto, il prezzo cambia.", "il rapporto", "Secondo", "il prezzo cambia"),
    ("zh", "根据港口的报告，起重机很划算。", "港口的报告", "根据", "起重机很划算"),
]
COMPARED = [
    ("en", "The audit proved that cranes pay.", "The audit", "proved", "that cranes pay"),
    ("es", "El informe demostró que la grúa es segura.", "El informe", "demostró", "que la grúa es segura"),
    ("en", "Voss compared the crane to a bird.", "Voss", "compared", "the crane to a bird"),
    ("es", "Voss ha comparado la grúa con un ave.", "Voss", "comparado", "la grúa con un ave"),
    ("de", "Voss hat den Kran verglichen mit einem Vogel.", "Voss", "hat den Kran", "mit einem Vogel"),
    ("en", "The study shows that cranes have grown.", "The study", "shows", "cranes have grown"),
    ("en", "Voss linked the fires to the old cranes.", "Voss", "linked", "the fires to the old cranes"),
]


@pytest.mark.parametrize(
    ("language", "text", "source", "cue", "content"),
    [*OWN, *FINDING, *DEBATES, *ACTS, *SIDES, *UNSAID, *ASKS, *KEEPS, *MEASURES, *REQUESTS],
)
def test_nobody_else_asserts(language: str, text: str, source: str, cue: str, content: str) -> None:
    assert nothing(language, text, source, cue, content)


@pytest.mark.parametrize(
    ("language", "text", "source", "cue", "content"),
    [*OTHERS_FIGURES, *FOUND, *DEBATED, *COMPARED, *SAID, *ASKED, *KEPT, *MEASURED, *CALLS],
)
def test_somebody_asserts(language: str, text: str, source: str, cue: str, content: str) -> None:
    assert not nothing(language, text, source, cue, content)


def test_a_deed_that_a_rule_knows_as_a_saying_stays_one() -> None:
    assert not nothing("en", "Others prefer old cranes.", "Others", "prefer", "old cranes", "cue+clause")


@pytest.mark.parametrize(
    ("words", "own"),
    [
        ("Doch die Preise könnten höher nicht sein.", True),
        ("Allerdings wäre der Kai zu klein.", True),
        ("Doch habe die Werft das Seil vergessen.", False),
        ("Die Preise könnten höher nicht sein.", False),
    ],
)
def test_a_turn_in_an_unsure_mood_is_the_authors(words: str, own: bool) -> None:
    assert nothing("de", f"Voss sagt, dass Kräne sich lohnen. {words}", "Voss", "sagt", words, MOOD) == own
