"""The `whosaid` command: what it prints, and how it ends."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from fake_bot_api import TOKEN
from small_folder import ARTICLE, write
from typer.testing import CliRunner, Result

from bot.cli import app
from knowledge import SHIPPED

LABELS = """
messages:
  - {ask: how many helicopters were there, kind: fact, must: ["4"], may: ["11"]}
  - {ask: what did Russia say, kind: gap, expect: decline}
conversations:
  - - {ask: hello, kind: social, expect: small_talk}
    - ask: did Reuters say US soldiers were hurt
      kind: verify
      must: ["7 sputnik"]
      may: ["2", "3", "7 pentagon", "6"]
      verdict: "no"
"""


def run(*arguments: str, typed: str = "") -> Result:
    """Run the command as a person would, `typed` on standard input."""
    return CliRunner().invoke(app, arguments, input=typed)


@pytest.mark.parametrize(
    "arguments", [("--knowledge", "DIR", "check"), ("check", "--knowledge", "DIR")], ids=["before", "after"]
)
def test_folder_may_stand_before_the_command_or_after(arguments: tuple[str, ...]) -> None:
    """Another report's folder is used wherever the option stands."""
    folder = str(Path(__file__).parent / "bridge-report")
    result = run(*(folder if argument == "DIR" else argument for argument in arguments))
    assert (result.exit_code, result.stdout.split()[0]) == (0, "bridge-collapse")


