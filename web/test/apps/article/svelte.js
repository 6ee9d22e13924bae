// Renders the snippets of an article (markup that newsrooms paste) with Svelte.
import { mount } from "svelte";
import Snippets from "./Snippets.svelte";

mount(Snippets, { target: document.querySelector("#app"), props: { trees: globalThis.trees } });
