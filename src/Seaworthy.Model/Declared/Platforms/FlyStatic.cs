using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Platforms;

/// <summary>A directory of the image that the platform serves itself.</summary>
public sealed record FlyStatic(Fact<string>? GuestPath, Fact<string>? UrlPrefix, SourceSpan Span);
