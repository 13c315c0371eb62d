"use strict";
// What makes the pages quicker to work with. Each page does without.
(() => {
  const $ = (q, of = document) => of.querySelector(q), $$ = (q, of = document) => [...of.querySelectorAll(q)];
  const said = $("#said"), say = (words) => { said.textContent = ""; requestAnimationFrame(() => { said.textContent = words; }); };
  const typing = (e) => e.target.closest("input, textarea, select, [contenteditable]") || e.ctrlKey || e.metaKey || e.altKey;

  document.addEventListener("keydown", (e) => {
    if (e.key !== "/" || typing(e)) return;
    const q = $("#q");
    if (q) { e.preventDefault(); q.focus(); q.select(); }
  });

  const page = document.body.dataset.page;
  if (page === "document") review();
  if (page === "relation") {
    tips();
    addEventListener("scroll", away, { passive: true, capture: true });
    document.addEventListener("keydown", (e) => { if (e.key === "Escape") away(); });
  }
  if (page === "relation" || page === "matter") settle();
  if (page === "inbox") receive();

  // The letter and its claims: one lights the other, and keys review.
  function review() {
    const list = $("#cards");
    if (!list) return;
    let now = null;
    const cards = () => $$(".card", list);
    const lit = new Map(); // the words of each claim
    $$(".lit").forEach((a) => a.dataset.claims.split(" ").forEach((id) => { if (lit.has(id)) lit.get(id).push(a); else lit.set(id, [a]); }));
    const words = (id) => lit.get(id) || [];
    const light = (id, on) => words(id).forEach((a) => a.classList.toggle("on", on));
    const enter = (card, show = true) => {
      if (!card) return;
      if (now) { now.classList.remove("on"); light(now.dataset.claim, false); }
      now = card;
      now.classList.add("on");
      light(now.dataset.claim, true);
      if (show) {
        now.scrollIntoView({ block: "nearest" });
        const w = words(now.dataset.claim)[0];
        if (w) { const b = w.getBoundingClientRect(); if (b.top < 80 || b.bottom > innerHeight - 60) w.scrollIntoView({ block: "center" }); }
      }
    };
    const step = (by) => {
      const all = cards(), i = all.indexOf(now);
      const next = all[Math.max(0, Math.min(all.length - 1, i < 0 ? 0 : i + by))];
      enter(next);
      if (next) next.focus({ preventScroll: true });
    };
    list.addEventListener("mouseover", (e) => { const c = e.target.closest(".card"); if (c) light(c.dataset.claim, true); });
    list.addEventListener("mouseout", (e) => { const c = e.target.closest(".card"); if (c && c !== now) light(c.dataset.claim, false); });
    list.addEventListener("focusin", (e) => { const c = e.target.closest(".card"); if (c && c !== now) enter(c, false); });
    document.addEventListener("mouseover", (e) => {
      const a = e.target.closest(".lit");
      $$(".card.near").forEach((c) => c.classList.remove("near"));
      if (a) a.dataset.claims.split(" ").forEach((id) => document.getElementById("c-" + id)?.classList.add("near"));
    });
    document.addEventListener("click", (e) => {
      const a = e.target.closest(".lit");
      if (!a) return;
      const card = document.getElementById(a.getAttribute("href").slice(1));
      if (card) { e.preventDefault(); enter(card); card.scrollIntoView({ block: "nearest" }); card.focus({ preventScroll: true }); }
    });

    const put = async (form, button) => {
      const body = new URLSearchParams(new FormData(form));
      if (button?.name) body.set(button.name, button.value);
      const old = form.closest(".card"), id = old.dataset.claim;
      let answer;
      try {
        answer = await fetch(form.action, { method: "POST", body, headers: { "Entente-Part": "card" } });
      } catch { return say(list.dataset.failed); }
      if (!answer.ok) { form.submit(); return; } // the page that says what is wrong
      const box = document.createElement("template");
      box.innerHTML = await answer.text();
      const card = $(".card", box.content);
      old.replaceWith(card);
      if (now === old) now = null;
      enter(card);
      card.focus({ preventScroll: true });
      const verdict = ["confirmed", "rejected", "corrected"].find((v) => card.classList.contains("v-" + v));
      words(id).forEach((a) => a.classList.toggle("judged", a.dataset.claims.split(" ").every((c) => /\bv-/.test(document.getElementById("c-" + c)?.className))));
      say(list.dataset[verdict || "undone"]);
      const left = $("#waiting");
      if (left) left.textContent = left.textContent.replace(/\d+/, cards().filter((c) => !/\bv-/.test(c.className)).length);
      return verdict;
    };
    const correct = async (link) => {
      const card = link.closest(".card");
      if (!$(".correcting", card)) {
        let answer;
        try {
          answer = await fetch(link.href, { headers: { "Entente-Part": "correction" } });
        } catch { return say(list.dataset.failed); }
        if (!answer.ok) { location.href = link.href; return; }
        const box = document.createElement("template");
        box.innerHTML = await answer.text();
        card.append(box.content);
      }
      enter(card);
      $(".correcting select", card).focus();
    };
    list.addEventListener("click", (e) => {
      const link = e.target.closest("a.correct");
      if (!link || e.ctrlKey || e.metaKey || e.shiftKey) return;
      e.preventDefault();
      correct(link);
    });
    list.addEventListener("submit", (e) => {
      if (!e.target.closest(".card")) return;
      e.preventDefault();
      put(e.target, e.submitter);
    });
    document.addEventListener("keydown", async (e) => {
      if (e.key === "Escape" && now) { $(".correcting", now)?.remove(); now.focus({ preventScroll: true }); return; }
      if (typing(e)) return;
      if (e.key === "j" || e.key === "k") { e.preventDefault(); return step(e.key === "j" ? 1 : -1); }
      if (e.key === "?") { const d = $(".keys"); d.open = !d.open; if (d.open) $("summary", d).focus(); return; }
      if (!now) return;
      const b = $(`[data-key="${CSS.escape(e.key)}"]`, now);
      if (!b) return;
      e.preventDefault();
      if (b.tagName === "A") return correct(b);
      const verdict = await put(b.form, b);
      if (verdict) step(1);
    });
    const at = location.hash.startsWith("#c-") && document.getElementById(location.hash.slice(1));
    if (at) enter(at);
  }

  // Open questions: j and k go from one to the next, s and d settle the one
  // in hand, u takes the last answer back. The page is fetched anew after
  // each, as an answer may change what became of the matters.
  function settle() {
    if (!$("#questions")) return;
    const words = { ...$("#questions").dataset };
    let last = null, why = ""; // the pair that was settled last, and why it was asked
    const all = () => $$(".question"), inHand = () => all().indexOf(document.activeElement?.closest(".question"));
    const go = (i) => {
      const list = all(), q = list[Math.max(0, Math.min(list.length - 1, i))];
      if (!q) return;
      q.focus({ preventScroll: true });
      q.scrollIntoView({ block: "nearest" });
    };
    const put = async (body, i) => {
      let fresh;
      try {
        const answer = await fetch("/pairs", { method: "POST", body });
        if (!answer.ok) throw answer;
        fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      } catch { return say(words.failed); }
      const verdict = body.get("verdict");
      $("main").replaceWith($("main", fresh));
      if (page === "relation") tips();
      last = verdict === "unsure" ? null : body;
      if (last) {
        const line = document.createElement("p"), told = document.createElement("span"), button = document.createElement("button"), key = document.createElement("kbd");
        line.className = "settled"; told.textContent = words[verdict]; key.textContent = "u"; button.append(words.button + " ", key);
        button.addEventListener("click", undo);
        line.append(told, button);
        const list = $(".questions");
        if (list) list.before(line); else $("main").append(line);
        if (!list) button.focus();
      }
      go(i);
      say(words[verdict]);
    };
    // Undone, the question is open again, for the reason that was given.
    const undo = () => { if (last) { const body = new URLSearchParams(last); body.set("verdict", "unsure"); body.set("reason", why); put(body, Math.max(0, inHand())); } };
    document.addEventListener("submit", (e) => {
      const q = e.target.closest(".question");
      if (!q) return;
      e.preventDefault();
      const body = new URLSearchParams(new FormData(e.target));
      if (e.submitter) body.set("verdict", e.submitter.value);
      why = $("[lang=en]", q)?.textContent || "";
      put(body, all().indexOf(q));
    });
    document.addEventListener("keydown", (e) => {
      if (typing(e)) return;
      const i = inHand();
      if (e.key === "j" || e.key === "k") { e.preventDefault(); return go(i < 0 ? 0 : i + (e.key === "j" ? 1 : -1)); }
      if (e.key === "u" && last) { e.preventDefault(); return undo(); }
      const b = i >= 0 && $(`[data-key="${CSS.escape(e.key)}"]`, all()[i]);
      if (b) { e.preventDefault(); b.click(); }
    });
  }

  // The lifelines say their words where the pointer or the focus is: a mark
  // its own, a line all of them. Escape puts them away.
  function tips() {
    const svg = $(".lifelines");
    if (!svg) return;
    $(".tip")?.remove();
    const tip = document.createElement("div");
    tip.className = "tip"; tip.setAttribute("role", "tooltip"); tip.hidden = true;
    $("main").append(tip);
    $$("g > title", svg).forEach((t) => { // ours come at once; the browser's own would follow
      const g = t.parentNode, a = g.closest("a");
      g.dataset.tip = t.textContent;
      if (a && g.matches(".contact")) a.setAttribute("aria-label", t.textContent);
      t.remove();
    });
    let going = 0;
    const show = (g, whole) => {
      clearTimeout(going);
      const dots = whole ? $$(".dot", g).slice(-8) : [];
      tip.replaceChildren(...[g, ...dots].map((x) => { const p = document.createElement("p"); p.dir = "auto"; p.textContent = x.dataset.tip; return p; }));
      tip.hidden = false;
      const at = (whole ? $("text", g) || g : g).getBoundingClientRect(), box = tip.getBoundingClientRect();
      tip.style.left = Math.max(8, Math.min(innerWidth - box.width - 8, at.left)) + "px";
      tip.style.top = (at.bottom + box.height + 12 > innerHeight ? Math.max(8, at.top - box.height - 6) : at.bottom + 6) + "px";
    };
    const leave = () => { clearTimeout(going); going = setTimeout(away, 250); };
    svg.addEventListener("pointerover", (e) => {
      const g = e.target.closest("[data-tip]");
      if (g) show(g, g.matches(".lifeline")); else leave();
    });
    svg.addEventListener("pointerleave", leave);
    tip.addEventListener("pointerenter", () => clearTimeout(going));
    tip.addEventListener("pointerleave", leave);
    svg.addEventListener("focusin", (e) => { const g = $("[data-tip]", e.target); if (g) show(g, g.matches(".lifeline")); });
    svg.addEventListener("focusout", away);
  }
  function away() { const tip = $(".tip"); if (tip) tip.hidden = true; }

  // Files dropped anywhere, or chosen: one request a file, so that each tells
  // how far it is.
  function receive() {
    const form = $("#drop"), list = $("#receipts");
    $("#drophint").hidden = false;
    const send = (file) => new Promise((done) => {
      const li = document.createElement("li"), name = document.createElement("bdi"), how = document.createElement("span"), bar = document.createElement("progress");
      name.textContent = file.name; how.textContent = list.dataset.sending;
      li.append(name, how, bar);
      list.prepend(li);
      const body = new FormData(), x = new XMLHttpRequest();
      body.append("files", file, file.name);
      x.open("POST", form.action);
      x.setRequestHeader("Entente-Part", "receipts");
      x.upload.onprogress = (e) => { if (e.lengthComputable) { bar.max = e.total; bar.value = e.loaded; } };
      x.upload.onload = () => { bar.removeAttribute("value"); how.textContent = list.dataset.reading; };
      x.onload = () => {
        if (x.status !== 200) { bar.remove(); li.className = "bad"; how.textContent = list.dataset.failed; return done(false); }
        const box = document.createElement("template");
        box.innerHTML = x.responseText;
        li.replaceWith(box.content);
        done(true);
      };
      x.onerror = () => { bar.remove(); li.className = "bad"; how.textContent = list.dataset.failed; done(false); };
      x.send(body);
    });
    const all = async (files) => {
      for (const f of files) await send(f);
      const answer = await fetch(location.href);
      if (answer.ok) $(".list").replaceWith($(".list", new DOMParser().parseFromString(await answer.text(), "text/html")));
    };
    const walk = async (entry) => {
      if (entry.isFile) return [await new Promise((ok, no) => entry.file(ok, no))];
      const reader = entry.createReader(), found = [];
      for (;;) {
        const some = await new Promise((ok, no) => reader.readEntries(ok, no));
        if (!some.length) return found;
        for (const e of some) found.push(...await walk(e));
      }
    };
    addEventListener("dragover", (e) => { e.preventDefault(); form.classList.add("over"); });
    addEventListener("dragleave", (e) => { if (!e.relatedTarget) form.classList.remove("over"); });
    addEventListener("drop", async (e) => {
      e.preventDefault();
      form.classList.remove("over");
      const entries = [...e.dataTransfer.items].map((i) => i.webkitGetAsEntry?.()).filter(Boolean), files = [];
      for (const entry of entries) files.push(...await walk(entry));
      all(files);
    });
    form.addEventListener("submit", (e) => {
      const files = $("#files").files;
      if (!files.length) return;
      e.preventDefault();
      all(files).then(() => { $("#files").value = ""; });
    });
  }
})();
