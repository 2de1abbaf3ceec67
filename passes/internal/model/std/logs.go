package std

import "slices"

// logSinks are the loggers. Whatever a function of them is given is written,
// unless the row says which operands are.
func logSinks() []SinkRow {
	return slices.Concat(
		// func Printf(format string, v ...any)
		logs("log", "", "Print", "Printf", "Println", "Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln"),
		logs("log", "Logger", "Print", "Printf", "Println", "Fatal", "Fatalf", "Fatalln", "Panic", "Panicf", "Panicln"),
		// func Printf(format string, a ...any) (n int, err error)
		logs("fmt", "", "Print", "Printf", "Println"),
		// func Info(msg string, args ...any)
		logs("log/slog", "", "Debug", "Info", "Warn", "Error", "DebugContext", "InfoContext", "WarnContext", "ErrorContext", "Log", "LogAttrs"),
		logs("log/slog", "Logger", "Debug", "Info", "Warn", "Error", "DebugContext", "InfoContext", "WarnContext", "ErrorContext", "Log", "LogAttrs", "With"),
		logrus(), zap(), zerolog(), klog("k8s.io/klog/v2"), klog("github.com/golang/glog"))
}

func logs(path, recv string, names ...string) []SinkRow {
	var out []SinkRow
	for _, name := range names {
		out = append(out, SinkRow{Path: path, Recv: recv, Name: name, Sink: Logs})
	}
	return out
}

// levels repeats names for the forms that loggers have: Info, Infof, Infoln.
func levels(ends ...string) []string {
	var out []string
	for _, level := range []string{"Trace", "Debug", "Info", "Warn", "Warning", "Error", "Fatal", "Panic", "DPanic", "Print"} {
		for _, end := range append([]string{""}, ends...) {
			out = append(out, level+end)
		}
	}
	return out
}

func logrus() []SinkRow {
	var out []SinkRow
	for _, recv := range []string{"", "Logger", "Entry", "FieldLogger"} {
		// func Infof(format string, args ...interface{})
		out = append(out, logs("github.com/sirupsen/logrus", recv, append(levels("f", "ln"), "WithField", "WithFields")...)...)
	}
	return out
}

func zap() []SinkRow {
	return slices.Concat(
		// func (log *Logger) Info(msg string, fields ...Field)
		logs("go.uber.org/zap", "Logger", append(levels(), "With")...),
		// func (s *SugaredLogger) Infow(msg string, keysAndValues ...interface{})
		logs("go.uber.org/zap", "SugaredLogger", append(levels("f", "w", "ln"), "With")...))
}

func zerolog() []SinkRow {
	// func (e *Event) Str(key, val string) *Event
	return logs("github.com/rs/zerolog", "Event", "Str", "Strs", "Bytes", "Interface", "Any", "Msg", "Msgf", "Fields")
}

func klog(path string) []SinkRow {
	// func Infof(format string, args ...interface{})
	return slices.Concat(logs(path, "", append(levels("f", "ln"), "InfoS", "ErrorS")...), logs(path, "Verbose", "Info", "Infof", "Infoln", "InfoS"))
}
