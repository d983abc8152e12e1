using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A version, or range of versions, of a language runtime or tool: <c>node</c>, <c>python</c>, <c>rust</c>, <c>go</c>, <c>dotnet</c>, <c>java</c>, <c>php</c>, <c>ruby</c>, <c>npm</c>, <c>pnpm</c>…</summary>
/// <param name="Version">As written: <c>&gt;=18</c>, <c>3.12</c>, <c>net8.0</c>, <c>lts/*</c>.</param>
public sealed record RuntimeRequirement(string Runtime, string Version, SourceSpan Span);
