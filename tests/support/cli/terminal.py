"""Runs a command on a terminal of its own, types, and prints what came to that terminal.

Arguments: pairs of what is waited for and what is then typed, if any; `--`; the command. "<close>" is not typed: it
closes the terminal, as when its window is closed or a connection breaks.
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
        typed = steps.pop(0)[1]
        if typed == b"<close>":
            os.close(terminal)
            break
        os.write(terminal, typed)
sys.stdout.buffer.write(said)
code = os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
# Where a signal ended it, as a shell says so.
sys.exit(code if code >= 0 else 128 - code)
