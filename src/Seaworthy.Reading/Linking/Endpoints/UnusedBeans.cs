using Seaworthy.Model.Source;
using Seaworthy.Model.Topology;

namespace Seaworthy.Reading.Linking.Endpoints;

/// <summary>Classes that Spring makes and hands to nobody: what such a one would call is never called.</summary>
internal static class UnusedBeans
{
    private static readonly string[] Marks = ["@Service", "@Component", "@Repository"];

    // What the framework calls by itself, or hands on under another name.
    private static readonly string[] Callers =
    [
        "@Scheduled",
        "Listener",
        "@PostConstruct",
        "@Bean",
        "Mapping",
        " implements ",
        " extends ",
    ];

    /// <param name="workload">Who reads the setting.</param>
    /// <param name="read">Where its source does.</param>
    public static bool Has(Workload workload, SourceSpan read) =>
        read.File.Path.EndsWith(".java", StringComparison.Ordinal)
        && Array.Exists(Marks, mark => read.File.Text.Contains(mark, StringComparison.Ordinal))
        && !Array.Exists(Callers, caller => read.File.Text.Contains(caller, StringComparison.Ordinal))
        && System.IO.Path.GetFileNameWithoutExtension(read.File.Name) is var name
        && !workload
            .Components.SelectMany(component => component.Code)
            .Any(code => code.File != read.File && !code.IsTest && WholeWords.Find(code.File.Text, name, IsNamePart).Any());

    private static bool IsNamePart(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
