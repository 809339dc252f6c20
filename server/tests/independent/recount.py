#!/usr/bin/env python3
"""Recounts an accolade-record/1 file: python3 recount.py FILE [--witness NOTEFILE] [--receipt R] [--json]

Written from FORMAT.md alone, with nothing but the standard library, so that it shares no line and no mistake with the
program whose records it checks. Exits with 0 for a sound record, 1 with the line of the flaw, 2 for a wrong call.
"""

import base64
import binascii
import hashlib
import json
import re
import sys
import unicodedata

LONGEST = 4194304
MOST = 2**64
HEX = re.compile(r"[0-9a-f]{64}\Z")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
NUMBER = re.compile(r"(0|[1-9][0-9]*)\Z")
PARTS = {"am", "pm", "eve", "any"}
CHANNELS = {"kiosk", "phone", "paper", "test", "any"}
KINDS = ("class", "write_off", "void_batch")


class Flaw(Exception):
    pass


def need(good, why):
    if not good:
        raise Flaw(why)


def sha(data):
    return hashlib.sha256(data).digest()


# --- Ed25519 (RFC 8032), to verify only -------------------------------------------------------------------------------

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT = pow(2, (P - 1) // 4, P)


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(s, p):
    q = (0, 1, 1, 0)
    while s:
        if s & 1:
            q = add(q, p)
        p, s = add(p, p), s >> 1
    return q


def same_point(p, q):
    return (p[0] * q[2] - q[0] * p[2]) % P == 0 and (p[1] * q[2] - q[1] * p[2]) % P == 0


def point(data):
    y = int.from_bytes(data, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    if y >= P:
        return None
    xx = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P:
        x = x * ROOT % P
    if (x * x - xx) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))


def signed(public, text, signature):
    a, r, s = point(public), point(signature[:32]), int.from_bytes(signature[32:], "little")
    if a is None or r is None or s >= L:
        return False
    if any(same_point(times(8, it), (0, 1, 1, 0)) for it in (a, r)):
        return False
    h = int.from_bytes(hashlib.sha512(signature[:32] + public + text).digest(), "little") % L
    return same_point(times(s, BASE), add(r, times(h, a)))


# --- the parts of a record ----------------------------------------------------------------------------------------------


class Tree:
    def __init__(self):
        self.size, self.peaks = 0, []

    def add(self, leaf):
        bits = self.size
        while bits & 1:
            leaf = sha(b"\x01" + self.peaks.pop() + leaf)
            bits >>= 1
        self.peaks.append(leaf)
        self.size += 1

    def root(self):
        if not self.peaks:
            return sha(b"")
        root = self.peaks[-1]
        for other in reversed(self.peaks[:-1]):
            root = sha(b"\x01" + other + root)
        return root

    def words(self):
        return "%d %s" % (self.size, self.root().hex())


def once(pairs):
    keys = [key for key, _ in pairs]
    need(len(keys) == len(set(keys)), "a key stands twice")
    return dict(pairs)


def plain(text):
    need(NUMBER.match(text), "%s is not a plain number" % text)
    return int(text)


def no_number(text):
    raise Flaw("%s is not a plain number" % text)


def keys(value, *wanted):
    need(isinstance(value, dict) and set(value) == set(wanted), "an object does not have just the keys " + ", ".join(wanted))


def is_number(value):
    return type(value) is int and 0 <= value < MOST


def is_code(value):
    if not isinstance(value, str) or not value:
        return False
    return not any(c.isspace() or unicodedata.category(c) == "Cc" or c in '"\\' for c in value)


def is_text(value):
    return isinstance(value, dict) and isinstance(value.get("en"), str) and isinstance(value.get("zh"), str)


def is_hex(value):
    return isinstance(value, str) and HEX.match(value) is not None


def is_class(value):
    words = value.split(":") if isinstance(value, str) else []
    return len(words) == 4 and is_code(words[0]) and DAY.match(words[1]) and words[2] in PARTS and words[3] in CHANNELS


def covers(thing, name):
    return name == thing or name.startswith(thing + ":")


def size_and_root(size, root):
    need(NUMBER.match(size) and HEX.match(root), "size and root are not written as they must be")
    return size + " " + root


