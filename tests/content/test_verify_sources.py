"""The maintainers' script against a stand-in registry: found, moved, gone, slow, rubbish."""

from __future__ import annotations

import importlib.util
import json
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType
from typing import ClassVar
from urllib.parse import unquote

import pytest

ROOT = Path(__file__).resolve().parents[2]

# The shapes in which the registries of journals and of data sets answer.
JOURNALS = {
    "type": "journal-article",
    "DOI": "10.1000/found",
    "title": "What <i>helps</i>: a\n  trial",
    "issued": {"date-parts": [[2020, 3, 1]]},
    "published-online": {"date-parts": [[2019, 11, 30]]},
    "author": [
        {"given": "Jane", "family": "Doe", "sequence": "first", "affiliation": []},
        {"given": "Zoë", "family": "Ångström", "sequence": "additional", "affiliation": []},
    ],
    "container-title": "Journal of Trials",
}
DATA_SETS = {
    "type": "dataset",
    "id": "https://doi.org/10.1000/found",
    "title": "What helps: a trial",
    "issued": {"date-parts": [[2020]]},
    "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Angstrom"}],
}
RECORDS: dict[str, object] = {
    "found": JOURNALS,
    "found-too": DATA_SETS,
    "a(b)<c>1;2#3": JOURNALS,
    "several-titles": {**JOURNALS, "title": ["What helps", "Was hilft"], "subtitle": ["A trial"]},
    "title": {**JOURNALS, "title": "Something else altogether"},
    "year": {**JOURNALS, "issued": {"date-parts": [[1999]]}, "published-online": None},
    "in-print-later": {**JOURNALS, "issued": {"date-parts": [[2021]]}},
    "no-year": {**JOURNALS, "issued": {"date-parts": [[None]]}, "published-online": {}},
    "author": {**JOURNALS, "author": [{"family": "Roe"}, {"family": "Angstrom"}]},
    "order": {**JOURNALS, "author": JOURNALS["author"][::-1]},  # type: ignore[index]
    "no-author": {**JOURNALS, "author": []},
    "a-list": [JOURNALS],
    "no-title": {**JOURNALS, "title": None},
    "empty": {},
    "odd": {"title": ["What helps: a trial"], "issued": "2020", "author": ["Doe", 1]},
}
GONE = {"gone": 404, "gone-for-good": 410, "shut": 403, "hurried": 429, "broken": 503}


