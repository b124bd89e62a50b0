"""What holds for any text at all."""

from __future__ import annotations

import json

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from test_attribution import check

from bot.printing import as_object
from knowledge import Answer, Context, Responder, load_base
from knowledge.english import BACK_REFERENCES, TAGS
from knowledge.text import words
from knowledge.wording import plain

RESPONDER = Responder(load_base())
PHRASINGS = [phrasing for entry in RESPONDER.base.entries for phrasing in entry.phrasings]
WORDS = sorted({word for phrasing in PHRASINGS for word in phrasing.split()} | {"Reuters", "Sputnik", "Kirby", "UN"})


def sound(answer: Answer) -> bool:
    """Whether there is something to read, and every statement in it stands behind the names of its whole chain."""
    check(RESPONDER.base, answer)  # nothing is stated but the answer's statements, each with its chain
    printed = plain(answer).casefold()
    for claim in (told.claim for told in (*answer.told, *answer.related)):
        named = [RESPONDER.base.source_by_id[source].name.casefold() for source in claim.chain]
        before = [line.partition(claim.text.casefold()) for line in printed.split("\n")]
        ahead = [sources for sources, text, _ in before if text]
        if not ahead or not all(name in sources for sources in ahead for name in named):
            return False
    return printed.strip() != ""


@given(st.text(max_size=700))
def test_any_text_is_answered(text: str) -> None:
    """Any text in, an answer out: never an exception, never nothing to read."""
    assert sound(RESPONDER.answer(text))


@given(
    st.sampled_from(PHRASINGS + list(TAGS)), st.integers(1, 12), st.sampled_from(["", " the", " a", " this", ", the"])
)
def test_any_question_broken_off_is_answered(question: str, words: int, more: str) -> None:
    """A message sent too early is answered like any other."""
    assert sound(RESPONDER.answer(" ".join(question.split()[:words]) + more))


@pytest.mark.parametrize("text", ["can you confirm the", "what did this", "is that right, a", "fact check an"])
def test_a_message_that_ends_in_a_pointing_word_is_answered(text: str) -> None:
    """What the last word points at is still to come."""
    assert sound(RESPONDER.answer(text))


@given(
    st.builds(str.__mul__, st.sampled_from(["0", "1", "9", "3/", "1,000.", "2022-"]), st.integers(1, 480)),
    st.sampled_from(["k", " million", "%", "th", " of October", " dozen", " people", ""]),
    st.sampled_from(["{} died", "did Reuters say {} were killed?", "{}"]),
)
def test_any_number_is_answered(number: str, unit: str, said: str) -> None:
    """However long a number is, or like a date or a size, it is answered like any other."""
    assert sound(RESPONDER.answer(said.format(number + unit)))


@given(st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join), st.sampled_from(PHRASINGS))
def test_any_words_after_any_question_are_answered(text: str, before: str) -> None:
    """Words of the base in any order, in any conversation, get an answer of attributed statements."""
    assert sound(RESPONDER.answer(text, RESPONDER.answer(before).context))


@settings(max_examples=300)
@given(st.sampled_from([p for p in PHRASINGS if "us" not in p.casefold().split() and p.isascii()]), st.data())
def test_how_it_is_typed_does_not_matter(phrasing: str, data: st.DataObject) -> None:
    """Case, spacing, a full stop and emoji change nothing. Left out: "us", which in capitals is a country."""
    spaces = data.draw(st.sampled_from([" ", "  ", "\t", " \u200b"]))
    typed = data.draw(st.sampled_from([phrasing.upper(), phrasing.lower(), phrasing.swapcase()]))
    typed = (
        data.draw(st.sampled_from(["", "  ", "🙏 "]))
        + spaces.join(typed.split())
        + data.draw(st.sampled_from(["", " 😢", "  "]))
    )
    plainly, changed = RESPONDER.answer(phrasing.lower()), RESPONDER.answer(typed)
    assert (changed.entry, changed.told) == (plainly.entry, plainly.told)


@given(st.sampled_from(PHRASINGS))
def test_the_same_question_has_the_same_answer(phrasing: str) -> None:
    """Answering changes nothing: asked twice, in a new conversation, a question is answered alike."""
    assert RESPONDER.answer(phrasing) == RESPONDER.answer(phrasing, Context())


