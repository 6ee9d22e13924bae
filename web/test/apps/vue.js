// A small page in Vue. It shows two interviews in a list with keys. Beside them is a
// search field, and the number of words that the search has found.
import { load } from "quoteline";
import { createApp, ref } from "vue/dist/vue.esm-bundler.js";

load("/quoteline/quote-timeline.js");

const app = createApp({
	setup: () => ({
		src: "/v1/transcripts/altman-murati-2023",
		words: ref("board"),
		hits: ref(0),
		names: ref(["first", "second"]),
		shown: ref(true),
	}),
	template: `
<input id="words" v-model="words">
<output id="hits">{{ hits }}</output>
<button id="reverse" @click="names = names.toReversed()"></button>
<button id="toggle" @click="shown = !shown"></button>
<template v-if="shown">
	<template v-for="name in names" :key="name">
		<quote-timeline v-if="name === 'first'" :id="name" :src="src" :q="words || undefined"
			@qt-filter="hits = $event.detail.hits"></quote-timeline>
		<quote-timeline v-else :id="name" :src="src" address="none"><p>The words of the second one.</p></quote-timeline>
	</template>
</template>`,
});
app.config.compilerOptions.isCustomElement = (tag) => tag.includes("-");
app.mount("#app");
