"""Turns that ask who says something, or from whom somebody has it, put as "who says …". Knows no base."""

from __future__ import annotations

import re

from knowledge.english import SAYS, THEY, WITNESSING
from knowledge.rewording import turns

_TOLD = (
    "claim|count|data|detail|figure|idea|info|information|line|news|number|part|quote|rumor|rumour|statement|story"
    "|tally|thing|toll"
)
_WITNESSING = "|".join(("on the spot", "present", "seeing", "there", "watching", *sorted(WITNESSING)))
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
        ("", rf"^(?:identify|list|name) (?:me )?(?:\w+ ){{0,2}}(?:who|that|which) (?=(?:{SAYS})\b)", "who "),
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
            rf"\bwhere (?:is|does|did|(?:do|does|did) {THEY} (?:dig up|find|get|have|pull|take)) "
            r"(?:the|that|this) (.+?) (?:bit|claim|detail|figure|line|number|part|story)"
            r" (?:come |coming )?from(?= ?[?.,]|$)",
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
            r"(?: madam| please| sir)?(?= ?[?.]?$)",
            r"\1 says that",
        ),
        ("hear", r"^((?:.{1,40} , |and |so )?what did .{1,40}?) hear(?= (?:about|of|on)\b| ?[?.]?$)", r"\1 say"),
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
            r"(?:does|did|is) (?:it|that|this) (?:attributed |come |credited |down )?(?:from|to)(?= ?[?.,]|$)",
            r"who says \1",
        ),
        # "who threw in the 'unarmed' bit"
        (
            "who ",
            r"^(?:and |so )?who (?:added|(?:came|comes) up with|contribute[ds]|introduced|puts? in|slipped in"
            rf"|supplie[ds]|thr[eo]ws? in) (?:the|that|this) (.+?) (?:bit|part|phrase|{_TOLD})(?= ?[?.]?$)",
            r"who says \1",
        ),
        # "whose word is behind the nine dead"
        (
            "behind",
            r"^(?:what|which|whose) (?:authority|word) (?:is|lies|stands) behind (?:that |the |this )?",
            "who says ",
        ),
        (
            "everyone",
            rf"\b(?:name (?:me )?|list )everyone (?:behind|responsible for) (?:that|the|this) (.+?) (?:{_TOLD})\b.*",
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
        # "did the agency see it itself or did people tell them"
        (
            " or ",
            r"^(?:and |so )?(?:(?:did|had|has|is|was|were) )?(.{2,40}?) "
            rf"(?:(?:did|had|has|him|it|is|them|was|were)(?:sel(?:f|ves))? )*(?:{_WITNESSING})\b.*? or "
            r"(?:(?:did|had|has|have|was|were) )?(?:others?|people|some ?(?:body|one)|he|it|she|they) "
            r"(?:tell|told|telling)\b.*$",
            r"who told \1",
        ),
        # "the agency did not count the dead itself, so who did"
        (
            "who did",
            rf"^(.{{2,40}}?) (?:did|had|has) not (?:{_WITNESSING}) (.+?) (?:him|it|them)sel(?:f|ves) "
            r", (?:so |then )?who did(?= ?[?.]?$)",
            r"who told \1 about \2",
        ),
        # "everything the reporter got from people there"
        (
            "",
            r"\b((?:all|everything|what)(?: (?:the )?(?:stuff|things?))?(?: that)? (?!(?:did|do|does) ).{2,40}?) "
            r"(?:has |had )?(?:collected|(?:got|obtained|picked up)(?= from\b))",
            r"\1 gathered",
        ),
        # "the number of dead, it comes from the rescuers or from others"
        (
            "from",
            r"^(.+?) , (?:it|that|this) (?:came|comes|is) from (?!who|where|which|what).+ or (?:from )?.+$",
            r"who says \1",
        ),
        # "the one saying nobody died, who is he"
        (
            "the ",
            r"^(?:and )?the (?:guy|man|one|people|person|source) (?:claiming|reporting|saying) (?:that )?(.+?) , "
            r"who (?:are|is|was) (?:he|it|she|that|they|this)\b.*$",
            r"who says \1",
        ),
        # "what is he on about", "what view does she hold"
        ("on about", r"\bwhat (?:are|is) (.{1,40}?) on about(?= ?[?.]?$)", r"what does \1 say"),
        (
            "what ",
            r"\bwhat (?:opinion|stance|view|viewpoint) (?:did|do|does) (.{1,40}?) "
            r"(?:have|hold|take)(?= ?[?.]?$)",
            r"what does \1 say",
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
        # "they accuse the soldiers of demolishing homes": a statement on the soldiers
        ("accus", r"\baccus(?:e[sd]?|ing) ((?:the )?\w+(?: \w+)?) of (?=\w+ing\b)", r"say \1 "),
        # "was it the rescuers that Reuters quoted"
        (
            "it ",
            r"^(?:and |so )?(?:is|was) it (.{3,40}?) (?:that|who|whom) (.{3,40}?) (?:cited|cites|quoted|quotes)"
            r"(?= ?[?,.]|$)",
            r"did \2 quote \1",
        ),
        # "does the agency support that"
        (
            "support",
            r"\b(do|does|did) ((?:the )?\w+(?: \w+){0,2}?) support (?=(?:it|that|this)(?: too| as well)?(?= ?[?.,]|$))",
            r"\1 \2 say ",
        ),
        (" as well", r"(?<=\w) as well(?= ?[?,.]|$)", " too"),
    )
)
