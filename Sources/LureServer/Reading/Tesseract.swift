final class Tesseract: Sendable {}
