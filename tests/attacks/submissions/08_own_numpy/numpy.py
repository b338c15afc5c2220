print("REACHED: another NumPy")
raise RuntimeError
