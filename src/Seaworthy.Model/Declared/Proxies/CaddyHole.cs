using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Proxies;

/// <summary>A variable of the environment in a Caddyfile: <c>{$NAME}</c>, <c>{$NAME:default}</c>.</summary>
/// <param name="Default">What stands behind the colon; null without one.</param>
/// <param name="Span">With its braces.</param>
public sealed record CaddyHole(string Name, string? Default, SourceSpan Span);
