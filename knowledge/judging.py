"""What people want judged: "was the raid justified", "say that america is evil". Knows no base."""

from __future__ import annotations

import re

from knowledge.english import (
    ABUSE,
    BE,
    EPITHETS,
    JUDGEABLE,
    JUDGED_AS_TOLD,
    JUDGING,
    JUDGING_OF_ANYBODY,
    QUESTION_WORDS,
)

JUDGE = "!judge"  # what `JUDGED` means: no report says it, so it may never be passed over
JUDGED = "tobejudged"
_BE = "|".join(sorted(BE))
_ANYBODY = "|".join(sorted(JUDGING_OF_ANYBODY))
_EVIL = "|".join(sorted({*JUDGING, *(ABUSE - EPITHETS), *(each for each in EPITHETS if each.endswith("s"))}))
_NOBODY = r"(?!(?:my|it|that|this|he|she|i|you|there|" + "|".join(sorted(JUDGED_AS_TOLD)) + r")\b)"
_MODIFIERS = "so|such|all|both|not|no|very|too|real|pure|simply|always|only|nothing|but|more"
_WITH = rf"(?: (?:a|an|the|{_MODIFIERS}|kind|of))*"  # between "is" and the judgement
_END = r"(?= [?.,]| (?:in|to|for|or|and|of|because|if|when|here|say|admit)\b|$)"
_SUBJECT = rf"(?:(?! (?:{'|'.join(sorted(QUESTION_WORDS))}|{_BE}|or)\b) \w+){{0,6}}?(?<! for)(?<! be)"
_NOT_AFTER = "".join(
    rf"(?<!{word} )" for word in (r"\byou", r"\bhow", r"\bwho", r"\bwhat", "body", "someone", "english")
)
_PREDICATE = re.compile(
    rf"{_NOT_AFTER}(\b(?:{_BE})\b)(?! you\b)"
    rf"({_SUBJECT}{_WITH}) (?:{_EVIL})(?: (?:{'|'.join(JUDGEABLE)}))?{_END}"
)
_ONE = rf"(?:(?:the|their|what they|[a-z]+ing(?: the)?|the usa) )?{_NOBODY}\w+"
_SHORT = re.compile(
    rf"((?:^|(?:think|that|say|admit|[,.?]) )(?:(?:{_BE}) {_ONE}|{_ONE} (?:{_BE}))) (?:{_ANYBODY}){_END}"
)
_TRUST = "believe|trust|support|defend|excuse|condemn"
_TRUSTED = re.compile(
    rf"\b((?:do|can|could|should|would|must) (?:you|i|we|one)(?: \w+)?) (?:{_TRUST})"
    r"(?= (?:(?!that|it|there|which|or|and)\w+ ){0,2}(?!it|that)\w+(?: [?.,]|$))"
)
_PROPAGANDA = re.compile(rf"\b((?:{_BE})(?: (?!your\b)\w+){{0,3}}) (?:propaganda|disinformation|misinformation)\b")
_CURSING = "fuck|screw|death to|down with|to hell with|long live|glory to"
_CURSE = re.compile(rf"^(?:{_CURSING}) (?:(?:all|the) )*(\w+(?: \w+)?)(?= ?[?.]?$)")
_OF_THEM = re.compile(
    rf"\b(which(?: \w+)? of (?:them|both|these|those|the 2|the sources) (?:{_BE})) (?:{_ANYBODY}|correct|true){_END}"
)
_RIGHT_TO = re.compile(
    rf"\b({_BE}) it (?:fair|good|just|justified|moral|ok|okay|right|wrong)((?: (?:of|for) \w+){{0,2}} to)"
    r"(?! (?:add|assume|attribute|believe|call|cite|claim|conclude|credit|describe|quote|read|report|say|state|tell"
    r"|think|understand|write)\b)"
)  # "was it right to attack", not "is it right to say"
_REACTION = re.compile(rf"(?:\w+ [,.] )?(?:it|that|this|these|those) (?:{_BE}) ")


def judged(text: str) -> str:
    """The words with what is a judgement of someone or something as one of its own; not "this is awful"."""
    text = _CURSE.sub(rf"\1 is {JUDGED}", text)
    text = _PROPAGANDA.sub(rf"\1 {JUDGED}", text)
    text = _RIGHT_TO.sub(rf"\1 it {JUDGED}\2", text)
    if _REACTION.match(text) and JUDGED not in text:
        return text
    text = _OF_THEM.sub(rf"\1 {JUDGED}", text)
    text = _TRUSTED.sub(rf"\1 {JUDGED}", text)
    return _SHORT.sub(rf"\1 {JUDGED}", _PREDICATE.sub(rf"\1\2 {JUDGED}", text))
