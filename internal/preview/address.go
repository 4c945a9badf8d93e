package preview

import (
	"errors"
	"fmt"
	"net"
	"strconv"
	"syscall"
)

// tries is how many ports are tried before giving up.
const tries = 20

// nextFree listens at an address, or where its port is taken at the next free one.
func nextFree(addr string) (l net.Listener, moved bool, err error) {
	host, text, err := net.SplitHostPort(addr)
	if err != nil {
		return nil, false, fmt.Errorf("listen at %s: %w", addr, err)
	}
	port, err := net.LookupPort("tcp", text)
	if err != nil {
		return nil, false, fmt.Errorf("listen at %s: %w", addr, err)
	}
	network := "tcp"
	if ip := net.ParseIP(host); ip != nil && ip.To4() != nil {
		network = "tcp4" // else 0.0.0.0 would mean the addresses of IPv6 as well, which nobody named
	}
	for n := range tries {
		l, err = net.Listen(network, net.JoinHostPort(host, strconv.Itoa(port+n)))
		if err == nil {
			return l, n > 0, nil
		}
		if port == 0 || port+n == 65535 || !taken(err) {
			break
		}
	}
	return nil, false, fmt.Errorf("listen at %s: %w", addr, cause(err))
}

// taken reports that somebody else listens there. Windows has a number of its own.
func taken(err error) bool {
	return errors.Is(err, syscall.EADDRINUSE) || errors.Is(err, syscall.Errno(10048))
}

// cause is what the system said, without the address, which the caller names.
func cause(err error) error {
	if e, ok := errors.AsType[*net.OpError](err); ok {
		return e.Err
	}
	return err
}

// loopback reports an address that only this machine can reach.
func loopback(addr net.Addr) bool {
	tcp, ok := addr.(*net.TCPAddr)
	return ok && tcp.IP.IsLoopback()
}

// urlOf is the address for a browser. One that stands for all of the machine's is
// reached at localhost.
func urlOf(addr net.Addr, base string) string {
	host, port, err := net.SplitHostPort(addr.String())
	if err != nil {
		return "http://" + addr.String() + base
	}
	if ip := net.ParseIP(host); ip != nil && ip.IsUnspecified() {
		host = "localhost"
	}
	return "http://" + net.JoinHostPort(host, port) + base
}
