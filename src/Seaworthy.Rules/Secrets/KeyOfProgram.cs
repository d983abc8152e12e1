using System.Text.RegularExpressions;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>A secret that was read out of a program which its maker gives to everybody: neither its owner nor its readers are those of the repository.</summary>
internal static partial class KeyOfProgram
{
    /// <summary>What the file says of that; null when it says nothing.</summary>
    public static string? Why(SourceFile file) =>
        Decompiled().IsMatch(file.Text) || file.Directory.Split('/').Contains("decompiled", StringComparer.OrdinalIgnoreCase)
            ? "a decompiler wrote the file from a program of others"
        : Extracted().Match(file.Text) is { Success: true } told
            ? $"line {file.Lines.LineAt(told.Index)} says that it comes from a published app"
        : null;

    /// <remarks>Source: JADX, comments beside names and classes that it changed.</remarks>
    [GeneratedRegex(@"/\* (renamed|loaded) from: [\w.$]+")]
    private static partial Regex Decompiled();

    [GeneratedRegex(
        @"^[ \t]*(\*|//|#|/\*).*\b(extract\w*|shipped|embedded|dumped|taken)\b.{0,40}\b(from|in|inside|within|of)\b.{0,40}\bAPK\b",
        RegexOptions.Multiline
    )]
    private static partial Regex Extracted();
}
