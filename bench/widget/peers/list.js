// Uses list.js as its documentation begins: it makes a list in the page's markup
// searchable.
import List from "list.js";

const list = new List("conversation", { valueNames: ["name", "text"] });
const count = document.querySelector(".count");
list.on("updated", ({ matchingItems }) => {
	count.textContent = matchingItems.length;
});
performance.mark("ready");
