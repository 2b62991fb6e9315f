"""What every page must keep: accessibility, width, direction, one language at a time, policies."""
import json

import pytest

from page import CATALOGUES, words

PAGES = ["/", "/training", "/files", "/help", "/about"]
LANGUAGES = ["en", "zh-Hans", "zh-Hant", "vi", "th", "id", "km", "hi", "ar"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_accessibility_engine_finds_nothing(open_page, language, path, scheme):
    page = open_page(path, language)
    page.prefer(prefers_color_scheme=scheme)
    page.settle(0.6)

    assert page.violations() == []


@pytest.mark.parametrize("path", PAGES)
def test_four_hundred_percent_zoom_needs_no_sideways_scrolling(open_page, language, path):
    page = open_page(path, language)
    page.resize(320, 640)
    page.settle()

    assert not page.is_wider_than_window()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_pages_speak_the_chosen_language(open_page, tag, path):
    page = open_page(path, tag)
    page.wait(lambda: page.one("html").get_attribute("lang") == tag)

    assert page.one("html").get_attribute("dir") == words(tag)["language.direction"]
    assert page.script("return document.title").endswith(words(tag)["app.name"])


@pytest.mark.parametrize("tag", LANGUAGES)
def test_catalogues_have_every_key_and_every_plural(browser, tag):
    english, own = words("en"), words(tag)
    assert list(own) == list(english), f"keys of {tag}.json differ from en.json"
    forms = browser.execute_script(
        "return new Intl.PluralRules(arguments[0]).resolvedOptions().pluralCategories", tag)
    for key, text in own.items():
        assert isinstance(text, dict) == isinstance(english[key], dict), key
        if isinstance(text, dict):
            assert set(text) == set(forms), f"{tag}: {key}"


@pytest.mark.parametrize("tag", LANGUAGES)
def test_placeholders_are_kept(tag):
    import re
    names = lambda text: set(re.findall(r"\{(\w+)\}", json.dumps(text))) - {"count"}
    english = words("en")
    for key, text in words(tag).items():
        assert names(text) == names(english[key]), f"{tag}: {key}"


def test_every_key_the_pages_use_exists():
    import re
    used = set()
    for path in CATALOGUES.parent.rglob("*"):
        if path.suffix in {".js", ".html"}:
            text = path.read_text(encoding="utf-8")
            used |= set(re.findall(r'\bt\(\s*"([\w.-]+)"', text)) | set(re.findall(r'data-t(?:-[\w-]+)?="([\w.-]+)"', text))
    assert used - set(words("en")) == set()


@pytest.mark.parametrize("path", PAGES)
def test_pages_ask_nobody_else(open_page, address, path):
    page = open_page(path)
    page.settle()

    assert [url for url in page.requests() if not url.startswith((address, "data:", "blob:"))] == []
