"""The file page: a table goes in, results come back beside the old columns."""
import csv
import io
import json

import pytest
from selenium.webdriver.common.keys import Keys

from page import words

LURE = "Chat support in Sihanoukville, no skills needed, 1500 USD.\nTicket free, passport is kept by the company; Telegram @example_hr"
HONEST = 'Waiter wanted for the café "Example" in Leeds; contract, £12.50 an hour.'
HEADER = ["Nr", "Body", "Price"]
ROWS = [["1", LURE, "=1+1"], ["2", HONEST, "12,50"], ["3", "", "0"], *([str(nr), LURE + f" {nr}", "9"] for nr in range(4, 8))]


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "postings.csv"
    with path.open("w", newline="", encoding="utf-8-sig") as file:
        csv.writer(file, delimiter=";").writerows([HEADER, *ROWS])
    return path


def read(page, path):
    page.one("#file").send_keys(str(path))
    page.wait(lambda: page.all("#setup button"))
    page.all("#setup button")[-1].click()
    page.wait(lambda: page.all("#results table"), seconds=60)


def saved(page):
    """Text of the next file that the page offers, instead of saving it."""
    page.script(
        """window.saved = null;
        const make = URL.createObjectURL.bind(URL);
        URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return make(blob); };
        HTMLAnchorElement.prototype.click = function () {};""")
    return lambda: page.wait(lambda: page.script("return window.saved"))


def open_details(page):
    page.script("for (const part of document.querySelectorAll('#results details')) part.open = true;")


def test_a_table_comes_back_with_results_beside_its_columns(open_page, language, table):
    page = open_page("/files", language)
    read(page, table)
    assert page.text("#fault") == ""
    text = page.text("#results")
    for band in ["high", "low"]:
        assert words(language)[f"band.{band}.short"] in text

    open_details(page)
    take = saved(page)
    download(page)
    written = list(csv.reader(io.StringIO(take().lstrip("\ufeff")), delimiter=";"))
    assert written[0][:3] == HEADER and "lurescreen_band" in written[0]
    assert [row[:3] for row in written[1:]] == ROWS
    bands = [row[written[0].index("lurescreen_band")] for row in written[1:]]
    assert bands[0] == "high" and bands[1] == "low" and bands[2] not in {"high", "caution", "low"}
    assert "example_hr" not in json.dumps([row[3:] for row in written])


def download(page):
    """Presses the first button of the part that downloads."""
    buttons = [button for button in page.all("#results details button") if "CSV" in button.text]
    buttons[0].click()


def test_a_row_opens_with_marks_and_reasons(open_page, language, table):
    page = open_page("/files", language)
    read(page, table)
    page.one('#results [data-row="0"]').click()
    page.wait(lambda: page.all("dialog[open] mark"))

    assert page.violations() == []
    page.keys(Keys.ESCAPE)
    page.wait(lambda: not page.all("dialog[open]"))


def test_near_duplicates_are_one_group(open_page, table):
    page = open_page("/files")
    read(page, table)
    open_details(page)

    assert "5" in page.text("#results") and words("en")["files.noGroups"] not in page.text("#results")


def test_results_page_is_accessible_and_narrow(open_page, language, table):
    page = open_page("/files", language)
    read(page, table)
    open_details(page)

    assert page.violations() == []
    page.resize(320, 640)
    page.settle()
    assert not page.is_wider_than_window()


def test_broken_lines_of_json_are_told_and_the_rest_goes_on(open_page, tmp_path):
    path = tmp_path / "rows.jsonl"
    path.write_text("\n".join([json.dumps({"id": "a", "text": LURE}), "{broken", json.dumps({"id": "c", "text": HONEST})]))
    page = open_page("/files")
    read(page, path)

    assert page.text("#fault") == ""
    assert len(page.all("#results [data-row]")) >= 2


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff\xfe\x00" * 200], ids=["empty", "binary"])
def test_a_file_that_is_no_text_is_told(open_page, tmp_path, content):
    path = tmp_path / "file.csv"
    path.write_bytes(content)
    page = open_page("/files")
    page.one("#file").send_keys(str(path))

    page.wait(lambda: page.text("#fault"))


def test_escape_twice_leaves_nothing(open_page, table):
    page = open_page("/files")
    read(page, table)
    page.keys(Keys.ESCAPE, Keys.ESCAPE)
    page.wait(lambda: not page.all("#results *"))

    assert "Sihanoukville" not in page.script("return document.documentElement.outerHTML")
    assert page.script("return document.getElementById('file').files.length") == 0
