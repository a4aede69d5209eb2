"""Reports in clauses of time, cause and concession, which leave their sentence to the author. Names are invented."""

from __future__ import annotations

import pytest

from pipeline.nlp.claims.frames import VIEW, Frame
from pipeline.nlp.claims.reports.side_clauses import holes_of, with_side_clauses
from pipeline.nlp.claims.rules.discourse import Said, Speech
from pipeline.records import Passage, Span


def read(language: str, text: str, source: str, cue: str, content: str, rule: str = "cue+clause") -> tuple[Frame, ...]:
    def at(words: str) -> Span:
        return Span(text.index(words), text.index(words) + len(words))

    frame = Frame(at(source) if source else None, at(cue), (at(content),), "indirect", "asserts", rule)
    passages = (Passage(0, len(text), language, 0),)
    return tuple(s.frame for s in with_side_clauses(text, passages, Speech((Said(frame, 0),), ())).said)


ASIDE = [
    ("en", "The shares fell sharply after Voss said that cranes fail.", "Voss", "said", "that cranes fail"),
    ("en", "Port News: The yard stopped work because Voss said that cranes fail.", "Voss", "said", "that cranes fail"),
    ("en", "After Voss said that cranes fail, the shares fell.", "Voss", "said", "that cranes fail"),
    ("de", "Die Aktie fiel stark, nachdem Voss sagte, dass Kräne versagen.", "Voss", "sagte", "dass Kräne versagen"),
    ("de", "Weil Voss sagte, dass Kräne versagen, fiel die Aktie.", "Voss", "sagte", "dass Kräne versagen"),
    ("fr", "L'action a chuté après que Voss a dit que tout casse.", "Voss", "a dit", "que tout casse"),
    ("fr", "Le chantier est fermé, bien qu'une femme dise que tout tient.", "une femme", "dise", "que tout tient"),
    ("es", "El astillero paró, aunque Voss dice que todo va bien.", "Voss", "dice", "que todo va bien"),
    ("it", "Il cantiere ha chiuso, anche se Voss dice che tutto va bene.", "Voss", "dice", "che tutto va bene"),
    ("pt", "O estaleiro parou, embora Voss diga que tudo vai bem.", "Voss", "diga", "que tudo vai bem"),
    ("nl", "De werf sloot vroeg, omdat Voss zei dat kranen falen.", "Voss", "zei", "dat kranen falen"),
    ("ru", "Акции резко упали после того, как Восс сказал, что краны ломаются.", "Восс", "сказал", "что краны"),
    ("zh", "在沃斯表示港口将关闭之后，股价下跌了。", "沃斯", "表示", "港口将关闭之后，股价下跌了"),
    ("ja", "ヴォス氏が港は閉まると述べた後、株価は下落した。", "ヴォス氏", "述べ", "港は閉まると"),
    ("ar", "تراجعت أسهم الشركة بعد أن قال فوس إن الميناء سيغلق.", "فوس", "قال", "إن الميناء سيغلق"),
]
MAIN = [
    ("en", "As Voss said, the cranes of the yard fail.", "Voss", "said", "the cranes of the yard fail"),
    ("en", "After the storm, Voss said that cranes fail.", "Voss", "said", "that cranes fail"),
    ("en", "The shares fell sharply, while Voss said that cranes fail.", "Voss", "said", "that cranes fail"),
    ("en", "It was loud when Voss said that cranes fail.", "Voss", "said", "that cranes fail"),
    ("en", "Because Voss said that cranes fail.", "Voss", "said", "that cranes fail"),
    ("de", "Da sagte Voss, dass alle Kräne versagen.", "Voss", "sagte", "dass alle Kräne versagen"),
    ("fr", "Après la tempête, Voss a dit que tout casse.", "Voss", "a dit", "que tout casse"),
    ("es", "Después de la tormenta, Voss dijo que todo va bien.", "Voss", "dijo", "que todo va bien"),
    ("zh", "在沃斯看来，港口将会关闭。", "沃斯", "看来", "港口将会关闭"),
    ("ja", "ヴォス氏は港は閉まると述べた。", "ヴォス氏", "述べ", "港は閉まると"),
]


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), ASIDE)
def test_a_side_clause_is_embedded(language: str, text: str, source: str, cue: str, content: str) -> None:
    assert [f.embedded for f in read(language, text, source, cue, content)] == [True]


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), MAIN)
def test_a_report_in_the_main_clause_is_not(language: str, text: str, source: str, cue: str, content: str) -> None:
    assert [f.embedded for f in read(language, text, source, cue, content)] == [False]


