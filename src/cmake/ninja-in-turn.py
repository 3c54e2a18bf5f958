#!/usr/bin/env python3
"""Ninja, one build of a clone at a time: builds share web/node_modules, dist/ and, of one preset, the build folder.

The presets name this program as CMAKE_MAKE_PROGRAM. It waits for its turn, then becomes Ninja. A build step that serves
until Ctrl-C is started by `ninja-in-turn.py --end-turn COMMAND...`, so that other builds need not wait for its end.
"""
import fcntl
import os
import shutil
import sys

# Holds the lock's file descriptor, which Ninja and all that it starts inherit. The lock ends with the last of them.
TURN = "KOODRIVE_BUILD_TURN"
BUILD_FOLDER = os.path.join(os.path.dirname(os.path.realpath(__file__)), "../../build")
# What CMake does to Ninja's log after it has configured. It shows no output of this, so nobody would know of a wait.
TIDYING = ["restat", "recompact", "cleandead"]


def take_turn(waits):
    os.makedirs(BUILD_FOLDER, exist_ok=True)
    lock = os.open(os.path.join(BUILD_FOLDER, "turn.lock"), os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if not waits:
            return False
        print("Waiting for another build of this folder to end", file=sys.stderr, flush=True)
        fcntl.flock(lock, fcntl.LOCK_EX)
    os.set_inheritable(lock, True)
    os.environ[TURN] = str(lock)
    return True


def end_turn():
    fcntl.flock(int(os.environ.pop(TURN)), fcntl.LOCK_UN)


def main(arguments):
    if arguments[:1] == ["--end-turn"]:
        end_turn()
        os.execvp(arguments[1], arguments[1:])
    ninja = shutil.which("ninja") or shutil.which("ninja-build")
    if not ninja:
        sys.exit("Ninja is not on PATH. Run ./emsdk-setup.sh in the project's folder, then try again.")
    tidies = "-t" in arguments and any(name in arguments for name in TIDYING)
    # A build that another one starts is part of its turn.
    if TURN not in os.environ and arguments != ["--version"] and not take_turn(waits=not tidies):
        return
    os.execv(ninja, [ninja, *arguments])


main(sys.argv[1:])