@pytest.mark.parametrize("command", [("check",), ("ask", "why?"), ("eval",), ("misses",), ("telegram",)])
def test_folder_set_in_dotenv_counts_for_every_command(
    command: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder set in .env is the one that is read; one that is not there is told as that setting's fault."""
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("WHOSAID_DATABASE", "sqlite://")
    (tmp_path / ".env").write_text("WHOSAID_KNOWLEDGE=nowhere/x\n")
    result = run(*command)
    told = "whosaid: WHOSAID_KNOWLEDGE: there is no folder 'nowhere/x'; name the folder of a report\n"
    assert (result.exit_code, result.stderr) == (78, told)


def test_option_goes_before_the_environment_and_that_before_dotenv(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of the places where a folder can be named, the nearest to the command counts; other settings do not."""
    (tmp_path / ".env").write_text("WHOSAID_KNOWLEDGE=nowhere\nWHOSAID_KEEP_DAYS=never\n")
    monkeypatch.setenv("WHOSAID_KNOWLEDGE", str(Path(__file__).parent / "bridge-report"))
    assert run("check").stdout.startswith("bridge-collapse ")
    assert run("check", "--knowledge", str(SHIPPED)).stdout.startswith("idlib-airdrop ")


def test_option_that_names_no_folder_is_wrong_usage() -> None:
    """What is wrong on the command line is told in one line, without a number of a line in no file."""
    result = run("check", "--knowledge", "nowhere")
    cure = "name the folder of a report, or begin one with: whosaid new"
    assert (result.exit_code, result.stderr) == (2, f"whosaid: --knowledge: there is no folder 'nowhere'; {cure}\n")


@pytest.mark.parametrize("command", [("serve",), ("webhook", "set", "https://bot.example.org/webhook")], ids=" ".join)
def test_all_that_a_webhook_lacks_is_told_at_once(command: tuple[str, ...]) -> None:
    """Where token and secret are missing, one line names both."""
    result = run(*command)
    assert result.exit_code == 78
    assert result.stderr.startswith("whosaid: TELEGRAM_BOT_TOKEN is not set; ")
    assert "; WHOSAID_WEBHOOK_SECRET is not set; " in result.stderr
    assert result.stderr.count("\n") == 1


def test_ask_prints_the_answer() -> None:
    """One question, one answer as text."""
    result = run("ask", "what does Reuters say?")
    assert result.exit_code == 0
    assert result.stdout.startswith("Reuters reports, quoting the Syrian Civil Defense, that at least 13 people")


def test_ask_as_json_has_every_field() -> None:
    """The JSON object has the fields others rely on, sources outermost first."""
    answer = json.loads(run("ask", "--json", "did Sputnik say six children were killed?").stdout)
    assert list(answer) == [
        "question",
        "outcome",
        "verdict",
        "entry",
        "score",
        "claims",
        "related",
        "suggestions",
        "text",
    ]
    assert (answer["outcome"], answer["verdict"]) == ("answer", "no")
    assert answer["claims"][0] == {
        "id": "reuters-thirteen-killed",
        "sources": ["Reuters", "the Syrian Civil Defense"],
        "paragraph": 6,
        "quote": "at least 13 people including 6 children, were killed",
        "text": "at least 13 people, six of them children, were killed in confrontations after the American landing",
    }


def test_ask_reads_conversations() -> None:
    """Consecutive lines are one conversation; an empty line begins a new one."""
    typed = "how many helicopters landed?\nwho said that?\n\nwho said that?\n"
    answers = [json.loads(line) for line in run("ask", "--json", typed=typed).stdout.splitlines()]
    assert [answer["outcome"] for answer in answers] == ["answer", "answer", "no_match"]
    assert answers[1]["claims"][0]["id"] == "four-helicopters"


def test_explain_tells_how_the_answer_was_found() -> None:
    """The reasons go to standard error, beside the answer."""
    result = run("ask", "--explain", "how many helicopters?")
    assert "how-many-helicopters" in result.stderr
    assert "understood as fact" in result.stderr


def test_check_finds_no_problem_in_the_shipped_report() -> None:
    """The shipped base is sound."""
    result = run("check")
    assert result.exit_code == 0
    assert result.stdout.endswith(" every quote taken on trust, which --article FILE proves. No problem found.\n")


def test_check_prints_every_problem_with_its_line(tmp_path: Path) -> None:
    """A broken base ends with exit code 1 and one line a problem."""
    folder = Path(shutil.copytree(SHIPPED, tmp_path / "report"))
    claims = folder / "claims.yaml"
    claims.write_text(
        claims.read_text().replace("[sputnik]", "[spputnik]", 1).replace("paragraph: 12", "paragraph: 13", 1)
    )
    result = run("check", "--knowledge", str(folder))
    assert result.exit_code == 1
    assert "unknown source 'spputnik'; correct it (did you mean 'sputnik'?) or add that source" in result.stderr
    assert "paragraph 13 of 12; correct the number" in result.stderr
    assert "2 problem(s)" in result.stderr


def test_check_looks_for_labelled_messages_in_the_base(tmp_path: Path) -> None:
    """A message to measure with, if only a conversation's, may not stand in the base, however it is written."""
    folder = write(tmp_path, ("questions/storm.yaml", "[what was it]", "[oh, 'What WAS it, 2 storms?']"))
    (folder / "evaluation").mkdir()
    labels = folder / "evaluation" / "plain.yaml"
    turns = "[{ask: hi, kind: x}, {ask: what was it two storms, kind: x}]"
    labels.write_text(f"messages: [{{ask: oh, kind: x}}]\nconversations: [{turns}]\n")
    result = run("check", "--knowledge", str(folder))
    place, cure = f"{folder}/questions/storm.yaml:5", "remove it here, or ask another there"
    told = f"{place}: phrasing 'What WAS it, 2 storms?' is a message of evaluation/plain.yaml; {cure}"
    assert (result.exit_code, result.stderr.splitlines()) == (1, [told, f"1 problem(s) in {folder}"])
    labels.write_text("messages: [{ask: oh}]\n")
    lacking = f"{labels}:1: `kind` is missing; add it"
    result = run("check", "--knowledge", str(folder))
    assert (result.exit_code, result.stderr.splitlines()) == (1, [lacking, f"1 problem(s) in {folder}"])
    (folder / "claims.yaml").write_text("claims: []\n")
    result = run("check", "--knowledge", str(folder))
    assert (result.exit_code, result.stderr.splitlines()[1]) == (1, lacking)
    assert f"{folder}/claims.yaml:1: there are no claims" in result.stderr.splitlines()[0]


def test_check_proves_quotes_against_the_article(tmp_path: Path) -> None:
    """With the report's text every quote is looked up; a text without them is refused."""
    article = tmp_path / "article.txt"
    article.write_text("\n".join(f"Paragraph {n}" for n in range(1, 13)))
    result = run("check", "--article", str(article))
    assert result.exit_code == 1
    quote = "'at least 13 people including 6 children, were killed' of 'reuters-thirteen-killed'"
    assert f"the quote {quote} is not in paragraph 6 letter by letter; copy it from there" in result.stderr


def test_check_says_that_quotes_are_proved(tmp_path: Path) -> None:
    """With a text that has every quote, nothing is taken on trust."""
    (tmp_path / "article.txt").write_text(ARTICLE)
    result = run("check", "--knowledge", str(write(tmp_path / "storm")), "--article", str(tmp_path / "article.txt"))
    assert (result.exit_code, result.stdout.endswith(" phrasings; every quote proved. No problem found.\n")) == (
        0,
        True,
    )


def test_problem_opens_from_where_the_command_was_given(tmp_path: Path) -> None:
    """The path of each file begins with the folder as it was named; a folder of something else is one problem."""
    write(tmp_path / "storm", ("questions/storm.yaml", "cost?", "cost"))
    (place, _) = run("ask", "--knowledge", "storm", "what?").stderr.splitlines()
    assert Path(place.partition(":")[0]).read_text().startswith("topic: The storm")
    result = run("check", "--knowledge", "storm/questions")
    cure = "name the folder of a report, or begin one with: whosaid new"
    told = f"storm/questions: no report's folder: there is no report.yaml in it; {cure}"
    assert (result.exit_code, result.stderr) == (1, f"{told}\n1 problem(s) in storm/questions\n")


def test_article_that_is_no_text_is_wrong_usage(tmp_path: Path) -> None:
    """A file in another encoding is named with its fault and the cure, and is no bug of ours."""
    article = tmp_path / "article.txt"
    article.write_bytes("Protégé".encode("latin-1"))
    result = run("check", "--article", str(article))
    message = f"{article} is not UTF-8 (invalid continuation byte at byte 4); save it as UTF-8 text\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", message)


@pytest.mark.parametrize(
    ("limit", "code"), [pytest.param("90", 0, id="reached"), pytest.param("100.5", 1, id="not reached")]
)
def test_eval_fails_under_a_share(tmp_path: Path, limit: str, code: int) -> None:
    """Labelled messages are asked, each conversation in its own context; too few right ones are a failure."""
    labels = tmp_path / "labels.yaml"
    labels.write_text(LABELS)
    result = run("eval", str(labels), "--fail-under", limit)
    assert result.exit_code == code
    assert "100.0" in result.stdout


def test_eval_shows_what_is_wrong_and_why(tmp_path: Path) -> None:
    """Every answer that is not right is printed with the reasons for it."""
    labels = tmp_path / "labels.yaml"
    labels.write_text('messages: [{ask: how many helicopters were there, kind: fact, must: ["9"]}]')
    result = run("eval", "--show", str(labels))
    assert "wrong: 'how many helicopters were there': lacks 9" in result.stdout
    assert "how-many-helicopters" in result.stdout


def test_malformed_labels_are_told_with_file_and_line(tmp_path: Path) -> None:
    """A file of labels with mistakes ends with exit code 1, and each mistake is named."""
    labels = tmp_path / "labels.yaml"
    labels.write_text("messages: [{question: x}]")
    result = run("eval", str(labels))
    assert result.exit_code == 1
    assert f"{labels}:1: unknown field `question`" in result.output
    assert f"{labels}:1: `ask` is missing" in result.output


def test_label_whose_text_is_no_pattern_is_told_with_file_and_line(tmp_path: Path) -> None:
    """What cannot be searched for in an answer is a mistake like any other, in a conversation too."""
    labels = tmp_path / "labels.yaml"
    label = "ask: hello, kind: x, text"
    labels.write_text(f"messages:\n  - {{{label}: ['four', '[13']}}\nconversations:\n  - [{{{label}: [six)]}}]\n")
    result = run("eval", str(labels))
    cure = "put a backslash before a bracket or mark that stands for itself"
    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        f"{labels}:2: '[13' is no valid pattern (unterminated character set at position 0); {cure}",
        f"{labels}:4: 'six)' is no valid pattern (unbalanced parenthesis at position 3); {cure}",
    ]