NOBODY = [
    ("en", "The yard grew in the years when everybody thought that cranes pay.", "everybody", "thought"),
    ("fr", "Le port grandit aux temps de Voss, quand on croyait que tout tient.", "Voss", "croyait"),
    ("de", "Der Hafen wuchs in Jahren, als man glaubte, alles hält.", "man", "glaubte"),
    ("it", "Il porto crebbe negli anni quando si credeva che tutto tiene.", "", "credeva"),
]


@pytest.mark.parametrize(("language", "text", "source", "cue"), NOBODY)
def test_what_people_thought_at_a_time_is_nobodys_report(language: str, text: str, source: str, cue: str) -> None:
    assert read(language, text, source, cue, text.rsplit(" ", 2)[-1]) == ()


def test_a_view_of_nobody_tells_a_time_too() -> None:
    text = "The yard grew in the years when it was believed that cranes pay."
    assert read("en", text, "", "it was believed that", "cranes pay", VIEW) == ()
    assert len(read("en", "It was believed that cranes pay.", "", "It was believed that", "cranes pay", VIEW)) == 1


def test_what_is_left_of_the_sentence_ends_before_the_conjunction() -> None:
    text = "The shares fell sharply after Voss said that cranes fail."
    frames = read("en", text, "Voss", "said", "that cranes fail")
    assert [text[:start] for start, _ in holes_of(text, Span(0, len(text)), frames, "en")] == [
        "The shares fell sharply "
    ]


BESIDE = [
    ("en", "The yard lost much money last year, with Voss saying that cranes fail.", "Voss", "saying", "that cranes"),
    (
        "en",
        "Port News: The yard closed early, with some users noting that it rains.",
        "some users",
        "noting",
        "that it",
    ),
    ("de", "Die Werft verlor viel Geld, wobei Voss sagt, dass Kräne versagen.", "Voss", "sagt", "dass Kräne"),
    ("fr", "Le chantier a perdu beaucoup, certains affirmant que tout casse.", "certains", "affirmant", "que tout"),
    ("es", "El astillero perdió mucho, con Voss diciendo que todo va bien.", "Voss", "diciendo", "que todo"),
    ("it", "Il cantiere ha perso molto, con Voss che dice che tutto va bene.", "Voss", "dice", "che tutto"),
    ("pt", "O estaleiro perdeu muito, com Voss dizendo que tudo vai bem.", "Voss", "dizendo", "que tudo"),
    ("nl", "De werf verloor veel geld, waarbij Voss zegt dat kranen falen.", "waarbij Voss", "zegt", "dat kranen"),
    ("ru", "Верфь потеряла много денег, причём Восс говорит, что краны ломаются.", "Восс", "говорит", "что краны"),
]
DEBATED = [
    (
        "en",
        "There is a debate on the price of cranes, with Voss saying that cranes fail.",
        "Voss",
        "saying",
        "that cranes",
    ),
    ("en", "With Voss saying that cranes fail, the shares fell.", "Voss", "saying", "that cranes fail"),
    ("en", "Early users find the crane too slow, with Voss saying that cranes fail.", "Voss", "saying", "that cranes"),
    ("en", "The yard closed early with Voss, who said that cranes fail.", "who", "said", "that cranes"),
    ("de", "Die Meinungen über Kräne gehen auseinander, wobei Voss sagt, dass sie halten.", "Voss", "sagt", "dass sie"),
    ("fr", "Les avis sont très partagés, certains affirmant que tout casse.", "certains", "affirmant", "que tout"),
    ("fr", "Des usagers ont quitté le port, affirmant que tout casse.", "Des usagers", "affirmant", "que tout casse"),
    ("es", "Hay mucho debate sobre las grúas, con Voss diciendo que todo va bien.", "Voss", "diciendo", "que todo"),
    ("it", "La discussione sulle gru continua, con Voss che dice che tutto va bene.", "Voss", "dice", "che tutto"),
    ("nl", "De meningen over kranen zijn verdeeld, waarbij Voss zegt dat ze falen.", "Voss", "zegt", "dat ze"),
    ("ru", "О кранах идёт спор, причём Восс говорит, что они ломаются.", "Восс", "говорит", "что они"),
]


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), BESIDE)
def test_a_phrase_behind_a_clause_is_embedded(language: str, text: str, source: str, cue: str, content: str) -> None:
    frames = read(language, text, source, cue, content)
    assert [f.embedded for f in frames] == [True]
    left = text[: holes_of(text, Span(0, len(text)), frames, language)[0][0]]
    assert len(left) < text.index("Voss" if "Voss" in text else source) - 1


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), DEBATED)
def test_what_is_said_in_a_debate_is_not(language: str, text: str, source: str, cue: str, content: str) -> None:
    assert [f.embedded for f in read(language, text, source, cue, content)] == [False]


