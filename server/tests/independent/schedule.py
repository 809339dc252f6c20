#!/usr/bin/env python3
"""Counts a showcase/1 schedule: python3 schedule.py INSTANCE SCHEDULE

Written from FORMAT.md alone, with nothing but the standard library, so that it shares no line and no mistake with the
solver whose schedules it checks. Prints one JSON object: hard, unplaced, soft, and each rule that counts for something.
"""

import json
import math
import sys
from collections import Counter, namedtuple

# begins and ends are the public's; takes and frees are those of venue and staff.
Shown = namedtuple("Shown", "act day begins ends takes frees venue")


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def key_by_id(rows):
    return {row["id"]: row for row in rows}


def overlap(a, b, c, d):
    return max(a, c) < min(b, d)


def together(x, y):
    return x.day == y.day and overlap(x.begins, x.ends, y.begins, y.ends)


def covered(spans, day, first, end):
    return any(on == day and low <= first and end <= high for on, low, high in spans)


def placed(case, plan, acts, halls):
    """What stands where; and how many lines say nothing that can be meant."""
    shown, bad = {}, 0
    for line in plan["assignments"]:
        act, day, start = acts.get(line["activity"]), line["day"], line["start"]
        fine = act and line["venue"] in halls and act["id"] not in shown
        if not fine or day not in range(len(case["days"])) or start not in range(case["slots_per_day"]):
            bad += 1
            continue
        end = start + act["duration"]
        shown[act["id"]] = Shown(act, day, start, end, start - act["setup"], end + act["teardown"], line["venue"])
    return shown, bad


def alone(case, shown, halls):
    """H1 and H3 to H8: wrong whatever else is placed."""
    offices = key_by_id(case["departments"])
    for it in shown.values():
        act, hall = it.act, halls[it.venue]
        yield "H1", not covered(hall["open"], it.day, it.takes, it.frees)
        yield "H3", act["attendance"] > hall["capacity"]
        yield "H4", len(set(act["requires"]).difference(hall["attributes"]))
        yield "H5", not covered(offices[act["department"]]["available"], it.day, it.takes, it.frees)
        yield "H6", act.get("allowed_venues") is not None and it.venue not in act["allowed_venues"]
        yield "H7", act.get("allowed_days") is not None and it.day not in act["allowed_days"]
        pin = act.get("pinned")
        yield "H8", pin is not None and [pin["day"], pin["start"], pin["venue"]] != [it.day, it.begins, it.venue]


def in_pairs(case, shown):
    """H2, H9 and H11, over all pairs of one day."""
    number = {venue["id"]: at for at, venue in enumerate(case["venues"])}
    every = list(shown.values())
    for at, x in enumerate(every):
        for y in every[at + 1:]:
            if x.day != y.day:
                continue
            yield "H2", x.venue == y.venue and overlap(x.takes, x.frees, y.takes, y.frees)
            if set(x.act["staff"]) & set(y.act["staff"]):
                go = case["travel"][number[x.venue]][number[y.venue]]
                back = case["travel"][number[y.venue]][number[x.venue]]
                yield "H9", not (x.frees + go <= y.takes or y.frees + back <= x.takes)
            if together(x, y):
                yield "H11", bool(x.act.get("exclusive")) + bool(y.act.get("exclusive"))


def in_order(case, shown):
    """H12 to H14."""
    opening = shown.get(case.get("opening"))
    if opening:
        for it in shown.values():
            yield "H12", it is not opening and (it.day, it.begins) < (opening.day, opening.ends)
    for rule in case["precedences"]:
        if rule["before"] in shown and rule["after"] in shown:
            one, two = shown[rule["before"]], shown[rule["after"]]
            yield "H13", two.day < one.day or (two.day == one.day and two.begins - one.ends < rule["gap"])
    first = case.get("frozen_before_day") or 0
    was = {line["activity"]: (line["day"], line["start"], line["venue"]) for line in case.get("published") or []}
    now = {name: (it.day, it.begins, it.venue) for name, it in shown.items()}
    for name in was.keys() | now.keys():
        old, new = was.get(name), now.get(name)
        yield "H14", old != new and any(place and place[0] < first for place in (old, new))


