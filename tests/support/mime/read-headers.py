"""Prints, as JSON, how GMime and Python read the subject and the name of each .eml file: [[subject, name], ...] of each."""

import email
import email.header
import email.policy
import email.utils
import json
import sys

import gi

gi.require_version("GMime", "3.0")
from gi.repository import GMime  # noqa: E402

GMime.init()


def by_gmime(path):
    parser = GMime.Parser.new_with_stream(GMime.StreamFile.open(path, "r"))
    message = parser.construct_message(None)
    mailbox = message.get_addresses(GMime.AddressType.TO).get_address(0)
    return [message.get_subject(), mailbox.get_name()]


def by_python(path):
    with open(path, "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.compat32)
    ((name, _),) = email.utils.getaddresses([message["To"]])
    return [str(email.header.make_header(email.header.decode_header(text))) for text in (message["Subject"], name)]


json.dump([[by_gmime(path), by_python(path)] for path in sys.argv[1:]], sys.stdout)
