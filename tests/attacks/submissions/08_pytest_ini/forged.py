print("REACHED: a plugin is loaded")
