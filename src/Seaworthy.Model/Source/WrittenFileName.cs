namespace Seaworthy.Model.Source;

/// <summary>The name of a file as a text has it: the name itself, not that of a template of it (<c>.env.production.example</c>).</summary>
public static class WrittenFileName
{
    public static bool IsIn(SourceFile file, string name)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(name);
        var text = file.Text;
        for (
            var at = text.IndexOf(name, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(name, at + name.Length, StringComparison.Ordinal)
        )
        {
            var end = at + name.Length;
            if (end == text.Length || !(char.IsAsciiLetterOrDigit(text[end]) || text[end] is '.' or '-' or '_'))
            {
                return true;
            }
        }

        return false;
    }
}
