"use strict";
// Words selected in a letter make a claim by hand; dates show as they are read.
(() => {
  const link = document.getElementById("byhand"), letter = document.querySelector(".letter"), list = document.getElementById("cards");
  const say = (words) => { const said = document.getElementById("said"); said.textContent = ""; requestAnimationFrame(() => { said.textContent = words; }); };

  // A date in words, and what it means.
  let wait;
  document.addEventListener("input", (e) => {
    if (!("date" in e.target.dataset)) return;
    const field = e.target, out = field.parentElement.querySelector("output");
    clearTimeout(wait);
    wait = setTimeout(async () => {
      try {
        const answer = await fetch("/dates?" + new URLSearchParams({ text: field.value }));
        if (answer.ok) out.value = await answer.text();
      } catch { out.value = ""; }
    }, 150);
  });

  if (!link || !letter) return;
  const selected = () => {
    const s = getSelection();
    if (!s.rangeCount || s.isCollapsed) return null;
    const range = s.getRangeAt(0), quote = s.toString().trim();
    if (!quote || !letter.contains(range.commonAncestorContainer)) return null;
    const start = range.startContainer, part = (start.nodeType === 1 ? start : start.parentElement).closest(".part");
    let near = "";
    if (part) {
      const before = document.createRange();
      before.setStart(part, 0);
      before.setEnd(start, range.startOffset);
      near = Number(part.dataset.at) + new TextEncoder().encode(before.toString()).length;
    }
    return { quote, near, box: range.getBoundingClientRect() };
  };

  const button = document.createElement("button");
  button.className = "claimit yes";
  button.hidden = true;
  button.textContent = link.textContent + " ";
  button.append(Object.assign(document.createElement("kbd"), { textContent: "c" }));
  document.body.append(button);
  document.addEventListener("selectionchange", () => {
    const s = selected();
    button.hidden = !s;
    if (!s) return;
    button.style.left = Math.max(8, Math.min(innerWidth - 240, s.box.left)) + "px";
    button.style.top = Math.min(innerHeight - 48, s.box.bottom + 6) + "px";
  });
  addEventListener("scroll", () => { button.hidden = true; }, { passive: true });
  button.addEventListener("mousedown", (e) => e.preventDefault()); // keeps the words selected

  const close = () => { const form = list.querySelector("form.hand"); if (form) { form.remove(); link.focus({ preventScroll: true }); } };
  const open = async (s) => {
    const to = link.href + (s ? "?" + new URLSearchParams({ quote: s.quote, near: s.near }) : "");
    let answer;
    try {
      answer = await fetch(to, { headers: { "Entente-Part": "hand" } });
    } catch { return say(list.dataset.failed); }
    if (!answer.ok) { location.href = to; return; }
    const box = document.createElement("template");
    box.innerHTML = await answer.text();
    list.querySelector("form.hand")?.remove();
    link.parentElement.after(box.content);
    button.hidden = true;
    const form = list.querySelector("form.hand");
    form.scrollIntoView({ block: "nearest" });
    (s ? form.querySelector("input[name=kind]:checked") : form.querySelector("textarea")).focus();
  };
  button.addEventListener("click", () => open(selected()));
  link.addEventListener("click", (e) => {
    if (e.ctrlKey || e.metaKey || e.shiftKey) return;
    e.preventDefault();
    open(selected());
  });
  // Sent by script only to see what is wrong without leaving the page.
  list.addEventListener("submit", async (e) => {
    const form = e.target;
    if (!form.matches("form.hand")) return;
    e.preventDefault();
    try {
      const answer = await fetch(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)), headers: { "Entente-Part": "hand" } });
      if (answer.status === 201) { location.href = answer.headers.get("Location"); return; } // the page again, with the claim lit
      const page = new DOMParser().parseFromString(await answer.text(), "text/html"), again = page.querySelector("form.hand");
      if (again) { form.replaceWith(again); again.querySelector(".problem")?.scrollIntoView({ block: "nearest" }); } else form.submit();
    } catch { say(list.dataset.failed); }
  });
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape") return close();
    if (e.key !== "c" || e.target.closest("input, textarea, select, [contenteditable]") || e.ctrlKey || e.metaKey || e.altKey) return;
    const s = selected();
    if (!s) return say(link.dataset.hint);
    e.preventDefault();
    open(s);
  });
})();
