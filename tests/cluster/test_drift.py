import pytest
from cluster_world import Says, World, result_of

from pipeline.cluster.lexicon import terms
from pipeline.cluster.quotation import gapped, marked, plain, stands_in

NO = ("no", 0.9)
FILLER = tuple(Says(f"The letter of this week looks at {t} and at what follows.", t) for t in ("law", "money", "chips"))


def original(**more) -> Says:
    return Says("Everyone who tells you that progress is hitting a wall is wrong.", "wall", stance=NO, **more)


def lineage(source: Says, *printed: Says, language="en", filler=FILLER):
    """The drift entries of a letter by Voss and of a story on it."""
    world = World()
    world.add("letter", source, *filler, outlet="Tidal Notes", byline="Mara Voss")
    world.add("story", *printed, Says("Mara Voss writes Tidal Notes, a letter.", "x", claim=False), day=2,
              outlet="Hafenblatt", language=language)  # fmt: skip
    return result_of(world).drift


def quote(text, meaning="wall", holder="Mara Voss", content=None, stance=NO, **more) -> Says:
    """A sentence that is printed in quotation marks, unless it says itself what of it is."""
    printed, content = (text, content) if content else (f"“{text}”", text)
    return Says(printed, meaning, holder, quoted="direct", stance=stance, content=content, **more)


def only(entries):
    (entry,) = entries
    (variant,) = entry.variants
    return entry, variant


def test_verbatim_but_for_spaces_and_quotation_marks():
    said = "Everyone who tells you that  progress is hitting a wall is wrong"
    entry, variant = only(lineage(original(), quote(f"“{said},” Mara Voss wrote.", content=said)))
    assert (variant.verdict, variant.differences) == ("verbatim", ())
    assert entry.statement == original().text


def test_a_translation_without_differences():
    french = "Quiconque dit que le progrès se heurte à un mur se trompe."
    _, variant = only(lineage(original(), quote(french), language="fr"))
    assert (variant.verdict, variant.differences) == ("translation", ())


def test_other_words_in_quotation_marks():
    _, variant = only(lineage(original(), quote("Whoever says there is a wall has no clue.")))
    assert variant.verdict == "paraphrase_in_quotes"


@pytest.mark.parametrize(
    ("text", "language", "there"),
    [
        ("Qui dit que la mise à l'échelle bute sur un goulot d’étranglement se trompe.", "fr", "goulot d’étranglement"),
        ("Wer sagt, der Fortschritt stoße auf einen Engpass, irrt.", "de", "Engpass"),
        ("任何说进步遇到瓶颈的人都错了。", "zh", "瓶颈"),
        ("進歩がボトルネックに当たったと言う人は間違っている。", "ja", "ボトルネック"),
    ],
)  # fmt: skip
def test_a_wall_that_became_a_bottleneck(text, language, there):
    _, variant = only(lineage(original(), quote(text), language=language))
    assert variant.verdict == "altered"
    assert [(d.kind, d.original, d.variant) for d in variant.differences] == [("term", "wall", there)]


def amount(words, kind, value):
    return {"numbers": ((words, kind, value),)}


@pytest.mark.parametrize(
    ("kind", "words", "unit", "value"),
    [
        ("number", "172 fois", "ratio", "172"),
        ("unit", "170 %", "percent", "170"),
        ("unit", "170000 fois", "ratio", "170000"),
    ],
)
def test_a_number_or_unit_that_drifted_in_a_quote(kind, words, unit, value):
    source = Says("It takes 170 times the compute.", "compute", stance=NO, **amount("170 times", "ratio", "170"))
    printed = quote(f"Il faut {words} la puissance.", "compute", **amount(words, unit, value))
    _, variant = only(lineage(source, printed, language="fr"))
    assert variant.verdict == "altered"
    assert [(d.kind, d.original, d.variant) for d in variant.differences] == [(kind, "170 times", words)]


