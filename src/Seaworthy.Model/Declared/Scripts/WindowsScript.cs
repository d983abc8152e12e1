using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Scripts;

/// <summary>A script of PowerShell or of the Windows command prompt. Its commands are not read: it is asked only what it names.</summary>
public sealed record WindowsScript(SourceFile File) : Artifact(File)
{
    private static readonly string[] Writers =
    [
        "-OutFile",
        "Copy-Item",
        "Move-Item",
        "Set-Content",
        "Out-File",
        "copy ",
        "move ",
        "curl ",
        "wget ",
        "-Output",
    ];

    /// <summary>The line that seems to make a file of this name, by its own words; null when none does.</summary>
    public SourceSpan? Maker(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        for (var line = 1; line <= File.Lines.Count; line++)
        {
            var text = File.Lines.TextOf(line);
            if (
                text.IndexOf(name, StringComparison.OrdinalIgnoreCase) is >= 0 and var at
                && Array.Exists(Writers, word => text.Contains(word, StringComparison.OrdinalIgnoreCase))
            )
            {
                return new SourceSpan(File, File.Lines.StartOf(line) + at, name.Length);
            }
        }

        return null;
    }
}
