// Starts a small page that is written in Svelte, and that contains the <quote-timeline>
// element.
import { load } from "quoteline";
import { mount } from "svelte";
import Page from "./Page.svelte";

load("/quoteline/quote-timeline.js");
mount(Page, { target: document.querySelector("#app") });
