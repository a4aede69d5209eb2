"""Topics, announcements, requests, offers and questions told of: no claims, however sure the learned reader is."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from pipeline.nlp import NlpSettings, Reader
from pipeline.records import Article, Tagged, Window

SURE = (0.6, 0.395, *([0.005 / 7] * 7))


def sure(windows: list[Window]) -> list[Tagged]:
    """Call every sentence a claim."""
    return [Tagged(tuple(SURE for _ in w.sentences), (), (), (), (), ()) for w in windows]


READER = Reader(NlpSettings(spacy_models=()), sure)

NONE = [
    ("en", "Language support in Harbor"),
    ("en", "harbor auto-dock mode, Pier Model Reliability, Harbor and Crane X, Install on offline ships"),
    ("en", "DDPM, CLIP, MLST, GNN, Graph Harbor Networks (GHNs)"),
    ("en", "Competition for Berth Matching Algorithms"),
    ("en", "Estimated reading time saved (at 200wpm): 795 minutes."),
    ("de", "Lesezeit: 7 Minuten"),
    ("fr", "Temps de lecture : 7 minutes"),
    ("en", "Let's look at the figures from the port."),
    ("en", "In this article, I will describe the three kinds of cranes."),
    ("en", "This post details the findings from the experiment."),
    ("en", "To answer these questions we must first look at the cranes."),
    ("en", "Consider another scenario."),
    ("de", "Fangen wir mit den Zahlen an."),
    ("de", "In diesem Beitrag zeige ich die drei Arten von Kränen."),
    ("de", "Um diese Frage zu beantworten, müssen wir die Kräne betrachten."),
    ("fr", "Commençons par les chiffres du port."),
    ("fr", "Appelons x_i et y_i les vecteurs qui correspondent au navire."),
    ("fr", "Aujourd'hui que les grues sont partout, je vous propose de les décortiquer."),
    ("es", "Para contestar estas preguntas debemos estudiar las grúas del puerto."),
    ("es", "Empecemos con las cifras del puerto."),
    ("it", "Vediamo insieme come funziona la gru."),
    ("pt", "Neste artigo vamos analisar as três gruas do porto."),
    ("nl", "Laten we eens naar de cijfers van de haven kijken."),
    ("ru", "Давайте посмотрим на цифры порта."),
    ("zh", "下面我们来看看港口的数字。"),
    ("ja", "それでは港の数字を見ていきましょう。"),
    ("ko", "이제 항구의 수치를 살펴보겠습니다."),
    ("ar", "دعونا ننظر إلى أرقام الميناء."),
    ("ja", "やり方と結果をぜひ教えてほしい。"),
    ("ko", "결과를 알려 주세요."),
    ("en", "It's a good time to upgrade to an annual subscription, since the price rises in May."),
    ("de", "Jetzt ist ein guter Zeitpunkt, ein Abonnement abzuschließen."),
    ("en", "Crane rules: A user inquired about the use of cranes in small ports, asking for best practices."),
    ("de", "Ein Nutzer fragte nach der besten Einstellung für den Kran."),
    ("fr", "Un utilisateur a demandé comment régler la grue."),
    ("es", "Un usuario preguntó cómo ajustar la grúa."),
    ("en", "In this post we will show how the crane works."),
    ("fr", "Dans cet article, nous montrerons comment fonctionne la grue."),
    ("es", "En este artículo mostraremos cómo funciona la grúa."),
    ("it", "In questo articolo mostreremo come funziona la gru."),
    ("pt", "Neste artigo mostraremos como funciona a grua."),
    ("nl", "In dit artikel laten we zien hoe de kraan werkt."),
    ("ru", "В этой статье мы покажем, как работает кран."),
    ("zh", "在这篇文章中，我们将展示起重机如何工作。"),
    ("ja", "この記事では、クレーンの仕組みを示します。"),
    ("ko", "이 글에서 우리는 크레인의 작동 방식을 보여 줄 것이다."),
    ("en", "You are receiving this email because you signed up at Norhaven Weekly."),
    ("de", "Sie erhalten diese E-Mail, weil Sie sich bei Norhaven angemeldet haben."),
    ("fr", "Vous recevez cet e-mail car vous êtes inscrit à Norhaven Hebdo."),
    ("es", "Recibes este correo porque te suscribiste a Norhaven Semanal."),
    ("it", "Ricevi questa e-mail perché ti sei iscritto a Norhaven."),
    ("pt", "Você recebeu este e-mail porque se inscreveu na Norhaven."),
    ("nl", "Je ontvangt deze e-mail omdat je je hebt aangemeld bij Norhaven."),
    ("ru", "Вы получили это письмо, потому что подписались на рассылку."),
    ("zh", "您收到这封邮件是因为您订阅了诺海文周刊。"),
    ("ja", "このメールは、ノルハーヴェンに登録された方にお送りしています。"),
    ("ko", "이 메일은 노르헤이븐에 가입하신 분께 발송됩니다."),
    ("ar", "تصلك هذه الرسالة لأنك اشتركت في نشرة نورهافن."),
    ("ru", "Перешлите это письмо другу."),
    ("ru", "Первым делом посмотрим, как менялись краны порта."),
]


@pytest.mark.parametrize(("language", "text"), NONE)
def test_what_asserts_nothing_by_its_form_is_no_claim(language: str, text: str) -> None:
    assert READER.read_text(text, language).claims == ()


CLAIMS = [
    ("en", "In this post we show that cranes are safe."),
    ("es", "En este artículo mostramos que las grúas son seguras."),
    ("nl", "In dit artikel laten we zien dat kranen veilig zijn."),
    ("en", "You are receiving fewer ships because the port is closed."),
    ("zh", "您收到这批货物是因为港口关闭了。"),
    ("en", "Jan 25, '25: Harbor University replicates the crane results"),
    ("en", "For instance, I still use the old crane for certain tasks instead of the new one"),
    ("en", "Harbor Works released the new crane under an open licence"),
    ("en", "Abroad: under strict controls, pour money into ships, cranes and docks"),
    ("en", "This section shows that cranes are safe."),
    ("en", "Let's look at the figures: the port lost a third of its ships last year."),
    ("en", "A user asked about cranes, and the maker answered that they are safe."),
    ("en", "A member inquired about the new crane, to which another confirmed that it comes in May."),
    ("de", "Ein Nutzer fragte nach dem neuen Kran, worauf der Hafen zusagte, dass er im Mai kommt."),
    ("es", "Un usuario preguntó por la grúa nueva, a lo que el puerto confirmó que llega en mayo."),
    ("ru", "Один из пользователей спросил о новом кране, на что порт ответил, что он придёт в мае."),
    ("en", "Let it be said that we chose the harder way."),
    ("en", "Fisherman loses ferry case, to appeal"),
    ("en", "the tallest version of the crane burned half again as much oil as the low one"),
    ("en", "The new crane used 40 percent less oil"),
    ("en", "Bail refused in crane theft"),
    ("ar", "لأننا استقبلناها."),
    ("en", "Note that cranes are also used in small ports."),
    ("en", "Crane scores: 84.8, versus 79.9 for the older model."),
    ("en", "New cranes (Score: 348, Comments: 75): The harbour bought ten new cranes."),
    ("de", "Gehen wir davon aus, dass der Hafen wächst, steigen die Preise."),
    ("fr", "Rappelons que le port a perdu un tiers de ses navires."),
    ("it", "Vediamo una crescita costante delle navi nel porto."),
    ("ja", "彼は港の数字を教えてくれないのでおかしい。"),
    ("ja", "波がない。"),
    ("es", "Ha crecido."),
]


@pytest.mark.parametrize(("language", "text"), CLAIMS)
def test_what_only_resembles_such_forms_stays_a_claim(language: str, text: str) -> None:
    assert len(READER.read_text(text, language).claims) >= 1


ITEMS = [
    ("es", "Evaluar el rendimiento de las grúas"),
    ("es", "Reducir el coste del puerto."),
    ("es", "Mejora de la calidad de los muelles"),
    ("pt", "Avaliar o desempenho das gruas"),
    ("pt", "Redução dos custos do porto"),
    ("it", "Valutare le prestazioni delle gru"),
    ("it", "Riduzione dei costi di trasporto"),
    ("fr", "Évaluer les performances des grues"),
    ("fr", "Réduction des coûts d'entretien des navires"),
    ("de", "Kräne schneller bauen"),
    ("de", "Die Leistung der Kräne bewerten"),
    ("de", "Senkung der Kosten für den Hafen"),
    ("nl", "Kranen sneller bouwen"),
    ("nl", "Verlaging van de kosten van de haven"),
    ("ru", "Обучение крановщиков на новых кранах"),
    ("ru", "Снизить стоимость перевозок"),
    ("ru", "Оценка качества кранов на реальных задачах"),
    ("en", "To reduce the cost of transport"),
    ("en", "Reduction of the port costs"),
]


@pytest.mark.parametrize(("language", "item"), ITEMS)
def test_an_item_without_a_finite_verb_is_no_claim(language: str, item: str) -> None:
    assert READER.read_text(f"- {item}\n- {item}", language).claims == ()


FINITE_ITEMS = [
    ("es", "El muelle supera al anterior"),
    ("es", "Evaluar grúas es difícil"),
    ("es", "Evaluar grúas ayuda a todos los puertos"),
    ("es", "Mejora de la calidad reduce costes"),
    ("pt", "A grua supera a anterior"),
    ("it", "Valutare le gru aiuta tutti i porti"),
    ("fr", "Évaluer les grues aide tous les ports"),
    ("de", "Die Preise im Hafen steigen"),
    ("de", "Die Erwartungen sinken"),
    ("de", "Kräne bauen wird teurer"),
    ("nl", "Bedrijven willen sneller bouwen"),
    ("ru", "Кран — это инструмент"),
    ("ru", "Краны дешевле людей"),
    ("ru", "Новый кран быстрее старого"),
    ("ru", "Обучение крановщиков подорожало"),
    ("ru", "Обучение крановщиков дорого"),
    ("ru", "Строить краны — дорого"),
    ("ru", "Кран готов к работе"),
    ("en", "Reduction of costs makes ports larger than ever"),
]


@pytest.mark.parametrize(("language", "item"), FINITE_ITEMS)
def test_an_item_with_a_predicate_is_a_claim(language: str, item: str) -> None:
    assert len(READER.read_text(f"- {item}\n- {item}", language).claims) == 2


LED_IN = [
    ("es", "La empresa quiere hacer tres cosas en el puerto:", "Evaluar el rendimiento de las grúas"),
    ("ru", "Компания хочет сделать в порту две вещи:", "Снизить стоимость перевозок"),
    ("de", "Die Firma will drei Dinge erreichen:", "Kräne schneller bauen"),
    ("fr", "Le port veut faire deux choses cette année :", "Évaluer les performances des grues"),
]


@pytest.mark.parametrize(("language", "lead", "item"), LED_IN)
def test_an_item_that_goes_on_with_a_sentence_has_its_verb(language: str, lead: str, item: str) -> None:
    assert any(item in c.text for c in READER.read_text(f"{lead}\n\n- {item}\n- {item}", language).claims)


@pytest.mark.parametrize(("language", "lead", "item"), LED_IN)
def test_a_title_with_a_colon_is_no_such_sentence(language: str, lead: str, item: str) -> None:
    title = {"es": "Objetivos del puerto:", "ru": "Планы порта:", "de": "Ziele im Hafen:", "fr": "Buts du port :"}
    assert not any(item in c.text for c in READER.read_text(f"{title[language]}\n\n- {item}", language).claims)


def test_a_link_of_a_notebook_is_no_claim() -> None:
    assert READER.read_text("- [[2026-04-16-werkzeuge-und-die-neue-infrastruktur-der-kräne]]", "de").claims == ()


@pytest.mark.parametrize("title", ["港の現実は遠い？船の強みと限界を解説", "The harbour is closing"])
def test_a_first_paragraph_that_repeats_the_title_holds_no_claim(title: str) -> None:
    text = f"{title}\n\nThe harbour lost a third of its ships last year."
    article = Article(
        id="a1_test", source_id="s", url="file:t.md", title=title, byline=None, outlet="The Harbor Dispatch",
        published=None, fetched=datetime(2026, 1, 1, tzinfo=UTC), kind="article", text=text, sections=(), asides=(),
        blockquotes=(), links=(), raw_sha256="0" * 64, language_hint="en",
    )  # fmt: skip
    assert [c.text for c in READER.read(article).claims] == ["The harbour lost a third of its ships last year."]


SCENES = [
    ("en", "Now suppose that we have already built a good crane in a port we know."),
    ("de", "Nehmen wir an, wir hätten in einem bekannten Hafen schon einen Kran gebaut."),
    ("fr", "Supposons que nous ayons déjà construit une grue dans un port connu."),
    ("es", "Supongamos que ya hemos construido una grúa en un puerto conocido."),
    ("it", "Supponiamo di aver già costruito una gru in un porto noto."),
    ("pt", "Suponhamos que já construímos uma grua num porto conhecido."),
    ("nl", "Stel dat we in een bekende haven al een kraan hebben gebouwd."),
    ("ru", "Предположим, что мы уже построили кран в знакомом порту."),
    ("zh", "这时，假设我们在熟悉的港口，已经建好了一台起重机，比如一台大型起重机。"),
    ("ja", "よく知る港に、すでに良いクレーンを作ったとしよう。"),
    ("ko", "잘 아는 항구에 이미 좋은 크레인을 만들었다고 가정해 보자."),
    ("ar", "لنفترض أننا بنينا رافعة جيدة في ميناء معروف."),
]

TITLES = [
    ("en", "How Quillon cut its costs."),
    ("en", "What this week says about the power of the ports."),
    ("de", "Was diese Ausgabe über die Häfen im Norden verrät."),
    ("de", "Warum der Hafen im Mai gefror."),
    ("fr", "Ce que cette semaine révèle sur le pouvoir des ports."),
    ("es", "Lo que esta semana revela sobre el poder de los puertos."),
    ("es", "Cómo Quillon redujo sus costes."),
    ("it", "Cosa rivela questa settimana sul potere dei porti."),
    ("pt", "O que esta semana revela sobre o poder dos portos."),
    ("nl", "Hoe Quillon zijn kosten verlaagde."),
    ("ru", "Как «Квиллон» снизил расходы."),
]

LEADING_OVER = [
    ("en", "The process until today was roughly this:"),
    ("de", "Der Ablauf sah bisher ungefähr so aus:"),
    ("fr", "Le processus jusqu'à aujourd'hui était à peu près celui-ci :"),
    ("es", "El proceso hasta hoy era más o menos este:"),
    ("it", "La procedura della gru finora era circa questa:"),
    ("pt", "O processo até hoje era mais ou menos este:"),
    ("nl", "Het proces was tot nu toe ongeveer zo:"),
    ("ru", "Процесс до сих пор был примерно таким:"),
    ("zh", "到今天为止，流程大致是这样的："),
    ("ja", "これまでの流れはだいたいこうだった："),
    ("ko", "지금까지의 과정은 대략 이렇다:"),
    ("ar", "كانت العملية حتى اليوم كما يلي:"),
]

POINTED_OUT = [
    ("en", "Note the role of the harbour master in the town's election."),
    ("de", "Man beachte die Rolle des Kapitäns bei der Wahl der Stadt."),
    ("fr", "Notons le rôle du capitaine dans l'élection de la ville."),
    ("es", "Nótese el papel del capitán en la elección de la villa."),
    ("it", "Si noti il ruolo del capitano nell'elezione della città."),
    ("pt", "Note-se o peso de um capitão na eleição da vila."),
    ("en", "Given these figures, let's look at the cranes of the port."),
    ("fr", "Sur cette base, regardons l'état actuel du port."),
    ("es", "Con esta base, veamos el estado actual del puerto."),
    ("pt", "Com base nisto, vejamos o estado atual do porto."),
    ("ru", "Исходя из этих цифр, давайте посмотрим на краны порта."),
    ("en", "Go ahead, climb the old crane, it is fun."),
    ("de", "Nur zu, nutzt den alten Steg, das macht Spaß."),
    ("fr", "Allez-y, utilisez le vieux quai, c'est amusant."),
    ("es", "Adelante, usa el muelle viejo, es divertido."),
    ("en", "So, below are short summaries of other reports on cranes, sorted by date."),
    ("de", "Im Folgenden finden Sie kurze Zusammenfassungen weiterer Berichte über Kräne."),
    ("nl", "Hieronder staan korte samenvattingen van andere berichten over kranen."),
    ("ru", "Ниже приведены краткие обзоры других статей о кранах."),
]


@pytest.mark.parametrize(("language", "text"), [*SCENES, *TITLES, *LEADING_OVER, *POINTED_OUT])
def test_scenes_titles_and_what_leads_over_assert_nothing(language: str, text: str) -> None:
    assert READER.read_text(text, language).claims == ()


ASSERTED = [
    ("en", "Suppose the port closes, then the ferry stops."),
    ("de", "Angenommen, der Hafen schließt, dann ruht die Fähre."),
    ("zh", "我们假设港口已经关闭，那么渡轮就会停运。"),
    ("zh", "假设检验广泛用于统计。"),
    ("ru", "Если предположить худшее, порт закроют."),
    ("de", "Was die Firma baut, ist teuer."),
    ("de", "Wie das Labor mitteilte, wurde der Kran verkauft."),
    ("en", "What this port says about us is uncomfortable."),
    ("en", "How the port works is a mystery."),
    ("es", "Cómo funciona el puerto es un misterio."),
    ("nl", "Hoe de haven werkt blijft een raadsel."),
    ("ru", "Почему порт закрыли, неясно."),
    ("en", "The mayor wrote this: the port is closed."),
    ("it", "Il motivo è questo: il porto è chiuso."),
    ("en", "The port is slow, since our cranes are not built for this:"),
    ("ru", "Порт работает медленно, ведь наши краны не рассчитаны на это:"),
    ("zh", "假设你的港口已经有了起重机，这时候你如果想扩建，是不可行的。"),
    ("de", "Man beachte, dass der Hafen geschlossen ist."),
    ("fr", "Notons toutefois que le port est fermé."),
    ("es", "Nótese que el puerto está cerrado."),
    ("pt", "Note-se, porém, que o porto está fechado."),
    ("it", "Si noti che il porto è chiuso."),
    ("fr", "Chaque matin, nous regardons le port."),
    ("es", "Más adelante, el puerto crece."),
    ("en", "The ferry is late, let's say by an hour."),
    ("en", "Below are the rocks on which the ferry ran aground."),
]


@pytest.mark.parametrize(("language", "text"), ASSERTED)
def test_what_follows_from_a_scene_or_has_a_main_clause_is_a_claim(language: str, text: str) -> None:
    assert len(READER.read_text(text, language).claims) >= 1
