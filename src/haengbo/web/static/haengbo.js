// Keys for reading: j and k move between entries, e opens its evidence, / goes to the search line.
// Everything works without this script.
(() => {
  const typing = (element) => element && /^(INPUT|TEXTAREA|SELECT)$/.test(element.tagName);
  const entries = () => [...document.querySelectorAll(".entry, .hit")];
  let at = -1;
  const go = (step) => {
    const all = entries();
    if (!all.length) return;
    at = Math.max(0, Math.min(all.length - 1, at + step));
    all.forEach((entry, index) => entry.classList.toggle("here", index === at));
    all[at].scrollIntoView({ block: "center" });
    all[at].querySelector("a")?.focus({ preventScroll: true });
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(document.activeElement)) return;
    if (event.key === "j") go(1);
    else if (event.key === "k") go(-1);
    else if (event.key === "e") entries()[at]?.querySelector(".evid > summary")?.click();
    else if (event.key === "/") { document.getElementById("q")?.focus(); event.preventDefault(); }
  });
  // On a phone the facets start folded.
  const facets = document.querySelector("details.facets");
  if (facets && window.matchMedia("(max-width: 900px)").matches) facets.open = false;
})();
