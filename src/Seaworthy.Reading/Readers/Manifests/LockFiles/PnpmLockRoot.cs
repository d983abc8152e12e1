using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;
using Seaworthy.Reading.Readers.Manifests.Npm;

namespace Seaworthy.Reading.Readers.Manifests.LockFiles;

/// <summary>The importers of pnpm-lock.yaml, read line by line: the file is written by a program in one fixed form, and only its head matters.</summary>
/// <remarks>Source: pnpm lockfile specification, versions 6 and 9, "importers".</remarks>
internal sealed class PnpmLockRoot
{
    private const string Root = ".";

    private readonly List<LockImporter> importers = [];
    private readonly List<Fact<string>> patches = [];
    private List<Dependency> dependencies = [];
    private HashSet<string> linked = new(StringComparer.Ordinal);
    private Fact<string>? checksum;
    private Fact<string>? format;
    private bool inPatches;
    private bool inImporters;
    private string? importer;
    private DependencyKind? kind;
    private SourceLine? name;

    public static LockFile Read(LockFile file)
    {
        PnpmLockRoot root = new();
        // pnpm 11 writes a document of what it needs itself in front.
        var start = file.File.Text.LastIndexOf("\n---", StringComparison.Ordinal);
        foreach (var line in SourceLine.Of(file.File).SkipWhile(line => line.Start <= start))
        {
            var text = line.Trimmed;
            if (text.Length > 0 && root.Ends(line, text))
            {
                return root.Head(file) with { RootDependencies = root.OfRoot, Importers = root.importers };
            }
        }

        // The end was never seen: the last list may be cut off.
        return root.Head(file) with
        {
            RootDependencies = root.OfRoot,
        };
    }

    private IReadOnlyList<Dependency>? OfRoot => importers.Find(one => one.Path == Root)?.Dependencies;

    private LockFile Head(LockFile file) => file with { Format = format, HooksChecksum = checksum, Patches = patches };

    /// <summary>Takes a line in; answers whether it is the first behind the importers.</summary>
    private bool Ends(SourceLine line, string text)
    {
        switch (line.Indent)
        {
            case 0 when importer is not null:
                Close();
                return true;
            case 0:
                inImporters = text is "importers:";
                inPatches = text is "patchedDependencies:";
                Top(line, text);
                break;
            case 4 when inPatches && text.StartsWith("path:", StringComparison.Ordinal):
                patches.Add(new Fact<string>(Value(text), line.Span));
                break;
            case 2 when inImporters:
                Close();
                importer = Name(text.EndsWith(": {}", StringComparison.Ordinal) ? text[..^" {}".Length] : text);
                break;
            case 4 when importer is not null:
                kind = KindOf(text);
                break;
            case 6 when kind is not null:
                name = line;
                break;
            case 8 when kind is { } known && name is { } open && text.StartsWith("specifier:", StringComparison.Ordinal):
                dependencies.Add(NpmRange.Dependency(Name(open.Trimmed), Value(text), known, open.Span));
                break;
            case 8 when name is { } open && text.StartsWith("version: link:", StringComparison.Ordinal):
                linked.Add(Name(open.Trimmed));
                break;
        }

        return false;
    }

    private void Top(SourceLine line, string text)
    {
        switch (text.Split(':')[0])
        {
            case "lockfileVersion":
                format = new Fact<string>(Value(text), line.Span);
                break;
            case "pnpmfileChecksum":
                checksum = new Fact<string>(Value(text), line.Span);
                break;
        }
    }

    private void Close()
    {
        if (importer is { } path)
        {
            importers.Add(new LockImporter(path, dependencies, linked));
        }

        (dependencies, linked, kind, name) = ([], new HashSet<string>(StringComparer.Ordinal), null, null);
    }

    private static string Name(string text) => text.TrimEnd(':').Trim('\'', '"');

    private static string Value(string text) => text[(text.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim().Trim('\'', '"');

    private static DependencyKind? KindOf(string text) =>
        text switch
        {
            "dependencies:" => DependencyKind.Runtime,
            "devDependencies:" => DependencyKind.Development,
            "optionalDependencies:" => DependencyKind.Optional,
            _ => null,
        };
}
