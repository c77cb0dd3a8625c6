"""The maintainers' script against a stand-in registry: found, moved, gone, slow, rubbish."""

from __future__ import annotations

import importlib.util
import json
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]

RECORD = {
    "title": "What <i>helps</i>: a trial",
    "issued": {"date-parts": [[2020, 3, 1]]},
    "author": [{"family": "Doe", "given": "Jane"}],
}


class StandIn(BaseHTTPRequestHandler):
    """Answers as the registry and the sites do."""

    stop = threading.Event()

    def do_GET(self) -> None:
        kind = self.path.strip("/").split("/")[-1]
        assert "MythOrReality" in self.headers["User-Agent"]
        if kind == "slow":
            self.stop.wait(10)
        elif kind == "gone":
            self.send_error(404)
        elif kind == "shut":
            self.send_error(403)
        elif kind == "moved":
            self.send_response(301)
            self.send_header("Location", "/page")
            self.end_headers()
        else:
            changed = {
                "rubbish": "<html>not a record</html>",
                "title": json.dumps({**RECORD, "title": ["Something else altogether"]}),
                "year": json.dumps({**RECORD, "issued": {"date-parts": [[1999]]}}),
                "author": json.dumps({**RECORD, "author": [{"family": "Roe"}]}),
            }
            body = changed.get(kind, json.dumps(RECORD)).encode()
            self.send_response(200)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    standing = ThreadingHTTPServer(("127.0.0.1", 0), StandIn)
    thread = threading.Thread(target=standing.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{standing.server_port}/"
    StandIn.stop.set()
    standing.shutdown()
    thread.join()
    standing.server_close()


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


def content_with(folder: Path, field: str) -> Path:
    """A pack with one source that has `field`, a line of YAML."""
    pack = folder / "content" / "small"
    (pack / "questions").mkdir(parents=True)
    shipped = ROOT / "content" / "sex-therapy"
    (pack / "pack.yaml").write_text(
        "id: small\ntitle: Small\nlanguage: en\nsummary: Small.\nlicense: CC-BY-4.0\n"
        "reviewed: 2026-11-25\ntopics:\n  - {id: sessions, title: Sessions}\n",
        "utf-8",
    )
    question = (shipped / "questions" / "sessions.yaml").read_text("utf-8").split("\n- id: ")[0]
    lines = [line for line in question.splitlines() if not line.startswith("  twin:")]
    text, skip = [], False
    for line in lines:
        if line.startswith("  sources:"):
            text += [line, "    - {id: doe-2020, locator: abstract, supports: It helps.}"]
            skip = True
        elif skip and line.startswith("    "):
            continue
        else:
            skip = False
            text.append(line)
    (pack / "questions" / "sessions.yaml").write_text("\n".join(text) + "\n", "utf-8")
    (pack / "sources.yaml").write_text(
        "references:\n  - id: doe-2020\n    type: article-journal\n"
        "    title: 'What helps: a trial'\n    author: [{family: Doe, given: Jane}]\n"
        f"    issued: 2020\n    {field}\n    custom: {{evidence: rct, checked: 2026-11-25}}\n",
        "utf-8",
    )
    return folder / "content"


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("found", []),
        ("gone", ["doe-2020: DOI 10.1000/gone: gone"]),
        ("shut", ["doe-2020: DOI 10.1000/shut: answered 403, look by hand"]),
        ("slow", ["doe-2020: DOI 10.1000/slow: no answer (timed out)"]),
        (
            "rubbish",
            [
                ("doe-2020: DOI 10.1000/rubbish: the registry's answer could not be understood, "
                "look by hand")
            ],
        ),
        ("title", ["doe-2020: title: the registry says 'Something else altogether'"]),
        ("year", ["doe-2020: year: the registry says 1999, the record 2020"]),
        ("author", ["doe-2020: first author: the registry says Roe, the record Doe"]),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_the_registry_says(
    script: ModuleType,
    server: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    told: list[str],
) -> None:
    content = content_with(tmp_path, f"DOI: 10.1000/{kind}")
    arguments = [str(content), "--registry", server, "--pause", "0", "--patience", "0.5"]
    code = script.main(arguments)
    *remarks, summary = capsys.readouterr().out.splitlines()
    assert remarks == told
    assert summary == f"1 asked, {len(told)} remarks"
    assert code == (1 if told else 0)


@pytest.mark.parametrize(
    ("kind", "told"),
    [("page", ""), ("gone", "gone"), ("moved", "moved to {0}page")],
    ids=["there", "gone", "moved"],
)
def test_what_a_link_leads_to(
    script: ModuleType,
    server: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    kind: str,
    told: str,
) -> None:
    content = content_with(tmp_path, f"URL: {server}{kind}")
    script.main([str(content), "--pause", "0", "--patience", "5"])
    *remarks, _ = capsys.readouterr().out.splitlines()
    expected = [f"doe-2020: link {server}{kind}: {told.format(server)}"] if told else []
    assert remarks == expected


def test_only_what_is_named(
    script: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = content_with(tmp_path, "DOI: 10.1000/found")
    assert script.main([str(content), "--only", "another"]) == 0
    assert capsys.readouterr().out == "0 asked, 0 remarks\n"
