namespace Seaworthy.Reading.Linking.Pipelines;

/// <summary>The outputs of jobs that the text of a workflow names whole: <c>build.outputs.tag</c>. They are gathered once, so that hardly any output has to be searched for.</summary>
internal sealed class ReadOutputs
{
    private const string Between = ".outputs.";

    private readonly HashSet<string> named = new(StringComparer.OrdinalIgnoreCase);

    public ReadOutputs(string text)
    {
        for (
            var at = text.IndexOf(Between, StringComparison.OrdinalIgnoreCase);
            at >= 0;
            at = text.IndexOf(Between, at + Between.Length, StringComparison.OrdinalIgnoreCase)
        )
        {
            var (start, end) = (at, at + Between.Length);
            while (start > 0 && IsOfName(text[start - 1]))
            {
                start--;
            }

            while (end < text.Length && IsOfName(text[end]))
            {
                end++;
            }

            named.Add(text[start..end]);
        }
    }

    public bool Hold(string job, string output) => named.Contains(job + Between + output);

    private static bool IsOfName(char letter) => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
}
