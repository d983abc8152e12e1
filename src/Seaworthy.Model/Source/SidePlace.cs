namespace Seaworthy.Model.Source;

/// <summary>Directories that nobody deploys from, told by their names.</summary>
public static class SidePlace
{
    private static readonly HashSet<string> Retired = new(StringComparer.OrdinalIgnoreCase)
    {
        "archive",
        "archives",
        "archived",
        "_archive",
        "backup",
        "backups",
        "deprecated",
        "attic",
        "old",
        "_old",
        "legacy",
        "trash",
    };

    private static readonly HashSet<string> Samples = new(StringComparer.OrdinalIgnoreCase)
    {
        "example",
        "examples",
        "sample",
        "samples",
        "template",
        "templates",
        "fixture",
        "fixtures",
        "testdata",
        "test-data",
        "__fixtures__",
        "docs",
        "doc",
        "tutorial",
        "tutorials",
        "boilerplate",
        "boilerplates",
        "snippets",
        "playground",
    };

    /// <summary>The directory of a path that looks retired: an archive, a backup. Null when none does.</summary>
    public static string? RetiredIn(string path) => Find(path, Retired);

    /// <summary>The directory of a path whose files are there to be copied or shown: examples, templates, documentation. Null when none is.</summary>
    public static string? SampleIn(string path) => Find(path, Samples) ?? Templated(path);

    /// <summary>A directory whose name is filled in by a scaffolding tool: <c>{{cookiecutter.project_slug}}</c>.</summary>
    private static string? Templated(string path) =>
        path.Contains("{{", StringComparison.Ordinal)
            ? path.Split('/').FirstOrDefault(part => part.Contains("{{", StringComparison.Ordinal))
            : null;

    private static string? Find(string path, HashSet<string> names)
    {
        ArgumentNullException.ThrowIfNull(path);
        var parts = path.Split('/');
        return parts.Take(parts.Length - 1).FirstOrDefault(names.Contains);
    }
}
