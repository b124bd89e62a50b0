"""Loading: a folder becomes a base, or every problem in it, each with its file, its line and the cure."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import ValidationError
from small_folder import FILES, Change, loaded, problems, problems_in, write

from knowledge import SHIPPED, BaseProblems, load_base

REPORT, SOURCES, CLAIMS, QUESTIONS = "report.yaml", "sources.yaml", "claims.yaml", "questions/storm.yaml"


def test_smallest_folder_is_a_base(tmp_path: Path) -> None:
    """What the files say is in the base, records in the order of the files."""
    base = loaded(tmp_path)
    assert base.report.title == "Storm: roofs fly"
    assert [source.id for source in base.sources] == ["report", "mayor"]
    assert [source.own_voice for source in base.sources] == [True, False]
    assert [outsider.name for outsider in base.outsiders] == ["the army"]
    assert [concept.words for concept in base.concepts] == [("storm", "gale")]
    assert [claim.chain for claim in base.claims] == [("report",), ("mayor",)]
    assert [(topic.id, topic.name) for topic in base.topics] == [("storm", "The storm")]
    assert [(entry.id, entry.kind) for entry in base.entries] == [("what", "answer"), ("cost", "not_stated")]


def test_shipped_base_is_the_default() -> None:
    """Without a folder the shipped report is loaded, and it has no problem."""
    assert load_base().report.id == SHIPPED.name


def test_topics_are_files_in_order_of_their_names(tmp_path: Path) -> None:
    """A file of questions is a topic with the file's name as id; other files are no topics."""
    topic = "topic: More\nquestions:\n  - {id: more, question: More?, claims: [calm]}\n"
    base = loaded(tmp_path, ("questions/a-first.yaml", "", topic), ("questions/notes.txt", "", "no: [topic"))
    assert [topic.id for topic in base.topics] == ["a-first", "storm"]
    assert [entry.id for entry in base.entries] == ["more", "what", "cost"]


def test_version_changes_with_any_file(tmp_path: Path) -> None:
    """The same files have the same version, another letter in any of them another version."""
    version = loaded(tmp_path / "one").version
    assert len(version) == 12
    assert int(version, 16) >= 0
    assert loaded(tmp_path / "two").version == version
    changed = {loaded(tmp_path / str(n), (file, "", "# a remark\n")).version for n, file in enumerate(FILES)}
    assert len(changed | {version}) == len(FILES) + 1


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(b"\xef\xbb\xbf" + FILES[CLAIMS].encode(), id="byte order mark"),
        pytest.param(FILES[CLAIMS].replace("\n", "\r\n").encode(), id="Windows line ends"),
    ],
)
def test_files_from_windows_are_read(tmp_path: Path, content: bytes) -> None:
    """A file saved on Windows means the same."""
    write(tmp_path)
    (tmp_path / CLAIMS).write_bytes(content)
    assert [claim.quote for claim in load_base(tmp_path).claims] == ["roofs fly", "a calm night"]