def groups(case, shown):
    """H10 and S1; a pair in several hard groups is wrong once."""
    never = set()
    for group in case["groups"]:
        names = [name for name in group["activities"] if name in shown]
        for at, one in enumerate(names):
            for two in names[at + 1:]:
                if together(shown[one], shown[two]):
                    if group["hard"]:
                        never.add(frozenset((one, two)))
                    else:
                        yield "S1", group["weight"]
    yield "H10", len(never)


def wishes(case, shown, halls):
    """S2 to S4 and S10: one activity at a time."""
    cost = case["weights"]
    was = {line["activity"]: line for line in case.get("published") or []}
    for name, it in shown.items():
        act, hall = it.act, halls[it.venue]
        good = sum(covered(act["preferred_windows"], it.day, slot, slot + 1) for slot in range(it.begins, it.ends))
        yield "S2", cost["window_slot"] * (act["duration"] - good)
        yield "S3", cost["venue_pref"] * (bool(act["preferred_venues"]) and it.venue not in act["preferred_venues"])
        yield "S4", cost["oversize"] * (4 * act["attendance"] < hall["capacity"])
        if name in was:
            old = was[name]
            yield "S10", cost["move_day"] if old["day"] != it.day else cost["move_time"] * (old["start"] != it.begins)
            if old["venue"] != it.venue:
                yield "S10", cost["move_space" if halls[old["venue"]]["site"] == hall["site"] else "move_venue"]


def spread(case, shown, halls):
    """S5 to S9: over many activities."""
    cost, every = case["weights"], list(shown.values())
    days = {(it.act["department"], it.day) for it in every}
    for office in case["departments"]:
        used = sum(name == office["id"] for name, _ in days)
        yield "S5", cost["dept_day"] * max(used - office["target_days"], 0)
    sites = {(it.act["department"], it.day, halls[it.venue]["site"]) for it in every}
    yield "S6", cost["dept_site"] * (len(sites) - len(days))
    seen = Counter(theme for theme, _ in {(it.act["theme"], halls[it.venue]["district"]) for it in every})
    for theme, size in Counter(act["theme"] for act in case["activities"]).items():
        yield "S7", cost["theme_district"] * max(min(size, case["spread"]["theme_min_districts"]) - seen[theme], 0)
    mean, part = len(case["activities"]) / len(case["days"]), case["spread"]["day_tolerance"]
    low, high = max(math.floor(mean * (1 - part)), 0), math.ceil(mean * (1 + part))
    full = Counter(it.day for it in every)
    for day in range(len(case["days"])):
        yield "S8", cost["day_balance"] * max(low - full[day], full[day] - high, 0)
    work = Counter()
    for it in every:
        for person in it.act["staff"]:
            work[person, it.day] += it.frees - it.takes
    for slots in work.values():
        yield "S9", cost["staff_overload"] * max(slots - case["staff_day_slots"], 0)


def count(case, plan):
    acts, halls = key_by_id(case["activities"]), key_by_id(case["venues"])
    shown, bad = placed(case, plan, acts, halls)
    rules = Counter({"H0": bad})
    for part in (
        alone(case, shown, halls), in_pairs(case, shown), in_order(case, shown), groups(case, shown),
        wishes(case, shown, halls), spread(case, shown, halls),
    ):
        for rule, much in part:
            rules[rule] += int(much)
    return {
        "hard": sum(much for rule, much in rules.items() if rule[0] == "H"),
        "unplaced": sum(act["priority"] for name, act in acts.items() if name not in shown),
        "soft": sum(much for rule, much in rules.items() if rule[0] == "S"),
        "rules": {rule: rules[rule] for rule in sorted(rules) if rules[rule]},
    }


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    print(json.dumps(count(read(sys.argv[1]), read(sys.argv[2]))))
