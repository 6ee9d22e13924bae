// Uses list.js with a template: this script fetches the turns as JSON, and the library
// writes the list from the template.
import List from "list.js";

const element = document.getElementById("conversation");
const turns = await (await fetch(element.dataset.src)).json();
const options = {
	valueNames: ["name", "text"],
	item: '<li><b class="name"></b><p class="text"></p></li>',
};
const list = new List(element, options, turns);
const count = document.querySelector(".count");
list.on("updated", ({ matchingItems }) => {
	count.textContent = matchingItems.length;
});
performance.mark("ready");
