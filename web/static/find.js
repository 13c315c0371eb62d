"use strict";
// The field of search shows what is found while somebody types.
(() => {
  const q = document.getElementById("q"), big = document.getElementById("bigq");
  if (!q) return;
  let wait, asked;
  const ask = (field, part, show) => {
    clearTimeout(wait);
    wait = setTimeout(async () => {
      asked?.abort();
      asked = new AbortController();
      try {
        const answer = await fetch("/search?" + new URLSearchParams({ q: field.value }), { headers: { "Entente-Part": part }, signal: asked.signal });
        if (!answer.ok) return;
        const box = document.createElement("template");
        box.innerHTML = await answer.text();
        show(box.content);
      } catch { /* something else was typed, or the server went: Enter still asks */ }
    }, 70);
  };

  if (big) { // the page of search: its own results follow
    const both = [q, big], results = document.getElementById("results");
    both.forEach((field) => field.addEventListener("input", () => {
      both.forEach((other) => { if (other !== field) other.value = field.value; });
      ask(field, "results", (found) => {
        results.replaceChildren(found);
        history.replaceState(null, "", field.value ? "/search?" + new URLSearchParams({ q: field.value }) : "/search");
        const keep = document.querySelector(".save input[name=query]");
        if (keep) keep.value = field.value;
      });
    }));
    return;
  }

  const panel = document.createElement("div");
  panel.id = "instant";
  panel.hidden = true;
  q.form.append(panel);
  q.setAttribute("aria-controls", "instant");
  const close = () => { clearTimeout(wait); asked?.abort(); panel.hidden = true; };
  const links = () => [...panel.querySelectorAll("a")];
  q.addEventListener("input", () => {
    if (q.value.trim().length < 2) return close();
    ask(q, "instant", (found) => { panel.replaceChildren(found); panel.hidden = !panel.childElementCount; });
  });
  q.form.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && !panel.hidden) { e.preventDefault(); close(); q.focus(); return; }
    if (panel.hidden || (e.key !== "ArrowDown" && e.key !== "ArrowUp")) return;
    const all = [q, ...links()], at = all.indexOf(document.activeElement);
    e.preventDefault();
    all[Math.max(0, Math.min(all.length - 1, at + (e.key === "ArrowDown" ? 1 : -1)))].focus();
  });
  q.form.addEventListener("focusout", (e) => { if (!q.form.contains(e.relatedTarget)) close(); });
})();
