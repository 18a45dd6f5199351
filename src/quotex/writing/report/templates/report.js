"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  // Every element that shows part of a record, by the record's identifier.
  const parts = new Map();
  const add = (record, element) => parts.set(record, [...(parts.get(record) ?? []), element]);
  for (const mark of all(".mark")) for (const record of mark.dataset.records.split(" ")) add(record, mark);
  for (const card of all(".card")) add(card.dataset.record, card);

  let lit = [];
  const light = (records) => {
    for (const element of lit) element.classList.remove("lit");
    lit = records.flatMap((record) => parts.get(record) ?? []);
    for (const element of lit) element.classList.add("lit");
  };
  const records = (element) => {
    const { record, records } = element.closest?.(".mark, .card")?.dataset ?? {};
    return record ? [record] : (records?.split(" ") ?? []);
  };
  for (const type of ["mouseover", "focusin"]) document.addEventListener(type, (event) => light(records(event.target)));
  for (const type of ["mouseleave", "focusout"]) document.addEventListener(type, () => light([]));

  const go = (element) => {
    element.scrollIntoView({ block: "center" });
    element.focus({ preventScroll: true });
  };
  // From a card to its first words; from words to the card of the quotation they are in, or else of the claim.
  const follow = (target) => {
    const cards = records(target).map((record) => document.getElementById(`card-${record}`)).filter((card) => card);
    const card = cards.find((each) => each.matches(".quotation")) ?? cards[0];
    if (!card) return;
    const { record } = card.dataset;
    const first = parts.get(record).find((part) => part.dataset.first?.split(" ").includes(record));
    const there = target.closest(".card") ? first : card;
    if (there && !there.hidden) go(there);
  };
  document.addEventListener("click", (event) => follow(event.target));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target.matches(".mark, .card")) follow(event.target);
    if (event.key === "Escape") choose(null);
  });

  for (const box of all("[data-layer]"))
    box.addEventListener("change", () => document.body.classList.toggle(`hide-${box.dataset.layer}`, !box.checked));

  // What the panel shows: kinds of quotations, one speaker, claims from a threshold up.
  let speaker = null;
  const worth = document.getElementById("worth");
  const show = () => {
    const kinds = new Set(all("[data-type]").filter((box) => box.checked).map((box) => box.dataset.type));
    const mine = (card) => speaker === null || card.dataset.by === speaker;
    const count = (list, isShown) => {
      const cards = all(".card", document.getElementById(list));
      for (const card of cards) card.hidden = !isShown(card);
      const shown = cards.filter((card) => !card.hidden).length;
      document.getElementById(`${list}-count`).value = shown === cards.length ? shown : `${shown} of ${cards.length}`;
    };
    count("quotes", (card) => mine(card) && kinds.has(card.dataset.kind));
    count("claims", (card) => mine(card) && Number(card.dataset.worth) >= Number(worth.value));
    document.getElementById("worth-value").value = Number(worth.value).toFixed(2);
  };
  const choose = (id) => {
    speaker = id;
    for (const button of all("[data-speaker]")) button.setAttribute("aria-pressed", String(button.dataset.speaker === id));
    document.body.classList.toggle("one-voice", id !== null);
    const said = new Set(all(".card").filter((card) => card.dataset.by === id).map((card) => card.dataset.record));
    for (const mark of all(".mark"))
      mark.classList.toggle("chosen", mark.dataset.records.split(" ").some((record) => said.has(record)));
    show();
  };
  for (const button of all("[data-speaker]"))
    button.addEventListener("click", () => choose(button.dataset.speaker === speaker ? null : button.dataset.speaker));
  for (const box of all("[data-type]")) box.addEventListener("change", show);
  worth.addEventListener("input", show);
  show();
})();
