// run

package main

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rc4"
	"crypto/sha256"
	"crypto/subtle"
	"fmt"
	"io"
	"math/big"
)

func main() {
	key := []byte("0123456789abcdef0123456789ABCDEF")
	msg := bytes.Repeat([]byte("attack at dawn! "), 5)
	for _, n := range []int{16, 24, 32} {
		b, err := aes.NewCipher(key[:n])
		if err != nil {
			panic(err)
		}
		out := make([]byte, 16)
		b.Encrypt(out, msg)
		back := make([]byte, 16)
		b.Decrypt(back, out)
		fmt.Printf("%x %s\n", out, back)
		iv := key[16:]
		cb := make([]byte, len(msg))
		cipher.NewCBCEncrypter(b, iv).CryptBlocks(cb, msg)
		fmt.Printf("cbc %x\n", cb)
		cipher.NewCBCDecrypter(b, iv).CryptBlocks(cb, cb)
		fmt.Println(bytes.Equal(cb, msg))
		for i, s := range []cipher.Stream{cipher.NewCTR(b, iv), cipher.NewOFB(b, iv), cipher.NewCFBEncrypter(b, iv)} {
			c := make([]byte, len(msg)-3)
			s.XORKeyStream(c[:7], msg[:7])
			s.XORKeyStream(c[7:], msg[7:len(c)])
			fmt.Printf("%d %x\n", i, c)
		}
		g, _ := cipher.NewGCM(b)
		ct := g.Seal(nil, key[:12], msg[:37], []byte("header"))
		fmt.Printf("gcm %x\n", ct)
		pt, err := g.Open(nil, key[:12], ct, []byte("header"))
		fmt.Printf("%s %v\n", pt, err)
		ct[3] ^= 1
		_, err = g.Open(nil, key[:12], ct, []byte("header"))
		fmt.Println(err)
		g2, _ := cipher.NewGCMWithNonceSize(b, 20)
		fmt.Printf("%x\n", g2.Seal(nil, key[:20], msg[:50], nil))
	}
	m := hmac.New(sha256.New, []byte("key"))
	io.WriteString(m, "message")
	fmt.Printf("%x\n", m.Sum(nil))
	r, _ := rc4.NewCipher([]byte("Key"))
	o := make([]byte, 9)
	r.XORKeyStream(o, []byte("Plaintext"))
	fmt.Printf("%X\n", o)
	fmt.Println(subtle.ConstantTimeCompare([]byte("a"), []byte("a")), subtle.ConstantTimeEq(3, 4))
	buf := make([]byte, 32)
	n, err := rand.Read(buf)
	fmt.Println(n, err, !bytes.Equal(buf, make([]byte, 32)), len(rand.Text()))
	x, _ := rand.Int(rand.Reader, big.NewInt(1000))
	fmt.Println(x.Sign() >= 0 && x.Cmp(big.NewInt(1000)) < 0)
	p, _ := rand.Prime(rand.Reader, 64)
	fmt.Println(p.BitLen(), p.ProbablyPrime(10))
	_, err = aes.NewCipher(key[:5])
	fmt.Println(err)
}
