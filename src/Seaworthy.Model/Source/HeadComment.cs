namespace Seaworthy.Model.Source;

/// <summary>The comment with which a file begins, written with <c>#</c>.</summary>
public static class HeadComment
{
    private const int MostLines = 10;

    /// <summary>What is in its lines, those without anything left out; of the first ten lines of the file.</summary>
    public static IReadOnlyList<string> Of(SourceFile file)
    {
        ArgumentNullException.ThrowIfNull(file);
        return
        [
            .. Enumerable
                .Range(1, Math.Min(MostLines, file.Lines.Count))
                .Select(line => file.Lines.TextOf(line).Trim())
                .TakeWhile(line => line is "" or ['#', ..])
                .Select(line => line.Trim('#', ' '))
                .Where(line => line.Length > 0),
        ];
    }
}
