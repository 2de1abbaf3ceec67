package bench

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"time"
)

// Sample is what one run of a command cost.
type Sample struct {
	// CPU is the seconds of all processors that the command and the processes
	// it waited for spent, in and for them.
	CPU float64
	// Wall is the seconds it took.
	Wall float64
	// Peak is the most memory in MB that one process of the command held. What
	// processes held together, at one time, is more where several are at work: the
	// tools of go vet are.
	Peak float64
}

// call is a command that is ready to run.
type call struct {
	face
	args []string
	dir  string
	env  []string // the whole environment
	log  string   // file for the output: a reader would spend our time, and its memory
	gone []string // files and folders that nobody needs afterwards
}

// run runs the command and measures it.
func (c *call) run(ctx context.Context) (*Sample, error) {
	log, err := os.Create(c.log)
	if err != nil {
		return nil, err
	}
	var stderr bytes.Buffer
	cmd := exec.CommandContext(ctx, c.args[0], c.args[1:]...)
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = c.dir, c.env, log, &stderr
	start := time.Now()
	err = cmd.Run()
	wall := time.Since(start)
	if closed := log.Close(); closed != nil {
		return nil, closed
	}
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		return nil, err
	}
	if err := c.failure(err, stderr.String()); err != nil {
		return nil, err
	}
	state := cmd.ProcessState
	return &Sample{
		CPU:  (state.UserTime() + state.SystemTime()).Seconds(),
		Wall: wall.Seconds(),
		Peak: peak(state) / 1e6,
	}, nil
}

// failure tells, in one line, what a command says that did not do its work:
// what it cost would say nothing.
func (c *call) failure(exit error, stderr string) error {
	out, err := os.ReadFile(c.log)
	if err != nil {
		return err
	}
	var status *exec.ExitError
	if errors.As(exit, &status) && !slices.Contains(c.statuses, status.ExitCode()) {
		line := firstLine(stderr)
		if line == "" {
			line = firstLine(string(out))
		}
		return fmt.Errorf("%w: %s", exit, line)
	}
	if c.failed == "" {
		return nil
	}
	for line := range bytes.Lines(out) {
		if bytes.Contains(line, []byte(c.failed)) {
			return fmt.Errorf("the packages are not all analysed: %s", bytes.TrimSpace(line))
		}
	}
	return nil
}

// clean removes what the command needed for this run alone.
func (c *call) clean() error {
	var err error
	for _, path := range c.gone {
		err = errors.Join(err, os.RemoveAll(path))
	}
	return err
}
