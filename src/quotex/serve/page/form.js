"use strict";
(() => {
  const text = document.getElementById("text");
  const state = document.getElementById("state");
  const take = async (file) => {
    if (!file) return;
    text.value = await file.text();
    document.getElementById("name").value = file.name;
    state.value = `${file.name}: ${text.value.length.toLocaleString()} characters`;
  };
  document.getElementById("file").addEventListener("change", (event) => take(event.target.files[0]));
  for (const type of ["dragover", "dragleave", "drop"])
    text.addEventListener(type, (event) => {
      event.preventDefault();
      text.classList.toggle("over", type === "dragover");
      if (type === "drop") take(event.dataTransfer.files[0]);
    });
  document.querySelector("form").addEventListener("submit", () => { state.value = "reading…"; });
})();