@pytest.mark.parametrize("command", [("schema", "report"), ("webhook", "info")], ids=" ".join)
def test_folder_before_a_command_that_reads_none_is_refused(command: tuple[str, ...]) -> None:
    """What would have no effect is wrong usage, and not passed over."""
    result = run("--knowledge", "nowhere", *command)
    told = f"whosaid: --knowledge is not for {command[0]!r}; leave it out\n"
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", told)


def test_wrong_usage_is_exit_code_2() -> None:
    """An unknown option is wrong usage."""
    assert run("ask", "--nonsense").exit_code == 2


def test_chat_answers_until_the_input_ends() -> None:
    """A conversation in the terminal: greeting, answers, a follow-up, the end without an error."""
    result = run(typed="how many helicopters landed?\nwho said that?\n\n")
    assert result.exit_code == 0
    assert result.stdout.count("four helicopters of the International Coalition") == 2
    assert "Hello!" in result.stdout


def test_a_number_chooses_a_suggestion() -> None:
    """A question near the border is answered with others to ask; typing the number of one asks it."""
    offered = run("chat", typed="target bakery museum\n").stdout
    assert "Did you mean one of these?" in offered
    assert "• Who was the target?" in offered
    number = next(line.split()[0] for line in offered.splitlines() if line.endswith("  Who was the target?"))
    result = run("chat", typed=f"target bakery museum\n{number}\n")
    assert "one of the leaders of ISIS, called Abu Obeida" in result.stdout


