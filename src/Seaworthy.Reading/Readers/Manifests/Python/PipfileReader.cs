using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Readers.Manifests.Npm;

namespace Seaworthy.Reading.Readers.Manifests.Python;

/// <summary>Reads Pipfile.</summary>
internal sealed class PipfileReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) == "Pipfile";

    public override Artifact? Read(FileSyntax file)
    {
        var tree = file.Toml;
        var python = tree.Root?.At("requires", "python_version") ?? tree.Root?.At("requires", "python_full_version");
        return new Pipfile(file.File)
        {
            Problems = tree.Problems,
            Runtimes = python?.Text is { } version ? [new RuntimeRequirement("python", version, python.Span)] : [],
            Dependencies =
            [
                .. PoetryDependencies.Table(tree.Root?["packages"], DependencyKind.Runtime, null),
                .. PoetryDependencies.Table(tree.Root?["dev-packages"], DependencyKind.Development, "dev"),
            ],
            Scripts = PackageScripts.Read(tree.Root?["scripts"]),
        };
    }
}