def test_a_number_that_drifted_in_a_sentence_of_a_translation():
    source = Says("It takes 170 times the compute.", "compute", stance=NO, **amount("170 times", "ratio", "170"))
    report = Says("Es braucht 172-mal so viel.", "compute", stance=NO, **amount("172-mal", "ratio", "172"))
    rest = [Says(f"Der Brief dieser Woche betrachtet {t} und die Folgen.", t) for t in ("law", "money", "chips")]
    _, variant = only(lineage(source, report, *rest, language="de"))
    assert [(d.kind, d.variant) for d in variant.differences] == [("number", "172-mal")]


def test_a_faithful_sentence_of_a_translation_is_not_listed():
    source = Says("It takes 170 times the compute.", "compute", stance=NO, **amount("170 times", "ratio", "170"))
    report = Says("Es braucht 170-mal so viel.", "compute", stance=NO, **amount("170-mal", "ratio", "170"))
    rest = [Says(f"Der Brief dieser Woche betrachtet {t} und die Folgen.", t) for t in ("law", "money", "chips")]
    assert lineage(source, report, *rest, language="de") == ()


def test_another_model_a_lost_hedge_and_a_lost_negation():
    source = Says("Vela 4o may not be the last.", "last", stance=NO, hedged=True, negated=True,
                  entities=(("Vela 4o", "model", None),))  # fmt: skip
    printed = Says("Vela 4 is the last.", "last", "Mara Voss", quoted="direct", stance=("mixed", 0.9),
                   entities=(("Vela 4", "model", None),))  # fmt: skip
    rest = [Says(f"Der Brief dieser Woche betrachtet {t} und die Folgen.", t) for t in ("law", "money", "chips")]
    _, variant = only(lineage(source, printed, *rest, language="de"))
    assert [d.kind for d in variant.differences] == ["entity", "hedge", "negation"]
    assert (variant.differences[0].original, variant.differences[0].variant) == ("Vela 4o", "Vela 4")


def test_words_put_into_another_mouth():
    rest = [Says(f"Der Brief dieser Woche betrachtet {t} und die Folgen.", t) for t in ("law", "money", "chips")]
    printed = Says("Wer von einer Wand spricht, irrt.", "wall", "Ilja Brandt", quoted="direct", stance=NO)
    _, variant = only(lineage(original(), printed, *rest, language="de"))
    assert [(d.kind, d.original, d.variant) for d in variant.differences] == [("holder", "Mara Voss", "Ilja Brandt")]


def test_a_quote_without_an_original_says_so():
    (entry,) = lineage(original(), quote("Nobody knows what comes next.", "unknown"))
    assert entry.original_claim_id is None
    assert entry.variants[0].verdict == "no_original"


LATER = "Nobody at all sees what is on its way."


def test_a_later_print_is_not_the_original_of_an_earlier_one():
    world = World()
    world.add("early", quote("Nobody sees what is coming.", "coming"), day=0)
    world.add("late", quote(LATER, "coming"), day=5, outlet="Blue Desk")
    entry, variant = only(result_of(world).drift)
    assert variant.verdict == "paraphrase_in_quotes"
    assert (entry.statement, variant.text) == ("“Nobody sees what is coming.”", f"“{LATER}”")


def test_a_change_of_mind_is_no_drift():
    world = World()
    world.add("then", quote("Scaling has hit a wall.", stance=("yes", 0.9)))
    world.add("now", quote("Scaling has not hit a wall.", negated=True), day=30, outlet="Blue Desk")
    assert [d.variants[0].verdict for d in result_of(world).drift] == ["no_original", "no_original"]


@pytest.mark.parametrize("text", ["It’s  -5.5 %", "« It's -5.5 % »", "it's -5.5 %."])
def test_plain_forgets_only_what_a_quotation_may_change(text):
    assert plain(text) == "it's -5.5 %"


def test_a_faint_quotation_is_recognised_only_by_its_lead():
    faint = quote("Nobody has a clue what a wall is.", "wall+sea+stone")
    _, variant = only(lineage(original(), faint))
    assert variant.verdict == "paraphrase_in_quotes"
    rival = Says("Stones and trees are what she writes about.", "stone+tree")
    (entry,) = lineage(original(), faint, filler=(*FILLER, rival))
    assert entry.variants[0].verdict == "no_original"


