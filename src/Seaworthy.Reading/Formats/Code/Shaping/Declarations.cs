namespace Seaworthy.Reading.Formats.Code.Shaping;

/// <summary>Words that begin a declaration of a variable.</summary>
internal static class Declarations
{
    public static bool IsAnyDeclaration(this TokenTrees trees, int at) =>
        trees.Is(at, "const") || trees.Is(at, "let") || trees.Is(at, "var");
}
