package syscall

import "sync"

// env is the environment: a list in the order of the kernel, read when first needed. Small programs never look, so there is no map.
var env struct {
	once sync.Once
	mu   sync.RWMutex
	list []string
}

//tuco:extern tu_os_environ
func osEnviron() []string

func loadEnv() {
	seen := make(map[string]bool)
	for _, kv := range osEnviron() {
		k, _, ok := cutEnv(kv)
		if !ok || seen[k] {
			continue
		}
		seen[k] = true
		env.list = append(env.list, kv)
	}
}

// cutEnv splits K=V; a leading = belongs to the key.
func cutEnv(kv string) (k, v string, ok bool) {
	for i := 1; i < len(kv); i++ {
		if kv[i] == '=' {
			return kv[:i], kv[i+1:], true
		}
	}
	return kv, "", false
}

func findEnv(key string) int {
	for i, kv := range env.list {
		if len(kv) > len(key) && kv[len(key)] == '=' && kv[:len(key)] == key {
			return i
		}
	}
	return -1
}

// Getenv returns the value of key and whether it is set.
func Getenv(key string) (value string, found bool) {
	env.once.Do(loadEnv)
	if key == "" {
		return "", false
	}
	env.mu.RLock()
	defer env.mu.RUnlock()
	if i := findEnv(key); i >= 0 {
		return env.list[i][len(key)+1:], true
	}
	return "", false
}

// Setenv sets key.
func Setenv(key, value string) error {
	env.once.Do(loadEnv)
	if key == "" {
		return EINVAL
	}
	for i := 0; i < len(key); i++ {
		if key[i] == '=' || key[i] == 0 {
			return EINVAL
		}
	}
	for i := 0; i < len(value); i++ {
		if value[i] == 0 {
			return EINVAL
		}
	}
	env.mu.Lock()
	defer env.mu.Unlock()
	if i := findEnv(key); i >= 0 {
		env.list[i] = key + "=" + value
	} else {
		env.list = append(env.list, key+"="+value)
	}
	return nil
}

// Unsetenv removes key.
func Unsetenv(key string) error {
	env.once.Do(loadEnv)
	env.mu.Lock()
	defer env.mu.Unlock()
	if i := findEnv(key); i >= 0 {
		env.list = append(env.list[:i:i], env.list[i+1:]...)
	}
	return nil
}

// Clearenv removes everything.
func Clearenv() {
	env.once.Do(loadEnv)
	env.mu.Lock()
	defer env.mu.Unlock()
	env.list = nil
}

// Environ lists K=V.
func Environ() []string {
	env.once.Do(loadEnv)
	env.mu.RLock()
	defer env.mu.RUnlock()
	return append(make([]string, 0, len(env.list)), env.list...)
}
