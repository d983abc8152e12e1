using Xunit;

namespace Seaworthy.Fuzz;

/// <summary>Tests that measure what the whole process does: they run alone, while the others run beside each other.</summary>
[CollectionDefinition(nameof(Measured), DisableParallelization = true)]
public sealed class Measured;
