using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Components;

/// <summary>What is in front of a router's routes, with the places that add to it, the nearest first. A computed one is null.</summary>
internal sealed record RouterPrefix(string? Prefix, IReadOnlyList<SourceSpan> Chain);
