using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Readers.Manifests.LockFiles;

/// <summary>Reads lock files: whose they are, and what they record for the root package where that stands near the top. The rest, often megabytes, stays unread.</summary>
internal sealed class LockFileReader : Reader
{
    private static readonly Dictionary<string, LockOwner> Known = new(StringComparer.Ordinal)
    {
        ["package-lock.json"] = new(Ecosystem.Npm, "npm"),
        ["npm-shrinkwrap.json"] = new(Ecosystem.Npm, "npm"),
        ["yarn.lock"] = new(Ecosystem.Npm, "yarn"),
        ["pnpm-lock.yaml"] = new(Ecosystem.Npm, "pnpm"),
        ["bun.lock"] = new(Ecosystem.Npm, "bun"),
        ["bun.lockb"] = new(Ecosystem.Npm, "bun"),
        ["poetry.lock"] = new(Ecosystem.Python, "poetry"),
        ["uv.lock"] = new(Ecosystem.Python, "uv"),
        ["pdm.lock"] = new(Ecosystem.Python, "pdm"),
        ["Pipfile.lock"] = new(Ecosystem.Python, "pipenv"),
        ["Cargo.lock"] = new(Ecosystem.Cargo, "cargo"),
        ["go.sum"] = new(Ecosystem.Go, "go"),
        ["packages.lock.json"] = new(Ecosystem.NuGet, "nuget"),
        ["composer.lock"] = new(Ecosystem.Composer, "composer"),
        ["Gemfile.lock"] = new(Ecosystem.RubyGems, "bundler"),
        ["gradle.lockfile"] = new(Ecosystem.Maven, "gradle"),
        ["pubspec.lock"] = new(Ecosystem.Pub, "pub"),
        ["mix.lock"] = new(Ecosystem.Hex, "mix"),
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

    private sealed record LockOwner(Ecosystem Ecosystem, string Tool);
}
