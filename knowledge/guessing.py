"""Guesses at the answer, beside a question: "who did it, the French?". They ask nothing. Knows no base."""

from __future__ import annotations

from knowledge.english import SAYS
from knowledge.rewording import turns

_GUESSED = (  # what guesses at the answer may follow
    r"(?:who|whose|which|what)\b[^?,]*|how (?:are|did|do|was|were) (?:(?:the|these|those) )?(?!the )\w+ \w+[^?,]*"
)
_GUESS = r" (?:the |ur |your )?\w+(?: \w+)?"

GUESSES = turns(
    (
        ("bet ", r"(?<=\w) [,.?] (?:i )?bet (?:it is|its|it) [^,.?]{1,30}[,.?]?$", " ?"),
        (" bet ", r"(?<=\w) [,.?] i bet (?:it is |on )?[^,.?]{1,30}(?= [,.?] who ?[?]?$)", ""),
        # "who says that, the mayor surely not"
        (
            " not",
            rf"^(who (?:{SAYS}|calls?|uses?)\b.*\w) , [^,.?]{{1,30}} "
            r"(?:certainly|obviously|probably|surely) not(?= ?[?.]?$)",
            r"\1",
        ),
        # "who did it, the French? Russians?", "how did the crew flee: boat, plane?"
        (
            "?",
            rf"^({_GUESSED}) (?:[,?](?:{_GUESS} [?,]){{2,}}(?: \w+ \?)?|[.](?:{_GUESS} \?){{2,}})$",
            r"\1 ?",
        ),
        # "which side did it, the navy or who"
        (
            " or ",
            rf"^({_GUESSED}) ,(?: (?!and\b)\w+){{1,4}} or (?:who|what|which|something|whatever)(?= ?[?.]?$)",
            r"\1",
        ),
        # "who killed him? Kurds or Turks"
        (
            " or ",
            r"^((?:\w+ [,.] )?[^?]*\b(?:who|whose|which)\b[^?]*) \? (?:the )?\w+(?: \w+)? or (?:the )?\w+(?: \w+)?"
            r"(?= ?[?.]?$)",
            r"\1",
        ),
        ("published", r"^((?:and )?who published (?:it|that|this)) , .+", r"\1"),
        # "who says that, only the gunmen or others too?"
        (
            " or ",
            rf"^((?:which \w+|who|whose)(?: \w+){{0,2}}? (?:{SAYS}|calls?|called|used?|uses)\b[^,?]*) [,?] "
            r"(?:(?:only|just|is it|the|a|an|one) )+[^,?]* or [^,?]*\??$",
            r"\1 ?",
        ),
        # "who says that? no name attached?"
        (
            "",
            r"^((?:and |so )?(?:where|which|who|whose)\b.*\w) [,.?] "
            r"(?:(?:no|without an?y?) (?:\w+ )?(?:names?|sources?)"
            r"(?: (?:attached|cited|given|mentioned|named|quoted|there))?"
            r"|or is (?:it|that|this) (?:anonymous|un\w+ed))(?= [?.,]|$).*$",
            r"\1 ?",
        ),
        # "who says that, the name of the agency please"
        (
            "name",
            rf"^((?:and |so )?who(?: \w+)?(?: \w+)? (?:{SAYS}|count|say)\b.*\w) [,.?] "
            r"(?:please )?(?:(?:give|state|tell) )?(?:me |us )?(?:the |their |his )?names?"
            r"(?: of (?:the )?(?:agency|body|organi[sz]ation|outlet|paper|person|source|\w+ers))?"
            r"(?: please)?(?= ?[?.]?$)",
            r"\1",
        ),
        # "who says that, some blogger"
        (
            ", some ",
            rf"^((?:(?:and|so|but) )?who (?:{SAYS}) (?:it|so|that|this)) , some \w+(?: \w+)?(?= ?[?.]?$)",
            r"\1",
        ),
        ("what is ", r"^((?:(?:and|so|but) )?what is (?:he|she)) , .+", r"\1"),
    )
)
