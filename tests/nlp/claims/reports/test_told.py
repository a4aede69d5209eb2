"""Whose words a sentence's are by verbs of digests, announced lists, Konjunktiv, excerpts. All names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp import NlpSettings, Reader
from pipeline.nlp.claims.rules.bylines import Parts
from pipeline.nlp.claims.rules.reprints import is_taken, taken
from pipeline.records import Claim, Language, Section, Span

READER = Reader(NlpSettings(spacy_models=()))


def claims(text: str, language: str) -> tuple[Claim, ...]:
    return READER.read_text(text, language).claims


def claim_with(words: str, text: str, language: str) -> Claim:
    return next(c for c in claims(text, language) if words in c.text)


def who(claim: Claim) -> str | None:
    return claim.holder.text if claim.holder else None


TELLS = [
    ("en", "@harborcat detailed key features, including a faster crane.", "harborcat"),
    ("en", "@HarborLab showcased a crane being used by the port of Kestrel.", "HarborLab"),
    ("en", "quillonkit touts zero-cost storage, privacy and fast search.", "quillonkit"),
    ("en", "Quillon Analysis ranks the Kestrel model first in search and second in speed.", "Quillon Analysis"),
    ("en", "HarborPilot highlights the limits of the new crane and its price.", "HarborPilot"),
    ("en", "A member likened Kestrel to a crane with missing parts.", "A member"),
    (
        "en",
        "Despite the noise, several users share personal experiences where Kestrel saved them hours.",
        "several users",
    ),
    ("de", "Aber Quillon und Kestrel messen eine „massive Lücke“ zwischen Plan und Wirklichkeit.", "Quillon"),
    ("es", "Mara Voss compara la grúa con un barco sin capitán y sin rumbo.", "Mara Voss"),
    ("it", "Mara Voss paragona la gru a una nave senza capitano e senza rotta.", "Mara Voss"),
    ("pt", "Mara Voss detalhou as três fases do plano para o porto.", "Mara Voss"),
    ("fr", "Mara Voss vante la vitesse de la grue et le calme du port.", "Mara Voss"),
    ("nl", "Mara Voss prijst de snelheid van de kraan en de rust van de haven.", "Mara Voss"),
    ("ru", "Мара Восс сравнила кран с кораблём без капитана.", "Мара Восс"),
]


@pytest.mark.parametrize(("language", "text", "holder"), TELLS)
def test_verbs_of_digests_name_who_says_so(language: str, text: str, holder: str) -> None:
    found = claim_with(text[-12:], text, language)
    assert (who(found) or "").lstrip("@") == holder
    assert found.quoted == "indirect"


ACTS = [
    (
        "en",
        "Fair of Cranes Hopes for Guests: A member proposed organizing a walk, suggesting tea.",
        "A member",
        "organizing",
    ),
    ("en", "A user asked about pumps, and another user suggested clicking the square.", "another user", "clicking"),
    ("en", "Members advised on using the small pump in narrow basins.", "Members", "on using"),
    ("en", "Mara Voss acknowledged the delay, and fixed it with a new pump.", "Mara Voss", "the delay"),
    ("en", "A member questioned the need for a second pier.", "A member", "the need"),
    ("en", "A member shared the discovery that pumps can be driven by hand.", "A member", "the discovery"),
    ("en", "The founder claims to have sold ten thousand pumps.", "The founder", "to have sold"),
    ("en", "A user found it hard to get the pump to run in the cold.", "A user", "it hard"),
    ("en", "Members are skeptical about taller cranes, given the wind.", "Members", "about taller"),
    (
        "en",
        "Users are expressing frustration over reduced hours, with some reporting a drop.",
        "Users",
        "frustration",
    ),
    ("en", "Engineers attributed the leak to a bad seal.", "Engineers", "the leak"),
    ("en", "Mara Voss promoted a new course on pumps, positioning it as a standard for ports.", "Mara Voss", "it as"),
    ("en", "BriskHeron4417 also discusses the pumps, suggesting that they could work alone.", "BriskHeron4417", "they"),
    ("en", "@quillon announced that the new pump is tied for #1 overall.", "quillon", "the new pump"),
    ("de", "Mara Voss schlägt die Sanierung der alten Kaimauer vor.", "Mara Voss", "die Sanierung"),
    ("de", "Die Entwickler stellen die Ergebnisse der Messung infrage.", "Die Entwickler", "die Ergebnisse"),
    ("de", "Ein Nutzer fand es schwierig, den Kran bei Wind zu steuern.", "Ein Nutzer", "es schwierig"),
    ("fr", "Mara Voss propose de réparer la grue avant l'hiver.", "Mara Voss", "de réparer"),
    ("fr", "Les experts reconnaissent les défauts de la grue du port.", "Les experts", "les défauts"),
    ("es", "Mara Voss propone reparar la grúa antes del invierno.", "Mara Voss", "reparar"),
    ("es", "Los usuarios son escépticos sobre la solidez de la grúa.", "Los usuarios", "sobre"),
    ("it", "Mara Voss propone di riparare la gru prima dell'inverno.", "Mara Voss", "di riparare"),
    ("it", "Gli esperti riconoscono i difetti della gru del porto.", "Gli esperti", "i difetti"),
    ("pt", "Mara Voss propõe reparar o guindaste antes do inverno.", "Mara Voss", "reparar"),
    ("nl", "De gebruikers zijn sceptisch over de stevigheid van de kraan.", "De gebruikers", "over"),
    ("ru", "Мара Восс предлагает починить кран до зимы.", "Мара Восс", "починить"),
    ("ru", "Эксперты признали проблемы с краном в порту.", "Эксперты", "проблемы"),
]


@pytest.mark.parametrize(("language", "text", "holder", "content"), ACTS)
def test_who_proposes_or_owns_up_has_said_so(language: str, text: str, holder: str, content: str) -> None:
    found = claims(text, language)[-1]
    assert (who(found) or "").lstrip("@") == holder
    assert found.quoted == "indirect"
    assert text[found.content[0].start :].startswith(content)


NO_ACTS = [
    ("en", "We found it difficult to get the pump to run."),
    ("en", "I am optimistic about taller cranes on the coast."),
    ("en", "The results suggest using a smaller pump in cold water."),
    ("en", "The old pump released a lot of water, suggesting that the seal had failed."),
    ("en", "A member shared a walkthrough of the pump with the group."),
    ("en", "The optimizer describes the state as a vector of ten numbers."),
    ("en", "Quillon Works will find it hard to sell the pump in the cold."),
    ("de", "Die Stadt räumt den Schnee vor dem alten Hafen nicht weg."),
    ("fr", "La grue permet de lever dix tonnes de sable."),
    ("es", "El puerto vende y propone barcos de segunda mano."),
    ("ru", "Кран признали лучшим в порту за весь год."),
]


@pytest.mark.parametrize(("language", "text"), NO_ACTS)
def test_who_does_a_thing_or_shows_it_has_said_nothing(language: str, text: str) -> None:
    assert all(c.holder is None for c in claims(text, language))


OWN = [
    ("en", "The company that ranks first builds ships in Kestrel."),
    ("en", "Most detailed maps of Kestrel are lost today."),
    ("en", "Members shared their thoughts on the crane."),
    ("en", "In Kestrel many components have showcased the strength of cranes."),
    ("en", "The incident highlights the limits of the crane."),
    ("en", "This highlights the limits of the crane in rough weather."),
    ("en", "The crew is encouraged to ask the company for detailed information on the crane."),
    ("en", "Quillon Watches Your Ranks Like a Hawk in Kestrel."),
    ("en", "The port ranks third in Europe by volume."),
    ("en", "Quillon Works ranked seventh worldwide as a builder of cranes."),
    ("en", "Quillon Works ranks among the oldest builders of cranes."),
    ("en", "It remains uncertain whether the yard will pay for the crane."),
    ("es", "Quillon clasificó para la final de grúas en mayo."),
    ("fr", "Quillon se classe troisième parmi les grues du nord."),
    ("it", "Quillon si classifica terza tra le gru del nord."),
    ("de", "Die Kräne messen am Morgen 40 Meter und am Abend 38 Meter."),
]


@pytest.mark.parametrize(("language", "text"), OWN)
def test_things_that_rank_or_measure_say_nothing(language: str, text: str) -> None:
    assert all(c.holder is None for c in claims(text, language))


PASSIVES = [
    ("en", "The small crane was recommended for its speed in calm weather."),
    ("en", "The plan was highlighted as significant for the whole port."),
    ("en", "Lumenpack is highlighted as an alternative to the old crane."),
    ("en", "The small crane was touted for its strong reach and its speed."),
    ("de", "Der kleine Kran wurde als schnelle Lösung für den Hafen empfohlen."),
    ("fr", "La petite grue a été recommandée pour sa vitesse par temps calme."),
    ("es", "La grúa pequeña fue recomendada por su velocidad en el puerto."),
    ("it", "La gru piccola è stata raccomandata per la sua velocità nel porto."),
    ("pt", "O guindaste pequeno foi recomendado por todos no porto de Kestrel."),
    ("nl", "De kleine kraan werd aanbevolen vanwege de snelheid bij kalm weer."),
]


@pytest.mark.parametrize(("language", "text"), PASSIVES)
def test_passives_of_saying_leave_it_open_who_says_so(language: str, text: str) -> None:
    (found,) = claims(text, language)
    assert found.holder is not None
    assert (found.holder.kind, found.quoted) == ("anonymous", "indirect")


COUNTED = [
    ("es", "Mara Voss dice dos cosas importantes: primero, el puerto va a crecer. Para ello se necesitan grúas.",
     "necesitan"),
    ("en", "Mara Voss says two important things: first, the port will grow. Cranes are needed for that.", "needed"),
    ("de", "Mara Voss sagt zwei wichtige Dinge: Erstens wächst der Hafen. Dafür braucht er mehr Kräne.", "braucht"),
    ("fr", "Mara Voss dit deux choses importantes : d'abord, le port va grandir. Il faut pour cela plus de grues.",
     "Il faut"),
    ("it", "Mara Voss dice due cose importanti: primo, il porto crescerà. Per questo servono più gru.", "servono"),
    ("pt", "Mara Voss diz duas coisas importantes: primeiro, o porto vai crescer. Para isso são precisos guindastes.",
     "precisos"),
    ("es", "Mara Voss menciona algunos elementos negativos:\n\nLa grúa es lenta. Si se mueve, pierde la carga.",
     "pierde"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "words"), COUNTED)
def test_what_follows_so_many_things_is_said_too(language: str, text: str, words: str) -> None:
    assert who(claim_with(words, text, language)) == "Mara Voss"


def test_the_next_paragraph_and_the_next_thing_are_no_part_of_the_first() -> None:
    text = (
        "Mara Voss says two important things: first, the port will grow. More cranes are needed for that.\n\n"
        "The ferry to Kestrel was closed in May."
    )
    assert who(claim_with("ferry", text, "en")) is None


OWN_LISTS = [
    ("en", "I believe this for two reasons: first, the port is big. Cranes are cheap there.", "cheap"),
    ("en", "We see two problems: first, the port is small. Cranes are dear there.", "dear"),
    ("de", "Ich sehe zwei Gründe: Erstens wächst der Hafen. Dort sind Kräne billig.", "billig"),
    ("fr", "Je vois deux raisons : d'abord, le port va grandir. Les grues y sont chères.", "chères"),
]


@pytest.mark.parametrize(("language", "text", "words"), OWN_LISTS)
def test_what_follows_a_list_of_the_authors_is_the_authors(language: str, text: str, words: str) -> None:
    assert who(claim_with(words, text, language)) is None


def test_konjunktiv_behind_a_colon_goes_on_with_its_subject() -> None:
    text = (
        "Mara Voss hat eine neue Kennzahl definiert: Ein Kran soll 40 Schiffe am Tag laden. "
        "Leere Kräne seien verlorenes Geld für den ganzen Hafen."
    )
    assert who(claim_with("verlorenes", text, "de")) == "Mara Voss"


def test_the_subject_goes_on_as_they() -> None:
    text = (
        "A user expressed frustration over being limited by Quillon, noting that the crane stops at night. "
        "They emphasized that limits should be raised."
    )
    assert who(claim_with("should be raised", text, "en")) == "A user"


def test_a_sentence_that_leads_to_a_quotation_is_of_the_one_who_is_quoted() -> None:
    text = (
        "Según Voss, el puerto solo permite un tráfico muy limitado. Esto no lo puede hacer una grúa:\n\n"
        "Para crecer, necesitas barcos. Las grúas no pueden navegar."
    )
    quote = Span(text.index("Para crecer"), len(text))
    reading = READER._read("a1_x", text, Language("es", 1.0), "es", (), Parts((quote,)))
    assert who(next(c for c in reading.claims if "Esto no" in c.text)) == "Voss"


EXCERPTS = [
    "她写了一篇长文介绍港口。下面是我的一点摘录。",
    "What follows is an excerpt from her speech.",
    "Es folgt ein kurzer Auszug aus ihrer Rede.",
    "Voici un court extrait de son discours.",
    "A continuación, un extracto de su discurso.",
    "Di seguito un breve estratto del suo discorso.",
    "A seguir, um breve excerto do discurso.",
    "Hieronder een kort fragment uit haar toespraak.",
    "Ниже приведён короткий отрывок из её речи.",
    "以下は講演からの抜粋です。",
    "다음은 연설에서 발췌한 내용이다.",
    "فيما يلي مقتطف من خطابها.",
]


@pytest.mark.parametrize("line", EXCERPTS)
def test_an_excerpt_reaches_to_the_end_of_its_section(line: str) -> None:
    text = f"Mara Voss\n\n{line}\n\nThe port grew.\n\nNews\n\nThe ferry was closed."
    end = text.index("\n\nNews")
    sections = (Section(0, end, "Mara Voss"), Section(end + 2, len(text), "News"))
    start = text.index("The port")
    assert taken(text, sections) == (Span(start, end),)
    assert is_taken(text, start)
    assert taken(text, ()) == ()


DOUBTS = [
    ("en", "We think strictly within the limits of our models.", False),
    ("en", "We think the port will grow.", True),
    ("en", "If the dock hadn't burned, the port would still be open today.", False),
    ("en", "If the dock burned, the port would close.", True),
    ("ru", "Кран, конечно, будет работать в порту.", False),
    ("ru", "Краны появятся скорее на севере, чем на юге страны.", False),
    ("ru", "Порт скорее будет расти, чем стоять на месте.", True),
]


@pytest.mark.parametrize(("language", "text", "doubtful"), DOUBTS)
def test_what_is_contrary_to_fact_or_compared_is_not_doubted(language: str, text: str, doubtful: bool) -> None:
    assert [c.hedged for c in claims(text, language)] == [doubtful]
