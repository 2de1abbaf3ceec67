package bench

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"text/tabwriter"
)

// leastGrown is the size of the smallest tree that is made.
const leastGrown = 50

// What a package costs is promised to be the same, within a tenth, in trees of
// any size from this on.
const (
	grownBase = 1000
	grownMost = 1.1
)

// growFaces are the commands that are measured on trees that are made.
var growFaces = []string{"jwtvet", "list"}

// parseSizes reads the numbers of packages that -grow names.
func parseSizes(text string) ([]int, error) {
	var sizes []int
	for _, field := range strings.Split(text, ",") {
		n, err := strconv.Atoi(field)
		if err != nil || n < leastGrown {
			return nil, fmt.Errorf("%q: want numbers of packages from %d on, separated by commas", field, leastGrown)
		}
		if len(sizes) > 0 && n <= sizes[len(sizes)-1] {
			return nil, fmt.Errorf("%d comes after %d: want the smaller first", n, sizes[len(sizes)-1])
		}
		sizes = append(sizes, n)
	}
	return sizes, nil
}

// Growth is what trees of several sizes cost.
type Growth struct {
	Platform   string
	Processors int
	Programs   []Program
	Trees      []*Grown
}

// Grown is one of the trees.
type Grown struct {
	Packages, Lines int
	Commands        []*Command
	bench           *bench
}

// measureGrowth makes the trees and runs the commands over all in each round.
func (b *bench) measureGrowth(ctx context.Context) (*Growth, error) {
	b.only = strings.Join(growFaces, ",")
	faces, err := b.chosen()
	if err != nil {
		return nil, err
	}
	root, err := repository(ctx)
	if err != nil {
		return nil, err
	}
	b.dir = root
	var programs Report
	if err := b.gather(ctx, faces, &programs); err != nil {
		return nil, err
	}
	g := &Growth{Platform: runtime.GOOS + "/" + runtime.GOARCH, Processors: runtime.NumCPU(), Programs: programs.Programs}
	for _, n := range b.grow {
		t, err := b.growTree(filepath.Join(root, "testdata"), n, faces)
		if err != nil {
			return nil, err
		}
		g.Trees = append(g.Trees, t)
	}
	for round := range b.rounds + 1 {
		for _, t := range g.Trees {
			for _, c := range t.Commands {
				fmt.Fprintf(b.log, "%d packages, ", t.Packages)
				if err := t.bench.sample(ctx, c, round); err != nil {
					return nil, err
				}
			}
		}
	}
	return g, nil
}

// growTree makes a tree of n packages and what is to be run in it.
func (b *bench) growTree(fixtures string, n int, faces []face) (*Grown, error) {
	dir := filepath.Join(b.temp, fmt.Sprintf("grown%d", n))
	if err := os.Mkdir(dir, 0o777); err != nil {
		return nil, err
	}
	lines, err := plant(dir, fixtures, n)
	if err != nil {
		return nil, err
	}
	in := *b
	options := *b.options
	in.options = &options
	in.dir = dir
	t := &Grown{Packages: n, Lines: lines, bench: &in}
	for _, f := range faces {
		t.Commands = append(t.Commands, &Command{Name: f.name, face: f})
	}
	return t, nil
}

// each is what one package costs a command: the median over the packages.
func (t *Grown) each(command int, m measure) float64 {
	return t.Commands[command].spread(m).Median / float64(t.Packages)
}

// text prints the growth for people.
func (g *Growth) text(w io.Writer) error {
	fmt.Fprintf(w, "%d trees that were made; %s, %d processors\n", len(g.Trees), g.Platform, g.Processors)
	for _, p := range g.Programs {
		fmt.Fprintf(w, "  %-13s %s\n", p.Name, p.Version)
	}
	fmt.Fprintf(w, "\nMedian (least..most) of %d rounds; the peak is that of the largest process. Each package is compared with one of %d.\n\n",
		len(g.Trees[0].Commands[0].Samples), grownBase)
	t := tabwriter.NewWriter(w, 0, 0, 3, ' ', 0)
	fmt.Fprintln(t, "packages\tlines\tcommand\tCPU s\tms each\tratio\tpeak MB\tkB each\tratio\t")
	for _, tree := range g.Trees {
		for i, c := range tree.Commands {
			fmt.Fprintf(t, "%d\t%d\t%s\t%v\t%.2f\t%s\t%v\t%.0f\t%s\t\n", tree.Packages, tree.Lines, c.Name,
				c.spread(cpu), 1000*tree.each(i, cpu), g.ratio(tree, i, cpu), c.spread(memory), 1000*tree.each(i, memory), g.ratio(tree, i, memory))
		}
	}
	return t.Flush()
}

// ratio compares what a package costs with what it does in the tree of a
// thousand, and tells where more is promised of our own command.
func (g *Growth) ratio(t *Grown, command int, m measure) string {
	for _, base := range g.Trees {
		if base.Packages != grownBase || base.each(command, m) == 0 {
			continue
		}
		ratio := t.each(command, m) / base.each(command, m)
		if t.Packages > grownBase && t.Commands[command].Name == "jwtvet" && ratio > grownMost {
			return fmt.Sprintf("%.2f BROKEN", ratio)
		}
		return fmt.Sprintf("%.2f", ratio)
	}
	return "-"
}
