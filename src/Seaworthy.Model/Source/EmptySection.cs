namespace Seaworthy.Model.Source;

/// <summary>The section of a YAML file of which nothing is left when keys are deleted.</summary>
public static class EmptySection
{
    /// <summary>The line of the section, whose value is then empty; null where other keys stay in it, or it is the file.</summary>
    public static SourceSpan? Without(IReadOnlyList<SourceSpan> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys is not [{ IsWholeFile: false, File: { } file } first, ..] || !IsYaml(file.Name))
        {
            return null;
        }

        var own = Indent(file, first.StartLine);
        var head = first.StartLine - 1;
        while (head > 0 && (IsBlank(file, head) || Indent(file, head) >= own))
        {
            head--;
        }

        if (head == 0 || !Text(file, head).TrimEnd().EndsWith(':'))
        {
            return null;
        }

        var deleted = keys.Select(key => key.StartLine).ToHashSet();
        for (var line = head + 1; line <= file.Lines.Count && (IsBlank(file, line) || Indent(file, line) > Indent(file, head)); line++)
        {
            if (!IsBlank(file, line) && Indent(file, line) == own && !deleted.Contains(line))
            {
                return null;
            }
        }

        var text = Text(file, head).Trim();
        return new SourceSpan(file, file.Lines.StartOf(head) + Indent(file, head), text.Length);
    }

    private static bool IsYaml(string name) =>
        name.EndsWith(".yml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase);

    private static string Text(SourceFile file, int line) => file.Lines.TextOf(line);

    private static bool IsBlank(SourceFile file, int line) => Text(file, line).Trim() is "" or ['#', ..];

    private static int Indent(SourceFile file, int line) => Text(file, line).TakeWhile(letter => letter == ' ').Count();
}
