"""Work shared out among processes: in order, and none of them outlives the one that asked for it."""

import os
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from agenda_scraper.views.hands import shared

pytestmark = pytest.mark.slow

SCRIPT = """
import time
from functools import partial
from test_hands import Sleeper
from agenda_scraper.views.hands import shared
if __name__ == "__main__":
    for pid in shared(iter([[0], [0], [60], [60]]), Sleeper):
        print(pid, flush=True)
"""


FORKED = """
import os, threading
from agenda_scraper.views.hands import shared
inherited = os.getpid()
start = lambda: lambda portion: (os.getpid(), inherited)
told = list(shared(iter([[1], [2], [3], [4]]), start, carried=False))
assert len(told) == 4 and all(pid != inherited == kept for pid, kept in told), told
many = list(range(300 * os.cpu_count()))
halves = list(shared(iter([many]), lambda: list, carried=False))
assert len(halves) == os.cpu_count() and sum(halves, []) == many, halves
end = threading.Event()
threading.Thread(target=end.wait).start()
assert {pid for pid, _ in shared(iter([[1], [2], [3], [4]]), start, carried=False)} == {inherited}
end.set()
"""


class Adder:
    def __init__(self, more):
        self.more = more

    def __call__(self, portion):
        return [each + self.more for each in portion]


class Sleeper:
    def __call__(self, portion):
        time.sleep(portion[0])
        return os.getpid()


@pytest.mark.parametrize("count", [0, 1, 2, 7])
def test_what_comes_of_portions_comes_in_their_order(count):
    portions = [[number, number + 1] for number in range(count)]
    done = list(shared(iter(portions), partial(Adder, 10)))
    assert done == [[number + 10, number + 11] for number in range(count)]


@pytest.mark.skipif(sys.platform != "linux", reason="no process is forked elsewhere")
def test_what_cannot_be_carried_is_inherited_unless_a_thread_may_hold_a_lock():
    # in a process of its own: pytest may have threads
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    done = subprocess.run([sys.executable, "-c", FORKED], env=env, capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks for processes in /proc")
def test_hands_leave_with_the_one_they_work_for(tmp_path):
    (tmp_path / "asks.py").write_text(SCRIPT)
    env = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, [*sys.path, str(Path(__file__).parent)]))}
    with subprocess.Popen([sys.executable, str(tmp_path / "asks.py")], stdout=subprocess.PIPE, env=env) as asking:
        hand = Path("/proc") / asking.stdout.readline().decode().strip()
        assert hand.is_dir()
        asking.kill()
    end = time.monotonic() + 20
    while hand.is_dir() and time.monotonic() < end:
        time.sleep(0.05)
    assert not hand.is_dir()
