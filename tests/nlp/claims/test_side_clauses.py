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
