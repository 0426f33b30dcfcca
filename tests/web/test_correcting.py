"""Corrections from the pages of a served story: what is written, what comes back, and what is refused."""

from __future__ import annotations

import asyncio
import shutil
from base64 import b64encode
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest
from lxml import html
from starlette.applications import Starlette
from typer.testing import CliRunner

import reportedly
from reportedly.errors import InputError
from reportedly.show.cli.main import command
from reportedly.show.web.correcting import Corrections
from reportedly.show.web.guard import MOST_BYTES, Guard, password_of
from reportedly.show.web.server import Served, application, named
from reportedly.store.judgements import FILE, read
from reportedly.store.lock import story_lock

NOW = "2031-07-01T10:00:00+00:00"
TOKEN = "a-token-of-this-run"
PASSWORD = "tide gate eel memo"
ORIGIN = "http://localhost"
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corrected") / "gate"
    reportedly.build(["examples/reports"], folder, now="2031-06-30T00:00:00+00:00")
    return folder


@pytest.fixture
def served(built: Path, tmp_path: Path) -> Served:
    shutil.copytree(built, tmp_path / "gate")
    return named([reportedly.open(tmp_path / "gate")])["gate"]


def desk(**options: Any) -> Corrections:
    return Corrections(Guard(token=TOKEN, **options), now=lambda: NOW, lock_wait=0)


def ask(served: Served, path: str, typed: Mapping[str, str] | None = None, *, corrections: Corrections | None = None,
        headers: Mapping[str, str] | None = None, content: bytes | None = None, cookie: str = "") -> httpx.Response:
    """What the page answers; a form is sent where `typed` or `content` is given."""
    async def asked() -> httpx.Response:
        transport = httpx.ASGITransport(application({"gate": served}, ("localhost",), corrections or desk()))
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN) as client:
            if typed is None and content is None:
                return await client.get(f"/gate/{path}", headers={"cookie": cookie})
            body = content if content is not None else urlencode({"token": TOKEN, **(typed or {})}).encode()
            return await client.post(f"/gate/{path}", content=body,
                                     headers={**FORM, "origin": ORIGIN, **(headers or {})})

    return asyncio.run(asked())


def by(form: str, **typed: str) -> dict[str, str]:
    return {"form": form, "who": "Ana Ruiz", "reason": "I asked them", **typed}


def follow(served: Served, path: str, answer: httpx.Response) -> html.HtmlElement:
    """The page that the browser is sent to."""
    assert answer.status_code == 303, answer.text
    address = str(httpx.URL(f"{ORIGIN}/gate/{path}").join(answer.headers["location"]))
    return html.document_fromstring(ask(served, address.removeprefix(f"{ORIGIN}/gate/")).text)


def person(served: Served, name: str) -> Any:
    return next(item for item in served.pages.dossier.people if item.name == name)


def written(served: Served) -> list[str]:
    return [item.kind for item in read(served.story.path)[0]]


def test_names_are_merged_and_the_merging_is_undone(served: Served) -> None:
    before = served.pages.dossier.people
    path = f"items/{person(served, 'Lambert Ouse').id}.html"
    page = follow(served, path, ask(served, path, by("merge", other="Ludo Marsh")))
    notice = page.xpath("//div[@role='status']")[0]
    assert "Lambert Ouse" in notice.text_content() and notice.get("autofocus") is not None
    assert any({"Lambert Ouse", "Ludo Marsh"} <= {one.name, *one.aliases} for one in served.pages.dossier.people)
    undo = notice.xpath(".//input[@name='form']/@value")[0]
    page = follow(served, path, ask(served, path, by(undo)))
    assert served.pages.dossier.people == before
    again = page.xpath("//div[@role='status']//form")[0]
    send = {"form": again.xpath(".//input[@name='form']/@value")[0], "who": "Ana Ruiz", "reason": ""}
    action = f"items/{again.get('action')}"
    refused = html.document_fromstring(ask(served, action, send).text)
    assert refused.xpath("//div[@role='alert']//form//input[@aria-invalid]/@name") == ["reason"]
    follow(served, path, ask(served, action, {**send, "reason": "one after all"}))
    assert served.pages.dossier.people != before
    assert written(served) == ["same", "undo", "undo"]