@pytest.mark.parametrize("turn", range(4))
def test_of_prints_of_one_day_none_renders_itself_and_one_heads_the_others(turn):
    world = World()
    for name, outlet in (("a", "Red Desk"), ("b", "Blue Desk"), ("c", "Hafenblatt")):
        said = "Nobody sees what is coming" + " at all" * (name == "c")
        rest = Says(f"{outlet} opens at nine and closes at five on weekdays.", f"hours {name}")
        world.add(name, quote(f"“{said},” Mara Voss said.", "coming", content=said), rest, outlet=outlet)
    (entry,) = result_of(world, turn).drift
    printed = [v.claim_id for v in entry.variants]
    assert len(printed) == len(set(printed)) == 2
    assert entry.original_claim_id not in printed


def test_words_in_no_marks_are_not_said_to_stand_in_some():
    bare = [quote(text, meaning, content=text) for text, meaning in (("Nobody knows what comes next.", "next"),)]
    same = quote("Whoever says there is a wall has no clue.", content="Whoever says there is a wall has no clue.")
    assert lineage(original(), *bare, same) == ()


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("„Niemand weiß, was kommt“, schrieb Mara Voss.", "Niemand weiß, was kommt"),
        ("« Personne ne sait ce qui vient », écrit Mara Voss.", "Personne ne sait ce qui vient"),
        ("マラ・ヴォスは「次に何が来るか誰も知らない」と書いた。", "次に何が来るか誰も知らない"),
        ("‘Nobody knows what comes,’ Mara Voss wrote.", "Nobody knows what comes"),
        ("“Wait.” She paused. “We saw it. Nobody knows what comes.” That was all.", "Nobody knows what comes."),
    ],
)
def test_marks_of_many_languages_and_of_a_pair_that_opened_before(text, content):
    world = World()
    world.add("story", quote(text, "next", content=content))
    (statement,) = world.judged()
    assert marked(statement)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Mara Voss: Nobody knows what comes.", "Nobody knows what comes."),
        ("She calls it a “wall” all the same. Nobody knows what comes.", "Nobody knows what comes."),
        ("It's what Mara Voss's friends hold: nobody knows.", "nobody knows."),
    ],
)
def test_a_lead_in_alone_is_no_mark(text, content):
    world = World()
    world.add("story", quote(text, "next", content=content))
    (statement,) = world.judged()
    assert not marked(statement)


SPOKEN = "The old harbour earns more than the airport. It does not sleep at night."


@pytest.mark.parametrize(
    ("quoted", "text", "stands"),
    [
        ("The old harbour … more than the airport", SPOKEN, True),
        ("The old harbour [...] does not sleep", SPOKEN, True),
        ("Le vieux port (…) que l’aéroport", "Le vieux port gagne plus que l'aéroport.", True),
        ("Старый порт <…> чем аэропорт", "Старый порт приносит больше, чем аэропорт.", True),
        ("老港口……比机场还多", "老港口赚的钱比机场还多。", True),
        ("赚的钱比机场还多", "老港口赚的钱比机场还多。", True),
        ("新しい空港より稼ぐ", "古い港は新しい空港より稼ぐ。", True),
        ("옛 항구는 … 더 번다", "옛 항구는 공항보다 더 번다.", True),
        # look-alikes
        ("more than the airport … The old harbour", SPOKEN, False),
        ("The old harbour … more than the air", SPOKEN, False),
        ("市は代金を払って", "市は代金を払っていない。", False),
        ("항구는 더 번다", "옛항구는 더 번다.", False),
        ("…", SPOKEN, False),
    ],
)  # fmt: skip
def test_a_quotation_may_leave_out_words_if_it_says_so(quoted, text, stands):
    assert stands_in(quoted, text) is stands


