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
  if (page === "relation") settle();
  if (page === "inbox") receive();

  // The letter and its claims: one lights the other, and keys review.
  function review() {
    const list = $("#cards");
    if (!list) return;
    let now = null;
    const cards = () => $$(".card", list);
    const words = (id) => $$(".lit").filter((a) => a.dataset.claims.split(" ").includes(id));
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

  // Open questions: the first that is in reach takes s or d.
  function settle() {
    document.addEventListener("keydown", (e) => {
      if (typing(e) || (e.key !== "s" && e.key !== "d")) return;
      const q = document.activeElement.closest(".question") || (location.hash === "#questions" && $(".question"));
      if (q) $(`button[value=${e.key === "s" ? "same" : "different"}]`, q).click();
    });
  }

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
