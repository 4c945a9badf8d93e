package watch

import (
	"errors"
	"syscall"
)

// remote are the file systems on which others make changes that Linux does not hear
// of, by the numbers statfs(2) gives them.
var remote = map[int64]string{
	0x6969:     "NFS",
	0x517b:     "SMB",
	0xfe534d42: "SMB",
	0xff534d42: "SMB",
	0x01021997: "9p",
	0x65735546: "FUSE",
	0x5346414f: "AFS",
	0x73757245: "Coda",
	0x47504653: "GPFS",
	0x00c36400: "Ceph",
	0x786f4256: "a shared folder of VirtualBox",
	0xbacbacbc: "a shared folder of VMware",
}

// silent says why the disk a folder lies on tells of no changes, "" where it does.
func silent(dir string) string {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return ""
	}
	if name := remote[int64(s.Type)&0xffffffff]; name != "" {
		return "the folder is on " + name + ", which does not tell of them"
	}
	return ""
}

// exhausted reports the error of a system that watches so many folders and no more.
func exhausted(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EMFILE)
}
