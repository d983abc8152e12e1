using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Manifests;

/// <summary>A Gradle script that others apply (<c>apply from: "capacitor.build.gradle"</c>): the versions of Java that it states.</summary>
public sealed record GradleScript(SourceFile File) : Artifact(File)
{
    public IReadOnlyList<RuntimeRequirement> Runtimes { get; init; } = [];
}
