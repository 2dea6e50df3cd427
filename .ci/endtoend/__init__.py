"""The end-to-end check: the packaged service seen from outside, over HTTP and SMTP only."""
