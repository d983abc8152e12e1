namespace Seaworthy.Model.Source;

/// <summary>A path as a text names it: the path itself or one below it, not one that only ends in it.</summary>
public static class WrittenPath
{
    public static bool IsIn(SourceFile file, string path)
    {
        ArgumentNullException.ThrowIfNull(file);
        return IsIn(file.Text, path);
    }

    public static bool IsIn(string? text, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var sought = path.Length > 1 ? path.TrimEnd('/') : path;
        var at = text?.IndexOf(sought, StringComparison.Ordinal) ?? -1;
        while (text is not null && at >= 0)
        {
            var end = at + sought.Length;
            if ((at == 0 || !IsOfPath(text[at - 1])) && (end == text.Length || text[end] == '/' || !IsOfPath(text[end])))
            {
                return true;
            }

            at = text.IndexOf(sought, at + 1, StringComparison.Ordinal);
        }

        return false;
    }

    private static bool IsOfPath(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '/' or '_' or '-' or '.';
}