@pytest.mark.parametrize(
    "file", [pytest.param("outsiders.yaml", id="outsiders"), pytest.param("lexicon.yaml", id="lexicon")]
)
def test_list_nobody_needs_may_be_empty(tmp_path: Path, file: str) -> None:
    """A report without outsiders or lexicon is fine."""
    key = FILES[file].partition(":")[0]
    base = loaded(tmp_path, (file, FILES[file], f"{key}: []\n"))
    assert (base.outsiders, base.concepts).count(()) == 1


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            (REPORT, "byline: Staff", "byline: Staff\nauthor: Ann"),
            "report.yaml:5: unknown field `author`; remove it or correct its name",
            id="unknown field",
        ),
        pytest.param(
            (CLAIMS, "    quote: a calm night\n", "    quote: a calm night\n    tone: angry\n"),
            "claims.yaml:13: unknown field `tone`; remove it or correct its name",
            id="unknown field of a record",
        ),
        pytest.param(
            (CLAIMS, "    quote: a calm night\n", ""),
            "claims.yaml:8: `quote` is missing; add it",
            id="missing field of a record",
        ),
        pytest.param(
            (REPORT, "publisher: The Courier\n", ""),
            "report.yaml:1: `publisher` is missing; add it",
            id="missing field of the report",
        ),
        pytest.param(
            (SOURCES, "sources:", "source:"),
            "sources.yaml:2: unknown field `source`; remove it or correct its name (did you mean 'sources'?)",
            id="misspelt list",
        ),
        pytest.param(
            (REPORT, "dated: Friday", "dated: Friday\ndated: Sunday"),
            "report.yaml:8: key 'dated' stands here twice; keep one of them",
            id="key twice",
        ),
        pytest.param(
            (CLAIMS, "    text: it was calm\n", "    text: it was calm\n    text: it was not\n"),
            "claims.yaml:12: key 'text' stands here twice; keep one of them",
            id="key of a record twice",
        ),
        pytest.param(
            (QUESTIONS, "phrasings:", "phrasing:"),
            "questions/storm.yaml:5: unknown field `phrasing`; remove it or correct its name "
            "(did you mean 'phrasings'?)",
            id="misspelt field",
        ),
        pytest.param(
            ("outsiders.yaml", FILES["outsiders.yaml"], "outsiders:\n"),
            "outsiders.yaml:1: `outsiders` is nothing; write each after a dash, "
            "or `outsiders: []` where there are none",
            id="list with nothing in it",
        ),
        pytest.param(
            (QUESTIONS, "  - id: what\n", "  - {id: x, question: What? claims: [roofs}\n  - id: what\n"),
            "questions/storm.yaml:3: a record without its end; close it with }, and put a comma between its fields",
            id="comma left out",
        ),
        pytest.param(
            (CLAIMS, "    text: it was calm\n", "    text it was calm\n"),
            "claims.yaml:11: a line that is no field and none of a list; put a colon and a blank after the field's "
            "name, or begin the line with a dash",
            id="colon left out",
        ),
        pytest.param(
            (QUESTIONS, "    question: What happened?\n", "   question: What happened?\n"),
            "questions/storm.yaml:4: a line indented unlike those beside it; indent it like them, or begin it with a "
            "dash if it is one of a list",
            id="field indented less",
        ),
        pytest.param(
            (CLAIMS, "chain: [mayor]", "chain: [mayor"),
            "claims.yaml:10: a list without its end; close it with ], and put a comma between its items",
            id="bracket left open",
        ),
        pytest.param(
            (REPORT, "byline: Staff", "byline:\tStaff: x"),
            "report.yaml:4: a colon where none can stand; put the text that holds it in quotes, or indent the line "
            "like those beside it",
            id="colon in a text",
        ),
        pytest.param(
            (CLAIMS, "    text: it was calm\n", "\t text: it was calm\n"),
            "claims.yaml:11: a tab before a field; indent with spaces",
            id="tab before a field",
        ),
        pytest.param(
            (CLAIMS, "quote: a calm night", "quote: 'it's calm'"),
            "claims.yaml:12: a text that goes on after its last quote, or a line indented unlike those beside it; "
            "write an apostrophe within '…' twice, or indent the line alike",
            id="apostrophe",
        ),
        pytest.param(
            (CLAIMS, "claims:\n", "claims:\n\t- roofs\n"),
            "claims.yaml:2: a tab, or a text that begins with one of @ ` %; indent with spaces, and put the text in "
            "quotes",
            id="tab",
        ),
        pytest.param(
            (REPORT, "byline: Staff", "byline: @staff"),
            "report.yaml:4: a tab, or a text that begins with one of @ ` %; indent with spaces, and put the text in "
            "quotes",
            id="at sign",
        ),
        pytest.param(
            (CLAIMS, "quote: roofs fly", 'quote: "roofs fly'),
            "claims.yaml:6: a quote that does not end; close the quote begun at line 6",
            id="open quote",
        ),
        pytest.param(
            (CLAIMS, "claims:\n", "claims:\n  - roofs\n"),
            "claims.yaml:2: `claims` has 'roofs': no record; write its fields after a dash, each on a line of its own: "
            "id: its-id",
            id="record that has no fields",
        ),
        pytest.param(
            (CLAIMS, FILES[CLAIMS], "claims: roofs\n"),
            "claims.yaml:1: `claims` is 'roofs': not a list; write it as [one, two], or each on a line of its own "
            "after a dash",
            id="list that is a text",
        ),
        pytest.param(
            (CLAIMS, FILES[CLAIMS], "claims: []\n---\nclaims: []\n"),
            "claims.yaml:2: but found another document; mend the YAML",
            id="two documents in one file",
        ),
        pytest.param(
            (CLAIMS, FILES[CLAIMS], "- id: roofs\n"),
            "claims.yaml:1: the file holds no keys; see knowledge/README.md for its form; mend the YAML",
            id="a list only",
        ),
        pytest.param(
            (CLAIMS, FILES[CLAIMS], ""),
            "claims.yaml:1: the file holds no keys; see knowledge/README.md for its form; mend the YAML",
            id="empty file",
        ),
        pytest.param(
            (CLAIMS, FILES[CLAIMS], "# nothing yet\n"),
            "claims.yaml:1: the file holds no keys; see knowledge/README.md for its form; mend the YAML",
            id="remarks only",
        ),
    ],
)
def test_fault_of_one_file_has_its_line(tmp_path: Path, change: Change, expected: str) -> None:
    """What is wrong with a file is said with the line where it stands, and what to do."""
    assert expected in problems(tmp_path, change)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        pytest.param("no", "False", id="no"),
        pytest.param("on", "True", id="on"),
        pytest.param("1.10", "1.1", id="version number"),
        pytest.param("12:30", "750", id="time of day"),
        pytest.param("007", "7", id="leading zero"),
        pytest.param("2020-05-01", "datetime.date(2020, 5, 1)", id="date"),
        pytest.param("~", "None", id="tilde"),
        pytest.param("", "None", id="nothing"),
        pytest.param("[Friday]", "['Friday']", id="list"),
    ],
)
def test_text_that_yaml_takes_for_something_else_is_refused(tmp_path: Path, written: str, value: str) -> None:
    """Where YAML reads a text as a number, a date or a truth value, it is said instead of changed silently."""
    expected = f"report.yaml:7: `dated` is {value}, not text; put it in quotes"
    assert problems(tmp_path, (REPORT, "dated: Friday", f"dated: {written}")) == [expected]


