print("REACHED: sitecustomize.py is loaded")
raise SystemExit(0)
