"""Turns of phrase, carried over from other languages or used in anger, put into plain English. Knows no base."""

from __future__ import annotations

import re
from collections.abc import Iterable

from knowledge.crediting import CREDITED
from knowledge.english import AUXILIARIES, EPITHETS, FUNCTION_WORDS, PERSONS, QUESTION_WORDS, SPEECH, TEXTS
from knowledge.guessing import GUESSES
from knowledge.judging import judged
from knowledge.rewording import Turn, turned, turns
from knowledge.trimming import TRIMMED

Match = re.Match[str]
_PRONOUNS = "|".join(sorted(AUXILIARIES | PERSONS | {"i", "it", "they", "we", "you"}))
_PEOPLE = frozenset({"guy", "guys", "man", "men", "one", "ones", "people", "person", "persons", "those"})
_SPOKEN = frozenset((*SPEECH["!account"], *SPEECH["!say"], *SPEECH["!source"], "one", "some", "which"))
_ASKED = "|".join(sorted(QUESTION_WORDS))
_NAMED = "|".join(sorted(EPITHETS | {"dude", "guy", "liar", "man"}))
_DEAD = re.compile("(?:body|death)")
_TEXTS = "|".join(sorted(TEXTS))
_QUOTING_NOBODY = (
    r" (?:, )?(?:without (?:bothering to |even |ever )?(?:attribut|ascrib|cit|credit|nam|pinn|quot|say|tell)\w*"
    r"(?: (?:it|me|that|them|this|us))?(?: (?:on|to))? (?:an?y? (?:\w+ )?(?:agency|outlet|person|soul|source)"
    r"|any sources|(?:any|some) ?(?:body|one)|who (?:said|told)(?: (?:it|me|so|them|this|us))?)"
    r"|(?:citing|crediting|naming|quoting) (?:nobody|no one|no (?:agency|outlet|sources?))"
    r"|with (?:nobody|no one|no outlet) (?:cited|named|quoted)|in its (?:editorial|narrative) voice"
    r"|(?:with )?no (?:\w+ )?source (?:attached|given|named))"
)


def plainly(found: Iterable[str]) -> list[str]:
    """The words with each turn of phrase of the tables in plain English; what is to be judged is one word."""
    text = " ".join(found)
    for table in (GUESSES, TRIMMED, CREDITED, _TURNS):
        text = turned(text, table)
    return judged(text).split()


def _possessive(match: Match) -> str:
    """The "of whom" as "whose", unless it is an account that is somebody's."""
    return match[0] if match[1] in _SPOKEN else f"{match[1]} whose"


def _relative(match: Match) -> str:
    """The "which" after a noun as the "that" it stands for; after any other word it asks: "of which are they"."""
    noun = match[1] not in FUNCTION_WORDS or match[1] in _PEOPLE
    return f"{match[1]} that" if noun else match[0]


def _counted(match: Match) -> str:
    return f"{match[1]}give how many{_DEAD.sub('killed', match['of'] or '')}"


def _unquoted(match: Match) -> str:
    """Nothing more where it is put as the report's own already: "its own claim, no source given"."""
    return "" if re.search(r"\b(?:itself|own)\b", match.string) else " without quoting anyone"


def _without_us(match: Match) -> str:
    return match[1] or match[2] or f"{match[3]} me"


