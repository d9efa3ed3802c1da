// Keys for reading: j and k move between entries, e opens its evidence, / goes to the search line.
// Everything works without this script.
(() => {
  const typing = (element) => element && /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  const entries = () => [...document.querySelectorAll(".entry, .hit")];
  let at = -1;
  const go = (step) => {
    const all = entries();
    if (!all.length) return;
    at = Math.max(0, Math.min(all.length - 1, at + step));
    all.forEach((entry, index) => entry.classList.toggle("here", index === at));
    all[at].scrollIntoView({ block: "center" });
    all[at].querySelector("a")?.focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(document.activeElement)) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "e") entries()[at]?.querySelector(".evid > summary")?.click();
    else if (event.key === "/") { document.getElementById("q")?.focus(); event.preventDefault(); }
  });
  // On a phone the facets start folded.
  const facets = document.querySelector("details.facets");
  if (facets && window.matchMedia("(max-width: 900px)").matches) facets.open = false;
})();
// In an article: j and k move between the findings, a press on one opens its note; y, c, x and u
// answer for the one in focus, in the text or in the margin; n leads to the next page to review.
(() => {
  const art = document.querySelector(".art");
  if (!art) return;
  const noteOf = (number) => document.getElementById(`n${number}`);
  const numbersOf = (found) => (found?.dataset.notes ?? "").split(" ").filter(Boolean);
  const notes = () => [...art.querySelectorAll(".mg li")];
  const open = (note) => {
    for (const other of art.querySelectorAll(".mg li.open")) other.classList.remove("open");
    note?.classList.add("open");
    return note;
  };
  const present = () => {
    const active = document.activeElement;
    const found = active?.closest(".fnd[data-notes]");
    return active?.closest(".mg li") ?? (found ? noteOf(numbersOf(found)[0]) : null)
      ?? art.querySelector(".mg li.open");
  };
  const correct = (note) => {
    const fix = open(note).querySelector("details.fix");
    if (!fix) return null;
    fix.open = true;
    const first = fix.querySelector("select, textarea, input:not([type=hidden])");
    first?.focus();
    return fix;
  };
  const step = (by) => {
    const all = notes();
    const at = all.indexOf(present());
    const next = all[Math.max(0, Math.min(all.length - 1, at < 0 ? 0 : at + by))];
    open(next)?.querySelector(".no").focus({ preventScroll: true });
    next?.scrollIntoView({ block: "center" });
  };
  const answer = (key) => {
    const note = present();
    if (key === "c") { if (note) correct(note); } else note?.querySelector(`[data-key="${key}"]`)?.click();
  };
  art.addEventListener("click", (event) => {
    const found = event.target.closest(".fnd[data-notes]");
    if (found && !event.target.closest("a")) open(noteOf(numbersOf(found)[0]));
  });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const active = document.activeElement;
    const note = active?.closest(".mg li");
    if (event.key === "Escape") {
      open(null);
      note?.querySelector(".no").focus();
      return;
    }
    if (active && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName)) return;
    if (event.key === "Enter" && active?.matches(".fnd[data-notes]")) {
      event.preventDefault();
      const found = open(present());
      (found.querySelector(".judge button") ?? found.querySelector(".no")).focus();
    } else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "n") document.querySelector("a[data-key=n]")?.click();
    else if (/^[ycxu]$/.test(event.key)) {
      event.preventDefault();
      answer(event.key);
    }
  });
  // Back from a decision: go on where it was made. The browser takes the focus away when it
  // comes to the place that the address names, so this waits until it has.
  addEventListener("load", () => setTimeout(() => {
    if (!new URLSearchParams(location.search).has("done")) return;
    document.querySelector(`.mg li${location.hash || "#none"} .no`)?.focus({ preventScroll: true });
  }));

  const bar = document.querySelector(".select-bar");
  const form = document.querySelector(".add-finding form");
  if (!bar || !form) return;
  const printed = (node) => !node.parentElement.closest(".tip, sup");
  // Code points of the block's own text before a place in it
  const offset = (block, node, at) => {
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let before = 0;
    while (walk.nextNode()) {
      const text = walk.currentNode;
      if (!printed(text)) continue;
      if (text === node) return before + [...text.data.slice(0, at)].length;
      if (node.nodeType !== 3 && !(node.compareDocumentPosition(text) & 4)) return before;
      before += [...text.data].length;
    }
    return before;
  };
  const words = (block) => {
    const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    let text = "";
    while (walk.nextNode()) if (printed(walk.currentNode)) text += walk.currentNode.data;
    return [...text];
  };
  const chosen = () => {
    const selection = getSelection();
    if (!selection.rangeCount || selection.isCollapsed) return null;
    const range = selection.getRangeAt(0);
    const from = range.startContainer.parentElement?.closest("[data-at]");
    const to = range.endContainer.parentElement?.closest("[data-at]");
    if (!from || from !== to) return null;
    const start = offset(from, range.startContainer, range.startOffset);
    const end = offset(from, range.endContainer, range.endOffset);
    const quote = words(from).slice(start, end).join("");
    const lead = quote.length - quote.trimStart().length;
    if (!quote.trim()) return null;
    const at = Number(from.dataset.at) + start + lead;
    return { quote: quote.trim(), start: at, end: at + [...quote.trim()].length };
  };
  // What lies under the selection may be answered; what stands beside it may be set right by it
  const over = bar.querySelector(".over");
  const under = () => {
    const range = getSelection().getRangeAt(0);
    const row = range.startContainer.parentElement.closest(".row");
    const inside = [...row.querySelectorAll(".fnd[data-notes]")].filter((f) => range.intersectsNode(f));
    const hit = new Set(inside.flatMap(numbersOf));
    const beside = [...row.querySelectorAll(".mg li:has(details.fix)")].map((note) => note.id.slice(1));
    return [...new Set([...hit, ...beside])].slice(0, 3).map((n) => [n, hit.has(n) ? "ycx" : "c"]);
  };
  const offer = () => {
    const found = under();
    if (over.dataset.for === JSON.stringify(found)) return;
    over.dataset.for = JSON.stringify(found);
    over.replaceChildren(...found.flatMap(([number, keys]) => {
      const said = document.createElement("b");
      said.textContent = number;
      const buttons = [...keys].filter((key) => noteOf(number).querySelector(`[data-key=${key}]`));
      return [said, ...buttons.map((key) => {
        const button = document.createElement("button");
        Object.assign(button, { type: "button", textContent: over.dataset[key] });
        Object.assign(button.dataset, { do: key, note: number });
        button.setAttribute("aria-label", `${number} ${over.dataset[key]}`);
        return button;
      })];
    }));
  };
  let last = null;
  document.addEventListener("selectionchange", () => {
    const found = chosen();
    if (found) { last = found; offer(); }
    bar.hidden = !found;
  });
  bar.addEventListener("pointerdown", (event) => event.preventDefault());
  const into = (fields) => {
    for (const [name, value] of Object.entries(last)) if (fields[name]) fields[name].value = value;
  };
  const doings = {
    add() {
      into(form.elements);
      form.parentElement.open = true;
      form.scrollIntoView({ block: "center" });
      form.elements.who.focus({ preventScroll: true });
    },
    y(note) { note.querySelector("[data-key=y]").click(); },
    c(note) {
      const fix = correct(note);
      into(fix.querySelector("form").elements);
      const words = fix.querySelector("[data-chosen]");
      words.value = last.quote;
      words.focus();
    },
    x(note) { open(note).querySelector("form:has([data-key=x]) input[name=why]").focus(); },
  };
  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (!button || !last) return;
    bar.hidden = true;
    doings[button.dataset.do](noteOf(button.dataset.note));
  });
  // Words changed by hand are looked for on the page instead
  form.elements.quote.addEventListener("input", () => {
    form.elements.start.value = form.elements.end.value = "";
  });
})();

