"""Newsletter issues: items, headings, and what holds no claims."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml

import pipeline.extract
from pipeline.extract.blocks import Block
from pipeline.extract.compose import compose
from pipeline.extract.furniture import bare, mark

ISSUE = """---
title: "Tide Letter 12: cranes, cables and a ghost"
author: Mara Voss
---

Welcome to Tide Letter, a newsletter about harbors. If you'd like to support this, please subscribe.

**Cranes are getting slower:\x20\x20
**_…The council saw it coming…_ A study of the old port says that cranes lift 12% less than in 2020.

**Why this matters - the port will be full by 2031:** The number to watch is the queue, which has doubled.\x20\x20
**Read more** : [The crane study (Lorn Institute, PDF)](https://lorn.example/crane.pdf?utm_source=tide).

***

A cable is laid to the island:\x20\x20
**_…And nobody noticed…_** The cable carries 40 gigawatts. "It was laid in a week," [writes Ilo Brandt](https://b.example/).

**Speed:** It was the fastest job that the ship has done in all its years at sea.

*****

**Tide Tales:**

**Fiction**

_The ghost looked at the sea and said that the sea had been promised to it long ago._

**A heading inside the story**

The ghost went away, and the tide came in as it always had.

***

_Thanks for reading!_
"""


def stories(article):
    return [section.title for section in article.sections]


def test_issue_is_cut_into_its_items(reader):
    article = reader.one(ISSUE, newsletter=True)
    assert stories(article)[:2] == ["Cranes are getting slower", "A cable is laid to the island"]
    first, second = article.sections[:2]
    assert article.text[first.start : first.end].startswith("Cranes are getting slower:")
    assert "doubled" in article.text[first.start : first.end]
    assert "cable" not in article.text[first.start : first.end]
    assert article.text[second.start : second.end].endswith("at sea.")
    assert article.kind == "newsletter"


def test_what_remains_for_claims(reader, claims_area):
    article = reader.one(ISSUE, newsletter=True)
    assert claims_area(article) == [
        "…The council saw it coming… A study of the old port says that cranes lift 12% less than in 2020.",
        "The number to watch is the queue, which has doubled.",
        '…And nobody noticed… The cable carries 40 gigawatts. "It was laid in a week," writes Ilo Brandt.',
        "Speed: It was the fastest job that the ship has done in all its years at sea.",
    ]


def test_links_are_absolute_and_exact(reader):
    article = reader.one(ISSUE, newsletter=True)
    found = {article.text[link.start : link.end]: link.url for link in article.links}
    assert found["The crane study (Lorn Institute, PDF)"] == "https://lorn.example/crane.pdf"
    assert found["writes Ilo Brandt"] == "https://b.example/"


SENTENCES = {
    "en": "The port of Lorn has been closed since the storm took its only crane.",
    "fr": "Le port de Lorn est fermé depuis que la tempête a emporté sa seule grue.",
    "de": "Der Hafen von Lorn ist geschlossen, seit der Sturm seinen einzigen Kran nahm.",
    "es": "El puerto de Lorn está cerrado desde que la tormenta se llevó su única grúa.",
    "it": "Il porto di Lorn è chiuso da quando la tempesta ha portato via la sua unica gru.",
    "pt": "O porto de Lorn está fechado desde que a tempestade levou o seu único guindaste.",
    "nl": "De haven van Lorn is gesloten sinds de storm haar enige kraan meenam.",
    "zh": "自从风暴带走了唯一的起重机以来，洛恩港一直处于关闭状态，至今没有重新开放。",
    "ja": "嵐で唯一のクレーンが失われて以来、ローン港は閉鎖されたままになっている。",
    "ko": "폭풍이 유일한 크레인을 앗아간 이후로 로른 항구는 폐쇄된 상태로 남아 있다고 한다.",
    "ru": "Порт Лорн закрыт с тех пор, как буря унесла его единственный кран, сообщает совет.",
    "ar": "ميناء لورن مغلق منذ أن أخذت العاصفة رافعته الوحيدة، ولم يفتح أبوابه حتى اليوم أمام السفن.",
}
FURNITURE = {
    "en": ["Subscribe now", "Read more: The crane study", "© 2026 The Harbor Dispatch. All rights reserved.", "Share"],
    "fr": ["Abonnez-vous à la lettre", "À lire aussi : le port", "Tous droits réservés", "Se désabonner"],
    "de": ["Jetzt abonnieren", "Lesen Sie auch: Der Kran", "Alle Rechte vorbehalten", "Newsletter abbestellen"],
    "es": ["Suscríbete al boletín", "Leer más", "Todos los derechos reservados", "Darse de baja"],
    "it": ["Iscriviti alla newsletter", "Leggi anche: la gru", "Tutti i diritti riservati", "Annulla l'iscrizione"],
    "pt": ["Assine a newsletter", "Leia também: a grua", "Todos os direitos reservados", "Cancelar inscrição"],
    "nl": ["Schrijf je in voor de nieuwsbrief", "Lees ook: de kraan", "Alle rechten voorbehouden", "Uitschrijven"],
    "zh": ["点击这里阅读全文", "欢迎订阅本刊", "版权所有", "取消订阅"],
    "ja": ["続きを読む", "プライバシーポリシー", "無断転載を禁じます", "配信停止はこちら"],
    "ko": ["자세히 보기", "구독하기", "무단 전재 및 재배포 금지", "수신 거부"],
    "ru": ["Подписывайтесь на рассылку", "Читайте также: кран", "Все права защищены", "Отписаться"],
    "ar": ["اقرأ أيضا: الرافعة", "اشترك في النشرة", "جميع الحقوق محفوظة", "إلغاء الاشتراك"],
}


REPRINTED = {
    "en": "This article was first published by The Harbor Dispatch.",
    "fr": "Cet article a été publié initialement par Le Relais numérique.",
    "de": "Dieser Artikel erschien zuerst im Werkstattbrief.",
    "es": "Este artículo se publicó originalmente en El Faro.",
    "it": "Questo articolo è stato pubblicato originariamente dal Taccuino.",
    "pt": "Este artigo foi publicado originalmente no Caderno da Maré.",
    "nl": "Dit artikel verscheen eerder in De Schijf.",
    "zh": "本文首发于未来观察站。",
    "ja": "この記事は北都通信からの転載です。",
    "ko": "이 기사는 새벽테크에 처음 게재되었습니다.",
    "ru": "Статья впервые опубликована в журнале «Вычислитель».",
    "ar": "نشر هذا المقال لأول مرة في مرصد التقنية.",
}


@pytest.mark.parametrize("language", sorted(REPRINTED))
def test_where_a_text_was_printed_first_is_no_claim_in_it(language):
    assert mark([Block("para", REPRINTED[language])])[0].aside == "furniture"


@pytest.mark.parametrize("language", sorted(SENTENCES))
def test_furniture_is_known_in_every_language_and_prose_is_not_taken_for_it(language):
    blocks = [Block("para", text) for text in (SENTENCES[language], *FURNITURE[language], SENTENCES[language] + " ")]
    marked = mark(blocks)
    assert marked[0].aside is None
    assert marked[-1].aside is None
    assert [block.text for block in marked[1:-1] if block.aside is None] == []


def test_every_language_has_a_file_that_compiles():
    folder = Path(pipeline.extract.__file__).parent / "data" / "furniture"
    assert sorted(path.stem for path in folder.glob("*.yaml")) == sorted(SENTENCES)
    for path in folder.glob("*.yaml"):
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
        assert set(data) <= {"headings", "notes", "fiction", "fiction_ends", "starts", "contains"}
        for patterns in data.values():
            for pattern in patterns:
                assert not re.compile(pattern).fullmatch("")


def heading(text, level=2):
    return Block("heading", text, level=level)


def reasons(*blocks):
    return [block.aside for block in mark(blocks)]


def test_a_heading_speaks_for_its_part_and_no_further():
    para = Block("para", SENTENCES["en"])
    assert reasons(heading("A fine crane (Sponsor)"), para, heading("News"), para) == [
        "furniture",
        "furniture",
        "heading",
        None,
    ]
    assert reasons(heading("🔗 Verwandte Beiträge"), para, heading("Sub", 3), para, heading("News"), para)[2:] == [
        "furniture",
        "furniture",
        "heading",
        None,
    ]
    rule = Block("rule", "")
    assert reasons(heading("Short story", 7), para, heading("Part", 7), para, rule, para)[-1] is None
    assert reasons(heading("Short story", 7), para, heading("Part", 7), para)[3] == "fiction"


LONG = "Norhaven Works is the first to run the new crane of Brel Dynamics at all its quays around the clock"


@pytest.mark.parametrize(
    "title",
    [
        f"{LONG}! Congratulations to everybody who built it over so many years (Sponsor)",
        f"{LONG}! Herzlichen Glückwunsch an alle, die ihn über so viele Jahre gebaut haben (Anzeige)",
        f"{LONG} ! Félicitations à toutes celles et ceux qui l'ont construite pendant des années (Publicité)",
        f"{LONG}. Enhorabuena a todas las personas que la han construido durante tantos años (Patrocinado)",
        "Norhaven Weekly looks for an editor (Norhaven Editor, ~3 hrs/week)",
    ],
)
def test_a_long_title_that_calls_itself_an_advert_speaks_for_its_part(title):
    para = Block("para", SENTENCES["en"])
    assert reasons(heading(title), para, heading("News"), para) == ["furniture", "furniture", "heading", None]


@pytest.mark.parametrize("title", [LONG, f"{LONG} (7 minute read)", "Cranes run around the clock (3 hours a day)"])
def test_a_long_title_of_news_opens_its_part(title):
    para = Block("para", SENTENCES["en"])
    assert reasons(heading(title), para) == ["heading", None]


def test_a_bold_lead_that_opens_no_text_of_the_author_speaks_for_what_follows():
    text = "Links mentioned: The crane study (Lorn Institute): " + SENTENCES["en"]
    assert reasons(Block("para", text, bold=15)) == ["furniture", "furniture"]
    listed = Block("item", "Tide tables: all tides of the year, for sailors and for those who fish from the pier")
    assert reasons(Block("para", "Links mentioned:", bold=15), listed, heading("News"), listed) == [
        "furniture",
        "furniture",
        "heading",
        None,
    ]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Over 1M subscribers read Tide Letter to stay on top of the latest in cranes.", "furniture"),
        ("More than 500,000 readers trust us with their mornings.", "furniture"),
        ("About 40,000 people get their water from the old well.", None),
        ("The study asked 500 readers of tide tables.", None),
    ],
)
def test_boasting_of_subscribers_is_an_advert(text, reason):
    assert reasons(Block("para", text)) == [reason]


def test_a_story_is_known_by_its_last_line_too():
    story, end = Block("para", SENTENCES["en"]), Block("para", "Things that inspired this story: cranes; fog.")
    report = [heading("Harbor news"), story]
    assert reasons(*report, heading("The night shift"), story, story, end)[2:] == ["fiction"] * 4
    assert reasons(*report)[1] is None
    assert reasons(story, end) == [None, "fiction"]  # no title: nobody knows where it began


@pytest.mark.parametrize(("title", "reason"), [("Harbor Fiction", "fiction"), ("Science fiction", None)])
def test_a_corner_of_stories_has_a_name_of_its_own(title, reason):
    assert reasons(heading(title), Block("para", SENTENCES["en"]))[1] == reason


def test_bold_lines_are_headings_only_when_they_look_like_one():
    def bold(text):
        return mark([Block("para", text, bold=len(text))])[0].kind

    assert bold("Major improvements") == "heading"
    assert bold("What is new?") == "heading"
    assert bold("The port is closed, and it will not open again.") == "para"
    assert bold("word " * 60) == "para"


def test_run_in_heads_are_parted_from_their_text_but_speakers_are_not():
    text = "Why this matters now: The number of ships in the queue has doubled since the spring."
    parted = mark([Block("para", text, bold=21)])
    assert [block.text for block in parted] == [text[:21], text[22:]]
    label = "Ilo Brandt: I think the number of ships in the queue has doubled since the spring."
    assert [block.text for block in mark([Block("para", label, bold=11)])] == [label]


def test_links_move_with_the_parted_text():
    text = "Why this matters now: The council has published a long report."
    start = text.index("report")
    head, body = mark([Block("para", text, ((start, start + 6, "https://a.example/"),), bold=21)])
    assert head.links == ()
    assert [body.text[a:b] for a, b, _ in body.links] == ["report"]


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (Block("code", "x = 1"), "code"),
        (Block("row", "A | 3"), "row"),
        (Block("caption", "The old crane"), "caption"),
        (Block("para", "https://a.example/x"), "address"),
        (Block("item", "📄 25 Feb, Chains of Cranes: Lifting Less, https://a.example/x"), "address"),
        (Block("item", "The study (https://a.example/x) counts 40 cranes"), None),
        (Block("para", "Cranes | Ships | Boats | Tides"), "links"),
        (Block("para", "Home > Harbor > Cranes"), "links"),
        (Block("item", "The crane study", ((0, 15, "u"),)), "links"),
        (Block("para", "for (i = 0; i < n; i++) { run(x[i]); }"), "code"),
        (Block("para", "The council (which met today) voted; it was {almost} even."), None),
        (Block("item", "2023: 4.4%"), None),
        (Block("para", "The port is shut, says the study that everyone has read.", ((0, 8, "u"),)), None),
        (Block("para", "Subscribe to the view that ports decline. " * 12), None),
    ],
)
def test_single_blocks(block, reason):
    assert reasons(block) == [reason]


def test_blocks_without_words_go():
    assert mark([Block("para", text) for text in ("***", "1、", "—", "(2)", "👋")]) == ()


def test_a_paragraph_set_as_heading_is_a_paragraph():
    assert mark([heading("This text was leaked to us and we publish it here. " * 8)])[0].aside is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("## 🔗 Related posts:", "Related posts"),
        ("3. The crane", "The crane"),
        ("24 cranes tested", "24 cranes tested"),
        ("一、唐某的发言", "唐某的发言"),
        ("A crane (Sponsor)", "A crane (Sponsor)"),
        ("“Slow” cranes", "“Slow” cranes"),
    ],
)
def test_bare_titles(text, title):
    assert bare(text) == title


def test_sections_follow_headings_where_there_are_no_rules():
    blocks = mark(
        [heading("T", 1), heading("A"), Block("para", "a1."), heading("A.1", 3), heading("B"), Block("para", "b.")]
    )
    composed = compose(blocks, lambda url: url)
    assert [(s.title, composed.text[s.start : s.end]) for s in composed.sections] == [
        ("A", "A\n\na1.\n\nA.1"),
        ("B", "B\n\nb."),
    ]


def test_neighbouring_asides_are_one_span():
    blocks = mark([heading("A"), heading("B"), Block("para", SENTENCES["en"]), Block("para", "Share")])
    composed = compose(blocks, lambda url: url)
    assert [composed.text[s.start : s.end] for s in composed.asides] == ["A\n\nB", "Share"]
