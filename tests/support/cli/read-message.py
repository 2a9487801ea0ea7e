"""Reads .eml files with Python's own e-mail package, and prints what it found as JSON."""

import email
import email.header
import email.policy
import email.utils
import json
import sys


def mailbox(value):
    # Not the modern parser, which in some versions of Python puts a space between two encoded words of a name.
    ((name, address),) = email.utils.getaddresses([value])
    return {"name": str(email.header.make_header(email.header.decode_header(name))), "address": address}


def read(path):
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    with open(path, "rb") as file:
        written = email.message_from_binary_file(file, policy=email.policy.compat32)
    text = message.get_body(("plain",))
    html = message.get_body(("html",))
    defects = [part.defects for part in message.walk()] + [value.defects for value in message.values()]
    return {
        "to": mailbox(written["To"]),
        "from": mailbox(written["From"]),
        "subject": str(message["Subject"]),
        "messageId": str(message["Message-ID"]),
        "listId": str(message["List-Id"]),
        "listUnsubscribe": str(message["List-Unsubscribe"]),
        "text": text.get_content(),
        "html": html.get_content(),
        "defects": [str(one) for several in defects for one in several],
    }


json.dump([read(path) for path in sys.argv[1:]], sys.stdout)