RELATIVE = [
    ("en", "The yard sells a new crane that Voss says is the fastest.", "Voss", "says", "is the fastest"),
    ("en", "The yard sells a new crane, which Voss claims will soon be the best.", "Voss", "claims", "will soon be"),
    ("en", "The yard sells a new crane, which, according to Voss, is fast.", "Voss", "according to", "is fast"),
    ("de", "Die Werft verkauft einen Kran, der laut Voss schnell arbeitet.", "Voss", "laut", "schnell arbeitet"),
    ("de", "Die Werft hat einen Kran, von dem Voss sagt, dass er hält.", "Voss", "sagt", "dass er hält"),
    ("fr", "Le chantier vend une grue qui, selon Voss, va très vite.", "Voss", "selon", "va très vite"),
    ("fr", "Le chantier vend une grue dont Voss dit qu'elle va vite.", "Voss", "dit", "qu'elle va vite"),
    ("es", "El astillero vende una grúa que, según Voss, trabaja rápido.", "Voss", "según", "trabaja rápido"),
    ("it", "Il cantiere vende una gru che, secondo Voss, lavora in fretta.", "Voss", "secondo", "lavora in fretta"),
    ("pt", "O estaleiro vende um guindaste que, segundo Voss, trabalha bem.", "Voss", "segundo", "trabalha bem"),
    ("nl", "De werf verkoopt een kraan die volgens Voss heel snel werkt.", "Voss", "volgens", "heel snel werkt"),
    ("nl", "De werf verkoopt een kraan waarvan Voss zegt dat die snel werkt.", "Voss", "zegt", "dat die snel werkt"),
    ("ru", "Верфь продаёт кран, который, по словам Восса, быстро работает.", "Восса", "по словам", "быстро работает"),
]
SUBJECT = [
    ("en", "The port has hired Mara Voss, who says that cranes fail.", "Mara Voss", "says", "cranes fail", "Voss"),
    ("en", "Voss, who says that cranes fail, left the port in May.", "Voss", "says", "cranes fail", "Voss"),
    ("de", "Der Hafen hat Voss eingestellt, die sagt, dass alles hält.", "Voss", "sagt", "dass alles", "eingestellt"),
    ("fr", "Le port a embauché Voss, qui affirme que tout casse.", "Voss", "affirme", "que tout casse", "Voss"),
    ("es", "El puerto contrató a Voss, que afirma que todo va bien.", "Voss", "afirma", "que todo va bien", "Voss"),
    ("it", "Il porto ha assunto Voss, che sostiene che tutto va bene.", "Voss", "sostiene", "che tutto va", "Voss"),
    ("pt", "O porto contratou ontem Voss, que afirma que tudo vai bem.", "Voss", "afirma", "que tudo vai", "Voss"),
    ("nl", "De haven heeft Voss genomen, die zegt dat kranen falen.", "Voss", "zegt", "dat kranen falen", "genomen"),
    ("ru", "Порт вчера нанял Восс, которая говорит, что всё ломается.", "Восс", "говорит", "что всё", "Восс"),
]
NAMED = [
    ("en", "It was Mara Voss of the yard who said that cranes fail.", "Voss", "said", "that cranes fail"),
    ("en", "There are still some people who say that cranes fail.", "some people", "say", "that cranes fail"),
    ("en", "Mara Voss, who says that cranes fail.", "Mara Voss", "says", "that cranes fail"),
    ("de", "Es war die alte Voss, die sagte, dass alles hält.", "Voss", "sagte", "dass alles hält"),
    ("fr", "C'est la vieille Voss qui affirme que tout casse.", "Voss", "affirme", "que tout casse"),
    ("es", "Fue la vieja Voss quien afirmó que todo va bien.", "Voss", "afirmó", "que todo va bien"),
    ("en", "It is a new problem that Voss says will grow.", "Voss", "says", "will grow"),
    ("en", "The yard has long made a claim that Voss says is false.", "Voss", "says", "is false"),
    ("en", "The yard said last week that Voss claims it can pay.", "Voss", "claims", "it can pay"),
    ("en", "The yard wrote that, according to Voss, cranes pay.", "Voss", "according to", "cranes pay"),
    ("de", "Es ist ein Kran, der laut Voss schnell arbeitet.", "Voss", "laut", "schnell arbeitet"),
    ("de", "Die Werft hofft, und laut Voss halten die Kräne.", "Voss", "laut", "halten die Kräne"),
    ("fr", "C'est une nouvelle grue qui, selon Voss, va très vite.", "Voss", "selon", "va très vite"),
    ("es", "El astillero dice que, según Voss, la grúa aguanta.", "Voss", "según", "la grúa aguanta"),
    ("it", "Il cantiere dice che, secondo Voss, la gru tiene.", "Voss", "secondo", "la gru tiene"),
    ("nl", "Het is een kraan die volgens Voss heel snel werkt.", "Voss", "volgens", "heel snel werkt"),
    ("ru", "Это новый кран, который, по словам Восса, быстро работает.", "Восса", "по словам", "быстро работает"),
]


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), RELATIVE)
def test_a_relative_clause_is_embedded(language: str, text: str, source: str, cue: str, content: str) -> None:
    frames = read(language, text, source, cue, content)
    assert [f.embedded for f in frames] == [True]
    left = text[: holes_of(text, Span(0, len(text)), frames, language)[0][0]]
    assert left.rstrip(" ,").split()[-1] in ("crane", "Kran", "grue", "grúa", "gru", "guindaste", "kraan", "кран")


