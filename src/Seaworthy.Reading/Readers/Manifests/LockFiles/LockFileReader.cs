using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Manifests.LockFiles;

/// <summary>Reads lock files: whose they are, and what they record for the root package where that stands near the top. The rest, often megabytes, stays unread.</summary>
internal sealed class LockFileReader : Reader
{
    private static readonly Dictionary<string, (Ecosystem Ecosystem, string Tool)> Known = new(StringComparer.Ordinal)
    {
        ["package-lock.json"] = (Ecosystem.Npm, "npm"),
        ["npm-shrinkwrap.json"] = (Ecosystem.Npm, "npm"),
        ["yarn.lock"] = (Ecosystem.Npm, "yarn"),
        ["pnpm-lock.yaml"] = (Ecosystem.Npm, "pnpm"),
        ["bun.lock"] = (Ecosystem.Npm, "bun"),
        ["bun.lockb"] = (Ecosystem.Npm, "bun"),
        ["poetry.lock"] = (Ecosystem.Python, "poetry"),
        ["uv.lock"] = (Ecosystem.Python, "uv"),
        ["pdm.lock"] = (Ecosystem.Python, "pdm"),
        ["Pipfile.lock"] = (Ecosystem.Python, "pipenv"),
        ["Cargo.lock"] = (Ecosystem.Cargo, "cargo"),
        ["go.sum"] = (Ecosystem.Go, "go"),
        ["packages.lock.json"] = (Ecosystem.NuGet, "nuget"),
        ["composer.lock"] = (Ecosystem.Composer, "composer"),
        ["Gemfile.lock"] = (Ecosystem.RubyGems, "bundler"),
        ["gradle.lockfile"] = (Ecosystem.Maven, "gradle"),
        ["pubspec.lock"] = (Ecosystem.Pub, "pub"),
    };

    public override bool Accepts(string path) => Known.ContainsKey(Path.GetFileName(path));

    public override Artifact? Read(FileSyntax file)
    {
        var (ecosystem, tool) = Known[file.File.Name];
        LockFile found = new(file.File, ecosystem, tool);
        return (tool, file.File.Name) switch
        {
            ("npm", _) => JsonLockRoot.Read(found, ["packages", ""]),
            ("bun", "bun.lock") => JsonLockRoot.Read(found, ["workspaces", ""]),
            ("pnpm", _) => PnpmLockRoot.Read(found),
            _ => found,
        };
    }
}
