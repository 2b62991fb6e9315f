"""What tests do with a page: paste, press, wait, look."""
import json
import pathlib
import time

import axe_playwright_python
from selenium.common.exceptions import NoSuchElementException, StaleElementReferenceException
from selenium.webdriver import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

ROOT = pathlib.Path(__file__).resolve().parents[2]
CATALOGUES = ROOT / "Sources" / "LureWebFiles" / "web" / "languages"
AXE = (pathlib.Path(axe_playwright_python.__path__[0]) / "axe.min.js").read_text(encoding="utf-8")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def words(language):
    """The catalogue of an interface language."""
    return json.loads((CATALOGUES / f"{language}.json").read_text(encoding="utf-8"))


class Page:
    def __init__(self, browser, address):
        self.browser = browser
        self.address = address

    def one(self, selector):
        return self.wait(lambda: self.browser.find_element(By.CSS_SELECTOR, selector))

    def all(self, selector):
        return self.browser.find_elements(By.CSS_SELECTOR, selector)

    def wait(self, condition, seconds=20):
        """What `condition` gives once it gives something; a missing element counts as nothing."""
        def attempt(_):
            return condition()
        return WebDriverWait(self.browser, seconds, poll_frequency=0.03, ignored_exceptions=[NoSuchElementException, StaleElementReferenceException]).until(attempt)

    def text(self, selector):
        found = self.all(selector)
        return found[0].text if found else ""

    def wait_text(self, selector, part):
        return self.wait(lambda: part in self.text(selector))

    def paste(self, text):
        """Pastes as a person does, without a click first."""
        self.browser.execute_script(
            """const data = new DataTransfer(); data.setData("text/plain", arguments[0]);
            document.body.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));""",
            text)

    def keys(self, *keys):
        chain = ActionChains(self.browser)
        for key in keys:
            chain.send_keys(key).pause(0.05)
        chain.perform()

    def chord(self, modifier, key):
        ActionChains(self.browser).key_down(modifier).send_keys(key).key_up(modifier).perform()

    def script(self, code, *arguments):
        return self.browser.execute_script(code, *arguments)

    def violations(self):
        """What the accessibility engine finds, as short lines."""
        self.script(AXE)
        found = self.browser.execute_async_script(
            "const done = arguments[arguments.length - 1];"
            "axe.run(document, {runOnly: arguments[0]}).then((result) => done(result.violations));", RULES)
        return [f"{fault['id']}: {node['html'][:120]} ({node['failureSummary']})" for fault in found for node in fault["nodes"]]

    def is_wider_than_window(self):
        return self.script("return document.documentElement.scrollWidth > document.documentElement.clientWidth")

    def resize(self, width, height=900):
        self.browser.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride", {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False})

    def prefer(self, **features):
        self.browser.execute_cdp_cmd(
            "Emulation.setEmulatedMedia",
            {"features": [{"name": name.replace("_", "-"), "value": value} for name, value in features.items()]})

    def requests(self):
        """Addresses asked for since the last look."""
        found = []
        for entry in self.browser.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return found

    def settle(self, seconds=0.4):
        time.sleep(seconds)
