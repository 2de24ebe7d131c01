"""The one HTML file, and the same map for notebooks."""