def test_a_bare_no_is_no_verdict(tmp_path: Path) -> None:
    """YAML reads an unquoted no as false: that is said, with the cure, where only certain words may stand."""
    (problem,) = problems(
        tmp_path, ("questions/storm.yaml", "    claims: [roofs]\n", "    claims: [roofs]\n    verdict: no\n")
    )
    assert problem.startswith("questions/storm.yaml:7: `verdict` of 'what' is False, not text")
    assert problem.endswith("put it in quotes")


def test_text_in_quotes_is_kept_as_written(tmp_path: Path) -> None:
    """Quotes are the cure for what YAML would take for something else."""
    assert loaded(tmp_path, (REPORT, "dated: Friday", 'dated: "12:30"')).report.dated == "12:30"


def test_date_that_does_not_exist_is_a_problem(tmp_path: Path) -> None:
    """A date the calendar does not have is a problem with its file, not a crash."""
    (problem,) = problems(tmp_path, (REPORT, "dated: Friday", "dated: 2022-02-30"))
    assert problem.startswith("report.yaml:")


def test_key_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    """A list where a field's name should be is a problem with its file, not a crash."""
    (problem,) = problems(tmp_path, (REPORT, "byline: Staff", "[byline]: Staff"))
    assert problem.startswith("report.yaml:")


