/*
 * The recount page: a record is fetched or opened, checked and counted on this machine by the module `recount`, and shown.
 * It sends nothing. It belongs in a <script type="module"> and works on every element with data-recount, whose attributes are
 *   data-js, data-wasm   addresses of the module
 *   data-record          address of this scheme's record; empty if there is none to fetch
 *   data-words           JSON of sentences in the page's language, by these keys (… what stands in for %)
 *     start file drop loading
 *     progress %n percent · read %n megabytes
 *     sound incomplete hidden witnessed · flawed %s sentence · failed %s sentence
 *     flaw-at %line · flaw-at-batch %line %batch · flaw-… one for each kind of flaw, with its own values or %it
 *     ballots %n ballots %b batches · key %s · last %s hash %d day
 *     entry votes share change bar blank
 *     classes classes-help whole %s stop · class %d day %p part %c channel · count %n ballots · tests %n ballots
 *     part-am part-pm part-eve part-any channel-kiosk channel-phone channel-paper channel-any
 *     counted off decided · switched %n ballots counted %m ballots · reset
 *     decisions · decision %o object %s reason
 *     witness witness-help
 *     receipt receipt-check receipt-local receipt-first receipt-bad receipt-out · receipt-in %n batch
 */
const pieces = 1 << 20;
const chinese = document.documentElement.lang.startsWith("zh");
const number = (n) => n.toLocaleString(document.documentElement.lang || undefined);

function make(name, props = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (key in element) element[key] = value;
    else element.setAttribute(key, value);
  }
  element.append(...children);
  return element;
}

const both = (text) => make("span", { lang: chinese ? "zh-Hant-HK" : "en-HK", textContent: chinese ? text.zh : text.en });

