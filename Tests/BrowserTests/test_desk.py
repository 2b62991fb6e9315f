"""The hotline desk, as a worker uses it."""
import base64
import io
import shutil

import pytest
from selenium.webdriver.common.keys import Keys

from page import words

LURE = (
    "🔥 URGENT 🔥 Chat support, no experience needed. Salary 1500 USD/month, office in Sihanoukville.\n"
    "Free air ticket, visa on arrival is ok. Passport will be kept by the company.\n"
    "If you leave early you pay a penalty of 3000 USD. Telegram only: @example_hr"
)
HONEST = "Waiter wanted for our café in Leeds. Contract and £12.50 an hour. Please send a CV to jobs@example.org."
DISTRESS = "Please help, my brother is locked in a compound, they beat him and want ransom money to let him go."


def read(page, text):
    page.paste(text)
    page.one("#verdict .verdict")


def test_paste_anywhere_gives_the_verdict_with_reasons(open_page, language):
    page = open_page("/", language)
    read(page, LURE)

    assert words(language)["band.high"] in page.text("#verdict h2")
    assert page.one("html").get_attribute("dir") == words(language)["language.direction"]
    marks = [mark.text for mark in page.all("#text mark")]
    assert any("Sihanoukville" in mark for mark in marks)
    assert len(page.all(".reasons > li")) >= 5
    assert page.all("#ask-part li")


def test_text_is_shown_as_it_was(open_page):
    page = open_page("/")
    read(page, LURE)

    shown = page.script(
        """const copy = document.getElementById("text").cloneNode(true);
        for (const node of copy.querySelectorAll(".number, .seen-by-readers-only")) node.remove();
        return copy.textContent;""")
    assert shown == LURE


def test_leaving_a_sentence_out_tells_what_the_verdict_would_be(open_page, language):
    page = open_page("/", language)
    read(page, LURE)
    before = page.text("#verdict h2")
    for sentence in range(len(page.all("#text .sentence"))):
        page.one(f"#sentence-{sentence}").click()
        page.wait(lambda: "off" in page.one(f"#sentence-{sentence}").get_attribute("class"))

    page.wait(lambda: page.text(".what-if"))
    assert words(language)["band.insufficient"] in page.text(".what-if")
    assert page.text("#verdict h2") == before

    page.one("#undo").click()
    page.wait(lambda: not page.all(".what-if"))


def test_sentences_are_chosen_by_keyboard(open_page):
    page = open_page("/")
    read(page, LURE)
    page.script("document.querySelector('#sentence-0').focus()")
    page.keys(Keys.ARROW_DOWN, Keys.ENTER)

    page.wait(lambda: page.one("#sentence-1").get_attribute("aria-pressed") == "true")
    assert page.script("return document.activeElement.id") == "sentence-1"


def test_leaving_a_sign_out_is_a_change(open_page):
    page = open_page("/")
    read(page, LURE)
    page.one("#leave-doc-passport-handover").click()

    page.wait(lambda: page.text(".what-if"))
    assert page.one("#leave-doc-passport-handover").get_attribute("aria-pressed") == "true"


def test_what_the_caller_says_counts(open_page, language):
    page = open_page("/", language)
    read(page, HONEST)
    assert words(language)["band.low"] in page.text("#verdict h2")
    for answer in ["passport-handed-over", "paid-to-private-account", "place-changed", "must-keep-secret", "fine-for-leaving"]:
        page.one(f'input[name="{answer}"]').click()

    page.wait(lambda: words(language)["band.low"] not in page.text("#verdict h2"))
    assert words(language)["desk.reported"] in page.text("#reasons-part")


def test_case_note_masks_contacts(open_page, language):
    page = open_page("/", language)
    read(page, LURE)
    note = page.script("return document.getElementById('note').textContent")

    assert words(language)["note.title"] in note
    assert "example_hr" not in note
    assert "Sihanoukville" in note


def test_case_note_goes_to_the_clipboard(open_page, browser):
    page = open_page("/")
    browser.execute_cdp_cmd("Browser.grantPermissions", {"permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"]})
    read(page, LURE)
    page.one("#copy-note").click()
    page.wait_text(".row [role=status]", words("en")["common.copied"])

    copied = browser.execute_async_script("navigator.clipboard.readText().then(arguments[0])")
    assert copied == page.script("return document.getElementById('note').textContent")