class StandIn(BaseHTTPRequestHandler):
    """Answers as the registry and the sites do, and notes who asked for what."""

    stop = threading.Event()
    asked: ClassVar[list[tuple[str, str, str]]] = []

    def do_GET(self) -> None:
        kind = unquote(self.path).removeprefix("/").removeprefix("10.1000/")
        self.asked.append((kind, self.headers["User-Agent"], self.headers["Accept"]))
        if kind in GONE:
            self.send_error(GONE[kind])
        elif kind in {"slow", "drops", "torn", "no-http"}:
            self.answer_badly(kind)
        elif kind in {"moved", "at-the-agency", "round-and-round", "https"}:
            self.send_response(301)
            places = {"moved": "/page", "at-the-agency": "/10.1000/found", "https": "/https/#top"}
            self.send_header("Location", places.get(kind, self.path))
            self.send_header("Content-Length", "0")
            self.end_headers()
        else:
            record = json.dumps(RECORDS[kind]) if kind in RECORDS else "<html>not a record</html>"
            self.answer(b"\xff\xfe\x00" if kind == "no-text" else record.encode())

    def answer(self, body: bytes, promised: int = 0) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(promised or len(body)))
        self.end_headers()
        self.wfile.write(body)

    def answer_badly(self, kind: str) -> None:
        self.close_connection = True
        if kind == "slow":
            self.stop.wait(10)
        elif kind == "torn":
            self.answer(b"{", promised=500)
        elif kind == "no-http":
            self.wfile.write(b"SSH-2.0-no server of pages\r\n\r\n")
        else:
            self.answer(b"{", promised=10_000)
            with suppress(OSError):  # once nobody listens any more
                while not self.stop.wait(0.05):  # so that each wait for a sign is short
                    self.wfile.write(b" ")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    standing = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    thread = threading.Thread(target=standing.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{standing.server_port}/"
    StandIn.stop.set()
    standing.shutdown()
    thread.join()
    standing.server_close()


@pytest.fixture(autouse=True)
def nothing_asked_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    StandIn.asked.clear()


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "verify_sources", ROOT / "content" / "verify_sources.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["verify_sources"] = module
    spec.loader.exec_module(module)
    return module


QUESTION = """
- id: a-{0}
  statement: Some people find that it helps to talk.
  verdict: reality
  fact: Talking helps some people, and a trial showed it.
  detail: In the trial, people who talked felt better than people who had to wait for it.
  myth: Talking about it makes all of it worse.
  why: People remember the times when it went badly, and from a few such times they draw a rule.
  misleads_by: overgeneralising
  takeaway: For some, help begins with a talk.
  sources: [{{id: {0}, locator: abstract, supports: It helps.}}]
  difficulty: 1
  age_band: 15-18
  unesco: [U5.5]
  nses: none
  teacher: {{purpose: For a trial., ask: What helps people?}}
  reviewed: 2026-11-25
"""
SOURCE = """
  - id: {0}
    type: article-journal
    title: "What helps: a trial"
    author: [{{family: Doe, given: Jane}}, {{family: Ångström, given: Zoë}}]
    issued: 2020
    custom: {{evidence: rct, checked: 2026-11-25}}
    {1}
"""
PACK = """id: small
title: Small
language: en
summary: Small.
license: CC-BY-4.0
reviewed: 2026-11-25
topics: [{id: talks, title: Talks}]
"""

Verify = Callable[..., tuple[int, list[str], str]]


@pytest.fixture
def verify(
    script: ModuleType, server: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> Verify:
    """Runs the script over a pack whose sources have these fields (lines of YAML)."""

    def run(*options: str, **fields: str) -> tuple[int, list[str], str]:
        folder = tmp_path / "content" / "small"
        (folder / "questions").mkdir(parents=True)
        (folder / "pack.yaml").write_text(PACK, "utf-8")
        sources = [SOURCE.format(name, fields[name].format(server)) for name in fields]
        (folder / "sources.yaml").write_text("references:" + "".join(sources), "utf-8")
        questions = "".join(map(QUESTION.format, fields))
        (folder / "questions" / "talks.yaml").write_text(questions, "utf-8")
        quick = ["--registry", server, "--pause", "0", "--patience", "0.4"]
        code = script.main([str(folder.parent), *quick, *options])
        told = capsys.readouterr()
        return code, told.out.splitlines(), told.err

    return run


REGISTRY_SAYS = {
    "found": "",
    "found-too": "",
    "a(b)<c>1;2#3": "",
    "at-the-agency": "",
    "several-titles": "",
    "in-print-later": "",
    "no-year": "",
    "no-author": "",
    "odd": "",
    "gone": "DOI 10.1000/gone: gone",
    "gone-for-good": "DOI 10.1000/gone-for-good: gone",
    "shut": "DOI 10.1000/shut: lets no program in (answer 403), look by hand",
    "hurried": "DOI 10.1000/hurried: lets no program in (answer 429), look by hand",
    "broken": "DOI 10.1000/broken: answers 503, look by hand",
    "slow": "DOI 10.1000/slow: no answer (timed out)",
    "drops": "DOI 10.1000/drops: no answer (too slow)",
    "rubbish": "DOI 10.1000/rubbish: the answer is no record of a work, look by hand",
    "no-text": "DOI 10.1000/no-text: the answer is no record of a work, look by hand",
    "a-list": "DOI 10.1000/a-list: the answer is no record of a work, look by hand",
    "no-title": "DOI 10.1000/no-title: the answer is no record of a work, look by hand",
    "empty": "DOI 10.1000/empty: the answer is no record of a work, look by hand",
    "title": "title: the registry says 'Something else altogether', the record "
    "'What helps: a trial'",
    "year": "year: the registry says 1999, the record 2020",
    "order": "author: the registry has Ångström first, the record Doe",
}


@pytest.mark.parametrize("kind", REGISTRY_SAYS)
def test_what_the_registry_says(verify: Verify, kind: str) -> None:
    code, told, _ = verify(doe=f"DOI: '10.1000/{kind}'")
    remark = REGISTRY_SAYS[kind]
    *remarks, summary = told
    assert remarks == ([f"doe: {remark}"] if remark else [])
    assert summary == f"1 asked, {len(remarks)} remarks, 0 sources without DOI and link"
    assert code == len(remarks)
    assert StandIn.asked[-1][2] == "application/vnd.citationstyles.csl+json"


def test_authors_are_compared_one_by_one(verify: Verify) -> None:
    _, told, _ = verify(doe="DOI: 10.1000/author")
    assert told[:-1] == [
        "doe: author: the registry also names Roe",
        "doe: author: the registry does not name Doe",
    ]


@pytest.mark.parametrize("kind", ["no-http", "torn"])
def test_an_answer_that_is_none(verify: Verify, kind: str) -> None:
    code, told, _ = verify(doe=f"DOI: 10.1000/{kind}")
    assert code == 1
    assert told[0].startswith(f"doe: DOI 10.1000/{kind}: "), told


def test_a_registry_that_is_not_there(verify: Verify) -> None:
    code, told, _ = verify("--registry", "http://127.0.0.1:1/", doe="DOI: 10.1000/found")
    assert code == 1
    assert told[0].startswith("doe: DOI 10.1000/found: no answer ("), told


LINKS_SAY = {
    "page": "",
    "https": "",
    "gone": "gone",
    "shut": "lets no program in (answer 403), look by hand",
    "slow": "no answer (timed out)",
    "moved": "moved to {0}page",
    "round-and-round": "answers 301, look by hand",
}


@pytest.mark.parametrize("kind", LINKS_SAY)
def test_what_a_link_leads_to(verify: Verify, server: str, kind: str) -> None:
    remark = LINKS_SAY[kind].format(server)
    _, told, _ = verify(doe="URL: {0}" + kind)
    assert told[:-1] == ([f"doe: link {server}{kind}: {remark}"] if remark else [])


def test_doi_and_link_of_one_source_are_both_asked_and_no_address_twice(verify: Verify) -> None:
    both = "DOI: 10.1000/found\n    URL: {0}page"
    code, told, heard = verify("--contact", "me@example.org", doe=both, roe=both, poe="volume: 1")
    assert (code, told) == (0, ["2 asked, 0 remarks, 1 sources without DOI and link"])
    assert [kind for kind, _, _ in StandIn.asked] == ["found", "page"]
    assert {agent for _, agent, _ in StandIn.asked} == {
        "MythOrReality-verify-sources/1.0 (me@example.org)"
    }
    assert heard.splitlines() == ["1 of 3: doe", "2 of 3: roe", "3 of 3: poe"]


def test_it_says_who_asks_and_pauses_between_requests(
    verify: Verify, script: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses: list[tuple[float, int]] = []
    monkeypatch.setattr(
        script.time, "sleep", lambda seconds: pauses.append((seconds, len(StandIn.asked)))
    )
    fields = {
        name: f"DOI: 10.1000/{kind}"
        for name, kind in [("doe", "found"), ("roe", "title"), ("poe", "year")]
    }
    verify("--pause", "2.5", **fields)
    assert pauses == [(2.5, 1), (2.5, 2)]
    assert {agent for _, agent, _ in StandIn.asked} == {
        "MythOrReality-verify-sources/1.0 (started by a person)"
    }
    assert script.PAUSE >= 1


def test_only_what_is_named(verify: Verify) -> None:
    code, told, _ = verify("--only", "roe", doe="DOI: 10.1000/gone", roe="DOI: 10.1000/found")
    assert (code, told) == (0, ["1 asked, 0 remarks, 0 sources without DOI and link"])


def test_a_name_that_no_source_has(verify: Verify, tmp_path: Path) -> None:
    code, told, heard = verify("--only", "roe, poe", doe="DOI: 10.1000/found")
    assert (code, told) == (2, [])
    assert heard == f"There is no source roe, poe in {tmp_path / 'content'}.\n"
    assert StandIn.asked == []


def test_content_that_is_not_there(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert script.main([str(tmp_path)]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "The content has faults: see `python main.py check`.",
        f"There are no sources in {tmp_path}.",
    ]


def test_the_bundle_leaves_it_out() -> None:
    recipe = (ROOT / "packaging" / "myth-or-reality.spec").read_text(encoding="utf-8")
    assert '(ROOT / "content").glob("*.yaml")' in recipe
    assert '(ROOT / "content"), "content"' not in recipe
    found = list((ROOT / "content").rglob("*.py"))
    assert [path.relative_to(ROOT).as_posix() for path in found] == ["content/verify_sources.py"]