class Record:
    def __init__(self):
        self.line = 0
        self.header = None
        self.receipts, self.tree, self.trees = [], Tree(), {}
        self.counts, self.classes = {}, set()
        self.notes, self.open, self.hidden = [], False, False
        self.statements, self.days, self.decisions = hashlib.sha256(), [], []
        self.stage = 0

    def read(self, raw):
        self.line += 1
        need(len(raw) <= LONGEST, "the line is too long")
        try:
            value = json.loads(raw.decode("utf-8"), object_pairs_hook=once, parse_int=plain, parse_float=no_number, parse_constant=no_number)
        except ValueError as why:
            raise Flaw("the line is not JSON in UTF-8: %s" % why)
        need(isinstance(value, dict), "the line is not an object")
        if self.header is None:
            return self.begin(value, raw)
        if "batch" in value:
            return self.batch(value, raw)
        need(len(value) == 1, "the keys of the line do not belong together")
        ((kind, inside),) = value.items()
        if kind == "checkpoint":
            return self.checkpoint(inside)
        need(not self.open, "the last batch has no checkpoint")
        need(self.stage < 2, "the result is not the last line")
        if kind == "result":
            self.stage = 2
            return self.result(inside)
        self.stage = 1
        self.statements.update(raw)
        if kind == "turnout":
            need(isinstance(inside, list), "turnout is not a list")
            for day in inside:
                numbers = ("used", "paper", "test", "spoilt", "void", "duplicates")
                keys(day, "stop", "day", *numbers)
                need(is_code(day["stop"]) and isinstance(day["day"], str) and DAY.match(day["day"]), "stop or day is none")
                need(all(is_number(day[it]) for it in numbers), "a number of the turnout is none")
                self.days.append(day)
        elif kind == "decision":
            keys(inside, "kind", "object", "counted", "reason", "by", "at")
            need(inside["kind"] in KINDS and is_code(inside["object"]) and type(inside["counted"]) is bool, "the decision is not one")
            by = inside["by"]
            need(is_text(inside["reason"]) and isinstance(inside["at"], str) and isinstance(by, list), "the decision is not whole")
            need(all(isinstance(it, str) for it in by), "the decision is not whole")
            self.decisions.append(inside)
        else:
            raise Flaw("a line of kind %r is unknown" % kind)

    def begin(self, value, raw):
        keys(value, "record", "scheme", "name", "key", "awards")
        need(value["record"] == "accolade-record/1", "this is no accolade-record/1")
        need(is_code(value["scheme"]) and is_hex(value["key"]) and is_text(value["name"]), "scheme, key or name is not whole")
        need(isinstance(value["awards"], list) and value["awards"], "there is no award")
        for award in value["awards"]:
            keys(award, "code", "name", "votes", "entries")
            need(is_code(award["code"]) and is_text(award["name"]) and award["code"] not in self.trees, "an award is not whole or is there twice")
            need(is_number(award["votes"]) and award["votes"] > 0 and isinstance(award["entries"], list), "an award has no votes or entries")
            codes = []
            for entry in award["entries"]:
                keys(entry, "code", "title", "department")
                need(is_code(entry["code"]) and is_text(entry["title"]) and is_text(entry["department"]), "an entry is not whole")
                codes.append(entry["code"])
            need(len(codes) == len(set(codes)), "an entry is there twice")
            self.trees[award["code"]] = Tree()
        self.header, self.hash = value, sha(raw)
        self.votes = {it["code"]: it["votes"] for it in value["awards"]}
        self.entries = {it["code"]: {entry["code"] for entry in it["entries"]} for it in value["awards"]}
        self.key = bytes.fromhex(value["key"])

    def batch(self, value, raw):
        need(self.stage == 0, "ballots stand behind turnout, decisions or result")
        need(is_number(value["batch"]) and value["batch"] == len(self.notes) + 1, "batch %d is due" % (len(self.notes) + 1))
        need(b"\\" not in raw, "a backslash stands in a line of a batch")
        self.open = True
        if "inclusion" in value:
            keys(value, "batch", "inclusion")
            need(isinstance(value["inclusion"], list) and all(map(is_hex, value["inclusion"])), "a receipt is not 64 hex digits")
            for it in value["inclusion"]:
                self.tree.add(sha(b"\x00" + bytes.fromhex(it)))
                self.receipts.append((it, value["batch"]))
            return
        keys(value, "batch", "award", "leaves" if "leaves" in value else "ballots")
        award = value["award"]
        need(isinstance(award, str) and award in self.trees, "the award is not on the ballot")
        if "leaves" in value:
            self.hidden = True
            need(isinstance(value["leaves"], list) and all(map(is_hex, value["leaves"])), "a leaf is not 64 hex digits")
            for it in value["leaves"]:
                self.trees[award].add(bytes.fromhex(it))
            return
        need(isinstance(value["ballots"], list), "ballots is not a list")
        for row in value["ballots"]:
            need(isinstance(row, list) and len(row) == 4, "a ballot does not have four parts")
            choice, name, quarter, nonce = row
            if not isinstance(name, str) or name not in self.classes:
                need(is_class(name), "%r is no class" % name)
                self.classes.add(name)
            need(choice == "" or isinstance(choice, str) and choice in self.entries[award], "%r is not on the ballot of %s" % (choice, award))
            need(is_number(quarter) and quarter <= 3 and (choice != "" or quarter == 0), "%r is no quarter" % quarter)
            need(is_hex(nonce), "a nonce is not 64 hex digits")
            self.trees[award].add(sha(b"\x00" + "\t".join((award, choice, name, str(value["batch"]), str(quarter), nonce)).encode()))
            self.counts[award, name, choice] = self.counts.get((award, name, choice), 0) + 1

    def text_of(self, note):
        """The text of a good note."""
        need(isinstance(note, str) and "\n\n" in note and note.endswith("\n"), "the note is not one")
        end = note.rindex("\n\n") + 1
        text, lines = note[:end], note[end + 1 :]
        need(lines != "", "the note has no signature")
        name = "accolade/" + self.header["scheme"]
        key_id = sha(name.encode() + b"\n\x01" + self.key)[:4]
        good = False
        for line in lines[:-1].split("\n"):
            words = line.split(" ", 2)
            need(len(words) == 3 and words[0] == "\u2014", "a signature line is not one")
            try:
                data = base64.b64decode(words[2].encode(), validate=True)
            except (binascii.Error, UnicodeEncodeError):
                raise Flaw("a signature is not base64")
            need(base64.b64encode(data).decode() == words[2], "a signature has two spellings")
            if words[1] == name and data[:4] == key_id:
                need(len(data) == 68 and signed(self.key, text.encode(), data[4:]), "the signature of the note is wrong")
                good = True
        need(good, "the note is not signed by the key of the record")
        return text

    def checkpoint_in(self, note):
        lines = self.text_of(note).split("\n")[:-1]
        need(len(lines) >= 6 and lines[0] == "accolade record checkpoint", "the note is no checkpoint")
        for line, start in zip(lines[1:6], ("scheme ", "seq ", "prev ", "day ", "inclusion ")):
            need(line.startswith(start), "%r is missing" % start.strip())
        scheme, seq, prev, day = (line.split(" ", 1)[1] for line in lines[1:5])
        need(scheme == self.header["scheme"], "the checkpoint is of another scheme")
        need(NUMBER.match(seq) and int(seq) < MOST and HEX.match(prev) and DAY.match(day), "seq, prev or day is not written as it must be")
        words = lines[5].split(" ")
        need(len(words) == 3, "the line of receipts has other parts")
        inclusion, content = size_and_root(*words[1:]), []
        for line in lines[6:]:
            words = line.split(" ")
            need(len(words) == 4 and words[0] == "content", "a line of the checkpoint is unknown")
            content.append((words[1], size_and_root(*words[2:])))
        codes = [code.encode() for code, _ in content]
        need(codes == sorted(set(codes)), "the awards of the checkpoint are not sorted")
        return int(seq), prev, inclusion, dict(content)

    def last(self):
        return sha(self.notes[-1].encode()).hex() if self.notes else "0" * 64

    def checkpoint(self, note):
        need(self.stage == 0, "a checkpoint stands behind turnout, decisions or result")
        seq, prev, inclusion, content = self.checkpoint_in(note)
        need(seq == len(self.notes) + 1, "checkpoint %d is due" % (len(self.notes) + 1))
        need(prev == self.last(), "the checkpoint does not follow the one before")
        need(inclusion == self.tree.words(), "the log of receipts is not the one that was sealed")
        need(len(content) == len(self.trees), "the checkpoint is over other awards")
        for code, tree in self.trees.items():
            need(content.get(code) == tree.words(), "the log of %s is not the one that was sealed" % code)
            need(tree.size == self.votes[code] * self.tree.size, "%s does not have as many leaves as the ballots have votes" % code)
        self.notes.append(note)
        self.open = False

    def counted(self, name):
        last = True
        for decision in self.decisions:
            if covers(decision["object"], name):
                last = decision["counted"]
        return last and not name.endswith(":test")

    def totals(self):
        totals = {(award, entry): 0 for award in self.trees for entry in self.entries[award] | {""}}
        for (award, name, choice), votes in self.counts.items():
            if self.counted(name):
                totals[award, choice] += votes
        return totals

    def result(self, note):
        text = self.text_of(note)
        need(not self.hidden, "there is a result over hidden choices")
        totals = self.totals()
        head = ["accolade record result", "scheme " + self.header["scheme"], "header " + self.hash.hex()]
        head += ["last %d %s" % (len(self.notes), self.last()), "statements " + self.statements.hexdigest()]
        lines = text.split("\n")[:-1]
        for line, due in zip(lines + [""] * 5, head):
            need(line == due, "the result says %r where %r is due" % (line, due))
        self.balance()
        order = lambda it: (it[0].encode(), it[1].encode())
        due = ["total %s %s %d" % (award, entry, totals[award, entry]) for award, entry in sorted(totals, key=order) if entry]
        due += ["blank %s %d" % (award, totals[award, entry]) for award, entry in sorted(totals, key=order) if not entry]
        need(lines[5:] == due, "the totals of the result are not what the ballots give: %r" % (sorted(set(lines[5:]) ^ set(due)),))

    def balance(self):
        found = {}
        for (award, name, _), leaves in self.counts.items():
            stop, day, _, channel = name.split(":")
            column = channel if channel in ("paper", "test") else "used"
            of = found.setdefault((stop, day), {})
            of[award, column] = of.get((award, column), 0) + leaves
        told = set()
        for day in self.days:
            key = day["stop"], day["day"]
            need(key not in told, "the turnout of %s on %s is told twice" % key)
            told.add(key)
            for award, votes in self.votes.items():
                for column in ("used", "paper", "test"):
                    leaves = found.get(key, {}).get((award, column), 0)
                    need(leaves == votes * day[column], "%s of %s on %s does not fit %s" % (column, *key, award))
        need(set(found) <= told, "there are ballots of a day without turnout")

    def finish(self, witness):
        need(self.header is not None, "there is nothing to recount")
        need(not self.open, "the last batch has no checkpoint")
        need(len({it for it, _ in self.receipts}) == len(self.receipts), "a receipt is in the record twice")
        if witness is not None:
            seq = self.checkpoint_in(witness)[0]
            need(1 <= seq <= len(self.notes), "the record has no checkpoint %d" % seq)
            need(self.notes[seq - 1] == witness, "checkpoint %d is not the one that was published earlier" % seq)


