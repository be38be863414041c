"""The public web pages: the agenda anyone can read, and where to subscribe to any part of it. No script, no tracker."""
