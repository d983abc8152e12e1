using Seaworthy.Model.Declared.Interpolation;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Compose;

/// <summary>Where a service's output goes.</summary>
public sealed record ComposeLogging(SourceSpan Span)
{
    public Template? Driver { get; init; }

    public IReadOnlyList<ComposeVariable> Options { get; init; } = [];
}