@pytest.mark.parametrize("file", FILES)
def test_missing_file_is_named(tmp_path: Path, file: str) -> None:
    """Each file that is not there is said to be missing, and what it has to hold at least."""
    write(tmp_path)
    (tmp_path / file).unlink()
    (problem,) = problems_in(tmp_path)
    if file.startswith("questions"):
        assert problem == "questions: no file *.yaml in it; add a file of questions"
    else:
        lists = {"outsiders.yaml": "outsiders: []", "lexicon.yaml": "concepts: []"}
        cure = f"add it, with `{lists[file]}` in it where there are none" if file in lists else "add it"
        assert problem == f"{file}: there is no such file; {cure}"


def test_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """A mistyped folder is no crash, and no list of missing files."""
    nowhere = tmp_path / "nowhere"
    cure = "name the folder of a report, or begin one with: whosaid new"
    assert problems_in(nowhere) == [f"{nowhere}: there is no such folder; {cure}"]


def test_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    """A file in another encoding, or no text at all, is said to be unreadable."""
    write(tmp_path)
    (tmp_path / CLAIMS).write_bytes("claims: café".encode("latin-1"))
    (problem,) = problems_in(tmp_path)
    assert problem.startswith("claims.yaml:1: cannot be read ('utf-8' codec can't decode byte 0xe9")


def test_control_character_is_a_problem(tmp_path: Path) -> None:
    """A character that YAML does not allow is a problem with its file, in one line."""
    write(tmp_path)
    (tmp_path / CLAIMS).write_bytes(b"claims: \x01\n")
    (problem,) = problems_in(tmp_path)
    assert problem.startswith("claims.yaml:1: ")
    assert "control characters are not allowed" in problem
    assert "\n" not in problem


def test_tags_cannot_build_objects(tmp_path: Path) -> None:
    """A YAML tag that names a Python object is refused, not obeyed."""
    (problem,) = problems(tmp_path, (REPORT, "byline: Staff", "byline: !!python/object/apply:os.getcwd []"))
    assert problem.startswith("report.yaml:4: could not determine a constructor")


def test_all_problems_are_told_at_once(tmp_path: Path) -> None:
    """Faults in several files, of single records and of the whole, come together, by file and line, each once."""
    found = problems(
        tmp_path,
        (REPORT, "dated: Friday", "dated: 12:30"),
        (CLAIMS, "paragraph: 2", "paragraph: two"),
        (CLAIMS, "about: [weather]\n  - id: calm", "about: []\n  - id: calm"),
        (SOURCES, "    verb: says\n    own_voice", "    own_voice"),
        (QUESTIONS, "    missing: what it cost\n", ""),
        ("lexicon.yaml", "    words: [storm, gale]\n", "    words: []\n"),
    )
    assert [problem.rsplit(":", 1)[0].partition(": ")[0] for problem in found] == [
        "claims.yaml:7",
        "claims.yaml:10",
        "lexicon.yaml:3",
        "questions/storm.yaml:7",
        "report.yaml:7",
        "sources.yaml:2",
    ]


