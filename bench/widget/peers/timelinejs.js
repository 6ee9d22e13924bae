// TimelineJS3: a slide for each turn, one a minute. It has no search.
const element = document.getElementById("conversation");
const timeline = new globalThis.TL.Timeline(element.id, element.dataset.src, {
	font: null, // which it would ask of another host
	script_path: "/timelinejs/js/",
});
timeline.on("loaded", () => performance.mark("ready"));
globalThis.pan = (_part, frame) => {
	if (frame % 30 === 0) timeline.goToNext();
};
