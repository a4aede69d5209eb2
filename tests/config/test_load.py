"""From YAML to records, and every way in which a file can be wrong."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.config import load
from pipeline.errors import ConfigError
from pipeline.records import LANGUAGES, Question, Source

GOOD = """
questions:
  - id: wall
    text: Has it hit
      a wall?
    yes: [It has hit a wall.]
    no: [There is no wall.]
    topic: [scaling]
sources:
  - id: letters
    kind: files
    path: letters/
    outlet: The Harbor Dispatch
  - {id: feed, url: "https://harbor.example/feed", outlet: Harbor, language: "no-such"}
"""


@pytest.fixture
def write(tmp_path: Path):
    (tmp_path / "letters").mkdir()

    def make(text: str | bytes) -> Path:
        path = tmp_path / "sources.yaml"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return make


@pytest.fixture
def problems(write):
    """The lines of the error that a text gives, without the head and the line numbers."""

    def run(text: str | bytes) -> list[str]:
        with pytest.raises(ConfigError) as caught:
            load(write(text))
        return [line.strip().rpartition(" (line ")[0] for line in caught.value.message.splitlines()[1:]]

    return run


def one_source(**fields: str) -> str:
    known = {"id": "a", "url": "https://a.example/", "outlet": "A"} | fields
    return "sources:\n  - " + "\n    ".join(f"{key}: {value}" for key, value in known.items())


def test_a_good_file_becomes_records(write):
    path = write(GOOD.replace("no-such", "de"))
    config = load(path)
    assert config.root == path.parent
    assert config.questions == (
        Question("wall", "Has it hit a wall?", ("It has hit a wall.",), ("There is no wall.",), ("scaling",)),
    )
    assert config.sources == (
        Source("letters", "files", "letters", "The Harbor Dispatch"),
        Source("feed", "feed", "https://harbor.example/feed", "Harbor", "de"),
    )
    assert config.settings.executor == "processes"
    assert hash(config.settings) == hash(load(path).settings)


def test_settings_reach_the_records_of_the_rooms(write, tmp_path):
    text = """
settings:
  executor: serial
  fetch: {retries: 0, host_delay_s: 2, user_agent: tester}
  extract: {max_bytes: 1000}
  nlp: {spacy_models: {fr: null, en: en_core_web_lg, de: de_core_news_md}}
  encode: {model: ./mine, threads: 2, models: weights}
"""
    found = load(write(one_source() + text)).settings
    assert (found.executor, found.fetch.retries, found.fetch.host_delay_s) == ("serial", 0, 2)
    assert found.fetch.max_redirects == 5
    assert found.extract.max_bytes == 1000
    assert found.nlp.spacy_models == (("de", "de_core_news_md"), ("en", "en_core_web_lg"))
    assert (found.encode.model, found.encode.threads) == (str(tmp_path / "mine"), 2)
    assert found.encode.models == tmp_path / "weights"


def test_empty_settings_are_the_defaults(write):
    plain = load(write(one_source())).settings
    assert load(write(one_source() + "\nsettings:\n  fetch:\n")).settings == plain
    assert load(write(one_source() + "\nsettings:\n")).settings == plain


def test_words_of_yaml_1_1_stay_words(write):
    config = load(write(one_source(outlet="no", checked="2026-03-01", id="on") + "\nsettings: {fetch: {retries: 010}}"))
    assert (config.sources[0].outlet, config.sources[0].checked, config.sources[0].id) == ("no", "2026-03-01", "on")
    assert config.settings.fetch.retries == 10


def test_all_problems_come_at_once_in_the_order_of_the_file(write):
    text = """
sources:
  - id: Bad Id
    url: ftp://x.example/feed
    outlet: X
    langauge: en
  - {id: a, url: "https://a.example/", outlet: 7, max_items: 0}