@pytest.mark.parametrize(("language", "text", "source", "cue", "content", "last"), SUBJECT)
def test_who_says_so_in_a_relative_clause_leaves_the_sentence_to_the_author(
    language: str, text: str, source: str, cue: str, content: str, last: str
) -> None:
    frames = read(language, text, source, cue, content)
    assert [f.embedded for f in frames] == [True]
    left = text[: holes_of(text, Span(0, len(text)), frames, language)[0][0]]
    assert left.rstrip(" ,").split()[-1] == last


@pytest.mark.parametrize(("language", "text", "source", "cue", "content"), NAMED)
def test_a_report_that_is_all_of_its_sentence_is_not(
    language: str, text: str, source: str, cue: str, content: str
) -> None:
    assert [f.embedded for f in read(language, text, source, cue, content)] == [False]


def test_who_is_named_in_a_relative_clause_holds_nothing_but_it() -> None:
    text = "The yard sells a new crane, which, according to Voss, is fast."
    whole = Span(0, text.index("which") + 5)
    cue, source, rest = (Span(text.index(w), text.index(w) + len(w)) for w in ("according to", "Voss", "is fast"))
    frame = Frame(source, cue, (whole, rest), "indirect", "asserts", "preposition")
    found = with_side_clauses(text, (Passage(0, len(text), "en", 0),), Speech((Said(frame, 0),), ())).said[0].frame
    assert [text[c.start : c.end] for c in found.contents] == ["which", "is fast"]


EXISTING = [
    ("en", "There are experts who say that cranes fail.", "There", "say", "that cranes fail", "experts"),
    ("de", "Es gibt Lotsen, die sagen, dass alles hält.", "Es gibt Lotsen, die", "sagen", "dass alles hält", "Lotsen"),
    ("fr", "Il y a des marins qui disent que tout casse.", "Il", "disent", "que tout casse", "des marins"),
    ("es", "Hay marineros que dicen que todo va bien.", "Hay marineros", "dicen", "que todo va bien", "marineros"),
    ("it", "Ci sono marinai che dicono che tutto va bene.", "Ci", "dicono", "che tutto va bene", "marinai"),
    ("pt", "Há marinheiros que dizem que tudo vai bem.", "Há marinheiros", "dizem", "que tudo vai", "marinheiros"),
    ("nl", "Er zijn loodsen die zeggen dat kranen falen.", "Er", "zeggen", "dat kranen falen", "loodsen"),
    ("ru", "Есть лоцманы, которые говорят, что краны ломаются.", "Есть лоцманы", "говорят", "что краны", "лоцманы"),
    ("en", "The experts who know it say that cranes fail.", "The experts", "say", "that cranes fail", "The experts"),
    ("es", "El marinero dice que todo va bien.", "El marinero", "dice", "que todo va bien", "El marinero"),
]


@pytest.mark.parametrize(("language", "text", "source", "cue", "content", "who"), EXISTING)
def test_those_that_there_are_say_so(language: str, text: str, source: str, cue: str, content: str, who: str) -> None:
    (frame,) = read(language, text, source, cue, content)
    assert frame.source is not None
    assert text[frame.source.start : frame.source.end] == who
