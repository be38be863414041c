"""The reading trip: which page and which feed stands at an address, made of what the store keeps."""
