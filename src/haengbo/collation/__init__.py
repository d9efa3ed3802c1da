"""Reports of many pages → events, copies, chains, discrepancies, independent origins."""
