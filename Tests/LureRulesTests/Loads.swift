import Testing

@Test("the module loads")
func loads() {}
