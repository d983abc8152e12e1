using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>One way to start a .NET project.</summary>
/// <param name="CommandName"><c>Project</c>, <c>IISExpress</c>, <c>Docker</c>…</param>
public sealed record LaunchProfile(string Name, string? CommandName, SourceSpan Span);
