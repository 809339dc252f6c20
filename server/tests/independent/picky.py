"""A mail server that keeps what it takes, and knows no reader whom the file `gone` in its folder names."""

import pathlib

from aiosmtpd.handlers import Mailbox


class Picky(Mailbox):
    async def handle_RCPT(self, server, session, envelope, address, options):
        gone = pathlib.Path(self.mail_dir) / "gone"
        if gone.exists() and gone.read_text().strip() == address:
            return "550 5.1.1 no such user here"
        envelope.rcpt_tos.append(address)
        return "250 OK"