_TURNS: tuple[Turn, ...] = turns(
    (
        # "explain it to my 9 year old"
        (
            "",
            r"\b(explain|sum|short|simpl|tell|understand|version)(.*?) (?:(?:to|for|that|like) )(?:my |an? |i am )?"
            r"\d+(?: (?:years?|yrs?|yo)(?: olds?)?)?(?: and \w+(?= ?[?,.]?$))?"
            r"(?= (?:[?,.]|in|can|will|would|understand)|$)",
            r"\1\2 for dummies",
        ),
        ("d", rf"\b(does|did) (?:that|the|this) (?:{_NAMED}) (?=say|claim|tell|deny)", r"\1 he "),
        ("th", r"\b(that|this|those|these)((?: \w+)?) (?:dog|pig|rat|snake|swine)(s?)\b", r"\1\2 guy\3"),
        # "before they ran home": no house
        (
            "home",
            r"\b((?:back|c[ao]me|crawl|fl[ey]w?|g[eo]t?|going|gone|limp|r[ua]n|sent|went)(?:ing|ed)?) home"
            r"(?= ?[?,.]|$)",
            r"\1",
        ),
        ("of who", r"(\w+) of whom?\b", _possessive),
        ("between", r"\bbetween(?= (?:the|these|those|them|their)(?: \w+)?(?: [?,.]|$))", "among"),
        ("is it", r"\b(what|who) is it (?:that|what|who)\b", r"\1"),
        ("about who", r"\babout who (?=\w+)(?!(?:is|are|was|were|did|does|do|says|said) )", "about those who "),
        ("once", r"\bonce (?=(?:the|it|they|their|this|that) )", "after "),
        ("what", r"\bwhat (?:took place|occurred|transpired|went down|went on)\b", "what happened"),
        # "did they give a number of the dead"
        (
            "",
            rf"^((?:(?!(?:{_ASKED})\b)[^ ]+ )+?)(?:quantif(?:y|ies|ied)"
            r"|(?:gave|gives?|given|provided?s?|offer(?:s|ed)?|publish(?:ed)?|mention(?:s|ed)?|released?|put out)"
            r" (?:an?|any|the|some|its own|their own)(?: (?:clear|exact|final|official|precise|total))?"
            r"(?P<of>(?: (?:body|casualty|child|civilian|death|human|victim))*)"
            r" (?:number|figure|count|tally|total|estimate|toll)s?\b(?: (?:of|for|on)\b)?)"
            r"(?! (?:(?:of|for|on|at) )?\d|.* (?:are|got|were|was)\b)",
            _counted,
        ),
        # "did he tell us", "tell us": whoever is told is no part of it, and no country
        (
            "t",
            r"\b(?:(tells|told)|((?:do|does|did) (?:(?!you |not )\w+ ){1,5}tell)|(gave|give|show|tell)) (?:us|me)\b",
            _without_us,
        ),
        ("what is ", r"^((?:(?:and|so|but) )?)what is (he|she)(?= ?[?.]?$)", r"\1what is the job of \2"),
        ("against", r"^((?:and |but )?against)(?= ?[?]$)", r"\1 whom"),
        # West African English: "Reuters nko?", "na who talk am"
        (" nko", r"^(?:and |so )?(\w+(?: \w+){0,2}?) nko(?= ?[?.]?$)", r"and \1"),
        (" am", r"\b(said|saying|say|talk) am(?= ?[?.]?$)", r"say it"),
        ("na ", r"^((?:(?:and|please|so|then) )?)na (?=(?:how|what|when|where|which|who|whose|why)\b)", r"\1"),
        # "to which paper did he say it"
        (
            "to wh",
            r"^((?:and |so )?to) (?:whom?|(?:what|which) \w+) (?:did|does|has|have) (?:the )?\w+ "
            r"(?:claim|give|made?|make|sa(?:id|y)|state|tell|told)(?: (?:it|so|that|this|these|those|words?))*"
            r"(?= ?[?.]?$)",
            r"\1 what audience was it made",
        ),
        ("how", r"\bmy ((?:\w+ )?)how\b", r"my \1homework"),  # "my maths hw"
        ("vs .", r"\bvs \. (?=\w)", "vs "),
        # "the mayor says nobody died, and the article?": another who speaks
        (
            ", ",
            r"^((?!did |does ).+ (?:claim|report|sa[iy]|state)\w* .+) , (?:and |but )?(?:does |did )?"
            rf"(?:the |this |your )(?:{_TEXTS})(?: itself)?(?: too| as well)?(?= ?[?]?$)",
            r"\1 , and the report itself",
        ),
        (" than ", r"\b(?:no|not) (?:fewer|less) than (?=\d)", "at least "),
        ("or more", r"\b(\d+) or more\b", r"at least \1"),
        ("upwards of", r"\bupwards of (?=\d)", "over "),
        (" a dozen", r"\b(at least|more than|over) a dozen\b(?! \w+ (?:more|less))", r"\1 12"),
        ("before ", r"\bbefore (?:noon|midday)\b", "in the morning"),
        ("following", r"\bfollowing (?=(?:it|that|the|this)\b)", "after "),
        ("not ", r"\bnot (?:one|a single) (?=\w)", "no "),
        # "are the wounded ok now": no tag
        (" ok", r"^((?:are|is) \w+ \w+(?: \w+)*?) (?:ok|okay)(?: again| now)?(?= ?[?.]?$)", r"\1 recovered"),
        # "the agency, it says that …"
        (",", r"^((?:\w+ ){1,4}), (?:he|she|it|they) (?=(?:claim|report|say|said|tell|told)\w*\b)", r"\1"),
        (
            "as",
            r"\b((?:what|which|who)(?: \w+)? (?:is|was)) (?:described|identified|named|presented) as (?!.* by )",
            r"\1 ",
        ),
        ("every", r"\b(?:each and )?every(?: single)? (?!bit\b|day\b|hour\b|other\b|thing\b|time\b)", "all "),
        ("", r"\b(?:put|set|place) (.+?) (?:alongside|beside|next to) (.+?)(?= ?[?.]?$)", r"compare \1 with \2"),
        (
            "ed ",
            r"\b(?:is|are|was|were) (?:also )?(?:counted|included|listed|numbered) (?:in|among) (?=the )",
            "are among ",
        ),
        ("brought", r"\bwhat brought (.+?) (?=(?:here|there|to)\b)", r"why did \1 come "),
        ("", r"\b(?:adjacent to|beside|next to) (?=\w)", "near "),
        ("self", r"\b(article|piece|report|story|text) (?:it |him)?self\b", r"\1 itself"),
        ("treat", r"\btreat (it|that|this) as\b", r"take \1 as"),
        (
            "name",
            r"^((?:and |so )?what (?:is|was)) ((?:\w+ ){1,4})(?:full |real )?name(?= ?[?.]?$)",
            r"\1 the name of \2",
        ),
        ("of", r"\b(?:what (?:is|was) )?the (?:cause|reason)s? (?:behind|for|of) (?=\w)", "why "),
        # "the divers. say their names"
        (
            " name",
            r"^(.{3,60}?) [.,] (?:they have names [.,] )?(?:give|list|say|tell)(?: me| us)? (?:her|his|their) "
            r"(?:full |real )?names?(?: [.,].*)?$",
            r"what are the names of \1",
        ),
        # "what were they there for", not "what were they looking for"
        (
            " for",
            r"^((?:so |and )?)what (?:on earth )?(are|did|do|is|was|were) "
            r"(.+?(?:come|go|here|it|land|landing|operation|raid|that|there)) for(?= ?[?.]?$)",
            r"\1why \2 \3",
        ),
        # "what was the army after"
        (
            " after",
            r"\b(who|whom|what) (are|is|was|were) ((?:\w+ ){1,4})after(?= (?:over )?(?:here|there)\b| ?[?.]?$)",
            r"\1 \2 \3looking for",
        ),
        ("how m", r"\bhow (?:many|much) (?:pieces|units)\b", "how many"),
        (" flat", r"\bma(?:de|ke) (.{1,20}?) flat\b", r"flatten \1"),
        ("heavy", r"\bhow heavy (?=(?:are|is|was|were) the )", "how many "),
        ("not", r"\bnot (?:very |too |that )?far (?:from|off)\b", "near"),
        ("dozen", r"\bhalf (?:a )?dozen\b", "6"),
        ("dozen", r"\bbakers? dozen\b", "13"),
        ("th", r"\b(north|south) (east|west)(?=ern|\b)", r"\1\2"),
        ("4", r"\b4(?= (?:the|a|an|this|that|these|those|it|me|us|you)\b)", "for"),
        # "what does the article state, citing nobody, about …"
        ("", rf"^(.*?\b(?:{_TEXTS}))\b(?! itself| own)(.*?){_QUOTING_NOBODY}(?: ,)?(?= |$)", r"\1 itself\2"),
        ("", rf"{_QUOTING_NOBODY}(?: ,)?(?= |$)", _unquoted),
        (
            "source",
            r"^(?:which|what) (?:assertion|claim|line|sentence|statement)s? ((?:about|on) .+?) "
            r"(?:carr|com|ha[sv]|lack)\w* (?:with )?(?:an?y? |no )?(?:named )?sources?(?= ?[?.]?$)",
            r"what does the report itself say \1",
        ),
        # "leaving the sources aside, what does the report say"
        (
            "aside",
            r"^(?:leaving|putting|setting) (?:aside )?(?:(?:all|any|every|the) )?(?:\w+ )?"
            r"(?:agencies|outlets?|people|sources?)"
            rf"(?: aside)? , (.*?)\b({_TEXTS})(?: itself)?\b",
            r"\1\2 itself",
        ),
        ("most", r"\bmost (?:big|large|great|huge)\b", "biggest"),
        ("what for", r"\bwhat for (?=an? )", "what "),
        ("which", rf"(\w+) which(?= (?:{_PRONOUNS})\b)", _relative),
        # "the agency cited here is called?"
        (
            "called",
            r"^(the (?:\w+ ){1,5}?)(?:(?:cited|mentioned|named|quoted) )?(?:here )?(is|was) called(?= ?[?]?$)",
            r"what \2 \1called",
        ),
        # "how is the town called"
        (
            "how",
            r"\bhow (?!many|much)((?:\w+ ){0,3}?)(is|was|are|were)((?: \w+){0,4}?) (?:called|calling|named|naming)\b",
            r"what name \2 \1\3",
        ),
        (
            "how",
            r"\bhow (?:(?:do|does|did) (?:they|you|people|one) call|calls|is the name|was the name)\b",
            "what name is",
        ),
    )
)