question: []
settings: {fetch: {max_byte: 5}}
"""
    path = write(text)
    with pytest.raises(ConfigError) as caught:
        load(path)
    assert caught.value.item == str(path)
    assert caught.value.message.splitlines() == [
        f"{path}: 7 problems; correct and run again",
        "  sources[0].id: 'Bad Id' must be lower-case letters, digits, '.', '_' and '-', and begin with a letter or "
        "digit (line 3)",
        "  sources[0].url: the scheme 'ftp' is not supported; write http:// or https:// (line 4)",
        "  sources[0].langauge: unknown key; did you mean 'language'? (line 6)",
        "  sources[1].max_items: input should be greater than or equal to 1, not 0 (line 7)",
        "  sources[1].outlet: must be text (put it in quotes), not 7 (line 7)",
        "  question: unknown key; did you mean 'questions'? (line 8)",
        "  settings.fetch.max_byte: unknown key; did you mean 'max_bytes'? (line 9)",
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"url": "harbor.example/feed"}, "url: 'harbor.example/feed' has no scheme; write http:// or https://"),
        ({"url": "file:///etc/passwd"}, "url: the scheme 'file' is not supported; write http:// or https://"),
        ({"url": "https:///feed"}, "url: 'https:///feed' has no host"),
        ({"url": "https://me:secret@a.example/"}, "url: holds a user name or password, which would be published"),
        ({"url": "https://a.example:port/"}, "url: 'https://a.example:port/' is no valid address"),
        ({"url": "https://[::1/"}, "url: 'https://[::1/' is no valid address"),
        ({"url": "https://a.example/x y"}, "url: 'https://a.example/x y' holds a blank"),
        ({"url": "null"}, "url: is missing; give the address to read"),
        ({"outlet": "null"}, "outlet: is missing; give the name"),
        ({"outlet": '" "'}, "outlet: must not be blank"),
        ({"language": "xx"}, f"language: unknown language 'xx'; write one of {', '.join(LANGUAGES)}"),
        ({"language": "pt-BR"}, "language: unknown language 'pt-BR' (did you mean 'pt'?)"),
        ({"language": "1"}, "language: must be text (put it in quotes), not 1"),
        ({"checked": "yesterday"}, "checked: 'yesterday' is no day"),
        ({"checked": "20260301"}, "checked: must be text"),
        ({"checked": "2026-02-30"}, "checked: '2026-02-30' is no day"),
        ({"kind": "feeds"}, "kind: 'feeds' is not one of 'feed', 'page' or 'files'; did you mean 'feed'?"),
        ({"kind": "files"}, "url: a source of kind files has a path; write it as path"),
        ({"path": "letters/"}, "path: a source of kind feed has an address; write it as url"),
        ({"newsletter": "yes"}, "newsletter: must be true or false, not 'yes'"),
        ({"max_items": "1.5"}, "max_items: must be a whole number, not 1.5"),
        ({"max_items": "true"}, "max_items: must be a whole number, not true"),
    ],
)
def test_a_source_that_is_wrong(problems, fields, expected):
    found = problems(one_source(**fields))
    assert len(found) == 1
    assert found[0].startswith(f"sources[0].{expected}")
    assert "secret" not in found[0]


def test_files_must_be_there(problems, tmp_path):
    found = problems("sources:\n  - {id: a, kind: files, path: nowhere}\n  - {id: b, kind: files}")
    assert found == [
        f"sources[0].path: there is no 'nowhere' in {tmp_path}; create it or correct the path",
        "sources[1].path: is missing; give the file or folder to read",
    ]


def test_doubles(problems):
    source = "{id: a, url: 'https://a.example/', outlet: A}"
    question = "{id: q, text: 'Why?'}"
    assert problems(f"sources: [{source}, {source}]\nquestions: [{question}, {question}]") == [
        "sources[1].id: the same id as sources[0]; each must be its own",
        "sources[1].url: the same address as sources[0]; each must be its own",
        "questions[1].id: the same id as questions[0]; each must be its own",
    ]


@pytest.mark.parametrize("marks", ["???", "……", "¿?", "。", "؟ ؟"])
def test_a_question_or_statement_without_words(problems, marks):
    text = f"\nquestions:\n  - {{id: q, text: '{marks}', yes: [It is., '{marks}'], no: [It is not.]}}"
    assert problems(one_source() + text) == [
        f"questions[0].text: {marks!r} has no words; write what is asked or stated",
        f"questions[0].yes[1]: {marks!r} has no words; write what is asked or stated",
    ]


def test_sides_of_a_question(problems):
    text = "\nquestions:\n  - {id: q, text: 'Why?', no: [Because.]}"
    text += "\n  - {id: r, text: 'How?', yes: [So so.], no: [so  SO]}"
    assert problems(one_source() + text) == [
        "questions[0].yes: is missing; give statements for both sides, or for neither",
        "questions[1].no[0]: the same statement stands for yes; keep it on one side",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sources: []", ["sources: the list is empty; give at least one source"]),
        ("questions: []", ["sources: is missing; give it"]),
        ("sources: 5", ["sources: must be a list, not 5"]),
        ("- 5", ["(top): must be a mapping of keys to values, not [5]"]),
        ("sources: [5]", ["sources[0]: must be a mapping of keys to values, not 5"]),
        ("sources: !!python/object:os.system [x]", ["sources[0]: must be a mapping of keys to values, not 'x'"]),
    ],
)
def test_shapes_that_are_wrong(problems, text, expected):
    assert problems(text) == expected


def test_foreign_tags_and_odd_keys_are_refused(problems):
    found = problems(one_source(outlet="!!binary aGk=") + "\n? [a, b]\n: 1\n")
    assert "sources[0].outlet: the tag tag:yaml.org,2002:binary is not understood here; remove it" in found
    assert "(top): a key must be a word, not a list or mapping" in found


def test_a_key_that_stands_twice_is_refused(problems):
    found = problems(one_source() + "\n    outlet: B\n")
    assert found == ["sources[0].outlet: the key stands twice, in lines 4 and 5; keep one"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("sources: [a, b", "line 1, column 15: no valid YAML: while parsing a flow sequence"),
        ("sources:\n  - id: a\n   url: b", "line 3, column 4: no valid YAML"),
        ("a: *nobody", "line 1, column 4: no valid YAML: found undefined alias"),
        ("a: 1\n---\nb: 2", "no valid YAML: expected a single document"),
        ("a: b\nc: \x07", "line 2: the character U+0007 is not allowed"),
        (b"a: \xff", "is not UTF-8 (byte 3); save it as UTF-8"),
        ("", "the file is empty"),
        ("# nothing", "the file is empty"),
        ("a: " + "[" * 3000 + "]" * 3000, "nested too deeply"),
        (b"a: " + b"x" * 5_000_001, "larger than 5,000,000 bytes"),
    ],
)
def test_what_is_no_yaml_is_said_with_its_place(write, text, words):
    with pytest.raises(ConfigError) as caught:
        load(write(text))
    assert words in caught.value.message
    assert "sources.yaml: " in caught.value.message


def test_alias_bombs_are_refused_and_honest_aliases_work(write):
    bomb = "a0: &a0 [x, x]\n" + "".join(f"a{i + 1}: &a{i + 1} [{', '.join([f'*a{i}'] * 9)}]\n" for i in range(12))
    for text in (bomb, "a: &a [*a]", "a: &a {b: *a}"):
        with pytest.raises(ConfigError, match="aliases make it more than 200,000 values"):
            load(write(text))
    shared = "sources:\n - {id: a, url: 'https://a.example/', outlet: &o Harbor}\n"
    config = load(write(shared + " - {id: b, url: 'https://b.example/', outlet: *o}"))
    assert [source.outlet for source in config.sources] == ["Harbor", "Harbor"]


def test_files_that_cannot_be_read(tmp_path, write):
    with pytest.raises(ConfigError, match=r"there is no such file; give one with --sources"):
        load(tmp_path / "nothing.yaml")
    with pytest.raises(ConfigError, match="this is a folder"):
        load(tmp_path)


@given(st.binary(max_size=60) | st.text(alphabet=list("ab:-[]{}&*!|>'\"#?,% \n\t0.~"), max_size=60))
@settings(max_examples=150, deadline=None)
def test_no_text_gives_anything_but_a_config_or_its_error(tmp_path_factory, data):
    path = tmp_path_factory.mktemp("fuzz") / "sources.yaml"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    with pytest.raises(ConfigError):
        load(path)


def test_importing_the_configuration_is_cheap():
    code = (
        "import sys, pipeline.config; sys.exit(str({'pydantic', 'httpx', 'torch', 'spacy'} & set(sys.modules) or ''))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, env=dict(os.environ), check=False
    )
    assert done.stderr.strip() == ""
