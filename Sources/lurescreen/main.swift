print("lurescreen")
