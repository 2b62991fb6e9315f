"""A server and a headless Chromium for the tests of the pages. `scripts/browser-tests` installs what they need.

Environment: LURESCREEN = the command to test (default: the release build); LURESCREEN_URL = a server that runs already.
"""
import os
import pathlib
import re
import subprocess

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

import page

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def address():
    if "LURESCREEN_URL" in os.environ:
        yield os.environ["LURESCREEN_URL"].rstrip("/")
        return
    command = os.environ.get("LURESCREEN", str(ROOT / ".build-release" / "release" / "lurescreen"))
    server = subprocess.Popen([command, "serve", "--port", "0"], stderr=subprocess.PIPE, text=True)
    try:
        for line in server.stderr:
            found = re.search(r"http://127\.0\.0\.1:\d+", line)
            if found:
                break
        else:
            pytest.fail("the server did not say where it listens")
        # The log must not fill its pipe.
        drain = subprocess.Popen(["cat"], stdin=server.stderr, stdout=subprocess.DEVNULL)
        yield found[0]
    finally:
        server.terminate()
        assert server.wait(timeout=15) == 0, "the server did not stop in order"
        drain.wait(timeout=5)


@pytest.fixture(scope="session")
def browser():
    options = webdriver.ChromeOptions()
    for argument in ["--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--window-size=1280,1000"]:
        options.add_argument(argument)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    options.binary_location = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    driver = webdriver.Chrome(options=options, service=Service(os.environ.get("CHROMEDRIVER", "/usr/bin/chromedriver")))
    driver.set_script_timeout(30)
    yield driver
    driver.quit()


@pytest.fixture
def open_page(browser, address):
    """Opens a page in an interface language; fails the test if the page wrote an error to the console."""
    browser.get_log("browser")
    browser.get_log("performance")

    def go(path, language="en"):
        browser.get(f"{address}{path}?lang={language}")
        opened = page.Page(browser, address)
        opened.one("#language option")
        return opened

    yield go
    errors = [entry["message"] for entry in browser.get_log("browser") if entry["level"] == "SEVERE"]
    # A browser writes each failed request to the console, also those a test provokes.
    errors = [message for message in errors if "Failed to load resource" not in message]
    browser.execute_cdp_cmd("Emulation.clearDeviceMetricsOverride", {})
    browser.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert errors == []


@pytest.fixture(params=["en", "ar"])
def language(request):
    """Each flow runs in two languages, one of them written from right to left."""
    return request.param
