using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Settings;

/// <summary>Files and the scope in which they are used: <c>development: [docker-compose.yml]</c>.</summary>
public sealed record DeclaredScope(Fact<string> Scope, IReadOnlyList<PathGlob> Paths);
