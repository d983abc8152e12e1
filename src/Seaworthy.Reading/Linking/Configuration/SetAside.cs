using System.Collections.Frozen;
using Seaworthy.Model.Source;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Files that nobody deploys: old copies, samples, documentation, tools for the author's own machine.</summary>
internal static class SetAside
{
    private static readonly FrozenSet<string> Directories = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        [
            "archive",
            "archived",
            "archives",
            "backup",
            "backups",
            "old",
            "legacy",
            "deprecated",
            "example",
            "examples",
            "sample",
            "samples",
            "docs",
            "documentation",
            "test",
            "tests",
            "fixtures",
            "scripts",
            "tools",
            "vendor",
            "third_party",
            "node_modules",
        ]
    );

    public static bool Holds(string path) => PackagePath.Outside(path).Split('/').SkipLast(1).Any(Directories.Contains);
}
