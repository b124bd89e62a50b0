"""Turns that ask who says something, or from whom somebody has it, put as "who says …". Knows no base."""

from __future__ import annotations

import re

from knowledge.english import SPEECH, THEY
from knowledge.rewording import turns

_SAYS = "|".join(word for word in SPEECH["!say"] if " " not in word)
_TOLD = (
    "claim|count|data|detail|figure|idea|info|information|line|news|number|part|quote|rumor|rumour|statement|story"
    "|tally|thing|toll"
)
_THINGS = rf"(?:{_TOLD}|assessment|judge?ment|opinion|ranking|view|words?)s?"
_NEXT_WHO = re.compile(r"(?<!and|but|..,|..[.]|..[?]) (?=who sa(?:id|ys) \w+ \w+)")


def _one_after_the_other(match: re.Match[str]) -> str:
    """Each "who said …" of several without a stop between them as a question of its own."""
    return _NEXT_WHO.sub(" ? ", match[0])


CREDITED = turns(
    (
        ("who sa", r"^who sa(?:id|ys) .+", _one_after_the_other),
        ("this thing", r"\b((?:does|did) this) thing (?=(?:cite|claim|mention|quote|report|say)\b)", r"\1 report "),
        ("describe", r"how ((?:does|did) .{1,40}) describes? (?=where|when|how many)", r"what \1 say about "),
        ("names", r"((?:which|what) (?:agency|one|outlet|source)) names (?=him|her|it|the|them)", r"\1 mentions "),
        # "name the fool who says …"
        ("", rf"^(?:identify|list|name) (?:me )?(?:\w+ ){{0,2}}(?:who|that|which) (?=(?:{_SAYS})\b)", "who "),
        # "the failure, this is the word of whom"
        (
            "of who",
            r"^(.+?) , (?:it|that|this) is (?:the )?(?:claim|statement|story|version|words?) of whom?(?= ?[?.]?$)",
            r"who says \1",
        ),
        # "does the article name a source for that"
        (
            "source",
            r"^(?:and )?(?:does|did|is|do) (?:(?:the|this|it|they|there|article|piece|report|story|text) )+"
            r"(?:(?:even|actually) )?(?:cite |give |mention |name |quote |state )?(?:an?|any|its|the|some) sources?"
            r" (?:for|of|behind) (?:it|that|this)(?: (?:claim|info|information|statement))?(?= ?[?.]?$)",
            "who says that",
        ),
        # "is that his own figure or somebody else's"
        (
            " own ",
            rf"^(?:and |so )?(?:(?:is|was) (?:it|that|this)(?: {_THINGS})? )?(?:(?:his|her|its|the|their)(?: \w+)?) own"
            rf"(?: {_THINGS})? or (?:(?:any|some)(?:body|one) else|another)s?(?: {_THINGS})?(?= ?[?.]?$)",
            "who says that",
        ),
        ("report", r"\bwho did report\b", "who reported"),
        # "where do they get the story about … from"
        (
            "where",
            rf"\b(?:from )?where (?:(?:do|does|did|have|has) {THEY} (?:find|found|get|got|have|pull|take)"
            rf"|is|are|was|comes?|came) (?:all )?(?:the|this|that|these|your|their) (?:{_TOLD})s?"
            r"(?: (?:come |coming )?from)? (?:about|of|on|that) (.+?)(?: from)?(?= ?[?.]?$)",
            r"who says \1",
        ),
        (
            "where",
            r"\bwhere (?:is|does|did) (?:the|that|this) (.+?) (?:bit|claim|detail|figure|line|number|part|story)"
            r" (?:come |coming )?from(?= ?[?.,])",
            r"who says \1",
        ),
        (
            "where",
            rf"\b(?:from )?where (?:(?:do|did) )?{THEY} (?:get|got|have|take|took) (?:(?:that|the|this) )?(.+?) from"
            r"(?= ?[?.]?$)",
            r"who says \1",
        ),
        (
            "where",
            rf"\b(?:from )?where (?:(?:do|did) )?{THEY} (?:get|got|have) (?:the|that|this)"
            r" (?:count|figure|number) (\d+)\b",
            r"who says \1",
        ),
        (
            "has",
            r"((?:what|which) (?:agency|media|outlet|paper)) has (?:it|that|this)(?: info| information| news)?"
            r"(?= ?[?.]?$)",
            r"\1 says that",
        ),
        ("hear", r"^((?:and |so )?what did .{1,40}?) hear(?= (?:about|of|on)\b)", r"\1 say"),
        # "the reporter, how many victims he gives"
        (
            " how many ",
            r"^((?:\w+ ){1,4})(?:, )?(how many \w+) (?:he|she|they|it) "
            r"(?=(?:count|gave|give|mention|report|said|say|tell))",
            r"\2 does \1",
        ),
        # "…, this is said by which agency?"
        (
            " by ",
            r"^(.+?) (?:, )?(?:it|that|this|which) (?:is|was) (?:claimed|reported|said|told|written) by "
            r"(?:whom?|(?:what|which) \w+)(?: please)?(?= ?[?.,]|$)",
            r"who says \1",
        ),
        # "Sputnik has three soldiers wounded"
        (
            " has ",
            r"^(\w+) has (?!(?:\w+ed|been|got|had|said|told|written) )(.{3,40}?) (dead|hurt|injured|killed|wounded)"
            r"(?= ?[?,.]|$)",
            r"\1 says \2 \3",
        ),
        ("who is it", r"\bwho is it (?=(?:calling|claiming|saying)\b)", "who is "),
        # "that bit about the fire, who is it from?"
        (
            "from",
            rf"^(?:that|the|this) (?:bit|line|{_TOLD}) (?:about|on|that|where) (.+?) , (?:who|whom|where) "
            r"(?:does|did|is) (?:it|that|this) (?:come )?from(?= ?[?.,]|$)",
            r"who says \1",
        ),
        ("credit", r"^(?:\w+ notes|i|they|we) credit (.{1,40}?) with (?=\w+ \w)", r"\1 says "),
        ("who then", r"^(?:so |and )?who then(?= ?[?.]?$)", "so who did"),
        # "what does it take from Reuters"
        (
            " from ",
            r"^(.*[,.] )?what (?:exactly )?(?:do|does|did) (?:it|(?:that|the|this) \w+) "
            r"(?:borrow|copy|get|have|lift|take|use) from (.+)",
            r"\1 what does \2 say",
        ),
        # "are the rescuers behind Reuters' number"
        (
            "behind",
            rf"^(?:and |so )?(?:are|is|was|were) (.{{1,40}}?) behind (?:the )?(\w+(?: \w+)?) (?:{_TOLD})s?(?= ?[?.]?$)",
            r"did \2 take it from \1",
        ),
        # "the reporter's exact words"
        (
            " exact words",
            r"^(?:(?:give|quote|show)(?: me)? )?(?:the )?((?:\w+ ){0,2}\w+) exact words(?= ?[?.]?$)",
            r"the exact words of \1",
        ),
        # "which body is behind Reuters' number"
        (
            "behind",
            r"^(?:and )?(?:which|what|who)(?: \w+)?(?: \w+)? (?:is|was|stands) behind (?:the )?(\w+(?: \w+)?) "
            rf"(?:{_TOLD})s?(?= ?[?.]?$)",
            r"who does \1 quote",
        ),
    )
)
