namespace Seaworthy.Reading.Readers.Dockerfiles;

/// <summary>Which file names mean a Dockerfile.</summary>
internal static class DockerfileName
{
    // Templates of other programs and documents about Dockerfiles: their text is not what a build reads.
    private static readonly string[] OtherKinds =
    [
        ".dockerignore",
        ".md",
        ".mdx",
        ".txt",
        ".rst",
        ".html",
        ".j2",
        ".m4",
        ".in",
        ".jinja",
        ".jinja2",
        ".tmpl",
        ".tpl",
        ".erb",
        ".ejs",
        ".hbs",
        ".mustache",
        ".py",
        ".js",
        ".jsx",
        ".mjs",
        ".cjs",
        ".ts",
        ".tsx",
        ".vue",
        ".svelte",
        ".css",
        ".scss",
        ".php",
        ".rb",
        ".cs",
        ".kt",
        ".ipynb",
        ".pdf",
        ".zip",
        ".go",
        ".rs",
        ".ex",
        ".exs",
        ".erl",
        ".java",
        ".sh",
        ".json",
        ".yml",
        ".yaml",
        ".toml",
        ".lock",
        ".bak",
        ".patch",
        ".diff",
        ".rej",
        ".orig",
        ".swp",
        ".png",
        ".svg",
    ];

    public static bool Matches(string path)
    {
        var name = Name(path);
        return IsPlain(name)
            || (
                (Begins(name, "Dockerfile") || Begins(name, "Containerfile") || Ends(name, "Dockerfile"))
                && !OtherKinds.Any(kind => name.EndsWith(kind, StringComparison.OrdinalIgnoreCase))
            );
    }

    /// <summary>The name alone is not enough: only a file with a FROM is one. <c>Dockerfile</c>, <c>Dockerfile.x</c> and <c>x.Dockerfile</c> are one even when empty.</summary>
    public static bool NeedsProof(string path)
    {
        var name = Name(path);
        return !IsPlain(name)
            && !name.StartsWith("Dockerfile.", StringComparison.OrdinalIgnoreCase)
            && !name.StartsWith("Containerfile.", StringComparison.OrdinalIgnoreCase)
            && !name.EndsWith(".Dockerfile", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>A word that goes on without a break is another one: <c>dockerfiles</c>, notes on the <c>Dockerfile说明</c>.</summary>
    private static bool Begins(string name, string word) =>
        name.Length > word.Length && name.StartsWith(word, StringComparison.OrdinalIgnoreCase) && !char.IsLetter(name[word.Length]);

    /// <summary><c>api.Dockerfile</c>, <c>base-dockerfile</c>.</summary>
    private static bool Ends(string name, string word) =>
        name.Length > word.Length
        && name.EndsWith(word, StringComparison.OrdinalIgnoreCase)
        && name[name.Length - word.Length - 1] is '.' or '-' or '_';

    private static bool IsPlain(string name) =>
        name.Equals("Dockerfile", StringComparison.OrdinalIgnoreCase) || name.Equals("Containerfile", StringComparison.OrdinalIgnoreCase);

    private static string Name(string path) => path[(path.LastIndexOf('/') + 1)..];
}
