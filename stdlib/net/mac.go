package net

// A HardwareAddr is the address of a network card.
type HardwareAddr []byte

// String is 00:11:22:aa:bb:cc.
func (a HardwareAddr) String() string {
	if len(a) == 0 {
		return ""
	}
	hex := hexString(a)
	b := make([]byte, 0, 3*len(a))
	for i := range a {
		if i > 0 {
			b = append(b, ':')
		}
		b = append(b, hex[2*i], hex[2*i+1])
	}
	return string(b)
}

func hexDigit(c byte) int {
	switch {
	case '0' <= c && c <= '9':
		return int(c - '0')
	case 'a' <= c|0x20 && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return -1
}

// ParseMAC reads 6, 8 or 20 bytes as 00:11:22:aa:bb:cc, 00-11-22-aa-bb-cc or 0011.22aa.bbcc.
func ParseMAC(s string) (hw HardwareAddr, err error) {
	bad := &AddrError{Err: "invalid MAC address", Addr: s}
	if len(s) < 14 {
		return nil, bad
	}
	group := 2 // digits between separators
	sep := s[2]
	if sep != ':' && sep != '-' {
		group, sep = 4, s[4]
		if sep != '.' {
			return nil, bad
		}
	}
	if (len(s)+1)%(group+1) != 0 {
		return nil, bad
	}
	n := (len(s) + 1) / (group + 1) * group / 2
	if n != 6 && n != 8 && n != 20 {
		return nil, bad
	}
	hw = make(HardwareAddr, 0, n)
	for i := 0; i < len(s); i += group + 1 {
		for j := i; j < i+group; j += 2 {
			h, l := hexDigit(s[j]), hexDigit(s[j+1])
			if h < 0 || l < 0 {
				return nil, bad
			}
			hw = append(hw, byte(h<<4|l))
		}
		if i+group < len(s) && s[i+group] != sep {
			return nil, bad
		}
	}
	return hw, nil
}
