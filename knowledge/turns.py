"""Turns of phrase that people carry over from other languages, put into plain English. Knows no base."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.english import AUXILIARIES, EPITHETS, FUNCTION_WORDS, PERSONS, QUESTION_WORDS, SPEECH
from knowledge.judging import judged

_PRONOUNS = PERSONS | {"i", "it", "they", "we", "you"}
_PEOPLE = frozenset({"guy", "guys", "man", "men", "one", "ones", "people", "person", "persons", "those"})
_CALLED = re.compile(
    r"\bhow (?!many|much)((?:\w+ ){0,3}?)(is|was|are|were)((?: \w+){0,4}?) (?:called|calling|named|naming)\b"
)
_CALLS = re.compile(r"\bhow (?:(?:do|does|did) (?:they|you|people|one) call|calls|is the name|was the name)\b")
_OF_WHOM = re.compile(r"(\w+) of whom?\b")
_SPOKEN = frozenset((*SPEECH["!account"], *SPEECH["!say"], *SPEECH["!source"], "one", "some", "which"))
_CLEFT = re.compile(r"\b(what|who) is it (?:that|what|who)\b")
_FOR = re.compile(r"\b4(?= (?:the|a|an|this|that|these|those|it|me|us|you)\b)")
_MOST = re.compile(r"\bmost (?:big|large|great|huge)\b")
_AMONG = re.compile(r"\bbetween(?= (?:the|these|those|them|their)(?: \w+)?(?: [?,.]|$))")
_SO = re.compile(
    r"(?<=[,.] )agree(?= [?]|$)|(?<=, )(?:truth|exact|certain|(?:is|are|was|were|has|do|does|did) (?:not|so))(?= [?]|$)"
)
_AGED = re.compile(
    r"\b(explain|summar|short|simpl|tell|understand|version)(.*?) (?:(?:to|for|that|like) )(?:my |an? |i am )?\d+"
    r"(?: (?:years?|yrs?|yo)(?: olds?)?)?(?= (?:[?,.]|in|can|will|would|understand)|$)"
)
_TELLS_US = re.compile(
    r"\b(?:(tells|told)|((?:do|does|did) (?:(?!you |not )\w+ ){1,5}tell)|(give|show|tell)) (?:us|me)\b"
)
_HAPPENED = re.compile(r"\bwhat (?:took place|occurred|transpired|went down|went on)\b")
_ONCE = re.compile(r"\bonce (?=(?:the|it|they|their|this|that) )")
_ABOUT_WHO = re.compile(r"\babout who (?=\w+)(?!(?:is|are|was|were|did|does|do|says|said) )")
_BEAST = re.compile(r"\b(that|this|those|these)((?: \w+)?) (?:dog|pig|rat|snake|swine)(s?)\b")  # somebody, in anger
_GONE_HOME = re.compile(
    r"\b((?:back|c[ao]me|crawl|fl[ey]w?|g[eo]t?|going|gone|limp|r[ua]n|sent|went)(?:ing|ed)?) home(?= ?[?,.]|$)"
)
_SAYS = "|".join(word for word in SPEECH["!say"] if " " not in word)
_NAME_WHO = re.compile(rf"^(?:identify|list|name) (?:me )?(?:\w+ ){{0,2}}(?:who|that|which) (?=(?:{_SAYS})\b)")
_WHETHER_SAID = re.compile(
    r"(?<=[?,.] )did (?:he|she|it|they) (?:\w+ )?say (?:it|so|that|this)(?: or not)?(?= ?[?.]?$)"
)
_NAMED = "|".join(sorted(EPITHETS | {"dude", "guy", "liar", "man"}))
_THAT_LIAR = re.compile(rf"\b(does|did) (?:that|the|this) (?:{_NAMED}) (?=say|claim|tell|deny)")
_TOLD = "claim|detail|figure|idea|info|information|line|news|number|part|quote|rumor|rumour|statement|story|thing|toll"
_WHERE_FROM = re.compile(
    rf"\b(?:from )?where (?:(?:do|does|did|have|has) (?:they|you|he|she|we) (?:find|found|get|got|have|pull|take)"
    rf"|is|are|was|comes?|came) (?:all )?(?:the|this|that|these|your|their) (?:{_TOLD})s?(?: (?:come |coming )?from)?"
    r" (?:about|of|on|that) (.+?)(?: from)?(?= ?[?.]?$)"
)
_GOT_FROM = re.compile(r"\b(?:from )?where (?:do|did) (?:they|you|he|she|we) (?:get|got|have|take) (.+?) from(?= ?[?.]?$)")
_PUT_BESIDE = re.compile(r"\b(?:put|set|place) (.+?) (?:alongside|beside|next to) (.+?)(?= ?[?.]?$)")
_COMPASS = re.compile(r"\b(north|south) (east|west)(?=ern|\b)")
_ASKED = "|".join(sorted(QUESTION_WORDS))
_GIVES_NUMBER = re.compile(
    rf"^((?:(?!(?:{_ASKED})\b)[^ ]+ )+?)(?:quantif(?:y|ies|ied)"
    r"|(?:gave|gives?|given|provided?s?|offer(?:s|ed)?|publish(?:ed)?|mention(?:s|ed)?|released?|put out)"
    r" (?:an?|any|the|some|its own|their own)(?: (?:clear|exact|final|official|precise|total))?"
    r"(?P<of>(?: (?:body|casualty|child|civilian|death|human|victim))*)"
    r" (?:number|figure|count|tally|total|estimate|toll)s?\b(?: (?:of|for|on)\b)?)"
    r"(?! (?:(?:of|for|on|at) )?\d|.* (?:are|got|were|was)\b)"
)
_DEAD = re.compile("(?:body|death)")
_WHICH = re.compile(rf"(\w+) which(?= (?:{'|'.join(sorted(AUXILIARIES | _PRONOUNS))})\b)")


def plainly(found: Iterable[str]) -> list[str]:
    """The words with "how is the town called" as "what name is the town", "the man which was" as "the man that was".

    Also "what took place" as "what happened", "once the" as "after the", "about who" as "about those who",
    "did he tell us" as "did he tell", "tell us" as "tell me", "the house of whom" as "the house whose",
    "what for a man" as "what a man", "between the dead" as "among",
    "what is it that he told" as "what he told", ", isn't?" as ", right?",
    "explain it to a 9 year old" as "explain it for dummies",
    and "did he give a number of dead" as "did he give how many dead". What is to be judged is one word.
    """
    text = _SO.sub("right", " ".join(found))
    text = _AGED.sub(r"\1\2 for dummies", _NAME_WHO.sub("who ", _WHETHER_SAID.sub("right", text)))
    text = _GONE_HOME.sub(r"\1", _BEAST.sub(r"\1\2 guy\3", _THAT_LIAR.sub(r"\1 he ", text)))
    if "of who" in text:
        text = _OF_WHOM.sub(_possessive, text)
    text = _CLEFT.sub(r"\1", _AMONG.sub("among", text))
    text = _HAPPENED.sub("what happened", _ONCE.sub("after ", _ABOUT_WHO.sub("about those who ", text)))
    text = _GIVES_NUMBER.sub(lambda found: f"{found[1]}give how many{_DEAD.sub('killed', found['of'] or '')}", text)
    if " us" in text or " me" in text:
        text = _TELLS_US.sub(lambda found: found[1] or found[2] or f"{found[3]} me", text)
    text = _PUT_BESIDE.sub(r"compare \1 with \2", text).replace("who did report", "who reported")
    if "where" in text:
        text = _GOT_FROM.sub(r"who says \1", _WHERE_FROM.sub(r"who says \1", text))
    text = _COMPASS.sub(r"\1\2", text)
    if "4" in text:
        text = _FOR.sub("for", text)
    if "most" in text:
        text = _MOST.sub("biggest", text)
    if "what for" in text:
        text = re.sub(r"\bwhat for (?=an? )", "what ", text)
    if "which" in text:
        text = _WHICH.sub(_relative, text)
    if "how" in text:
        text = _CALLS.sub("what name is", _CALLED.sub(r"what name \2 \1\3", text))
    return judged(text).split()


def _possessive(match: re.Match[str]) -> str:
    """The "of whom" as "whose", unless it is an account that is somebody's."""
    return match[0] if match[1] in _SPOKEN else f"{match[1]} whose"


def _relative(match: re.Match[str]) -> str:
    """The "which" after a noun as the "that" it stands for; after any other word it asks: "of which are they"."""
    noun = match[1] not in FUNCTION_WORDS or match[1] in _PEOPLE
    return f"{match[1]} that" if noun else match[0]
