"""Starts the app: `streamlit run app.py`."""

from geo.ui import main

main()
