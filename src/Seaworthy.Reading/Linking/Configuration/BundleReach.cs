using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;
using Seaworthy.Reading.Linking.Values;

namespace Seaworthy.Reading.Linking.Configuration;

/// <summary>Which sources of a component a bundler follows from the entry of its pages on: others are in no bundle.</summary>
/// <remarks>Sources: Vite, "index.html and Project Root"; Create React App, "Folder Structure".</remarks>
internal static class BundleReach
{
    // They take in files by a pattern.
    private static readonly string[] Patterns = ["import.meta.glob", "require.context"];

    // Their imports are not read.
    private static readonly string[] Unread = [".vue", ".svelte", ".astro"];

    /// <summary>Beginnings that a bundler's configuration gives a meaning.</summary>
    private static readonly string[] Aliases = ["@/", "~/", "#/", "src/"];

    /// <summary>The paths; null where no entry is known, or where other files may be taken in.</summary>
    public static IReadOnlySet<string>? Of(Component component, CodeModules modules)
    {
        HashSet<string> reached = new(StringComparer.Ordinal);
        Stack<CodeFile> open = new(component.Code.Where(file => !file.IsTest && IsEntry(file.File)));
        while (open.TryPop(out var file))
        {
            if (!reached.Add(file.File.Path))
            {
                continue;
            }

            if (Array.Exists(Patterns, file.File.Mentions))
            {
                return null;
            }

            foreach (var import in file.Imports)
            {
                var found = modules.Find(file, import.Module, import.Name);
                if (found.Count == 0 && MayLeadOn(import.Module))
                {
                    return null;
                }

                found.ToList().ForEach(open.Push);
            }
        }

        return reached.Count > 1 ? reached : null;
    }

    public static bool IsEntry(SourceFile file) =>
        file.Name.Split('.')[0] is "main" or "index" && RepositoryPath.NameOf(file.Directory) is "src" or "" or "client" or "app";

    private static bool MayLeadOn(string module) =>
        Array.Exists(Unread, ending => module.EndsWith(ending, StringComparison.Ordinal))
        || Array.Exists(Aliases, beginning => module.StartsWith(beginning, StringComparison.Ordinal));
}
