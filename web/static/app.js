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
    const claimsOf = (a) => (a.dataset.claims || a.hash.slice(3)).split(" "), idOf = (card) => card.id.slice(2);
    const note = (all) => all.forEach((a) => claimsOf(a).forEach((id) => { if (lit.has(id)) lit.get(id).push(a); else lit.set(id, [a]); }));
    note($$(".lit"));
    const words = (id) => lit.get(id) || [];
    const light = (id, on) => words(id).forEach((a) => a.classList.toggle("on", on));
    const judged = (card) => !!card && /\bv-/.test(card.className);
    const enter = (card, show = true) => {
      if (!card) return;
      if (now) { now.classList.remove("on"); light(idOf(now), false); }
      now = card;
      now.classList.add("on");
      light(idOf(now), true);
      if (show) {
        now.scrollIntoView({ block: "nearest" });
        const w = words(idOf(now))[0];
        if (w) { const b = w.getBoundingClientRect(); if (b.top < 80 || b.bottom > innerHeight - 60) w.scrollIntoView({ block: "center" }); }
      }
    };
    const { onward } = portions(list, note);
    const step = async (by) => {
      let all = cards(), i = all.indexOf(now);
      const past = i >= 0 && !all[i + by];
      if (past && await onward(by < 0 ? "before" : "after")) { all = cards(); i = all.indexOf(now); }
      const next = all[Math.max(0, Math.min(all.length - 1, i < 0 ? 0 : i + by))];
      enter(next);
      if (next) next.focus({ preventScroll: true });
      if (by > 0 && i + 8 > all.length) onward("after"); // at hand before it is asked for
    };
    list.addEventListener("mouseover", (e) => { const c = e.target.closest(".card"); if (c) light(idOf(c), true); });
    list.addEventListener("mouseout", (e) => { const c = e.target.closest(".card"); if (c && c !== now) light(idOf(c), false); });
    list.addEventListener("focusin", (e) => { const c = e.target.closest(".card"); if (c && c !== now) enter(c, false); });
    document.addEventListener("mouseover", (e) => {
      const a = e.target.closest(".lit");
      $$(".card.near").forEach((c) => c.classList.remove("near"));
      if (a) claimsOf(a).forEach((id) => document.getElementById("c-" + id)?.classList.add("near"));
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
      const old = form.closest(".card"), id = idOf(old);
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
      words(id).forEach((a) => a.classList.toggle("judged", claimsOf(a).every((c) => judged(document.getElementById("c-" + c)))));
      say(list.dataset[verdict || "undone"]);
      const left = $("#waiting");
      if (left) {
        left.dataset.n = Number(left.dataset.n) + judged(old) - judged(card);
        left.textContent = left.textContent.replace(/\d+/, left.dataset.n);
      }
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
    if (location.hash.startsWith("#c-")) {
      const id = location.hash.slice(3, 15), at = document.getElementById("c-" + id); // addresses once had the whole id
      if (at) enter(at); else if ($("#portions") && /^[0-9a-f]{12}$/.test(id)) location.replace("/claims/" + id);
    }
  }

  // A long letter comes in portions. What follows is fetched when the end is
  // near, what went before when it is asked for, and all when the page is
  // searched or printed. On a narrow window the claims stand below their
  // portion, so there the next one is a page of its own.
  function portions(list, note) {
    const letter = $(".letter");
    if (!$("#portions")) return { onward: async () => false };
    const take = (text, side) => {
      const fresh = new DOMParser().parseFromString(text, "text/html"), add = [[letter, $$(".part, .break", $(".letter", fresh))], [list, $$(".card", fresh)]];
      const first = $(".part", letter), top = scrollY < 1 || !CSS.supports("overflow-anchor", "auto");
      note(add[0][1].flatMap((p) => $$(".lit", p)));
      add.forEach(([to, all]) => {
        const there = $$(":scope > :is(.part, .break, .card)", to);
        if (!there.length) to.append(...all); else if (side === "before") there[0].before(...all); else there.at(-1).after(...all);
      });
      $(".desk").classList.add("long");
      $("#remarks").append(...$("#remarks", fresh).childNodes);
      const link = $("#" + side), next = $("#" + side, fresh);
      if (next) link.replaceWith(next); else link.parentElement.remove();
      if (side === "before" && top) first.scrollIntoView({ behavior: "instant" }); // elsewhere the browser keeps it in place
      watch();
    };
    const coming = {};
    const onward = (side) => coming[side] ??= (async () => {
      const link = $("#" + side);
      if (!link) return false;
      try {
        const answer = await fetch(link.href);
        if (!answer.ok) return false;
        take(await answer.text(), side);
        return true;
      } catch { say(list.dataset.failed); return false; } finally { delete coming[side]; }
    })();
    const wide = matchMedia("(min-width: 50.01rem)");
    const near = new IntersectionObserver((seen) => { if (wide.matches && seen.some((e) => e.isIntersecting)) onward("after"); }, { rootMargin: "0px 0px 1600px 0px" });
    const watch = () => { near.disconnect(); [$("#onward"), $$(".card", list).at(-1)].forEach((e) => { if (e && $("#after")) near.observe(e); }); };
    watch();
    document.addEventListener("click", async (e) => {
      const link = e.target.closest("#before, #after");
      if (!link || !wide.matches || e.ctrlKey || e.metaKey || e.shiftKey) return;
      e.preventDefault();
      if (!await onward(link.id)) location.href = link.href;
    });
    document.addEventListener("keydown", async (e) => {
      if (e.key !== "f" || !(e.ctrlKey || e.metaKey)) return;
      while (await onward("after"));
      while (await onward("before"));
    });
    addEventListener("beforeprint", () => { // which waits for nobody
      for (const side of ["before", "after"]) {
        for (let link; (link = $("#" + side));) {
          const x = new XMLHttpRequest();
          x.open("GET", link.href, false);
          x.send();
          if (x.status !== 200) break;
          take(x.responseText, side);
        }
      }
    });
    return { onward };
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
      why = q.dataset.why;
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
    const all = $$(".lifelines"); // one for each width of window
    if (!all.length) return;
    $(".tip")?.remove();
    const tip = document.createElement("div");
    tip.className = "tip"; tip.setAttribute("role", "tooltip"); tip.hidden = true;
    $("main").append(tip);
    all.flatMap((svg) => $$("g > title", svg)).forEach((t) => { // ours come at once; the browser's own would follow
      const g = t.parentNode, a = g.closest("a");
      g.dataset.tip = t.textContent;
      if (a && g.matches(".contact")) a.setAttribute("aria-label", t.textContent);
      t.remove();
    });
    let going = 0;
    const show = (g, whole) => {
      clearTimeout(going);
      const dots = whole ? $$(".dot[data-tip]", g).slice(-8) : [];
      tip.replaceChildren(...[g, ...dots].map((x) => { const p = document.createElement("p"); p.dir = "auto"; p.textContent = x.dataset.tip; return p; }));
      tip.hidden = false;
      const at = (whole ? $("text", g) || g : g).getBoundingClientRect(), box = tip.getBoundingClientRect();
      tip.style.left = Math.max(8, Math.min(innerWidth - box.width - 8, at.left)) + "px";
      tip.style.top = (at.bottom + box.height + 12 > innerHeight ? Math.max(8, at.top - box.height - 6) : at.bottom + 6) + "px";
    };
    const leave = () => { clearTimeout(going); going = setTimeout(away, 250); };
    tip.addEventListener("pointerenter", () => clearTimeout(going));
    tip.addEventListener("pointerleave", leave);
    all.forEach((svg) => {
      svg.addEventListener("pointerover", (e) => {
        const g = e.target.closest("[data-tip]");
        if (g) show(g, g.matches(".lifeline")); else leave();
      });
      svg.addEventListener("pointerleave", leave);
      svg.addEventListener("focusin", (e) => { const g = $("[data-tip]", e.target); if (g) show(g, g.matches(".lifeline")); });
      svg.addEventListener("focusout", away);
    });
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
