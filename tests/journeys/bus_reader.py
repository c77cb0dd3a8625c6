"""Plays a round through the accessibility bus, as assistive technology does: by names alone.

Run by the system's Python, which has `gi`; prints what it read as JSON. Arguments: the process id
of the quiz, and how many questions there are.
"""

import json
import sys
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

PATIENCE = 20  # seconds


def wait_for(what, look):
    """Look until something is found; fail with what was waited for."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            found = look()
        except GLib.Error:  # a node that went away while we read it
            found = None
        if found:
            return found
        time.sleep(0.02)  # between looks: the tree tells a stranger nothing by itself
    raise SystemExit(f"waited in vain for {what}")


def nodes(node):
    """All nodes that are not hidden, in the order of the tree."""
    yield node
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is None:
            continue
        # Visible, though it may be scrolled out of sight: still there to read.
        if child.get_state_set().contains(Atspi.StateType.VISIBLE):
            yield from nodes(child)


class Reader:
    """The window of one process, as the bus shows it."""

    def __init__(self, process):
        self.app = wait_for("the quiz on the bus", lambda: self._find(process))
        self.window = wait_for("its window", lambda: self.app.get_child_at_index(0))

    @staticmethod
    def _find(process):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(index)
            if app is not None and app.get_process_id() == process:
                return app
        return None

    def read(self):
        """Every text and button: its name and its role, in order."""
        self.app.clear_cache()
        return [(n.get_name(), n.get_role_name()) for n in nodes(self.window) if n.get_name()]

    def button(self, name):
        """The button with this name."""
        self.app.clear_cache()
        for node in nodes(self.window):
            if node.get_role() == Atspi.Role.PUSH_BUTTON and node.get_name() == name:
                return node
        return None

    def press(self, name):
        """Press the button with this name, once it is there."""
        node = wait_for(f"the button {name}", lambda: self.button(name))
        if not node.do_action(0):
            raise SystemExit(f"{name} could not be pressed")

    def until(self, name):
        """What is read once a button with this name is there."""
        wait_for(f"the button {name}", lambda: self.button(name))
        return self.read()

    def focused(self):
        """The name of what has the focus."""
        self.app.clear_cache()
        for node in nodes(self.window):
            if node.get_state_set().contains(Atspi.StateType.FOCUSED):
                return node.get_name()
        return ""


def main():
    """Play, and print what was read on each screen."""
    reader = Reader(int(sys.argv[1]))
    count = int(sys.argv[2])
    screens = {"start": reader.until("Start")}
    reader.press("Start")
    screens["rounds"] = []
    for number in range(count):
        asked = reader.until("Skip")
        reader.press(("Myth", "Reality", "Skip")[number % 3])
        way_on = "Results" if number == count - 1 else "Next"
        shown = reader.until(way_on)
        focus = wait_for("the focus", reader.focused)
        screens["rounds"].append({"asked": asked, "shown": shown, "focus": focus})
        reader.press(way_on)
    screens["results"] = reader.until("New round")
    print(json.dumps(screens))
    sys.stdout.flush()
    reader.press("Leave quickly")


if __name__ == "__main__":
    main()
