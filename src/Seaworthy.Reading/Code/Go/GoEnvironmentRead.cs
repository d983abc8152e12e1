using Seaworthy.Model.Declared.Code;
using Seaworthy.Reading.Formats.Code;

namespace Seaworthy.Reading.Code.Go;

/// <summary>A call that reads an environment variable.</summary>
/// <param name="Default">The expression used when the variable is unset, as an argument or assigned after a test for emptiness; empty when there is none.</param>
internal sealed record GoEnvironmentRead(string Name, TokenRange Default, Demand Demand, CodeCall Call)
{
    /// <summary>Variables that were asked before, and that were empty when this one is read.</summary>
    public IReadOnlyList<string> Before { get; init; } = [];
}
