// run

package main
import ("log";"os")
func main(){ log.SetFlags(log.Lshortfile); log.SetOutput(os.Stdout)
 log.Print("a")
 log.Printf("b")
 log.Default().Println("c")
 log.Output(1, "d")
 log.Default().Output(1, "e")
}
