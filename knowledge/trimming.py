"""What a question can do without: doubt at its end, oaths, whom it is put to, a guess at the answer. Knows no base."""

from __future__ import annotations

from knowledge.english import QUESTION_WORDS, THEY
from knowledge.rewording import turns

_SOMEBODY = (
    "bloke|boss|buddy|colleague|cousin|coworker|dude|father|flatmate|friend|girl|guy|husband|kid|man|mate|mother"
    "|neighbou?r|opponent|passenger|roommate|teacher|uncle|wife|woman"
)
_GREETINGS = ("good (?:morning|afternoon|day|evening|night)", "greetings", "hello", "hey", "hi", "salam")
_READING = "finish(?:ed)?|g[eo]t (?:past|to)|read|watch(?:ed)?"
_SAYS = "claims?|claimed|reports?|reported|sa(?:id|ys?)|states?|stated|tells?|told"
_ASKED = "|".join(sorted(QUESTION_WORDS))


TRIMMED = turns(
    (
        ("agree", r"(?<=[,.] )agree(?= [?]|$)", "right"),
        # ", isn't?", ", truth?"
        (
            ",",
            r"(?<=, )(?:truth|exact|certain|(?:is|are|was|were|has|do|does|did) (?:not|so))(?= [?]|$)",
            "right",
        ),
        # "… Did he say so or not?"
        (
            "did",
            r"(?<=[?,.] )did (?:he|she|it|they) (?:\w+ )?say (?:it|so|that|this)(?: or not)?(?= ?[?.]?$)",
            "right",
        ),
        # "a guy in my chat insists that …", "my opponent says …"
        (
            "",
            rf"^(?:(?:a|an|my|one|some) (?:\w+ )?)?(?:{_SOMEBODY})(?: (?:at|from|in|on) (?:(?:my|our|the) )?"
            r"\w+(?: \w+)?)? (?:bets|insists|swears|keeps (?:saying|insisting)|is (?:certain|convinced|sure)) "
            r"(?:that )?(?=\w+ \w+ \w+)",
            "",
        ),
        # "good morning from Rome"
        (" from ", rf"^({'|'.join(_GREETINGS)}) from \w+(?: \w+)?(?= ?[,.]|$)", r"\1"),
        ("though", r"(?<=\w)(?: ,)? though(?= ?[?.]?$)", ""),  # "where though"
        ("no way", r"^no way [,.] (?=\w)", ""),
        (", ", r"(?<=\w) , (?:discuss|go|quick)(?= ?[?.]?$)", ""),
        # "…, they said so right?"
        (
            " said ",
            r"(?<=\w) , (?:and )?(?:he|it|she|they) said (?:it|so|that)(?: ,)?(?: right)?(?= ?[?.]?$)",
            " , right",
        ),
        (" included", r"^((?:all|everything) [^,]+) , (?:the )?\w+ included(?= ?[?.]?$)", r"\1"),
        # "…? asking because my wife does not believe it"
        ("asking ", r"(?<=\w) [,.?] (?:i am |just |only )*asking (?:as|because|for|since) .*$", " ?"),
        ("bet ", r"(?<=\w) [,.?] (?:i )?bet (?:it is|its|it) [^,.?]{1,30}[,.?]?$", " ?"),
        # "who did it, the French? Russians?": guesses
        (
            "?",
            r"^((?:who|whose|which|what)\b[^?,]*) [,?](?: (?:the |ur |your )?\w+(?: \w+)? [?,]){2,}(?: \w+ \?)?$",
            r"\1 ?",
        ),
        (" first ", r"^((?:the )?\w+) first (?=[,.] )", r"\1 "),
        ("not ", rf"^(?:i )?(?:did|have) not (?:even )?(?:{_READING})\b[^,.?]* [,.] (?=\w)", ""),
        ("", r"^((?:did|does) (?:the )?\w+(?: \w+)?) (?:instead of|rather than) ((?:the )?\w+) ", r"\1 , not \2 , "),
        (" so ", r"\b(said|says?) so(?= (?:, )?(?:correct|right|true)\b)", r"\1 that"),
        (" but ", r"\b(any(?:body|one)|every(?:body|one)|nobody|no one) but (?=\w)", r"\1 except "),
        ("figures", r"^(?:it |that )?figures [,.] (?=\w)", ""),
        # "…? havent read past the headline"
        (
            " not ",
            r"(?<=\w) [.?] (?:i )?(?:(?:did|had|have) not|never) (?:even |yet |really )?"
            rf"(?:{_READING})\b[^,.?]*[,.?]?$",
            " ?",
        ),
        # "… says so. does it?"
        (
            " d",
            r"^((?!.*\b(?:never|not)\b).+\w) [.] (?:does|did|do) (?:he|it|she|they)(?: really)?(?= ?[?.]?$)",
            r"\1 , right",
        ),
        (
            "my ",
            rf"^my (?:\w+ )?(?:{_SOMEBODY}) (?:believes|reckons|says|thinks) (?:that )?(?=\w+ \w+ \w+[^.?]*[?.]?$)",
            "",
        ),
        # "… or is that just the article"
        ("or is ", r"(?<=\w) (?:[,.?] )?or is (?:it|that|this) (?:just|only) [^,.?]{1,30}$", " ?"),
        # "who killed him? Kurds or Turks": a guess
        (
            " or ",
            r"^((?:\w+ [,.] )?[^?]*\b(?:who|whose|which)\b[^?]*) \? (?:the )?\w+(?: \w+)? or (?:the )?\w+(?: \w+)?"
            r"(?= ?[?.]?$)",
            r"\1",
        ),
        ("without", r"\b(?:but )?without (?:all |any |the |your )*(?:bias|spin|propaganda|opinions?|comments?)\b", ""),
        # "the militants' own version"
        (
            " own ",
            r"\b(?!(?:article|her|his|in|its|my|our|piece|report|story|text|the|their|your) )(\w+) own"
            r"(?= (?:account|claim|figure|line|number|report|side|statement|story|take|toll|version|word)s?\b)",
            r"\1",
        ),
        ("tell", r"^(?:so )?do not tell me (?:that )?(?=\w+ \w+ \w+)", ""),
        ("this ", r"\bthis (?:bullshit|crap|garbage|nonsense|rubbish|shit|trash)\b", "this"),
        (", no ", r", (?:and )?no (?:more )?\w+ing(?= ?[?.]?$)", ""),  # "…, no twisting"
        ("stop", r",? (?:and|so) stop \w+ing(?: \w+){0,2}(?= ?[?.]?$)", ""),
        ("this time", r"\b(claim(?:ed)?|report(?:ed)?|sa(?:id|y)) this time\b", r"\1"),
        # "…? sounds exaggerated"
        (
            "s ",
            r"(?<=\w) [,.?] (?:it |that |this )?(?:looks|seems|smells|sounds) "
            r"(?:(?:a bit|pretty|quite|so|too|very) )?\w+(?= ?[?.]?$)",
            " , right",
        ),
        # "or did someone invent it": doubt, and no second question
        (
            "or ",
            rf"(?<=\w)(?: ,)? or (?:else )?(?:(?:is|are|was|were|did|do|does|has|have) )?"
            rf"(?:{THEY}|i|it|this|that|someone|somebody|people|some \w+)(?: (?:just|all|only|simply|again|there))*"
            r"(?: (?:invent|fak|inflat|exaggerat|imagin|dream|lie|lying|bluff)\w*| ma(?:ke|de|king)(?= .*\bup\b))"
            r"(?: (?:all|it|that|this|things|stuff|up))*(?: (?:at|in|on) (?:my|the) \w+)?(?= ?[?.]?$)",
            " , right",
        ),
        ("and ", r"\b([a-z]+) and \1\b", r"\1"),  # "for hours and hours"
        (" whole ", r"\b(\d+|this) whole (?=\w)", r"\1 "),
        ("poor ", r"\bpoor (?=(?:civilians|families|folks?|innocents|people|villagers)\b)", ""),
        ("i mean", rf"^.+?\bi mean (?:, )?(?=(?:{_ASKED})\b)", ""),
        ("published", r"^((?:and )?who published (?:it|that|this)) , .+", r"\1"),  # a guess at the answer
        # "who says that, some blogger"
        (
            ", some ",
            rf"^((?:(?:and|so|but) )?who (?:{_SAYS}) (?:it|so|that|this)) , some \w+(?: \w+)?(?= ?[?.]?$)",
            r"\1",
        ),
        ("what is ", r"^((?:(?:and|so|but) )?what is (?:he|she)) , .+", r"\1"),
        # "…, give me his exact words": what is told is quoted anyway
        (
            ", ",
            r"(?<=\w) ,(?: and)? (?:(?:give|quote|show|tell)(?: me)? )?(?:his|her|its|their) (?:exact |own )*"
            r"(?:quotes?|words|wording)(?= ?[?.]?$)",
            "",
        ),
        # "who says that, brother"
        (
            "er",
            r"\b(died|here|him|hurt|it|killed|no|please|right|said|say|so|that|then|there|this|true|yes)"
            r" (?:brother|sister)(?= ?[?.]?$| ,)",
            r"\1",
        ),
        ("yes or no", r"(?:^|(?<=\w) (?:, )?)yes or no (?:, )?(?=\w)", " , right , "),
    )
)