def test_what_is_wrong_within_one_record_is_told_at_once(tmp_path: Path) -> None:
    """A fault of one field hides none of the others, nor what the record breaks in the base as a whole."""
    assert problems(
        tmp_path,
        (CLAIMS, "about: [weather]\n  - id: calm", "about: []\n    disagrees_with: [calm]\n  - id: calm"),
        (CLAIMS, "quote: a calm night\n", "quote: a calm night\n    disagrees_with: [rain]\n"),
        (
            CLAIMS,
            "",
            "  - {id: rain, chain: [report, mayor], paragraph: 3, text: it rained, quote: End, about: weather}\n",
        ),
        (CLAIMS, "paragraph: 1", "paragraph: 60"),
        (CLAIMS, "quote: roofs fly", f"quote: {'fly ' * 13}"),
        (QUESTIONS, "phrasings: [what was it]", "phrasings: cheap\n    related: [nosuch, [cost]]"),
        (QUESTIONS, "claims: [roofs]", "claims: [rooofs]"),
        article="Storm: roofs fly\nA calm night\nEnd\n",
    ) == [
        "claims.yaml:4: paragraph 60 of 3; correct the number",
        "claims.yaml:6: quote has 13 words; keep at most 12, the article is copyrighted",
        "claims.yaml:7: `about` of 'roofs' is []: empty; put at least one there",
        "claims.yaml:8: 'calm' does not name 'roofs' in return; add it there or remove it here",
        "claims.yaml:13: the quote 'a calm night' of 'calm' is not in paragraph 2 letter by letter; "
        "there stands 'A calm night', copy that",
        "claims.yaml:14: 'rain' does not name 'calm' in return; add it there or remove it here",
        "claims.yaml:16: `about` of 'rain' is 'weather': not a list; write it as [one, two], or each on a line of its "
        "own after a dash",
        "questions/storm.yaml:5: `phrasings` of 'what' is 'cheap': not a list; write it as [one, two], or each on a "
        "line of its own after a dash",
        "questions/storm.yaml:6: `related` of 'what' has ['cost'], not text; put it in quotes",
        "questions/storm.yaml:6: unknown entry 'nosuch'; correct it or add that entry",
        "questions/storm.yaml:7: unknown claim 'rooofs'; correct it (did you mean 'roofs'?) or add that claim",
    ]


def test_claim_is_not_judged_by_a_broken_field_of_another(tmp_path: Path) -> None:
    """Where it cannot be seen whom a claim disagrees with, the one that disagrees with it is no fault."""
    (problem,) = problems(
        tmp_path,
        (CLAIMS, "quote: roofs fly\n", "quote: roofs fly\n    disagrees_with: [calm]\n"),
        (CLAIMS, "quote: a calm night\n", "quote: a calm night\n    disagrees_with: roofs\n"),
    )
    assert problem.startswith("claims.yaml:14: `disagrees_with` of 'calm' is 'roofs': not a list")


def test_record_without_an_id_hides_nothing_but_itself(tmp_path: Path) -> None:
    """A record that cannot be named is left out as a whole, and those after it keep their lines."""
    assert problems(
        tmp_path,
        (CLAIMS, "  - id: roofs\n    chain", "  - chain"),
        (CLAIMS, "text: roofs were blown off", "text: 12:30"),
        (QUESTIONS, "    claims: [roofs]", "    claims: [calm]"),
        (CLAIMS, "    text: it was calm\n", ""),
        (CLAIMS, "paragraph: 2", "paragraph: 4"),
        ("outsiders.yaml", "  - name: the army\n    aliases", "  - aliases"),
    ) == [
        "claims.yaml:2: `id` is missing; add it",
        "claims.yaml:4: `text` is 750, not text; put it in quotes",
        "claims.yaml:7: `text` is missing; add it",
        "claims.yaml:9: paragraph 4 of 3; correct the number",
        "outsiders.yaml:2: `name` is missing; add it",
    ]


def test_fault_of_the_only_item_of_a_list_is_told_once(tmp_path: Path) -> None:
    """A list that has one item is not empty, even where that is none."""
    assert problems(tmp_path, (CLAIMS, "chain: [mayor]", "chain: [no]")) == [
        "claims.yaml:9: `chain` of 'calm' has False, not text; put it in quotes"
    ]


def test_record_that_is_a_part_of_itself_is_a_problem(tmp_path: Path) -> None:
    """YAML can say so by an anchor; it is told like any other fault, and is no crash."""
    found = problems(tmp_path, (CLAIMS, FILES[CLAIMS], "claims: &all [{id: roofs, about: *all}]\n"))
    assert {problem.partition(":")[0] for problem in found} == {CLAIMS}


