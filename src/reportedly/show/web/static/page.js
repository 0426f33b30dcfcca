// Comfort only: everything on these pages works without it.
(() => {
  "use strict";
  const root = document.documentElement;
  const KEY = "reportedly-theme";
  const stored = () => { try { return localStorage.getItem(KEY); } catch { return null; } };
  const keep = (theme) => { try { localStorage.setItem(KEY, theme); } catch { /* private window */ } };
  const systemDark = () => matchMedia("(prefers-color-scheme: dark)").matches;
  if (stored() === "dark" || stored() === "light") root.dataset.theme = stored();

  function addThemeButton() {
    const bar = document.querySelector(".top");
    if (!bar) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "theme";
    const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark());
    const label = () => { button.textContent = isDark() ? "Light page" : "Dark page"; };
    button.addEventListener("click", () => {
      root.dataset.theme = isDark() ? "light" : "dark";
      keep(root.dataset.theme);
      label();
    });
    label();
    bar.append(button);
  }

  const FACETS = [["speaker", "Speaker"], ["outlet", "Outlet"], ["kind", "Kind"], ["cue", "What the words do"]];
  const LEAST = 25;

  function addFacets(list) {
    const rows = [...list.querySelectorAll(":scope > li")];
    if (rows.length < LEAST) return;
    const box = document.createElement("form");
    box.className = "facets";
    box.setAttribute("aria-label", "Show only");
    const status = document.createElement("output");
    const selects = FACETS.map(([name, words]) => facet(rows, name, words));
    const apply = () => {
      let shown = 0;
      for (const row of rows) {
        row.hidden = selects.some((select) => select.value && row.dataset[select.name] !== select.value);
        if (!row.hidden) shown += 1;
      }
      status.textContent = `${shown} of ${rows.length}`;
    };
    for (const select of selects) {
      const label = document.createElement("label");
      label.append(select.dataset.words, select);
      box.append(label);
      select.addEventListener("change", apply);
    }
    box.append(status);
    list.before(box);
    apply();
  }

  function facet(rows, name, words) {
    const counts = new Map();
    for (const row of rows) counts.set(row.dataset[name], (counts.get(row.dataset[name]) || 0) + 1);
    const select = document.createElement("select");
    select.name = name;
    select.dataset.words = words;
    select.append(new Option("all", ""));
    const ordered = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    for (const [value, number] of ordered) select.append(new Option(`${value} (${number})`, value));
    return select;
  }

  // A report: from one cited place to the next, and its citation to the clipboard.
  function addWalk(list) {
    const rows = [...list.querySelectorAll("li[data-span]")];
    const bar = document.createElement("div");
    bar.className = "walk";
    bar.setAttribute("role", "group");
    bar.setAttribute("aria-label", "Cited places");
    const where = document.createElement("output");
    const now = () => rows.findIndex((row) => `#${row.dataset.span}` === location.hash);
    const go = (step) => {
      const place = now();
      const next = place < 0 ? (step > 0 ? 0 : rows.length - 1) : (place + step + rows.length) % rows.length;
      location.hash = rows[next].dataset.span;
    };
    const button = (words, act) => {
      const made = document.createElement("button");
      made.type = "button";
      made.textContent = words;
      // the browser takes the focus away when it goes to the words
      made.addEventListener("click", async () => { await act(); made.focus({ preventScroll: true }); });
      return made;
    };
    const copy = button("Copy citation", async () => {
      const row = rows[now()];
      if (!row) return;
      await navigator.clipboard.writeText(row.querySelector(".citation").textContent);
      where.textContent = "Copied";
    });
    const show = () => {
      const place = now();
      copy.disabled = place < 0 || !navigator.clipboard;
      where.textContent = place < 0 ? `${rows.length} cited places` : `${place + 1} of ${rows.length}`;
    };
    addEventListener("hashchange", show);
    bar.append(button("← Previous", () => go(-1)), where, button("Next →", () => go(1)), copy);
    document.querySelector("article.text").after(bar);
    show();
  }

  function addCopyLink(place) {
    if (!navigator.clipboard) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "theme";
    button.textContent = "Copy link";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(location.href);
      button.textContent = "Link copied";
    });
    place.append(button);
  }

  // The revision of the last visit, so that what came since is one link away.
  function addLastVisit(place) {
    const key = `reportedly-visit:${location.pathname}`;
    const now = Number(place.dataset.revision);
    let last = now;
    try {
      last = Number(localStorage.getItem(key)) || now;
      localStorage.setItem(key, String(now));
    } catch { /* private window */ }
    if (last >= now) return;
    const link = document.createElement("a");
    link.href = `changed.html?revision=${last}`;
    link.textContent = "since your last visit";
    place.append(" · ", link);
  }

  addThemeButton();
  document.querySelectorAll("[data-revision]").forEach(addLastVisit);
  document.querySelectorAll("[data-copy]").forEach(addCopyLink);
  document.querySelectorAll(".cited").forEach(addWalk);
  document.querySelectorAll("[data-facets]").forEach(addFacets);
})();