def test_distress_shows_help_and_no_score(open_page, language):
    page = open_page("/", language)
    read(page, DISTRESS)

    assert words(language)["help.title"] in page.text("#verdict")
    assert page.all(".reasons") == [] and page.all("#copy-note") == []
    assert not page.one("#answers-card").is_displayed()
    assert "%" not in page.text("#content")


def test_escape_twice_leaves_no_text_anywhere(open_page, browser):
    page = open_page("/")
    read(page, LURE)
    page.one('input[name="passport-handed-over"]').click()
    page.settle()
    page.keys(Keys.ESCAPE, Keys.ESCAPE)
    page.wait(lambda: page.text("#verdict") == "")

    assert "Sihanoukville" not in page.script("return document.documentElement.outerHTML")
    assert page.script("return document.getElementById('message').value") == ""
    assert page.all("input:checked") == []
    assert page.script("return localStorage.length + sessionStorage.length + document.cookie.length") == 0
    assert "Sihanoukville" not in page.script("return location.href + JSON.stringify(history.state)")
    page.chord(Keys.CONTROL, "z")
    assert page.script("return document.getElementById('message').value") == "", "undo brings the text back"


def test_back_does_not_bring_the_text_back(open_page, browser, address):
    page = open_page("/")
    read(page, LURE)
    browser.get(f"{address}/about?lang=en")
    browser.back()

    assert page.one("#message").get_attribute("value") == ""
    assert page.text("#verdict") == ""


@pytest.mark.parametrize("text", [
    "<script>document.title='x'</script><img src=x onerror=\"document.title='x'\"> job salary 900 usd",
    "{{7*7}} ${7*7} <%= 7*7 %> job abroad, salary 900 usd",
    "\u202eevitavreser\u202c job abroad, salary 900 usd, \u2066isolate\u2069",
    "\x00\x01 job abroad \ud83d salary".encode("utf-16", "surrogatepass").decode("utf-16", "replace"),
], ids=["markup", "templates", "direction", "controls"])
def test_hostile_text_is_shown_as_text(open_page, text):
    page = open_page("/")
    title = page.script("return document.title")
    read(page, text)
    page.settle()

    assert page.script("return document.title") == title
    assert page.script("return document.querySelectorAll('#text script, #text img').length") == 0
    for word in ["job"]:
        assert word in page.text("#text")


def test_a_very_long_text_does_not_freeze_the_page(open_page):
    page = open_page("/")
    read(page, ("Chat job in Sihanoukville, passport kept by the company. " * 20_000)[:1_000_000])

    assert words("en")["band.high"] in page.text("#verdict h2") or page.text("#verdict h2")


def test_no_request_leaves_the_server(open_page, address):
    page = open_page("/")
    read(page, LURE)
    page.settle()

    asked = [url for url in page.requests() if not url.startswith(("blob:", "data:"))]
    assert asked and [url for url in asked if not url.startswith(address)] == []


def test_print_view_has_no_controls(open_page, browser):
    page = open_page("/")
    read(page, LURE)
    paper = base64.b64decode(browser.execute_cdp_cmd("Page.printToPDF", {"paperWidth": 8.27, "paperHeight": 11.69})["data"])
    assert paper.startswith(b"%PDF")
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    shown = [button.text for button in page.all("button") if button.is_displayed()]
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    assert shown == []


def test_screenshots_are_read_or_one_sentence_says_how(open_page, browser):
    page = open_page("/")
    picture = text_picture("Chat job in Sihanoukville, free ticket")
    page.script(
        """const bytes = Uint8Array.from(atob(arguments[0]), (letter) => letter.charCodeAt(0));
        const data = new DataTransfer(); data.items.add(new File([bytes], "shot.png", {type: "image/png"}));
        document.body.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));""",
        base64.b64encode(picture).decode())
    if shutil.which("tesseract") is None:
        page.wait_text("#picture", "Tesseract")
        return
    page.wait(lambda: page.all("#picture textarea"), seconds=60)
    assert "Sihanoukville" in page.script("return document.querySelector('#picture textarea').value")
    page.one("#picture button.main").click()
    page.one("#verdict .verdict")
    assert page.all("#picture img") == []


def text_picture(text):
    from PIL import Image, ImageDraw, ImageFont
    image = Image.new("RGB", (900, 80), "white")
    ImageDraw.Draw(image).text((20, 20), text, fill="black", font=ImageFont.load_default(size=32))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
