using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A PostgreSQL database of a Blueprint.</summary>
public sealed record RenderDatabase(Fact<string> Name, SourceSpan Span)
{
    public Fact<string>? User { get; init; }

    public Fact<string>? Plan { get; init; }
}
