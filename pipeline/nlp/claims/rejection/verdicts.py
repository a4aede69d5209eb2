"""Verdicts at the end of a sentence on what its beginning reports: "Some say that P, but that is not true".

Also claims named by a noun and judged in the same sentence ("the assertion that P is a myth"). Either way the sentence
is its author's, who stands against P. A verdict names its object by a pronoun ("that", "they"): "the model is large,
but its answers are wrong" is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from pipeline.nlp.claims.rejection.falsehoods import false_predicate
from pipeline.nlp.claims.rejection.retorts import expressions, in_sentence

_WORDS = {
    # language: (pronoun and verdict, after a mark or a contrast word; verdict on a noun; the noun that opens P)
    "en": (
        r"(?:that|this|which|it|they|he|she|all of them|both)(?:\s+(?:is|are|was|were)|['’]s|['’]re)"
        r"(?:\s+(?:simply|plainly|just|all|quite|clearly))*\s+(?:not\s+(?:true|so|right|correct|the\s+case)|untrue|false|wrong|mistaken|nonsense|"
        r"a\s+(?:mistake|myth|lie)|an\s+error)",
        r"(?:is|are)\s+(?:a\s+myth|nonsense|false|untrue|wrong|absurd|mistaken)",
        r"(?:the\s+(?:claim|assertion|idea|notion|view|story|belief|argument)\s+)?that",
    ),
    "de": (
        r"(?:(?:das|dies|es)\s+(?:stimmt|trifft)(?:\s+(?:so|einfach|schlicht))?\s+nicht(?:\s+zu)?|(?:das|dies|es)\s+ist\s+"
        r"(?:so\s+)?(?:einfach\s+)?(?:nicht\s+(?:wahr|so|richtig|der\s+Fall)|falsch|unwahr|Unsinn|ein\s+Irrtum|ein\s+Mythos)|"
        r"(?:sie|er)\s+(?:irrt|irren|täuscht|täuschen|liegt|liegen)(?:\s+(?:sich|falsch|daneben))*|"
        r"(?:sie|er)\s+(?:hat|haben)\s+unrecht)",
        r"(?:ist|sind)\s+(?:ein\s+(?:Mythos|Irrtum|Märchen)|Unsinn|falsch|absurd|unwahr|erfunden)",
        r"die\s+(?:Behauptung|Vorstellung|Idee|These|Annahme|Ansicht),?(?:\s+dass)?|dass",
    ),
    "fr": (
        r"(?:(?:c['’]est|cela\s+est)\s+(?:tout\s+simplement\s+)?(?:faux|inexact|une\s+erreur|absurde|un\s+mythe)|"
        r"(?:ce\s+n['’]est|cela\s+n['’]est|il\s+n['’]en\s+est)\s+(?:pas|rien)(?:\s+(?:vrai|exact|le\s+cas))?|"
        r"(?:ils|elles|il|elle)\s+(?:ont|a)\s+tort|(?:ils|elles|il|elle)\s+se\s+tromp(?:e|ent))",
        r"(?:est|sont)\s+(?:un\s+mythe|absurde|faux|fausse|une\s+erreur|un\s+leurre)",
        r"l['’](?:affirmation|idée|hypothèse|opinion)\s+(?:selon\s+laquelle|que|qu['’])|(?:le\s+fait\s+)?qu(?:e\s|['’])",
    ),
    "es": (
        r"(?:(?:eso|esto|ello)?\s*(?:no\s+es\s+(?:cierto|verdad|así|correcto)|es\s+(?:falso|mentira|un\s+error|un\s+mito|"
        r"incorrecto))|(?:están|está)\s+equivocad[oa]s?|se\s+equivocan?|no\s+tienen?\s+razón)",
        r"(?:es|son)\s+(?:un\s+mito|un\s+disparate|un\s+error|fals[oa]s?|absurd[oa]s?|mentira)|se\s+(?:engañan?|equivocan?)|"
        r"están?\s+equivocad[oa]s?",
        r"(?:(?:la\s+(?:afirmación|idea|tesis|noción|creencia)|eso)\s+de\s+|el\s+)?que\s|(?:los\s+que|las\s+que|quienes?)\s+\w+\s+que",
    ),
    "it": (
        r"(?:(?:questo|ciò)?\s*(?:non\s+è\s+(?:vero|così|corretto)|è\s+(?:falso|un\s+errore|un\s+mito|sbagliato))|"
        r"(?:si\s+sbaglian?o?|hanno\s+torto|ha\s+torto))",
        r"(?:è|sono)\s+(?:un\s+mito|assurd[oaie]|fals[oaie]|un\s+errore|sbagliat[oaie])|si\s+(?:illud(?:e|ono)|sbaglian?o?)|"
        r"hanno\s+torto",
        r"(?:l['’](?:affermazione|idea|ipotesi|opinione)\s+(?:che|secondo\s+cui)|(?:il\s+fatto\s+)?che\s)|la\s+(?:tesi|convinzione|nozione)\s+che|"
        r"(?:quelli|coloro)\s+che\s+\w+\s+che",
    ),
    "pt": (
        r"(?:(?:isso|isto)?\s*(?:não\s+é\s+(?:verdade|assim|correto|certo)|é\s+(?:falso|mentira|um\s+erro|um\s+mito))|"
        r"(?:estão|está)\s+(?:errad[oa]s?|enganad[oa]s?)|não\s+têm?\s+razão|enganam-se|engana-se)",
        r"(?:é|são)\s+(?:um\s+mito|um\s+disparate|um\s+erro|fals[oa]s?|absurd[oa]s?|mentira)",
        r"(?:(?:a\s+(?:afirmação|ideia|tese|noção|crença)|essa|isso)\s+de\s+|o\s+)?que\s",
    ),
    "nl": (
        r"(?:(?:dat|dit|het)\s+(?:klopt|deugt)\s+niet|(?:dat|dit|het)\s+is\s+(?:gewoon\s+)?(?:niet\s+(?:waar|zo|juist)|onwaar|"
        r"onjuist|onzin|een\s+(?:fout|vergissing|mythe))|(?:ze|zij|hij)\s+(?:hebben|heeft)\s+ongelijk|"
        r"(?:ze|zij|hij)\s+vergis(?:t|sen)\s+zich)",
        r"(?:is|zijn)\s+(?:een\s+mythe|onzin|onwaar|onjuist|een\s+vergissing)",
        r"(?:(?:de\s+(?:bewering|gedachte|stelling)|het\s+idee)\s+)?dat\s",
    ),
    "ru": (
        r"(?:это\s+(?:неправда|не\s+так|неверно|не\s+соответствует\s+действительности|(?:—\s*)?(?:ошибка|миф|ложь|чепуха|"
        r"заблуждение))|(?:они|он|она)\s+(?:не\s*прав[ыа]?|неправ[ыа]?|ошиба(?:ются|ется)|заблужда(?:ются|ется)))",
        r"(?:—|-|–|является)\s*(?:миф|чепуха|ложь|ошибка|заблуждение|вымысел)(?:ом)?|неверно|ложно",
        r"(?:утверждение|мнение|мысль|идея|представление)(?:\s+о\s+том)?,?\s+что|то,\s+(?:что|будто)",
    ),
    "zh": (
        r"(?:这|那|他们|她们|他|她|但|事实)(?:都|却|其实|并)*(?:不是(?:事实|真的)|不属实|不对|不正确|[说弄搞想看]?错了|是(?:错误的|错的|假的|"
        r"谎言|误解)|是不(?:对|正确)的|并非如此|不是这样|大错特错)",
        r"的(?:说法|看法|观点|想法|主张)(?:都)?(?:是(?:胡说|错误的|错的|假的|无稽之谈|谎言)|不是真的|不对|不属实|错了|站不住脚)|"
        r"的人(?:都)?(?:错了|是错的|大错特错|在自欺欺人)",
        r"(?:所谓|(?:那些|凡是|所有|任何)?(?:相信|认为|声称|觉得|主张))?",
    ),
    "ja": (
        r"(?:それ|これ|彼ら|彼|彼女|その(?:話|主張|報道))(?:は|も|が)(?:事実(?:ではない|に反する)|(?:大きな)?(?:間違い|誤り|嘘|誤解|"
        r"神話)(?:だ|である|です)|正しくない|本当ではない|間違っている|違う)",
        r"(?:という(?:主張|考え|説|意見|話|見方)|というの)は(?:神話|でたらめ|間違い|誤り|嘘|誤解|幻想)(?:だ|である|です)|"
        r"(?:という(?:主張|考え|説|意見|話|見方)|というの)は(?:本当ではない|正しくない|事実ではない|間違っている)|"
        r"と(?:信じ|考え|思っ|主張し|言っ)ている(?:人|人々|人たち|者)は(?:間違っている|誤っている|勘違いしている)",
        r"",
    ),
    "ko": (
        r"(?:그것은|이는|그건|그들은|그는|사실은)\s*(?:사실이\s*아니다|사실과\s*다르다|틀렸다|잘못(?:이다|되었다|됐다)|옳지\s*않다|"
        r"거짓이다|오해다)",
        r"(?:다는|라는)\s*(?:주장|생각|말|견해)(?:은|는)\s*(?:거짓이다|신화다|틀렸다|잘못이다|사실이\s*아니다|터무니없다)",
        r"",
    ),
    "ar": (
        r"(?:هذا|ذلك|هذه)\s+(?:غير\s+صحيح|ليس\s+صحيحا|خطأ|كذب|وهم)|(?:لكنهم|إنهم|وهم)\s+(?:مخطئون|على\s+خطأ)|"
        r"(?:لكنه|إنه)\s+مخطئ",
        r"(?:خرافة|هراء|كذب|غير\s+صحيح[ة]?|خاطئ[ة]?)",
        r"(?:[أإ]ن\s+)?(?:الادعاء|القول|الفكرة|الزعم)\s+(?:القائل[ة]?\s+)?ب?[أإ]ن",
    ),
}  # fmt: skip
_OPENING = {
    "en": r"(?:it\s+is|it['’]s)\s+(?:simply\s+|just\s+)?"
    r"(?:not\s+(?:true|the\s+case)|untrue|false|wrong|a\s+myth|nonsense)"
    r"(?:\s+to\s+(?:say|claim|think))?\s+that|there\s+is\s+no\s+truth\s+in\s+the\s+(?:story|claim|report|rumou?r)\s+that",
    "de": r"es\s+(?:stimmt\s+nicht|ist\s+(?:nicht\s+(?:wahr|richtig|so)|falsch|unwahr|ein\s+(?:Irrtum|Mythos)|"
    r"Unsinn)|trifft\s+nicht\s+zu)(?:\s+zu\s+(?:sagen|behaupten))?,\s+dass",
    "fr": r"(?:il\s+est\s+(?:faux|inexact|absurde)|c['’]est\s+une\s+erreur)"
    r"(?:\s+(?:de\s+dire|d['’]affirmer|de\s+croire))?\s+qu(?:e\s|['’])|il\s+n['’]est\s+pas\s+vrai\s+qu(?:e\s|['’])",
    "es": r"(?:no\s+es\s+(?:cierto|verdad)|es\s+(?:falso|mentira|un\s+error))(?:\s+(?:decir|creer))?\s+que",
    "it": r"(?:non\s+è\s+vero|è\s+(?:falso|sbagliato|un\s+errore))(?:\s+(?:dire|credere))?\s+che",
    "pt": r"(?:não\s+é\s+(?:verdade|certo)|é\s+(?:falso|mentira|um\s+erro))(?:\s+(?:dizer|crer))?\s+que",
    "nl": r"het\s+(?:klopt\s+niet|is\s+(?:niet\s+(?:waar|zo)|onwaar|onjuist|onzin|een\s+mythe))"
    r"(?:\s+om\s+te\s+zeggen)?,?\s+dat",
    "ru": r"(?:неправда|неверно|не\s+верно|ложь|это\s+миф|ошибочно\s+(?:думать|считать)),\s+что",
    "ar": r"(?:ليس\s+صحيحا|ليس\s+من\s+الصحيح|غير\s+صحيح|من\s+الخطأ\s+القول)\s+(?:أن|إن)",
}  # fmt: skip
"""Verdicts before what they judge ("it is not true that P"): up to where P begins."""
_CONTRAST = (
    r"but|yet|however|although|though|and|aber|doch|jedoch|allerdings|und|mais|or|pourtant|cependant|pero|sin\s+embargo|y|"
    r"ma|però|tuttavia|e|mas|porém|maar|toch|en|но|однако|а|但是?|可是|然而|不过|而|しかし|だが|하지만|그러나|لكن|غير\s+أن"
)
_AFTER = r"(?:,\s*[^.,;!?]{1,40})?(?:と|[다라]?고)?[\s.!。！؟»”\"」]*$"
"""What may follow a verdict: who gave it, the ending of what is reported, and marks."""
_INSERTED = re.compile(r",\s*(?:[\w'’.-]+\s*){1,6},?\s*$")
"""Who says so, between P and the verdict on it."""
_JOINT = 5
"""Most characters between the mark that ends what is inserted and a verdict."""

_ZH_TOLD = re.compile(
    r"(?!所谓|那些|凡是|所有|任何|有人|有些|一些|许多|很多|不少|谁)[^，。；：、]{2,16}?(?:称|表示|认为|指出|强调|说(?!法))"
)
_KO_TOLD = re.compile(r"[다라]고\s+\S*(?:말|밝|했|주장|설명|강조|지적|전했|덧붙|썼|반박|일축)")
"""Who says that a claim is false, and how a language that ends in the verb of saying closes it."""
_LEAST = 3
"""Fewest characters of what is judged: "That is wrong" judges nothing in its own sentence."""

STOP = re.compile(r"\s*(?:[.!?;]|,\s+(?:but|aber|sondern|mais|pero|sino|ma|mas|maar|но|а)\s)")


@cache
def _patterns(code: str) -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]] | None:
    words = _WORDS.get(code)
    if words is None:
        return None
    joined = rf"(?:\s*[,;:،؛，；、—–]\s*(?:{_CONTRAST}|)\s*|\s+(?:{_CONTRAST})\s+|が、?\s*|지만,?\s*|는데,?\s*|\s+و)"
    verdict, judged, noun = words
    verdicts, all_judged = (
        _either(verdict, in_sentence(code)),
        _either(judged, expressions(code, "judged"), false_predicate(code)),
    )
    return (
        re.compile(rf"{joined},?\s*(?:{verdicts}){_AFTER}", re.IGNORECASE),
        re.compile(all_judged, re.IGNORECASE),
        re.compile(noun, re.IGNORECASE),
    )


@cache
def _opening(code: str) -> re.Pattern[str] | None:
    words = _either(_OPENING.get(code, ""), expressions(code, "rejects"))
    return re.compile(rf"\W*(?:{words})", re.IGNORECASE) if words else None


def _either(*expressions: str) -> str:
    return "|".join(e for e in expressions if e)


def on_a_report(sentence: str, code: str) -> int | None:
    """Return where the verdict on what the sentence reports begins, its joining mark included, or None."""
    patterns = _patterns(code)
    found = patterns[0].search(sentence) if patterns else None
    return found.start() if found else None


def on_a_noun(sentence: str, code: str) -> tuple[int, int] | None:
    """Return the place of P in "the assertion that P is a myth" or "it is not true that P", or None."""
    patterns, opening = _patterns(code), _opening(code)
    found = opening.match(sentence) if opening else None
    if found is not None:
        stop = STOP.search(sentence, found.end())
        return found.end(), stop.start() if stop else len(sentence)
    if patterns is None:
        return None
    _, judged, noun = patterns
    report = on_a_report(sentence, code)
    for start in _openings(sentence, noun):
        for found in judged.finditer(sentence, start + _LEAST):
            if report is not None and report < found.start() and not _is_inserted(sentence, report, found.start()):
                continue  # "X says P, but that is wrong" judges what "that" stands for
            if re.fullmatch(_AFTER, sentence[found.end() :]) and not _is_told(sentence, found.start(), code):
                return start, found.start()
    return None


def _is_told(sentence: str, verdict: int, code: str) -> bool:
    """Tell whether somebody is named who gives a verdict, in languages that part no such words by a mark."""
    if code == "zh":
        return _ZH_TOLD.match(sentence, 0, verdict) is not None
    return code == "ko" and _KO_TOLD.search(sentence, verdict) is not None


def _is_inserted(sentence: str, mark: int, verdict: int) -> bool:
    """Tell whether no more than who says so stands before a verdict: "that P, | says X|, is a myth"."""
    return verdict - mark <= _JOINT and _INSERTED.search(sentence, 0, mark) is not None


def _openings(sentence: str, noun: re.Pattern[str]) -> Iterator[int]:
    if not noun.pattern:
        yield 0
        return
    found = noun.match(sentence)
    if found is not None:
        yield found.end()
