// run

package main

import (
	"context"
	"errors"
	"log"
	"log/slog"
	"os"
	"time"
)

type user struct{ name, password string }

func (u user) LogValue() slog.Value {
	return slog.GroupValue(slog.String("name", u.name), slog.Int("len", len(u.password)))
}

func main() {
	noTime := func(groups []string, a slog.Attr) slog.Attr {
		if a.Key == slog.TimeKey && len(groups) == 0 {
			return slog.Attr{}
		}
		return a
	}
	var lvl slog.LevelVar
	opts := &slog.HandlerOptions{Level: &lvl, ReplaceAttr: noTime}
	for _, h := range []slog.Handler{slog.NewTextHandler(os.Stdout, opts), slog.NewJSONHandler(os.Stdout, opts)} {
		l := slog.New(h)
		l.Info("hello world", "n", 1, "f", 1.5, "b", true, "d", time.Second, "err", errors.New("bad = x"), "nil", nil)
		l.Debug("hidden")
		lvl.Set(slog.LevelDebug)
		l.Debug("shown", "odd")
		lvl.Set(slog.LevelInfo)
		l = l.With("req", 7).WithGroup("g").With("in", "a b")
		l.Warn("w", "user", user{"ann", "secret"}, slog.Group("e"), slog.Group("sub", "k", []int{1, 2}, "m", map[string]int{"z": 1}))
		l.LogAttrs(context.Background(), slog.LevelError+2, "e", slog.Time("at", time.Unix(0, 0).UTC()), slog.Any("p", struct{ X, Y int }{1, 2}))
		l.WithGroup("empty").Info("nothing")
	}
	log.SetFlags(0)
	log.SetOutput(os.Stdout)
	slog.Info("through log", "a", 1)
	slog.SetDefault(slog.New(slog.NewTextHandler(os.Stdout, opts)))
	log.Print("from log")
	slog.With("x", "y").Error("top")
}
