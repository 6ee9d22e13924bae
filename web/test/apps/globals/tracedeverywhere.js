// Wraps fetch as OpenTelemetry does, and sends a header field with each request, also to other
// origins. Other origins have to allow that.
import { registerInstrumentations } from "@opentelemetry/instrumentation";
import { FetchInstrumentation } from "@opentelemetry/instrumentation-fetch";
import { WebTracerProvider } from "@opentelemetry/sdk-trace-web";

new WebTracerProvider().register();
registerInstrumentations({
	instrumentations: [new FetchInstrumentation({ propagateTraceHeaderCorsUrls: [/.*/] })],
});
