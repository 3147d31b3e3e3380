// Whoever imports the kit has the file system in memory too, which lies apart so that simulations can be
// built for release, without the testing library.

@_exported import StoreSimulation