def test_every_form_writes_what_it_says(served: Served) -> None:
    dossier = served.pages.dossier
    theory = next(item for item in dossier.theories if len(item.evidence) > 1)
    sent = [(f"items/{dossier.forecasts[0].id}.html", by("resolve", outcome="did-not", day="2031-05-12")),
            (f"items/{dossier.statements[0].id}.html", by("speaker", speaker="Doro Finch")),
            (f"items/{dossier.statements[1].id}.html", by("date", day="2031-05")),
            (f"items/{dossier.timeline[0].id}.html", by("date", day="2031-05-02T10:30")),
            (f"items/{dossier.timeline[0].id}.html", by("note", words="seen by three")),
            (f"items/{theory.id}.html", by("rate", evidence=theory.evidence[0].member, rating="II")),
            (f"items/{person(served, 'Caspian Rudd').id}.html", by("name", name="C. Rudd")),
            (f"items/{dossier.reports[0].id}.html", by("note", words="a reprint")),
            (next(name for name in served.pages.names if name.startswith("sources/")), by("grade", grade="B"))]
    for path, typed in sent:
        page = follow(served, path, ask(served, path, typed))
        assert page.xpath("//div[@role='status']"), path
    assert written(served) == ["resolve", "speaker", "date", "date", "note", "rate", "name", "note", "grade"]
    assert all(ruling.is_applied for ruling in served.pages.dossier.judgements)
    assert {(item.who, item.reason, item.said_at) for item in read(served.story.path)[0]} == {
        ("Ana Ruiz", "I asked them", NOW)}
    assert served.pages.dossier.forecasts[0].state == "did-not"


def test_a_name_is_split_off(served: Served) -> None:
    before = {one.members for one in served.pages.dossier.people}
    path = f"items/{person(served, 'Ottoline Brask').id}.html"
    ask(served, path, by("merge", other="Hesper Quill"))
    page = html.document_fromstring(ask(served, path).text)
    choices = page.xpath("//select[@id='split-part']/option/@value")
    assert "Hesper Quill" not in choices and "Ottoline Brask" in choices  # of them it goes by the first now
    ask(served, path, by("name", name="The Two"))
    path = f"items/{person(served, 'The Two').id}.html"
    follow(served, path, ask(served, path, by("split", part="Hesper Quill")))
    assert {one.members for one in served.pages.dossier.people} == before


def test_a_name_as_one_report_has_it_is_split_off(served: Served) -> None:
    brask = person(served, "Ottoline Brask")
    path = f"items/{brask.id}.html"
    page = html.document_fromstring(ask(served, path).text)
    for part in page.xpath("//select[@id='split-part']/option[contains(text(), ' in ')]/@value"):
        answer = ask(served, path, by("split", part=part))
        page = follow(served, path, answer)
        assert {one.members for one in served.pages.dossier.people if set(one.members) & set(brask.members)} == {
            (part,), tuple(one for one in brask.members if one != part)}
        undo = page.xpath("//div[@role='status']//input[@name='form']/@value")[0]
        ask(served, path, by(undo))


def test_what_is_rejected_is_taken_back_from_its_page(served: Served) -> None:
    before = served.pages.dossier.timeline
    path = f"items/{before[0].id}.html"
    follow(served, path, ask(served, path, by("reject")))
    assert before[0].id not in {item.id for item in served.pages.dossier.timeline}
    page = html.document_fromstring(ask(served, path).text)
    undo = page.xpath("//form[@method='post']//input[@name='form']/@value")
    assert len(undo) == 1 and "It stands in no list" in page.text_content()
    follow(served, path, ask(served, path, by(undo[0])))
    assert served.pages.dossier.timeline == before


def test_a_rejected_dispute_has_no_page_so_its_judgement_is_shown(served: Served) -> None:
    path = f"items/{served.pages.dossier.disputes[0].id}.html"
    answer = ask(served, path, by("reject"))
    assert answer.headers["location"].startswith("../judgements.html?done=j-")
    assert follow(served, path, answer).xpath("//div[@role='status']//form")


def test_all_judgements_stand_on_a_page_and_are_undone_there(served: Served) -> None:
    made = served.story.judge("Bo", now=NOW).grade("The Gull", "E")
    page = html.document_fromstring(ask(served, "judgements.html").text)
    assert "graded “E”: The Gull" in page.get_element_by_id(made.id).text_content()
    assert ask(served, "judgements.json").json()[0]["judgement"]["id"] == made.id
    follow(served, "judgements.html", ask(served, "judgements.html", by(f"undo-{made.id}")))
    again = ask(served, "judgements.html", by(f"undo-{made.id}"))
    assert again.status_code == 422 and "no longer stands on this page" in again.text
    undoing = served.pages.dossier.judgements[1].judgement.id
    follow(served, "judgements.html", ask(served, "judgements.html", by(f"undo-{undoing}")))
    assert served.pages.dossier.judgements[0].is_applied


