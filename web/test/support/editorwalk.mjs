// An editor's way from a dropped file to the published transcript, in a real browser. Every
// action of the editor is counted.
import assert from "node:assert/strict";

/**
 * An editor who works in the studio with the mouse and the keyboard. Each call of drop,
 * click and keys is one action. So a field that the studio does not focus itself costs a
 * second action, for the click on it.
 */
export class Editor {
	/** What the editor has done so far, one text for each action. */
	actions = [];

	constructor(studio) {
		this.studio = studio;
		this.page = studio.page;
	}

	/**
	 * Drops a file on the page. Waits until the page shows the report about the file, or
	 * a message.
	 */
	async drop(name, bytes) {
		this.actions.push(`drop ${name}`);
		await this.studio.drop(name, Buffer.from(bytes));
		await this.page.waitForSelector("#report .cell, #message:not([hidden])", { visible: true });
	}

	/** Clicks the control that has this accessible name. */
	async click(name) {
		this.actions.push(`click ${name}`);
		await this.studio.press(name);
	}

	/**
	 * Types a text into a control. The argument name is the control's accessible name.
	 * Fails if the control does not get the focus by itself. Then presses one more key,
	 * which leaves the control or sends its form. The argument last is that key, or ""
	 * for none.
	 */
	async keys(name, text, last = "Tab") {
		this.actions.push(`keys in ${name}`);
		const focused = await this.page.waitForSelector(`::-p-aria([name="${name}"])`, { visible: true });
		await this.studio.until((element) => element === document.activeElement, focused);
		await this.page.keyboard.type(text);
		if (last) await this.page.keyboard.press(last);
	}
}

/**
 * Returns the items of the report that the page shows: places for the editor to check,
 * and faults that prevent publishing. Each is a pair: the title of its group, and the
 * words of the item. Fails if an item is not visible, or if the page shows another number
 * of places to check.
 */
export async function checksShown(page) {
	const { items, hidden, told } = await page.evaluate(() => {
		const groups = [...document.querySelectorAll("#report .group")];
		const list = groups.flatMap((group) => [...group.querySelectorAll("li")]);
		const seen = (item) => {
			item.scrollIntoView({ block: "center" });
			const { left, top } = item.getBoundingClientRect();
			return item.checkVisibility() && item.contains(document.elementFromPoint(left + 2, top + 8));
		};
		return {
			items: list.map((item) => [
				item.closest(".group").querySelector("h3").textContent,
				item.firstChild.textContent.trim(),
			]),
			hidden: list.filter((item) => !seen(item)).length,
			told: Number(document.querySelector("#report .cell:nth-child(3) b").textContent),
		};
	});
	assert.equal(hidden, 0, "every check can be seen");
	const checks = items.filter(([title]) => title !== "Publishing waits for this");
	assert.equal(told, checks.length, "the number of places to look at is that of the checks");
	return items;
}
