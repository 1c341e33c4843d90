"""What Chromium tells those who hear a page: a line for each node of its accessibility tree, role and name.
usage: spoken.py CHROMIUM PROFILE_FOLDER URL"""
import fcntl
import json
import os
import subprocess
import sys
import time


def open_pipe():
    """A pipe whose ends are out of the way of the numbers below 10."""
    ends = []
    for end in os.pipe():
        ends.append(fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10))
        os.close(end)
    return ends


class Browser:
    """Speaks the DevTools protocol through two pipes, which the browser has as 3 and 4."""

    def __init__(self, program, profile):
        theirs, self.out = open_pipe()
        self.into, ours = open_pipe()
        os.dup2(theirs, 3)
        os.dup2(ours, 4)
        self.process = subprocess.Popen(
            [program, "--headless", "--no-sandbox", "--disable-gpu", "--remote-debugging-pipe", "--user-data-dir=" + profile],
            pass_fds=(3, 4), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(3)
        os.close(4)
        self.kept = b""
        self.number = 0

    def read(self):
        while b"\0" not in self.kept:
            some = os.read(self.into, 65536)
            if not some:
                sys.exit("the browser is gone")
            self.kept += some
        message, self.kept = self.kept.split(b"\0", 1)
        return json.loads(message)

    def ask(self, method, session=None, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if session:
            message["sessionId"] = session
        os.write(self.out, json.dumps(message).encode() + b"\0")
        while True:
            answer = self.read()
            if answer.get("id") == self.number:
                return answer["result"]


def tell(nodes, node, depth):
    if not node.get("ignored"):
        print("  " * depth + node["role"]["value"], node.get("name", {}).get("value", ""))
        depth += 1
    for child in node.get("childIds", []):
        if child in nodes:
            tell(nodes, nodes[child], depth)


def main():
    program, profile, url = sys.argv[1:]
    browser = Browser(program, profile)
    target = browser.ask("Target.createTarget", url=url)["targetId"]
    session = browser.ask("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
    browser.ask("Accessibility.enable", session)
    for _ in range(100):
        state = browser.ask("Runtime.evaluate", session, expression="document.readyState + location.href")
        if state["result"].get("value") == "complete" + url:
            break
        time.sleep(0.1)
    listed = browser.ask("Accessibility.getFullAXTree", session)["nodes"]
    tell({node["nodeId"]: node for node in listed}, listed[0], 0)
    browser.ask("Browser.close")
    browser.process.wait(20)


main()
