#!/usr/bin/env bash
# github.com/syumai/workers v0.33.0, which runs a Go http.Handler as a Cloudflare Worker,
# on workerd 1.20261117.1.
#
# It splits the value of every request header at its commas. A date of HTTP (RFC 9110,
# section 5.6.7) has one: of "Wed, 29 Nov 2023 10:00:00 GMT" the handler gets "Wed". So
# http.ServeContent sends the whole transcript again to a reader who already has it
# (200), where the same handler in a Go server answers 304. "User-Agent" ends at
# "(KHTML". Quoteline compares entity tags, which its Worker reads from each part, and no
# dates.
set -euo pipefail

dir=$(mktemp -d)
trap 'chmod -R u+w "$dir"; rm -rf "$dir"' EXIT
cd "$dir"
command -v go >/dev/null || exit 2
npm init -y >/dev/null
npm install --silent --no-audit --no-fund workerd@1.20261117.1 || exit 2
go mod init finding 2>/dev/null
go get github.com/syumai/workers@v0.33.0 2>/dev/null || exit 2

cat >handler.go <<'GO'
package main

import (
	"net/http"
	"strings"
	"time"
)

var published = time.Date(2023, 11, 29, 10, 0, 0, 0, time.UTC)

func handler(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Seen", r.Header.Get("If-Modified-Since")+"|"+r.Header.Get("User-Agent"))
	http.ServeContent(w, r, "interview.txt", published, strings.NewReader("Host: Why?\n"))
}
GO
cat >worker.go <<'GO'
//go:build js

package main

import (
	"net/http"

	"github.com/syumai/workers"
)

func main() { workers.Serve(http.HandlerFunc(handler)) }
GO
cat >server.go <<'GO'
//go:build !js

package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
)

func main() {
	server := httptest.NewServer(http.HandlerFunc(handler))
	defer server.Close()
	request, _ := http.NewRequest("GET", server.URL, nil)
	request.Header.Set("If-Modified-Since", "Wed, 29 Nov 2023 10:00:00 GMT")
	request.Header.Set("User-Agent", "Reader/1.0 (KHTML, like Gecko)")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		panic(err)
	}
	fmt.Println(response.StatusCode, response.Header.Get("Seen"))
}
GO
go mod tidy 2>/dev/null || exit 2
go run github.com/syumai/workers/cmd/workers-assets-gen -mode=go
GOOS=js GOARCH=wasm go build -o build/app.wasm .

cat >build/test.mjs <<'JS'
import worker from "./worker.mjs";

export default {
	async test(_, env, ctx) {
		const headers = { "If-Modified-Since": "Wed, 29 Nov 2023 10:00:00 GMT", "User-Agent": "Reader/1.0 (KHTML, like Gecko)" };
		const answer = await worker.fetch(new Request("https://edge.example/", { headers }), env, ctx);
		console.log("seen", answer.status, answer.headers.get("Seen"));
	},
};
JS
cat >build/config.capnp <<'CAPNP'
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (services = [(name = "main", worker = (
	modules = [
		(name = "test.mjs", esModule = embed "test.mjs"),
		(name = "worker.mjs", esModule = embed "worker.mjs"),
		(name = "runtime.mjs", esModule = embed "runtime.mjs"),
		(name = "wasm_exec.js", esModule = embed "wasm_exec.js"),
		(name = "app.wasm", wasm = embed "app.wasm")],
	compatibilityDate = "2025-11-01"))]);
CAPNP
server=$(go run .)
node_modules/.bin/workerd test build/config.capnp >out 2>err || { cat err >&2; exit 2; }
worker=$(grep -ho 'seen .*' out err | head -n 1)
echo "Go server: $server"
echo "Worker: ${worker#seen }"
[[ $server == "304 Wed, 29 Nov 2023 10:00:00 GMT|Reader/1.0 (KHTML, like Gecko)" ]]
[[ $worker == "seen 200 Wed|Reader/1.0 (KHTML" ]]
echo "as described: syumai/workers v0.33.0 cuts If-Modified-Since to \"Wed\", so the whole file is sent again"