// Where a page is keyed (the queue), a key presses what names it: a, r, e, j, k, u, o, ?, 1 to 9.
(() => {
  const keyed = document.querySelector("[data-keyed]");
  if (!keyed) return;
  // After an answer the next question is in focus: read out, and the keys go on
  if (new URLSearchParams(location.search).has("done")) {
    keyed.querySelector(".ask")?.focus({ preventScroll: true });
  }
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const active = document.activeElement;
    const typing = active && /^(INPUT|TEXTAREA|SELECT)$/.test(active.tagName);
    if (event.key === "Escape" && typing) active.blur();
    if (typing) return;
    const named = keyed.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
    if (!named) return;
    event.preventDefault();
    named.click();
    if (named.tagName === "SUMMARY") {
      named.parentElement.querySelector("input[type=text], select")?.focus();
    }
  });
})();

// Import: files may be dropped; a running import is asked for every second.
(() => {
  const drop = document.querySelector("[data-drop]");
  if (drop) {
    const input = drop.querySelector("input");
    const names = () => {
      const files = [...input.files].map((file) => file.name);
      drop.querySelector(".names").textContent =
        files.slice(0, 5).join(", ") + (files.length > 5 ? ` … (${files.length})` : "");
    };
    for (const kind of ["dragenter", "dragover"]) {
      drop.addEventListener(kind, (event) => { event.preventDefault(); drop.classList.add("over"); });
    }
    for (const kind of ["dragleave", "drop"]) {
      drop.addEventListener(kind, () => drop.classList.remove("over"));
    }
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      input.files = event.dataTransfer.files;
      names();
    });
    input.addEventListener("change", names);
  }
  const run = document.querySelector("[data-again]");
  if (!run) return;
  const again = async () => {
    try {
      const answer = await fetch(run.dataset.again);
      if (answer.ok) run.innerHTML = await answer.text();
    } catch { /* the site is being started anew: ask again */ }
    if (run.querySelector("[data-ended='0']")) setTimeout(again, 1000);
  };
  setTimeout(again, 500);
})();

