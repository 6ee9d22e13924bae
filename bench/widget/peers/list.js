// Uses list.js in the way its documentation shows first: the library makes a list in the
// page's markup searchable.
import List from "list.js";

const list = new List("conversation", { valueNames: ["name", "text"] });
const count = document.querySelector(".count");
list.on("updated", ({ matchingItems }) => {
	count.textContent = matchingItems.length;
});
performance.mark("ready");
