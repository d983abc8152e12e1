using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>A secret that was read out of a program which its maker gives to everybody: neither its owner nor its readers are those of the repository.</summary>
internal static class KeyOfProgram
{
    /// <summary>What the file says of that; null when it says nothing.</summary>
    public static string? Why(SourceFile file) =>
        PublishedProgram.IsDecompiled(file) ? "a decompiler wrote the file from a program of others"
        : PublishedProgram.ExtractionIn(file) is { } told ? $"line {told.StartLine} says that it comes from a published app"
        : null;
}
