namespace Seaworthy.Reading.Formats.Make;

/// <summary>A logical line of a Makefile: continued lines are one. Offsets are those of the file.</summary>
/// <param name="Text">From start to the end of what counts: for a recipe all of it, otherwise without the comment.</param>
/// <param name="IsRecipe">Begins with the tab, or with what <c>.RECIPEPREFIX</c> puts in its place.</param>
internal sealed record MakeLine(int Start, int End, string Text, bool IsRecipe)
{
    public string Trimmed { get; } = Text.Trim();

    public int ContentEnd => Start + Text.Length;

    public string FirstWord => Trimmed.AsSpan().IndexOfAny(" \t(") is >= 0 and var end ? Trimmed[..end] : Trimmed;

    public bool StartsWithWord(string word) => FirstWord == word;
}
