// Fetches the turns and writes them as a list, in plain JavaScript and without any
// feature. The time of this page is a lower bound for pages with features.
const list = document.querySelector(".turns");
const turns = await (await fetch(list.dataset.src)).json();
list.append(
	...turns.map(({ name, text }) => {
		const [item, by, words] = ["li", "b", "p"].map((tag) => document.createElement(tag));
		by.textContent = name;
		words.textContent = text;
		words.className = "text";
		item.append(by, words);
		return item;
	}),
);
performance.mark("ready");
