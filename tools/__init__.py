"""Scripts that make committed data; none of them is part of the package."""
