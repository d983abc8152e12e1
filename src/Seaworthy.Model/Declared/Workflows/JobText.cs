namespace Seaworthy.Model.Declared.Workflows;

/// <summary>A job of a workflow as it is written, to be asked for words.</summary>
public sealed class JobText
{
    private readonly string text;

    internal JobText(string text) => this.text = text;

    /// <summary>One of the words is in it, in any letter case.</summary>
    public bool HasAny(IReadOnlyList<string> words) => words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
}
