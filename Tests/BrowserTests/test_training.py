"""The training room, as a trainer and a class use it."""
import base64
import json

import pytest
from selenium.webdriver.common.keys import Keys

from page import CATALOGUES, words

EXAMPLES = json.loads((CATALOGUES.parent / "examples.json").read_text(encoding="utf-8"))["examples"]
TEXTS = {example["text"]: example for example in EXAMPLES}


def is_lure(example):
    return example["category"] not in ("honest", "warning")


def first(language, kind):
    return next(e for e in EXAMPLES if e["language"] == language and kind(e))


def show(page, part):
    page.one("#part h2")
    page.script("location.hash = arguments[0]", part)
    page.settle(0.3)


def forward(language):
    return Keys.ARROW_LEFT if language == "ar" else Keys.ARROW_RIGHT


def pressed(page, key):
    """A key with the letter another keyboard writes."""
    code = f"Digit{key}" if key.isdigit() else f"Key{key}"
    page.script(
        """const keys = {key: arguments[0], code: arguments[1], bubbles: true, cancelable: true};
        document.body.dispatchEvent(new KeyboardEvent("keydown", keys));""", key.lower(), code)


def shown_text(page):
    return page.script(
        """const copy = document.querySelector("#part .text").cloneNode(true);
        for (const node of copy.querySelectorAll(".number, .seen-by-readers-only")) node.remove();
        return copy.textContent;""")


def is_projecting(page):
    return "projector" in page.one("html").get_attribute("class").split()


def test_gallery_is_filtered_by_kind_and_language(open_page, language):
    page = open_page("/training", language)
    own = [example for example in EXAMPLES if example["language"] == language]
    page.wait(lambda: len(page.all(".gallery > li")) == len(own))

    page.all(".chips")[0].find_elements("css selector", "button")[-1].click()
    assert len(page.all(".gallery > li")) == len([e for e in own if e["category"] == "warning"])

    page.all(".chips")[1].find_elements("css selector", "button")[0].click()
    assert len(page.all(".gallery > li")) == len([e for e in EXAMPLES if e["category"] == "warning"])
    assert len(page.all(".gallery .example-mark")) == len(page.all(".gallery > li"))


def test_signs_come_one_at_a_time(open_page, language):
    page = open_page("/training", language)
    example = first(language, is_lure)
    show(page, f"examples/{example['id']}")
    assert page.all("#part mark") == []
    assert shown_text(page) == example["text"]

    page.keys(forward(language))
    assert page.all("#part mark.shown") and page.text(".step h3").startswith("1. ")

    page.all(".steps button")[2].click()
    assert page.text(".step .verdict h2")
    assert words(language)["training.trainerNote"] in page.text(".step")
    assert shown_text(page) == example["text"]
    assert page.violations() == []


def test_taking_sentences_out_changes_the_bar(open_page, language):
    page = open_page("/training", language)
    show(page, f"examples/{first(language, is_lure)['id']}")
    page.all(".modes button")[1].click()
    boxes = page.all(".sentences input")
    for box in boxes[1:]:
        box.click()

    page.wait(lambda: words(language)["training.riskDown"] in page.text(".outcome [role=status]"))
    lengths = page.script("return [...document.querySelectorAll('.filled')].map((bar) => bar.offsetWidth)")
    assert lengths[1] < lengths[0]
    assert "%" not in page.text(".outcome")
    assert page.violations() == []

    boxes[0].click()
    page.wait(lambda: words(language)["training.sentencesLeft"] in page.text(".outcome"))


def answer_all(page, choose):
    """Answers each text as `choose` says for its example; gives the examples."""
    asked = []
    while page.all(".choices"):
        example = TEXTS[shown_text(page)]
        asked.append(example)
        pressed(page, choose(example))
        page.wait(lambda: page.all(".feedback"))
        page.keys(Keys.ENTER)
        page.settle(0.05)
    return asked


def score(page, outcome):
    return int(page.script(f"return document.querySelector('.scores .{outcome} .figure').textContent"))


