"""Whose words a block quotation holds, by the paragraph before it. All names are invented."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.nlp import Reader
from pipeline.records import Article, Claim, Span

READER = Reader()


def read(marked: str, language: str, title: str = "T") -> list[Claim]:
    """Read a text whose block quotations are marked as in Markdown."""
    text, quotes = "", []
    for paragraph in marked.split("\n\n"):
        words = paragraph.removeprefix("> ")
        text += "\n\n" if text else ""
        if words != paragraph:
            quotes.append(Span(len(text), len(text) + len(words)))
        text += words
    article = Article(
        id="a1_test", source_id="s", url="file:t.md", title=title, byline=None, outlet="The Harbor Dispatch",
        published=None, fetched=datetime(2026, 1, 1, tzinfo=UTC), kind="article", text=text, sections=(),
        asides=(), blockquotes=tuple(quotes), links=(), raw_sha256="0" * 64, language_hint=language,
    )  # fmt: skip
    return list(READER.read(article).claims)


def of(marked: str, words: str, language: str, title: str = "T") -> tuple[str | None, str]:
    """Return (holder, whose words) of the claim that holds some words."""
    claim = next(c for c in read(marked, language, title) if words in c.text)
    return (claim.holder.text if claim.holder else None), claim.quoted


SPEECHES = [
    ("en", "Mara Voss gave a long speech in the harbour on Monday.", "The port will grow by ten percent next year."),
    ("de", "Mara Voss hielt am Montag eine lange Rede im Hafen.", "Der Hafen wird im nächsten Jahr wachsen."),
    ("fr", "Revenons au discours de Mara Voss.", "Le port va grandir de dix pour cent cette année."),
    ("es", "Volvamos al discurso de Mara Voss.", "El puerto va a crecer un diez por ciento este año."),
    ("it", "Torniamo al discorso di Mara Voss.", "Il porto crescerà del dieci per cento quest'anno."),
    ("pt", "Voltemos ao discurso de Mara Voss.", "O porto vai crescer dez por cento este ano."),
    ("nl", "Mara Voss hield maandag een lange toespraak in de haven.", "De haven zal volgend jaar groeien."),
    ("en", "Mara Voss says that the port will close in May.", "The port will grow by ten percent next year."),
    ("fr", "Mara Voss affirme que le port va bientôt fermer.", "Le port va grandir de dix pour cent."),
    ("fr", "Comme l'explique Mara Voss,", "Le port va grandir de dix pour cent cette année."),
    ("en", "The lab is old. Petra Quill left it. Mara Voss put it this way.", "The port will grow next year."),
    ("en", "Petra Quill runs the lab. Mara Voss captured this better than most:", "The port will grow next year."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "quote"), SPEECHES)
def test_the_last_sentence_before_names_who_is_quoted(language: str, before: str, quote: str) -> None:
    assert of(f"{before}\n\n> {quote}", quote, language) == ("Mara Voss", "direct")


NOBODY = [
    ("en", "Mara Voss built the lab in 2019.", "The port will grow by ten percent next year."),
    ("de", "Mara Voss baute das Labor im Jahr 2019.", "Der Hafen wird im nächsten Jahr wachsen."),
    ("fr", "Mara Voss a construit le laboratoire en 2019.", "Le port va grandir de dix pour cent cette année."),
    ("es", "Mara Voss construyó el laboratorio en 2019.", "El puerto va a crecer un diez por ciento este año."),
    ("en", "Mara Voss and Petra Quill each gave a speech.", "The port will grow by ten percent next year."),
    ("en", "According to Mara Voss cranes are slaves; others see them as tools.", "The port will grow next year."),
    ("en", "Mara Voss likes this quote:", "The port will grow by ten percent next year."),
    ("de", "Mara Voss teilte dieses Zitat:", "Der Hafen wird im nächsten Jahr wachsen."),
    ("fr", "Mara Voss a partagé cette citation :", "Le port va grandir de dix pour cent cette année."),
    ("es", "Mara Voss compartió esta cita:", "El puerto va a crecer un diez por ciento este año."),
    ("en", "In the long run you are bound to always find old cranes:", "The port will grow next year."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "quote"), NOBODY)
def test_who_is_only_told_of_is_not_quoted(language: str, before: str, quote: str) -> None:
    assert of(f"{before}\n\n> {quote}", quote, language) == ("", "direct")


OWN = [
    ("en", "Here is what I wrote in my letter of 2019:", "The port will grow by ten percent next year."),
    ("de", "Im Jahr 2019 schrieben wir dazu:", "Der Hafen wird im nächsten Jahr wachsen."),
    ("fr", "En 2019, nous écrivions ainsi :", "Le port va grandir de dix pour cent cette année."),
    ("es", "En 2019 escribimos lo siguiente:", "El puerto va a crecer un diez por ciento este año."),
    ("it", "Nel 2019 ho scritto:", "Il porto crescerà del dieci per cento quest'anno."),
    ("pt", "Em 2019 escrevi assim:", "O porto vai crescer dez por cento este ano."),
    ("nl", "In 2019 schreef ik het volgende:", "De haven zal volgend jaar groeien."),
    ("zh", "我在2019年写道：", "港口明年将增长百分之十。"),
]


@pytest.mark.parametrize(("language", "before", "quote"), OWN)
def test_authors_quote_themselves(language: str, before: str, quote: str) -> None:
    assert of(f"{before}\n\n> {quote}", quote, language) == (None, "direct")


GOES_ON = [
    ("en", "Mara Voss says:", "The port will grow next year.", "And about the cranes:", "Cranes are a kind of heart."),
    ("de", "Mara Voss sagt:", "Der Hafen wird wachsen.", "Und zu den Kränen:", "Die Kräne sind das Herz der Stadt."),
    ("fr", "Mara Voss dit :", "Le port va grandir.", "Et pour ce qui est des grues :", "Les grues sont son coeur."),
    ("es", "Mara Voss dice:", "El puerto va a crecer.", "En cuanto a las grúas:", "Las grúas son su corazón."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "first", "between", "second"), GOES_ON)
def test_a_paragraph_that_names_nobody_lets_the_speaker_go_on(
    language: str, before: str, first: str, between: str, second: str
) -> None:
    marked = f"{before}\n\n> {first}\n\n{between}\n\n> {second}"
    assert of(marked, second, language) == ("Mara Voss", "direct")


TURNS = [
    ("en", "Another engineer is less sure:"),
    ("en", "From the annual report:"),
    ("en", "I asked the model the same question:"),
    ("en", "The workers of the yard see it in another light:"),
    ("en", "Later that year the port was sold."),
]


@pytest.mark.parametrize(("language", "between"), TURNS)
def test_a_paragraph_that_turns_to_others_ends_a_speaker(language: str, between: str) -> None:
    marked = f"Mara Voss says:\n\n> The port will grow.\n\n{between}\n\n> Cranes are a kind of heart."
    assert of(marked, "Cranes", language)[0] != "Mara Voss"


DOCUMENTS = [
    ("en", "The cranes are old. From the annual report:", "The port will grow next year.", "the annual report"),
    ("en", "Again, quoting the annual report, as Petra Quill does:", "The port will grow.", "the annual report"),
    ("de", "Aus dem Jahresbericht:", "Der Hafen wird im nächsten Jahr wachsen.", "dem Jahresbericht"),
    ("fr", "Dans le rapport annuel :", "Le port va grandir de dix pour cent cette année.", "le rapport annuel"),
    ("es", "Del informe anual:", "El puerto va a crecer un diez por ciento este año.", "informe anual"),
    ("nl", "Uit het jaarverslag:", "De haven zal volgend jaar groeien.", "het jaarverslag"),
]


@pytest.mark.parametrize(("language", "before", "quote", "document"), DOCUMENTS)
def test_a_document_is_quoted_by_its_name(language: str, before: str, quote: str, document: str) -> None:
    assert of(f"{before}\n\n> {quote}", quote, language) == (document, "direct")


def test_who_is_quoted_says_what_others_say_inside_of_it() -> None:
    marked = (
        "Mara Voss captured this better than most:\n\n"
        "> I think most of that talk comes from people who like to say, “We will rebuild everything.”"
    )
    assert of(marked, "most of that talk", "en") == ("Mara Voss", "direct")


def test_quotations_from_one_address_are_of_one_speaker() -> None:
    link = "https://harbor.example/watch?v=1"
    marked = (
        f"Mara Voss says:\n\n> The port will grow.\n\n{link} 9:06\n\nThe dock is empty now."
        "\n\n> Cranes are a kind of heart.{tail}"
    )
    quoted = marked.replace(f"grow.\n\n{link} 9:06", f"grow.\n{link} 9:06")
    assert of(quoted.format(tail=f"\n{link} 12:30"), "kind of heart", "en")[0] == "Mara Voss"
    assert of(quoted.format(tail="\nhttps://harbor.example/watch?v=2"), "kind of heart", "en")[0] == ""
    turned = quoted.replace("The dock is empty now.", "The dock is empty, says Petra Quill, and it rains.")
    assert of(turned.format(tail=f"\n{link} 12:30"), "kind of heart", "en")[0] != "Mara Voss"


CITED = [
    ("en", "The critic Petra Quill quotes Mara Voss on cranes:", "“The port will grow by ten percent.”", "Mara Voss"),
    ("pt", "Por isso Petra Quill cita a engenheira Mara Voss:", "“O porto vai crescer este ano.”", "Mara Voss"),
    ("es", "Por eso Petra Quill cita a Mara Voss cuando habla:", "“El puerto va a crecer este año.”", "Mara Voss"),
    ("fr", "La critique Petra Quill cite Mara Voss :", "« Le port va grandir de dix pour cent. »", "Mara Voss"),
    ("de", "Die Kritikerin Petra Quill zitiert Mara Voss:", "„Der Hafen wird im nächsten Jahr wachsen.“", "Mara Voss"),
    ("it", "La critica Petra Quill cita Mara Voss:", "«Il porto crescerà del dieci per cento.»", "Mara Voss"),
    ("en", "The critic Petra Quill cites the old figures:", "“The port will grow by ten percent.”", "Petra Quill"),
    ("de", "Petra Quill zitiert die alten Zahlen:", "„Der Hafen wird bald wachsen.“", "Petra Quill"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "before", "quote", "who"), CITED)
def test_who_is_cited_speaks(language: str, before: str, quote: str, who: str) -> None:
    assert of(f"{before}\n\n{quote}", quote[2:-2].strip(), language) == (who, "direct")


THUS = [
    ("ja", "田中花子氏はクレーンについてこう述べている。", "「クレーンは港の心臓だ。決して眠らない。」", "田中花子"),
    ("ko", "김하나는 크레인에 대해 이렇게 말했다.", '"크레인은 항구의 심장이다. 결코 잠들지 않는다."', "김하나"),
    ("zh", "李小红对起重机这样说。", "“起重机是港口的心脏。它们从不睡觉。”", "李小红"),
]


@pytest.mark.parametrize(("language", "before", "quote", "who"), THUS)
def test_a_sentence_that_says_as_follows_needs_no_colon(language: str, before: str, quote: str, who: str) -> None:
    holder, quoted = of(f"{before}\n\n{quote}", quote[1:8], language)
    assert (who in (holder or ""), quoted) == (True, "direct")


GIVERS = [
    ("en", "Quillon Labs runs the port.", "They make it very clear that this is new:", "Quillon Labs"),
    ("en", "Mara Voss runs the port.", "She is blunt about it:", "Mara Voss"),
    ("en", "The port is old.", "The Harbor Dispatch has a good explanation for what is different:", "Harbor Dispatch"),
    ("de", "Der Hafen ist alt.", "Quillon Labs liefert eine gute Erklärung dafür:", "Quillon Labs"),
    ("fr", "Le port est vieux.", "Quillon Labs donne une bonne explication de tout cela :", "Quillon Labs"),
    ("es", "El puerto es viejo.", "Quillon Labs ofrece una buena explicación de todo esto:", "Quillon Labs"),
    ("it", "Il porto è vecchio.", "Quillon Labs offre una buona spiegazione di tutto questo:", "Quillon Labs"),
]
"""Who opens the sentence before a quotation gives what follows; "they" who are or look like something do not."""


@pytest.mark.parametrize(("language", "above", "before", "who"), GIVERS)
def test_who_gives_what_follows_is_quoted(language: str, above: str, before: str, who: str) -> None:
    quote = "Port 2030: 10 %."
    assert of(f"{above} {before}\n\n> {LONG[language]} {quote}", LONG[language], language) == (who, "direct")


LONG = {
    "en": "The port will grow by ten percent next year.",
    "de": "Der Hafen wird im nächsten Jahr wachsen.",
    "fr": "Le port va grandir de dix pour cent.",
    "es": "El puerto va a crecer un diez por ciento este año.",
    "it": "Il porto crescerà del dieci per cento quest'anno.",
}


NO_GIVERS = [
    "Quillon Labs runs five ports. They are as follows:",
    "Another detail builds on a recent paper:",
    "Quill lists four of them as “The Suspects”, and we recall the basic terms of it:",
    "It also has a familiar look when compared to that of Quillon:",
]


@pytest.mark.parametrize("before", NO_GIVERS)
def test_a_sentence_that_tells_of_things_names_no_speaker(before: str) -> None:
    assert of(f"The port is old, and few people like it. {before}\n\n> {LONG['en']}", LONG["en"], "en")[0] in (
        "",
        "Quill",
    )


BEHIND = [
    ("en", "The port is old, and few like it.", "As Mara Voss rightly puts it, cranes are the problem."),
    ("de", "Der Hafen ist alt, und wenige mögen ihn.", "Wie Mara Voss es so schön sagt, sind Kräne das Problem."),
    ("fr", "Le port est vieux, et peu l'aiment.", "Comme l'explique si bien Mara Voss, les grues sont le problème."),
    ("es", "El puerto es viejo, y a pocos les gusta.", "Como bien explica Mara Voss, las grúas son el problema."),
    ("it", "Il porto è vecchio, e a pochi piace.", "Come spiega bene Mara Voss, le gru sono il problema."),
]


@pytest.mark.parametrize(("language", "before", "behind"), BEHIND)
def test_the_sentence_behind_a_quotation_may_name_who_speaks(language: str, before: str, behind: str) -> None:
    words = LONG[language]
    assert of(f"{before}\n\n> {words}\n\n{behind}", words, language) == ("Mara Voss", "direct")
    assert of(f"{before}\n\n> {words}\n\n{behind[:-1]}:\n\n> {words[:-1]} so.", words, language)[0] == ""
    assert of(f"Petra Quill says:\n\n> {words}\n\n{behind}", words, language)[0] == "Petra Quill"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Mara Voss on the Harbor Podcast"),
        ("de", "Mara Voss im Gespräch über Kräne"),
        ("fr", "Entretien avec Mara Voss"),
        ("es", "Entrevista con Mara Voss"),
        ("it", "Intervista a Mara Voss"),
    ],
)
def test_a_title_says_whose_interview_the_quotations_are_of(language: str, title: str) -> None:
    words = LONG[language]
    text = f"Mara Voss, Jan Quill.\n\nPier 9:\n\n> {words}"
    assert of(text, words, language, title) == ("Mara Voss", "direct")
    assert of(text, words, language, "Pier 9")[0] != "Mara Voss"
    assert of(text.replace("Pier 9:", "Jan Quill:"), words, language, f"{title}, Jan Quill")[0] == "Jan Quill"


OWN_PIECES = [
    ("en", "The port is old. From my first major piece on cranes:"),
    ("de", "Der Hafen ist alt. Aus meinem letzten Beitrag über Kräne:"),
    ("fr", "Le port est vieux. Extrait de mon dernier article :"),
    ("es", "El puerto es viejo. De mi último artículo sobre grúas:"),
    ("it", "Il porto è vecchio. Dal mio ultimo articolo sulle gru:"),
]


@pytest.mark.parametrize(("language", "before"), OWN_PIECES)
def test_authors_quote_their_own_pieces(language: str, before: str) -> None:
    assert of(f"{before}\n\n> {LONG[language]}", LONG[language], language) == (None, "direct")


TOPICS = [
    "Crane tools fail often, Port of Quillon grows fast, Cheap cranes win the market",
    "Crane tools fail often\nPort of Quillon grows fast\nCheap cranes win the market",
]


@pytest.mark.parametrize("topics", TOPICS)
def test_a_list_of_topics_is_no_quotation(topics: str) -> None:
    marked = f"Harbor chat (Petra Quill):\n\n> {topics}\n\nThe cranes failed on Monday."
    assert all(claim.quoted == "none" for claim in read(marked, "en"))


def test_a_sentence_with_commas_is_quoted() -> None:
    words = "Cranes fail, ports close, and the harbour of Quillon grows."
    assert of(f"Petra Quill says:\n\n> {words}", words, "en") == ("Petra Quill", "direct")
