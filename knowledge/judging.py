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
from knowledge.rewording import turned, turns

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
_PREDICATE = (
    rf"{_NOT_AFTER}(\b(?:{_BE})\b)(?! you\b)"
    rf"({_SUBJECT}{_WITH}) (?:{_EVIL})(?: (?:{'|'.join(JUDGEABLE)}))?{_END}"
)
_ONE = rf"(?:(?:the|their|what they|[a-z]+ing(?: the)?|the usa) )?{_NOBODY}\w+"
_SHORT = (
    rf"((?:^|(?:think|that|say|admit|so|and|but|[,.?]) )(?:(?:{_BE}) {_ONE}|{_ONE} (?:{_BE}))) (?:{_ANYBODY}){_END}"
)
_TRUST = "believe|trust|support|defend|excuse|condemn"
_TRUSTED = (
    rf"\b((?:do|can|could|should|would|must) (?:you|i|we|one)(?: \w+)?) (?:{_TRUST})"
    r"(?= (?:(?!that|it|there|which|or|and)\w+ ){0,2}(?!it|that)\w+(?: [?.,]|$))"
)
_PROPAGANDA = rf"\b((?:{_BE})(?: (?!your\b)\w+){{0,3}}) (?:propaganda|disinformation|misinformation)\b"
_CURSING = "fuck|screw|death to|down with|to hell with|long live|glory to"
_CURSE = rf"^(?:{_CURSING}) (?:(?:all|the) )*(\w+(?: \w+)?)(?= ?[?.]?$)"
_OF_THEM = (
    rf"\b(which(?: \w+)? of (?:them|both|these|those|the 2|the sources) (?:{_BE})) (?:{_ANYBODY}|correct|true){_END}"
)
_RIGHT_TO = (
    rf"\b({_BE}) it (?:fair|good|just|justified|moral|ok|okay|right|wrong)((?: (?:of|for) \w+){{0,2}} to)"
    r"(?! (?:add|assume|attribute|believe|call|cite|claim|conclude|credit|describe|quote|read|report|say|state|tell"
    r"|think|understand|write)\b)"
)  # "was it right to attack", not "is it right to say"
_REACTION = re.compile(rf"(?:\w+ [,.] )?(?:it|that|this|these|those) (?:{_BE}) ")
_TO_ANYTHING = turns(
    (
        ("", _CURSE, rf"\1 is {JUDGED}"),
        (" ", _PROPAGANDA, rf"\1 {JUDGED}"),
        (" it ", _RIGHT_TO, rf"\1 it {JUDGED}\2"),
    )
)
_TO_SOMEBODY = turns(
    (
        (" of ", _OF_THEM, rf"\1 {JUDGED}"),
        (" ", _TRUSTED, rf"\1 {JUDGED}"),
        (" ", _PREDICATE, rf"\1\2 {JUDGED}"),
        (" ", _SHORT, rf"\1 {JUDGED}"),
    )
)


def judged(text: str) -> str:
    """The words with what is a judgement of someone or something as one of its own; not "this is awful"."""
    text = turned(text, _TO_ANYTHING)
    return text if _REACTION.match(text) and JUDGED not in text else turned(text, _TO_SOMEBODY)
