print("REACHED: another grader")
raise RuntimeError
