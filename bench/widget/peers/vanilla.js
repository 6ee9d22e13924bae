// Measures a lower bound with plain JavaScript: fetches the turns and writes them as a
// list, without any feature.
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
