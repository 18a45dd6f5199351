"use strict";
(() => {
  const text = document.getElementById("text");
  const state = document.getElementById("state");
  const put = (words, name) => {
    text.value = words;
    document.getElementById("name").value = name;
    state.value = `${name}: ${text.value.length.toLocaleString()} characters`;
  };
  const take = async (file) => { if (file) put(await file.text(), file.name); };
  document.getElementById("example").addEventListener("click", async () => {
    put(await (await fetch("example.txt")).text(), "example.txt");
  });
  document.getElementById("file").addEventListener("change", (event) => take(event.target.files[0]));
  for (const type of ["dragover", "dragleave", "drop"])
    text.addEventListener(type, (event) => {
      event.preventDefault();
      text.classList.toggle("over", type === "dragover");
      if (type === "drop") take(event.dataTransfer.files[0]);
    });
  document.querySelector("form").addEventListener("submit", (event) => {
    state.value = event.submitter?.name ? "" : "reading…";  // what is saved leaves this page as it is
  });
})();
