"""One file a source of data or a service; each fulfils a protocol of `geo.ports`."""
