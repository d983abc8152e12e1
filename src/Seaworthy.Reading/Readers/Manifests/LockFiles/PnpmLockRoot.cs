using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Reading.Formats.Lines;
using Seaworthy.Reading.Readers.Manifests.Npm;

namespace Seaworthy.Reading.Readers.Manifests.LockFiles;

/// <summary>The root importer of pnpm-lock.yaml, read line by line: the file is written by a program in one fixed form, and only its head matters.</summary>
/// <remarks>Source: pnpm lockfile specification, versions 6 and 9, "importers".</remarks>
internal static class PnpmLockRoot
{
    public static LockFile Read(LockFile file)
    {
        List<Dependency> dependencies = [];
        var complete = false;
        var inRoot = false;
        DependencyKind? kind = null;
        SourceLine? name = null;
        foreach (var line in SourceLine.Of(file.File))
        {
            var text = line.Trimmed;
            if (text.Length == 0)
            {
                continue;
            }

            if (line.Indent == 0)
            {
                if (text.StartsWith("lockfileVersion:", StringComparison.Ordinal))
                {
                    file = file with { FormatVersion = text["lockfileVersion:".Length..].Trim().Trim('\'', '"') };
                }

                if (inRoot)
                {
                    complete = true;
                    break;
                }
            }
            else if (line.Indent == 2)
            {
                if (inRoot)
                {
                    complete = true;
                    break;
                }

                inRoot = text is ".:";
            }
            else if (inRoot && line.Indent == 4)
            {
                kind = KindOf(text);
            }
            else if (kind is not null && line.Indent == 6)
            {
                name = line;
            }
            else if (kind is { } known && name is { } open && line.Indent == 8 && text.StartsWith("specifier:", StringComparison.Ordinal))
            {
                var range = text["specifier:".Length..].Trim().Trim('\'', '"');
                dependencies.Add(NpmRange.Dependency(open.Trimmed.TrimEnd(':').Trim('\'', '"'), range, known, open.Span));
            }
        }

        return complete ? file with { RootDependencies = dependencies } : file;
    }

    private static DependencyKind? KindOf(string text) =>
        text switch
        {
            "dependencies:" => DependencyKind.Runtime,
            "devDependencies:" => DependencyKind.Development,
            "optionalDependencies:" => DependencyKind.Optional,
            _ => null,
        };
}
