/// Lets so many in at once, the others in the order in which they came.
actor Turnstile {
    /// Each test database holds about ten connections of the 200 that the tests' PostgreSQL has.
    static let databases = Turnstile(places: 10)

    private var places: Int
    private var waiting = [CheckedContinuation<Void, Never>]()

    init(places: Int) { self.places = places }

    func enter() async {
        if places > 0 {
            places -= 1
        } else {
            await withCheckedContinuation { waiting.append($0) }
        }
    }

    func leave() {
        if waiting.isEmpty { places += 1 } else { waiting.removeFirst().resume() }
    }
}
