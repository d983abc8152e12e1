using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A volume and where it is mounted.</summary>
public sealed record FlyMount(Fact<string>? Source, Fact<string>? Destination, IReadOnlyList<Fact<string>> Processes, SourceSpan Span);
