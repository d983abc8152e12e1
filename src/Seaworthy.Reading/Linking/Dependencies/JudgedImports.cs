using Seaworthy.Model.Declared.Code;
using Seaworthy.Model.Known;

namespace Seaworthy.Reading.Linking.Dependencies;

/// <summary>Which imports of one Python file say what must be installed: asked once for each module, as a generated file imports from one thousands of times.</summary>
internal sealed class JudgedImports(CodeFile file, Func<CodeFile, string, bool> isLocal)
{
    private readonly Dictionary<string, bool> known = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> triedElsewhere = new(() => Roots(file, isOptional: true));
    private readonly Lazy<HashSet<string>> needed = new(() => Roots(file, isOptional: false));

    public bool Hold(CodeImport import)
    {
        if (import.IsOptional)
        {
            return false;
        }

        var root = import.Module.Split('.')[0];
        if (!known.TryGetValue(root, out var isJudged))
        {
            isJudged =
                root.Length > 0
                && !PythonStandardLibrary.Has(root)
                && PythonDistributions.Of(root).Count > 0
                // The file tries the import first, and comes here only when that went well.
                && !triedElsewhere.Value.Contains(root)
                // A file of Airflow runs where that is installed, whatever the manifest of another program asks for.
                && !(PythonDistributions.Brings("apache-airflow", root) && needed.Value.Contains("airflow"))
                && !SaysInstall(root)
                && !isLocal(file, root);
            known.Add(root, isJudged);
        }

        return isJudged;
    }

    private static HashSet<string> Roots(CodeFile file, bool isOptional) =>
        file
            .Imports.Where(import => import.IsOptional == isOptional)
            .Select(import => import.Module.Split('.')[0])
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>A script that stands for itself says what to install: <c>pip install pandas highs</c>.</summary>
    private bool SaysInstall(string root) =>
        file.File.Text.IndexOf("pip install ", StringComparison.Ordinal) is >= 0 and var at
        && file.File.Lines.TextOf(file.File.Lines.LineAt(at)) is var line
        && PythonDistributions.Of(root).Any(name => line.Contains(name, StringComparison.OrdinalIgnoreCase));
}
