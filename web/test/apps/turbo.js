// Two small pages with Turbo load this script.
import "@hotwired/turbo";
import { load } from "quoteline";

load("/quoteline/quote-timeline.js");
