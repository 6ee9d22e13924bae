// Uses TimelineJS3 with one slide for each turn. The slides' dates are one minute apart.
// The library has no search.
const element = document.getElementById("conversation");
const timeline = new globalThis.TL.Timeline(element.id, element.dataset.src, {
	font: null, // by default it loads a font from another host
	script_path: "/timelinejs/js/",
});
timeline.on("loaded", () => performance.mark("ready"));
globalThis.pan = (_part, frame) => {
	if (frame % 30 === 0) timeline.goToNext();
};
