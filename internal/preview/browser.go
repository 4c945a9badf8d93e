package preview

import (
	"os/exec"
	"runtime"
)

// openBrowser opens an address in the browser of whoever is at the machine.
func openBrowser(address string) error {
	name, args := "xdg-open", []string{address}
	switch runtime.GOOS {
	case "darwin":
		name = "open"
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", address}
	}
	cmd := exec.Command(name, args...)
	if err := cmd.Start(); err != nil {
		return err
	}
	go cmd.Wait() // it may stay as long as the browser does; nothing is asked of it
	return nil
}
