"""Visits a kiosk through the accessibility bus; a finger only wakes it.

Run by the system's Python, which has `gi`; prints what it read as JSON. Arguments: what to do
(whole, or walks-away), and the process id of the kiosk or of its parent.
"""

import json
import subprocess
import sys
import time
from pathlib import Path

from bus_reader import PATIENCE, Reader, wait_for

FIXED = ("Back", "Next", "Results", "New round", "Get help", "I'm done")


def way_in(page):
    """The button of a page that turns to the next one, which says what is there; else ""."""
    ways = [name for name in page["buttons"] if name not in FIXED]
    return next((name for name in ways if not name.startswith(("Aa", "Try the"))), "")


def child_of(parent):
    """The kiosk below its parent."""
    children = Path(f"/proc/{parent}/task/{parent}/children")
    return int(wait_for("the kiosk", lambda: children.read_text().split())[0])


def do(*words):
    """What hands do."""
    subprocess.run(["xdotool", *words], check=True, stdout=subprocess.DEVNULL, timeout=PATIENCE)


class Visitor(Reader):
    """Somebody at a kiosk."""

    def __init__(self, process):
        super().__init__(process)
        do("search", "--sync", "--onlyvisible", "--name", "^Myth or Reality$")

    def wake(self, *words):
        """Touch the screen, or press a key, until somebody can begin."""
        until = time.monotonic() + PATIENCE
        while self.button("Start") is None:
            assert time.monotonic() < until, "it does not wake"
            do(*words)
            soon = time.monotonic() + 1
            while self.button("Start") is None and time.monotonic() < soon:
                time.sleep(0.02)  # between looks, as in bus_reader

    def press(self, name):
        """Press the button with this name; a page may take the place of another meanwhile."""

        def pressed():
            node = self.button(name)
            return node is not None and node.do_action(0)

        wait_for(f"the button {name}", pressed)

    def everything(self):
        """Every name and description on the bus, hidden or not."""
        self.app.clear_cache()
        found = []
        todo = [self.app]
        while todo:
            node = todo.pop()
            found += [node.get_name(), node.get_description()]
            children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
            todo += [child for child in children if child is not None]
        return [words for words in found if words]

    def shown(self, *names):
        """What is read on a page that has one of these buttons, and the buttons in order."""
        wait_for(f"one of {names}", lambda: any(self.button(name) for name in names))
        read = self.read()
        buttons = [name for name, role in read if role in ("push button", "button")]
        focus = wait_for("the focus", self.focused)
        return {"read": read, "buttons": buttons, "focus": focus}

    def pages(self, way_on):
        """This page and all after it, turned one after the other."""
        found = [self.shown(way_on)]
        while True:
            way = way_in(found[-1])
            if not way:
                return found
            before = found[-1]["read"]
            self.press(way)
            wait_for("another page", lambda before=before: self.read() != before)
            found.append(self.shown(way_on))

    def rested(self):
        """What is read on the resting screen, once it is there."""
        wait_for("the resting screen", self.resting)
        return self.read()

    def resting(self):
        """Whether the resting screen is there, and nothing else."""
        names = [name for name, _ in self.read()]
        return "Touch to start" in names and "I'm done" not in names


def whole(visitor):
    """A round to the end, a new round left in the middle, and another visitor."""
    told = {"attract": visitor.rested()}
    visitor.wake("mousemove", "640", "400", "click", "1")
    told["welcome"] = visitor.shown("Start")
    visitor.press("Start")
    told["turns"] = []
    for answer in ("Myth", "Reality", "Skip"):
        asked = visitor.shown("Skip")
        visitor.press(answer)
        way_on = "Results" if answer == "Skip" else "Next"
        pages = visitor.pages(way_on)
        told["turns"].append({"asked": asked, "answer": answer, "pages": pages})
        visitor.press(way_on)
    told["results"] = visitor.pages("New round")
    visitor.press("New round")
    told["again"] = visitor.shown("Skip")
    visitor.press("Reality")
    told["left"] = visitor.shown("Next")
    visitor.press("I'm done")
    told["rest"] = visitor.rested()
    told["everything"] = visitor.everything()
    visitor.press("Touch to start")
    visitor.shown("Start")
    visitor.press("I'm done")
    visitor.rested()
    visitor.wake("key", "Return")
    told["next"] = visitor.shown("Start")
    return told


def walks_away(visitor):
    """Somebody who is there by the bus alone, then not, then again, and then goes."""
    visitor.wake("mousemove", "640", "400", "click", "1")
    visitor.press("Start")
    visitor.press("Skip")
    told = {"busy": []}
    way = way_in(visitor.shown("Next"))
    for name in (way, "Back") * 5:
        visitor.press(name)
        time.sleep(0.8)  # 8 seconds of this hasty kiosk: to be slow is what is tried here
        told["busy"].append([name for name, _ in visitor.read()])
    page = visitor.shown("Next")
    told["warning"] = {"read": wait_for("the warning", lambda: warning(visitor))}
    told["warning"]["focus"] = visitor.focused()
    do("key", "Down")
    wait_for("its end", lambda: not warning(visitor))
    told["page"], told["after"] = page, visitor.shown("Next")
    wait_for("the warning", lambda: warning(visitor))
    told["rest"] = visitor.rested()
    told["everything"] = visitor.everything()
    return told


def warning(visitor):
    """What is read while the warning is shown."""
    read = visitor.read()
    return read if any(name == "Are you still there?" for name, _ in read) else None


def main():
    """Do it, and print what was read."""
    how, process = sys.argv[1], int(sys.argv[2])
    told = whole(Visitor(child_of(process))) if how == "whole" else walks_away(Visitor(process))
    print(json.dumps(told))


main()