@pytest.mark.parametrize(("form", "typed", "field", "words"), [
    ("merge", {"other": "Nobody Atall"}, "merge-other", "nobody and no place goes by"),
    ("merge", {"other": "Lambert Ouse"}, "merge-other", "are one already"),
    ("merge", {"other": " "}, "merge-other", "is empty"),
    ("merge", {"other": "Ludo Marsh", "reason": ""}, "merge-reason", "is empty"),
    ("merge", {"other": "Ludo Marsh", "who": "\x00"}, "merge-who", "is empty"),
    ("split", {"part": "n-0000"}, "split-part", "is not in the list"),
    ("name", {"name": ""}, "name-name", "is empty")])
def test_what_cannot_be_written_comes_back_as_it_was_typed(served: Served, form: str, typed: dict[str, str],
                                                           field: str, words: str) -> None:
    path = f"items/{person(served, 'Lambert Ouse').id}.html"
    answer = ask(served, path, {**by(form, reason="because <b>I</b> was there"), **typed})
    page = html.document_fromstring(answer.text)
    problem = page.get_element_by_id("problem")
    assert answer.status_code == 422 and words in problem.text_content()
    assert problem.xpath(".//a/@href") == [f"#{field}"] and problem.get("autofocus") is not None
    wrong = page.get_element_by_id(field)
    assert wrong.get("aria-invalid") == "true" and "problem" in (wrong.get("aria-describedby") or "")
    assert wrong.xpath("ancestor::details/@open")
    if "reason" not in typed:
        assert page.get_element_by_id(f"{form}-reason").get("value") == "because <b>I</b> was there"
    assert page.xpath("//title/text()")[0].startswith("Error: ")
    assert not written(served)


@pytest.mark.parametrize(("typed", "words"), [
    (by("resolve", outcome="perhaps", day=""), "is not in the list"),
    (by("resolve", outcome="partly", day="soon"), "is no day"),
    (by("resolve", outcome="partly"), "is empty"),
    (by("grade", grade="A"), "no longer stands on this page"), ({}, "no longer stands on this page")])
def test_bad_fields_are_refused(served: Served, typed: dict[str, str], words: str) -> None:
    answer = ask(served, f"items/{served.pages.dossier.forecasts[0].id}.html", typed)
    assert answer.status_code == 422 and words in answer.text and not written(served)


def test_script_in_what_is_typed_cannot_run_or_steer_a_terminal(served: Served) -> None:
    path = f"items/{person(served, 'Lambert Ouse').id}.html"
    typed = by("note", words="<script>alert(1)</script>", who="\"><script>alert(2)</script>",
               reason="</textarea><script>alert(3)</script>\x1b[2J\u202egnp")
    answer = ask(served, path, typed)
    shown = [ask(served, path, cookie=answer.headers["set-cookie"].partition(";")[0]).text,
             ask(served, "judgements.html").text, ask(served, path + "?done=" + read(served.story.path)[0][0].id).text,
             ask(served, path, {**typed, "words": ""}).text]
    assert all("alert(2)" in text and "<script>alert" not in text for text in shown)
    made = read(served.story.path)[0][0]
    assert made.reason == "</textarea><script>alert(3)</script>[2Jgnp"


def test_the_name_is_remembered_out_of_reach_of_scripts_and_other_sites(served: Served) -> None:
    path = f"items/{person(served, 'Lambert Ouse').id}.html"
    cookie = ask(served, path, {**by("note", words="x"), "who": "Zoë; Ruiz"}).headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=strict" in cookie
    page = html.document_fromstring(ask(served, path, cookie=cookie.partition(";")[0]).text)
    assert {field.get("value") for field in page.xpath("//input[@name='who']")} == {"Zoë; Ruiz"}
    assert {field.get("value") for field in page.xpath("//input[@name='reason']")} == {""}