function begin(root) {
  const words = JSON.parse(root.dataset.words);
  const say = (key, values = {}) => (words[key] ?? key).replace(/%([a-z]+)/g, (whole, name) => values[name] ?? whole);
  let counter = null;
  let report = null;
  let busy = false;

  const button = make("button", { type: "button", className: "button", "data-kind": "main", textContent: say("start"), hidden: !root.dataset.record });
  const file = make("input", { type: "file", accept: ".jsonl,.json,.txt" });
  const bar = make("progress", { max: 100, value: 0, hidden: true, "aria-hidden": "true" });
  const status = make("p", { role: "status", className: "recount__status" });
  const verdict = make("p", { className: "recount__verdict", tabIndex: -1, hidden: true });
  const field = make("input", { type: "text", autocomplete: "off", spellcheck: false, autocapitalize: "characters", maxLength: 40 });
  const answer = make("p", { role: "status", className: "recount__answer" });
  const check = make("button", { type: "submit", className: "button", textContent: say("receipt-check") });
  const receipt = make(
    "form",
    { className: "recount__receipt" },
    make("label", {}, make("span", { textContent: say("receipt") }), field),
    check,
    make("p", { className: "hint", textContent: say("receipt-local") }),
    answer,
  );
  const earlier = make("textarea", { rows: 8, spellcheck: false, autocomplete: "off" });
  const witness = make(
    "details",
    { className: "why recount__witness" },
    make("summary", { textContent: say("witness") }),
    make("label", {}, make("span", { textContent: say("witness-help") }), earlier),
  );
  const results = make("div", { className: "recount__results" });
  const drop = make(
    "div",
    { className: "recount__drop" },
    make("label", {}, make("span", { textContent: say("file") }), file),
    make("p", { className: "hint", textContent: say("drop") }),
  );
  root.replaceChildren(button, drop, witness, bar, status, verdict, receipt, results);

  function rest(state) {
    busy = state;
    for (const control of [button, file, earlier, check]) control.disabled = state;
    root.setAttribute("aria-busy", String(state));
    bar.hidden = !state;
  }

  function checked(act) {
    try {
      return act();
    } catch (error) {
      throw Object.assign(error, { flaw: !(error instanceof WebAssembly.RuntimeError) });
    }
  }

  /* A flaw is an object: line, batch, and what: a kind, or a kind with its value or values. */
  function found(text) {
    const { line, batch, what } = JSON.parse(text);
    const [kind, it] = typeof what === "string" ? [what, {}] : Object.entries(what)[0];
    const shown = (value) => (typeof value === "number" ? number(value) : value);
    const values = typeof it === "object" ? Object.fromEntries(Object.entries(it).map(([key, value]) => [key, shown(value)])) : { it: shown(it) };
    return say(batch === null ? "flaw-at" : "flaw-at-batch", { line, batch }) + say(`flaw-${kind}`, values);
  }

  async function feed(reader, size) {
    let read = 0;
    let rested = performance.now();
    let told = -1;
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      for (let at = 0; at < value.length; at += pieces) {
        checked(() => counter.push(value.subarray(at, at + pieces)));
      }
      read += value.length;
      if (performance.now() - rested < 50) continue;
      const percent = size ? Math.min(100, Math.floor((100 * read) / size)) : null;
      if (percent === null) bar.removeAttribute("value");
      else bar.value = percent;
      const step = percent === null ? Math.floor(read / 2e7) : Math.floor(percent / 5);
      if (step !== told) {
        status.textContent = percent === null ? say("read", { n: number(Math.floor(read / 1e6)) }) : say("progress", { n: percent });
        told = step;
      }
      await new Promise((on) => setTimeout(on));
      rested = performance.now();
    }
  }

  async function recount(source) {
    if (busy) return;
    rest(true);
    report = null;
    results.replaceChildren();
    answer.textContent = "";
    verdict.hidden = true;
    bar.value = 0;
    status.textContent = say("loading");
    let trouble = null;
    let reading = null;
    try {
      const module = await import(new URL(root.dataset.js, document.baseURI).href);
      await module.default({ module_or_path: new URL(root.dataset.wasm, document.baseURI) });
      counter?.free();
      counter = new module.Recounter();
      const kept = earlier.value.trim();
      if (kept) counter.witness(`${kept}\n`);
      const { stream, size } = await source();
      reading = stream.getReader();
      await feed(reading, size);
      report = JSON.parse(checked(() => counter.finish()));
    } catch (error) {
      trouble = error;
      reading?.cancel().catch(() => {});
    }
    rest(false);
    status.textContent = "";
    verdict.hidden = false;
    if (report) {
      verdict.dataset.state = report.complete ? "sound" : "incomplete";
      verdict.textContent = say(report.complete ? "sound" : report.opened ? "incomplete" : "hidden");
      if (earlier.value.trim()) verdict.append(" ", say("witnessed"));
      show();
    } else {
      verdict.dataset.state = trouble.flaw ? "flawed" : "failed";
      verdict.textContent = say(verdict.dataset.state, { s: trouble.flaw ? found(trouble.message) : trouble.message });
    }
    verdict.focus();
    if (report && field.value) look();
  }

  function show() {
    const facts = make(
      "ul",
      { className: "recount__facts" },
      make("li", { textContent: say("ballots", { n: number(report.ballots), b: number(report.batches) }) }),
      make("li", { textContent: say("last", { s: report.last, d: report.day }) }),
      make("li", { textContent: say("key", { s: report.key }) }),
    );
    results.append(facts);
    if (!report.opened) return;
    const tables = make("div", { className: "recount__tables" });
    results.append(tables, classes(tables));
    draw(tables, report.awards);
    if (report.decisions.length) {
      const lines = report.decisions.map((it) => {
        const reason = chinese ? it.reason.zh : it.reason.en;
        const state = say(it.counted ? "counted" : "decided");
        return make("li", { textContent: `${say("decision", { o: it.object, s: reason })} (${state})` });
      });
      results.append(make("h2", { textContent: say("decisions") }), make("ul", {}, ...lines));
    }
  }

  function draw(tables, awards) {
    tables.replaceChildren(
      ...awards.map((award, at) => {
        const all = award.rows.reduce((sum, row) => sum + row.votes, 0);
        const most = award.rows.reduce((top, row) => Math.max(top, row.votes), 1);
        const before = new Map(report.awards[at].rows.map((row) => [row.entry, row.votes]));
        const change = (now, then) => (now === then ? "" : `${now > then ? "+" : "−"}${number(Math.abs(now - then))}`);
        const head = ["entry", "votes", "share", "change"].map((key) => make("th", { scope: "col", textContent: say(key) }));
        const rows = [...award.rows]
          .sort((a, b) => b.votes - a.votes)
          .map((row) =>
            make(
              "tr",
              {},
              make("th", { scope: "row" }, both(row.title), " ", make("small", { textContent: row.entry })),
              make("td", { textContent: number(row.votes), className: "number" }),
              make("td", { textContent: `${(all ? (100 * row.votes) / all : 0).toFixed(1)} %`, className: "number" }),
              make("td", { textContent: change(row.votes, before.get(row.entry)), className: "number" }),
              make("td", { "aria-hidden": "true" }, make("meter", { min: 0, max: most, value: row.votes, title: say("bar") })),
            ),
          );
        const blank = make(
          "tr",
          {},
          make("th", { scope: "row", textContent: say("blank") }),
          make("td", { textContent: number(award.blank), className: "number" }),
          make("td"),
          make("td", { textContent: change(award.blank, report.awards[at].blank), className: "number" }),
          make("td"),
        );
        return make(
          "table",
          { className: "recount__table" },
          make("caption", {}, both(award.name)),
          make("thead", {}, make("tr", {}, ...head, make("td"))),
          make("tbody", {}, ...rows, blank),
        );
      }),
    );
  }

  function classes(tables) {
    const told = make("p", { role: "status" });
    const boxes = [];
    const wholes = [];
    const apply = () => {
      const off = boxes.filter(([box]) => !box.checked).map(([, it]) => it.class);
      draw(tables, JSON.parse(counter.tally(JSON.stringify(off))));
      for (const [box, mine] of wholes) {
        const on = mine.filter((it) => it.checked).length;
        box.checked = on === mine.length;
        box.indeterminate = on > 0 && on < mine.length;
      }
      for (const [box, it, state] of boxes) state.textContent = say(box.checked ? "counted" : it.counted ? "off" : "decided");
      const sum = (of) => of.reduce((total, [, it]) => total + it.ballots, 0);
      told.textContent = say("switched", { n: number(sum(boxes.filter(([box]) => box.checked))), m: number(sum(boxes)) });
    };
    const stops = Map.groupBy
      ? Map.groupBy(report.classes, (it) => it.stop)
      : report.classes.reduce((map, it) => map.set(it.stop, [...(map.get(it.stop) ?? []), it]), new Map());
    const groups = [...stops].map(([stop, list]) => {
      const mine = list.filter((it) => it.channel !== "test");
      const items = mine.map((it) => {
        const box = make("input", { type: "checkbox", checked: it.counted });
        const state = make("small");
        boxes.push([box, it, state]);
        box.addEventListener("change", apply);
        const name = say("class", { d: it.day, p: say(`part-${it.part}`), c: say(`channel-${it.channel}`) });
        const count = say("count", { n: number(it.ballots) });
        return make("li", {}, make("label", {}, box, ` ${name} · ${count} `, state));
      });
      const whole = make("input", { type: "checkbox" });
      const own = boxes.slice(boxes.length - mine.length).map(([box]) => box);
      wholes.push([whole, own]);
      whole.addEventListener("change", () => {
        for (const box of own) box.checked = whole.checked;
        apply();
      });
      const ballots = mine.reduce((sum, it) => sum + it.ballots, 0);
      const tests = list.filter((it) => it.channel === "test").reduce((sum, it) => sum + it.ballots, 0);
      return make(
        "details",
        { className: "recount__stop" },
        make("summary", { textContent: `${stop} · ${say("count", { n: number(ballots) })}` }),
        make("label", {}, whole, ` ${say("whole", { s: stop })}`),
        make("ul", {}, ...items),
        ...(tests ? [make("p", { className: "hint", textContent: say("tests", { n: number(tests) }) })] : []),
      );
    });
    const reset = make("button", { type: "button", className: "button", textContent: say("reset") });
    reset.addEventListener("click", () => {
      for (const [box, it] of boxes) box.checked = it.counted;
      apply();
    });
    apply();
    told.textContent = "";
    return make(
      "fieldset",
      { className: "recount__classes" },
      make("legend", { textContent: say("classes") }),
      make("p", { className: "hint", textContent: say("classes-help") }),
      ...groups,
      reset,
      told,
    );
  }

  function look() {
    const batch = Number(counter.finds(field.value));
    answer.dataset.state = batch > 0 ? "in" : batch === -1 ? "out" : "bad";
    answer.textContent = batch > 0 ? say("receipt-in", { n: number(batch) }) : say(batch === -1 ? "receipt-out" : "receipt-bad");
  }

  async function fetched() {
    const response = await fetch(root.dataset.record);
    if (!response.ok || !response.body) throw new Error(`${response.status} ${response.statusText}`);
    const coded = response.headers.get("content-encoding");
    return { stream: response.body, size: coded ? 0 : Number(response.headers.get("content-length")) };
  }

  const opened = (chosen) => recount(async () => ({ stream: chosen.stream(), size: chosen.size }));
  button.addEventListener("click", () => recount(fetched));
  file.addEventListener("change", () => file.files[0] && opened(file.files[0]));
  root.addEventListener("dragover", (event) => {
    event.preventDefault();
    drop.dataset.state = "over";
  });
  root.addEventListener("dragleave", () => delete drop.dataset.state);
  root.addEventListener("drop", (event) => {
    event.preventDefault();
    delete drop.dataset.state;
    if (event.dataTransfer.files[0]) opened(event.dataTransfer.files[0]);
  });
  receipt.addEventListener("submit", (event) => {
    event.preventDefault();
    if (report) look();
    else if (root.dataset.record) recount(fetched);
    else answer.textContent = say("receipt-first");
  });
  const named = () => {
    const typed = new URLSearchParams(location.hash.slice(1)).get("receipt");
    if (!typed) return;
    field.value = typed;
    if (report) look();
  };
  addEventListener("hashchange", named);
  named();
}

document.querySelectorAll("[data-recount]").forEach(begin);
