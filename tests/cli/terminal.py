"""Runs a command on a terminal of its own, types, and prints what came to that terminal.

Arguments: pairs of what is waited for and what is then typed, if any; `--`; the command.
"""

import os
import pty
import sys

split = sys.argv.index("--")
words = sys.argv[1:split]
steps = [(words[i].encode(), words[i + 1].encode().decode("unicode_escape").encode()) for i in range(0, len(words), 2)]

process, terminal = pty.fork()
if process == 0:
    os.execvp(sys.argv[split + 1], sys.argv[split + 1 :])
said = b""
seen = 0
while True:
    try:
        chunk = os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed.
        break
    if not chunk:
        break
    said += chunk
    if steps and steps[0][0] in said[seen:]:
        seen = len(said)
        os.write(terminal, steps.pop(0)[1])
sys.stdout.buffer.write(said)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