@pytest.mark.parametrize(("text", "gap"), [("a … b", True), ("a [...] b", True), ("… a b …", False), ("a. b", False)])
def test_a_gap_lies_between_words(text, gap):
    assert gapped(text) is gap


@pytest.mark.parametrize(
    ("printed", "negated", "verdict"),
    [("Scaling has … reached the wall", True, "altered"), ("Scaling has not … the wall", True, "verbatim")],
)
def test_what_a_gap_leaves_out_may_be_what_matters(printed, negated, verdict):
    source = Says("Scaling has not yet reached the wall.", "wall", stance=NO, negated=True)
    told = quote(printed, negated="not" in printed, stance=("abstain", 0.5))
    _, variant = only(lineage(source, told))
    assert variant.verdict == verdict
    assert [d.kind for d in variant.differences] == (["negation"] if verdict == "altered" else [])


def renamed(source, printed, language):
    _, variant = only(lineage(Says(source, "mail", stance=NO), quote(printed, "mail"), language=language))
    return [(d.kind, d.original, d.variant) for d in variant.differences]


@pytest.mark.parametrize(
    ("source", "printed", "language", "pair"),
    [
        ("Vela 4o answers our mail.", "Vela 4 répond au courrier.", "fr", ("Vela 4o", "Vela 4")),
        ("Vela 4o answers our mail.", "Vela beantwortet die Post.", "de", ("Vela 4o", "Vela")),
        ("Vela 4o answers our mail.", "Vela回复我们的邮件。", "zh", ("Vela 4o", "Vela")),
        ("Vela answers our mail.", "Vela 4oは手紙に答える。", "ja", ("Vela", "Vela 4o")),
        ("Vela-4 answers our mail.", "Orin-4 responde al correo.", "es", ("Vela-4", "Orin-4")),
        ("Vela 4 answers our mail.", "Orin 4 answers our mail.", "en", ("Vela 4", "Orin 4")),
    ],
)
def test_a_name_that_lost_its_version_or_became_another(source, printed, language, pair):
    assert renamed(source, printed, language) == [("entity", *pair)]


@pytest.mark.parametrize(
    ("source", "printed", "language"),
    [
        ("Vela 4o answers our mail.", "Das Modell beantwortet die Post.", "de"),
        ("Chapter 3 answers our mail.", "Kapitel 3 beantwortet die Post.", "de"),
        ("Sequoia-2 answers our mail.", "Séquoia-2 répond au courrier.", "fr"),
        ("Vela 4o answers our mail.", "Вела-4o отвечает на письма.", "ru"),
        ("Vela 4o answers our mail as Vela 3 did.", "Vela 4o répond au courrier.", "fr"),
        ("Vela 4o answers mail: Vela is kind.", "Vela répond au courrier.", "fr"),
    ],
)
def test_a_name_in_other_letters_or_left_out_is_none_other(source, printed, language):
    assert renamed(source, printed, language) == []


@pytest.mark.parametrize(
    ("printed", "language"),
    [
        ("A barragem pode ceder.", "pt"),
        ("La presa puede ceder.", "es"),
        ("La diga può cedere.", "it"),
        ("Le barrage peut céder.", "fr"),
        ("Der Damm kann brechen.", "de"),
    ],
)
def test_a_verb_that_may_mean_may_keeps_the_hedge_in_a_translation_only(printed, language):
    source = Says("The dam may give way.", "dam", stance=NO, hedged=True)
    assert only(lineage(source, quote(printed, "dam"), language=language))[1].verdict == "translation"
    future = only(lineage(source, quote("大坝会垮掉。", "dam"), language="zh"))[1]
    assert [d.kind for d in future.differences] == ["hedge"]
    told = only(lineage(source, quote("The dam can give way.", "dam")))[1]
    assert [d.kind for d in told.differences] == ["hedge"]


@pytest.mark.parametrize("words", ["جدار", "بجدار", "الجدار", "بالجدار", "وجدار"])
def test_arabic_terms_are_found_with_what_is_written_together(words):
    assert terms(f"اصطدم البحث {words}.", "ar") == {"wall": words}
