/// The pixels of a picture, row by row, in memory of its own that goes with it.
final class Raster {
    let width: Int
    let height: Int
    let channels: Int
    let bytes: UnsafeMutablePointer<UInt8>

    var count: Int { width * height * channels }

    /// Memory is only taken as it is written, so that a header that promises much costs nothing.
    init(width: Int, height: Int, channels: Int) {
        self.width = width
        self.height = height
        self.channels = channels
        bytes = .allocate(capacity: width * height * channels)
    }

    deinit { bytes.deallocate() }

    /// The picture upright, whose camera was held as Exif's 1 to 8 say.
    func turned(_ orientation: Int) -> Raster {
        let (right, bottom) = (width - 1, height - 1)
        // From which pixel the upper left one comes, and how far off are those that come from its right and below it.
        let plan: (start: Int, across: Int, down: Int)
        switch orientation {
        case 2: plan = (right, -1, width)
        case 3: plan = (bottom * width + right, -1, -width)
        case 4: plan = (bottom * width, 1, -width)
        case 5: plan = (0, width, 1)
        case 6: plan = (bottom * width, -width, 1)
        case 7: plan = (bottom * width + right, -width, -1)
        case 8: plan = (right, width, -1)
        default: return self
        }
        let lies = orientation >= 5
        let upright = Raster(
            width: lies ? height : width, height: lies ? width : height, channels: channels)
        var to = upright.bytes
        for row in 0..<upright.height {
            var from = bytes + (plan.start + row * plan.down) * channels
            for _ in 0..<upright.width {
                to.update(from: from, count: channels)
                to += channels
                from += plan.across * channels
            }
        }
        return upright
    }
}
