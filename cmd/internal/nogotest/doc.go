// Package nogotest proves that the rules work in Bazel's nogo. Its tests build
// the program that rules_go would build from the rules, with rules_go's own
// sources and generator, and run it on a module the way Bazel does: package by
// package, imports first, with the export data and the facts of direct imports,
// on files that are named from the root of the workspace.
//
// Bazel itself is not needed for that: to rules_go, nogo is an executable.
package nogotest
