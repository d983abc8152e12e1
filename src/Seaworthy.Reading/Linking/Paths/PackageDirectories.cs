using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Paths;

/// <summary>The directories that package managers fill: no clone holds them, and every installation makes them.</summary>
internal static class PackageDirectories
{
    private static readonly (string Directory, string Manifest, string Command)[] All =
    [
        ("node_modules", "package.json", "npm install"),
        ("vendor", "composer.json", "composer install"),
        ("vendor", "go.mod", "go mod vendor"),
        ("vendor", "Gemfile", "bundle install"),
        (".venv", "pyproject.toml", "the project's package manager"),
        (".venv", "requirements.txt", "python -m venv"),
        ("venv", "pyproject.toml", "python -m venv"),
        ("venv", "requirements.txt", "python -m venv"),
        ("bower_components", "bower.json", "bower install"),
        ("deps", "mix.exs", "mix deps.get"),
    ];

    /// <summary>What makes a path that lies in such a directory, beside the manifest that it is made from; null when none does.</summary>
    public static string? MadeBy(RepositoryTree tree, string path)
    {
        var parts = path.Split('/');
        for (var at = 0; at < parts.Length; at++)
        {
            foreach (var (directory, manifest, command) in All)
            {
                if (parts[at] == directory && tree.HasFile(string.Join('/', [.. parts.Take(at), manifest])))
                {
                    return $"{command} makes {string.Join('/', parts.Take(at + 1))}";
                }
            }
        }

        return null;
    }
}
