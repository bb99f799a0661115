@main struct Davit { static func main() {} }
