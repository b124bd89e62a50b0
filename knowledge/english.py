"""What any question in English may hold: question types, speech, courtesies. Its words are in english.yaml."""

from __future__ import annotations

from pathlib import Path

import yaml

from knowledge.problems import Loader
from knowledge.variants import spelled_out

_WORDS = yaml.load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"), Loader=Loader)  # noqa: S506


def _phrases(key: str) -> tuple[str, ...]:
    return _all_of(_WORDS[key])


def _all_of(written: str | list[str]) -> tuple[str, ...]:
    lines = written.split(",") if isinstance(written, str) else written  # a list of YAML's takes ten times as long
    return tuple(dict.fromkeys(spelled_out(lines)))


QUESTION_TYPES: dict[str, tuple[str, ...]] = {f"?{kind}": _all_of(phrases) for kind, phrases in _WORDS["asks"].items()}
SPEECH: dict[str, tuple[str, ...]] = {f"!{kind}": _all_of(phrases) for kind, phrases in _WORDS["speech"].items()}
GATING = frozenset(QUESTION_TYPES)
FILLERS = _phrases("fillers")
TAGS = _phrases("tags")
INJECTIONS = _phrases("injections")
JUDGING = frozenset(_phrases("judging"))
JUDGING_OF_ANYBODY = frozenset(_phrases("judging_of_anybody"))
JUDGED_AS_TOLD = frozenset(_phrases("judged_as_told"))
JUDGEABLE = _phrases("judgeable")
BIDDING = frozenset(_phrases("bidding"))
EPITHETS = frozenset(_phrases("epithets"))
ABUSE = frozenset(_phrases("abuse")) | EPITHETS
FUNCTION_WORDS = frozenset(_phrases("function_words")) | ABUSE
NEGATIONS = frozenset(_phrases("negations"))
SPEAKERS = frozenset(_phrases("speakers"))
AUXILIARIES = frozenset(_phrases("auxiliaries"))
SUBJECTS = frozenset(_phrases("subjects"))
NATIONALITIES = frozenset(_phrases("nationalities"))
VERSIONS = _phrases("versions")
DOES = frozenset({"do", "does", "did"})
BE = frozenset({"are", "is", "was", "were"})
THEY = "(?:they|you|he|she|we)"  # in a turn of phrase: whoever says or has something
SAYS = "|".join(word for word in SPEECH["!say"] if " " not in word)  # in a turn of phrase
ANYTHING = frozenset(_phrases("anything"))
QUESTION_WORDS = frozenset(_phrases("question_words"))
SOCIAL = _phrases("social")
INTENSIFIERS = frozenset(_phrases("intensifiers"))
TELLING = frozenset(_phrases("telling"))
AGREEING = frozenset(_phrases("agreeing"))
NAMING = frozenset(_phrases("naming"))
EVENTS = frozenset(_phrases("events"))
OF_SAYING = frozenset(_phrases("of_saying"))
QUANTIFIERS = frozenset(_phrases("quantifiers"))
HARMLESS = frozenset(_phrases("harmless")) | ABUSE
RELATIONS = frozenset(_phrases("relations"))
UTTERING = frozenset(_phrases("uttering"))
ACTING = frozenset(_phrases("acting"))
HARMING = frozenset(_phrases("harming"))
BRINGING = frozenset(_phrases("bringing"))
ATTITUDES = frozenset(_phrases("attitudes"))
CALLING = frozenset(_phrases("calling"))
GIFTS = frozenset(_phrases("gifts"))
TOPICAL = frozenset(_phrases("topical"))
DONE_TO = frozenset(_phrases("done_to"))
LEAVING = frozenset(_phrases("leaving"))
COUNTING = frozenset(_phrases("counting"))
CITING = frozenset(_phrases("citing"))
TEXTS = frozenset(_phrases("texts"))
KINDS: dict[str, frozenset[str]] = {}  # of a word: what it tells of each kind, "latitude=north"
for _kind, _values in _WORDS["kinds"].items():
    for _value, _written in _values.items():
        for _word in _all_of(_written):
            KINDS[_word] = KINDS.get(_word, frozenset()) | {f"{_kind}={_value}"}
MONTHS = tuple(_WORDS["kinds"]["month"])  # in their order
INFORMING = frozenset(_phrases("informing"))
COMPANY = frozenset(_phrases("company"))
MISTRUSTING = frozenset(_phrases("mistrusting"))
WITNESSING = frozenset(_phrases("witnessing"))
WORDING = frozenset(_phrases("wording"))
POSTS = frozenset(_phrases("posts"))
STAFF = frozenset(_phrases("staff"))
KINDS_OF_BODY = frozenset(_phrases("kinds_of_body"))
REFLEXIVES = frozenset(_phrases("reflexives"))
RELATIVES = frozenset(_phrases("relatives"))
BEFORE_QUESTION = frozenset(_phrases("before_question"))
BACK_REFERENCES = frozenset(_phrases("back_references"))
TWISTING = frozenset(_phrases("twisting"))
ADMITTING = frozenset(_phrases("admitting"))
LOADED_SPEECH = frozenset(_phrases("loaded_speech"))
MORE = frozenset(_phrases("more"))
AGAINST = frozenset(_phrases("against"))
SPEAKING_PRONOUNS = frozenset(_phrases("speaking_pronouns"))
POSSESSIVES = frozenset(_phrases("possessives"))
PERSONS = frozenset(_phrases("persons"))
OF_STATEMENTS = frozenset(_phrases("of_statements"))
ORDINALS: dict[str, int] = dict(_WORDS["ordinals"])
PORTIONS = frozenset(_phrases("portions"))
SHORT_FORMS: dict[str, str] = dict(_WORDS["short_forms"])
ALONE: dict[str, str] = {said: meaning for meaning, group in _WORDS["alone"].items() for said in _all_of(group)}
FLAGS: dict[str, str] = dict(_WORDS["flags"])
FOREIGN = frozenset(_phrases("foreign"))
REACTIONS = _phrases("reactions")
LEADING_REACTIONS = _phrases("leading_reactions")
ADDRESSEES = _phrases("addressees")
TAKING = frozenset(_phrases("taking"))
GRASPING = frozenset(_phrases("grasping"))
DEMONSTRATIVES = frozenset(_phrases("demonstratives"))
