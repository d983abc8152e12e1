using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A port to the outside and what handles it (<c>tls</c>, <c>http</c>).</summary>
public sealed record FlyPort(Fact<int> Port, IReadOnlyList<Fact<string>> Handlers, SourceSpan Span);