def test_answers_on_standard_input_are_parted() -> None:
    """An empty line stands between two answers, and none in one."""
    first, second = (run("ask", question).stdout for question in ("how many were killed?", "what does Sputnik say?"))
    assert "\n\n" not in first + second
    assert run("ask", typed="how many were killed?\n\nwhat does Sputnik say?\n").stdout == f"{first}\n{second}"


def program(*arguments: str) -> tuple[str, ...]:
    """Return the command line of the whole program, as it is started by a shell."""
    return (sys.executable, "-X", "utf8", "-c", "from bot.cli import main; main()", *arguments)


def test_bytes_that_are_no_text_end_nothing() -> None:
    """A line of standard input that is no UTF-8 is answered like any other, in whatever locale."""
    asked = program("ask", "--json")
    done = subprocess.run(asked, input=b"\xff\xfe\nhow many helicopters?\n", capture_output=True, check=True)  # noqa: S603
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer["outcome"] for answer in answers] == ["no_match", "answer"]


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_output_without_every_character_is_no_bug(encoding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the output cannot show a character a mark stands for it; JSON is UTF-8 everywhere."""
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    done = subprocess.run(program("chat"), input=b"what does Reuters say?\n", capture_output=True, check=True)  # noqa: S603
    assert b"  ? " in done.stdout, "the line before a quote"
    done = subprocess.run(program("ask", "--json", "was it “calm”?"), capture_output=True, check=True)  # noqa: S603
    assert json.loads(done.stdout.decode())["question"] == "was it “calm”?"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a file that is always full")
@pytest.mark.parametrize("command", [("ask", "hi"), ("chat",)], ids=" ".join)
def test_full_disk_is_no_bug(command: tuple[str, ...]) -> None:
    """Output that cannot be written ends with 75 and one line."""
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(program(*command), input=b"hi\n", stdout=full, stderr=subprocess.PIPE, check=False)  # noqa: S603
    told = b"whosaid: the output cannot be written (No space left on device); make room for it\n"
    assert (done.returncode, done.stderr) == (75, told)
