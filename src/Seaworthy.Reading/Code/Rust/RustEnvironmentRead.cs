using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Rust;

/// <summary>A call that reads an environment variable.</summary>
/// <param name="Default">What <c>unwrap_or</c> and its kin give; for a helper its fallback argument. Empty when there is none.</param>
internal sealed record RustEnvironmentRead(string Name, TokenRange Default, Demand Demand, CodeCall Call)
{
    public bool IsBuildTime { get; init; }

    /// <summary>A function of the file around the read.</summary>
    public bool IsHelper { get; init; }
}
