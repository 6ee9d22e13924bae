//go:build !js

package api_test

import (
	"database/sql"
	"net/http"
	"os"
	"strings"
	"testing"

	"quoteline/shared/publisher"
	"quoteline/shared/transcript"
)

// addToken stores a token and returns the header line with which a request sends it.
func (d *writable) addToken(token, name string, ids ...string) string {
	d.t.Helper()
	_, err := d.db.Exec("INSERT INTO tokens (key, hash, name, ids) VALUES (?, ?, ?, ?)",
		publisher.KeyOf(token), publisher.Hash(token, ids), name, strings.Join(ids, " "))
	if err != nil {
		d.t.Fatal(err)
	}
	return "Authorization: Bearer " + token
}

// Each version has the key and the name of the token that stored it. Only requests with
// a valid token see them.
func TestVersionsNameTheirPublishers(t *testing.T) {
	d := newWritable(t)
	anna := d.addToken("ql_k2_secret", "anna-desk")
	d.put(arches, firstTalk, http.StatusCreated)
	if w := d.send("DELETE", arches, "", anna); w.Code != 204 || w.Header().Get("Quoteline-Publisher") != "k2 anna-desk" {
		t.Errorf("DELETE: %d %v", w.Code, w.Header())
	}
	d.put(arches, secondTalk, http.StatusCreated, anna)
	for _, line := range []string{anna, "Authorization: Bearer " + token} {
		w := d.send("GET", arches+"/versions", "", line)
		list := decode[struct{ Versions []transcript.Version }](t, w).Versions
		if len(list) != 3 || list[0].Key != "k2" || list[0].Name != "anna-desk" || list[1].Key != "k2" || list[2].Key != "k1" || list[2].Name != "" {
			t.Errorf("%+v", list)
		}
		if w.Header().Get("Cache-Control") != "no-store" || w.Header().Get("Vary") != "Authorization" {
			t.Errorf("a cache may keep the names: %v", w.Header())
		}
	}
	w := d.send("GET", arches+"/versions", "", "Authorization: ")
	if w.Code != 200 || strings.Contains(w.Body.String(), "key") || strings.Contains(w.Body.String(), "anna") || w.Header().Get("Vary") != "Authorization" {
		t.Errorf("without a token: %d %s", w.Code, w.Body)
	}
	for _, path := range []string{"", "/versions/1", "/versions/3?from=1", "/turns"} {
		if w := d.send("GET", arches+path, "", anna); strings.Contains(w.Body.String(), "anna") || w.Code != 200 {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
	if w := d.send("GET", arches+"/versions", "", "Authorization: Bearer ql_k2_wrong"); w.Code != 401 || strings.Contains(w.Body.String(), "anna") {
		t.Errorf("with a wrong token: %d %s", w.Code, w.Body)
	}
}

func TestBoundTokens(t *testing.T) {
	d := newWritable(t)
	line := d.addToken("ql_k3_secret", "tv-desk", "tv-", "arch")
	d.put(arches, firstTalk, http.StatusCreated, line)
	for _, method := range []string{"PUT", "DELETE"} {
		rows := d.rows()
		w := d.send(method, "/v1/transcripts/a-tv-show", firstTalk, line)
		p := decode[struct{ Type, Detail string }](t, w)
		if w.Code != 403 || p.Type != "urn:quoteline:problem:forbidden" || !strings.Contains(p.Detail, "begin with tv- or arch.") || d.rows() != rows {
			t.Errorf("%s: %d %s", method, w.Code, w.Body)
		}
		if w.Header().Get("Quoteline-Publisher") != "k3 tv-desk" || !strings.Contains(w.Header().Get("WWW-Authenticate"), "insufficient_scope") {
			t.Errorf("%s: %v", method, w.Header())
		}
	}
	// The hash of a token is computed from the token and from the ids that it may
	// publish. So a token is no longer valid if someone changes the ids in the database.
	if _, err := d.db.Exec("UPDATE tokens SET ids = '' WHERE key = 'k3'"); err != nil {
		t.Fatal(err)
	}
	if w := d.send("PUT", arches, secondTalk, line); w.Code != 401 {
		t.Errorf("with other ids: %d %s", w.Code, w.Body)
	}
}

func TestRevokedTokens(t *testing.T) {
	d := newWritable(t)
	d.put(arches, firstTalk, http.StatusCreated)
	if _, err := d.db.Exec("UPDATE tokens SET revoked_at = '2026-11-23T12:00:00Z' WHERE key = 'k1'"); err != nil {
		t.Fatal(err)
	}
	for method, path := range map[string]string{"PUT": arches, "DELETE": arches, "GET": arches + "/versions"} {
		w := d.send(method, path, secondTalk)
		if p := decode[struct{ Detail string }](t, w); w.Code != 401 || !strings.Contains(p.Detail, "revoked at 2026-11-23T12:00:00Z") {
			t.Errorf("%s: %d %s", method, w.Code, w.Body)
		}
	}
}

// An operator can thin an old version: most of its turns are removed. The list of
// versions must mark such a version, and it cannot be compared with another one.
func TestThinnedVersions(t *testing.T) {
	d := newWritable(t)
	d.put(arches, firstTalk, http.StatusCreated)
	d.put(arches, secondTalk, http.StatusOK)
	d.put(arches, firstTalk, http.StatusOK)
	statement, err := os.ReadFile("../store/operate/thin.sql")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.db.Exec(string(statement), sql.Named("id", "arches"), sql.Named("version", 1)); err != nil {
		t.Fatal(err)
	}
	list := decode[struct{ Versions []transcript.Version }](t, d.send("GET", arches+"/versions", "")).Versions
	if len(list) != 3 || list[0].Thinned || list[1].Thinned || !list[2].Thinned {
		t.Errorf("%+v", list)
	}
	for path, status := range map[string]int{"/versions/1": 200, "/versions/3?from=1": 410, "/versions/1?from=3": 410, "/versions/3?from=2": 200} {
		w := d.send("GET", arches+path, "")
		if w.Code != status || status == 410 && !strings.Contains(w.Body.String(), "Version 1 was thinned") {
			t.Errorf("%s: %d %s", path, w.Code, w.Body)
		}
	}
}
