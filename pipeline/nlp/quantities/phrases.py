"""Tokens of one phrase, in the order of the text, become numbers."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from pipeline.nlp.quantities.numerals import DIVIDE, EXACT, ONE, TEN, THOUSAND, ZERO, Grammar, Number, Token, total
from pipeline.nlp.quantities.run import NEAR, Run


def evaluate(tokens: Sequence[Token], grammar: Grammar) -> list[Number]:
    """Group the tokens of one phrase into numbers, in order.

    >>> words = [Token("add", Decimal(2), 0, 3), Token("mul", Decimal(100), 4, 11), Token("add", Decimal(7), 12, 17)]
    >>> evaluate(words, Grammar())[0].value
    Decimal('207')
    """
    run = Run(grammar)
    tokens = _positional(tokens, grammar.positional) if grammar.positional else tokens
    index, linked = 0, False
    while index < len(tokens):
        token = tokens[index]
        after = tokens[index + 1].kind if index + 1 < len(tokens) else ""
        if token.kind == "and":
            linked = True
            if grammar.packed:
                run.flush()
                run.mixed = True
            index += 1
            continue
        spoken = token.kind == "with" and run.parts and after == "add" and tokens[index + 1].value >= TEN
        if spoken:  # siete con cincuenta
            index = _decimals(run, tokens, index)
        elif token.kind == "with":
            if after in ("article", "part") and {t.kind for t in run.tokens} == {"article"}:
                run.tokens = [run.tokens[0]._replace(kind="add")]  # uno con un cuarto
            run.flush()
            run.joined = True
        elif token.kind == "article" and after == "part":
            _one_part(run, token, tokens[index + 1], linked)
            index += 1
        elif after == "half" and not tokens[index + 1].weak and (token.kind == "article" or _one(token, run, linked)):
            index += 1
            continue  # the connector before, if any, goes to the half
        else:
            index = _step(run, tokens, index, linked, after)
        linked = False
        index += 1
    run.flush()
    return run.numbers


def _one(token: Token, run: Run, linked: bool) -> bool:
    """Say whether "one" only counts the half behind it: two million and one half."""
    return token.kind == "add" and token.value == ONE and linked and bool(run.parts) and run.grammar.splits


def _step(run: Run, tokens: Sequence[Token], index: int, linked: bool, after: str) -> int:
    """Take one token; return the index of the last token used."""
    token = tokens[index]
    kind = token.kind
    if kind in ("digits", "add", "article", "whole"):
        _plain(run, token, linked, tokens[index + 1] if after == "mul" else None)
    elif kind == "mul" and after == "share" and not run.parts:
        run.start(token, token.value)  # 万分之三
    elif kind == "mul":
        run.multiply(token)
    elif kind == "odd":
        run.odd = bool(run.parts)
        run.odd_end = token.end if run.odd else 0
    elif kind == "group":
        run.group(token)
    elif kind == "half":
        run.half(token, linked or token.weak, after)
    elif kind == "part":
        run.part(token, linked)
    elif kind == "parts":
        run.parted(token)
    elif kind == "fraction":
        run.written(token)
    elif kind == "point":
        return _decimals(run, tokens, index)
    elif kind == "share":
        return _share(run, tokens, index)
    return index


def _plain(run: Run, token: Token, linked: bool, scale: Token | None) -> None:
    """Take a number word, a literal or an article; ``scale`` is the multiplier that follows it."""
    if token.kind == "digits" and _goes_on(run, token, linked, scale):
        return run.take(token, token.value, linked)
    done = len(run.numbers)
    run.plain(token, linked)
    run.joined = run.joined or (linked and len(run.numbers) > done)
    return None


def _goes_on(run: Run, token: Token, linked: bool, scale: Token | None) -> bool:
    """Say whether digits behind a multiplier belong to its number: 2 million 300 thousand, 3 cents et 21."""
    last = run.tokens[-1] if run.tokens else None
    if last is None or last.kind != "mul" or run.grammar.packed or not ZERO < token.value < THOUSAND:
        return False
    if token.value != token.value.to_integral_value() or run.tokens[0].kind != "digits":
        return False
    if scale is None:
        return linked and last.value == 100 and token.value < 100
    return EXACT.multiply(token.value, scale.value) < last.value


def _one_part(run: Run, article: Token, part: Token, linked: bool) -> None:
    """Read "a third": alone, or on top of what stands before ("forty-two and a third")."""
    share = DIVIDE.divide(ONE, part.value)
    if run.parts and linked:
        last = run.tokens[-1]
        if last.kind == "mul" and last.value >= THOUSAND:
            share = EXACT.multiply(share, last.value)
        return run.take(Token("part", share, article.start, part.end), share)
    run.start(Token("part", share, article.start, part.end), share)
    run.fraction = True
    run.mix()
    return None


def _positional(tokens: Sequence[Token], shortest: int) -> list[Token]:
    """Join digits that are written one after another (二〇二五) into one literal."""
    out: list[Token] = []
    index = 0
    while index < len(tokens):
        stop = index
        while (
            stop < len(tokens)
            and _digit(tokens[stop])
            and (stop == index or tokens[stop].start == tokens[stop - 1].end)
        ):
            stop += 1
        behind = index > 0 and tokens[index - 1].kind == "mul"
        filler = behind and (tokens[index].value == 0 or tokens[index - 1].end == tokens[index].start)
        if shortest <= stop - index <= 60 and not filler:
            value = Decimal("".join(str(int(t.value)) for t in tokens[index:stop]))
            out.append(Token("digits", value, tokens[index].start, tokens[stop - 1].end))
            index = stop
        else:
            out += tokens[index : max(stop, index + 1)]
            index = max(stop, index + 1)
    return out


def _digit(token: Token) -> bool:
    return token.kind == "add" and token.value < TEN


def _decimals(run: Run, tokens: Sequence[Token], index: int) -> int:
    """Read the digits after a decimal point word; return the index of the last token used."""
    stop = index + 1
    while stop < len(tokens) and _digit(tokens[stop]) and stop - index < 60:
        stop += 1
    digits = "".join(str(int(t.value)) for t in tokens[index + 1 : stop])
    if (
        stop < len(tokens)
        and tokens[stop].kind in ("add", "mul", "digits", "article")
        and len(digits) <= 1
        and not (run.grammar.packed and digits)
    ):
        while stop < len(tokens) and tokens[stop].kind in ("add", "mul", "digits", "and", "article"):
            stop += 1
        spoken = evaluate(tokens[index + 1 : stop], run.grammar)
        if spoken and spoken[0].value == spoken[0].value.to_integral_value():
            digits = str(int(spoken[0].value))
            stop = index + 1 + sum(t.end <= spoken[0].end for t in tokens[index + 1 : stop])
    if not digits or not run.parts or len(digits) > 60:
        run.flush()
        return index
    run.spoken()  # 一千六点五 is 1600.5: 1006.5 has a zero
    run.parts = [EXACT.add(total(run.parts), Decimal("0." + digits))]
    run.tokens.extend(tokens[index:stop])
    return stop - 1


def _hundredths(grammar: Grammar, below: Decimal, above: Sequence[Token]) -> bool:
    """Say whether so many parts are a percentage: those of a hundred, in Chinese those of any power of ten."""
    if grammar.hundredths == 1:
        return below == 100 and not (len(above) == 1 and above[0].kind == "add")
    return grammar.hundredths == 2 and below >= 100


_ABOVE = frozenset(("add", "digits", "mul", "point", "article"))


def _share(run: Run, tokens: Sequence[Token], index: int) -> int:
    """Read "of D parts N" (三分之一); a hundred parts make a percentage, a whole number before a mixed number."""
    stop = index + 1
    while stop < len(tokens) and tokens[stop].kind in _ABOVE:
        stop += 1
    negative = index + 1 < len(tokens) and tokens[index + 1].kind == "minus"
    if negative:  # 오분의 마이너스 삼
        index += 1
        stop = max(stop, index + 1)
        while stop < len(tokens) and tokens[stop].kind in _ABOVE:
            stop += 1
    hangul = run.grammar.positional > 2
    ahead = tokens[index + 1 : index + 3]
    if hangul and len(ahead) == 2 and ahead[0].kind == "add" and ahead[1].kind == "mul" and ahead[1].value > THOUSAND:
        stop = index + 2  # a large multiplier after one digit is another word: 삼조각
    above = evaluate(tokens[index + 1 : stop], run.grammar)
    run.spoken()
    below = total(run.parts)
    if not above or not below:
        run.flush()
        return index
    first, last = run.tokens[0], run.numbers[-1] if run.numbers else None
    sole = len(run.tokens) == 1 and first.kind == "mul" and _hundredths(run.grammar, below, tokens[index + 1 : stop])
    value = DIVIDE.divide(EXACT.multiply(above[0].value, 100) if sole else above[0].value, below)
    value = -value if negative else value
    if run.mixed and last is not None and not sole and value < ONE and 0 <= first.start - last.end <= NEAR:
        run.numbers.pop()
        value = EXACT.add(last.value, value)
        first = Token("digits", last.value, last.start, last.end)
    run.parts, run.percent, run.fraction = [value], sole, not sole
    run.tokens = [first, Token("digits", ZERO, above[0].start, above[0].end)]
    run.mixed = False
    if hangul:
        run.flush()
    return index + sum(t.end <= above[0].end for t in tokens[index + 1 : stop])
