using Seaworthy.Model.Source;

namespace Seaworthy.Model.Topology;

/// <summary>A key with which a program signs or encrypts, written as a literal in its source: no variable takes its place.</summary>
/// <param name="Name">The constant, as the source calls it.</param>
/// <param name="IsForDevelopment">Its name or its value says that it is not for production.</param>
public sealed record LiteralKey(Component Component, string Name, bool IsForDevelopment, SourceSpan Span)
{
    /// <summary>Stands in a class that nothing calls.</summary>
    public bool IsIdle { get; init; }
}