@pytest.mark.parametrize("headers", [
    {"origin": "http://news.example"}, {"origin": "null"}, {"origin": ""}, {"origin": "https://localhost"},
    {"origin": "http://localhost:8000"}, {"origin": "http://localhost.news.example"}, {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"}])
def test_a_form_of_another_origin_is_refused(served: Served, headers: dict[str, str]) -> None:
    answer = ask(served, "judgements.html", by("reject"), headers=headers)
    assert answer.status_code == 403 and answer.text.count("\n") == 1
    assert "only from a page of this server" in answer.text and not written(served)


@pytest.mark.parametrize("token", ["", "another", TOKEN + "x", TOKEN[:-1], "\ud800"])
def test_a_form_without_the_token_of_this_run_is_refused(served: Served, token: str) -> None:
    path = f"items/{person(served, 'Lambert Ouse').id}.html"
    body = urlencode({"token": token, **by("note", words="x")}, errors="replace").encode()
    answer = ask(served, path, content=body)
    assert answer.status_code == 403 and "earlier run" in answer.text and not written(served)
    without = ask(served, path, content=urlencode(by("note", words="x")).encode())
    assert without.status_code == 403 and not written(served)


def test_each_run_has_its_own_token() -> None:
    assert len({Guard().token for _ in range(4)}) == 4 and len(Guard().token) >= 32


@pytest.mark.parametrize(("content", "headers", "status"), [
    (b'{"token": "a-token-of-this-run"}', {"content-type": "application/json"}, 415),
    (b"x", {"content-type": "multipart/form-data; boundary=x"}, 415), (b"x", {"content-type": "text/plain"}, 415),
    (b"token=" + b"x" * MOST_BYTES, {}, 413), (b"token=x", {"content-length": "999999999"}, 413),
    (b"token=x", {"content-length": "-1"}, 413), (b"x" * (MOST_BYTES + 1), {"content-length": "1"}, 413),
    (f"token={TOKEN}&form=a&form=b".encode(), {}, 400), (b"token=%ff", {}, 400), (b"\xff=1", {}, 400),
    (b"&".join(b"f%d=1" % number for number in range(40)), {}, 400)])
def test_what_is_no_form_is_refused(served: Served, content: bytes, headers: dict[str, str], status: int) -> None:
    answer = ask(served, "judgements.html", content=content, headers=headers)
    assert answer.status_code == status and answer.text.count("\n") == 1 and not written(served)


def test_served_to_be_read_only_nothing_is_written_and_no_form_is_shown(served: Served) -> None:
    path, reading = f"items/{person(served, 'Lambert Ouse').id}.html", desk(read_only=True)
    answer = ask(served, path, by("note", words="x"), corrections=reading)
    assert answer.status_code == 403 and "read only" in answer.text and not written(served)
    served.story.judge("Bo", now=NOW).grade("The Gull", "E")
    for shown in (path, "judgements.html", "sources/the-gull.html"):
        text = ask(served, shown, corrections=reading).text
        assert "method=\"post\"" not in text and TOKEN not in text, shown
    assert "The Gull" in ask(served, "judgements.html", corrections=reading).text


def test_a_story_as_of_a_day_is_read_only(served: Served) -> None:
    older = named([reportedly.open(served.story.path, as_of="2031-05-10")])["gate"]
    path = f"items/{older.pages.dossier.statements[0].id}.html"
    assert "method=\"post\"" not in ask(older, path).text
    answer = ask(older, path, by("note", words="x"))
    assert answer.status_code == 403 and "whole story" in answer.text and not written(older)


def basic(password: str) -> dict[str, str]:
    return {"authorization": "Basic " + b64encode(f"any name:{password}".encode()).decode()}


@pytest.mark.parametrize("headers", [{}, basic("wrong"), basic(""), {"authorization": "Basic !!!"}, {
    "authorization": f"Bearer {PASSWORD}"}, {"authorization": "Basic " + b64encode(PASSWORD.encode()).decode()}])
def test_without_the_password_nothing_is_written(served: Served, headers: dict[str, str]) -> None:
    path = f"items/{person(served, 'Lambert Ouse').id}.html"
    answer = ask(served, path, by("note", words="x"), corrections=desk(password=PASSWORD), headers=headers)
    assert answer.status_code == 401 and answer.headers["www-authenticate"].startswith("Basic ")
    assert not written(served)


def test_the_password_lets_write_yet_not_from_elsewhere(served: Served) -> None:
    path, locked = f"items/{person(served, 'Lambert Ouse').id}.html", desk(password=PASSWORD)
    elsewhere = {**basic(PASSWORD), "origin": "http://news.example"}
    assert ask(served, path, by("note", words="x"), corrections=locked, headers=elsewhere).status_code == 403
    assert ask(served, path, by("note", words="x"), corrections=locked, headers=basic(PASSWORD)).status_code == 303
    assert written(served) == ["note"]


def test_a_password_comes_from_a_file_or_the_environment(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(PASSWORD + "\n")
    assert password_of(file, {"REPORTEDLY_PASSWORD": "other"}) == PASSWORD
    assert password_of(None, {"REPORTEDLY_PASSWORD": PASSWORD}) == PASSWORD
    assert password_of(None, {"REPORTEDLY_PASSWORD": ""}) is None
    file.write_text("\n")
    with pytest.raises(InputError, match="is empty"):
        password_of(file, {})
    with pytest.raises(InputError, match="cannot be read"):
        password_of(tmp_path / "none", {})
    with pytest.raises(InputError, match="12 or more"):
        Guard(password="short")


@pytest.mark.parametrize(("options", "password", "status"), [
    ([], "", 303), (["--read-only"], "", 403), (["--host", "0.0.0.0"], "", 403),
    (["--host", "0.0.0.0"], PASSWORD, 401), ([], PASSWORD, 401), (["--host", "0.0.0.0", "--read-only"], PASSWORD, 403)])
def test_the_command_lets_write_where_it_is_safe(served: Served, monkeypatch: pytest.MonkeyPatch, options: list[str],
                                                 password: str, status: int) -> None:
    started: list[Starlette] = []
    monkeypatch.setattr("uvicorn.run", lambda made, **_: started.append(made))
    monkeypatch.setattr("secrets.token_urlsafe", lambda _: TOKEN)
    done = CliRunner().invoke(command(), ["serve", str(served.story.path), *options],
                              env={"REPORTEDLY_PASSWORD": password})
    assert done.exit_code == 0 and ("read only" in done.stderr) == (options == ["--host", "0.0.0.0"] and not password)

    async def sent() -> httpx.Response:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(started[0]), base_url=ORIGIN) as client:
            return await client.post(f"/gate/items/{served.pages.dossier.timeline[0].id}.html",
                                     content=urlencode({"token": TOKEN, **by("note", words="x")}),
                                     headers={**FORM, "origin": ORIGIN})

    assert asyncio.run(sent()).status_code == status
    assert written(served) == (["note"] if status == 303 else [])


def test_a_password_that_can_be_guessed_is_refused_by_the_command(served: Served) -> None:
    done = CliRunner().invoke(command(), ["serve", str(served.story.path)], env={"REPORTEDLY_PASSWORD": "short"})
    assert isinstance(done.exception, InputError) or done.exit_code == 2


def test_a_story_being_written_is_told_and_the_form_kept(served: Served) -> None:
    path = f"items/{person(served, 'Lambert Ouse').id}.html"
    with story_lock(served.story.path, command="reportedly add", started=NOW, wait_s=0):
        answer = ask(served, path, by("note", words="wait for me"))
    assert answer.status_code == 503 and "reportedly add" in answer.text and "Try again" in answer.text
    assert html.document_fromstring(answer.text).xpath("//*[@id='note-words']/text()") == ["wait for me"]
    assert not (served.story.path / FILE).exists()


@pytest.mark.parametrize(("path", "status"), [("items/x-none.html", 404), ("items/x-none.json", 404),
                                              ("sources/none.html", 404), ("index.html", 405), ("style.css", 405)])
def test_other_addresses_take_no_form(served: Served, path: str, status: int) -> None:
    assert ask(served, path, by("note", words="x")).status_code == status and not written(served)


def test_every_field_has_a_label_and_every_id_stands_once(served: Served) -> None:
    served.story.judge("Bo", reason="a check", now=NOW).grade("The Gull", "E")
    dossier = served.pages.dossier
    items: list[Any] = [*dossier.people[:3], *dossier.theories[:3], *dossier.forecasts[:1], *dossier.statements[:1]]
    for path in ["judgements.html", "sources/the-gull.html", *(f"items/{item.id}.html" for item in items)]:
        page = html.document_fromstring(ask(served, path).text)
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path
        fields = page.xpath("//form[@method='post']//*[self::input[not(@type='hidden')] or self::select or "
                            "self::textarea]")
        assert fields and {field.get("id") for field in fields} <= set(page.xpath("//label/@for")), path
        assert all(form.get("action") == path.rpartition("/")[2] for form in page.xpath("//form[@method='post']"))
