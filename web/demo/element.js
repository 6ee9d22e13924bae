// What the page of examples does: it calls the element, shows its events, and
// lists the parts and properties that can be styled, from the manifest.
const element = document.getElementById("driven");

const calls = {
	goTo: () => element.goTo("qtf947h"),
	speaker: () => element.filter({ speaker: ["mira-murati"], topic: "" }),
	search: () => element.filter({ q: "board", only: true, topic: "" }),
	clear: () => element.clear(),
	html: () => element.toHTML().length,
	topic: () => {
		element.clear();
		element.topic = "staff";
	},
};

const output = document.querySelector(".told output");
const tell = (text) => {
	output.textContent = `${text}\n${output.textContent}`;
};

for (const button of document.querySelectorAll("[data-call]")) {
	button.addEventListener("click", () => {
		const answer = calls[button.dataset.call]();
		if (answer !== undefined) tell(`${button.textContent} → ${answer}`);
	});
}
for (const type of ["qt-ready", "qt-select", "qt-filter", "qt-copy", "qt-error"]) {
	document.addEventListener(type, ({ target, detail }) => {
		if (target === element || type === "qt-error") tell(`${type} ${JSON.stringify(detail)}`);
	});
}

const row = ({ name, description }) => {
	const line = document.createElement("tr");
	const [head, cell] = [document.createElement("th"), document.createElement("td")];
	const code = document.createElement("code");
	code.textContent = name;
	head.scope = "row";
	head.append(code);
	cell.textContent = description;
	line.append(head, cell);
	return line;
};

/** The rules of the last example, laid out for reading. */
const styledRules = () =>
	[...document.styleSheets]
		.flatMap(({ cssRules }) => [...cssRules])
		.filter(({ selectorText }) => selectorText?.startsWith("#styled"))
		.map(({ cssText }) =>
			cssText
				.replace("{ ", "{\n  ")
				.replaceAll("; ", ";\n  ")
				.replace(/\s*\}$/, "\n}"),
		)
		.join("\n");

const manifest = await (await fetch("/custom-elements.json")).json();
const { cssParts, cssProperties } = manifest.modules[0].declarations[0];
document.querySelector(".parts").append(...cssParts.map(row));
document.querySelector(".properties").append(...cssProperties.map(row));
document.querySelector(".sheet").textContent = styledRules();
