using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Images.Runtimes;

/// <summary>What a manifest demands, as the command compares it with the runtime.</summary>
/// <param name="Range">The accepted versions, in the notation of the runtime's ecosystem.</param>
/// <param name="Refusal">What the command says when it is not met.</param>
internal sealed record ManifestDemand(RuntimeRequirement Demand, string Range, SourceSpan By, string Refusal)
{
    /// <summary>The tool whose newest release demands it, when no file does.</summary>
    public string? Newest { get; init; }

    public bool IsOnlyWarned { get; init; }
}