def test_field_whose_name_is_no_text_is_told(tmp_path: Path) -> None:
    """YAML reads a number before a colon as such; it is a field that no record has, of a file or of a record."""
    assert problems(
        tmp_path,
        (REPORT, "byline: Staff", "byline: Staff\n12: x"),
        (CLAIMS, "    text: it was", "    1: x\n    text: it was"),
    ) == [
        "claims.yaml:11: unknown field `1`; remove it or correct its name",
        "report.yaml:5: unknown field `12`; remove it or correct its name",
    ]


def test_contradiction_is_told_beside_another_fault(tmp_path: Path) -> None:
    """An entry that lacks what its kind needs, and has a fault elsewhere, is told both; its list empty, one."""
    without = (QUESTIONS, "    claims: [roofs]\n", "")
    assert problems(tmp_path / "both", (QUESTIONS, "phrasings: [what was it]", "phrasings: [1, 2]"), without) == [
        "questions/storm.yaml:3: an answer has no claims; list in `claims` the statements that answer it",
        "questions/storm.yaml:5: `phrasings` of 'what' has 1, not text; put it in quotes",
        "questions/storm.yaml:5: `phrasings` of 'what' has 2, not text; put it in quotes",
    ]
    assert problems(
        tmp_path / "one", (QUESTIONS, "claims: [roofs]", "claims: [no]"), (QUESTIONS, "t?\n    k", "t\n    k")
    ) == [
        "questions/storm.yaml:6: `claims` of 'what' has False, not text; put it in quotes",
        "questions/storm.yaml:8: the question 'What did it cost' does not end with a question mark; add it",
    ]


@pytest.mark.parametrize("file", [REPORT, SOURCES, "outsiders.yaml", "lexicon.yaml", CLAIMS])
def test_file_that_cannot_be_read_hides_nothing_in_the_others(tmp_path: Path, file: str) -> None:
    """Only that file is told, and what is wrong in others; what refers into it is no fault."""
    changes = [
        (QUESTIONS, "What did it cost?", "What did it cost"),
        (QUESTIONS, "id: cost", "id: cost\n    related: [x]"),
    ]
    write(tmp_path, *changes)
    (tmp_path / file).write_text("]", encoding="utf-8")
    found = problems_in(tmp_path, article="Storm: roofs fly\na calm night\nEnd\n")
    assert sorted(problem.partition(":")[0] for problem in found) == sorted([file, QUESTIONS, QUESTIONS])


@pytest.mark.parametrize(
    ("change", "file"),
    [
        pytest.param((CLAIMS, "claims:\n", "claim:\n"), CLAIMS, id="claims"),
        pytest.param((SOURCES, "sources:\n", "source:\n"), SOURCES, id="sources"),
        pytest.param((REPORT, "subjects:\n", "subject:\n"), REPORT, id="subjects"),
    ],
)
def test_what_refers_into_a_list_that_is_not_there_is_no_fault(tmp_path: Path, change: Change, file: str) -> None:
    """Where a list is misspelt, that alone is told, with the word that may be meant."""
    found = problems(tmp_path, change)
    assert [problem.partition(":")[0] for problem in found] == [file, file]
    assert "did you mean" in "".join(found)


def test_dash_indented_more_than_the_one_above_is_told(tmp_path: Path) -> None:
    """YAML would read that line as part of the text above it, which nobody would notice."""
    listed = "phrasings:\n     - what was it\n      - what was that\n     - and what\n"
    told = "lines that are read as one text, with a dash in it: 'what was it - what was that'"
    assert problems(
        tmp_path,
        (QUESTIONS, "phrasings: [what was it]\n", listed),
        (QUESTIONS, "What did it cost?", "What did it cost"),
        (CLAIMS, "    text: it was calm\n", "    text: it was calm\n    text: it was not\n"),
    ) == [
        "claims.yaml:12: key 'text' stands here twice; keep one of them",
        f"{QUESTIONS}:6: {told}; indent the dashes of a list alike, or put the text in quotes",
        f"{QUESTIONS}:11: the question 'What did it cost' does not end with a question mark; add it",
    ]


