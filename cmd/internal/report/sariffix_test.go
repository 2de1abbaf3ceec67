package report

import (
	"bytes"
	"encoding/json"
	"testing"

	"github.com/jwtvet/jwtvet/cmd/internal/finding"
)

// TestSARIFFix: an insertion is the replacement of an empty region, its columns
// counted as SARIF does.
func TestSARIFFix(t *testing.T) {
	rules, findings, base := sample(t)
	at := findings[0].End
	findings[0].Fixes = []finding.Fix{{Message: "Say more", Edits: []finding.Edit{{File: base + "/main go.go", New: ", more", From: at, To: at}}}}
	var out bytes.Buffer
	if err := SARIF(&out, findings, rules, base, "devel"); err != nil {
		t.Fatal(err)
	}
	type region struct{ StartLine, StartColumn, EndLine, EndColumn int }
	var log struct {
		Runs []struct {
			Results []struct {
				Fixes []struct {
					Description     struct{ Text string }
					ArtifactChanges []struct {
						ArtifactLocation struct{ URI string }
						Replacements     []struct {
							DeletedRegion   region
							InsertedContent struct{ Text string }
						}
					}
				}
			}
		}
	}
	if err := json.Unmarshal(out.Bytes(), &log); err != nil {
		t.Fatal(err)
	}
	fixes := log.Runs[0].Results[0].Fixes
	if len(fixes) != 1 || fixes[0].Description.Text != "Say more" || fixes[0].ArtifactChanges[0].ArtifactLocation.URI != "main%20go.go" {
		t.Fatalf("%+v", fixes)
	}
	change := fixes[0].ArtifactChanges[0].Replacements[0]
	// The character of four bytes before it counts as two.
	if want := (region{3, 19, 3, 19}); change.DeletedRegion != want || change.InsertedContent.Text != ", more" {
		t.Errorf("%+v, want %+v", change, want)
	}
}