// Sequels: how many events a question names, while it is typed. Network: a slider over its years.
(() => {
  for (const input of document.querySelectorAll("[data-count]")) {
    let waiting = 0;
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(async () => {
        const answer = await fetch(`/sequels/count.json?q=${encodeURIComponent(input.value)}`);
        const { n } = await answer.json();
        const said = input.parentElement.querySelector(".n");
        said.textContent = input.value.trim() ? `${n}` : "";
      }, 250);
    });
  }
  const range = document.querySelector("[data-slider] input[type=range]");
  if (!range) return;
  const places = range.dataset.places.split(" ");
  const names = range.dataset.names.split(" ");
  const said = range.parentElement.querySelector("output");
  range.hidden = places.length < 2;
  range.addEventListener("input", () => { said.textContent = names[range.value]; });
  range.addEventListener("change", () => { location.assign(places[range.value]); });
})();

// A period is drawn over the strip with the mouse: the chronicle narrows to it.
(() => {
  const plots = document.querySelector(".strip .plots");
  if (!plots) return;
  document.documentElement.classList.add("scripted");
  const least = 12;
  let from = null;
  const box = document.createElement("div");
  box.className = "drawn";
  plots.append(box);
  const place = (event, plot) => {
    const frame = plot.getBoundingClientRect();
    return Math.min(0.9999, Math.max(0, (event.clientX - frame.left) / frame.width));
  };
  plots.addEventListener("pointerdown", (event) => {
    const plot = event.target.closest("svg.plot");
    if (plot && event.button === 0 && event.pointerType === "mouse") {
      from = { plot, x: event.clientX, at: place(event, plot) };
    }
  });
  plots.addEventListener("dragstart", (event) => event.preventDefault());
  addEventListener("pointermove", (event) => {
    if (!from || Math.abs(event.clientX - from.x) < least) return;
    const ends = [from.at, place(event, from.plot)].sort((a, b) => a - b);
    box.style.setProperty("left", `${100 * ends[0]}%`);
    box.style.setProperty("width", `${100 * (ends[1] - ends[0])}%`);
    box.classList.add("on");
    event.preventDefault();
  });
  addEventListener("pointerup", (event) => {
    if (!from) return;
    const { plot, x, at } = from;
    from = null;
    box.classList.remove("on");
    if (Math.abs(event.clientX - x) < least) return;
    const months = plot.dataset.months.split(" ");
    const ends = [at, place(event, plot)].sort((a, b) => a - b).map((p) => months[Math.floor(p * months.length)]);
    const address = new URL(location.href);
    for (const name of ["from", "to", "undated", "tour", "done"]) address.searchParams.delete(name);
    address.searchParams.set("from", ends[0]);
    address.searchParams.set("to", ends[1]);
    // The link under the mouse would be followed as well
    addEventListener("click", (click) => click.preventDefault(), { capture: true, once: true });
    setTimeout(() => location.assign(address), 0);
  });
})();

// A citation is copied.
(() => {
  document.documentElement.classList.add("scripted");
  for (const button of document.querySelectorAll("[data-copy]")) {
    button.addEventListener("click", async () => {
      const words = document.getElementById(button.dataset.copy).textContent;
      await navigator.clipboard.writeText(words);
      button.textContent = button.dataset.done;
    });
  }
})();