@pytest.mark.parametrize(
    "choose, expected",
    [
        (lambda example: "1" if is_lure(example) else "2", {"right": 6, "missed": 0, "alarm": 0, "unsure": 0}),
        (lambda example: "2", {"right": 3, "missed": 3, "alarm": 0, "unsure": 0}),
        (lambda example: "1", {"right": 3, "missed": 0, "alarm": 3, "unsure": 0}),
        (lambda example: "3", {"right": 0, "missed": 0, "alarm": 0, "unsure": 6}),
    ],
    ids=["all right", "all ordinary", "all traps", "never sure"])
def test_quiz_tells_missed_traps_from_false_alarms(open_page, language, choose, expected):
    page = open_page("/training", language)
    show(page, "quiz")
    page.all("input[name=count]")[0].click()
    page.one(".quiz .main").click()

    asked = answer_all(page, choose)

    assert len(asked) == 6 and len([e for e in asked if is_lure(e)]) == 3
    assert {outcome: score(page, outcome) for outcome in expected} == expected
    assert len(page.all(".quiz details")) == 6 - expected["right"]
    assert page.violations() == []


def test_quiz_asks_other_texts_the_second_time_and_keeps_nothing(open_page):
    page = open_page("/training")
    show(page, "quiz")
    page.all("input[name=count]")[0].click()
    page.one(".quiz .main").click()
    asked = answer_all(page, lambda example: "1")
    page.one(".quiz .main").click()
    again = answer_all(page, lambda example: "2")

    assert not {e["id"] for e in asked} & {e["id"] for e in again}
    assert page.script("return [localStorage.length, sessionStorage.length, document.cookie, history.state]") == [0, 0, "", None]


def test_handout_fits_on_four_pages_of_a4(open_page, browser, language):
    page = open_page("/training", language)
    show(page, "handout")
    assert len(page.all(".paper-example")) == 4
    for box in page.all("[data-example]"):
        if box.is_displayed() and box.is_enabled() and not box.is_selected():
            box.click()
    assert len(page.all(".paper-example")) == 6
    assert page.all(".paper-signs li") and len(page.all(".boxes li")) == 9

    printed = browser.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})["data"]
    pages = base64.b64decode(printed).count(b"/Type /Page\n")
    assert 1 <= pages <= 4

    page.all(".handout fieldset input")[0].click()
    assert page.all(".paper mark") == [] and page.all(".write-line")


def test_projector_mode_is_large_and_fits_its_screen(open_page, language):
    page = open_page("/training", language)
    page.resize(1280, 720)
    show(page, f"examples/{first(language, is_lure)['id']}")
    page.one("body").send_keys("p")
    page.keys(forward(language))
    page.settle(0.2)

    assert is_projecting(page)
    assert page.script("return parseFloat(getComputedStyle(document.querySelector('#part .text')).fontSize)") >= 28
    assert page.script("return document.querySelector('.step h3').getBoundingClientRect().bottom") < 720
    assert not page.is_wider_than_window()
    assert page.violations() == []

    page.all(".steps button")[2].click()
    assert not page.all(".for-trainer") or not page.all(".for-trainer")[0].is_displayed()


def test_single_keys_can_be_switched_off(open_page):
    page = open_page("/training")
    page.one(".gallery > li")
    page.one("#keys").click()
    pressed(page, "P")
    assert not is_projecting(page)

    page.one("#keys").click()
    pressed(page, "P")
    assert is_projecting(page)


def test_every_example_reads_as_its_authors_meant_but_for_those_marked(open_page):
    page = open_page("/training")
    answers = page.script(
        """const token = document.querySelector('meta[name="lurescreen-token"]').content;
        return fetch("/v1/assess?terms=0", {method: "POST", body: JSON.stringify(arguments[0]),
          headers: {"Content-Type": "application/json", "X-Lurescreen-Token": token}}).then((answer) => answer.json());""",
        [{"text": example["text"]} for example in EXAMPLES])

    raised = {"high", "caution"}
    wrong = {e["id"] for e, answer in zip(EXAMPLES, answers) if (answer["band"] in raised) != is_lure(e)}
    assert wrong == {e["id"] for e in EXAMPLES if e["note"].startswith("training.note.tool")}
