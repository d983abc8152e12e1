using System.Text.RegularExpressions;
using Seaworthy.Model.Declared.Manifests;
using Seaworthy.Model.Source;
using Seaworthy.Reading.Formats.Shell;
using Seaworthy.Reading.Formats.Tree;

namespace Seaworthy.Reading.Readers.Manifests.Npm;

/// <summary>A mapping of names to command lines, as package.json, composer.json and Pipfile write it.</summary>
internal static partial class PackageScripts
{
    public static IReadOnlyList<PackageScript> Read(Node? scripts) =>
        [.. from entry in scripts?.Entries ?? [] from script in Lines(entry) select script];

    // Composer allows a list of command lines under one name.
    private static IEnumerable<PackageScript> Lines(NodeEntry entry) =>
        entry.Value is ScalarNode one ? [Script(entry, one)] : entry.Value.Items.OfType<ScalarNode>().Select(line => Script(entry, line));

    private static PackageScript Script(NodeEntry entry, ScalarNode line) =>
        new(entry.Key, line.Text ?? "", ShellParser.Parse(ForThisShell(line.Mapped)), line.Span) { NameSpan = entry.KeySpan };

    // Who writes .\scripts\x.ps1 runs it in cmd.exe, where it is a path; a POSIX shell would take the strokes for escapes.
    private static MappedText ForThisShell(MappedText text) =>
        WindowsPath().IsMatch(text.Text)
            ? text with
            {
                Text = WindowsPath().Replace(text.Text, path => path.Value.Replace('\\', '/')),
            }
            : text;

    [GeneratedRegex(@"(?<=^|\s|=)\.{0,2}\\?[\w.-]+(\\[\w.-]+)+")]
    private static partial Regex WindowsPath();
}
