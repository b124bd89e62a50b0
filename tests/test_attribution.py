"""The heart: no statement in a wrong mouth, whatever is asked of the shipped base."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from knowledge import Answer, Base, Claim, Responder, Source, Statement
from knowledge.wording import attribution, plain


def opening(base: Base, claim: Claim) -> str:
    """How a sentence that tells this claim has to begin, as plain text."""
    return "".join(span.text for span in attribution(base.statement(claim.id).sources))


def check(base: Base, answer: Answer) -> None:
    """Fail unless every statement of the answer stands in a sentence that begins with its own chain."""
    sentences = [line for line in plain(answer).split("\n") if line]
    for statement in (*answer.told, *answer.related):
        assert tuple(source.id for source in statement.sources) == statement.claim.chain
        begins = opening(base, statement.claim)
        begins = f"({begins[0]}|{begins[0].upper()}){re.escape(begins[1:])}"
        told = [line for line in sentences if statement.claim.text in line]
        assert told, f"{statement.claim.id} is nowhere in {answer.question!r}"
        assert any(
            re.search(rf"(^|: |By contrast, ){begins}.*{re.escape(statement.claim.text)}", line) for line in told
        )
    for line in sentences:
        for claim in base.claims:
            longer = any(c.text in line and claim.text in c.text for c in base.claims if c.id != claim.id)
            attributed = re.search(re.escape(opening(base, claim)), line, re.IGNORECASE)
            assert claim.text not in line or longer or attributed, f"{claim.id} without its sources: {line!r}"


def test_a_statement_with_another_chain_cannot_be_built(shipped: Responder) -> None:
    """The type refuses a claim together with sources that did not make it, too few, too many or in another order."""
    base = shipped.base
    for claim in base.claims:
        right = base.statement(claim.id).sources
        wrong: list[tuple[Source, ...]] = [(), (*right, base.source_by_id["sputnik"]), right[1:]]
        wrong += [(source,) for source in base.sources if (source.id,) != claim.chain]
        if len(right) > 1:
            wrong.append(right[::-1])
        for sources in wrong:
            with pytest.raises(ValueError, match="is made by"):
                Statement(claim, sources)


def test_every_curated_answer_attributes_every_statement(shipped: Responder) -> None:
    """Every entry, every source and the disagreements tell each statement with its own chain."""
    for entry in shipped.base.entries:
        check(shipped.base, shipped.entry(entry.id))
    for source in shipped.base.sources:
        check(shipped.base, shipped.source(source.id))
    check(shipped.base, shipped.disagreements())


def test_every_source_asked_about_every_claim(shipped: Responder) -> None:
    """Asked "did SOURCE say CLAIM?" is never answered yes for a source that does not stand in the claim's chain."""
    base = shipped.base
    for claim in base.claims:
        speaking = {s.id for s in base.sources if not {s.id, *s.includes}.isdisjoint(claim.chain)}
        for source in base.sources:
            for question in (
                f"did {source.aliases[0]} say that {claim.text}?",
                f"{source.aliases[0]} said {claim.text}, right?",
            ):
                answer = shipped.answer(question)
                check(base, answer)
                if answer.verdict == "yes":
                    makers = {s for told in answer.statements for s in told.claim.chain}
                    assert not {source.id, *source.includes}.isdisjoint(makers), question
                    assert source.id in speaking or claim.id not in {s.claim.id for s in answer.statements}, question


def test_a_source_is_granted_what_it_says(shipped: Responder) -> None:
    """Asked "did SOURCE say CLAIM?" is answered yes, with that claim, for those who stand in the chain."""
    base = shipped.base
    for claim in base.claims:
        for source in (base.source_by_id[id_] for id_ in claim.chain):
            answer = shipped.answer(f"did {source.aliases[0]} say that {claim.text}?")
            assert answer.verdict == "yes", (source.id, claim.id)
            assert claim.id in {statement.claim.id for statement in answer.statements}, (source.id, claim.id)


def test_what_sources_say_is_theirs(shipped: Responder) -> None:
    """Asked "what does SOURCE say?" tells only statements in whose chain the source, or one it includes, stands."""
    base = shipped.base
    for source in base.sources:
        answer = shipped.answer(f"what does {source.aliases[0]} say?")
        check(base, answer)
        assert answer.statements, source.id
        for statement in answer.statements:
            assert not {source.id, *source.includes}.isdisjoint(statement.claim.chain)


def test_who_said_it_names_those_who_did(shipped: Responder) -> None:
    """Asked "who said CLAIM?" tells that claim, with its chain."""
    for claim in shipped.base.claims:
        answer = shipped.answer(f"who said that {claim.text}?")
        check(shipped.base, answer)
        assert claim.id in {statement.claim.id for statement in answer.told}, claim.id


def test_the_other_side_follows(shipped: Responder) -> None:
    """Whatever is told of a disputed matter, a statement that disagrees is told too."""
    base = shipped.base
    for entry in base.entries:
        told = {statement.claim.id for statement in shipped.entry(entry.id).told}
        for claim in (base.claim_by_id[id_] for id_ in told):
            assert not claim.disagrees_with or not told.isdisjoint(claim.disagrees_with), (entry.id, claim.id)


def test_a_claim_moved_to_another_source_is_told_as_that_source_s(shipped: Responder) -> None:
    """Nothing but the chain decides who is said to say it: a base with another chain answers otherwise."""
    base = shipped.base
    moved = tuple(
        claim.model_copy(update={"chain": ("sputnik",)}) if claim.id == "largest-since-2019" else claim
        for claim in base.claims
    )
    answer = Responder(replace(base, claims=moved)).answer("what does sputnik say about the size of the landing?")
    assert "largest-since-2019" in {statement.claim.id for statement in answer.statements}
    assert "Sputnik says" in plain(answer)
    assert "Observatory says that the landing near Atma is" not in plain(answer)