def batch_of(record, typed):
    plain = typed.upper().replace("-", "").replace(" ", "").replace("O", "0").replace("I", "1").replace("L", "1")
    hash = sha(plain.encode()).hex()
    return next((batch for it, batch in record.receipts if it == hash), None)


def main(args):
    options = {}
    for name in ("--witness", "--receipt"):
        if name in args:
            at = args.index(name)
            options[name] = args[at + 1]
            del args[at : at + 2]
    machine = "--json" in args
    args = [it for it in args if it != "--json"]
    if len(args) != 1:
        print(__doc__.split("\n")[0], file=sys.stderr)
        return 2
    witness = open(options["--witness"], encoding="utf-8", newline="").read() if "--witness" in options else None
    record = Record()
    try:
        with open(args[0], "rb") as file:
            for raw in file:
                record.read(raw if raw.endswith(b"\n") else raw + b"\n")
        record.finish(witness)
    except Flaw as why:
        print("line %d: %s" % (record.line, why))
        return 1
    totals = {} if record.hidden else record.totals()
    if machine:
        print(json.dumps({"%s %s" % it if it[1] else "%s blank" % it[0]: votes for it, votes in sorted(totals.items())}))
        return 0
    for award in record.header["awards"]:
        print("%s  %s" % (award["code"], award["name"]["en"]))
        for entry in award["entries"] if totals else []:
            print("  %-16s %8d  %s" % (entry["code"], totals[award["code"], entry["code"]], entry["title"]["en"]))
        if totals:
            print("  %-16s %8d" % ("blank", totals[award["code"], ""]))
    state = "complete" if record.stage == 2 else "not complete"
    print("sound and %s: %d ballots in %d batches" % (state, record.tree.size, len(record.notes)))
    if "--receipt" in options:
        batch = batch_of(record, options["--receipt"])
        print("the receipt is in batch %d" % batch if batch else "the receipt is not in this record")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
