using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Lines;
using Seaworthy.Reading.Readers.Manifests.Npm;

namespace Seaworthy.Reading.Readers.Manifests.LockFiles;

/// <summary>The root importer of pnpm-lock.yaml, read line by line: the file is written by a program in one fixed form, and only its head matters.</summary>
/// <remarks>Source: pnpm lockfile specification, versions 6 and 9, "importers".</remarks>
internal sealed class PnpmLockRoot
{
    private readonly List<Dependency> dependencies = [];
    private readonly List<Fact<string>> patches = [];
    private Fact<string>? checksum;
    private bool inPatches;
    private bool inRoot;
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
                return root.Head(file) with { RootDependencies = root.dependencies };
            }
        }

        // The end of the root was never seen: the list may be cut off.
        return root.Head(file);
    }

    private LockFile Head(LockFile file) => file with { HooksChecksum = checksum, Patches = patches };

    /// <summary>Takes a line in; answers whether it is the first behind the root.</summary>
    private bool Ends(SourceLine line, string text)
    {
        switch (line.Indent)
        {
            case 0 or 2 when inRoot:
                return true;
            case 0:
                inPatches = text is "patchedDependencies:";
                checksum = text.StartsWith("pnpmfileChecksum:", StringComparison.Ordinal)
                    ? new Fact<string>(Value(text), line.Span)
                    : checksum;
                break;
            case 4 when inPatches && text.StartsWith("path:", StringComparison.Ordinal):
                patches.Add(new Fact<string>(Value(text), line.Span));
                break;
            case 2:
                inRoot = text is ".:";
                break;
            case 4 when inRoot:
                kind = KindOf(text);
                break;
            case 6 when kind is not null:
                name = line;
                break;
            case 8 when text.StartsWith("specifier:", StringComparison.Ordinal):
                Add(Value(text));
                break;
        }

        return false;
    }

    private void Add(string range)
    {
        if (kind is { } known && name is { } open)
        {
            dependencies.Add(NpmRange.Dependency(open.Trimmed.TrimEnd(':').Trim('\'', '"'), range, known, open.Span));
        }
    }

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