ENDS = ["", ".", "!", "?", "??", "!?", "...", "…", " ?", " 🙏", "?!! 😡"]
IDS = [claim.id for claim in RESPONDER.base.claims]
SOURCES = [source.id for source in RESPONDER.base.sources]
NAMES = [alias for source in RESPONDER.base.sources for alias in (source.name, *source.aliases)]


def outcome_fits(answer: Answer) -> bool:
    """Whether each outcome holds what it promises, and nothing it must not."""
    if answer.outcome == "answer":
        return bool(answer.told or answer.shows or answer.silent)
    if answer.outcome == "not_stated":
        return not answer.statements and bool(answer.missing or answer.silent)
    return not (answer.told or answer.related or answer.verdict) and bool(answer.reply)


@given(
    st.one_of(st.text(max_size=80), st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)),
    st.builds(
        Context,
        subject=st.lists(st.one_of(st.sampled_from(WORDS), st.text(min_size=1, max_size=9)), max_size=4).map(tuple),
        claims=st.lists(st.one_of(st.sampled_from(IDS), st.text(max_size=9)), max_size=4).map(tuple),
        sources=st.lists(st.sampled_from(SOURCES), max_size=3).map(tuple),
    ),
)
def test_any_context_is_answered_in(text: str, context: Context) -> None:
    """A context of any claims, also such as the base no longer has, is no error."""
    assert sound(RESPONDER.answer(text, context))


@given(
    st.sampled_from(["did {} say {}", "{} said {}, right?", "what did {} say about {}", "according to {} {}"]),
    st.sampled_from(NAMES),
    st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join),
)
def test_whatever_a_source_is_asked_it_is_not_given_what_others_say(form: str, name: str, words: str) -> None:
    """In the name of a source only what it says, or one that speaks for it, is confirmed."""
    answer = RESPONDER.answer(form.format(name, words))
    assert sound(answer)
    asked = [RESPONDER.base.source_by_id[id_] for id_ in answer.explanation.sources]
    speaking = {id_ for source in asked for id_ in (source.id, *source.includes)}
    if answer.verdict == "yes":
        assert all(not speaking.isdisjoint(told.claim.chain) for told in answer.statements)
        assert answer.statements


@given(st.one_of(st.text(max_size=60), st.sampled_from(PHRASINGS), st.lists(st.sampled_from(WORDS)).map(" ".join)))
def test_outcome_is_what_it_says(text: str) -> None:
    """An answer tells something, a refusal says what is missing or who is silent, the rest states nothing."""
    answer = RESPONDER.answer(text)
    assert outcome_fits(answer), answer
    assert 0 <= answer.score <= 100.1
    assert len(answer.suggestions) <= 3


@settings(max_examples=300)
@given(st.sampled_from(PHRASINGS), st.sampled_from(ENDS))
def test_how_it_ends_does_not_matter(phrasing: str, end: str) -> None:
    """Punctuation and emoji at the end change neither entry nor statements."""
    plainly, changed = RESPONDER.answer(phrasing.rstrip("?!. ")), RESPONDER.answer(phrasing.rstrip("?!. ") + end)
    assert (changed.entry, changed.told) == (plainly.entry, plainly.told)


@given(st.one_of(st.text(st.characters(), max_size=600), st.sampled_from(PHRASINGS)))
def test_answer_can_be_printed(text: str) -> None:
    """Whatever was asked, lone surrogates included, the answer is one line of JSON in UTF-8 that reads the same."""
    answer = RESPONDER.answer(text)
    printed = as_object(answer).encode("utf-8")
    assert b"\n" not in printed
    assert json.loads(printed)["text"] == plain(answer)


@given(st.sampled_from(PHRASINGS), st.sampled_from(PHRASINGS))
def test_phrasing_is_answered_alike_in_any_conversation(before: str, phrasing: str) -> None:
    """A phrasing of an entry that answers well alone, and repeats nothing, is answered by it after any other one."""
    alone = RESPONDER.answer(phrasing)
    assume(not (alone.entry and RESPONDER.base.entry_by_id[alone.entry].repeats))
    after = RESPONDER.answer(phrasing, RESPONDER.answer(before).context)
    assert sound(after)
    if alone.score >= 90 and not BACK_REFERENCES & set(words(phrasing)) and words(phrasing)[0] != "and":
        assert (after.entry, after.told) == (alone.entry, alone.told)