def test_text_on_several_lines_is_read_as_one(tmp_path: Path) -> None:
    """Without a dash, or in quotes, a text may go on on the next line."""
    base = loaded(
        tmp_path,
        (CLAIMS, "text: it was calm", "text: it was\n      calm"),
        (CLAIMS, "text: roofs were blown off", "text: 'roofs were\n      - blown off'"),
    )
    assert [claim.text for claim in base.claims] == ["roofs were - blown off", "it was calm"]


@pytest.mark.parametrize(
    "stray",
    [
        pytest.param("lexicon.yml", id="file of the report"),
        pytest.param("more.yaml", id="topic in the wrong folder"),
        pytest.param("questions/more.yml", id="topic with another ending"),
        pytest.param("questions/more/more.yaml", id="topic in a folder of its own"),
        pytest.param("evaluation/plain.yml", id="labelled messages"),
    ],
)
def test_file_that_is_not_read_is_told(tmp_path: Path, stray: str) -> None:
    """What a curator saved where it does not count is not passed over in silence."""
    cure = "call it *.yaml, right in questions/ or evaluation/, or move it out of the report's folder"
    assert problems(tmp_path, (stray, "", MORE)) == [
        f"{stray}: no file of a report is called so, and it is not read; {cure}"
    ]


def test_hidden_files_and_others_are_left_alone(tmp_path: Path) -> None:
    """What editors and Kubernetes put beside the files is none of the report's."""
    hidden = ("questions/..2026/storm.yaml", "", MORE), (".pre-commit.yaml", "", MORE), ("schemas/x.yaml", "", MORE)
    assert problems(tmp_path, *hidden) == []


def test_folder_of_something_else_is_told_in_one_line(tmp_path: Path) -> None:
    """A folder that holds no file of a report is no list of files that are missing."""
    cure = "name the folder of a report, or begin one with: whosaid new"
    assert problems_in(tmp_path) == [f"{tmp_path}: no report's folder: there is no report.yaml in it; {cure}"]


def test_broken_record_does_not_hide_the_faults_of_others(tmp_path: Path) -> None:
    """Where one claim is broken, what the others break as a whole is told too."""
    assert problems(
        tmp_path,
        (CLAIMS, "chain: [report]", "chain: [nobody]"),
        (CLAIMS, "paragraph: 2", "paragraph: -2"),
        (QUESTIONS, "claims: [roofs]", "claims: [roofs, ruins]"),
    ) == [
        "claims.yaml:3: unknown source 'nobody'; correct it or add that source",
        "claims.yaml:10: `paragraph` of 'calm' is -2: input should be greater than or equal to 1; correct it",
        "questions/storm.yaml:6: unknown claim 'ruins'; correct it or add that claim",
    ]


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param(
            [(CLAIMS, "quote: roofs fly", "quote: 12:30")],
            id="a claim that entries refer to",
        ),
        pytest.param(
            [(SOURCES, "    name: Mayor Quill\n", "    name: no\n")],
            id="a source that claims refer to",
        ),
        pytest.param(
            [(REPORT, "name: Weather", "name: no")],
            id="a subject that claims refer to",
        ),
        pytest.param(
            [
                (QUESTIONS, "question: What did it cost?", "question: no\n    related: [what]"),
                (QUESTIONS, "    claims: [roofs]\n", "    claims: [roofs]\n    related: [cost]\n"),
            ],
            id="an entry that entries refer to",
        ),
    ],
)
def test_what_refers_to_a_broken_record_is_no_fault(tmp_path: Path, changes: list[Change]) -> None:
    """Only the broken record is told, not everything that rightly refers to it."""
    (problem,) = problems(tmp_path, *changes)
    assert "put it in quotes" in problem


