using Seaworthy.Model.Declared.DotEnv;
using Seaworthy.Model.Known;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Compose;

/// <summary>Which files Compose loads when no <c>-f</c> names them.</summary>
/// <remarks>Source: the Compose specification, "Compose file"; Compose CLI reference, "Specifying a path to Compose files".</remarks>
internal static class ComposeDefaults
{
    private static readonly string[] Overrides =
    [
        "compose.override.yml",
        "compose.override.yaml",
        "docker-compose.override.yml",
        "docker-compose.override.yaml",
    ];

    /// <summary>The first of the default names in a directory, with the first of the override names beside it, whatever pairs they make; none when there is no default file.</summary>
    public static IReadOnlyList<string> FilesIn(string directory, Func<string, bool> exists)
    {
        var main = First(directory, ComposeFileNames.Usual, exists);
        return main is null ? []
            : First(directory, Overrides, exists) is { } over ? [main, over]
            : [main];
    }

    /// <summary>The files that a command run in a directory loads: Compose looks in the directory itself, then in those above.</summary>
    public static IReadOnlyList<string> FilesFor(string directory, Func<string, bool> exists) =>
        RepositoryPath.Ancestors(directory).Select(above => FilesIn(above, exists)).FirstOrDefault(files => files.Count > 0) ?? [];

    /// <summary>The files that a <c>.env</c> names by <c>COMPOSE_FILE</c>, with the separator that it chooses; none where it names none.</summary>
    public static IReadOnlyList<string> FilesNamedBy(EnvFile environment) =>
        environment.Find("COMPOSE_FILE")?.Value?.Literal is { Length: > 0 } named
            ? FilesNamedBy(
                named,
                environment.Find("COMPOSE_PATH_SEPARATOR")?.Value?.Literal is { Length: > 0 } separator ? separator
                    // On Windows it is the semicolon, which no path of these has.
                    : named.Contains(';', StringComparison.Ordinal) ? ";"
                    : ":",
                environment.File.Directory
            )
            : [];

    /// <summary>The files named by <c>COMPOSE_FILE</c> in the environment of a project, relative to its directory.</summary>
    public static IReadOnlyList<string> FilesNamedBy(string composeFile, string separator, string directory) =>
        [
            .. composeFile
                .Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(path => RepositoryPath.Join(directory, path))
                .OfType<string>(),
        ];

    /// <summary>Loaded beside a default file without being named.</summary>
    public static bool IsOverrideName(string name) => Overrides.Contains(name);

    public static bool IsDefaultName(string name) => ComposeFileNames.Usual.Contains(name);

    private static string? First(string directory, IReadOnlyList<string> names, Func<string, bool> exists) =>
        names.Select(name => directory.Length == 0 ? name : $"{directory}/{name}").FirstOrDefault(exists);
}
