using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A solution of .NET (<c>*.sln</c>, <c>*.slnx</c>).</summary>
/// <param name="Projects">Paths of the projects that a build without further options includes, as written but with <c>/</c>.</param>
public sealed record DotNetSolution(SourceFile File, IReadOnlyList<Fact<string>> Projects) : Artifact(File);
