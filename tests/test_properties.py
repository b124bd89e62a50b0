"""What holds for any text at all."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge import Answer, Context, Responder, load_base
from knowledge.wording import plain

RESPONDER = Responder(load_base())
PHRASINGS = [phrasing for entry in RESPONDER.base.entries for phrasing in entry.phrasings]
WORDS = sorted({word for phrasing in PHRASINGS for word in phrasing.split()} | {"Reuters", "Sputnik", "Kirby", "UN"})


def sound(answer: Answer) -> bool:
    """Whether every statement has its claim's own chain, and there is something to read."""
    statements = (*answer.told, *answer.related)
    chains = all(tuple(source.id for source in told.sources) == told.claim.chain for told in statements)
    return chains and plain(answer).strip() != ""


@given(st.text(max_size=700))
def test_any_text_is_answered(text: str) -> None:
    """Any text in, an answer out: never an exception, never nothing to read."""
    assert sound(RESPONDER.answer(text))


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
