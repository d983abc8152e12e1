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
        for (
            var at = File.Text.IndexOf(name, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = File.Text.IndexOf(name, at + name.Length, StringComparison.OrdinalIgnoreCase)
        )
        {
            SourceSpan place = new(File, at, name.Length);
            if (Array.Exists(Writers, word => place.Line.Contains(word, StringComparison.OrdinalIgnoreCase)))
            {
                return place;
            }
        }

        return null;
    }
}
