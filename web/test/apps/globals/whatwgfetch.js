// Gives fetch to a browser that has none.
import "./withoutfetch.js";
import "whatwg-fetch";
