using Seaworthy.Model.Declared.Secrets;
using Seaworthy.Model.Source;

namespace Seaworthy.Rules.Secrets;

/// <summary>A secret extracted from a published program: it belongs to that program's vendor and is public anyway.</summary>
internal static class KeyOfProgram
{
    /// <summary>How the file shows that; null if it does not.</summary>
    public static string? Why(SourceFile file) =>
        PublishedProgram.IsDecompiled(file) ? "the file is the decompiled code of a third-party program"
        : PublishedProgram.ExtractionIn(file) is { } place ? $"line {place.StartLine} says that it comes from a published app"
        : null;
}
