// Wraps fetch as OpenTelemetry does, to measure every request of the page.
import { registerInstrumentations } from "@opentelemetry/instrumentation";
import { FetchInstrumentation } from "@opentelemetry/instrumentation-fetch";
import { WebTracerProvider } from "@opentelemetry/sdk-trace-web";

new WebTracerProvider().register();
registerInstrumentations({ instrumentations: [new FetchInstrumentation()] });
