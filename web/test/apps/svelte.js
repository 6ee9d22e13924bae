// Starts the small page in Svelte.
import { load } from "quoteline";
import { mount } from "svelte";
import Page from "./Page.svelte";

load("/quoteline/quote-timeline.js");
mount(Page, { target: document.querySelector("#app") });
