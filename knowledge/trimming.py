"""What a question can do without: doubt at its end, oaths, whom it is put to. Knows no base."""

from __future__ import annotations

from knowledge.english import QUESTION_WORDS, SPEECH, THEY
from knowledge.rewording import turns

_SOMEBODY = (
    "bloke|boss|buddy|colleague|cousin|coworker|dude|father|flatmate|friend|girl|guy|husband|kid|man|mate|mother"
    "|neighbou?r|opponent|passenger|roommate|teacher|uncle|wife|woman"
)
_GREETINGS = ("good (?:morning|afternoon|day|evening|night)", "greetings", "hello", "hey", "hi", "salam")
_READING = "finish(?:ed)?|g[eo]t (?:past|to)|read|watch(?:ed)?"
_ASKED = "|".join(sorted(QUESTION_WORDS))
_SUMMARY = "|".join(
    (
        *(word for word in SPEECH["!summary"] if " " not in word),
        "brief(?:ing)?|bullets|short|sum (?:everything|it|that|this) up|what where when why",
        r"(?:\d+|one|two|three|four|five) (?:bullet|line|sentence|word)s?",
    )
)
_ALL = "all|it|me|please|report|article|news|the|this|that|us|everything"
_SELF = "i|i am|im|we|my|our"
_CIRCUMSTANCE = (
    rf"(?:for (?:my|our|an?)|(?:before|between|while|because|until|since|like|as if|as though|as) (?:{_SELF}|a)"
    rf"|between|{_SELF}|it is|its|he|she|no time|holding|having|got"
    r"|(?:the )?\w+ (?:is|are) (?:asleep|at the (?:door|table)|behind me|calling|coming|crying|here|hungry|waiting))"
)  # of the asker, behind what is asked for: "before my train comes", "i have no time"


TRIMMED = turns(
    (
        # "a summary for my boss, he has no time", "tldr, my break ends"
        (
            "",
            rf"\b({_SUMMARY})((?: (?:{_ALL})){{0,4}})(?: [,.;])?"
            rf" {_CIRCUMSTANCE}\b(?!.*\b(?:about|of|on|{_ASKED})\b).*$",
            r"\1\2",
        ),
        # "i am not reading all that, sum it up"
        (
            "",
            rf"^(?:{_SELF}|no time|not|too) [^,.?]*[,.] "
            rf"(?=(?:\w+ ){{0,3}}(?:{_SUMMARY})(?: (?:in )?(?:{_SUMMARY}))?(?: [,.?]|$))",
            "",
        ),
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
        # "Reuters on the fire, nothing about the dead"
        (
            " , ",
            r"^(.+ (?:about|on) .+?)(?: please)? , (?:and )?(?:nothing|not a word) (?:about|on) [^,.?]+$",
            r"\1",
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
        (
            "this time",
            r"\b(account|claim(?:ed)?|excuse|report(?:ed)?|sa(?:id|y)|spinning|story|version) this time\b",
            r"\1",
        ),
        (
            " to ",
            r"(?<=\w) (?:, )?(?:from )?(?:a|beginning|first|start|top) to (?:bottom|end|finish|last|z)(?= ?[?.]?$)",
            "",
        ),
        (" all of ", r"(?<=\w) (?:please )?, all of (?:it|that|them)(?= ?[?.]?$)", ""),
        ("wherever", r" or wherever(?: (?:he|it|she|they) \w+)?(?= ?[?,.]|$)", ""),
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
            rf"(?<=\w)(?: ,)? or (?:else )?(?:(?:am|is|are|was|were|did|do|does|has|have) )?"
            rf"(?:{THEY}|i|it|this|that|someone|somebody|people|some \w+)(?: (?:just|all|only|simply|again|there))*"
            r"(?: (?:invent|fak|inflat|exaggerat|embellish|imagin|dream|lie|lying|bluff|misquot|misread)\w*"
            r"| ma(?:ke|de|king)(?= .*\bup\b))"
            r"(?: (?:all|it|that|this|things|stuff|up))*(?: (?:at|in|on) (?:my|the) \w+)?(?= ?[?.]?$)",
            " , right",
        ),
        ("and ", r"\b([a-z]+) and \1\b", r"\1"),  # "for hours and hours"
        (" whole ", r"\b(\d+|this) whole (?=\w)", r"\1 "),
        ("poor ", r"\bpoor (?=(?:civilians|families|folks?|innocents|people|villagers)\b)", ""),
        ("i mean", rf"^.+?\bi mean (?:, )?(?=(?:{_ASKED})\b)", ""),
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
        # "…, where children sleep": the asker's own remark on a place
        (
            ", where ",
            r"(?<=\w) , where (?:(?:all|so many|the|these|those) )?(?:babies|children|families|innocents|kids|people"
            r"|refugees|women)(?: and (?:babies|children|families|kids|women))? (?:are |were )?"
            r"(?:liv|play|shelter|sleep|slept|stay)\w*(?= [,.?]|$)",
            "",
        ),
        # "could you list everything he said"
        (
            " you ",
            r"^(?:can|could|will|would) you (?:just |please |\w+ly )*(?:give|list|quote|read|recite|repeat|show|tell)"
            r"(?: me| us)? (?=(?:all|everything)\b)",
            "list ",
        ),
        # "I need the militants' claim", "kindly set out her remarks"
        (
            "",
            r"^(?:kindly |please )?(?:(?:i )?(?:just |only )?(?:need|want)(?! (?:some|to|you)\b)"
            r"|(?:lay|set|spell) out|number|go through|run through) (?=(?:the )?(?:\w+ ){1,4}"
            r"(?:accounts?|claims?|figures?|lines?|part|remarks?|statements?|take|version|words)\b"
            r"(?! (?:that|about|to)\b))",
            "list ",
        ),
        # "I count two remarks by the monitor. Set out both."
        (
            "both",
            r"^(?:i (?:count|find|read|see) )?(.+) [.,] (?:kindly |please )?(?:give|list|name|quote|set out|tell)"
            r"(?: me)? both(?: of them)?(?= ?[.]?$)",
            r"list \1",
        ),
        ("if any", r"(?:, )?\bif any(?:body|one|thing)?(?: at all)?(?: ,|(?= ?[?.]?$))", ""),
        # "what did they tell the TV reporter"
        (
            "",
            r"\b(what(?: \w+)* (?:say|said|tell|told|tells)|(?:told|said) what) (?:to )?"
            r"(?:the |that |this |your |our )?(?:\w+ )?"
            r"(?:cameras?|correspondent|journalists?|media|newspaper|press|reporters?|television|tv)(?= ?[?.]?$)",
            r"\1",
        ),
        # "her numbers as relayed by the agency"
        (
            "agency",
            r"(?<=\w) (?:, )?(?:via|(?:as )?(?:carried|cited|passed on|quoted|relayed|reported) by) "
            r"(?:the |an? )?(?:news |wire )?agency(?: ,)?(?= \w+ \w+ ?[?.]?$| ?[?.]?$)",
            "",
        ),
        (
            "a",
            r"\b(claim(?:ed)?|report(?:ed)?|sa(?:id|ys?)) (?:all in all|altogether|in total|overall)(?= ?[?.]?$)",
            r"\1",
        ),
        (", and not ", ", and not ", " , not "),
    )
)
