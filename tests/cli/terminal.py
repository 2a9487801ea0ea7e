"""Runs a command on a terminal of its own and prints what came to that terminal."""

import os
import pty
import sys

process, terminal = pty.fork()
if process == 0:
    os.execvp(sys.argv[1], sys.argv[1:])
said = b""
while True:
    try:
        chunk = os.read(terminal, 65536)
    except OSError:  # Linux says so when the other end is closed.
        break
    if not chunk:
        break
    said += chunk
sys.stdout.buffer.write(said)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]))
