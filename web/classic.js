// Loads quote-timeline.js from a classic script. Some consent managers can add only classic
// scripts to a page, and quote-timeline.js is a module.
//
//   <script src="https://edge.example/classic.js"></script>
const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
import(new URL("quote-timeline.js", src).href);
