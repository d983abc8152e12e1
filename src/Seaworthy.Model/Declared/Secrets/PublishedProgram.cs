using System.Text.RegularExpressions;
using Seaworthy.Model.Source;

namespace Seaworthy.Model.Declared.Secrets;

/// <summary>A file that says that it was read out of a program which its maker gives to everybody.</summary>
public static partial class PublishedProgram
{
    /// <summary>A decompiler wrote it.</summary>
    public static bool IsDecompiled(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Comment().IsMatch(file.Text) || file.Directory.Split('/').Contains("decompiled", StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The comment that says that something comes from an app; null where none does.</summary>
    public static SourceSpan? ExtractionIn(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return Extracted().Match(file.Text) is { Success: true } found ? new SourceSpan(file, found.Index, found.Length) : null;
    }

    /// <remarks>Source: JADX, comments beside names and classes that it changed.</remarks>
    [GeneratedRegex(@"/\* (renamed|loaded) from: [\w.$]+")]
    private static partial Regex Comment();

    [GeneratedRegex(
        @"^[ \t]*(\*|//|#|/\*).*\b(extract\w*|shipped|embedded|dumped|taken)\b.{0,40}\b(from|in|inside|within|of)\b.{0,40}\bAPK\b",
        RegexOptions.Multiline
    )]
    private static partial Regex Extracted();
}
