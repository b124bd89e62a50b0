"""The heart: no statement in a wrong mouth, whatever is asked of the shipped base."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise

import pytest

from knowledge import Answer, Base, Responder, Source, Statement
from knowledge.wording import attribution, plain

Chain = tuple[str, ...]
ASIDES = ("By contrast, ", "Quoted instead: ")


def opening(base: Base, chain: Chain) -> str:
    """How a sentence that tells what this chain says has to begin, as plain text."""
    return "".join(span.text for span in attribution([base.source_by_id[source] for source in chain]))


def begins(line: str, words: str) -> bool:
    """Whether the line begins with these words, its first letter in either case."""
    return line[:1].casefold() + line[1 : len(words)] == words[:1].casefold() + words[1:]


def read(base: Base, line: str) -> list[tuple[str, Chain]]:
    """Ids of the claims that a printed line states, in order, each with the chain it is ascribed to."""
    for aside in ASIDES:
        line = line.removeprefix(aside)
    chains = {claim.chain for claim in base.claims}
    by_length = sorted(chains, key=lambda chain: -len(opening(base, chain)))
    chain = next((chain for chain in by_length if begins(line, opening(base, chain))), None)
    if chain is None:
        return []
    said = re.fullmatch(
        r"(?P<text>.+) \(paragraphs? (?P<paragraphs>\d+(, \d+)*)\)\.", line[len(opening(base, chain)) :]
    )
    assert said, f"no statement after its sources: {line!r}"
    left, claims = said["text"], []
    while left:
        of_chain = (claim for claim in base.claims if claim.chain == chain)
        claim = next((c for c in of_chain if re.match(re.escape(c.text) + "(, that |, and that |$)", left)), None)
        assert claim, f"not what {chain} says: {left!r}"
        claims.append(claim)
        left = re.sub(r"^(, that |, and that )", "", left[len(claim.text) :])
    assert said["paragraphs"] == ", ".join(map(str, sorted({claim.paragraph for claim in claims})))
    return [(claim.id, chain) for claim in claims]


def check(base: Base, answer: Answer) -> None:
    """Fail unless the printed answer states exactly the answer's claims, each of exactly its own chain."""
    statements = (*answer.told, *answer.related)
    lines = plain(answer).split("\n")
    stated = [found for line in lines for found in read(base, line)]
    assert Counter(stated) == Counter((told.claim.id, told.claim.chain) for told in statements), answer.question
    for line in lines:
        if not read(base, line) and line != answer.reply:
            assert not [claim.id for claim in base.claims if claim.text.casefold() in line.casefold()], (
                f"without its sources: {line!r}"
            )


@pytest.mark.parametrize(
    "lead",
    [
        pytest.param("the mission failed", id="without sources"),
        pytest.param("Sputnik says that the mission failed (paragraph 5).", id="another source"),
        pytest.param("Reuters reports, quoting the Syrian Civil Defense, that it rained (paragraph 6).", id="not said"),
        pytest.param("Sputnik says that a number of elite US soldiers were injured.", id="without a paragraph"),
        pytest.param(
            "Pentagon spokesperson John Kirby says that no American casualties were reported (paragraph 7).",
            id="one more",
        ),
    ],
)
def test_the_judge_finds_what_is_wrong(shipped: Responder, lead: str) -> None:
    """What these tests rely on does refuse a statement without sources, in another mouth, or added to the answer's."""
    answer = Answer("", "answer", statements=(shipped.base.statement("mission-failed"),))
    check(shipped.base, answer)
    with pytest.raises(AssertionError):
        check(shipped.base, replace(answer, lead=lead))


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
    check(shipped.base, shipped.timeline())


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


def test_every_source_asked_about_every_subject(shipped: Responder) -> None:
    """Asked what it says about anything, a source is told to say only what it says, or to be silent, and why not so."""
    base = shipped.base
    for source in base.sources:
        for subject in base.report.subjects:
            answer = shipped.answer(f"what did {source.name} say about {subject.name.lower()}?")
            check(base, answer)
            for told in answer.statements:
                assert not {source.id, *source.includes}.isdisjoint(told.claim.chain), answer.question
            assert answer.outcome == "answer" or [silent.id for silent in answer.silent] == [source.id], answer.question


def test_every_pair_of_sources_asked_about_every_claim(shipped: Responder) -> None:
    """Asked about two sources at once, each statement has its own chain, and a yes is true of both."""
    base = shipped.base
    for claim in base.claims:
        for one, other in pairwise(base.sources):
            answer = shipped.answer(f"did {one.name} and {other.name} say that {claim.text}?")
            check(base, answer)
            if answer.verdict == "yes":
                for source in (one, other):
                    assert any(not {source.id, *source.includes}.isdisjoint(s.claim.chain) for s in answer.statements)


@pytest.mark.parametrize(
    "follow_up",
    [
        "who said that?",
        "source?",
        "really?",
        "and the Pentagon?",
        "and Sputnik?",
        "any other numbers?",
        "does anyone deny it?",
        "what else did they say?",
        "where exactly?",
        "anyone else?",
    ],
)
def test_every_follow_up_to_every_claim(shipped: Responder, follow_up: str) -> None:
    """Whatever is asked after any statement, each statement of the answer is told with its own chain."""
    for claim in shipped.base.claims:
        context = shipped.answer(f"who said that {claim.text}?").context
        check(shipped.base, shipped.answer(follow_up, context))


def test_who_said_that_adds_nobody(shipped: Responder) -> None:
    """Asked who said that, exactly what was told is told again: no statement more, no other mouth."""
    for claim in shipped.base.claims:
        first = shipped.answer(f"who said that {claim.text}?")
        again = shipped.answer("who said that?", first.context)
        assert again.statements == first.statements, claim.id


def test_statement_changed_in_any_number_is_not_confirmed(shipped: Responder) -> None:
    """No source is granted its own statement with another number in it."""
    base = shipped.base
    words = {"two": "five", "four": "nine", "six": "eleven", "13": "31", "2019": "2017", "27,": "14,"}
    changed = 0
    for claim in base.claims:
        for word in words.keys() & set(claim.text.split()):
            text = " ".join(words[word] if each == word else each for each in claim.text.split())
            for source in claim.chain:
                answer = shipped.answer(f"did {base.source_by_id[source].name} say that {text}?")
                assert answer.verdict != "yes", answer.question
                check(base, answer)
                changed += 1
    assert changed >= 8


def test_statement_turned_into_its_contrary_is_not_confirmed(shipped: Responder) -> None:
    """No source is granted the contrary of what it says, however that is put."""
    base = shipped.base
    for claim in base.claims:
        for source in claim.chain:
            name = base.source_by_id[source].name
            for question in (
                f"did {name} deny that {claim.text}?",
                f"did {name} say it is not true that {claim.text}?",
                f"is it true that {name} never said that {claim.text}?",
            ):
                answer = shipped.answer(question)
                check(base, answer)
                assert answer.verdict != "yes", question
