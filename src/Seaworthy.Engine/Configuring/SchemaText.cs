namespace Seaworthy.Engine.Configuring;

/// <summary>What every schema for editors is written with.</summary>
internal static class SchemaText
{
    /// <summary>The same bytes on every system.</summary>
    public static void Write(string text, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.NewLine = "\n";
        output.WriteLine(text.ReplaceLineEndings("\n"));
    }

    public static string Quoted(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"\"{word}\""));
}
