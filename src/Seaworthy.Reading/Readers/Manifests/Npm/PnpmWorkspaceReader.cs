using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Manifests.Npm;

/// <summary>Reads pnpm-workspace.yaml and lerna.json.</summary>
internal sealed class PnpmWorkspaceReader : Reader
{
    public override bool Accepts(string path) => Path.GetFileName(path) is "pnpm-workspace.yaml" or "lerna.json";

    public override Artifact? Read(FileSyntax file)
    {
        var tree = file.File.Name == "lerna.json" ? file.Json : file.Yaml;
        return new PnpmWorkspace(file.File)
        {
            Problems = tree.Problems,
            Packages = tree.Root?["packages"]?.Texts ?? [],
            LinksPackages = tree.Root?["linkWorkspacePackages"]?.Fact,
        };
    }
}
