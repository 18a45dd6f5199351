"use strict";
(() => {
  const data = JSON.parse(document.getElementById("data").textContent);
  const SIZE = 25;

  // Everything that comes from articles goes in as text, never as markup.
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value !== null) element.setAttribute(name, value);
    element.append(...children.filter((child) => child !== null));
    return element;
  };
  const svg = (tag, attributes, ...children) => {
    const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    element.append(...children);
    return element;
  };
  const counted = (number, what) => `${number.toLocaleString("en")} ${what}${number === 1 ? "" : "s"}`;
  const facts = (...parts) => make("p", { class: "note" }, parts.filter((part) => part).join(" · "));

  const article = (i, lone = false) => {
    const { title, file } = data.articles[i];
    const link = file ? make("a", { href: file }, title) : make("a", { href: `#article-${i}` }, title);
    return lone ? make("p", {}, link) : make("li", {}, link);
  };
  const person = (i) => make("li", {}, make("a", { href: `#person-${i}` }, data.people[i].name));
  const many = (what, items, show) => {
    if (!items.length) return null;
    if (items.length <= 5) return make("ul", { class: "inline" }, ...items.map((item) => show(item)));
    const list = make("ul", { class: "inline" });
    const details = make("details", {}, make("summary", {}, counted(items.length, what)), list);
    details.addEventListener("toggle", () => {
      if (!list.childElementCount) list.append(...items.map((item) => show(item)));
    });
    return details;
  };

  const most = data.people.reduce((least, each) => Math.max(least, each.words), 1);
  const bar = (share) =>
    svg("svg", { class: "bar", viewBox: "0 0 100 4", preserveAspectRatio: "none", "aria-hidden": "true" },
      svg("rect", { width: (100 * share).toFixed(1), height: 4 }));
  // Words in each month, as a row of columns.
  const months = (found) => {
    const all = data.months;
    if (all.length < 2 || !found) return null;
    const high = Math.max(...Object.values(found));
    const columns = all.map((month, i) => {
      const height = found[month] ? Math.max(1, (20 * found[month]) / high) : 0;
      return svg("rect", { x: i * 4, y: 20 - height, width: 3, height });
    });
    const told = Object.entries(found).map(([month, words]) => `${month}: ${words}`).join(", ");
    return svg("svg", { class: "months", viewBox: `0 0 ${all.length * 4} 20`, role: "img", "aria-label": `words by month: ${told}` }, ...columns);
  };
  // wdiff's marks as elements: [-left out-], {+put in+}.
  const differing = (text) =>
    text.split(/(\[-.*?-\]|\{\+.*?\+\})/su).map((piece) => {
      if (piece.startsWith("[-")) return make("del", {}, piece.slice(2, -2));
      if (piece.startsWith("{+")) return make("ins", {}, piece.slice(2, -2));
      return piece;
    });

  const shown = {
    articles: (each, i) =>
      make("li", { id: `article-${i}`, tabindex: -1 },
        make("h3", {}, each.file ? make("a", { href: each.file }, each.title) : each.title),
        facts(each.outlet, each.day, counted(each.quotes, "quotation"), counted(each.claims, "claim"), each.copy && "a copy"),
        many("speaker", each.people, person)),
    people: (each, i) =>
      make("li", { id: `person-${i}`, tabindex: -1 },
        make("h3", {}, each.name),
        bar(each.words / most),
        facts(each.kind, counted(each.words, "word"), counted(each.quotes, "quotation"), counted(each.articles.length, "article"), each.about),
        months(each.months),
        many("article", each.articles, (i) => article(i))),
    words: (each) =>
      make("li", {},
        make("blockquote", {}, each.text),
        facts(counted(each.quotes, "quotation"), counted(each.articles, "article")),
        make("ul", { class: "forms" }, ...each.forms.map(([who, how, text, i]) =>
          make("li", {}, make("p", {}, make("strong", {}, who || "not known"), ` (${how}): `, ...(how === "exact" ? [] : differing(text))), article(i, true))))),
    figures: (each) =>
      make("li", {},
        make("h3", {}, `${each.sides[0][0]} / ${each.sides[1][0]}`),
        ...each.sides.map(([, claim, i]) => make("div", { class: "side" }, make("p", {}, claim), article(i, true)))),
  };
  const words = {
    articles: (each) => [each.title, each.outlet, each.day, ...each.people.map((i) => data.people[i].name)],
    people: (each) => [each.name, each.kind, each.about],
    words: (each) => [each.text, ...each.forms.map(([who]) => who)],
    figures: (each) => each.sides.flatMap(([figure, claim]) => [figure, claim]),
  };
  const by = {
    order: null,
    title: (each) => each.title, name: (each) => each.name, day: (each) => each.day ?? "",
    quotes: (each) => -each.quotes, claims: (each) => -each.claims, words: (each) => -each.words,
    articles: (each) => -(each.articles.length ?? each.articles),
  };

  const lists = {};
  for (const [name, items] of Object.entries({ articles: data.articles, people: data.people, words: data.words, figures: data.figures })) {
    if (!items.length && name !== "articles") continue;
    const section = document.getElementById(name);
    section.hidden = false;
    const [search, sort, entries, page] = ["[data-search]", "[data-sort]", ".entries", "[data-page]"].map((each) => section.querySelector(each));
    const count = document.getElementById(`${name}-count`);
    let found = items.map((_, i) => i);
    let first = 0;
    const collator = new Intl.Collator("en", { numeric: true });
    const draw = () => {
      entries.replaceChildren(...found.slice(first, first + SIZE).map((i) => shown[name](items[i], i)));
      entries.start = first + 1;
      count.value = found.length === items.length ? items.length : `${found.length} of ${items.length}`;
      page.textContent = found.length ? `${first + 1}–${Math.min(first + SIZE, found.length)} of ${found.length}` : "nothing found";
      for (const button of section.querySelectorAll("[data-step]")) {
        const there = first + SIZE * Number(button.dataset.step);
        button.disabled = there < 0 || there >= found.length;
      }
    };
    let haystack = null;
    const look = () => {
      const terms = search.value.toLowerCase().split(/\s+/u).filter((term) => term);
      if (terms.length) haystack ??= items.map((each) => words[name](each).join(" ").toLowerCase());
      found = items.map((_, i) => i).filter((i) => terms.every((term) => haystack[i].includes(term)));
      const key = by[sort.value];
      if (key) {
        const keys = items.map(key);
        found.sort((a, b) => (typeof keys[a] === "string" ? collator.compare(keys[a], keys[b]) : keys[a] - keys[b]) || a - b);
      }
      first = 0;
      draw();
    };
    search.addEventListener("input", look);
    sort.addEventListener("change", look);
    for (const button of section.querySelectorAll("[data-step]"))
      button.addEventListener("click", () => {
        first += SIZE * Number(button.dataset.step);
        draw();
        section.scrollIntoView({ block: "start" });
        if (button.disabled) search.focus({ preventScroll: true });
      });
    lists[name] = (item) => {
      search.value = "";
      look();
      first = Math.floor(found.indexOf(item) / SIZE) * SIZE;
      draw();
    };
    look();
    const link = make("a", { href: `#${name}` }, section.querySelector("h2").firstChild.textContent.trim());
    document.querySelector("nav").append(link);
  }

  // A link to an entry that is on another page of its list turns to that page.
  const turn = () => {
    const [, kind, number] = location.hash.match(/^#(article|person)-(\d+)$/u) ?? [];
    if (!kind) return;
    lists[kind === "person" ? "people" : "articles"]?.(Number(number));
    const entry = document.getElementById(`${kind}-${number}`);
    entry?.scrollIntoView({ block: "start" });
    entry?.focus({ preventScroll: true });
  };
  window.addEventListener("hashchange", turn);
  turn();
})();