@pytest.mark.parametrize(
    "change",
    [
        pytest.param((QUESTIONS, "topic: The storm", "topic: no"), id="topic without a name"),
        pytest.param((QUESTIONS, "phrasings: [what was it]", "phrasings: [what was it"), id="broken YAML"),
    ],
)
def test_what_refers_into_a_broken_file_is_no_fault(tmp_path: Path, change: Change) -> None:
    """Only the broken file of questions is told, not an entry elsewhere that rightly refers to one in it."""
    other = "topic: More\nquestions:\n  - {id: more, question: More?, claims: [calm], related: [what]}\n"
    (problem,) = problems(tmp_path, change, ("questions/more.yaml", "", other))
    assert problem.startswith("questions/storm.yaml:")


def test_broken_file_of_questions_does_not_hide_the_faults_of_claims(tmp_path: Path) -> None:
    """What claims refer to stands in no file of questions, so an unreadable one excuses nothing there."""
    assert [
        problem.partition(": ")[0]
        for problem in problems(
            tmp_path,
            (QUESTIONS, "phrasings: [what was it]", "phrasings: [what was it"),
            (CLAIMS, "chain: [mayor]", "chain: [nobody]"),
        )
    ] == ["claims.yaml:9", "questions/storm.yaml:6"]


MORE = "topic: More\nquestions: [{id: m, question: M?, claims: [calm]}]\n"


def test_file_name_is_checked_as_an_id(tmp_path: Path) -> None:
    """The name of a file of questions is an id, so it has an id's form; it is the file that has to be renamed."""
    cure = "rename the file: small letters, digits and hyphens, at most 40"
    for name in ("My Topic", "x" * 41):
        assert problems(tmp_path / name, (f"questions/{name}.yaml", "", MORE)) == [
            f"questions/{name}.yaml:1: the file's name '{name}' is no id; {cure}"
        ]


def test_id_in_a_file_of_questions_is_a_fault(tmp_path: Path) -> None:
    """The file's name is the topic's id: one written in it would be passed over in silence."""
    assert problems(tmp_path, ("questions/more.yaml", "", f"{MORE}id: other\n")) == [
        "questions/more.yaml:3: unknown field `id`, for which the file's name stands; remove it"
    ]


def test_base_without_claims_is_a_fault(tmp_path: Path) -> None:
    """A report whose file of statements is empty answers nothing, and draws no map."""
    without = (QUESTIONS, "    claims: [roofs]\n", "    shows: [title]\n")
    assert problems(tmp_path, (CLAIMS, FILES[CLAIMS], "claims: []\n"), without) == [
        "claims.yaml:1: there are no claims; add what the report states"
    ]


def test_quotes_are_proved_only_with_an_article(tmp_path: Path) -> None:
    """Without the report's text quotes are taken on trust, with it they are proved beside everything else."""
    change = (CLAIMS, "quote: a calm night", "quote: a wild night")
    assert problems(tmp_path / "trust", change) == []
    assert problems(tmp_path / "proof", change, article="Storm: roofs fly\nA calm night\nEnd\n") == [
        "claims.yaml:12: the quote 'a wild night' of 'calm' is not in paragraph 2 letter by letter; copy it from there"
    ]


def test_loaded_records_cannot_be_changed(tmp_path: Path) -> None:
    """A base is frozen after loading, its lists included."""
    base = loaded(tmp_path)
    with pytest.raises(ValidationError, match="frozen"):
        base.claims[0].text = "it was the mayor"
    assert isinstance(base.claims[0].chain, tuple)
    assert isinstance(base.sources[1].aliases, tuple)


def test_error_holds_the_problems_as_data(tmp_path: Path) -> None:
    """A caller gets file, line and message of each problem apart."""
    with pytest.raises(BaseProblems) as raised:
        loaded(tmp_path, (REPORT, "paragraphs: 3", "paragraphs: many"))
    (problem,) = raised.value.problems
    assert (problem.file, problem.line) == ("report.yaml", 10)
    assert problem.message == "`paragraphs` is 'many': input should be a valid integer; correct it"
