"""How quick pages and signing are on this machine: medians of three interleaved rounds."""
